(* goal: \* \(L_ClassificationCEByGamma [^>]*\. Proof *)
(* C9 of the whole loss, IEEE: the errors of dCE/dX_k, of O_k and of H_j. *)
Proof.
Local Open Scope R_scope.
lets.
match goal with |- context [L_ClassificationCEByGamma _ _ _ _ _ ?j ?k] =>
  repeat match goal with H : forall _ _ : Z, (0 <= _)%Z -> _ |- _ => ask2 H j k; clear H end;
  repeat match goal with H : forall _ : Z, (0 <= _)%Z -> _ |- _ => try ask H j; try ask H k; clear H end end.
unfold L_ClassificationCEByGamma; meaning.
match goal with
  S : Rabs (?s + - (1) * (real ?d * real ?h)) <= _, D : Rabs (real ?d + - (1) * L_C7CEByX (real ?o) ?l) <= _,
  O : Rabs (real ?o + - (1) * L_ClassificationO ?m ?a ?b ?c ?k) <= _, H : Rabs (real ?h + - (1) * ?H_j) <= _ |- _ =>
    assert (G := C9_spread s (real d) (real o) (L_ClassificationO m a b c k) l (real h) H_j S D O H
      ltac:(assumption) ltac:(assumption)) end.
equations. conclude G.
Qed.

(* goal: \* \(L_C7CEByX \(L_ClassificationO [^>]*\. Proof *)
(* C7 from inputs and weights, IEEE: the error of O_k, and of one subtraction. *)
Proof.
Local Open Scope R_scope.
lets.
match goal with |- context [L_ClassificationO _ _ _ _ ?k] =>
  repeat match goal with H : forall _ : Z, (0 <= _)%Z -> _ |- _ => ask H k; clear H end end.
meaning.
match goal with
  D : Rabs (real ?d + - (1) * L_C7CEByX (real ?o) ?l) <= _, O : Rabs (real ?o + - (1) * L_ClassificationO ?m ?a ?b ?c ?k) <= _ |- _ =>
    assert (G := C7_spread (real d) (real o) (L_ClassificationO m a b c k) l D O) end.
equations. conclude G.
Qed.

(* goal: \* \(L_RegressionSEByGamma [^>]*\. Proof *)
(* R6 of the whole loss, IEEE: the errors of dSE/dO_0, of O_0 and of H_j. *)
Proof.
Local Open Scope R_scope.
lets.
first [solve [instance] |
match goal with |- context [L_RegressionSEByGamma _ _ _ _ _ ?j] =>
  repeat match goal with H : forall _ : Z, (0 <= _)%Z -> _ |- _ => ask H j; clear H end end;
unfold L_RegressionSEByGamma; meaning;
match goal with
  S : Rabs (?s + - (1) * (real ?h * real ?d)) <= _, D : Rabs (real ?d + - (1) * L_R4SEByO (real ?y) (real ?o)) <= _,
  O : Rabs (real ?o + - (1) * ?O_0) <= _, H : Rabs (real ?h + - (1) * ?H_j) <= _ |- _ =>
  pose proof (R6_spread s (real d) (real y) (real o) O_0 (real h) H_j S D O H ltac:(assumption) ltac:(assumption)
    ltac:(assumption)) as G end;
equations;
conclude G].
Qed.

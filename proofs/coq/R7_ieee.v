(* goal: \* \(L_R7Gamma [^>]*\(L_RegressionSEByGamma [^>]*\. Proof *)
(* R7 of the whole step, IEEE: alpha times the error of the derivative. *)
Proof.
Local Open Scope R_scope.
lets.
match goal with |- context [L_RegressionSEByGamma _ _ _ _ _ ?j] =>
  repeat match goal with H : forall _ : Z, _ |- _ => ask H j; clear H end end.
cbv zeta in *. meaning. equations. step.
Qed.

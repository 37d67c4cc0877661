(* goal: \* \(L_C10Gamma [^>]*\(L_ClassificationCEByGamma [^>]*\. Proof *)
(* C10 of the whole step, IEEE: alpha times the error of the derivative. *)
Proof.
Local Open Scope R_scope.
lets.
match goal with |- context [L_ClassificationCEByGamma _ _ _ _ _ ?i ?j] =>
  repeat match goal with H : forall _ _ : Z, _ |- _ => ask2 H i j; clear H end end.
cbv zeta in *. meaning. equations. step.
Qed.

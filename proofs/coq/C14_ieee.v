(* goal: \* \(L_C14W [^>]*\(L_ClassificationCEByW [^>]*\. Proof *)
(* C14 of the whole step, IEEE: alpha times the error of the derivative. *)
Proof.
Local Open Scope R_scope.
lets.
match goal with |- context [L_ClassificationCEByW _ _ _ _ _ ?i ?j] =>
  repeat match goal with H : forall _ _ : Z, _ |- _ => ask2 H i j; clear H end end.
cbv zeta in *. meaning. equations. step.
Qed.

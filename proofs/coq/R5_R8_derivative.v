(* goal: let r9 := \(\(-1%R\)%R \* \(L_R2O r r1 r2 r3 r4 r5 r6 r7\)\)%R in *)
(* R5_derivative, R8_derivative: the sum is linear, so the quotient is the derivative for every h. *)
Proof.
Local Open Scope R_scope.
intros r r1 r2 r3 r4 r5 r6 r7 eps r9 heps. exists 1. split; [lra|]. intros h hne _. unfold r9, L_R2O.
repeat split; match goal with |- Rabs ?t < _ =>
  replace t with 0 by (field; exact hne); rewrite Rabs_R0; exact heps end.
Qed.

(* goal: L_R3SE r r2 *)
(* R3_spread: the error e of O_0, through the square. *)
Proof.
Local Open Scope R_scope.
intros y o O by_ bo E. apply split_error in E. destruct E as [e [? ->]]. unfold L_R3SE. cbv zeta.
match goal with |- Rabs ?t <= _ => replace t with (- (e * (2 * (y - o) + e))) by ring end. bound.
Qed.

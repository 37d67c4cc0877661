(* goal: L_C2X r1 r2 r4 r5 r7 r8 r10 r11 *)
(* C2_spread: the errors of H_j, weighted. *)
Proof.
Local Open Scope R_scope.
intros h_0 H_0 g_0 h_1 H_1 g_1 h_2 H_2 g_2 h_3 H_3 g_3 b_3 b_2 b_1 b_0 E_3 E_2 E_1 E_0.
apply split_error in E_0, E_1, E_2, E_3. destruct E_0 as [e_0 [? ->]]. destruct E_1 as [e_1 [? ->]].
destruct E_2 as [e_2 [? ->]]. destruct E_3 as [e_3 [? ->]]. unfold L_C2X.
match goal with |- Rabs ?t <= _ => replace t with (e_0 * g_0 + e_1 * g_1 + e_2 * g_2 + e_3 * g_3) by ring end.
bound.
Qed.

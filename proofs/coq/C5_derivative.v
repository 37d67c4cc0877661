(* goal: exists .*L_C5CEByO *)
(* C5_derivative: of the sum only the term of the output that moves counts. *)
Proof.
intros l_0 O_0 l_1 O_1 l_2 O_2 eps minus_CE heps p_2 p_1 p_0. subst minus_CE.
destruct (minus_ln_along l_0 O_0 eps p_0 heps) as [d_0 [e_0 q_0]].
destruct (minus_ln_along l_1 O_1 eps p_1 heps) as [d_1 [e_1 q_1]].
destruct (minus_ln_along l_2 O_2 eps p_2 heps) as [d_2 [e_2 q_2]].
exists (Rmin d_0 (Rmin d_1 d_2)). split; [repeat apply Rmin_pos; assumption|].
intros h hne hb.
pose proof (Rmin_l d_0 (Rmin d_1 d_2)); pose proof (Rmin_r d_0 (Rmin d_1 d_2)).
pose proof (Rmin_l d_1 d_2); pose proof (Rmin_r d_1 d_2).
specialize (q_0 h hne ltac:(lra)); specialize (q_1 h hne ltac:(lra)); specialize (q_2 h hne ltac:(lra)).
unfold L_C5CEByO, L_C4CE. split; [split|].
- match type of q_2 with (Rabs ?u < _)%R => match goal with |- (Rabs ?t < _)%R =>
    replace t with u by (field; split; lra); exact q_2 end end.
- match type of q_1 with (Rabs ?u < _)%R => match goal with |- (Rabs ?t < _)%R =>
    replace t with u by (field; split; lra); exact q_1 end end.
- match type of q_0 with (Rabs ?u < _)%R => match goal with |- (Rabs ?t < _)%R =>
    replace t with u by (field; split; lra); exact q_0 end end.
Qed.

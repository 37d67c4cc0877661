(* goal: exists .*L_C12HByW *)
(* C12_derivative: along each weight the sum in the logistic function moves by I_i h. *)
Proof.
intros I_0 W_0 I_1 W_1 I_2 W_2 eps H minus_H heps. subst minus_H.
set (z := (I_0 * W_0 + I_1 * W_1 + I_2 * W_2)%R).
destruct (logistic_along z I_0 eps heps) as [d_0 [p_0 q_0]].
destruct (logistic_along z I_1 eps heps) as [d_1 [p_1 q_1]].
destruct (logistic_along z I_2 eps heps) as [d_2 [p_2 q_2]].
exists (Rmin d_0 (Rmin d_1 d_2)). split; [repeat apply Rmin_pos; assumption|].
intros h hne hb.
pose proof (Rmin_l d_0 (Rmin d_1 d_2)); pose proof (Rmin_r d_0 (Rmin d_1 d_2)).
pose proof (Rmin_l d_1 d_2); pose proof (Rmin_r d_1 d_2).
specialize (q_0 h hne ltac:(lra)); specialize (q_1 h hne ltac:(lra)); specialize (q_2 h hne ltac:(lra)).
assert (E : H = logistic z) by reflexivity. rewrite E. clear E H.
unfold L_C12HByW.
assert (F_0 : L_C1H I_0 (W_0 + h)%R I_1 W_1 I_2 W_2 = logistic (z + I_0 * h)%R).
{ change (L_C1H I_0 (W_0 + h)%R I_1 W_1 I_2 W_2) with
    (logistic (I_0 * (W_0 + h)%R + I_1 * W_1 + I_2 * W_2)%R). f_equal. unfold z. ring. }
assert (F_1 : L_C1H I_0 W_0 I_1 (W_1 + h)%R I_2 W_2 = logistic (z + I_1 * h)%R).
{ change (L_C1H I_0 W_0 I_1 (W_1 + h)%R I_2 W_2) with
    (logistic (I_0 * W_0 + I_1 * (W_1 + h)%R + I_2 * W_2)%R). f_equal. unfold z. ring. }
assert (F_2 : L_C1H I_0 W_0 I_1 W_1 I_2 (W_2 + h)%R = logistic (z + I_2 * h)%R).
{ change (L_C1H I_0 W_0 I_1 W_1 I_2 (W_2 + h)%R) with
    (logistic (I_0 * W_0 + I_1 * W_1 + I_2 * (W_2 + h)%R)%R). f_equal. unfold z. ring. }
rewrite F_0, F_1, F_2. clear F_0 F_1 F_2.
repeat split.
all: match goal with |- (Rabs ?t < _)%R => match type of q_0 with (Rabs ?u < _)%R =>
       tryif (replace t with u by (field; exact hne)) then exact q_0 else idtac end end || idtac.
all: match goal with |- (Rabs ?t < _)%R => match type of q_1 with (Rabs ?u < _)%R =>
       tryif (replace t with u by (field; exact hne)) then exact q_1 else idtac end end || idtac.
all: match goal with |- (Rabs ?t < _)%R => match type of q_2 with (Rabs ?u < _)%R =>
       replace t with u by (field; exact hne); exact q_2 end end.
Qed.

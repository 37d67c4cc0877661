(* goal: ~ P_IsCEByW t \(\(\(0%R \* \(L_C12HByW *)
(* C13_slip_S3: the derivative is 1/3 * 1/4; the line gives 0. *)
Proof.
Local Open Scope R_scope.
intros r t a a1 a2 a3 l_0 l_1 l_2 refuter wrong.
destruct refuter as [[[[[[[[[[[[[I_0 g_00] g_01] g_02] g_10] g_11] g_12] g_20] g_21] g_22] g_30] g_31] g_32] W].
assert (H : forall j, (0 <= j <= 3)%Z -> L_ClassificationH t a a2 j = 1 / 2).
{ intros j hj. change (logistic (t (shift a 0) * t (shift (shift_A4_float64 a2 0) j)
    + t (shift a 1) * t (shift (shift_A4_float64 a2 1) j) + t (shift a 2) * t (shift (shift_A4_float64 a2 2) j)) = 1 / 2).
  rewrite !W by lia. unfold logistic. replace (t (shift a 0) * 0 + t (shift a 1) * 0 + t (shift a 2) * 0) with 0 by ring.
  rewrite exp_0. field. }
assert (X : forall k, (0 <= k <= 2)%Z -> L_ClassificationX t a a2 a3 k = 0).
{ intros k hk. unfold L_ClassificationX, L_C2X. rewrite !H by lia.
  assert (C : (k = 0 \/ k = 1 \/ k = 2)%Z) by lia. destruct C as [-> | [-> | ->]];
  rewrite ?g_00, ?g_01, ?g_02, ?g_10, ?g_11, ?g_12, ?g_20, ?g_21, ?g_22, ?g_30, ?g_31, ?g_32; field. }
assert (O : forall k, (0 <= k <= 2)%Z -> L_ClassificationO t a a2 a3 k = 1 / 3).
{ intros k hk. unfold L_ClassificationO. rewrite !X by lia. unfold L_C3O. rewrite exp_0. field. }
pose proof (Q_C13_general t a a1 a2 a3 0 0 ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia)) as right.
pose proof (one_limit _ _ _ right wrong) as E.
rewrite l_0, l_1, l_2, H, !O, g_00, g_01, g_02, I_0 in E by lia. unfold L_C12HByW in E. lra.
Qed.

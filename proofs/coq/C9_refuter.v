(* goal: P_Refuter [^ ]+ [^ ]+ [^ ]+ [^ ]+ -> \(\(L_ClassificationH *)
(* C9_refuter: sigma(0) is 1/2, and the softmax of equal logits 1/3. *)
Proof.
Local Open Scope R_scope.
intros t a a2 a3 j_0 k_0 lo_k lo_j hi_k hi_j refuter.
destruct refuter as [[[[[[[[[[[[[I_0 g_00] g_01] g_02] g_10] g_11] g_12] g_20] g_21] g_22] g_30] g_31] g_32] W].
assert (H : forall j, (0 <= j <= 3)%Z -> L_ClassificationH t a a2 j = 1 / 2).
{ intros j hj. change (logistic (value (t (shift a 0)) * value (t (shift (shift_A4_float64 a2 0) j))
    + value (t (shift a 1)) * value (t (shift (shift_A4_float64 a2 1) j)) + value (t (shift a 2)) * value (t (shift (shift_A4_float64 a2 2) j))) = 1 / 2).
  rewrite !W by lia. unfold logistic. replace (value (t (shift a 0)) * 0 + value (t (shift a 1)) * 0 + value (t (shift a 2)) * 0) with 0 by ring.
  rewrite exp_0. field. }
assert (X : forall k, (0 <= k <= 2)%Z -> L_ClassificationX t a a2 a3 k = 0).
{ intros k hk. unfold L_ClassificationX, L_C2X. rewrite !H by lia.
  assert (C : (k = 0 \/ k = 1 \/ k = 2)%Z) by lia. destruct C as [-> | [-> | ->]];
  rewrite ?g_00, ?g_01, ?g_02, ?g_10, ?g_11, ?g_12, ?g_20, ?g_21, ?g_22, ?g_30, ?g_31, ?g_32; field. }
assert (O : forall k, (0 <= k <= 2)%Z -> L_ClassificationO t a a2 a3 k = 1 / 3).
{ intros k hk. unfold L_ClassificationO. rewrite !X by lia. unfold L_C3O. rewrite exp_0. field. }
split; [apply H|apply O]; lia.
Qed.

(* goal: ~ P_IsCEByW [^ ]+ \(.*L_C5CEByO *)
(* C13_slip_S3: the derivative is 1/3 * 1/4; the line gives 0. *)
Proof.
Local Open Scope R_scope.
intros t a a1 a2 a3 r r1 l_0 l_1 l_2 refuter wrong. subst r r1.
pose proof (fun k (h : (0 <= k <= 2)%Z) => proj2 (Q_C9_refuter t a a2 a3 0 k ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia) refuter)) as O.
pose proof (proj1 (Q_C9_refuter t a a2 a3 0 0 ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia) refuter)) as H.
destruct refuter as [[[[[[[[[[[[[I_0 g_00] g_01] g_02] _] _] _] _] _] _] _] _] _] _].
pose proof (Q_C13_general t a a1 a2 a3 0 0 ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia)) as right.
pose proof (one_limit _ _ _ right wrong) as E. cbv zeta in E.
rewrite l_0, l_1, l_2, H, !O, g_00, g_01, g_02, I_0 in E by lia. unfold L_C12HByW in E. lra.
Qed.

(* goal: ~ P_IsCEByGamma [^ ]+ \(.*L_C5CEByO *)
(* C9_slip_S2: the derivative is 1/3 * 1/2; the line gives 0. *)
Proof.
Local Open Scope R_scope.
intros t a a1 a2 a3 r r1 l_0 l_1 l_2 refuter wrong. subst r r1.
pose proof (fun k (h : (0 <= k <= 2)%Z) => proj2 (Q_C9_refuter t a a2 a3 0 k ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia) refuter)) as O.
pose proof (proj1 (Q_C9_refuter t a a2 a3 0 0 ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia) refuter)) as H.
pose proof (Q_C9_general t a a1 a2 a3 0 1 ltac:(lia) ltac:(lia) ltac:(lia) ltac:(lia)) as right.
pose proof (one_limit _ _ _ right wrong) as E. unfold L_C5CEByO in E.
rewrite l_0, l_1, l_2, H, !O in E by lia. lra.
Qed.

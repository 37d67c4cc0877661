(* goal: ~ P_IsCEByX \(\(L_C5CEByO 0%R r\) *)
(* C7_slip_S1: the derivative is 1/3 - 1; the line gives 0. *)
Proof.
Local Open Scope R_scope.
intros r wrong.
destruct (Q_C7_general 1 0 0 0 0 0 0%Z ltac:(lia) ltac:(lia)) as [right _]. specialize (right eq_refl).
pose proof (one_limit _ _ _ right wrong) as E.
assert (T : L_C3Output 0 0 0 0 = 1 / 3).
{ rewrite (proj1 (L_C3Output'def 0 0 0 0) eq_refl). unfold L_C3O. rewrite exp_0. field. }
assert (Z : L_C5CEByO 0 r = 0) by (unfold L_C5CEByO, Rdiv; ring).
rewrite Z, T in E. lra.
Qed.

(* goal: ~ P_IsCEByX \(L_C7CEByX *)
(* C7_needs_labels: the derivative is 2/3 - 1; C7 says 1/3 - 1. *)
Proof.
Local Open Scope R_scope.
intro wrong.
destruct (Q_C7_general 1 1 0 0 0 0 0%Z ltac:(lia) ltac:(lia)) as [right _]. specialize (right eq_refl).
pose proof (one_limit _ _ _ right wrong) as E.
assert (T : L_C3Output 0 0 0 0 = 1 / 3).
{ rewrite (proj1 (L_C3Output'def 0 0 0 0) eq_refl). unfold L_C3O. rewrite exp_0. field. }
unfold L_C7CEByX in E. rewrite T in E. lra.
Qed.

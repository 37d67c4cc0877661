(* goal: L_C4CE r \(L_C3O r3 r3 r5 r7 *)
(* C4_spread: no log O_k moves by more than twice what the logits do. *)
Proof.
Local Open Scope R_scope.
intros l_0 l_1 l_2 x_0 X_0 x_1 X_1 x_2 X_2 u_2 u_1 u_0 p_2 p_1 p_0 h_2 h_1 h_0. unfold L_C4CE, L_C3O.
apply split_error in h_0, h_1, h_2. destruct h_0 as [e_0 [h_0 q_0]]. destruct h_1 as [e_1 [h_1 q_1]].
destruct h_2 as [e_2 [h_2 q_2]].
assert (N : forall x y z k, ln (exp k / (exp x + exp y + exp z)) = k - ln (exp x + exp y + exp z)).
{ intros x y z k. pose proof (exp_positive x). pose proof (exp_positive y). pose proof (exp_positive z).
  pose proof (exp_positive k). unfold Rdiv.
  rewrite ln_mult, ln_Rinv, ln_exp by (try apply Rinv_0_lt_compat; lra). ring. }
rewrite !N.
destruct (log_sum_moves x_0 X_0 x_1 X_1 x_2 X_2 (41 / 35184372088832)) as [L _];
  [rewrite q_0|rewrite q_1|rewrite q_2|].
1-3: match goal with |- Rabs (?x - (?x - ?e)) <= _ => replace (x - (x - e)) with e by ring; assumption end.
revert L. generalize (ln (exp x_0 + exp x_1 + exp x_2)) (ln (exp X_0 + exp X_1 + exp X_2)). intros s S L. subst.
assert (E : exists e, Rabs e <= 41 / 35184372088832 /\ S = s - e) by (exists (s - S); split; [assumption|ring]).
destruct E as [e [? ->]].
match goal with |- Rabs ?t <= _ => replace t with (- (l_0 * (e_0 - e) + l_1 * (e_1 - e) + l_2 * (e_2 - e))) by ring end.
rewrite Rabs_Ropp. apply labels_weigh; try assumption; lra.
Qed.

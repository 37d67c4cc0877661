(* goal: ^[^:]* : forall [^>]*ln \(L_C3O [^>]*ln \(\(\(L_C3Exp *)
(* C4_shift: the log of a quotient of exponentials, with the shift M taken out of the sum. *)
Proof.
intros X_k X_0 X_1 X_2 M; unfold L_C3O, L_C3Exp.
rewrite !exp_plus.
pose proof (Exp_prop.exp_pos X_k) as Pk; pose proof (Exp_prop.exp_pos X_0) as P0.
pose proof (Exp_prop.exp_pos X_1) as P1; pose proof (Exp_prop.exp_pos X_2) as P2.
rewrite <- !Rmult_plus_distr_r.
set (S := (exp X_0 + exp X_1 + exp X_2)%R).
assert (0 < S)%R by (unfold S; lra).
rewrite (ln_mult S) by (try apply Exp_prop.exp_pos; assumption).
unfold Rdiv; rewrite (ln_mult (exp X_k)) by (try apply Rinv_0_lt_compat; assumption).
rewrite ln_Rinv by assumption.
rewrite !ln_exp.
ring.
Qed.

(* goal: ^[^:]* : forall [^>]*= \(L_C3O *)
(* C3_shift: a common factor e^-M of the numerator and of every term of the sum cancels. *)
Proof.
intros X_k X_0 X_1 X_2 M; unfold L_C3O, L_C3Exp.
rewrite !exp_plus, <- !Rmult_plus_distr_r.
assert (0 < exp (-1 * M))%R by apply Exp_prop.exp_pos.
assert (0 < exp X_0 + exp X_1 + exp X_2)%R.
{ pose proof (Exp_prop.exp_pos X_0); pose proof (Exp_prop.exp_pos X_1).
  pose proof (Exp_prop.exp_pos X_2); lra. }
field; split; apply Rgt_not_eq; assumption.
Qed.

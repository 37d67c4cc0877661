(* goal: L_C3O r4 r r2 r4\) \+ *)
(* C3_spread: no O_k moves by more than half of what the logits do. *)
Proof.
Local Open Scope R_scope.
intros x_0 X_0 x_1 X_1 x_2 X_2 h_2 h_1 h_0. unfold L_C3O.
assert (M : forall x X y Y z Z, Rabs (x + - (1) * X) <= 41 / 35184372088832 -> Rabs (y + - (1) * Y) <= 41 / 35184372088832 ->
  Rabs (z + - (1) * Z) <= 41 / 35184372088832 ->
  Rabs (exp x / (exp x + exp y + exp z) + - (1) * (exp X / (exp X + exp Y + exp Z))) <= 41 / 70368744177664).
{ intros x X y Y z Z hx hy hz.
  replace (exp x / (exp x + exp y + exp z) + - (1) * (exp X / (exp X + exp Y + exp Z)))
    with (exp x / (exp x + exp y + exp z) - exp X / (exp X + exp Y + exp Z)) by ring.
  eapply Rle_trans; [apply (softmax_moves x X y Y z Z (41 / 35184372088832))|lra];
    [replace (x - X) with (x + - (1) * X) by ring|replace (y - Y) with (y + - (1) * Y) by ring
    |replace (z - Z) with (z + - (1) * Z) by ring]; assumption. }
repeat split.
- replace (exp x_0 + exp x_1 + exp x_2) with (exp x_2 + exp x_0 + exp x_1) by ring.
  replace (exp X_0 + exp X_1 + exp X_2) with (exp X_2 + exp X_0 + exp X_1) by ring. apply M; assumption.
- replace (exp x_0 + exp x_1 + exp x_2) with (exp x_1 + exp x_0 + exp x_2) by ring.
  replace (exp X_0 + exp X_1 + exp X_2) with (exp X_1 + exp X_0 + exp X_2) by ring. apply M; assumption.
- apply M; assumption.
Qed.

(* goal: sub1 RNE f2 f1 in let r[0-9]* := Reals.Rtrigo_def.exp *)
(* C3_exp, IEEE: what X_k - M loses, exp does not enlarge left of 0. *)
Proof.
Local Open Scope R_scope.
doubles.
match goal with H : Rabs (real ?f + - (1) * exp (real (minus ?x ?m))) <= _ |- _ =>
  destruct (shifted_exp x m (minus x m) f ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)
    ltac:(assumption) ltac:(reflexivity) H) as (? & ? & ? & E) end.
repeat split; try assumption; try lra; try (apply Rabs_le; lra).
all: unfold L_C3Exp; match goal with |- Rabs (?f + - (1) * exp ?t) <= _ =>
  replace (f + - (1) * exp t) with (f - exp t) by ring end;
  match type of E with context [exp ?u] => match goal with |- context [exp ?t] => replace t with u by ring end end;
  exact E.
Qed.

(* goal: L_R7Gamma r2 r9 \(r1 \* r11\) *)
(* R7_descent: the new error by multiplying out; then a factor between -1 and 1. *)
Proof.
Local Open Scope R_scope.
intros r r1 r2 r3 r4 r5 r6 r7 r8 r9 r10 r11 r12.
pose (S := r1 * r1 + r3 * r3 + r5 * r5 + r7 * r7).
assert (E : r + -1 * r12 = (1 - 2 * (r9 * S)) * (r + -1 * r10)).
{ unfold r12, r11, r10, L_R2O, L_R7Gamma, L_R4SEByO, S. ring. }
split.
- change (r12 + (r + -1 * r10) * (1 + -1 * (2 * r9 * S)) = r).
  replace r12 with (r - (r + -1 * r12)) by ring. rewrite E. ring.
- intros a4 b7 b5 b3 b1 a0 p7 p5 p3 p1. unfold L_R3SE. cbv zeta.
  change (r + (-(1)) * r12) with (r + -1 * r12). change (r + (-(1)) * r10) with (r + -1 * r10). rewrite E.
  assert (B : forall x, 0 <= x -> x <= 1 -> 0 <= x * x <= 1) by (intros; nra).
  pose proof (B r1 p1 b1); pose proof (B r3 p3 b3); pose proof (B r5 p5 b5); pose proof (B r7 p7 b7).
  assert (0 <= S <= 4) by (unfold S; lra).
  assert (0 <= r9 * S <= 1) by nra.
  generalize dependent (r9 * S). intros c _ [c0 c1].
  set (e := r + -1 * r10).
  replace ((1 - 2 * c) * e * ((1 - 2 * c) * e)) with (e * e - 4 * (c * (1 - c)) * (e * e)) by ring.
  assert (0 <= e * e) by apply Rle_0_sqr. assert (0 <= c * (1 - c)) by (apply Rmult_le_pos; lra).
  pose proof (Rmult_le_pos _ _ H5 H4). lra.
Qed.

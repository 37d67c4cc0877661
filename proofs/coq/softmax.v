(* softmax.v: the rounding of the shifted softmax and of its logarithm: what the goals about C3 and C4 in
   the IEEE reading have in common. e_k stands for the double that comes near E_k = e^(X_k - M), s for the
   sum of the three as computed, S for the exact one. The file states no axiom. *)
Require Import Reals ZArith Lra Lia.
From Flocq Require Import Core BinarySingleNaN.
From Gappa Require Import Gappa_library Gappa_tactic.
Require Import Backproof.calculus Backproof.ieee.
Open Scope R_scope.

(* exp is nowhere steeper than 1 left of 0. *)
Lemma exp_below_one (a : R) : a <= 0 -> exp a <= 1.
Proof. intro h. rewrite <- exp_0. destruct h as [h|h]; [left; apply exp_increasing; exact h|right; rewrite h; reflexivity]. Qed.

Lemma exp_lipschitz (a b : R) : a <= 0 -> b <= 0 -> Rabs (exp a - exp b) <= Rabs (a - b).
Proof.
assert (W : forall a b, a <= b -> b <= 0 -> 0 <= exp b - exp a <= b - a).
{ intros u v h v0. split.
  - destruct h as [h|h]; [pose proof (exp_increasing _ _ h)|rewrite h]; lra.
  - pose proof (exp_ineq1_le (u - v)) as L. pose proof (exp_pos v). pose proof (exp_below_one v v0).
    replace (exp u) with (exp v * exp (u - v)) by (rewrite <- exp_plus; f_equal; ring).
    assert (exp v * (1 - exp (u - v)) <= 1 * (v - u)); [|lra].
    destruct h as [h|h].
    + assert (exp (u - v) <= 1) by (apply exp_below_one; lra).
      apply Rmult_le_compat; lra.
    + rewrite h. replace (v - v) with 0 by ring. rewrite exp_0. lra. }
intros ha hb. destruct (Rle_dec a b) as [h|h].
- pose proof (W a b h hb). rewrite (Rabs_left1 (exp a - exp b)), (Rabs_left1 (a - b)); lra.
- pose proof (W b a ltac:(lra) ha). rewrite (Rabs_pos_eq (exp a - exp b)), (Rabs_pos_eq (a - b)); lra.
Qed.

(* Rounding never crosses a double. *)
Lemma rnd_above (e : double) (x : R) : real e <= x -> real e <= rnd x.
Proof.
intro h. assert (E : rnd (real e) = real e).
{ unfold rnd, real. apply round_generic; [apply valid_rnd_N|]. apply (generic_format_B2R 53 1024 e). }
rewrite <- E. unfold rnd. apply round_le; [apply FLT_exp_valid; reflexivity|apply valid_rnd_N|exact h].
Qed.

(* One term: the error of X - M, which exp does not enlarge, and that of exp. *)
Lemma shifted_exp (x m t : double) (f : double) :
  finite x -> finite m -> real x <= real m -> Rabs (real x) <= 65 -> Rabs (real m) <= 65 -> t = minus x m ->
  Rabs (real f + - (1) * exp (real t)) <= 1 / 4503599627370496 * exp (real t) ->
  finite t /\ Rabs (real t) <= 130 /\ 0 < real f <= 17 / 16 /\
  Rabs (real f - exp (real x - real m)) <= 65 / 4503599627370496.
Proof.
intros fx fm h bx bm -> H.
assert (b : -130 <= real x - real m <= 0) by (apply Rabs_le_inv in bx, bm; lra).
destruct (minus_ok x m fx fm ltac:(unfold rnd; gappa)) as [ft et].
assert (bt : -130 <= real (minus x m) <= 0) by (rewrite et; unfold rnd; gappa).
assert (err : Rabs (real (minus x m) - (real x - real m)) <= 64 / 4503599627370496)
  by (rewrite et; unfold rnd; gappa).
pose proof (exp_lipschitz (real (minus x m)) (real x - real m) ltac:(lra) ltac:(lra)) as L.
pose proof (exp_pos (real (minus x m))). pose proof (exp_below_one (real (minus x m)) ltac:(lra)).
assert (E : Rabs (real f - exp (real (minus x m))) <= 1 / 4503599627370496 * exp (real (minus x m)))
  by (replace (real f - exp (real (minus x m))) with (real f + - (1) * exp (real (minus x m))) by ring; exact H).
pose proof (Rabs_le_inv _ _ E).
split; [exact ft|]. split; [apply Rabs_le; lra|]. split; [lra|].
replace (real f - exp (real x - real m)) with ((real f - exp (real (minus x m)))
  + (exp (real (minus x m)) - exp (real x - real m))) by ring.
eapply Rle_trans; [apply Rabs_triang|]. lra.
Qed.

(* The sum: one of its terms is near 1, so that it stays away from 0. *)
Lemma shifted_sum (e_0 e_1 e_2 : double) (X_0 X_1 X_2 M : R) :
  finite e_0 -> finite e_1 -> finite e_2 -> 0 < real e_0 -> 0 < real e_1 -> 0 < real e_2 ->
  Rabs (real e_0) <= 17 / 16 -> Rabs (real e_1) <= 17 / 16 -> Rabs (real e_2) <= 17 / 16 ->
  X_0 <= M -> X_1 <= M -> X_2 <= M -> (X_0 = M \/ X_1 = M) \/ X_2 = M ->
  Rabs (real e_0 + - (1) * exp (X_0 + - (1) * M)) <= 65 / 4503599627370496 ->
  Rabs (real e_1 + - (1) * exp (X_1 + - (1) * M)) <= 65 / 4503599627370496 ->
  Rabs (real e_2 + - (1) * exp (X_2 + - (1) * M)) <= 65 / 4503599627370496 ->
  finite (plus e_0 e_1) /\ finite (plus (plus e_0 e_1) e_2) /\ 15 / 16 <= real (plus (plus e_0 e_1) e_2) <= 4 /\
  1 <= exp (X_0 + - (1) * M) + exp (X_1 + - (1) * M) + exp (X_2 + - (1) * M) <= 3 /\
  Rabs (real (plus (plus e_0 e_1) e_2) - (exp (X_0 + - (1) * M) + exp (X_1 + - (1) * M) + exp (X_2 + - (1) * M)))
    <= 199 / 4503599627370496 /\
  real e_0 <= real (plus (plus e_0 e_1) e_2) /\ real e_1 <= real (plus (plus e_0 e_1) e_2) /\
  real e_2 <= real (plus (plus e_0 e_1) e_2).
Proof.
intros f_0 f_1 f_2 p_0 p_1 p_2 b_0 b_1 b_2 h_0 h_1 h_2 top E_0 E_1 E_2.
assert (U : forall X, X <= M -> 0 < exp (X + - (1) * M) <= 1).
{ intros X h. split; [apply exp_pos|apply exp_below_one; lra]. }
pose proof (U X_0 h_0) as U_0. pose proof (U X_1 h_1) as U_1. pose proof (U X_2 h_2) as U_2.
assert (T : (exp (X_0 + - (1) * M) = 1 \/ exp (X_1 + - (1) * M) = 1) \/ exp (X_2 + - (1) * M) = 1).
{ destruct top as [[t|t]|t]; [left; left|left; right|right]; rewrite t; replace (M + - (1) * M) with 0 by ring; exact exp_0. }
revert E_0 E_1 E_2 U_0 U_1 U_2 T. generalize (exp (X_0 + - (1) * M)) (exp (X_1 + - (1) * M)) (exp (X_2 + - (1) * M)).
intros r_0 r_1 r_2 E_0 E_1 E_2 U_0 U_1 U_2 T. clear U.
destruct (plus_ok e_0 e_1 f_0 f_1 ltac:(unfold rnd; gappa)) as [f_3 v_3].
assert (f_4 : finite (plus (plus e_0 e_1) e_2) /\ real (plus (plus e_0 e_1) e_2) = rnd (real (plus e_0 e_1) + real e_2)).
{ apply plus_ok; [exact f_3|exact f_2|]. rewrite v_3. unfold rnd. gappa. }
destruct f_4 as [f_4 v_4]. rewrite v_3 in v_4. rewrite v_4.
split; [exact f_3|]. split; [exact f_4|].
assert (G_0 : Rabs (real e_0 - r_0) <= 65 / 4503599627370496) by (replace (real e_0 - r_0) with (real e_0 + - (1) * r_0) by ring; exact E_0).
assert (G_1 : Rabs (real e_1 - r_1) <= 65 / 4503599627370496) by (replace (real e_1 - r_1) with (real e_1 + - (1) * r_1) by ring; exact E_1).
assert (G_2 : Rabs (real e_2 - r_2) <= 65 / 4503599627370496) by (replace (real e_2 - r_2) with (real e_2 + - (1) * r_2) by ring; exact E_2).
clear E_0 E_1 E_2. apply Rabs_le_inv in b_0, b_1, b_2.
assert (B_0 : 0 <= real e_0 <= 17 / 16) by lra. assert (B_1 : 0 <= real e_1 <= 17 / 16) by lra.
assert (B_2 : 0 <= real e_2 <= 17 / 16) by lra.
assert (R_0 : 0 <= r_0 <= 1) by lra. assert (R_1 : 0 <= r_1 <= 1) by lra. assert (R_2 : 0 <= r_2 <= 1) by lra.
split; [destruct T as [[t|t]|t]; subst; unfold rnd; clear - B_0 B_1 B_2 G_0 G_1 G_2; gappa|].
split; [destruct T as [[t|t]|t]; lra|].
split; [unfold rnd; clear - G_0 G_1 G_2 R_0 R_1 R_2; gappa|].
assert (S : real (plus e_0 e_1) <= rnd (rnd (real e_0 + real e_1) + real e_2))
  by (apply rnd_above; rewrite v_3; lra).
rewrite v_3 in S.
repeat split; [apply Rle_trans with (2 := S); apply rnd_above; lra|apply Rle_trans with (2 := S); apply rnd_above; lra|].
apply rnd_above. assert (0 <= rnd (real e_0 + real e_1)); [|lra].
apply Rle_trans with (real e_0); [lra|apply rnd_above; lra].
Qed.

(* The quotient e / s: at most 1 because e is one of the terms of s. *)
Lemma shifted_quotient (e s : double) (E S : R) :
  finite e -> 0 < real e -> real e <= real s -> 15 / 16 <= real s <= 4 -> 0 < E <= S ->
  Rabs (real e + - (1) * E) <= 65 / 4503599627370496 -> Rabs (real s - S) <= 199 / 4503599627370496 ->
  finite (over e s) /\ 0 <= real (over e s) <= 1 /\ Rabs (real (over e s) - E / S) <= 5 / 70368744177664.
Proof.
intros fe pe les bs bE d D.
assert (q : 0 <= real e / real s <= 1).
{ split; [apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]|].
  apply (Rmult_le_reg_r (real s)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
assert (u : 0 <= E / S <= 1).
{ split; [apply Rmult_le_pos; [lra|left; apply Rinv_0_lt_compat; lra]|].
  apply (Rmult_le_reg_r S); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
assert (x : Rabs (real e / real s - E / S) <= 319 / 4503599627370496).
{ replace (real e / real s - E / S) with (((real e + - (1) * E) - E / S * (real s - S)) / real s) by (field; lra).
  revert u d D. generalize (E / S) (real e + - (1) * E) (real s - S). intros u d D hu hd hD. clear q les. gappa. }
revert q u x. generalize (E / S). intros v q u x. clear bE d D.
destruct (over_ok e s fe ltac:(lra)) as [f r].
{ revert q. generalize (real e / real s). intros y q. unfold rnd. gappa. }
rewrite r. clear r. revert q x. generalize (real e / real s). intros y q x.
split; [exact f|]. split; unfold rnd; [gappa|].
replace (round radix2 (FLT_exp (-1074) 53) ZnearestE y - v)
  with ((round radix2 (FLT_exp (-1074) 53) ZnearestE y - y) + (y - v)) by ring.
assert (Rabs (round radix2 (FLT_exp (-1074) 53) ZnearestE y - y) <= 1 / 4503599627370496) by gappa.
eapply Rle_trans; [apply Rabs_triang|]. lra.
Qed.

(* ln is not steeper than 16/15 right of 15/16. *)
Lemma ln_below (x : R) : 0 < x -> ln x <= x - 1.
Proof. intro p. pose proof (exp_ineq1_le (ln x)) as L. rewrite (exp_ln x p) in L. lra. Qed.

Lemma ln_lipschitz (s S : R) : 15 / 16 <= s -> 15 / 16 <= S -> Rabs (ln s - ln S) <= 16 / 15 * Rabs (s - S).
Proof.
assert (W : forall a b, 15 / 16 <= a -> 15 / 16 <= b -> ln a - ln b <= 16 / 15 * Rabs (a - b)).
{ intros a b ha hb. pose proof (ln_below (a / b)) as L. unfold Rdiv in L at 2.
  assert (p : 0 < / b) by (apply Rinv_0_lt_compat; lra). rewrite ln_mult, ln_Rinv in L by lra.
  assert (i : / b <= 16 / 15) by (replace (16 / 15) with (/ (15 / 16)) by field; apply Rinv_le_contravar; lra).
  apply Rle_trans with (a / b - 1); [apply L; apply Rmult_lt_0_compat; lra|].
  replace (a / b - 1) with (/ b * (a - b)) by (field; lra).
  apply Rle_trans with (/ b * Rabs (a - b)); [apply Rmult_le_compat_l; [lra|apply Rle_abs]|].
  apply Rmult_le_compat_r; [apply Rabs_pos|exact i]. }
intros hs hS. apply Rabs_le. pose proof (W s S hs hS). pose proof (W S s hS hs) as V.
rewrite Rabs_minus_sym in V. lra.
Qed.

(* The logarithm of the sum, as log gives it. *)
Lemma log_of_sum (f s : double) (S : R) : 15 / 16 <= real s <= 4 -> 1 <= S <= 3 ->
  Rabs (real s - S) <= 199 / 4503599627370496 ->
  Rabs (real f + - (1) * ln (real s)) <= 1 / 4503599627370496 * Rabs (ln (real s)) ->
  -1 <= real f <= 4 /\ 0 <= ln S <= 2 /\ Rabs (real f - ln S) <= 216 / 4503599627370496.
Proof.
intros bs bS d h. pose proof (ln_below (real s) ltac:(lra)) as U.
assert (V : - (1 / 15) <= ln (real s)).
{ pose proof (ln_below (/ real s) ltac:(apply Rinv_0_lt_compat; lra)) as V. rewrite ln_Rinv in V by lra.
  assert (/ real s <= 16 / 15) by (replace (16 / 15) with (/ (15 / 16)) by field; apply Rinv_le_contravar; lra). lra. }
assert (A : Rabs (ln (real s)) <= 3) by (apply Rabs_le; lra).
pose proof (ln_lipschitz (real s) S ltac:(lra) ltac:(lra)) as L. apply Rabs_le_inv in h.
split; [lra|]. split.
- split; [|pose proof (ln_below S ltac:(lra)); lra]. rewrite <- ln_1. destruct (Req_dec 1 S) as [<-|n]; [lra|left; apply ln_increasing; lra].
- replace (real f - ln S) with ((real f + - (1) * ln (real s)) + (ln (real s) - ln S)) by ring.
  eapply Rle_trans; [apply Rabs_triang|].
  assert (Rabs (real f + - (1) * ln (real s)) <= 3 / 4503599627370496) by (apply Rabs_le; lra). lra.
Qed.

(* log O_k = X_k - M - log S. *)
Lemma log_softmax (x m f : double) (L : R) :
  finite x -> finite m -> finite f -> Rabs (real x) <= 65 -> Rabs (real m) <= 65 ->
  -1 <= real f <= 4 -> 0 <= L <= 2 -> Rabs (real f - L) <= 216 / 4503599627370496 ->
  finite (minus x m) /\ finite (minus (minus x m) f) /\ Rabs (real (minus (minus x m) f)) <= 140 /\
  Rabs (real (minus (minus x m) f) - (real x - real m - L)) <= 3 / 35184372088832.
Proof.
intros fx fm ff bx bm bf bL d.
destruct (minus_ok x m fx fm ltac:(unfold rnd; gappa)) as [ft et].
destruct (minus_ok (minus x m) f ft ff ltac:(rewrite et; unfold rnd; gappa)) as [fu eu].
split; [exact ft|]. split; [exact fu|]. rewrite eu, et. unfold rnd. split; gappa.
Qed.

(* The shift by M cancels. *)
Lemma shift_cancels (X_k X_0 X_1 X_2 M : R) : exp X_k / (exp X_0 + exp X_1 + exp X_2) =
  exp (X_k + - (1) * M) / (exp (X_0 + - (1) * M) + exp (X_1 + - (1) * M) + exp (X_2 + - (1) * M)).
Proof.
rewrite !exp_plus, <- !Rmult_plus_distr_r. pose proof (exp_pos (- (1) * M)).
pose proof (exp_pos X_0). pose proof (exp_pos X_1). pose proof (exp_pos X_2). field. split; lra.
Qed.

Lemma log_shift_cancels (X_k X_0 X_1 X_2 M : R) : ln (exp X_k / (exp X_0 + exp X_1 + exp X_2)) =
  X_k - M - ln (exp (X_0 + - (1) * M) + exp (X_1 + - (1) * M) + exp (X_2 + - (1) * M)).
Proof.
rewrite (shift_cancels X_k X_0 X_1 X_2 M).
pose proof (exp_pos (X_k + - (1) * M)). pose proof (exp_pos (X_0 + - (1) * M)).
pose proof (exp_pos (X_1 + - (1) * M)). pose proof (exp_pos (X_2 + - (1) * M)).
unfold Rdiv. rewrite ln_mult, ln_Rinv, ln_exp by (try apply Rinv_0_lt_compat; lra). ring.
Qed.

(* What is known of the terms, their sum, the quotients and the logarithms, wherever they stand. *)
Ltac sum_of e_0 e_1 e_2 :=
  lazymatch goal with
  | A : Rabs (real e_0 + - (1) * exp (?X_0 + - (1) * ?M)) <= _, B : Rabs (real e_1 + - (1) * exp (?X_1 + - (1) * _)) <= _,
    C : Rabs (real e_2 + - (1) * exp (?X_2 + - (1) * _)) <= _ |- _ =>
      pose proof (exp_pos (X_0 + - (1) * M)); pose proof (exp_pos (X_1 + - (1) * M)); pose proof (exp_pos (X_2 + - (1) * M));
      let H := fresh in assert (H := shifted_sum e_0 e_1 e_2 X_0 X_1 X_2 M ltac:(assumption) ltac:(assumption) ltac:(assumption)
        ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)
        ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) A B C);
      destruct H as (? & ? & ? & ? & ? & ? & ? & ?)
  end.
Ltac sums := match goal with
  | |- context [plus (plus ?a ?b) ?c] => sum_of a b c
  | H : context [plus (plus ?a ?b) ?c] |- _ => sum_of a b c
  end.
Ltac abstract_double t := let v := fresh "v" in set (v := t) in *; clearbody v.
Ltac quotient_of e s := match goal with
  A : Rabs (real e + - (1) * ?E) <= _, D : Rabs (real s - ?S) <= _ |- _ =>
    let H := fresh "H" in
    assert (H := shifted_quotient e s E S ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)
      ltac:(split; lra) A D); destruct H as (? & ? & ?); abstract_double (over e s) end.
Ltac quotients := repeat match goal with
  | |- context [over ?e ?s] => quotient_of e s
  | H : context [over ?e ?s] |- _ => quotient_of e s end.
Ltac logs := match goal with
  H : Rabs (real ?f + - (1) * ln (real ?s)) <= _, D : Rabs (real ?s - ?S) <= _ |- _ =>
    let G := fresh "G" in assert (G := log_of_sum f s S ltac:(assumption) ltac:(assumption) D H);
    destruct G as (? & ? & ?);
    repeat match goal with A : Rabs (real ?e + - (1) * exp (real ?x + - (1) * real ?m)) <= _ |- _ =>
      let G := fresh "G" in assert (G := log_softmax x m f (ln S) ltac:(assumption) ltac:(assumption) ltac:(assumption)
        ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption));
      destruct G as (? & ? & ? & ?); abstract_double (minus (minus x m) f); revert A end; intros end.
(* What is left to do is about the products alone. *)
Ltac only_products :=
  match goal with H : 15 / 16 <= real (plus (plus ?a ?b) ?c) <= 4 |- _ =>
    abstract_double (plus (plus a b) c); abstract_double (plus a b) end;
  repeat match goal with |- context [minus ?x ?m] => abstract_double (minus x m)
    | H : context [minus ?x ?m] |- _ => abstract_double (minus x m) end;
  repeat match goal with H : context [exp] |- _ => clear H | H : context [ln] |- _ => clear H
    | H : real _ <= real _ |- _ => clear H | H : 0 < real _ |- _ => clear H | H : Rabs (real _) <= 17 / 16 |- _ => clear H
    | H : Rabs (real _) <= 65 |- _ => clear H end.

(* How far the softmax and its logarithm move when no logit moves by more than d. *)
Lemma exp_moves (x X d : R) : Rabs (x - X) <= d -> exp x <= exp d * exp X.
Proof. intro h. apply Rabs_le_inv in h. rewrite <- exp_plus. destruct (Rle_lt_or_eq_dec x (d + X)) as [l|e]; [lra|left; apply exp_increasing; exact l|right; rewrite e; reflexivity]. Qed.

Lemma ln_moves (a b d : R) : 0 < a -> 0 < b -> a <= exp d * b -> b <= exp d * a -> Rabs (ln a - ln b) <= d.
Proof.
assert (W : forall u v, 0 < u -> 0 < v -> u <= exp d * v -> ln u <= d + ln v).
{ intros u v pu pv h. rewrite <- (ln_exp d) at 1. rewrite <- ln_mult by (try apply exp_pos; assumption).
  destruct (Rle_lt_or_eq_dec _ _ h) as [l|e]; [left; apply ln_increasing; assumption|right; rewrite <- e; reflexivity]. }
intros pa pb h k. pose proof (W a b pa pb h). pose proof (W b a pb pa k). apply Rabs_le. lra.
Qed.

Lemma log_sum_moves (x X y Y z Z d : R) : Rabs (x - X) <= d -> Rabs (y - Y) <= d -> Rabs (z - Z) <= d ->
  Rabs (ln (exp x + exp y + exp z) - ln (exp X + exp Y + exp Z)) <= d /\
  Rabs (ln (exp y + exp z) - ln (exp Y + exp Z)) <= d.
Proof.
intros hx hy hz.
pose proof (exp_moves x X d hx). pose proof (exp_moves y Y d hy). pose proof (exp_moves z Z d hz).
rewrite Rabs_minus_sym in hx, hy, hz.
pose proof (exp_moves X x d hx). pose proof (exp_moves Y y d hy). pose proof (exp_moves Z z d hz).
pose proof (exp_pos x). pose proof (exp_pos y). pose proof (exp_pos z).
pose proof (exp_pos X). pose proof (exp_pos Y). pose proof (exp_pos Z).
split; apply ln_moves; lra.
Qed.

Lemma softmax_is_logistic (x y z : R) : exp x / (exp x + exp y + exp z) = logistic (x - ln (exp y + exp z)).
Proof.
pose proof (exp_pos x). pose proof (exp_pos y). pose proof (exp_pos z).
unfold logistic, Rminus. rewrite exp_plus, exp_Ropp, exp_ln by lra. field. lra.
Qed.

Lemma softmax_moves (x X y Y z Z d : R) : Rabs (x - X) <= d -> Rabs (y - Y) <= d -> Rabs (z - Z) <= d ->
  Rabs (exp x / (exp x + exp y + exp z) - exp X / (exp X + exp Y + exp Z)) <= d / 2.
Proof.
intros hx hy hz. rewrite !softmax_is_logistic.
eapply Rle_trans; [apply logistic_lipschitz|]. destruct (log_sum_moves x X y Y z Z d hx hy hz) as [_ l].
assert (Rabs (x - ln (exp y + exp z) - (X - ln (exp Y + exp Z))) <= d + d); [|lra].
replace (x - ln (exp y + exp z) - (X - ln (exp Y + exp Z))) with ((x - X) - (ln (exp y + exp z) - ln (exp Y + exp Z))) by ring.
eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. lra.
Qed.

Lemma ln_softmax (x y z : R) : ln (exp x / (exp x + exp y + exp z)) = x - ln (exp x + exp y + exp z).
Proof.
pose proof (exp_pos x). pose proof (exp_pos y). pose proof (exp_pos z).
unfold Rdiv. rewrite ln_mult, ln_Rinv, ln_exp by (try apply Rinv_0_lt_compat; lra). ring.
Qed.

Lemma labels_weigh (l_0 l_1 l_2 e_0 e_1 e_2 e : R) : 0 <= l_0 <= 1 -> 0 <= l_1 <= 1 -> 0 <= l_2 <= 1 ->
  Rabs e_0 <= 41 / 35184372088832 -> Rabs e_1 <= 41 / 35184372088832 -> Rabs e_2 <= 41 / 35184372088832 ->
  Rabs e <= 41 / 35184372088832 ->
  Rabs (l_0 * (e_0 - e) + l_1 * (e_1 - e) + l_2 * (e_2 - e)) <= 1 / 137438953472.
Proof. intros. gappa. Qed.

(* O_k from inputs and weights: the errors of the logits, then that of the softmax itself. *)
Lemma C3_whole (o x X y Y z Z : R) : Rabs (o + - (1) * (exp x / (exp x + exp y + exp z))) <= 5 / 70368744177664 ->
  Rabs (x + - (1) * X) <= 41 / 35184372088832 -> Rabs (y + - (1) * Y) <= 41 / 35184372088832 ->
  Rabs (z + - (1) * Z) <= 41 / 35184372088832 ->
  Rabs (o + - (1) * (exp X / (exp X + exp Y + exp Z))) <= 23 / 35184372088832.
Proof.
intros ho hx hy hz. set (u := exp x / (exp x + exp y + exp z)) in *. set (U := exp X / (exp X + exp Y + exp Z)).
assert (M : Rabs (u - U) <= 41 / 35184372088832 / 2).
{ apply softmax_moves; [replace (x - X) with (x + - (1) * X) by ring|replace (y - Y) with (y + - (1) * Y) by ring
    |replace (z - Z) with (z + - (1) * Z) by ring]; assumption. }
replace (o + - (1) * U) with ((o + - (1) * u) + (u - U)) by ring.
eapply Rle_trans; [apply Rabs_triang|]. lra.
Qed.

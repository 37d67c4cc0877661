(* ieee.v: doubles as Flocq defines them, for the proofs of the IEEE reading. The file states no axiom; goals are
   stated on meaning.v of the judge, whose doubles are the same. *)
Require Import Reals ZArith Lra Lia.
From Flocq Require Import Core BinarySingleNaN.
From Gappa Require Import Gappa_library Gappa_tactic.
Open Scope R_scope.

Definition prec_positive : Prec_gt_0 53 := eq_refl.
Definition prec_small : Prec_lt_emax 53 1024 := eq_refl.
#[export] Existing Instances prec_positive prec_small.

Definition double := binary_float 53 1024.
Definition real (x : double) : R := B2R x.
Definition finite (x : double) : Prop := is_finite x = true.
Definition rnd (x : R) : R := round radix2 (FLT_exp (-1074) 53) ZnearestE x.
Definition plus (x y : double) : double := Bplus mode_NE x y.
Definition minus (x y : double) : double := Bminus mode_NE x y.
Definition times (x y : double) : double := Bmult mode_NE x y.
Definition over (x y : double) : double := Bdiv mode_NE x y.
Definition opp (x : double) : double := Bopp x.
Definition below (x y : double) : Prop := Bltb x y = true.
Definition literal (n : Z) : double := binary_normalize 53 1024 _ _ mode_NE n 0 false.

(* 2^1000: whatever stays below it does not overflow. *)
Notation huge := 10715086071862673209484250490600018105614048117055336074437503883703510511249361224931983788156958581275946729175531468251871452856923140435984577574698574803934567774824230985421074605062371141877954182153046474983581941267398767559165543946077062914571196477686542167660429831652624386837205668069376.

Lemma no_overflow (x : R) : Rabs (rnd x) <= huge -> Rlt_bool (Rabs (rnd x)) (bpow radix2 1024) = true.
Proof.
intro b. apply Rlt_bool_true. apply Rle_lt_trans with (1 := b).
apply Rle_lt_trans with (bpow radix2 1000); [|apply bpow_lt; reflexivity].
apply Req_le. unfold bpow. apply f_equal. vm_compute. reflexivity.
Qed.

Lemma plus_ok (x y : double) : finite x -> finite y -> Rabs (rnd (real x + real y)) <= huge ->
  finite (plus x y) /\ real (plus x y) = rnd (real x + real y).
Proof.
intros fx fy b. pose proof (Bplus_correct 53 1024 _ _ mode_NE x y fx fy) as C.
change (round radix2 (SpecFloat.fexp 53 1024) (round_mode mode_NE) (B2R x + B2R y))
  with (rnd (real x + real y)) in C.
rewrite (no_overflow _ b) in C. destruct C as [E [F _]]. split; [exact F|exact E].
Qed.

Lemma minus_ok (x y : double) : finite x -> finite y -> Rabs (rnd (real x - real y)) <= huge ->
  finite (minus x y) /\ real (minus x y) = rnd (real x - real y).
Proof.
intros fx fy b. pose proof (Bminus_correct 53 1024 _ _ mode_NE x y fx fy) as C.
change (round radix2 (SpecFloat.fexp 53 1024) (round_mode mode_NE) (B2R x - B2R y))
  with (rnd (real x - real y)) in C.
rewrite (no_overflow _ b) in C. destruct C as [E [F _]]. split; [exact F|exact E].
Qed.

Lemma times_ok (x y : double) : finite x -> finite y -> Rabs (rnd (real x * real y)) <= huge ->
  finite (times x y) /\ real (times x y) = rnd (real x * real y).
Proof.
intros fx fy b. pose proof (Bmult_correct 53 1024 _ _ mode_NE x y) as C.
change (round radix2 (SpecFloat.fexp 53 1024) (round_mode mode_NE) (B2R x * B2R y))
  with (rnd (real x * real y)) in C.
rewrite (no_overflow _ b) in C. destruct C as [E [F _]].
unfold finite in *. rewrite fx, fy in F. split; [exact F|exact E].
Qed.

Lemma over_ok (x y : double) : finite x -> real y <> 0 -> Rabs (rnd (real x / real y)) <= huge ->
  finite (over x y) /\ real (over x y) = rnd (real x / real y).
Proof.
intros fx ny b. pose proof (Bdiv_correct 53 1024 _ _ mode_NE x y ny) as C.
change (round radix2 (SpecFloat.fexp 53 1024) (round_mode mode_NE) (B2R x / B2R y))
  with (rnd (real x / real y)) in C.
rewrite (no_overflow _ b) in C. destruct C as [E [F _]].
unfold finite in *. rewrite fx in F. split; [exact F|exact E].
Qed.

Lemma opp_ok (x : double) : finite x -> finite (opp x) /\ real (opp x) = - real x.
Proof. intro fx. unfold finite, real, opp. rewrite is_finite_Bopp, B2R_Bopp. split; [exact fx|reflexivity]. Qed.

Lemma below_ok (x y : double) : finite x -> finite y -> (below x y <-> real x < real y).
Proof.
intros fx fy. unfold below. rewrite (Bltb_correct 53 1024 x y fx fy).
unfold real. destruct (Rlt_bool_spec (B2R x) (B2R y)); split; intros; try discriminate; try lra; reflexivity.
Qed.

(* A small integer is a double. *)
Lemma literal_ok (n : Z) : (Z.abs n < 2 ^ 53)%Z -> finite (literal n) /\ real (literal n) = IZR n.
Proof.
intro b. pose proof (binary_normalize_correct 53 1024 _ _ mode_NE n 0 false) as C. cbv zeta in C.
assert (Z : F2R (Defs.Float radix2 n 0) = IZR n) by (unfold F2R; simpl; ring).
rewrite Z in C.
change (round radix2 (SpecFloat.fexp 53 1024) (round_mode mode_NE) (IZR n)) with (rnd (IZR n)) in C.
assert (E : rnd (IZR n) = IZR n).
{ unfold rnd. apply round_generic; [apply valid_rnd_N|]. apply generic_format_FLT.
  apply (FLT_spec _ _ _ _ (Defs.Float radix2 n 0)); [symmetry; exact Z|exact b|simpl; lia]. }
assert (H : Rabs (rnd (IZR n)) <= huge).
{ rewrite E, <- abs_IZR. apply Rle_trans with (IZR (2 ^ 53)); [apply IZR_le; lia|].
  apply IZR_le. vm_compute. discriminate. }
rewrite (no_overflow _ H), E in C. destruct C as [R [F _]]. split; [exact F|exact R].
Qed.

(* Two doubles are equal or not: Why3 asks that of every type. *)
Lemma double_eq_dec (x y : double) : {x = y} + {x <> y}.
Proof.
assert (D : forall u v : SpecFloat.spec_float, {u = v} + {u <> v})
  by (decide equality; try apply Bool.bool_dec; try apply Z.eq_dec; apply Pos.eq_dec).
destruct (D (B2SF x) (B2SF y)) as [e|n]; [left; apply B2SF_inj; exact e|right; intro e; apply n; rewrite e; reflexivity].
Qed.

Lemma half_pos : 0 < 1 / 2.
Proof. lra. Qed.

(* The theorem by another name, because WP's text brings an axiom of the same name. *)
Definition exp_positive : forall x : R, 0 < exp x := exp_pos.

Lemma exp_whole (n : nat) : exp (INR n) = exp 1 ^ n.
Proof. induction n as [|n IH]; [exact exp_0|]. rewrite S_INR, exp_plus, IH. simpl. ring. Qed.

(* e^x where |x| <= 400, as far as its size matters: 2^-640 to 2^640. *)
Notation vast := 4562440617622195218641171605700291324893228507248559930579192517899275167208677386505912811317371399778642309573594407310688704721375437998252661319722214188251994674360264950082874192246603776.
Lemma exp_range (x : R) : -400 <= x <= 400 -> 1 / vast <= exp x <= vast.
Proof.
intros [lo hi].
assert (P : exp 400 <= vast).
{ replace 400 with (INR 400) by (rewrite INR_IZR_INZ; reflexivity). rewrite exp_whole. apply Rle_trans with (3 ^ 400).
  - apply pow_incr. split; [left; apply exp_pos|apply exp_le_3].
  - rewrite pow_IZR. apply IZR_le. vm_compute. discriminate. }
assert (Q : forall y, y <= 400 -> exp y <= vast).
{ intros y hy. apply Rle_trans with (2 := P). destruct hy as [h|h]; [left; apply exp_increasing; exact h|rewrite h; lra]. }
split; [|apply Q; exact hi].
assert (R : exp (- x) <= vast) by (apply Q; lra). rewrite exp_Ropp in R.
pose proof (exp_pos x). unfold Rdiv. rewrite Rmult_1_l.
rewrite <- (Rinv_inv (exp x)). apply Rinv_le_contravar; [apply Rinv_0_lt_compat; assumption|exact R].
Qed.

(* What is said of all entries of a short array, said of each. *)
Ltac entries := repeat match goal with H : forall i : Z, (0 <= i)%Z -> (i <= _)%Z -> _ |- _ =>
  try pose proof (H 0%Z ltac:(lia) ltac:(lia)); try pose proof (H 1%Z ltac:(lia) ltac:(lia));
  try pose proof (H 2%Z ltac:(lia) ltac:(lia)); try pose proof (H 3%Z ltac:(lia) ltac:(lia)); clear H end.

(* Two one-sided bounds make an interval, which is what Gappa wants to see. *)
Ltac join := repeat match goal with
  | A : ?x <= ?c, B : 0 <= ?x |- _ => assert (0 <= x <= c) by (split; assumption); clear A B end.

(* One operation after the other: finite by a bound that Gappa finds, then its value. *)
Ltac values := repeat match goal with E : real ?v = _ |- context [real ?v] => rewrite E end.
Ltac bound := values; unfold rnd; gappa.
Ltac done t lem := let v := fresh "v" in let F := fresh "F" in let E := fresh "E" in
  destruct lem as [F E]; set (v := t) in *; clearbody v.
Ltac try_operation t :=
  match t with
  | plus ?x ?y => match goal with Fx : finite x, Fy : finite y |- _ => done t (plus_ok x y Fx Fy ltac:(bound)) end
  | minus ?x ?y => match goal with Fx : finite x, Fy : finite y |- _ => done t (minus_ok x y Fx Fy ltac:(bound)) end
  | times ?x ?y => match goal with Fx : finite x, Fy : finite y |- _ => done t (times_ok x y Fx Fy ltac:(bound)) end
  | over ?x ?y => match goal with Fx : finite x, Fy : finite y |- _ =>
      let L := fresh "L" in assert (L : 1 / 2 <= real y <= huge) by bound;
      done t (over_ok x y Fx (Rgt_not_eq _ _ (Rlt_le_trans _ _ _ half_pos (proj1 L))) ltac:(bound)) end
  | opp ?x => match goal with Fx : finite x |- _ => done t (opp_ok x Fx); match goal with E : real _ = - real x |- _ => try rewrite E in * |- end end
  end.
Ltac operation := match goal with
  | |- context [over ?x ?y] => try_operation (over x y)
  | H : context [over ?x ?y] |- _ => try_operation (over x y)
  | |- context [plus ?x ?y] => try_operation (plus x y)
  | H : context [plus ?x ?y] |- _ => try_operation (plus x y)
  | |- context [minus ?x ?y] => try_operation (minus x y)
  | H : context [minus ?x ?y] |- _ => try_operation (minus x y)
  | |- context [times ?x ?y] => try_operation (times x y)
  | H : context [times ?x ?y] |- _ => try_operation (times x y)
  | |- context [opp ?x] => try_operation (opp x)
  | H : context [opp ?x] |- _ => try_operation (opp x)
  end.

Lemma quarter (h : R) : 0 <= h <= 1 -> 0 <= h * (1 - h) <= 1 / 4.
Proof. intros [a b]. split; [apply Rmult_le_pos; lra|]. pose proof (Rle_0_sqr (h - 1 / 2)) as s. unfold Rsqr in s. lra. Qed.
Ltac quarters := repeat match goal with H : 0 <= real ?x <= 1 |- _ =>
  pose proof (quarter _ H); revert H end; intros.

(* What is left once all operations are values: a bound, or that something is finite. *)
(* The exact value in the shape of the code, which is what Gappa wants to see: the code's own expression
   without its roundings, where the two are equal. *)
Ltac exact_as_computed a b :=
  let f := eval pattern rnd in a in
  match f with ?g rnd => let e := eval cbv beta in (g (fun x : R => x)) in
    first [replace b with e by ring | idtac] end.
Ltac difference := match goal with
  | |- Rabs (?a + - (1) * ?b) <= _ => replace (a + - (1) * b) with (a - b) by ring; exact_as_computed a b
  | |- Rabs (- (1) * ?b + ?a) <= _ => replace (- (1) * b + a) with (a - b) by ring; exact_as_computed a b
  end.
Ltac finish := values; repeat split; try assumption; try lra; try difference; try bound;
  try match goal with
  | |- ?x <= IZR ?c => assert (- huge <= x <= IZR c) by bound; lra
  | |- IZR ?c <= ?x => assert (IZR c <= x <= huge) by bound; lra
  end.
Ltac ieee := repeat operation; values; quarters; finish.

(* Up to 2^200, the error of rounding is a part of the number, or as small as that part of 1. *)
Lemma part_of_itself (q : R) : 0 <= q <= 1606938044258990275541962092341162602522202993782792835301376 ->
  Rabs (rnd q) <= huge /\ Rabs (rnd q - q) <= 1 / 9007199254740992 * (1 + q).
Proof.
intro B. split; [unfold rnd; gappa|]. destruct (Rle_or_lt q 1) as [s|s].
- apply Rle_trans with (1 / 9007199254740992); [unfold rnd; gappa|lra].
- assert (C : 1 <= q <= 1606938044258990275541962092341162602522202993782792835301376) by lra. clear B s.
  assert (E : Rabs ((rnd q - q) / q) <= 1 / 9007199254740992) by (unfold rnd; gappa).
  unfold Rdiv in E. rewrite Rabs_mult, (Rabs_pos_eq (/ q)) in E by (left; apply Rinv_0_lt_compat; lra).
  apply (Rmult_le_compat_r q) in E; [|lra]. rewrite Rmult_assoc, Rinv_l in E by lra. lra.
Qed.

(* The contract of exp, as a relative error, and the range of what it comes close to. *)
Lemma relative (f r c : R) : 0 < r -> Rabs (f + - (1) * r) <= c * r -> Rabs ((f - r) / r) <= c.
Proof.
intros pos b. unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ r)) by (left; apply Rinv_0_lt_compat; exact pos).
apply (Rmult_le_reg_r r); [exact pos|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
replace (f - r) with (f + - (1) * r) by ring. exact b.
Qed.

Ltac exponential H x :=
  let A := fresh "A" in let B := fresh "B" in let r := fresh "r" in let Er := fresh "Er" in
  assert (A := exp_range x ltac:(apply Rabs_le_inv; rewrite ?Rabs_Ropp; lra));
  assert (B := relative _ _ _ (exp_positive x) H); clear H;
  remember (exp x) as r eqn:Er; clear Er.

(* A value as what it comes close to and its error, for the lemmas about how errors travel. *)
Lemma split_error (x y c : R) : Rabs (x + - (1) * y) <= c -> exists e, Rabs e <= c /\ y = x - e.
Proof. intro H. exists (x + - (1) * y). split; [exact H|ring]. Qed.

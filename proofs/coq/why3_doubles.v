(* why3_doubles.v: what Why3 states of doubles (ieee_float.Float64) holds of Flocq's. The judge takes the statements
   from a goal that WP wrote; a mark names those that the proof behind it is for. What has no proof here is
   listed as left out: no proof leans on it. *)
Open Scope R_scope.

Ltac open := intros; unfold to_nearest, is_not_nan2, in_range1, no_overflow1, same_sign1, diff_sign1, is_plus_infinity1,
  is_minus_infinity1, t1, t'isFinite1, t'real1, add1, sub1, mul1, div1, neg1, abs1, lt1, le1, eq1, zeroF1, is_infinite1,
  is_nan1, is_zero1, is_positive1, is_negative1, max_int1, round1 in *; cbv beta zeta in *;
  unfold Double.is_finite, Double.is_infinite, Double.is_nan, Double.is_zero, Double.is_positive, Double.is_negative,
  Double.real, Double.lt, Double.le, Double.eq, Double.neg, Double.abs, Double.zero, Double.t in *.
Ltac by_kind := open; repeat match goal with x : binary_float _ _ |- _ => destruct x as [[]|[]| |[]] end;
  cbn in *; intuition (try discriminate; try easy).

#[local] Existing Instances Double.prec Double.emax.
Notation rounded m x := (round radix2 (FLT_exp (-1074) 53) (round_mode (rounding m)) x).

Lemma top : IZR Double.largest = bpow radix2 1024 - bpow radix2 971.
Proof. rewrite <- !IZR_Zpower by lia. rewrite <- minus_IZR. apply f_equal. vm_compute. reflexivity. Qed.
(* WP's number for the largest double. *)
Ltac largest := match goal with |- context [IZR (Zpos ?p)] =>
  replace (IZR (Zpos p)) with (bpow radix2 1024 - bpow radix2 971) in *
    by (rewrite <- top; apply f_equal; vm_compute; reflexivity) end.

Lemma finite_in_range (x : binary_float 53 1024) : is_finite x = true ->
  Rabs (B2R x) <= bpow radix2 1024 - bpow radix2 971.
Proof. intros _. apply (abs_B2R_le_emax_minus_prec 53 1024 Double.prec x). Qed.

(* What is rounded is in range if and only if it is below 2^1024. *)
Lemma below_top (m : mode) (x : R) : Rabs (rounded m x) < bpow radix2 1024 <->
  Rabs (rounded m x) <= bpow radix2 1024 - bpow radix2 971.
Proof.
assert (F : generic_format radix2 (FLT_exp (-1074) 53) (Rabs (rounded m x)))
  by (apply generic_format_abs, generic_format_round; [apply FLT_exp_valid; reflexivity|apply valid_rnd_round_mode]).
assert (T : generic_format radix2 (FLT_exp (-1074) 53) (bpow radix2 1024))
  by (apply generic_format_bpow; unfold FLT_exp; lia).
split; intro h.
- apply (pred_ge_gt radix2 (FLT_exp (-1074) 53)) in h; try assumption; try (apply FLT_exp_valid; reflexivity).
  rewrite pred_bpow in h. exact h.
- apply Rle_lt_trans with (1 := h). pose proof (bpow_gt_0 radix2 971). lra.
Qed.

Lemma in_range_below (m : mode) (x : R) : in_range1 (round1 m x) <-> Rlt_bool (Rabs (rounded m x)) (bpow radix2 1024) = true.
Proof.
unfold in_range1, round1, Double.round. largest. split; intro h.
- apply Rlt_bool_true. apply below_top. apply Rabs_le. lra.
- assert (b : Rabs (rounded m x) < bpow radix2 1024) by (destruct (Rlt_bool_spec (Rabs (rounded m x)) (bpow radix2 1024)); [assumption|discriminate]).
  apply below_top in b. apply Rabs_le_inv in b. lra.
Qed.

(* Flocq's theorems about the operations, in the words of the goals. *)
Ltac operation theorem := intros; match goal with m : mode, x : t1, y : t1 |- _ =>
  pose proof (theorem 53%Z 1024%Z Double.prec Double.emax (rounding m) x y) as C end;
  match goal with H : no_overflow1 _ _ |- _ => unfold no_overflow1 in H; apply in_range_below in H end;
  unfold t'isFinite1, t'real1, Double.is_finite, Double.real in *;
  change (SpecFloat.fexp 53 1024) with (FLT_exp (-1074) 53) in *.

(* axioms: is_not_nan3 is_not_finite1 zeroF_is_positive1 zeroF_is_zero1 eq_zero1 eq_special1 le_special1 lt_special1
   negative_xor_positive1 negative_or_positive1 add_finite_rev1 sub_finite_rev1 mul_finite_rev1 div_finite_rev1
   abs_universal1 neg_special1 abs_special1 *)
Proof. by_kind. Qed.

(* axioms: diff_sign_trans1 *)
Proof. open. intuition congruence. Qed.

(* axioms: lt_lt_finite1 *)
Proof.
open. destruct y as [s|[]| |s m e b]; first [reflexivity | discriminate
  | destruct x as [[]|[]| |[]]; discriminate | destruct z as [[]|[]| |[]]; discriminate].
Qed.

(* axioms: t'axiom1 is_finite1 *)
Proof. intros x f. unfold in_range1. pose proof (Rabs_le_inv _ _ (finite_in_range x f)) as b. largest. exact b. Qed.

(* axioms: max_real_int1 *)
Proof. reflexivity. Qed.

(* axioms: zero_to_real1 *)
Proof.
intro x. open. destruct x as [s|s| |s m e b]; cbn; split; intro h; try easy; try (destruct h; discriminate).
destruct h as [_ h]. apply eq_0_F2R in h. destruct s; discriminate.
Qed.

(* axioms: Round_monotonic1 *)
Proof. open. apply round_le; [apply FLT_exp_valid; reflexivity|apply valid_rnd_round_mode|assumption]. Qed.

(* axioms: Round_idempotent1 *)
Proof.
open. apply round_generic; [apply valid_rnd_round_mode|].
apply generic_format_round; [apply FLT_exp_valid; reflexivity|apply valid_rnd_round_mode].
Qed.

(* axioms: Round_to_real1 *)
Proof. open. apply round_generic; [apply valid_rnd_round_mode|apply (generic_format_B2R 53 1024)]. Qed.

(* axioms: Round_down_le1 *)
Proof. open. apply round_DN_pt. apply FLT_exp_valid; reflexivity. Qed.

(* axioms: Round_up_ge1 *)
Proof. open. apply round_UP_pt. apply FLT_exp_valid; reflexivity. Qed.

(* axioms: Round_down_neg1 *)
Proof. open. apply round_DN_opp. Qed.

(* axioms: Round_up_neg1 *)
Proof. open. apply round_UP_opp. Qed.

(* axioms: Bounded_real_no_overflow1 *)
Proof.
intros m x h. unfold no_overflow1, in_range1 in *. unfold round1, Double.round. largest.
assert (V : Valid_exp (FLT_exp (-1074) 53)) by (apply FLT_exp_valid; reflexivity).
assert (F : generic_format radix2 (FLT_exp (-1074) 53) (bpow radix2 1024 - bpow radix2 971)).
{ rewrite <- top. apply generic_format_FLT. apply (FLT_spec _ _ _ _ (Defs.Float radix2 (2 ^ 53 - 1) 971)); [|reflexivity|discriminate].
  unfold F2R, Fnum, Fexp. rewrite <- IZR_Zpower, <- mult_IZR by lia. reflexivity. }
split.
- apply round_ge_generic; [exact V|apply valid_rnd_round_mode|apply generic_format_opp; exact F|apply h].
- apply round_le_generic; [exact V|apply valid_rnd_round_mode|exact F|apply h].
Qed.

(* axioms: Exact_rounding_for_integers1 *)
Proof.
intros m i h. unfold in_safe_int_range1 in h. open. apply round_generic; [apply valid_rnd_round_mode|].
assert (C : (Z.abs i < 2 ^ 53 \/ i = 2 ^ 53 \/ i = - 2 ^ 53)%Z) by lia.
assert (T : generic_format radix2 (FLT_exp (-1074) 53) (IZR (2 ^ 53))).
{ change (IZR (2 ^ 53)) with (IZR (Zpower radix2 53)). rewrite IZR_Zpower by lia. apply generic_format_bpow. unfold FLT_exp. lia. }
destruct C as [C | [-> | ->]]; [|exact T|change (BuiltIn.IZR (- 2 ^ 53)) with (- IZR (2 ^ 53)); apply generic_format_opp; exact T].
apply generic_format_FLT. apply (FLT_spec _ _ _ _ (Defs.Float radix2 i 0)); [|exact C|discriminate].
unfold F2R, Fnum, Fexp. cbn. rewrite Rmult_1_r. reflexivity.
Qed.

(* axioms: eq_to_real_finite1 *)
Proof.
intros x y [fx fy]. open. rewrite (Beqb_correct 53 1024 x y fx fy).
destruct (Req_bool_spec (B2R x) (B2R y)); split; intros; try discriminate; try contradiction; auto.
Qed.

(* axioms: eq_feq1 eq_refl1 *)
Proof. intros. subst. open. rewrite Beqb_correct by assumption. apply Req_bool_true. reflexivity. Qed.

(* axioms: feq_eq1 *)
Proof.
intros x y fx fy nz e. open. rewrite (Beqb_correct 53 1024 x y fx fy) in e.
assert (E : B2R x = B2R y) by (destruct (Req_bool_spec (B2R x) (B2R y)); [assumption|discriminate]).
destruct x as [s|s| |s mx ex bx]; try discriminate; [elim nz; exact I|].
apply B2R_inj; [reflexivity| |exact E].
destruct y as [s'|s'| |s' my ey b']; try discriminate; [|reflexivity].
cbn in E. apply eq_0_F2R in E. destruct s; discriminate.
Qed.

(* axioms: lt_finite1 *)
Proof.
intros x y [fx fy]. open. rewrite (Bltb_correct 53 1024 x y fx fy).
destruct (Rlt_bool_spec (B2R x) (B2R y)); split; intros; try discriminate; try lra; auto.
Qed.

(* axioms: le_finite1 *)
Proof.
intros x y [fx fy]. open. rewrite (Bleb_correct 53 1024 x y fx fy).
destruct (Rle_bool_spec (B2R x) (B2R y)); split; intros; try discriminate; try lra; auto.
Qed.

(* axioms: add_finite1 *)
Proof. operation Bplus_correct. specialize (C H H0). rewrite H1 in C. split; apply C. Qed.

(* axioms: sub_finite1 *)
Proof. operation Bminus_correct. specialize (C H H0). rewrite H1 in C. split; apply C. Qed.

(* axioms: mul_finite1 *)
Proof.
operation Bmult_correct. rewrite H1 in C. destruct C as [e [f _]]. rewrite H, H0 in f. split; [exact f|exact e].
Qed.

(* axioms: div_finite1 *)
Proof.
operation Bdiv_correct. assert (n : B2R y <> 0).
{ intro e. apply H1. destruct y as [s|s| |s my ey b']; try discriminate; [exact I|].
  cbn in e. apply eq_0_F2R in e. destruct s; discriminate. }
specialize (C n). rewrite H2 in C. destruct C as [e [f _]]. rewrite H in f. split; [exact f|exact e].
Qed.

(* axioms: neg_finite1 *)
Proof. open. rewrite is_finite_Bopp, B2R_Bopp. auto. Qed.

(* axioms: neg_finite_rev1 *)
Proof. open. rewrite is_finite_Bopp in *. rewrite B2R_Bopp. auto. Qed.

(* axioms: abs_finite1 *)
Proof.
open. rewrite is_finite_Babs, B2R_Babs. split; [assumption|]. split; [reflexivity|].
destruct x as [[]|[]| |[]]; cbn in *; try discriminate; auto.
Qed.

(* axioms: abs_finite_rev1 *)
Proof. open. rewrite is_finite_Babs in *. rewrite B2R_Babs. auto. Qed.

(* axioms: positive_to_real1 *)
Proof.
open. destruct x as [s|s| |s m e b]; cbn in *; try discriminate; try lra.
destruct H0 as [_ ->]. apply F2R_ge_0. discriminate.
Qed.

(* axioms: negative_to_real1 *)
Proof.
open. destruct x as [s|s| |s m e b]; cbn in *; try discriminate; try lra.
destruct H0 as [_ ->]. apply F2R_le_0. discriminate.
Qed.

(* axioms: to_real_positive1 *)
Proof.
open. destruct x as [s|s| |s m e b]; cbn in *; try discriminate; try lra. split; [reflexivity|].
destruct s; [|reflexivity]. apply gt_0_F2R in H0. discriminate.
Qed.

(* axioms: to_real_negative1 *)
Proof.
open. destruct x as [s|s| |s m e b]; cbn in *; try discriminate; try lra. split; [reflexivity|].
destruct s; [reflexivity|]. apply lt_0_F2R in H0. discriminate.
Qed.

(* axioms: exp_pos *)
Proof. exact exp_pos. Qed.

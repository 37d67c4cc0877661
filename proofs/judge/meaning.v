(* meaning.v: what the symbols in WP's goals mean, as far as no goal defines them itself. The judge compiles
   this file first, alone; goals are stated on it, and no proof can change it. It holds definitions, and
   proofs that they are what WP states; no axiom and no notation. *)
Require Import Reals ZArith Lia.
From Flocq Require Core BinarySingleNaN.

(* The little of Why3's own Coq library that goals mention. *)
Class WhyType (T : Type) := { why_inhabitant : T; why_eq_dec : forall x y : T, {x = y} + {x <> y} }.
Module BuiltIn.
  Definition IZR := Rdefinitions.IZR.
End BuiltIn.
#[global] Instance Z_WhyType : WhyType Z := {| why_inhabitant := 0%Z; why_eq_dec := Z.eq_dec |}.
#[global] Instance R_WhyType : WhyType R := {| why_inhabitant := 0%R; why_eq_dec := Req_EM_T |}.
Module map. Module Map.
  Definition set {a b : Type} {a_WT : WhyType a} (m : a -> b) (x : a) (y : b) : a -> b :=
    fun z => if why_eq_dec z x then y else m z.
End Map. End map.

(* Doubles are Flocq's. *)
Module Double.
  Import BinarySingleNaN.
  Definition prec : FLX.Prec_gt_0 53 := eq_refl.
  Definition emax : Prec_lt_emax 53 1024 := eq_refl.
  Definition t : Type := binary_float 53 1024.
  Definition real (x : t) : R := B2R x.
  Definition is_finite (x : t) : Prop := BinarySingleNaN.is_finite x = true.
  Definition is_infinite (x : t) : Prop := match x with B754_infinity _ => True | _ => False end.
  Definition is_nan (x : t) : Prop := BinarySingleNaN.is_nan x = true.
  Definition is_zero (x : t) : Prop := match x with B754_zero _ => True | _ => False end.
  Definition is_positive (x : t) : Prop := BinarySingleNaN.is_nan x = false /\ Bsign x = false.
  Definition is_negative (x : t) : Prop := BinarySingleNaN.is_nan x = false /\ Bsign x = true.
  Definition round (m : mode) (x : R) : R :=
    Generic_fmt.round Zaux.radix2 (FLT.FLT_exp (-1074) 53) (round_mode m) x.
  Definition add : mode -> t -> t -> t := @Bplus 53 1024 prec emax.
  Definition sub : mode -> t -> t -> t := @Bminus 53 1024 prec emax.
  Definition mul : mode -> t -> t -> t := @Bmult 53 1024 prec emax.
  Definition div : mode -> t -> t -> t := @Bdiv 53 1024 prec emax.
  Definition neg (x : t) : t := Bopp x.
  Definition abs (x : t) : t := Babs x.
  Definition lt (x y : t) : Prop := Bltb x y = true.
  Definition le (x y : t) : Prop := Bleb x y = true.
  Definition eq (x y : t) : Prop := Beqb x y = true.
  Definition zero : t := B754_zero false.
  (* The largest double. *)
  Definition largest : Z := ((2 ^ 53 - 1) * 2 ^ 971)%Z.
  (* A whole number n < 2^53 as a double; 0 is +0. *)
  Definition literal (n : Z) : t := @binary_normalize 53 1024 prec emax mode_NE n 0 false.

  Lemma literal_is (n : Z) : (Z.abs n < 2 ^ 53)%Z -> is_finite (literal n) /\ real (literal n) = IZR n.
  Proof.
  intro b. pose proof (@binary_normalize_correct 53 1024 prec emax mode_NE n 0 false) as C. cbv zeta in C.
  assert (Z : Defs.F2R (Defs.Float Zaux.radix2 n 0) = IZR n)
    by (unfold Defs.F2R; simpl; apply Rmult_1_r).
  rewrite Z in C.
  assert (E : Generic_fmt.round Zaux.radix2 (SpecFloat.fexp 53 1024) (round_mode mode_NE) (IZR n) = IZR n).
  { apply Generic_fmt.round_generic; [apply valid_rnd_round_mode|]. apply (FLT.generic_format_FLT _ (-1074) 53).
    apply (FLT.FLT_spec _ _ _ _ (Defs.Float Zaux.radix2 n 0)); [symmetry; exact Z|exact b|simpl; lia]. }
  rewrite E in C. rewrite Raux.Rlt_bool_true in C.
  - destruct C as [r [f _]]. split; [exact f|exact r].
  - rewrite <- abs_IZR, <- (Raux.IZR_Zpower Zaux.radix2 1024) by discriminate.
    apply IZR_lt. apply Z.lt_trans with (1 := b). reflexivity.
  Qed.

  Lemma eq_dec (x y : t) : {x = y} + {x <> y}.
  Proof.
  assert (D : forall u v : SpecFloat.spec_float, {u = v} + {u <> v})
    by (decide equality; try apply Bool.bool_dec; try apply Z.eq_dec; apply Pos.eq_dec).
  destruct (D (B2SF x) (B2SF y)) as [e|n]; [left; apply B2SF_inj; exact e|right; intro e; apply n; rewrite e; reflexivity].
  Qed.
  Definition why : WhyType t := {| why_inhabitant := zero; why_eq_dec := eq_dec |}.
End Double.

(* A value for each of the cases of a definition: the equalities between indices are decided one by one. *)
Ltac decide_indices := repeat match goal with |- context [@eq Z ?x ?y] => lazymatch goal with
  | H : x = y |- _ => fail | H : ~ x = y |- _ => fail | _ => destruct (Z.eq_dec x y) end end.
Ltac exists_by_cases := intros; decide_indices;
  eexists; repeat (apply conj || intro); first [solve [exfalso; tauto] | reflexivity].
Ltac settle H := lazymatch type of H with
  | _ /\ _ => let A := fresh in let B := fresh in destruct H as [A B]; settle A; settle B
  | ?P -> _ => first [assert (held : P) by tauto; specialize (H held); clear held; settle H | clear H]
  | _ => idtac end.
Ltac only_by_cases := decide_indices;
  let A := fresh in let B := fresh in intros A B; settle A; settle B; congruence.
(* Some value of a type that WP leaves open. *)
Ltac some_value := intros; first [exact True | exact 0%Z | exact 0%R | exact true | exact why_inhabitant].

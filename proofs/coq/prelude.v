(* prelude.v: what a file written by Why3's Coq printer needs before its first line: the little of
   Why3's own Coq library that the goals here mention. It states no axiom. *)
Require Import Reals ZArith Lra Lia.
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
Require Import Backproof.calculus Backproof.ieee Backproof.softmax Backproof.spread.

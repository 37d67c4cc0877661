(* prelude.v: what a file written by Why3's Coq printer needs before its first line: the little of
   Why3's own Coq library that the goals here mention. It states no axiom. *)
Require Import Reals ZArith Lra Lia.
Class WhyType (T : Type) := { why_inhabitant : T; why_eq_dec : forall x y : T, {x = y} + {x <> y} }.
Module BuiltIn.
  Definition IZR := Rdefinitions.IZR.
End BuiltIn.
Require Import Backproof.calculus.

(* prelude.v: what a file written by Why3's Coq printer needs before its first line: the little of
   Why3's own Coq library that the goals here mention. It states no axiom. *)
Require Import Reals ZArith Lra Lia.
Class WhyType (T : Type) := { why_inhabitant : T; why_eq_dec : forall x y : T, {x = y} + {x <> y} }.
Module BuiltIn.
  Definition IZR := Rdefinitions.IZR.
End BuiltIn.

(* The logistic function as src/sigma.acsl states it, and its derivative, for the goals about
   derivatives. *)
Definition logistic (x : R) : R := (1 / (1 + 1 / exp x))%R.

Lemma logistic_slope (x : R) : derivable_pt_lim logistic x (logistic x * (1 - logistic x))%R.
Proof.
assert (0 < exp x)%R by apply exp_pos.
pose proof (derivable_pt_lim_div (fct_cte 1) exp x 0 (exp x) (derivable_pt_lim_const 1 x)
  (derivable_pt_lim_exp x) ltac:(lra)) as A.
pose proof (derivable_pt_lim_plus (fct_cte 1) (fct_cte 1 / exp)%F x 0 _
  (derivable_pt_lim_const 1 x) A) as B.
assert (N : ((fct_cte 1 + fct_cte 1 / exp)%F x <> 0)%R).
{ unfold plus_fct, div_fct, fct_cte. assert (0 < 1 / exp x)%R by (apply Rdiv_lt_0_compat; lra). lra. }
pose proof (derivable_pt_lim_div (fct_cte 1) (fct_cte 1 + fct_cte 1 / exp)%F x 0 _
  (derivable_pt_lim_const 1 x) B N) as C.
match type of C with derivable_pt_lim _ _ ?l =>
  replace (logistic x * (1 - logistic x))%R with l; [exact C|] end.
unfold logistic, plus_fct, div_fct, fct_cte, Rsqr. field. split; lra.
Qed.

(* The same along a line: logistic (z + a h), for h near 0. *)
Lemma logistic_along (z a eps : R) : (0 < eps)%R -> exists d : R, (0 < d)%R /\
  forall h : R, h <> 0%R -> (Rabs h < d)%R ->
  (Rabs ((logistic (z + a * h) - logistic z) / h - logistic z * (1 - logistic z) * a) < eps)%R.
Proof.
intros heps.
assert (L : derivable_pt_lim (fun h => z + a * h)%R 0 a).
{ intros e he. exists (mkposreal 1 Rlt_0_1). intros h hne _.
  match goal with |- (Rabs ?t < _)%R => replace t with 0%R by (field; exact hne) end.
  rewrite Rabs_R0. exact he. }
assert (S : derivable_pt_lim logistic (z + a * 0) (logistic z * (1 - logistic z))%R).
{ replace (z + a * 0)%R with z by ring. apply logistic_slope. }
destruct (derivable_pt_lim_comp _ _ _ _ _ L S eps heps) as [d D].
exists d. split; [apply (cond_pos d)|]. intros h hne hb.
specialize (D h hne hb). unfold comp in D.
replace (z + a * (0 + h))%R with (z + a * h)%R in D by ring.
replace (z + a * 0)%R with z in D by ring. exact D.
Qed.

(* -l ln x, for a cross-entropy. *)
Lemma minus_ln_along (l x eps : R) : (0 < x)%R -> (0 < eps)%R -> exists d : R, (0 < d)%R /\
  forall h : R, h <> 0%R -> (Rabs h < d)%R ->
  (Rabs ((- l * ln (x + h) - - l * ln x) / h - - l * / x) < eps)%R.
Proof.
intros hx heps.
destruct (derivable_pt_lim_scal ln (- l) x (/ x) (derivable_pt_lim_ln x hx) eps heps) as [d D].
exists d. split; [apply (cond_pos d)|]. exact D.
Qed.

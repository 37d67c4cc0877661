(* goal: P_IsCEByGamma [^ ]+ \(\(L_ClassificationH [^)]*\) \* *)
(* C9_general: gamma_ii1 moves by h, the others and every W stay. *)
Proof.
Local Open Scope R_scope.
intros t a a1 a2 a3 i i1 lo_1 lo hi_1 hi.
pose (I := fun m => value (t (shift a m))). pose (W := fun m n => value (t (shift (shift_A4_float64 a2 m) n))).
pose (g := fun m n => value (t (shift (shift_A3_float64 a3 m) n))). pose (l := fun m => value (t (shift a1 m))).
pose (v := fun m n : Z => if (Z.eqb m i && Z.eqb n i1)%bool then 1 else 0).
assert (M : forall x m n h, L_MovedAt x m n i i1 h = x + v m n * h).
{ intros x m n h. unfold v. destruct (L_MovedAt'def x m n i i1 h) as [E N].
  destruct (Z.eqb_spec m i); destruct (Z.eqb_spec n i1); cbn [andb];
    [rewrite E by (split; assumption)|rewrite N by tauto..]; ring. }
outputs L_C3Output L_C3Output'def softmax.
pose (X := fun k h => weighted (hidden I (fun m n => W m n + 0 * h)) (fun m => g m k + v m k * h)).
assert (E : forall h, cross_entropy (l 0%Z) (l 1%Z) (l 2%Z) (X 0%Z h) (X 1%Z h) (X 2%Z h)
  = L_ClassificationCEGammaMoved t a a1 a2 a3 i i1 h).
{ intro h. unfold L_ClassificationCEGammaMoved, L_C4Loss. rewrite O_0, O_1, O_2.
  assert (F : forall k, L_ClassificationXGammaMoved t a a2 a3 k i i1 h = X k h).
  { intro k. unfold L_ClassificationXGammaMoved, X. rewrite !M. unfold weighted, hidden.
    rewrite !Rmult_0_l, !Rplus_0_r. reflexivity. }
  rewrite !F. reflexivity. }
unfold P_IsCEByGamma. apply tends.
- rewrite <- E. unfold X. rewrite !(at_zero I W (fun _ _ => 0) (fun j => g j _) (fun j => v j _)). reflexivity.
- eapply is_derive_equal;
    [apply (classification_along (l 0%Z) (l 1%Z) (l 2%Z) I W (fun _ _ => 0) g v)|exact E|].
  change (L_ClassificationH t a a2 i) with (hidden I W i).
  pose (x := fun k => weighted (hidden I W) (fun j => g j k)).
  change (L_ClassificationO t a a2 a3 i1) with (softmax (x i1) (x 0%Z) (x 1%Z) (x 2%Z)).
  pose (O := fun k => softmax (x k) (x 0%Z) (x 1%Z) (x 2%Z)).
  change (((l 0%Z + l 1%Z + l 2%Z) * O 0%Z - l 0%Z) * slope_of_weighted I W (fun _ _ => 0) (fun j => g j 0%Z) (fun j => v j 0%Z)
    + ((l 0%Z + l 1%Z + l 2%Z) * O 1%Z - l 1%Z) * slope_of_weighted I W (fun _ _ => 0) (fun j => g j 1%Z) (fun j => v j 1%Z)
    + ((l 0%Z + l 1%Z + l 2%Z) * O 2%Z - l 2%Z) * slope_of_weighted I W (fun _ _ => 0) (fun j => g j 2%Z) (fun j => v j 2%Z)
    = hidden I W i * (-1 * l i1 + O i1 * (l 0%Z + l 1%Z + l 2%Z))).
  unfold slope_of_weighted, v. cbv zeta.
  assert (C : (i1 = 0 \/ i1 = 1 \/ i1 = 2)%Z) by lia. assert (D : (i = 0 \/ i = 1 \/ i = 2 \/ i = 3)%Z) by lia.
  destruct C as [-> | [-> | ->]]; destruct D as [-> | [-> | [-> | ->]]]; cbn [Z.eqb Pos.eqb andb]; ring.
Qed.

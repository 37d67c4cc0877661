(* goal: P_IsCEByW [^ ]+ \(\(L_C12HByW \(L_ClassificationH  *)
(* C13_general: W_ii1 moves by h, the others and every gamma stay. *)
Proof.
Local Open Scope R_scope.
intros t a a1 a2 a3 i i1. cbv zeta. intros lo_1 lo hi hi_1.
pose (I := fun m => value (t (shift a m))). pose (W := fun m n => value (t (shift (shift_A4_float64 a2 m) n))).
pose (g := fun m n => value (t (shift (shift_A3_float64 a3 m) n))).
pose (l := fun m => value (t (shift a1 m))).
pose (w := fun m n : Z => if (Z.eqb m i && Z.eqb n i1)%bool then 1 else 0).
assert (M : forall x m n h, L_MovedAt x m n i i1 h = x + w m n * h).
{ intros x m n h. unfold w. destruct (L_MovedAt'def x m n i i1 h) as [E N].
  destruct (Z.eqb_spec m i); destruct (Z.eqb_spec n i1); cbn [andb];
    [rewrite E by (split; assumption)|rewrite N by tauto..]; ring. }
outputs L_C3Output L_C3Output'def softmax.
pose (X := fun k h => weighted (hidden I (fun m n => W m n + w m n * h)) (fun m => g m k + 0 * h)).
assert (E : forall h, cross_entropy (l 0%Z) (l 1%Z) (l 2%Z) (X 0%Z h) (X 1%Z h) (X 2%Z h)
  = L_ClassificationCEWMoved t a a1 a2 a3 i i1 h).
{ intro h. unfold L_ClassificationCEWMoved, L_C4Loss. rewrite O_0, O_1, O_2.
  assert (F : forall k, L_ClassificationXWMoved t a a2 a3 k i i1 h = X k h).
  { intro k. unfold L_ClassificationXWMoved, L_ClassificationHMoved, X. rewrite !M. unfold weighted, hidden.
    rewrite !Rmult_0_l, !Rplus_0_r. reflexivity. }
  rewrite !F. reflexivity. }
unfold P_IsCEByW. apply tends.
- rewrite <- E. unfold X. rewrite !(at_zero I W w (fun j => g j _) (fun _ => 0)). reflexivity.
- eapply is_derive_equal;
    [apply (classification_along (l 0%Z) (l 1%Z) (l 2%Z) I W w g (fun _ _ => 0))|exact E|].
  pose (H := hidden I W). pose (x := fun k => weighted H (fun j => g j k)).
  pose (O := fun k => softmax (x k) (x 0%Z) (x 1%Z) (x 2%Z)).
  match goal with |- _ = ?d => replace d with (H i1 * (1 - H i1) * I i * (((l 0%Z + l 1%Z + l 2%Z) * O 0%Z - l 0%Z) * g i1 0%Z
    + ((l 0%Z + l 1%Z + l 2%Z) * O 1%Z - l 1%Z) * g i1 1%Z + ((l 0%Z + l 1%Z + l 2%Z) * O 2%Z - l 2%Z) * g i1 2%Z)) end.
  2: { change (L_ClassificationH t a a2 i1) with (H i1). change (L_ClassificationO t a a2 a3 0) with (O 0%Z).
    change (L_ClassificationO t a a2 a3 1) with (O 1%Z). change (L_ClassificationO t a a2 a3 2) with (O 2%Z).
    unfold L_C12HByW, I, l, g. ring. }
  change (((l 0%Z + l 1%Z + l 2%Z) * O 0%Z - l 0%Z) * slope_of_weighted I W w (fun j => g j 0%Z) (fun _ => 0)
    + ((l 0%Z + l 1%Z + l 2%Z) * O 1%Z - l 1%Z) * slope_of_weighted I W w (fun j => g j 1%Z) (fun _ => 0)
    + ((l 0%Z + l 1%Z + l 2%Z) * O 2%Z - l 2%Z) * slope_of_weighted I W w (fun j => g j 2%Z) (fun _ => 0)
    = H i1 * (1 - H i1) * I i * (((l 0%Z + l 1%Z + l 2%Z) * O 0%Z - l 0%Z) * g i1 0%Z
    + ((l 0%Z + l 1%Z + l 2%Z) * O 1%Z - l 1%Z) * g i1 1%Z + ((l 0%Z + l 1%Z + l 2%Z) * O 2%Z - l 2%Z) * g i1 2%Z)).
  unfold slope_of_weighted, w. cbv zeta. fold H.
  assert (C : (i = 0 \/ i = 1 \/ i = 2)%Z) by lia. assert (D : (i1 = 0 \/ i1 = 1 \/ i1 = 2 \/ i1 = 3)%Z) by lia.
  destruct C as [-> | [-> | ->]]; destruct D as [-> | [-> | [-> | ->]]]; cbn [Z.eqb Pos.eqb andb]; ring.
Qed.

(* goal: -> P_IsSEByW [^ ]+ \(L_RegressionSEByW [^>]*\. Proof *)
(* R10_derivative: W_ii1 moves by h, the others and every gamma stay. *)
Proof.
Local Open Scope R_scope.
intros t a r a1 a2 i i1 lo_1 lo hi hi_1. unfold P_IsSEByW.
pose (I := fun m => value (t (shift a m))). pose (W := fun m n => value (t (shift (shift_A4_float64 a1 m) n))).
pose (g := fun m => value (t (shift a2 m))).
pose (w := fun m n : Z => if (Z.eqb m i && Z.eqb n i1)%bool then 1 else 0).
assert (M : forall x m n h, L_MovedAt x m n i i1 h = x + w m n * h).
{ intros x m n h. unfold w. destruct (L_MovedAt'def x m n i i1 h) as [E N].
  destruct (Z.eqb_spec m i); destruct (Z.eqb_spec n i1); cbn [andb];
    [rewrite E by (split; assumption)|rewrite N by tauto..]; ring. }
assert (E : forall h, square_error r (weighted (hidden I (fun m n => W m n + w m n * h)) (fun m => g m + 0 * h))
  = L_RegressionSEWMoved t a r a1 a2 i i1 h).
{ intro h. unfold L_RegressionSEWMoved, L_RegressionHMoved. rewrite !M. unfold weighted, hidden. cbv beta.
  rewrite !Rmult_0_l, !Rplus_0_r. reflexivity. }
apply tends.
- rewrite <- E. rewrite (at_zero I W w g (fun _ => 0)). reflexivity.
- eapply is_derive_equal; [apply (regression_along r I W w g (fun _ => 0))|exact E|].
  change (L_RegressionSEByW t a r a1 a2 i i1)
    with (hidden I W i1 * I i * (1 + -1 * hidden I W i1) * g i1 * (-2 * (r + -1 * weighted (hidden I W) g))).
  unfold slope_of_weighted, w. cbv zeta.
  assert (C : (i = 0 \/ i = 1 \/ i = 2)%Z) by lia. assert (D : (i1 = 0 \/ i1 = 1 \/ i1 = 2 \/ i1 = 3)%Z) by lia.
  destruct C as [-> | [-> | ->]]; destruct D as [-> | [-> | [-> | ->]]]; cbn [Z.eqb Pos.eqb andb]; ring.
Qed.

(* goal: -> P_IsSEByGamma [^ ]+ \(L_RegressionSEByGamma [^>]*\. Proof *)
(* R6_derivative: gamma_i0 moves by h, the others and every W stay. *)
Proof.
Local Open Scope R_scope.
intros t a r a1 a2 i lo hi. unfold P_IsSEByGamma.
pose (I := fun m => value (t (shift a m))). pose (W := fun m n => value (t (shift (shift_A4_float64 a1 m) n))).
pose (g := fun m => value (t (shift a2 m))). pose (v := fun m : Z => if Z.eqb m i then 1 else 0).
assert (M : forall x m h, L_Moved x m i h = x + v m * h).
{ intros x m h. unfold v. destruct (L_Moved'def x m i h) as [E N].
  destruct (Z.eqb_spec m i); [rewrite E by assumption|rewrite N by assumption]; ring. }
assert (E : forall h, square_error r (weighted (hidden I (fun m n => W m n + 0 * h)) (fun m => g m + v m * h))
  = L_RegressionSEGammaMoved t a r a1 a2 i h).
{ intro h. unfold L_RegressionSEGammaMoved. rewrite !M. unfold weighted, hidden. cbv beta.
  rewrite !Rmult_0_l, !Rplus_0_r. reflexivity. }
apply tends.
- rewrite <- E. rewrite (at_zero I W (fun _ _ => 0) g v). reflexivity.
- eapply is_derive_equal; [apply (regression_along r I W (fun _ _ => 0) g v)|exact E|].
  change (L_RegressionSEByGamma t a r a1 a2 i)
    with (hidden I W i * (-2 * (r + -1 * weighted (hidden I W) g))).
  unfold slope_of_weighted, v. cbv zeta.
  assert (C : (i = 0 \/ i = 1 \/ i = 2 \/ i = 3)%Z) by lia.
  destruct C as [-> | [-> | [-> | ->]]]; cbn [Z.eqb Pos.eqb]; ring.
Qed.

(* goal: exists r[0-9]*:[^/]*/\\ P_RegressionLowers *)
(* R11_descent: along the negative gradient the slope of the loss is minus a sum of squares. *)
Proof.
Local Open Scope R_scope.
intros t a r a1 a2 some. unfold P_RegressionLowers.
pose (I := fun m => t (shift a m)). pose (W := fun m n => t (shift (shift_A4_float64 a1 m) n)).
pose (g := fun m => t (shift a2 m)).
pose (G := L_RegressionSEByGamma t a r a1 a2). pose (D := L_RegressionSEByW t a r a1 a2).
pose (v := fun m => - (1) * G m). pose (w := fun m n => - (1) * D m n).
assert (E : forall h, square_error r (weighted (hidden I (fun m n => W m n + w m n * h)) (fun m => g m + v m * h))
  = L_RegressionSEAfter t a r a1 a2 h).
{ intro h. unfold L_RegressionSEAfter, L_RegressionHAfter, L_R11W, L_R7Gamma, weighted, hidden, w, v.
  assert (A : forall x y z, x + - (1) * y * z = x + - (1) * (y * z)) by (intros; ring).
  rewrite !A. reflexivity. }
pose (d := - (G 0%Z * G 0%Z + G 1%Z * G 1%Z + G 2%Z * G 2%Z + G 3%Z * G 3%Z
  + (D 0%Z 0%Z * D 0%Z 0%Z + D 0%Z 1%Z * D 0%Z 1%Z + D 0%Z 2%Z * D 0%Z 2%Z + D 0%Z 3%Z * D 0%Z 3%Z)
  + (D 1%Z 0%Z * D 1%Z 0%Z + D 1%Z 1%Z * D 1%Z 1%Z + D 1%Z 2%Z * D 1%Z 2%Z + D 1%Z 3%Z * D 1%Z 3%Z)
  + (D 2%Z 0%Z * D 2%Z 0%Z + D 2%Z 1%Z * D 2%Z 1%Z + D 2%Z 2%Z * D 2%Z 2%Z + D 2%Z 3%Z * D 2%Z 3%Z))).
apply (downhill (L_RegressionSEAfter t a r a1 a2) _ d).
- rewrite <- E, (at_zero I W w g v). reflexivity.
- eapply is_derive_equal; [apply (regression_along r I W w g v)|exact E|].
  unfold d, slope_of_weighted, v, w. cbv zeta.
  assert (HG : forall j, G j = hidden I W j * (- (2) * (r + - (1) * weighted (hidden I W) g))) by reflexivity.
  assert (HD : forall i j, D i j = hidden I W j * I i * (1 + - (1) * hidden I W j) * g j
    * (- (2) * (r + - (1) * weighted (hidden I W) g))) by reflexivity.
  rewrite !HG, !HD. ring.
- unfold d. clear E d.
  assert (P : forall x, 0 <= x * x) by (intro; apply Rle_0_sqr).
  assert (Q : forall x, x <> 0 -> 0 < x * x) by (intros; apply Rsqr_pos_lt; assumption).
  pose proof (fun j => P (G j)) as PG. pose proof (fun i j => P (D i j)) as PD.
  pose proof (PG 0%Z); pose proof (PG 1%Z); pose proof (PG 2%Z); pose proof (PG 3%Z).
  pose proof (PD 0%Z 0%Z); pose proof (PD 0%Z 1%Z); pose proof (PD 0%Z 2%Z); pose proof (PD 0%Z 3%Z).
  pose proof (PD 1%Z 0%Z); pose proof (PD 1%Z 1%Z); pose proof (PD 1%Z 2%Z); pose proof (PD 1%Z 3%Z).
  pose proof (PD 2%Z 0%Z); pose proof (PD 2%Z 1%Z); pose proof (PD 2%Z 2%Z); pose proof (PD 2%Z 3%Z).
  destruct some as [[j [[n lo] hi]] | [i [j [[[[n lo_j] lo] hi] hi_j]]]].
  + apply Q in n. assert (C : (j = 0 \/ j = 1 \/ j = 2 \/ j = 3)%Z) by lia. fold G in n.
    destruct C as [-> | [-> | [-> | ->]]]; lra.
  + apply Q in n. fold D in n. assert (C : (i = 0 \/ i = 1 \/ i = 2)%Z) by lia.
    assert (C' : (j = 0 \/ j = 1 \/ j = 2 \/ j = 3)%Z) by lia.
    destruct C as [-> | [-> | ->]]; destruct C' as [-> | [-> | [-> | ->]]]; lra.
Qed.

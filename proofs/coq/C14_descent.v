(* goal: exists r[0-9]*:[^/]*/\\ P_ClassificationLowers *)
(* C14_descent: along the negative gradient the slope of the loss is minus a sum of squares. *)
Proof.
Local Open Scope R_scope.
intros t a a1 a2 a3 labels some. unfold P_ClassificationLowers.
pose (I := fun m => t (shift a m)). pose (W := fun m n => t (shift (shift_A4_float64 a2 m) n)).
pose (g := fun m n => t (shift (shift_A3_float64 a3 m) n)). pose (l := fun m => t (shift a1 m)).
pose (G := L_ClassificationCEByGamma t a a1 a2 a3). pose (D := L_ClassificationCEByW t a a1 a2 a3).
pose (v := fun m n => - (1) * G m n). pose (w := fun m n => - (1) * D m n).
outputs L_C3Output L_C3Output'def softmax.
pose (X := fun k h => weighted (hidden I (fun m n => W m n + w m n * h)) (fun m => g m k + v m k * h)).
assert (E : forall h, cross_entropy (l 0%Z) (l 1%Z) (l 2%Z) (X 0%Z h) (X 1%Z h) (X 2%Z h)
  = L_ClassificationCEAfter t a a1 a2 a3 h).
{ intro h. unfold L_ClassificationCEAfter, L_C4Loss. rewrite O_0, O_1, O_2.
  assert (A : forall x y z, x + - (1) * y * z = x + - (1) * (y * z)) by (intros; ring).
  assert (F : forall k, L_ClassificationXAfter t a a1 a2 a3 h k = X k h).
  { intro k. unfold L_ClassificationXAfter, L_ClassificationHAfter, L_C14W, L_C10Gamma, X, weighted, hidden, w, v.
    rewrite !A. reflexivity. }
  rewrite !F. reflexivity. }
pose (squares := fun F : Z -> Z -> R => fun i => F i 0%Z * F i 0%Z + F i 1%Z * F i 1%Z + F i 2%Z * F i 2%Z).
pose (d := - (squares G 0%Z + squares G 1%Z + squares G 2%Z + squares G 3%Z
  + (squares D 0%Z + D 0%Z 3%Z * D 0%Z 3%Z) + (squares D 1%Z + D 1%Z 3%Z * D 1%Z 3%Z)
  + (squares D 2%Z + D 2%Z 3%Z * D 2%Z 3%Z))).
apply (downhill (L_ClassificationCEAfter t a a1 a2 a3) _ d).
- rewrite <- E. unfold X. rewrite !(at_zero I W w (fun j => g j _) (fun j => v j _)). reflexivity.
- eapply is_derive_equal;
    [apply (classification_along (l 0%Z) (l 1%Z) (l 2%Z) I W w g v)|exact E|].
  pose (H := hidden I W). pose (x := fun k => weighted H (fun j => g j k)).
  pose (O := fun k => softmax (x k) (x 0%Z) (x 1%Z) (x 2%Z)).
  assert (HG : forall j k, G j k = H j * (O k + - (1) * l k)).
  { intros. unfold G, L_ClassificationCEByGamma, L_C7CEByX.
    change (L_ClassificationO t a a2 a3 k) with (O k). change (L_ClassificationH t a a2 j) with (H j).
    change (t (shift a1 k)) with (l k). ring. }
  assert (HD : forall i j, D i j = H j * I i * (1 + - (1) * H j)
    * ((O 0%Z + - (1) * l 0%Z) * g j 0%Z + (O 1%Z + - (1) * l 1%Z) * g j 1%Z + (O 2%Z + - (1) * l 2%Z) * g j 2%Z)).
  { intros. unfold D, L_ClassificationCEByW, L_C13CEByW, L_C7CEByX.
    change (L_ClassificationO t a a2 a3 0) with (O 0%Z). change (t (shift a1 0)) with (l 0%Z).
    change (t (shift (shift_A3_float64 a3 j) 0)) with (g j 0%Z).
    change (L_ClassificationO t a a2 a3 1) with (O 1%Z). change (t (shift a1 1)) with (l 1%Z).
    change (t (shift (shift_A3_float64 a3 j) 1)) with (g j 1%Z).
    change (L_ClassificationO t a a2 a3 2) with (O 2%Z). change (t (shift a1 2)) with (l 2%Z).
    change (t (shift (shift_A3_float64 a3 j) 2)) with (g j 2%Z).
    change (L_C12HByW (L_ClassificationH t a a2 j) (t (shift a i))) with (H j * I i * (1 + - (1) * H j)). ring. }
  change (l 0%Z + l 1%Z + l 2%Z = 1) in labels. rewrite !labels.
  change ((1 * O 0%Z - l 0%Z) * slope_of_weighted I W w (fun j => g j 0%Z) (fun j => v j 0%Z)
    + (1 * O 1%Z - l 1%Z) * slope_of_weighted I W w (fun j => g j 1%Z) (fun j => v j 1%Z)
    + (1 * O 2%Z - l 2%Z) * slope_of_weighted I W w (fun j => g j 2%Z) (fun j => v j 2%Z) = d).
  unfold d, squares, slope_of_weighted, v, w. cbv zeta. fold H. rewrite !HG, !HD.
  clearbody O. clearbody H I g l. clear. ring.
- unfold d. clear E d.
  assert (P : forall x, 0 <= x * x) by (intro; apply Rle_0_sqr).
  assert (Q : forall x, x <> 0 -> 0 < x * x) by (intros; apply Rsqr_pos_lt; assumption).
  assert (S : forall F i, 0 <= squares F i).
  { intros F i. unfold squares. pose proof (P (F i 0%Z)); pose proof (P (F i 1%Z)); pose proof (P (F i 2%Z)). lra. }
  assert (S' : forall F i k, (k = 0 \/ k = 1 \/ k = 2)%Z -> F i k <> 0 -> 0 < squares F i).
  { intros F i k C n. apply Q in n. unfold squares. pose proof (P (F i 0%Z)); pose proof (P (F i 1%Z));
    pose proof (P (F i 2%Z)). destruct C as [-> | [-> | ->]]; lra. }
  pose proof (S G 0%Z); pose proof (S G 1%Z); pose proof (S G 2%Z); pose proof (S G 3%Z).
  pose proof (S D 0%Z); pose proof (S D 1%Z); pose proof (S D 2%Z).
  pose proof (P (D 0%Z 3%Z)); pose proof (P (D 1%Z 3%Z)); pose proof (P (D 2%Z 3%Z)).
  destruct some as [[j [k [[[[n lo_k] lo] hi_k] hi]]] | [i [j [[[[n lo_j] lo] hi] hi_j]]]].
  + change (G j k <> 0) in n. apply S' in n; [|lia]. assert (C : (j = 0 \/ j = 1 \/ j = 2 \/ j = 3)%Z) by lia.
    destruct C as [-> | [-> | [-> | ->]]]; lra.
  + change (D i j <> 0) in n. assert (C : (i = 0 \/ i = 1 \/ i = 2)%Z) by lia.
    assert (C' : (j = 3 \/ j <> 3)%Z) by lia. destruct C' as [-> | C'].
    * apply Q in n. destruct C as [-> | [-> | ->]]; lra.
    * apply S' in n; [|lia]. destruct C as [-> | [-> | ->]]; lra.
Qed.

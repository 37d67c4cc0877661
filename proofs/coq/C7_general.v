(* goal: \([^ ]+ = 0%Z\) -> P_IsCEByX  *)
(* C7_general: the chain rule over all outputs, whatever the labels sum to. *)
Proof.
Local Open Scope R_scope.
intros l_0 l_1 l_2 X_0 X_1 X_2 j lo hi.
pose (v := fun m : Z => if Z.eqb m j then 1 else 0).
assert (M : forall x m h, L_Moved x m j h = x + v m * h).
{ intros x m h. unfold v. destruct (L_Moved'def x m j h) as [E N].
  destruct (Z.eqb_spec m j); [rewrite E by assumption|rewrite N by assumption]; ring. }
outputs L_C3Output L_C3Output'def softmax.
assert (E : forall h, cross_entropy l_0 l_1 l_2 (X_0 + v 0%Z * h) (X_1 + v 1%Z * h) (X_2 + v 2%Z * h)
  = L_C4Loss l_0 l_1 l_2 (L_Moved X_0 0 j h) (L_Moved X_1 1 j h) (L_Moved X_2 2 j h)).
{ intro h. unfold L_C4Loss. rewrite O_0, O_1, O_2, !M. reflexivity. }
pose proof (cross_entropy_along l_0 l_1 l_2 _ _ _ _ _ _
  (straight X_0 (v 0%Z)) (straight X_1 (v 1%Z)) (straight X_2 (v 2%Z))) as D.
cbv zeta in D. cbv beta in D. rewrite !Rmult_0_r, !Rplus_0_r in D.
assert (B : L_C4Loss l_0 l_1 l_2 (L_Moved X_0 0 j 0) (L_Moved X_1 1 j 0) (L_Moved X_2 2 j 0)
  = L_C4Loss l_0 l_1 l_2 X_0 X_1 X_2) by (rewrite !M, !Rmult_0_r, !Rplus_0_r; reflexivity).
assert (C : (j = 0 \/ j = 1 \/ j = 2)%Z) by lia.
destruct C as [-> | [-> | ->]]; repeat split; intros; try discriminate; try contradiction;
  (eapply (tends _ _ _ B); eapply is_derive_equal; [exact D|exact E|]);
  rewrite ?O_0, ?O_1, ?O_2; unfold v; cbn [Z.eqb Pos.eqb]; ring.
Qed.

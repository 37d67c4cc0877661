(* goal: exists .*L_C6OByX r4 \(L_C3Output *)
(* C6_derivative: both cases come out of the quotient rule. *)
Proof.
Local Open Scope R_scope.
intros X_0 X_1 X_2 eps k j here heps j0 k0 j2 k2. subst here.
pose (v := fun m : Z => if Z.eqb m j then 1 else 0).
assert (M : forall x m h, L_Moved x m j h = x + v m * h).
{ intros x m h. unfold v. destruct (L_Moved'def x m j h) as [E N].
  destruct (Z.eqb_spec m j); [rewrite E by assumption|rewrite N by assumption]; ring. }
pose (X := fun m => if Z.eqb m 0 then X_0 else if Z.eqb m 1 then X_1 else X_2).
assert (O : forall m x_0 x_1 x_2, (0 <= m <= 2)%Z -> L_C3Output m x_0 x_1 x_2
  = softmax (if Z.eqb m 0 then x_0 else if Z.eqb m 1 then x_1 else x_2) x_0 x_1 x_2).
{ intros m x_0 x_1 x_2 hm. destruct (L_C3Output'def m x_0 x_1 x_2) as [E_0 N_0].
  destruct (Z.eqb_spec m 0); [exact (E_0 e)|]. destruct (N_0 n) as [E_1 E_2].
  destruct (Z.eqb_spec m 1); [exact (E_1 e)|exact (E_2 n0)]. }
revert eps heps.
apply (tends (fun h => L_C3Output k (L_Moved X_0 0 j h) (L_Moved X_1 1 j h) (L_Moved X_2 2 j h))).
- rewrite !M, !Rmult_0_r, !Rplus_0_r. reflexivity.
- eapply is_derive_equal;
    [apply (softmax_along (fun h => X k + v k * h) (fun h => X_0 + v 0%Z * h) (fun h => X_1 + v 1%Z * h)
       (fun h => X_2 + v 2%Z * h)); apply straight
    |intro h; rewrite O, !M by lia; unfold X
    |].
  + assert (C : (k = 0 \/ k = 1 \/ k = 2)%Z) by lia. destruct C as [-> | [-> | ->]]; reflexivity.
  + cbv beta. rewrite !O by lia. rewrite !Rmult_0_r, !Rplus_0_r.
    assert (C : (k = 0 \/ k = 1 \/ k = 2)%Z) by lia. assert (D : (j = 0 \/ j = 1 \/ j = 2)%Z) by lia.
    destruct C as [-> | [-> | ->]]; destruct D as [-> | [-> | ->]]; unfold v, X; cbn [Z.eqb Pos.eqb];
    match goal with |- _ = L_C6OByX ?p ?q ?k ?j => destruct (L_C6OByX'def p q k j) as [E N] end;
    try (rewrite E by reflexivity; ring); (rewrite N by discriminate; ring).
Qed.

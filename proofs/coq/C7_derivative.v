(* goal: P_IsCEByX \(L_C7CEByX \(L_C3Output 0%Z r2 r3 r4\) r\) *)
(* C7_derivative: C7_general, with the labels' sum put in. *)
Proof.
Local Open Scope R_scope.
intros l_0 l_1 X_0 X_1 X_2 l_2. unfold L_C7CEByX.
assert (S : l_0 + l_1 + l_2 = 1) by (unfold l_2; ring).
pose proof (fun j => Q_C7_general l_0 l_1 l_2 X_0 X_1 X_2 j) as G. rewrite S in G.
assert (A : forall O l, -1 * l + O * 1 = O + -1 * l) by (intros; ring).
split; [split|].
- destruct (G 0%Z ltac:(lia) ltac:(lia)) as [E _]. specialize (E eq_refl).
  rewrite A in E. exact E.
- destruct (G 1%Z ltac:(lia) ltac:(lia)) as [_ N]. destruct (N ltac:(discriminate)) as [E _].
  specialize (E eq_refl). rewrite A in E. exact E.
- destruct (G 2%Z ltac:(lia) ltac:(lia)) as [_ N]. destruct (N ltac:(discriminate)) as [_ E].
  specialize (E ltac:(discriminate)). rewrite A in E. exact E.
Qed.

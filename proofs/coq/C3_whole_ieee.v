(* goal: \* \(L_ClassificationO [^>]*\. Proof *)
(* C3 from inputs and weights, IEEE: the errors of the logits, then that of the softmax itself. *)
Proof.
Local Open Scope R_scope.
lets.
repeat match goal with H : forall _ : Z, (0 <= _)%Z -> _ |- _ => ask H 0%Z; ask H 1%Z; ask H 2%Z; clear H end.
match goal with |- context [L_ClassificationO _ _ _ _ ?k] =>
  assert (K : (k = 0 \/ k = 1 \/ k = 2)%Z) by lia; destruct K as [->|[->| ->]] end;
unfold L_ClassificationO; meaning; unfold L_C3O in *;
match goal with
  A : Rabs (real ?x + - (1) * ?X) <= 41 / 35184372088832, B : Rabs (real ?y + - (1) * ?Y) <= 41 / 35184372088832,
  C : Rabs (real ?z + - (1) * ?Z) <= 41 / 35184372088832, O : Rabs (?o + - (1) * (exp (real ?x) / _)) <= _
  |- Rabs (?o + - (1) * (exp ?X / _)) <= _ =>
    pose proof (C3_whole o (real x) X (real y) Y (real z) Z) as G;
    repeat match type of G with ?P -> _ =>
      let P' := fresh in assert (P' : P) by first [assumption | conclude_sum O]; specialize (G P'); clear P' end;
    conclude_sum G
end.
Qed.

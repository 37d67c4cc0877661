(* For every goal of the IEEE reading about operations on doubles that has no proof of its own. *)
Proof.
Local Open Scope R_scope.
first [ solve [intros; repeat split; match goal with H : forall _ : Z, _ |- _ => apply H; lia end]
      | doubles; equations; ieee ].
Qed.

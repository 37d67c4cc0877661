(* goal: lt1 .* -> \(\(\(t.real1 a[0-9]*\) <= r\)%R /\\ *)
Proof.
(* No entry is above the largest, from what it means that one double is below another. *)
Local Open Scope R_scope.
lets.
repeat match goal with H : _ \/ _ |- _ => destruct H as [[? H] | [? H]] end; subst; meaning;
rewrite Backproof.ieee.below_ok in * by tauto; lra.
Qed.

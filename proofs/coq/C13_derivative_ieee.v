(* goal: t.real1 .*-> exists r[0-9]*:[^>]*/\\ P_IsCEByW [^>]*\. Proof *)
(* C13_derivative, IEEE: the double is near the formula (row by row), and the formula is the derivative. *)
Proof.
Local Open Scope R_scope.
lets. match goal with |- exists d, _ /\ P_IsCEByW _ _ _ _ _ _ ?i _ =>
  assert (row : (i = 0 \/ i = 1 \/ i = 2)%Z) by lia; destruct row as [-> | [-> | ->]] end;
match goal with near : forall _ : Z, _ |- _ =>
  solve [eexists; split; [apply near; lia|apply Q_C13_derivative; assumption]] end.
Qed.

(* goal: t.real1 .*-> exists r[0-9]*:[^>]*/\\ P_IsCEByGamma [^>]*\. Proof *)
(* C9_derivative, IEEE: the double is near the formula, and the formula is the derivative. *)
Proof.
Local Open Scope R_scope.
lets. match goal with near : forall _ : Z, _ |- _ =>
  solve [eexists; split; [apply near; lia|apply Q_C9_derivative; assumption]] end.
Qed.

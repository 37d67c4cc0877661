(* goal: t.real1 .*-> exists r[0-9]*:[^>]*/\\ P_IsSEByGamma [^>]*\. Proof *)
(* R6_derivative, IEEE: the double is near the formula, and the formula is the derivative. *)
Proof.
Local Open Scope R_scope.
lets. match goal with near : forall _ : Z, _ |- _ =>
  solve [eexists; split; [apply near; lia|apply Q_R6_derivative; assumption]] end.
Qed.

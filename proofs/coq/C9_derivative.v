(* goal: -> P_IsCEByGamma [^ ]+ \(L_ClassificationCEByGamma [^>]*\. Proof *)
(* C9_derivative: C9_general, with the labels' sum put in. *)
Proof.
Local Open Scope R_scope.
intros t a a1 a2 a3 i i1 labels lo_1 lo hi_1 hi.
pose proof (Q_C9_general t a a1 a2 a3 i i1 ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)) as G. rewrite labels in G.
match type of G with P_IsCEByGamma _ ?d _ _ _ _ _ _ =>
  replace (L_ClassificationCEByGamma t a a1 a2 a3 i i1) with d; [exact G|] end.
unfold L_ClassificationCEByGamma, L_C7CEByX. ring.
Qed.

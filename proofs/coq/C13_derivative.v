(* goal: -> P_IsCEByW [^ ]+ \(L_ClassificationCEByW [^>]*\. Proof *)
(* C13_derivative: C13_general, with the labels' sum put in. *)
Proof.
Local Open Scope R_scope.
intros t a a1 a2 a3 i i1 labels lo_1 lo hi hi_1.
pose proof (Q_C13_general t a a1 a2 a3 i i1 ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)) as G. rewrite labels in G.
match type of G with P_IsCEByW _ ?d _ _ _ _ _ _ =>
  replace (L_ClassificationCEByW t a a1 a2 a3 i i1) with d; [exact G|] end.
unfold L_ClassificationCEByW, L_C13CEByW, L_C7CEByX. ring.
Qed.

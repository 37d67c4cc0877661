(* goal: Rabs \(r[0-9]* \+ \(\(-1%R\)%R \* \(L_C13CEByW r4 r5 r6 r7 r8 r9 r2[^>]*\. Proof *)
(* C13 of one layer, IEEE: what C12 loses, times the sum over the outputs. *)
Proof.
Local Open Scope R_scope.
lets. entries. meaning.
match goal with
  W : Rabs (?w + - (1) * L_C13CEByW ?d_0 ?g_0 ?d_1 ?g_1 ?d_2 ?g_2 ?p) <= _, P : Rabs (?p + - (1) * L_C12HByW ?h ?I) <= _ |- _ =>
    equations; assert (G := fun W' P' => C13_layer_spread w d_0 g_0 d_1 g_1 d_2 g_2 p h I W' P' ltac:(assumption)
      ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption));
    premise G W; premise G P end.
conclude G.
Qed.

(* goal: Rabs \(r[0-9]* \+ \(\(-1%R\)%R \* \(L_R10SEByW r3 r r6[^>]*\. Proof *)
(* R10 of one layer, IEEE: what R9 loses, times the other two factors. *)
Proof.
Local Open Scope R_scope.
lets. meaning.
match goal with E : real ?x = real ?y |- context [real ?x] => rewrite E end.
match goal with
  W : Rabs (?w + - (1) * L_R10SEByW ?d ?g ?p) <= _, P : Rabs (?p + - (1) * L_R9HByW ?h ?I) <= _ |- _ =>
    equations; assert (G := fun W' P' => R10_layer_spread w d g p h I W' P' ltac:(assumption) ltac:(assumption));
    premise G W; premise G P end.
conclude G.
Qed.

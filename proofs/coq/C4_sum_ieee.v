(* goal: <= 1125899906842624%R\)%R /\\ [^>]*\. Proof *)
(* C4_CE, IEEE: the sum of which log is taken is far from 0 and from infinity. *)
Proof.
Local Open Scope R_scope.
doubles. unfold L_C3Exp in *. sums. lra.
Qed.

(* goal: \(\(L_C5CEByO r1 r\) \+ \(r1 / r\) *)
(* C5: the minus of the code stands before the quotient, that of the homework before l_k. *)
Proof.
Local Open Scope R_scope.
intros r r1 positive. unfold L_C5CEByO. field. lra.
Qed.

(* goal: \(L_C5CEByO r4 r1\) \* \(L_C6OByX *)
(* C7_chain: the sum over all outputs, with the labels adding up to 1 already put in. *)
Proof.
intros O_k O_m O_n l_k l_m hn hm hk; unfold L_C5CEByO, L_C7CEByX.
rewrite (proj1 (L_C6OByX'def O_k O_k 0 0) eq_refl).
rewrite (proj2 (L_C6OByX'def O_m O_k 1 0)) by discriminate.
rewrite (proj2 (L_C6OByX'def O_n O_k 2 0)) by discriminate.
field; repeat split; assumption.
Qed.

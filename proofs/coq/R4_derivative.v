(* goal: exists .*L_R4SEByO *)
(* R4_derivative: the difference quotient of the square differs from its slope by h itself. *)
Proof.
intros y O_0 eps heps. exists eps. split; [exact heps|]. intros h hne hb.
unfold L_R4SEByO, L_R3SE.
match goal with |- (Rabs ?t < _)%R => replace t with h by (field; exact hne) end.
exact hb.
Qed.

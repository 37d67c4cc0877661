(* For what CVC4 leaves of the goals about memory. *)
(* A read that a write elsewhere leaves alone; where need be, the rows before this one and this row apart. *)
Proof.
Local Open Scope R_scope.
lets. cbv zeta in *.
first [by_frame | match goal with H : (?x <= ?y)%Z |- _ => is_var x; is_var y;
  destruct (Z_le_lt_eq_dec _ _ H) as [?|?]; [solve [by_frame]|subst x; solve [by_frame]] end].
Qed.

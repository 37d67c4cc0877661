(* goal: Rpower.ln r[0-9]* in .*-> [^>]*(t.isFinite1|t.real1)[^>]*\. Proof *)
(* C4_CE, IEEE: log O_k = X_k - M - log(sum), and the sum stays away from 0. *)
Proof.
Local Open Scope R_scope.
doubles. unfold L_C3Exp in *.
repeat match goal with H : _ <= 1125899906842624 |- _ => clear H | H : 1 / 1125899906842624 <= _ |- _ => clear H end.
sums. try logs.
match goal with
| |- Rabs (_ + - (1) * ln _) <= _ => unfold L_C3O;
    match goal with D : Rabs (real _ - (?x - ?m - ln _)) <= _
      |- Rabs (?v + - (1) * ln (exp ?x / (exp ?X_0 + exp ?X_1 + exp ?X_2))) <= _ =>
        rewrite (log_shift_cancels x X_0 X_1 X_2 m);
        match goal with |- Rabs (?a + - (1) * ?b) <= _ => replace (a + - (1) * b) with (a - b) by ring end; exact D end
| |- Rabs (real (opp _) + _) <= _ => unfold L_C4CE;
    repeat match goal with H : Rabs (?v + - (1) * ln (L_C3O ?a ?b ?c ?d)) <= _ |- _ =>
      let n := fresh "n" in
      replace (v + - (1) * ln (L_C3O a b c d)) with (v - ln (L_C3O a b c d)) in H by ring;
      set (n := ln (L_C3O a b c d)) in *; clearbody n end;
    only_products; repeat operation;
    match goal with |- Rabs (?a + - (1) * ?b) <= _ => match b with
      - (1) * ?t_0 + - (1) * ?t_1 + - (1) * ?t_2 =>
        replace (a + - (1) * b) with (a - - (t_0 + t_1 + t_2)) by ring end end;
    bound
| |- _ => first [assumption | lra | only_products; ieee]
end.
Qed.

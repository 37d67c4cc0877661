(* goal: L_C3Exp .* -> [^>]*(t.isFinite1|t.real1 a|P_InUnit a)[^>]*\. Proof *)
(* C3_O, IEEE: one term of the sum is 1, so the sum stays away from 0 and the quotient in [0, 1]. *)
Proof.
Local Open Scope R_scope.
doubles. unfold L_C3Exp in *. try sums. quotients.
repeat split; try assumption; try lra.
all: try match goal with |- ieee.finite (plus _ _) =>
  repeat match goal with H : context [exp] |- _ => clear H end; solve [ieee] end.
all: unfold L_C3O;
  match goal with D : Rabs (real _ - (exp (_ + - (1) * ?M) + _ + _)) <= _
    |- Rabs (?q + - (1) * (exp ?X_k / (exp ?X_0 + exp ?X_1 + exp ?X_2))) <= _ =>
      rewrite (shift_cancels X_k X_0 X_1 X_2 M) end;
  match goal with |- Rabs (?q + - (1) * ?u) <= _ => replace (q + - (1) * u) with (q - u) by ring end;
  assumption.
Qed.

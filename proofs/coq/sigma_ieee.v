(* goal: L_Sigma \(t.real1 f1|neg1 f *)
(* sigma, IEEE: the error of exp is relative, so that of 1 / (1 + e) is absolute and small. *)
Proof.
Local Open Scope R_scope.
doubles.
repeat match goal with H : context [L_Sigma (real ?x)] |- _ => idtac | |- context [L_Sigma (real ?x)] =>
  let S := fresh "S" in assert (S : L_Sigma (real x) = 1 / (1 + exp (- real x)));
  [unfold L_Sigma; rewrite exp_Ropp; pose proof (exp_positive (real x)); field; split; lra|rewrite S; clear S] end.
repeat match goal with F : ieee.finite ?x |- context [opp ?x] => try_operation (opp x)
  | F : ieee.finite ?x, H : context [opp ?x] |- _ => try_operation (opp x) end.
repeat match goal with H : Rabs (real _ + - (1) * exp (- real ?x)) <= _ |- _ => exponential H (- real x) end.
ieee.
Qed.

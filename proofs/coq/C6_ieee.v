(* goal: \(neg1 [^ ]*\) = f.* -> [^>]*(L_C6OByX|P_Within f)[^>]*\. Proof *)
(* C6, IEEE: the two lines of the equation, one after the other. *)
Proof.
Local Open Scope R_scope.
lets.
match goal with H : _ \/ _ |- _ => destruct H as [[e H] | [n H]]; decompose [and] H; clear H end; subst;
  try match goal with |- context [L_C6OByX ?p ?q ?k ?j] =>
    destruct (L_C6OByX'def p q k j) as [A B]; first [rewrite (B n) | rewrite A by reflexivity]; clear A B end;
  doubles; ieee.
Qed.

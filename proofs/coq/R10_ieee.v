(* goal: \* \(L_RegressionSEByW [^>]*\. Proof *)
(* R10 of the whole loss, IEEE: the errors of dSE/dO_0, of O_0 and of H_j, through the layer. *)
Proof.
Local Open Scope R_scope.
lets.
first [solve [instance] |
match goal with |- context [L_RegressionSEByW _ _ _ _ _ ?i ?j] =>
  repeat match goal with H : forall _ _ : Z, (0 <= _)%Z -> _ |- _ => ask2 H i j; clear H end;
  repeat match goal with H : forall _ : Z, (0 <= _)%Z -> _ |- _ => try ask H i; try ask H j; clear H end end;
unfold L_RegressionSEByW; meaning;
match goal with
  W : Rabs (?w + - (1) * L_R10SEByW (real ?d) (real ?g) (L_R9HByW (real ?h) (real ?I))) <= _,
  D : Rabs (real ?d + - (1) * L_R4SEByO (real ?y) (real ?o)) <= _,
  O : Rabs (real ?o + - (1) * ?O_0) <= _, H : Rabs (real ?h + - (1) * ?H_j) <= _ |- _ =>
    equations; assert (G := fun W' => R10_spread w (real d) (real y) (real o) O_0 (real g) (real h) H_j (real I) W' D O H
      ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption));
    premise G W end;
equations;
conclude G].
Qed.

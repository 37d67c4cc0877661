(* goal: \* \(L_ClassificationCEByW [^>]*\. Proof *)
(* C13 of the whole loss, IEEE: the errors of each dCE/dX_k, of each O_k and of H_j, through the layer. *)
Proof.
Local Open Scope R_scope.
lets.
match goal with |- context [L_ClassificationCEByW _ _ _ _ _ ?i ?j] =>
  repeat match goal with H : forall _ _ : Z, let _ := _ in _ |- _ => ask2 H i j; clear H end;
  repeat match goal with H : forall _ _ : Z, (0 <= _)%Z -> _ |- _ =>
    ask2 H i j; try ask2 H j 0%Z; try ask2 H j 1%Z; try ask2 H j 2%Z; clear H end;
  repeat match goal with H : forall _ : Z, (0 <= _)%Z -> _ |- _ =>
    try ask H i; try ask H j; try ask H 0%Z; try ask H 1%Z; try ask H 2%Z; clear H end end.
unfold L_ClassificationCEByW; meaning.
match goal with
  W : Rabs (?w + - (1) * L_C13CEByW (real ?d_0) ?g_0 (real ?d_1) ?g_1 (real ?d_2) ?g_2 (L_C12HByW (real ?h) ?I)) <= _,
  H : Rabs (real ?h + - (1) * L_ClassificationH ?m ?a ?b ?j) <= _ |- _ =>
    match goal with
      D_0 : Rabs (real d_0 + - (1) * L_C7CEByX (real ?o_0) ?l_0) <= _, D_1 : Rabs (real d_1 + - (1) * L_C7CEByX (real ?o_1) ?l_1) <= _,
      D_2 : Rabs (real d_2 + - (1) * L_C7CEByX (real ?o_2) ?l_2) <= _ |- _ =>
        match goal with
          O_0 : Rabs (real o_0 + - (1) * L_ClassificationO ?n_0 ?a_0 ?b_0 ?c_0 ?k_0) <= _,
          O_1 : Rabs (real o_1 + - (1) * L_ClassificationO ?n_1 ?a_1 ?b_1 ?c_1 ?k_1) <= _,
          O_2 : Rabs (real o_2 + - (1) * L_ClassificationO ?n_2 ?a_2 ?b_2 ?c_2 ?k_2) <= _ |- _ =>
            equations;
            assert (G := fun W' D_0' D_1' D_2' => C13_spread w (real d_0) (real o_0) (L_ClassificationO n_0 a_0 b_0 c_0 k_0) l_0 g_0
              (real d_1) (real o_1) (L_ClassificationO n_1 a_1 b_1 c_1 k_1) l_1 g_1
              (real d_2) (real o_2) (L_ClassificationO n_2 a_2 b_2 c_2 k_2) l_2 g_2 (real h) (L_ClassificationH m a b j) I
              W' D_0' O_0 D_1' O_1 D_2' O_2 H ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)
              ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption));
            premise G W; premise G D_0; premise G D_1; premise G D_2
        end end end.
conclude G.
Qed.

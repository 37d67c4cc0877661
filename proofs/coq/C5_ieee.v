(* goal: (P_InUnit f -> t.isFinite1 \(div1 RNE f1 f|t.real1 \(neg1 a\)\) .*L_C5CEByO) *)
(* C5, IEEE: the quotient is at most 2^200, and its rounding a part of itself. *)
Proof.
Local Open Scope R_scope.
doubles. try unfold L_C5CEByO.
match goal with |- context [over ?l ?O] =>
  assert (B : 0 <= real l / real O <= 1606938044258990275541962092341162602522202993782792835301376);
  [ split; [apply Rmult_le_pos; [tauto|left; apply Rinv_0_lt_compat; assumption]|];
    apply (Rmult_le_reg_r (real O)); [assumption|]; unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra
  | destruct (part_of_itself _ B) as [U N];
    destruct (over_ok l O ltac:(assumption) ltac:(lra) U) as [F V]; try exact F;
    destruct (opp_ok _ F) as [_ W]; rewrite W, V, <- Rabs_Ropp;
    match goal with |- Rabs ?u <= _ => replace u with (rnd (real l / real O) - real l / real O) by (field; lra) end;
    exact N ] end.
Qed.

(* goal: L_[RC]1H \(t.real1 *)
(* R1 and C1, IEEE: the error of the sum, through a function that is nowhere steeper than 1/4. *)
Proof.
Local Open Scope R_scope.
doubles.
match goal with |- Rabs (real ?s + - (1) * ?H ?a ?b ?c ?d ?e ?f) <= _ =>
  change (H a b c d e f) with (logistic (a * b + c * d + e * f));
  match goal with H : Rabs (real s + - (1) * L_Sigma (real ?z)) <= _ |- _ =>
    change (L_Sigma (real z)) with (logistic (real z)) in H;
    pose proof (logistic_lipschitz (real z) (a * b + c * d + e * f)) as L;
    assert (Z : Rabs (real z - (a * b + c * d + e * f)) <= 9 / 140737488355328);
    [clear L; repeat operation; finish
    |replace (real s + - (1) * logistic (a * b + c * d + e * f))
       with ((real s + - (1) * logistic (real z)) + (logistic (real z) - logistic (a * b + c * d + e * f))) by ring;
     eapply Rle_trans; [apply Rabs_triang|]; lra] end end.
Qed.

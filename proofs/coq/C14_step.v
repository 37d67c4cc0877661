(* goal: -> \(\(L_ClassificationCE [^ ]+ [^ ]+ [^ ]+ [^ ]+ [^ ]+\) < \(L_ClassificationCE [^>]*\. Proof *)
(* C14_descent, in memory: what a step leaves there is what C14_descent speaks of. *)
Proof.
Local Open Scope R_scope.
intros. repeat match goal with x := _ |- _ => subst x end.
match goal with |- L_ClassificationCE ?m ?I ?l ?W ?g < L_ClassificationCE ?t _ _ _ _ =>
  match goal with lowers : P_ClassificationLowers t _ _ _ _ _, pos : 0 < ?r, small : ?r < _ |- _ =>
    unfold P_ClassificationLowers in lowers; pose proof (lowers r pos small) as down;
    replace (L_ClassificationCE m I l W g) with (L_ClassificationCEAfter t I l W g r); [exact down|];
    set (new := m) in *; clearbody new;
    assert (hid : forall j, (0 <= j <= 3)%Z -> L_ClassificationHAfter t I l W g r j = L_ClassificationH new I W j);
    [|assert (out : forall k, (0 <= k <= 2)%Z -> L_ClassificationXAfter t I l W g r k = L_ClassificationX new I W g k)] end end.
all: cbv zeta in *.
- intros j hj. unfold L_ClassificationHAfter, L_ClassificationH.
  repeat match goal with old : forall i : Z, _ -> _ -> new _ = _ |- _ => rewrite !old by lia; clear old end.
  repeat match goal with step : forall i i1 : Z, _ -> _ -> _ -> _ -> new _ = L_C14W _ _ _ |- _ =>
    rewrite !step by lia; clear step end.
  reflexivity.
- intros k hk. unfold L_ClassificationXAfter, L_ClassificationX. rewrite !hid by lia.
  repeat match goal with step : forall i i1 : Z, _ -> _ -> _ -> _ -> new _ = L_C10Gamma _ _ _ |- _ =>
    rewrite !step by lia; clear step end.
  reflexivity.
- unfold L_ClassificationCEAfter, L_C4Loss, L_ClassificationCE, L_ClassificationO.
  outputs L_C3Output L_C3Output'def L_C3O.
  rewrite O_0, O_1, O_2, !out by lia.
  repeat match goal with old : forall i : Z, _ -> _ -> new _ = _ |- _ => rewrite ?old by lia; clear old end.
  reflexivity.
Qed.

(* Slopes.v: the value of a formula, and its slope where something moves, as rational functions of atoms. *)
Require Import Reals Lra Lia ZArith QArith Qreals List Bool. From Coquelicot Require Import Coquelicot.
From Backproof Require Import Formula Rational.
Import ListNotations.
Open Scope R_scope.

Section Values.
Variable l : positive -> R.       (* values of atoms *)
Variable pos : positive -> bool.  (* atoms that are known to be positive *)
Hypothesis pos_ok : forall n, pos n = true -> 0 < l n.
Variable known : list poly.       (* polynomials that are known to be positive *)
Hypothesis known_ok : List.Forall (fun p => 0 < pval l p) known.
Variable apart : list poly.       (* polynomials that are known not to be 0 *)
Hypothesis apart_ok : List.Forall (fun p => pval l p <> 0) apart.

(* The arithmetic of Rational.v, of these atoms. *)
Local Notation mval := (Rational.mval l).
Local Notation fval := (Rational.fval l).
Local Notation rval := (Rational.rval l).
Local Notation nz := (Rational.nz l).
Local Notation rint_ok := (Rational.rint_ok l).
Local Notation ratom_ok := (Rational.ratom_ok l).
Local Notation rmul := (Rational.rmul pos).
Local Notation rmul_ok := (Rational.rmul_ok l pos pos_ok).
Local Notation radd := (Rational.radd pos).
Local Notation radd_ok := (Rational.radd_ok l pos pos_ok).
Local Notation ropp_ok := (Rational.ropp_ok l).
Local Notation spos := (Rational.spos pos known).
Local Notation spos_ok := (Rational.spos_ok l pos pos_ok known known_ok).
Local Notation rnz := (Rational.rnz pos known apart).
Local Notation rpos := (Rational.rpos pos known).
Local Notation rnz_ok := (Rational.rnz_ok l pos pos_ok known known_ok apart apart_ok).
Local Notation rpos_ok := (Rational.rpos_ok l pos pos_ok known known_ok).
Local Notation rinv := (Rational.rinv pos known apart).
Local Notation rinv_ok := (Rational.rinv_ok l pos pos_ok known known_ok apart apart_ok).
Local Notation rpow := (Rational.rpow pos).
Local Notation rpow_ok := (Rational.rpow_ok l pos pos_ok).
Local Notation rsub := (Rational.rsub pos).
Local Notation rsub_ok := (Rational.rsub_ok l pos pos_ok).
Local Notation rzero_ok := (Rational.rzero_ok l).
Local Notation req := (Rational.req pos).
Local Notation req_ok := (Rational.req_ok l pos pos_ok).

(* ---------------------------------------------------------------- values and slopes of formulas *)

Inductive entry := Val (s : positive) (ix : list Z) (r : rat) (d : option rat) | Fun (f : fn) (arg : rat) (n : positive).
Definition table := list entry.
Definition fn_eqb (f g : fn) : bool := match f, g with Exp, Exp | Ln, Ln | Sigma, Sigma | Tanh, Tanh | Step, Step => true | _, _ => false end.
Fixpoint look (t : table) (s : positive) (ix : list Z) : option (rat * option rat) :=
  match t with
  | [] => None
  | Val s' ix' r d :: t' => if Pos.eqb s s' then if same ix ix' then Some (r, d) else look t' s ix else look t' s ix
  | _ :: t' => look t' s ix
  end.
Fixpoint still (t : table) : table := match t with [] => [] | Val s ix r _ :: t' => Val s ix r None :: still t' | x :: t' => x :: still t' end.
Fixpoint without (s : positive) (t : table) : table :=
  match t with [] => [] | Val s' ix r d :: t' => if Pos.eqb s' s then without s t' else Val s' ix r d :: without s t' | x :: t' => x :: without s t' end.
Fixpoint call (t : table) (f : fn) (v : rat) : option positive :=
  match t with
  | [] => None
  | Fun g r n :: t' => if fn_eqb f g && req v r then Some n else call t' f v
  | _ :: t' => call t' f v
  end.
(* The argument of the exponential function that an atom is. *)
Fixpoint exponent (t : table) (n : positive) : option rat :=
  match t with
  | [] => None
  | Fun Exp r k :: t' => if Pos.eqb n k then Some r else exponent t' n
  | _ :: t' => exponent t' n
  end.
(* What is known of functions. *)
Definition calls_ok (t : table) : Prop :=
  (forall f v n, nz v -> call t f v = Some n -> l n = apply f (rval v)) /\
  (forall n r, exponent t n = Some r -> l n = exp (rval r) /\ nz r).

(* The logarithm of a product, taken apart. *)
Fixpoint ln_mono (t : table) (m : mono) : option rat :=
  match m with
  | [] => Some (rint 0)
  | (n, z) :: m' => match exponent t n, ln_mono t m' with Some r, Some s => Some (radd (rmul (rint z) r) s) | _, _ => None end
  end.
Fixpoint ln_fac (t : table) (f : list (poly * Z)) : option rat :=
  match f with
  | [] => Some (rint 0)
  | (p, z) :: f' => if spos p then match call t Ln (Rat p []), ln_fac t f' with
      | Some n, Some s => Some (radd (rmul (rint z) (ratom n 1)) s) | _, _ => None end else None
  end.
Definition ln_apart (t : table) (v : rat) : option rat :=
  match num v with
  | [(m, c)] => if Qeq_bool c 1 then match ln_mono t m, ln_fac t (fac v) with Some a, Some b => Some (radd a b) | _, _ => None end else None
  | p => match fac v with [] => None | f => ln_fac t ((p, 1%Z) :: f) end
  end.
Lemma ln_power x z : 0 < x -> ln (powerRZ x z) = IZR z * ln x.
Proof.
intro X. destruct z as [|p|p]; cbn [powerRZ].
- rewrite ln_1. ring.
- rewrite ln_pow by exact X. rewrite INR_IZR_INZ, positive_nat_Z. reflexivity.
- rewrite ln_Rinv by (apply pow_lt, X). rewrite ln_pow by exact X. rewrite INR_IZR_INZ, positive_nat_Z.
  change (Z.neg p) with (- Z.pos p)%Z. rewrite opp_IZR. ring.
Qed.
Lemma ratom1 n : rval (ratom n 1) = l n /\ nz (ratom n 1).
Proof. destruct (ratom_ok n 1) as [V N]. split; [rewrite V; apply powerRZ_1|exact N]. Qed.
Lemma ln_mono_ok t m r : calls_ok t -> ln_mono t m = Some r -> 0 < mval m /\ rval r = ln (mval m) /\ nz r.
Proof.
intros (_ & G). revert r. induction m as [|[n z] m IH]; intros r H; cbn [ln_mono] in H.
- injection H as <-. destruct (rint_ok 0) as [A B]. cbn. rewrite A, ln_1. split; [lra|tauto].
- destruct (exponent t n) as [a|] eqn:X; [|discriminate]. destruct (ln_mono t m) as [s|]; [|discriminate]. injection H as <-.
  destruct (IH s eq_refl) as (P & V & N). destruct (G n a X) as [E M]. destruct (rint_ok z) as [A B].
  destruct (rmul_ok (rint z) a B M) as [C D]. destruct (radd_ok _ s D N) as [K L]. cbn [mval].
  assert (Q : 0 < l n) by (rewrite E; apply exp_pos). split; [apply Rmult_lt_0_compat; [apply powerRZ_lt, Q|exact P]|split; [|exact L]].
  rewrite K, C, A, V, ln_mult by (try apply powerRZ_lt; assumption). rewrite ln_power by exact Q. rewrite E, ln_exp. reflexivity.
Qed.
Lemma ln_fac_ok t f r : calls_ok t -> ln_fac t f = Some r -> 0 < fval f /\ rval r = ln (fval f) /\ nz r.
Proof.
intros (G & _). revert r. induction f as [|[p z] f IH]; intros r H; cbn [ln_fac] in H.
- injection H as <-. destruct (rint_ok 0) as [A B]. cbn. rewrite A, ln_1. split; [lra|tauto].
- destruct (spos p) eqn:S; [|discriminate]. apply spos_ok in S. destruct (call t Ln (Rat p [])) as [n|] eqn:X; [|discriminate].
  destruct (ln_fac t f) as [s|]; [|discriminate]. injection H as <-. destruct (IH s eq_refl) as (P & V & N).
  pose proof (G Ln (Rat p []) n I X) as E. cbn [apply] in E. destruct (ratom1 n) as [A B]. destruct (rint_ok z) as [A' B'].
  destruct (rmul_ok (rint z) _ B' B) as [C D]. destruct (radd_ok _ s D N) as [K L]. cbn [fval].
  split; [apply Rmult_lt_0_compat; [apply powerRZ_lt, S|exact P]|split; [|exact L]].
  rewrite K, C, A, A', V, ln_mult by (try apply powerRZ_lt; assumption). rewrite ln_power by exact S. rewrite E. unfold Rational.rval. cbn. rewrite Rmult_1_r. reflexivity.
Qed.
Lemma ln_apart_ok t v r : calls_ok t -> ln_apart t v = Some r -> rval r = ln (rval v) /\ nz r.
Proof.
intros G H. unfold ln_apart in H.
assert (W : forall p f, ln_fac t ((p, 1%Z) :: f) = Some r -> num v = p -> fac v = f -> rval r = ln (rval v) /\ nz r).
{ intros p f K <- <-. destruct (ln_fac_ok t _ r G K) as (P & V & N). split; [|exact N]. rewrite V. unfold Rational.rval. cbn [fval]. rewrite powerRZ_1. reflexivity. }
destruct (num v) as [|[m c] [|]] eqn:E.
- destruct (fac v) eqn:F; [discriminate|]. apply (W [] (p :: l0)); [exact H|reflexivity|reflexivity].
- destruct (Qeq_bool c 1) eqn:Q; [|discriminate]. destruct (ln_mono t m) as [a|] eqn:A; [|discriminate]. destruct (ln_fac t (fac v)) as [b|] eqn:B; [|discriminate].
  injection H as <-. destruct (ln_mono_ok t m a G A) as (P & V & N). destruct (ln_fac_ok t _ b G B) as (P' & V' & N').
  destruct (radd_ok a b N N') as [X Y]. split; [|exact Y]. rewrite X, V, V', <- ln_mult by assumption. f_equal. unfold Rational.rval. rewrite E. cbn.
  apply Qeq_bool_eq in Q. rewrite (Qeq_eqR _ _ Q). unfold Q2R. cbn. rewrite Rinv_1. ring.
- destruct (fac v) eqn:F; [discriminate|]. apply (W ((m, c) :: p :: l0) (p0 :: l1)); [exact H|reflexivity|reflexivity].
Qed.

(* What f makes of v, as a rational function. *)
Definition value (t : table) (f : fn) (v : rat) : option rat :=
  match f with
  | Exp => if rzero v then Some (rint 1) else
           match call t Exp v with
           | Some n => Some (ratom n 1)
           | None => match call t Exp (ropp v) with Some n => if pos n then Some (ratom n (-1)) else None | None => None end
           end
  | Ln => if req v (rint 1) then Some (rint 0) else
          match ln_apart t v with Some r => Some r | None => option_map (fun n => ratom n 1) (call t Ln v) end
  | Sigma => if rzero v then Some (Rat [([], (1 # 2)%Q)] []) else option_map (fun n => ratom n 1) (call t f v)
  | Tanh => if rzero v then Some (rint 0) else option_map (fun n => ratom n 1) (call t f v)
  | Step => if spos (popp (num v)) && forallb (fun t => spos (fst t) || Z.even (snd t)) (fac v) then Some (rint 0) else
            if rpos v then Some (rint 1) else option_map (fun n => ratom n 1) (call t f v)
  end.
Lemma sigma_0 : sigma 0 = 1 / 2.
Proof. unfold sigma. rewrite Ropp_0, exp_0. field. Qed.
Lemma tanh_0 : tanh 0 = 0.
Proof. unfold tanh. rewrite sinh_0. unfold Rdiv. ring. Qed.
Lemma half_ok : rval (Rat [([], (1 # 2)%Q)] []) = 1 / 2 /\ nz (Rat [([], (1 # 2)%Q)] []).
Proof. split; [|exact I]. unfold Rational.rval. cbn. unfold Q2R. cbn. lra. Qed.
Lemma value_ok t f v r : calls_ok t -> nz v -> value t f v = Some r -> rval r = apply f (rval v) /\ nz r.
Proof.
intros G' N H. pose proof (proj1 G') as G.
assert (C : forall f, option_map (fun n => ratom n 1) (call t f v) = Some r -> rval r = apply f (rval v) /\ nz r).
{ intros g K. destruct (call t g v) as [n|] eqn:E; [|discriminate]. cbn in K. injection K as <-. rewrite <- (G g v n N E). apply ratom1. }
destruct f; cbn [value] in H.
- destruct (rzero v) eqn:Z; [injection H as <-; rewrite (rzero_ok v Z); cbn [apply]; rewrite exp_0; apply rint_ok|].
  destruct (call t Exp v) as [n|] eqn:E; [injection H as <-; rewrite <- (G Exp v n N E); apply ratom1|].
  destruct (call t Exp (ropp v)) as [n|] eqn:F; [|discriminate]. destruct (pos n) eqn:P; [|discriminate]. injection H as <-.
  destruct (ropp_ok v N) as [V M]. destruct (ratom_ok n (-1)) as [W K]. split; [|exact K]. rewrite W, power_m1.
  rewrite (G Exp _ n M F), V. cbn [apply]. rewrite exp_Ropp, Rinv_inv. reflexivity.
- destruct (req v (rint 1)) eqn:Q; [injection H as <-; rewrite (req_ok v (rint 1) N (proj2 (rint_ok 1)) Q), (proj1 (rint_ok 1)); cbn [apply]; rewrite ln_1; apply rint_ok|].
  destruct (ln_apart t v) eqn:L; [injection H as <-; apply (ln_apart_ok t v _ G' L)|]. apply C; exact H.
- destruct (rzero v) eqn:Z; [injection H as <-; rewrite (rzero_ok v Z); cbn [apply]; rewrite sigma_0; apply half_ok|apply C; exact H].
- destruct (rzero v) eqn:Z; [injection H as <-; rewrite (rzero_ok v Z); cbn [apply]; rewrite tanh_0; apply rint_ok|apply C; exact H].
- destruct (spos (popp (num v)) && forallb _ (fac v)) eqn:S.
  + injection H as <-. assert (P : 0 < rval (ropp v)) by (apply rpos_ok; [apply ropp_ok, N|exact S]). rewrite (proj1 (ropp_ok v N)) in P.
    cbn [apply]. unfold step. destruct (Rlt_dec 0 (rval v)); [lra|apply rint_ok].
  + destruct (rpos v) eqn:P; [|apply C; exact H]. injection H as <-. apply rpos_ok in P; [|exact N]. cbn [apply]. unfold step. destruct (Rlt_dec 0 (rval v)); [apply rint_ok|lra].
Qed.
(* The slope of f at v, where r is f v. *)
Definition slope (f : fn) (v r : rat) : option rat :=
  match f with
  | Exp => Some r
  | Ln => if rpos v then rinv v else None
  | Sigma => Some (rmul r (rsub (rint 1) r))
  | Tanh => Some (rsub (rint 1) (rmul r r))
  | Step => if rnz v then Some (rint 0) else None
  end.
Lemma slope_ok f v r s : nz v -> nz r -> rval r = apply f (rval v) -> slope f v r = Some s -> is_derive (apply f) (rval v) (rval s) /\ nz s.
Proof.
intros N M E H. destruct f; cbn [slope] in H; cbn [apply] in E |- *.
- injection H as <-. rewrite E. split; [apply is_derive_exp|exact M].
- destruct (rpos v) eqn:P; [|discriminate]. destruct (rinv_ok v s N H) as (_ & V & K). rewrite V. split; [|exact K].
  apply is_derive_ln, rpos_ok; assumption.
- injection H as <-. destruct (rint_ok 1) as [A B]. destruct (rsub_ok (rint 1) r B M) as [C D]. destruct (rmul_ok r _ M D) as [F K].
  rewrite F, C, A, E. split; [apply slope_sigma|exact K].
- injection H as <-. destruct (rint_ok 1) as [A B]. destruct (rmul_ok r r M M) as [C D]. destruct (rsub_ok (rint 1) _ B D) as [F K].
  rewrite F, C, A, E. split; [apply slope_tanh|exact K].
- destruct (rnz v) eqn:P; [|discriminate]. injection H as <-. destruct (rint_ok 0) as [A B]. rewrite A. split; [|exact B]. apply slope_step, rnz_ok; assumption.
Qed.

Notation "'do' x , y <- a ; b" := (match a with Some (x, y) => b | None => None end) (at level 200, x name, y name, right associativity).
(* The value of a formula and its slope where something moves; no slope if it does not depend on that. *)
Definition dmap (f : rat -> rat) (d : option rat) := match d with Some d => Some (f d) | None => None end.
Definition dsum (d e : option rat) := match d, e with Some d, Some e => Some (radd d e) | Some d, None => Some d | None, e => e end.
Definition zero (d : option rat) := match d with Some d => d | None => rint 0 end.
Fixpoint fwd (moving : bool) (a : ex) (t : table) : option (rat * option rat) :=
  match a with
  | Num n => Some (rint n, None)
  | At s ix => look t s ix
  | Add a b => do v, d <- fwd moving a t; do w, e <- fwd moving b t; Some (radd v w, dsum d e)
  | Sub a b => do v, d <- fwd moving a t; do w, e <- fwd moving b t; Some (rsub v w, dsum d (dmap ropp e))
  | Opp a => do v, d <- fwd moving a t; Some (ropp v, dmap ropp d)
  | Mul a b => do v, d <- fwd moving a t; do w, e <- fwd moving b t; Some (rmul v w, dsum (dmap (fun d => rmul d w) d) (dmap (rmul v) e))
  | Div a b => do v, d <- fwd moving a t; do w, e <- fwd moving b t;
      match rinv w with
      | Some i => let q := rmul v i in Some (q, dmap (fun x => rmul x i) (dsum d (dmap (fun e => ropp (rmul q e)) e)))
      | None => None
      end
  | Pow a n => do v, d <- fwd moving a t; Some (rpow v n, dmap (fun d => rmul (rmul (rint (Z.of_nat n)) d) (rpow v (pred n))) d)
  | Fn f a => do v, d <- fwd moving a t;
      match value t f v with
      | Some r => match d with
        | None => Some (r, None)
        | Some d => match slope f v r with Some s => Some (r, Some (rmul s d)) | None => None end
        end
      | None => None
      end
  | Relu a => do v, d <- fwd moving a t;
      match value t Step v with
      | Some r => match d with
        | None => Some (rmul r v, None)
        | Some d => if rnz v then Some (rmul r v, Some (rmul r d)) else None
        end
      | None => None
      end
  | Ite c a b => if c then fwd moving a t else fwd moving b t
  | IfPos z a b => do u, x <- fwd moving z t; do v, d <- fwd moving a t; do w, e <- fwd moving b t;
      match value t Step u with
      | Some r => if (match x with None => true | _ => rnz u end) then
          let y := dmap (fun _ => rint 0) x in let q := rsub (rint 1) r in let z := dsum None (dmap ropp y) in
          Some (radd (rmul r v) (rmul q w), dsum (dsum (dmap (fun d => rmul d v) y) (dmap (rmul r) d)) (dsum (dmap (fun d => rmul d w) z) (dmap (rmul q) e)))
        else None
      | None => None
      end
  | Let s f at_ a =>
      let new := (fix go (l : list (list Z)) : option table := match l with
        | [] => Some (without s t)
        | ix :: l' => match go l' with Some t' => match fwd moving (f ix) t with Some (v, d) => Some (Val s ix v d :: t') | None => None end | None => None end end) at_ in
      match new with Some t' => fwd moving a t' | None => None end
  | Der a s ix => if moving then None else
      match look t s ix with
      | Some (r, _) => do v, d <- fwd true a (Val s ix r (Some (rint 1)) :: still t); Some (zero d, None)
      | None => None
      end
  | Prime body s a => if moving then None else
      do u, x <- fwd false a t; do v, d <- fwd true body (Val s [] u (Some (rint 1)) :: still t); Some (zero d, None)
  end.

(* f has the value v at x and the slope d there. *)
Definition fact (f : R -> R) (x : R) (v : rat) (d : option rat) : Prop :=
  nz v /\ match d with None => forall t, f t = rval v | Some d => nz d /\ moves f x (rval v) (rval d) end.
Lemma fact_moves f x v d : fact f x v d -> moves f x (rval v) (rval (zero d)) /\ nz (zero d).
Proof.
intros [N H]. destruct d as [d|]; [destruct H; tauto|]. cbn [zero]. destruct (rint_ok 0) as [V M]. split; [|exact M].
split; [apply H|]. rewrite V. apply (is_derive_ext (fun _ => rval v)); [intro; symmetry; apply H|apply @is_derive_const].
Qed.
Lemma fact_value f x v d : fact f x v d -> f x = rval v.
Proof. intro F. apply (fact_moves f x v d F). Qed.
Lemma fact_sum f g x v w d e : fact f x v d -> fact g x w e -> fact (fun t => f t + g t) x (radd v w) (dsum d e).
Proof.
intros F G. destruct F as [N F], G as [M G]. destruct (radd_ok v w N M) as [V K]. split; [exact K|].
destruct d as [d|], e as [e|]; cbn [dsum].
- destruct F as [A F], G as [B G]. destruct (radd_ok d e A B) as [W L]. split; [exact L|]. rewrite V, W. apply m_plus; assumption.
- destruct F as [A F]. split; [exact A|]. rewrite V. apply (m_same (fun t => f t + g t) x (rval v + rval w) (rval d + 0)); [|reflexivity|ring].
  apply m_plus; [exact F|]. split; [apply G|]. apply (is_derive_ext (fun _ => rval w)); [intro; symmetry; apply G|apply @is_derive_const].
- destruct G as [B G]. split; [exact B|]. rewrite V. apply (m_same (fun t => f t + g t) x (rval v + rval w) (0 + rval e)); [|reflexivity|ring].
  apply m_plus; [|exact G]. split; [apply F|]. apply (is_derive_ext (fun _ => rval v)); [intro; symmetry; apply F|apply @is_derive_const].
- intro t. rewrite F, G. symmetry. exact V.
Qed.
Lemma fact_opp f x v d : fact f x v d -> fact (fun t => - f t) x (ropp v) (dmap ropp d).
Proof.
intros [N F]. destruct (ropp_ok v N) as [V M]. split; [exact M|]. destruct d as [d|]; cbn [dmap].
- destruct F as [A F]. destruct (ropp_ok d A) as [W L]. split; [exact L|]. rewrite V, W. apply m_opp, F.
- intro t. rewrite F. symmetry. exact V.
Qed.
Lemma fact_ext f g x v d : (forall t, f t = g t) -> fact f x v d -> fact g x v d.
Proof.
intros E [N F]. split; [exact N|]. destruct d as [d|]; [|intro t; rewrite <- E; apply F].
destruct F as [A [V D]]. split; [exact A|]. split; [rewrite <- E; exact V|]. apply (is_derive_ext f); assumption.
Qed.
Lemma const_moves f x v : (forall t, f t = v) -> moves f x v 0.
Proof. intro H. split; [apply H|]. apply (is_derive_ext (fun _ => v)); [intro; symmetry; apply H|apply @is_derive_const]. Qed.
Lemma fact_mul f g x v w d e : fact f x v d -> fact g x w e ->
  fact (fun t => f t * g t) x (rmul v w) (dsum (dmap (fun d => rmul d w) d) (dmap (rmul v) e)).
Proof.
intros [N F] [M G]. destruct (rmul_ok v w N M) as [V K]. split; [exact K|].
destruct d as [d|], e as [e|]; cbn [dsum dmap].
- destruct F as [A F], G as [B G]. destruct (rmul_ok d w A M) as [W L]. destruct (rmul_ok v e N B) as [W' L']. destruct (radd_ok _ _ L L') as [W'' L''].
  split; [exact L''|]. rewrite V, W'', W, W'. apply m_mult; assumption.
- destruct F as [A F]. destruct (rmul_ok d w A M) as [W L]. split; [exact L|]. rewrite V, W.
  eapply m_same; [apply m_mult; [exact F|apply const_moves, G]|reflexivity|ring].
- destruct G as [B G]. destruct (rmul_ok v e N B) as [W L]. split; [exact L|]. rewrite V, W.
  eapply m_same; [apply m_mult; [apply const_moves, F|exact G]|reflexivity|ring].
- intro t. rewrite F, G. symmetry. exact V.
Qed.
Lemma fact_div f g x v w i d e : fact f x v d -> fact g x w e -> rinv w = Some i ->
  fact (fun t => f t / g t) x (rmul v i) (dmap (fun x => rmul x i) (dsum d (dmap (fun e => ropp (rmul (rmul v i) e)) e))).
Proof.
intros [N F] [M G] H. destruct (rinv_ok w i M H) as (Z & I & J). destruct (rmul_ok v i N J) as [V K]. split; [exact K|].
assert (Q : rval (rmul v i) = rval v / rval w) by (rewrite V, I; reflexivity).
destruct d as [d|], e as [e|]; cbn [dsum dmap].
- destruct F as [A F], G as [B G]. destruct (rmul_ok _ e K B) as [W L]. destruct (ropp_ok _ L) as [W' L']. destruct (radd_ok d _ A L') as [W'' L''].
  destruct (rmul_ok _ i L'' J) as [X Y]. split; [exact Y|]. rewrite X, W'', W', W, Q, I.
  eapply m_same; [apply m_div; [exact F|exact G|exact Z]|reflexivity|field; exact Z].
- destruct F as [A F]. destruct (rmul_ok d i A J) as [X Y]. split; [exact Y|]. rewrite X, Q, I.
  eapply m_same; [apply m_div; [exact F|apply const_moves, G|exact Z]|reflexivity|field; exact Z].
- destruct G as [B G]. destruct (rmul_ok _ e K B) as [W L]. destruct (ropp_ok _ L) as [W' L'].
  destruct (rmul_ok _ i L' J) as [X Y]. split; [exact Y|]. rewrite X, W', W, Q, I.
  eapply m_same; [apply m_div; [apply const_moves, F|exact G|exact Z]|reflexivity|field; exact Z].
- intro t. rewrite F, G. symmetry. exact Q.
Qed.
Lemma fact_pow f n x v d : fact f x v d -> fact (fun t => f t ^ n) x (rpow v n) (dmap (fun d => rmul (rmul (rint (Z.of_nat n)) d) (rpow v (pred n))) d).
Proof.
intros [N F]. destruct (rpow_ok v n N) as [V K]. split; [exact K|]. destruct d as [d|]; cbn [dmap].
- destruct F as [A F]. destruct (rint_ok (Z.of_nat n)) as [B C]. destruct (rmul_ok _ d C A) as [W L]. destruct (rpow_ok v (pred n) N) as [P Q].
  destruct (rmul_ok _ _ L Q) as [X Y]. split; [exact Y|]. rewrite V, X, W, B, P, <- INR_IZR_INZ. apply m_pow, F.
- intro t. rewrite F. symmetry. exact V.
Qed.

Lemma upd_one e s ix t s' ix' : upd e s ix t s' ix' = if Pos.eqb s' s then if same ix' ix then t else e s' ix' else e s' ix'.
Proof. reflexivity. Qed.

(* The environment moves: at x the entries have the values and slopes of the table. *)
Definition good (E : R -> env) (x : R) (t : table) : Prop :=
  (forall s ix r d, look t s ix = Some (r, d) -> fact (fun u => E u s ix) x r d) /\ calls_ok t.
Lemma still_look t : forall s ix r d, look (still t) s ix = Some (r, d) -> d = None /\ exists d', look t s ix = Some (r, d').
Proof.
induction t as [|[s' ix' r' d'|f r' n] t IH]; intros s ix r d H; [discriminate| |apply (IH s ix r d H)].
cbn [still look] in *. destruct (Pos.eqb s s'); [|apply IH, H]. destruct (same ix ix'); [|apply IH, H]. injection H as <- <-. split; [reflexivity|eexists; reflexivity].
Qed.
Lemma still_call t f v : call (still t) f v = call t f v.
Proof. induction t as [|[s' ix' r' d'|g r' n] t IH]; cbn; [reflexivity|exact IH|rewrite IH; reflexivity]. Qed.
Lemma still_exponent t n : exponent (still t) n = exponent t n.
Proof. induction t as [|[s' ix' r' d'|g r' k] t IH]; cbn; [reflexivity|exact IH|rewrite IH; reflexivity]. Qed.
Lemma still_ok t : calls_ok t -> calls_ok (still t).
Proof. intros [A B]. split; [intros f v n N H; rewrite still_call in H; apply (A f v n N H)|intros n r H; rewrite still_exponent in H; apply B, H]. Qed.
Lemma without_look s t : forall s' ix, look (without s t) s' ix = if Pos.eqb s' s then None else look t s' ix.
Proof.
induction t as [|[s1 ix1 r1 d1|f r1 n] t IH]; intros s' ix; cbn [without look].
- destruct (Pos.eqb s' s); reflexivity.
- destruct (Pos.eqb_spec s1 s) as [->|N].
  + rewrite IH. destruct (Pos.eqb_spec s' s) as [->|M]; reflexivity.
  + cbn [look]. rewrite IH. destruct (Pos.eqb_spec s' s1) as [->|M]; [|reflexivity]. destruct (Pos.eqb_spec s1 s); [contradiction|]. reflexivity.
- apply IH.
Qed.
Lemma without_call s t f v : call (without s t) f v = call t f v.
Proof. induction t as [|[s' ix' r' d'|g r' n] t IH]; cbn; [reflexivity|destruct (Pos.eqb s' s); exact IH|rewrite IH; reflexivity]. Qed.
Lemma without_exponent s t n : exponent (without s t) n = exponent t n.
Proof. induction t as [|[s' ix' r' d'|g r' k] t IH]; cbn; [reflexivity|destruct (Pos.eqb s' s); exact IH|rewrite IH; reflexivity]. Qed.
Lemma without_ok s t : calls_ok t -> calls_ok (without s t).
Proof. intros [A B]. split; [intros f v n N H; rewrite without_call in H; apply (A f v n N H)|intros n r H; rewrite without_exponent in H; apply B, H]. Qed.
Lemma val_ok s ix r d t : calls_ok t -> calls_ok (Val s ix r d :: t).
Proof. intros [A B]. split; [intros f v n N H; apply (A f v n N H)|intros n q H; apply B, H]. Qed.

(* One entry moves, nothing else does. *)
Lemma good_moved (e : env) t s ix r : (forall s ix r d, look t s ix = Some (r, d) -> e s ix = rval r /\ nz r) -> calls_ok t ->
  nz r -> good (fun u => upd e s ix u) (rval r) (Val s ix r (Some (rint 1)) :: still t).
Proof.
intros G C N. split; [|apply val_ok, still_ok, C]. intros s' ix' r' d' H. cbn [look] in H.
destruct (Pos.eqb s' s) eqn:S.
- destruct (same ix' ix) eqn:X.
  + injection H as <- <-. split; [exact N|]. destruct (rint_ok 1) as [A B]. split; [exact B|]. rewrite A.
    split; [rewrite upd_one, S, X; reflexivity|]. apply (is_derive_ext (fun u => u)); [intro; rewrite upd_one, S, X; reflexivity|apply @is_derive_id].
  + destruct (still_look t s' ix' r' d' H) as [-> [d H']]. destruct (G _ _ _ _ H') as [V M]. split; [exact M|]. intro. rewrite upd_one, S, X. exact V.
- destruct (still_look t s' ix' r' d' H) as [-> [d H']]. destruct (G _ _ _ _ H') as [V M]. split; [exact M|]. intro. rewrite upd_one, S. exact V.
Qed.

Theorem fwd_ok a : forall E x t v d moving, (moving = false -> exists e, forall u, E u = e) -> good E x t -> fwd moving a t = Some (v, d) ->
  fact (fun u => denote (E u) a) x v d.
Proof.
induction a; intros E x t v d moving Q G Hf; cbn [fwd] in Hf; cbn [denote].
- injection Hf as <- <-. destruct (rint_ok n) as [V N]. split; [exact N|]. intro. symmetry. exact V.
- apply (proj1 G s ix v d Hf).
- destruct (fwd moving a1 t) as [[v1 d1]|] eqn:A; [|discriminate]. destruct (fwd moving a2 t) as [[v2 d2]|] eqn:B; [|discriminate]. injection Hf as <- <-.
  apply fact_sum; [apply (IHa1 _ _ _ _ _ _ Q G A)|apply (IHa2 _ _ _ _ _ _ Q G B)].
- destruct (fwd moving a1 t) as [[v1 d1]|] eqn:A; [|discriminate]. destruct (fwd moving a2 t) as [[v2 d2]|] eqn:B; [|discriminate]. injection Hf as <- <-.
  apply (fact_ext (fun u => denote (E u) a1 + - denote (E u) a2)); [intro; ring|].
  apply fact_sum; [apply (IHa1 _ _ _ _ _ _ Q G A)|]. apply fact_opp, (IHa2 _ _ _ _ _ _ Q G B).
- destruct (fwd moving a t) as [[v1 d1]|] eqn:A; [|discriminate]. injection Hf as <- <-. apply fact_opp, (IHa _ _ _ _ _ _ Q G A).
- destruct (fwd moving a1 t) as [[v1 d1]|] eqn:A; [|discriminate]. destruct (fwd moving a2 t) as [[v2 d2]|] eqn:B; [|discriminate]. injection Hf as <- <-.
  apply fact_mul; [apply (IHa1 _ _ _ _ _ _ Q G A)|apply (IHa2 _ _ _ _ _ _ Q G B)].
- destruct (fwd moving a1 t) as [[v1 d1]|] eqn:A; [|discriminate]. destruct (fwd moving a2 t) as [[v2 d2]|] eqn:B; [|discriminate].
  destruct (rinv v2) as [i|] eqn:I; [|discriminate]. injection Hf as <- <-.
  apply fact_div with (w := v2); [apply (IHa1 _ _ _ _ _ _ Q G A)|apply (IHa2 _ _ _ _ _ _ Q G B)|exact I].
- destruct (fwd moving a t) as [[v1 d1]|] eqn:A; [|discriminate]. injection Hf as <- <-. apply fact_pow, (IHa _ _ _ _ _ _ Q G A).
- destruct (fwd moving a t) as [[v1 d1]|] eqn:A; [|discriminate]. destruct (value t f v1) as [r|] eqn:V; [|discriminate].
  pose proof (IHa _ _ _ _ _ _ Q G A) as F. destruct F as [N F]. destruct (value_ok t f v1 r (proj2 G) N V) as [W M]. destruct d1 as [d1|].
  + destruct (slope f v1 r) as [s|] eqn:S; [|discriminate]. injection Hf as <- <-. destruct F as [K F].
    destruct (slope_ok f v1 r s N M W S) as [D L]. destruct (rmul_ok s d1 L K) as [X Y]. split; [exact M|]. split; [exact Y|]. rewrite X, W.
    apply (m_comp (apply f)); assumption.
  + injection Hf as <- <-. split; [exact M|]. intro u. rewrite F. symmetry. exact W.
- destruct (fwd moving a t) as [[v1 d1]|] eqn:A; [|discriminate]. destruct (value t Step v1) as [r|] eqn:V; [|discriminate].
  pose proof (IHa _ _ _ _ _ _ Q G A) as F. destruct F as [N F]. destruct (value_ok t Step v1 r (proj2 G) N V) as [W M]. cbn [apply] in W.
  destruct (rmul_ok r v1 M N) as [X Y]. destruct d1 as [d1|].
  + destruct (rnz v1) eqn:Z; [|discriminate]. injection Hf as <- <-. destruct F as [K F]. destruct (rmul_ok r d1 M K) as [X' Y'].
    split; [exact Y|]. split; [exact Y'|]. rewrite X, X', W. split; [rewrite relu_step, (proj1 F); reflexivity|].
    apply (is_derive_ext (fun u => step (denote (E u) a) * denote (E u) a)); [intro; symmetry; apply relu_step|].
    pose proof (m_mult _ _ _ _ _ _ _ (m_comp step _ _ _ _ 0 F (slope_step _ (rnz_ok _ N Z))) F) as P.
    replace (step (rval v1) * rval d1) with (0 * rval d1 * rval v1 + step (rval v1) * rval d1) by ring. apply P.
  + injection Hf as <- <-. split; [exact Y|]. intro u. rewrite F, relu_step, X, W. reflexivity.
- destruct c; [apply (IHa1 _ _ _ _ _ _ Q G Hf)|apply (IHa2 _ _ _ _ _ _ Q G Hf)].
- destruct (fwd moving a1 t) as [[v1 d1]|] eqn:A; [|discriminate]. destruct (fwd moving a2 t) as [[v2 d2]|] eqn:B; [|discriminate].
  destruct (fwd moving a3 t) as [[v3 d3]|] eqn:C; [|discriminate]. destruct (value t Step v1) as [r|] eqn:V; [|discriminate].
  pose proof (IHa1 _ _ _ _ _ _ Q G A) as F. destruct (value_ok t Step v1 r (proj2 G) (proj1 F) V) as [W M]. cbn [apply] in W.
  destruct (match d1 with None => true | _ => rnz v1 end) eqn:Z; [|discriminate]. injection Hf as <- <-.
  apply (fact_ext (fun u => step (denote (E u) a1) * denote (E u) a2 + (1 + - step (denote (E u) a1)) * denote (E u) a3)).
  { intro u. unfold step. destruct (Rlt_dec 0 (denote (E u) a1)); ring. }
  assert (S : fact (fun u => step (denote (E u) a1)) x r (dmap (fun _ => rint 0) d1)).
  { split; [exact M|]. destruct F as [N' F]. destruct d1 as [d1|]; cbn [dmap]; [|intro u; rewrite F; symmetry; exact W].
    destruct (rint_ok 0) as [X Y]. split; [exact Y|]. rewrite X, W. destruct F as [K F].
    replace 0 with (0 * rval d1) by ring. apply (m_comp step); [exact F|]. apply slope_step, rnz_ok; [exact N'|exact Z]. }
  apply fact_sum; apply fact_mul.
  + exact S.
  + apply (IHa2 _ _ _ _ _ _ Q G B).
  + assert (T : fact (fun _ => 1) x (rint 1) None) by (destruct (rint_ok 1) as [X Y]; split; [exact Y|intro; symmetry; exact X]).
    exact (fact_sum (fun _ => 1) _ _ _ _ None _ T (fact_opp _ _ _ _ S)).
  + apply (IHa3 _ _ _ _ _ _ Q G C).
- set (go := fix go (l : list (list Z)) : option table := match l with
        | [] => Some (without s t)
        | ix :: l' => match go l' with Some t' => match fwd moving (f ix) t with Some (v, d) => Some (Val s ix v d :: t') | None => None end | None => None end end) in Hf.
  destruct (go at_) as [t'|] eqn:T; [|discriminate].
  refine (IHa (fun u => set (E u) s (fun ix => denote (E u) (f ix))) x t' v d moving _ _ Hf).
  + intro M. destruct (Q M) as [e X]. exists (set e s (fun ix => denote e (f ix))). intro u. rewrite X. reflexivity.
  + clear Hf. revert t' T. induction at_ as [|ix at_ IH]; intros t' T.
    * cbn in T. injection T as <-. split; [|apply without_ok, (proj2 G)]. intros s' ix' r' d' L. rewrite without_look in L. unfold set.
      destruct (Pos.eqb s' s); [discriminate|]. apply (proj1 G s' ix' r' d' L).
    * cbn in T. fold go in T. destruct (go at_) as [t1|] eqn:T1; [|discriminate]. destruct (fwd moving (f ix) t) as [[w d1]|] eqn:F; [|discriminate].
      injection T as <-. pose proof (IH t1 eq_refl) as G1.
      split; [|apply val_ok, (proj2 G1)]. intros s' ix' r' d' L. cbn [look] in L.
      destruct (Pos.eqb_spec s' s) as [->|N].
      -- destruct (same ix' ix) eqn:S; [|apply (proj1 G1 s ix' r' d' L)]. injection L as <- <-. apply same_eq in S. subst ix'.
         unfold set. rewrite Pos.eqb_refl. apply (H ix _ _ _ _ _ _ Q G F).
      -- apply (proj1 G1 s' ix' r' d' L).
- destruct moving; [discriminate|]. destruct (Q eq_refl) as [e X]. destruct (look t s ix) as [[r d0]|] eqn:L; [|discriminate].
  destruct (fwd true a _) as [[v1 d1]|] eqn:A; [|discriminate]. injection Hf as <- <-.
  assert (K : forall s ix r d, look t s ix = Some (r, d) -> e s ix = rval r /\ nz r).
  { intros s' ix' r' d' L'. pose proof (proj1 G _ _ _ _ L') as F. split; [|apply F]. rewrite <- (fact_value _ _ _ _ F), X. reflexivity. }
  destruct (K _ _ _ _ L) as [V N].
  destruct (fact_moves _ _ _ _ (IHa _ _ _ v1 d1 true ltac:(discriminate) (good_moved e t s ix r K (proj2 G) N) A)) as [[_ D] M].
  split; [exact M|]. intro u. rewrite X, V. apply is_derive_unique, D.
- destruct moving; [discriminate|]. destruct (Q eq_refl) as [e X]. destruct (fwd false a2 t) as [[w d0]|] eqn:A; [|discriminate].
  destruct (fwd true a1 _) as [[v1 d1]|] eqn:B; [|discriminate]. injection Hf as <- <-.
  assert (K : forall s ix r d, look t s ix = Some (r, d) -> e s ix = rval r /\ nz r).
  { intros s' ix' r' d' L'. pose proof (proj1 G _ _ _ _ L') as F. split; [|apply F]. rewrite <- (fact_value _ _ _ _ F), X. reflexivity. }
  pose proof (IHa2 _ _ _ _ _ _ Q G A) as F. pose proof (fact_value _ _ _ _ F) as V. cbv beta in V. rewrite X in V.
  destruct (fact_moves _ _ _ _ (IHa1 _ _ _ v1 d1 true ltac:(discriminate) (good_moved e t s [] w K (proj2 G) (proj1 F)) B)) as [[_ D] M].
  split; [exact M|]. intro u. rewrite X, V. apply is_derive_unique, D.
Qed.
Theorem exist_ok a : forall e t v d, good (fun _ => e) 0 t -> fwd false a t = Some (v, d) -> exist e a.
Proof.
assert (K : forall e t, good (fun _ => e) 0 t -> forall s ix r d, look t s ix = Some (r, d) -> e s ix = rval r /\ nz r).
{ intros e t G s' ix' r' d' L'. pose proof (proj1 G _ _ _ _ L') as F. split; [|apply F]. apply (fact_value _ _ _ _ F). }
assert (Q : forall e : env, false = false -> exists e', forall u : R, (fun _ => e) u = e') by (intros e _; exists e; reflexivity).
induction a; intros e t v d G H'; cbn [fwd] in H'; cbn [exist]; try exact I.
1,2,4,5: destruct (fwd false a1 t) as [[v1 d1]|] eqn:A; [|discriminate]; destruct (fwd false a2 t) as [[v2 d2]|] eqn:B; [|discriminate];
  split; [apply (IHa1 e t v1 d1 G A)|apply (IHa2 e t v2 d2 G B)].
1-4: destruct (fwd false a t) as [[v1 d1]|] eqn:A; [|discriminate]; apply (IHa e t v1 d1 G A).
- destruct c; [apply (IHa1 e t v d)|apply (IHa2 e t v d)]; assumption.
- destruct (fwd false a1 t) as [[v1 d1]|] eqn:A; [|discriminate]. destruct (fwd false a2 t) as [[v2 d2]|] eqn:B; [|discriminate].
  destruct (fwd false a3 t) as [[v3 d3]|] eqn:C; [|discriminate]. split; [apply (IHa1 e t v1 d1 G A)|split; [apply (IHa2 e t v2 d2 G B)|apply (IHa3 e t v3 d3 G C)]].
- destruct (look t s ix) as [[r d0]|] eqn:L; [|discriminate]. destruct (fwd true a _) as [[v1 d1]|] eqn:A; [|discriminate].
  destruct (K e t G _ _ _ _ L) as [V N]. rewrite V.
  destruct (fact_moves _ _ _ _ (fwd_ok a _ _ _ v1 d1 true ltac:(discriminate) (good_moved e t s ix r (K e t G) (proj2 G) N) A)) as [[_ D] _]. eexists. exact D.
- destruct (fwd false a2 t) as [[w d0]|] eqn:A; [|discriminate]. destruct (fwd true a1 _) as [[v1 d1]|] eqn:B; [|discriminate].
  split; [apply (IHa2 e t w d0 G A)|]. pose proof (fwd_ok a2 _ _ _ _ _ _ (Q e) G A) as F. pose proof (fact_value _ _ _ _ F) as V. cbv beta in V.
  destruct (fact_moves _ _ _ _ (fwd_ok a1 _ _ _ v1 d1 true ltac:(discriminate) (good_moved e t s [] w (K e t G) (proj2 G) (proj1 F)) B)) as [[_ D] _]. eexists. rewrite V. exact D.
Qed.
End Values.

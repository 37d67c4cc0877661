(* spread.v: how rounding errors travel through the gradients and the steps, over the reals. Small letters
   are values as computed, capitals the exact ones; the shapes are those of the goals that WP writes. *)
Require Import Reals ZArith Lra Lia.
From Gappa Require Import Gappa_library Gappa_tactic.
Require Import Backproof.ieee.
Open Scope R_scope.

(* A computed value as the formula it comes near and its error e; an exact value likewise. *)
Lemma split_value (x t c : R) : Rabs (x + - (1) * t) <= c -> exists e, Rabs e <= c /\ x = t + e.
Proof. intro H. exists (x + - (1) * t). split; [exact H|ring]. Qed.
Tactic Notation "value" hyp(H) ident(e) := apply split_value in H; destruct H as [e [H ->]].
Tactic Notation "exact_value" hyp(H) ident(e) := apply split_error in H; destruct H as [e [H ->]].

(* dSE/dgamma_j0: the errors of dSE/dO_0, of O_0 and of H_j. *)
Lemma R6_spread (s d y o O h H : R) :
  Rabs (s + - (1) * (h * d)) <= 1 / 70368744177664 ->
  Rabs (d + - (1) * (- (2) * (y + - (1) * o))) <= 1 / 70368744177664 ->
  Rabs (o + - (1) * O) <= 41 / 35184372088832 -> Rabs (h + - (1) * H) <= 5 / 281474976710656 ->
  0 <= h <= 1 -> Rabs o <= 65 -> Rabs y <= 4 ->
  Rabs (s + - (1) * (- (2) * (y + - (1) * O) * H)) <= 11 / 2199023255552.
Proof.
intros Hs Hd Ho Hh h1 bo by_. exact_value Ho e. exact_value Hh k. value Hs g. value Hd f.
match goal with |- Rabs ?u <= _ => replace u with (g + ((f + 2 * e) * (h - k) + (f - 2 * (y - o)) * k)) by ring end.
gappa.
Qed.

(* dSE/dW_ij: the same, through the layer. *)
Lemma R10_layer_spread (w d g p h I : R) :
  Rabs (w + - (1) * (p * g * d)) <= 1 / 1099511627776 -> Rabs (p + - (1) * (h * (1 + - (1) * h) * I)) <= 1 / 2251799813685248 ->
  Rabs d <= 140 -> Rabs g <= 16 -> Rabs (w + - (1) * (d * g * (h * (1 + - (1) * h) * I))) <= 17 / 8796093022208.
Proof.
intros Hw Hp bd bg. value Hw f. set (q := p + - (1) * (h * (1 + - (1) * h) * I)) in Hp.
match goal with |- Rabs ?u <= _ => replace u with (f + q * g * d) by (unfold q; ring) end.
clearbody q. gappa.
Qed.

Lemma R10_spread (w d y o O g h H I : R) :
  Rabs (w + - (1) * (d * g * (h * (1 + - (1) * h) * I))) <= 17 / 8796093022208 ->
  Rabs (d + - (1) * (- (2) * (y + - (1) * o))) <= 1 / 70368744177664 ->
  Rabs (o + - (1) * O) <= 41 / 35184372088832 -> Rabs (h + - (1) * H) <= 5 / 281474976710656 ->
  0 <= h <= 1 -> Rabs o <= 65 -> Rabs y <= 4 -> Rabs g <= 16 -> Rabs I <= 4 ->
  Rabs (w + - (1) * (- (2) * (y + - (1) * O) * g * (H * (1 + - (1) * H) * I))) <= 15 / 68719476736.
Proof.
intros Hw Hd Ho Hh h1 bo by_ bg bI. exact_value Ho e. exact_value Hh k. value Hw r. value Hd f.
assert (Q := quarter h h1). set (q := h * (1 - h)) in Q.
match goal with |- Rabs ?u <= _ => replace u with
  (r + g * I * ((f + 2 * e) * (q - k * (1 - 2 * h + k)) + (f - 2 * (y - o)) * (k * (1 - 2 * h + k))))
  by (unfold q; ring) end.
clearbody q. gappa.
Qed.

(* dCE/dX_k: the error of O_k. *)
Lemma C7_spread (d o O l : R) : Rabs (d + - (1) * (o + - (1) * l)) <= 1 / 18014398509481984 ->
  Rabs (o + - (1) * O) <= 23 / 35184372088832 -> Rabs (d + - (1) * (O + - (1) * l)) <= 47 / 70368744177664.
Proof.
intros Hd Ho. exact_value Ho e. value Hd f.
match goal with |- Rabs ?u <= _ => replace u with (f + e) by ring end. gappa.
Qed.

(* dCE/dgamma_jk: the errors of dCE/dX_k, of O_k and of H_j. *)
Lemma C9_spread (s d o O l h H : R) :
  Rabs (s + - (1) * (d * h)) <= 1 / 18014398509481984 -> Rabs (d + - (1) * (o + - (1) * l)) <= 1 / 18014398509481984 ->
  Rabs (o + - (1) * O) <= 23 / 35184372088832 -> Rabs (h + - (1) * H) <= 5 / 281474976710656 ->
  0 <= h <= 1 -> Rabs d <= 1 -> Rabs (s + - (1) * ((O + - (1) * l) * H)) <= 49 / 70368744177664.
Proof.
intros Hs Hd Ho Hh h1 bd. exact_value Ho e. exact_value Hh k. value Hs g.
set (f := d + - (1) * (o + - (1) * l)) in Hd.
match goal with |- Rabs ?u <= _ => replace u with (g + ((e + f) * (h - k) + d * k)) by (unfold f; ring) end.
clearbody f. gappa.
Qed.

(* dCE/dW_ij: the same for each output, through the layer. *)
Lemma C13_layer_spread (w d_0 g_0 d_1 g_1 d_2 g_2 p h I : R) :
  Rabs (w + - (1) * (p * (d_0 * g_0 + d_1 * g_1 + d_2 * g_2))) <= 1 / 70368744177664 ->
  Rabs (p + - (1) * (h * (1 + - (1) * h) * I)) <= 1 / 2251799813685248 ->
  Rabs d_0 <= 1 -> Rabs d_1 <= 1 -> Rabs d_2 <= 1 -> Rabs g_0 <= 16 -> Rabs g_1 <= 16 -> Rabs g_2 <= 16 ->
  Rabs (w + - (1) * ((d_0 * g_0 + d_1 * g_1 + d_2 * g_2) * (h * (1 + - (1) * h) * I))) <= 5 / 140737488355328.
Proof.
intros Hw Hp. intros. value Hw f. set (q := p + - (1) * (h * (1 + - (1) * h) * I)) in Hp.
match goal with |- Rabs ?u <= _ => replace u with (f + q * (d_0 * g_0 + d_1 * g_1 + d_2 * g_2)) by (unfold q; ring) end.
clearbody q. gappa.
Qed.

Lemma C13_spread (w d_0 o_0 O_0 l_0 g_0 d_1 o_1 O_1 l_1 g_1 d_2 o_2 O_2 l_2 g_2 h H I : R) :
  Rabs (w + - (1) * ((d_0 * g_0 + d_1 * g_1 + d_2 * g_2) * (h * (1 + - (1) * h) * I))) <= 5 / 140737488355328 ->
  Rabs (d_0 + - (1) * (o_0 + - (1) * l_0)) <= 1 / 18014398509481984 -> Rabs (o_0 + - (1) * O_0) <= 23 / 35184372088832 ->
  Rabs (d_1 + - (1) * (o_1 + - (1) * l_1)) <= 1 / 18014398509481984 -> Rabs (o_1 + - (1) * O_1) <= 23 / 35184372088832 ->
  Rabs (d_2 + - (1) * (o_2 + - (1) * l_2)) <= 1 / 18014398509481984 -> Rabs (o_2 + - (1) * O_2) <= 23 / 35184372088832 ->
  Rabs (h + - (1) * H) <= 5 / 281474976710656 -> 0 <= h <= 1 -> Rabs d_0 <= 1 -> Rabs d_1 <= 1 -> Rabs d_2 <= 1 ->
  Rabs g_0 <= 16 -> Rabs g_1 <= 16 -> Rabs g_2 <= 16 -> Rabs I <= 4 ->
  Rabs (w + - (1) * (((O_0 + - (1) * l_0) * g_0 + (O_1 + - (1) * l_1) * g_1 + (O_2 + - (1) * l_2) * g_2)
    * (H * (1 + - (1) * H) * I))) <= 157 / 4398046511104.
Proof.
intros Hw D_0 E_0 D_1 E_1 D_2 E_2 Hh h1. intros. exact_value E_0 e_0. exact_value E_1 e_1. exact_value E_2 e_2.
exact_value Hh k. value Hw r.
set (f_0 := d_0 + - (1) * (o_0 + - (1) * l_0)) in D_0. set (f_1 := d_1 + - (1) * (o_1 + - (1) * l_1)) in D_1.
set (f_2 := d_2 + - (1) * (o_2 + - (1) * l_2)) in D_2.
assert (Q := quarter h h1). set (q := h * (1 - h)) in Q.
match goal with |- Rabs ?u <= _ => replace u with
  (r + I * (((f_0 + e_0) * g_0 + (f_1 + e_1) * g_1 + (f_2 + e_2) * g_2) * (q - k * (1 - 2 * h + k))
            + (d_0 * g_0 + d_1 * g_1 + d_2 * g_2) * (k * (1 - 2 * h + k)))) by (unfold q, f_0, f_1, f_2; ring) end.
clearbody q f_0 f_1 f_2. gappa.
Qed.

(* A new weight: alpha times the error of the derivative. *)
Lemma step_spread (v w alpha d D r c : R) :
  Rabs (v + - (1) * (w + - (1) * (alpha * d))) <= r -> Rabs (d + - (1) * D) <= c -> Rabs alpha <= 1 ->
  Rabs (v + - (1) * (w + - (1) * (alpha * D))) <= r + c.
Proof.
intros Hv Hd ba. replace (v + - (1) * (w + - (1) * (alpha * D))) with
  ((v + - (1) * (w + - (1) * (alpha * d))) + - alpha * (d + - (1) * D)) by ring.
eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat; [exact Hv|].
rewrite Rabs_mult, Rabs_Ropp. replace c with (1 * c) by ring.
apply Rmult_le_compat; try apply Rabs_pos; assumption.
Qed.

(* What is said of all entries, said of one. *)
Ltac ask H i := let G := fresh in pose proof (H i) as G; cbv zeta in G; repeat (specialize (G ltac:(lia))).
Ltac ask2 H i j := let G := fresh in pose proof (H i j) as G; cbv zeta in G; repeat (specialize (G ltac:(lia))).
Ltac instance := match goal with
  | H : forall _ : Z, _ |- _ => simple apply H; lia
  | H : forall _ _ : Z, _ |- _ => simple apply H; lia end.
Ltac conclude G := match type of G with Rabs ?u <= _ => match goal with |- Rabs ?v <= _ =>
  replace v with u by ring; exact G end end.
(* The same where only the order of a sum differs. *)
Ltac conclude_sum G := match type of G with Rabs (_ + - (1) * (_ / ?u)) <= _ =>
  match goal with |- Rabs (_ + - (1) * (_ / ?v)) <= _ => replace v with u by ring; exact G end end.
Ltac premise G W := match type of G with ?P -> _ => let W' := fresh in assert (W' : P) by conclude W; specialize (G W') end.
(* A step: the rule of the update as it was computed, and the error c of the derivative in it. *)
Ltac step := match goal with
  V : Rabs (?v + - (1) * (?w + - (1) * (?p * ?q))) <= ?r, E : Rabs (?d + - (1) * ?D) <= ?c |- _ =>
    let G := fresh in let step_by a := (assert (G := fun V' => step_spread v w a d D r c V' E ltac:(assumption));
      premise G V) in
    first [constr_eq p d; step_by q | constr_eq q d; step_by p];
    match type of G with Rabs ?u <= ?b => match goal with |- Rabs ?v <= ?c =>
      replace v with u by ring; apply Rle_trans with b; [exact G|lra] end end end.

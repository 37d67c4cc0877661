(* calculus.v: what the proofs of this folder about derivatives share. It states no axiom. *)
From Coquelicot Require Import Coquelicot.
Require Import Reals ZArith Lra Classical.
Open Scope R_scope.

(* The logistic function as src/sigma.acsl states it. *)
Definition logistic (x : R) : R := (1 / (1 + 1 / exp x)).

(* The difference quotient of f at 0 and its derivative there, as WP writes them. *)
Definition quotient_tends (f : R -> R) (f_0 d : R) : Prop :=
  forall r : R, 0 < r -> exists r1 : R, 0 < r1 /\
  (forall r2 : R, ~ r2 = 0 -> Rabs r2 < r1 -> Rabs (-1 * d + (f r2 + -1 * f_0) / r2) < r).

Lemma tends (f : R -> R) (f_0 d : R) : f 0 = f_0 -> is_derive f 0 d -> quotient_tends f f_0 d.
Proof.
intros base D eps heps. apply is_derive_Reals in D. destruct (D eps heps) as [delta L].
exists delta. split; [apply (cond_pos delta)|]. intros h hne hb. specialize (L h hne hb).
rewrite Rplus_0_l, base in L.
replace (-1 * d + (f h + -1 * f_0) / h) with ((f h - f_0) / h - d) by (field; exact hne). exact L.
Qed.

(* There is only one such number. *)
Lemma tends_once (f : R -> R) (f_0 d d' : R) :
  f 0 = f_0 -> is_derive f 0 d -> quotient_tends f f_0 d' -> d = d'.
Proof.
intros base D T. apply is_derive_Reals in D. apply (uniqueness_limite f 0 d d' D).
intros eps heps. destruct (T eps heps) as [delta [pos L]]. exists (mkposreal delta pos).
intros h hne hb. specialize (L h hne hb). rewrite Rplus_0_l, base.
replace ((f h - f_0) / h - d') with (-1 * d' + (f h + -1 * f_0) / h) by (field; exact hne). exact L.
Qed.

(* Where the derivative is negative, a short step goes down. *)
Lemma downhill (f : R -> R) (f_0 d : R) : f 0 = f_0 -> is_derive f 0 d -> d < 0 ->
  exists a : R, 0 < a /\ (forall h : R, 0 < h -> h < a -> f h < f_0).
Proof.
intros base D neg. destruct (tends f f_0 d base D (- d) ltac:(lra)) as [delta [pos L]].
exists delta. split; [exact pos|]. intros h h1 h2.
specialize (L h ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)). apply Rabs_def2 in L.
assert (Q : (f h + -1 * f_0) / h < 0) by lra.
destruct (Rle_or_lt f_0 (f h)) as [G|G]; [|exact G].
assert (0 <= (f h + -1 * f_0) / h) by (apply Rdiv_le_0_compat; lra). lra.
Qed.

(* The logistic function along a line. *)
Lemma logistic_line (z s : R) :
  is_derive (fun h => logistic (z + s * h)) 0 (logistic z * (1 - logistic z) * s).
Proof.
unfold logistic. pose proof (exp_pos z) as P.
assert (0 < 1 / exp z) by (apply Rdiv_lt_0_compat; lra).
auto_derive; replace (z + s * 0) with z by ring.
- split; [lra|]. split; [lra|exact I].
- field. split; lra.
Qed.

(* The same in the words of a single equation. *)
Lemma logistic_along (z a eps : R) : 0 < eps -> exists d : R, 0 < d /\
  forall h : R, h <> 0 -> Rabs h < d ->
  Rabs ((logistic (z + a * h) - logistic z) / h - logistic z * (1 - logistic z) * a) < eps.
Proof.
intros heps. assert (E : logistic (z + a * 0) = logistic z) by (f_equal; ring).
destruct (tends (fun h => logistic (z + a * h)) _ _ E (logistic_line z a) eps heps) as [d [pos L]].
exists d. split; [exact pos|]. intros h hne hb. specialize (L h hne hb).
match goal with |- Rabs ?u < _ => match type of L with Rabs ?v < _ =>
  replace u with v by (field; exact hne) end end. exact L.
Qed.

(* -l ln x, for a cross-entropy. *)
Lemma minus_ln_along (l x eps : R) : (0 < x) -> (0 < eps) -> exists d : R, (0 < d) /\
  forall h : R, h <> 0 -> (Rabs h < d) ->
  (Rabs ((- l * ln (x + h) - - l * ln x) / h - - l * / x) < eps).
Proof.
intros hx heps.
destruct (derivable_pt_lim_scal ln (- l) x (/ x) (derivable_pt_lim_ln x hx) eps heps) as [d D].
exists d. split; [apply (cond_pos d)|]. exact D.
Qed.

(* What auto_derive leaves open of functions whose derivative is a hypothesis. *)
Ltac slopes := repeat match goal with D : is_derive ?f 0 ?d |- context [Derive _ 0] =>
  replace (Derive (fun x : R => f x) 0) with d by (symmetry; exact (is_derive_unique f 0 d D)); clear D end.

Lemma is_derive_equal (f g : R -> R) (d d' : R) :
  is_derive f 0 d -> (forall h, f h = g h) -> d = d' -> is_derive g 0 d'.
Proof. intros D E <-. exact (is_derive_ext f g 0 d E D). Qed.

Lemma straight (x d : R) : is_derive (fun h => x + d * h) 0 d.
Proof. auto_derive; [exact I | ring]. Qed.

(* The sum of C2 when every H_j and every gamma_jk moves. *)
Lemma weighted_sum (H_0 g_0 H_1 g_1 H_2 g_2 H_3 g_3 : R -> R) (u_0 v_0 u_1 v_1 u_2 v_2 u_3 v_3 : R) :
  is_derive H_0 0 u_0 -> is_derive g_0 0 v_0 -> is_derive H_1 0 u_1 -> is_derive g_1 0 v_1 ->
  is_derive H_2 0 u_2 -> is_derive g_2 0 v_2 -> is_derive H_3 0 u_3 -> is_derive g_3 0 v_3 ->
  is_derive (fun h => H_0 h * g_0 h + H_1 h * g_1 h + H_2 h * g_2 h + H_3 h * g_3 h) 0
    (u_0 * g_0 0 + H_0 0 * v_0 + (u_1 * g_1 0 + H_1 0 * v_1)
     + (u_2 * g_2 0 + H_2 0 * v_2) + (u_3 * g_3 0 + H_3 0 * v_3)).
Proof.
intros A_0 B_0 A_1 B_1 A_2 B_2 A_3 B_3.
auto_derive.
- repeat split; eexists; eassumption.
- slopes. ring.
Qed.

(* Output k of the softmax when every X_k moves: both cases of C6 at once. *)
Definition softmax (X_k X_0 X_1 X_2 : R) : R := exp X_k / (exp X_0 + exp X_1 + exp X_2).

Lemma softmax_pos (X_k X_0 X_1 X_2 : R) : 0 < softmax X_k X_0 X_1 X_2.
Proof.
unfold softmax. pose proof (exp_pos X_k); pose proof (exp_pos X_0); pose proof (exp_pos X_1);
  pose proof (exp_pos X_2). apply Rdiv_lt_0_compat; lra.
Qed.

Lemma softmax_along (X X_0 X_1 X_2 : R -> R) (x x_0 x_1 x_2 : R) :
  is_derive X 0 x -> is_derive X_0 0 x_0 -> is_derive X_1 0 x_1 -> is_derive X_2 0 x_2 ->
  let O k := softmax k (X_0 0) (X_1 0) (X_2 0) in
  is_derive (fun h => softmax (X h) (X_0 h) (X_1 h) (X_2 h)) 0
    (O (X 0) * (x - (O (X_0 0) * x_0 + O (X_1 0) * x_1 + O (X_2 0) * x_2))).
Proof.
intros A A_0 A_1 A_2 O. unfold softmax in *.
pose proof (exp_pos (X_0 0)); pose proof (exp_pos (X_1 0)); pose proof (exp_pos (X_2 0)).
auto_derive.
- repeat split; try (eexists; eassumption). lra.
- slopes. unfold O. field. lra.
Qed.

(* What each output F (L_C3Output, defined by its cases) is, in the words of a softmax S. *)
Ltac outputs F def S :=
  assert (O_0 : forall x_0 x_1 x_2, F 0%Z x_0 x_1 x_2 = S x_0 x_0 x_1 x_2) by
    (intros x_0 x_1 x_2; apply (proj1 (def 0%Z x_0 x_1 x_2)); reflexivity);
  assert (O_1 : forall x_0 x_1 x_2, F 1%Z x_0 x_1 x_2 = S x_1 x_0 x_1 x_2) by
    (intros x_0 x_1 x_2; apply (proj2 (def 1%Z x_0 x_1 x_2)); [discriminate|reflexivity]);
  assert (O_2 : forall x_0 x_1 x_2, F 2%Z x_0 x_1 x_2 = S x_2 x_0 x_1 x_2) by
    (intros x_0 x_1 x_2; apply (proj2 (def 2%Z x_0 x_1 x_2)); discriminate).

(* The cross-entropy when every X_k moves; nothing is asked of the labels. *)
Definition cross_entropy (l_0 l_1 l_2 X_0 X_1 X_2 : R) : R :=
  -1 * (l_0 * ln (softmax X_0 X_0 X_1 X_2)) + -1 * (l_1 * ln (softmax X_1 X_0 X_1 X_2))
  + -1 * (l_2 * ln (softmax X_2 X_0 X_1 X_2)).

Lemma cross_entropy_along (l_0 l_1 l_2 : R) (X_0 X_1 X_2 : R -> R) (x_0 x_1 x_2 : R) :
  is_derive X_0 0 x_0 -> is_derive X_1 0 x_1 -> is_derive X_2 0 x_2 ->
  let O k := softmax k (X_0 0) (X_1 0) (X_2 0) in
  let l := l_0 + l_1 + l_2 in
  is_derive (fun h => cross_entropy l_0 l_1 l_2 (X_0 h) (X_1 h) (X_2 h)) 0
    ((l * O (X_0 0) - l_0) * x_0 + (l * O (X_1 0) - l_1) * x_1 + (l * O (X_2 0) - l_2) * x_2).
Proof.
intros A_0 A_1 A_2 O l. unfold cross_entropy.
pose proof (softmax_along X_0 X_0 X_1 X_2 _ _ _ _ A_0 A_0 A_1 A_2) as S_0.
pose proof (softmax_along X_1 X_0 X_1 X_2 _ _ _ _ A_1 A_0 A_1 A_2) as S_1.
pose proof (softmax_along X_2 X_0 X_1 X_2 _ _ _ _ A_2 A_0 A_1 A_2) as S_2.
pose proof (softmax_pos (X_0 0) (X_0 0) (X_1 0) (X_2 0)) as P_0.
pose proof (softmax_pos (X_1 0) (X_0 0) (X_1 0) (X_2 0)) as P_1.
pose proof (softmax_pos (X_2 0) (X_0 0) (X_1 0) (X_2 0)) as P_2.
pose (O_0 := fun h => softmax (X_0 h) (X_0 h) (X_1 h) (X_2 h)).
pose (O_1 := fun h => softmax (X_1 h) (X_0 h) (X_1 h) (X_2 h)).
pose (O_2 := fun h => softmax (X_2 h) (X_0 h) (X_1 h) (X_2 h)).
pose (s := O_0 0 * x_0 + O_1 0 * x_1 + O_2 0 * x_2).
change (is_derive O_0 0 (O_0 0 * (x_0 - s))) in S_0.
change (is_derive O_1 0 (O_1 0 * (x_1 - s))) in S_1.
change (is_derive O_2 0 (O_2 0 * (x_2 - s))) in S_2.
change (0 < O_0 0) in P_0. change (0 < O_1 0) in P_1. change (0 < O_2 0) in P_2.
apply (is_derive_ext (fun h => -1 * (l_0 * ln (O_0 h)) + -1 * (l_1 * ln (O_1 h)) + -1 * (l_2 * ln (O_2 h))));
  [reflexivity|].
change (O (X_0 0)) with (O_0 0). change (O (X_1 0)) with (O_1 0). change (O (X_2 0)) with (O_2 0).
unfold l. clear O l. unfold s in *. clear s. clearbody O_0 O_1 O_2.
auto_derive.
- repeat split; try assumption; eexists; eassumption.
- slopes. field. repeat split; lra.
Qed.

(* The two networks when every weight moves along a line: W_ij + w_ij h, gamma_j + v_j h. *)
Definition hidden (I : Z -> R) (W : Z -> Z -> R) (j : Z) : R :=
  logistic (I 0%Z * W 0%Z j + I 1%Z * W 1%Z j + I 2%Z * W 2%Z j).

Lemma hidden_along (I : Z -> R) (W w : Z -> Z -> R) (j : Z) :
  let H := hidden I W j in
  is_derive (fun h => hidden I (fun i j => W i j + w i j * h) j) 0
    (H * (1 - H) * (I 0%Z * w 0%Z j + I 1%Z * w 1%Z j + I 2%Z * w 2%Z j)).
Proof.
cbv zeta. unfold hidden. eapply is_derive_equal; [apply logistic_line| |reflexivity].
intro h. cbv beta. f_equal. ring.
Qed.

Definition weighted (H : Z -> R) (g : Z -> R) : R :=
  H 0%Z * g 0%Z + H 1%Z * g 1%Z + H 2%Z * g 2%Z + H 3%Z * g 3%Z.

Definition slope_of_weighted (I : Z -> R) (W w : Z -> Z -> R) (g v : Z -> R) : R :=
  let term j := let H := hidden I W j in
    H * (1 - H) * (I 0%Z * w 0%Z j + I 1%Z * w 1%Z j + I 2%Z * w 2%Z j) * g j + H * v j in
  term 0%Z + term 1%Z + term 2%Z + term 3%Z.

Lemma weighted_along (I : Z -> R) (W w : Z -> Z -> R) (g v : Z -> R) :
  is_derive (fun h => weighted (hidden I (fun i j => W i j + w i j * h)) (fun j => g j + v j * h)) 0
    (slope_of_weighted I W w g v).
Proof.
pose proof (fun j => hidden_along I W w j) as A. cbv zeta in A.
pose proof (fun j => straight (g j) (v j)) as B.
eapply is_derive_equal;
  [apply (weighted_sum _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ (A 0%Z) (B 0%Z) (A 1%Z) (B 1%Z) (A 2%Z) (B 2%Z) (A 3%Z) (B 3%Z))
  | intro h; reflexivity |].
assert (E : forall j, hidden I (fun i j0 => W i j0 + w i j0 * 0) j = hidden I W j).
{ intro j. unfold hidden. f_equal. ring. }
rewrite !E. unfold slope_of_weighted. cbv zeta. ring.
Qed.

Lemma at_zero (I : Z -> R) (W w : Z -> Z -> R) (g v : Z -> R) :
  weighted (hidden I (fun i j => W i j + w i j * 0)) (fun j => g j + v j * 0) = weighted (hidden I W) g.
Proof.
unfold weighted. assert (E : forall j, hidden I (fun i j0 => W i j0 + w i j0 * 0) j = hidden I W j).
{ intro j. unfold hidden. f_equal. ring. }
rewrite !E. ring.
Qed.

Definition square_error (y O : R) : R := let r := y + -1 * O in r * r.

Lemma regression_along (y : R) (I : Z -> R) (W w : Z -> Z -> R) (g v : Z -> R) :
  is_derive (fun h => square_error y (weighted (hidden I (fun i j => W i j + w i j * h)) (fun j => g j + v j * h)))
    0 (-2 * (y - weighted (hidden I W) g) * slope_of_weighted I W w g v).
Proof.
pose proof (weighted_along I W w g v) as D. pose proof (at_zero I W w g v) as Z.
set (O := fun h => weighted (hidden I (fun i j => W i j + w i j * h)) (fun j => g j + v j * h)) in *.
change (O 0 = weighted (hidden I W) g) in Z. rewrite <- Z.
change (is_derive (fun h => square_error y (O h)) 0 (-2 * (y - O 0) * slope_of_weighted I W w g v)).
change (is_derive O 0 (slope_of_weighted I W w g v)) in D. clearbody O. unfold square_error. cbv zeta.
auto_derive.
- repeat split; eexists; eassumption.
- slopes. ring.
Qed.

Lemma classification_along (l_0 l_1 l_2 : R) (I : Z -> R) (W w : Z -> Z -> R) (g v : Z -> Z -> R) :
  let X k := weighted (hidden I W) (fun j => g j k) in
  let O k := softmax (X k) (X 0%Z) (X 1%Z) (X 2%Z) in
  let x k := slope_of_weighted I W w (fun j => g j k) (fun j => v j k) in
  let moved h k := weighted (hidden I (fun i j => W i j + w i j * h)) (fun j => g j k + v j k * h) in
  let l := l_0 + l_1 + l_2 in
  is_derive (fun h => cross_entropy l_0 l_1 l_2 (moved h 0%Z) (moved h 1%Z) (moved h 2%Z)) 0
    ((l * O 0%Z - l_0) * x 0%Z + (l * O 1%Z - l_1) * x 1%Z + (l * O 2%Z - l_2) * x 2%Z).
Proof.
intros X O x moved l.
pose proof (fun k => weighted_along I W w (fun j => g j k) (fun j => v j k)) as D.
pose proof (cross_entropy_along l_0 l_1 l_2 _ _ _ _ _ _ (D 0%Z) (D 1%Z) (D 2%Z)) as C. cbv zeta in C.
pose proof (fun k => at_zero I W w (fun j => g j k) (fun j => v j k)) as Z. cbv beta in C, Z.
rewrite !Z in C. exact C.
Qed.


(* A number whose distance from another stays below every eps is the other. *)
Lemma one_limit (q : R -> R) (d d' : R) :
  (forall r : R, 0 < r -> exists r1 : R, 0 < r1 /\
    (forall r2 : R, ~ r2 = 0 -> Rabs r2 < r1 -> Rabs (-1 * d + q r2) < r)) ->
  (forall r : R, 0 < r -> exists r1 : R, 0 < r1 /\
    (forall r2 : R, ~ r2 = 0 -> Rabs r2 < r1 -> Rabs (-1 * d' + q r2) < r)) -> d = d'.
Proof.
intros T T'. apply NNPP. intro ne. pose (r := Rabs (d - d') / 2).
assert (0 < r) by (unfold r; assert (0 < Rabs (d - d')) by (apply Rabs_pos_lt; lra); lra).
destruct (T r H) as [a [pa La]]. destruct (T' r H) as [b [pb Lb]].
pose (h := Rmin a b / 2). assert (0 < Rmin a b) by (apply Rmin_pos; assumption).
pose proof (Rmin_l a b); pose proof (Rmin_r a b).
assert (hh : Rabs h = h) by (apply Rabs_pos_eq; unfold h; lra).
specialize (La h ltac:(unfold h; lra) ltac:(rewrite hh; unfold h; lra)).
specialize (Lb h ltac:(unfold h; lra) ltac:(rewrite hh; unfold h; lra)).
assert (Rabs (d - d') <= Rabs (-1 * d' + q h) + Rabs (-1 * d + q h)).
{ replace (d - d') with ((-1 * d' + q h) - (-1 * d + q h)) by ring.
  eapply Rle_trans; [apply Rabs_triang|]. rewrite Rabs_Ropp. lra. }
unfold r in *. lra.
Qed.

(* The logistic function is nowhere steeper than 1/4. *)
Lemma logistic_lipschitz (a b : R) : Rabs (logistic a - logistic b) <= Rabs (a - b) / 4.
Proof.
assert (D : forall x, is_derive logistic x (logistic x * (1 - logistic x))).
{ intro x. unfold logistic. pose proof (exp_pos x) as P.
  assert (0 < 1 / exp x) by (apply Rdiv_lt_0_compat; lra).
  auto_derive; [split; [lra|split; [lra|exact I]]|field; split; lra]. }
destruct (MVT_gen logistic b a (fun x => logistic x * (1 - logistic x))) as [c [_ E]].
- intros x _. apply D.
- intros x _. apply continuity_pt_filterlim. apply (ex_derive_continuous logistic x). eexists. apply D.
- rewrite E, Rabs_mult.
  assert (Q : 0 <= logistic c * (1 - logistic c) <= 1 / 4).
  { assert (0 < logistic c < 1).
    { unfold logistic. pose proof (exp_pos c). assert (0 < 1 / exp c) by (apply Rdiv_lt_0_compat; lra).
      split; [apply Rdiv_lt_0_compat; lra|]. apply (Rmult_lt_reg_r (1 + 1 / exp c)); [lra|].
      unfold Rdiv at 1. rewrite Rmult_assoc, Rinv_l; lra. }
    split; [apply Rmult_le_pos; lra|]. pose proof (Rle_0_sqr (logistic c - 1 / 2)) as s. unfold Rsqr in s. lra. }
  rewrite Rabs_pos_eq by lra. pose proof (Rabs_pos (a - b)). nra.
Qed.

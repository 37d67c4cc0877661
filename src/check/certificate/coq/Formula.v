(* Formula.v: what a document may say: sums, functions and formulas as data, what they mean, and slopes. *)
Require Import Reals Lra Lia ZArith QArith Qreals List Bool. From Coquelicot Require Import Coquelicot.
Import ListNotations.
Open Scope R_scope.

(* ---------------------------------------------------------------- what a document may say *)

Fixpoint sum_from (a : Z) (n : nat) (f : Z -> R) : R :=
  match n with O => 0 | S O => f a | S m => f a + sum_from (a + 1)%Z m f end.
Definition sum (a b : Z) (f : Z -> R) : R := sum_from a (Z.to_nat (b - a + 1)) f.
Definition sigma (x : R) : R := 1 / (1 + exp (- x)).
Definition relu (x : R) : R := Rmax 0 x.
Definition step (x : R) : R := if Rlt_dec 0 x then 1 else 0.
Definition softplus (x : R) : R := ln (1 + exp x).
(* tanh is Coq's: sinh x / cosh x *)
Definition absolute (x : R) : R := if Rlt_dec 0 x then x else - x.
Definition larger (x y : R) : R := if Rlt_dec 0 (x - y) then x else y.
Definition smaller (x y : R) : R := if Rlt_dec 0 (x - y) then y else x.
Lemma absolute_is x : absolute x = Rabs x.
Proof. unfold absolute. destruct (Rlt_dec 0 x); [rewrite Rabs_right; lra|rewrite Rabs_left1; lra]. Qed.
Lemma larger_is x y : larger x y = Rmax x y.
Proof. unfold larger. destruct (Rlt_dec 0 (x - y)); [rewrite Rmax_left; lra|rewrite Rmax_right; lra]. Qed.
Lemma smaller_is x y : smaller x y = Rmin x y.
Proof. unfold smaller. destruct (Rlt_dec 0 (x - y)); [rewrite Rmin_right; lra|rewrite Rmin_left; lra]. Qed.

(* An entry of a symbol is moved: W with i, j := t. *)
Fixpoint same (a b : list Z) : bool :=
  match a, b with
  | [], [] => true
  | [x], [y] => Z.eqb x y
  | x :: a', y :: b' => Z.eqb x y && same a' b'
  | _, _ => false
  end.
Definition move0 (v : R) (t : R) : R := t.
Definition move1 (v : Z -> R) (i : Z) (t : R) : Z -> R := fun i' => if Z.eqb i' i then t else v i'.
Definition move2 (v : Z -> Z -> R) (i j : Z) (t : R) : Z -> Z -> R :=
  fun i' j' => if Z.eqb i' i && Z.eqb j' j then t else v i' j'.
Definition move3 (v : Z -> Z -> Z -> R) (i j k : Z) (t : R) : Z -> Z -> Z -> R :=
  fun i' j' k' => if Z.eqb i' i && (Z.eqb j' j && Z.eqb k' k) then t else v i' j' k'.
Definition move4 (v : Z -> Z -> Z -> Z -> R) (i j k l : Z) (t : R) : Z -> Z -> Z -> Z -> R :=
  fun i' j' k' l' => if Z.eqb i' i && (Z.eqb j' j && (Z.eqb k' k && Z.eqb l' l)) then t else v i' j' k' l'.

(* ---------------------------------------------------------------- formulas as data *)

Inductive fn := Exp | Ln | Sigma | Tanh | Step.
Inductive ex : Type :=
| Num (n : Z)
| At (s : positive) (ix : list Z)
| Add (a b : ex) | Sub (a b : ex) | Opp (a : ex) | Mul (a b : ex) | Div (a b : ex) | Pow (a : ex) (n : nat)
| Fn (f : fn) (a : ex)
| Relu (a : ex)
| Ite (c : bool) (a b : ex)
| IfPos (z a b : ex)                            (* by the sign of z *)
| Let (s : positive) (f : list Z -> ex) (at_ : list (list Z)) (a : ex)   (* a, with a symbol computed anew; at_: the entries that matter *)
| Der (a : ex) (s : positive) (ix : list Z)     (* the derivative of a by an entry *)
| Prime (body : ex) (s : positive) (a : ex).    (* of a function: its body, its parameter, where *)

Fixpoint Sum_from (a : Z) (n : nat) (f : Z -> ex) : ex :=
  match n with O => Num 0 | S O => f a | S m => Add (f a) (Sum_from (a + 1)%Z m f) end.
Definition Sum (a b : Z) (f : Z -> ex) : ex := Sum_from a (Z.to_nat (b - a + 1)) f.

Definition env := positive -> list Z -> R.
Definition upd (e : env) (s : positive) (ix : list Z) (t : R) : env :=
  fun s' ix' => if Pos.eqb s' s then if same ix' ix then t else e s' ix' else e s' ix'.
Definition set (e : env) (s : positive) (f : list Z -> R) : env := fun s' ix' => if Pos.eqb s' s then f ix' else e s' ix'.
Definition apply (f : fn) (x : R) : R :=
  match f with Exp => exp x | Ln => ln x | Sigma => sigma x | Tanh => tanh x | Step => step x end.
Fixpoint denote (e : env) (a : ex) : R :=
  match a with
  | Num n => IZR n
  | At s ix => e s ix
  | Add a b => denote e a + denote e b
  | Sub a b => denote e a - denote e b
  | Opp a => - denote e a
  | Mul a b => denote e a * denote e b
  | Div a b => denote e a / denote e b
  | Pow a n => denote e a ^ n
  | Fn f a => apply f (denote e a)
  | Relu a => relu (denote e a)
  | Ite c a b => if c then denote e a else denote e b
  | IfPos z a b => if Rlt_dec 0 (denote e z) then denote e a else denote e b
  | Let s f _ a => denote (set e s (fun ix => denote e (f ix))) a
  | Der a s ix => Derive (fun t => denote (upd e s ix t) a) (e s ix)
  | Prime body s a => Derive (fun t => denote (upd e s [] t) body) (denote e a)
  end.

(* All derivatives that a formula speaks of exist. *)
Fixpoint exist (e : env) (a : ex) : Prop :=
  match a with
  | Num _ | At _ _ => True
  | Add a b | Sub a b | Mul a b | Div a b => exist e a /\ exist e b
  | Opp a | Pow a _ | Fn _ a | Relu a => exist e a
  | Ite c a b => if c then exist e a else exist e b
  | IfPos z a b => exist e z /\ exist e a /\ exist e b
  | Let s f _ a => True
  | Der a s ix => ex_derive (fun t => denote (upd e s ix t) a) (e s ix)
  | Prime body s a => exist e a /\ ex_derive (fun t => denote (upd e s [] t) body) (denote e a)
  end.

Lemma same_eq a : forall b, same a b = true -> a = b.
Proof.
induction a as [|x a IH]; intros [|y b] H; try discriminate; try reflexivity.
- destruct a; discriminate.
- destruct a as [|x' a], b as [|y' b]; cbn in H; try discriminate.
  + apply Z.eqb_eq in H. subst. reflexivity.
  + apply andb_prop in H. destruct H as [H K]. destruct b; discriminate.
  + apply andb_prop in H. destruct H as [H K]. destruct a; discriminate.
  + apply andb_prop in H. destruct H as [H K]. apply Z.eqb_eq in H. subst. f_equal. apply IH. exact K.
Qed.
Lemma same_refl a : same a a = true.
Proof. induction a as [|x [|y a] IH]; [reflexivity|apply Z.eqb_refl|]. change (Z.eqb x x && same (y :: a) (y :: a) = true). rewrite Z.eqb_refl, IH. reflexivity. Qed.

(* ---------------------------------------------------------------- slopes *)

(* At x, f has the value v and the slope d. *)
Definition moves (f : R -> R) (x v d : R) : Prop := f x = v /\ is_derive f x d.
Lemma m_plus f g x u v a b : moves f x u a -> moves g x v b -> moves (fun t => f t + g t) x (u + v) (a + b).
Proof. intros [E D] [F G]. split; [rewrite E, F; reflexivity|]. apply @is_derive_plus; assumption. Qed.
Lemma m_opp f x u a : moves f x u a -> moves (fun t => - f t) x (- u) (- a).
Proof. intros [E D]. split; [rewrite E; reflexivity|]. apply @is_derive_opp; assumption. Qed.
Lemma m_mult f g x u v a b : moves f x u a -> moves g x v b -> moves (fun t => f t * g t) x (u * v) (a * v + u * b).
Proof. intros [E D] [F G]. split; [rewrite E, F; reflexivity|]. rewrite <- E, <- F.
 apply (is_derive_mult f g x a b D G). intros; apply Rmult_comm. Qed.
Lemma m_div f g x u v a b : moves f x u a -> moves g x v b -> v <> 0 -> moves (fun t => f t / g t) x (u / v) ((a - u / v * b) / v).
Proof. intros [E D] [F G] N. split; [rewrite E, F; reflexivity|].
 replace ((a - u / v * b) / v) with ((a * g x - f x * b) / g x ^ 2) by (rewrite E, F; field; exact N).
 apply is_derive_div; try assumption. rewrite F; exact N. Qed.
Lemma m_pow f n x u a : moves f x u a -> moves (fun t => f t ^ n) x (u ^ n) (INR n * a * u ^ pred n).
Proof. intros [E D]. split; [rewrite E; reflexivity|]. rewrite <- E. apply is_derive_pow; exact D. Qed.
Lemma m_comp g f x u a s : moves f x u a -> is_derive g u s -> moves (fun t => g (f t)) x (g u) (s * a).
Proof. intros [E D] G. split; [rewrite E; reflexivity|]. rewrite Rmult_comm. apply (is_derive_comp g f x). rewrite E; exact G. exact D. Qed.
Lemma m_same f x v d v' d' : moves f x v d -> v = v' -> d = d' -> moves f x v' d'.
Proof. intros M <- <-. exact M. Qed.

Lemma slope_sigma u : is_derive sigma u (sigma u * (1 - sigma u)).
Proof. unfold sigma. pose proof (exp_pos (- u)). auto_derive; [lra|]. field. lra. Qed.
Lemma slope_tanh u : is_derive tanh u (1 - tanh u * tanh u).
Proof.
assert (C : 0 < cosh u) by (unfold cosh; pose proof (exp_pos u); pose proof (exp_pos (- u)); lra).
assert (E : forall x, tanh x = (exp x - exp (- x)) / (exp x + exp (- x))).
{ intro x. unfold tanh, sinh, cosh. pose proof (exp_pos x). pose proof (exp_pos (- x)). field. lra. }
apply (is_derive_ext (fun x => (exp x - exp (- x)) / (exp x + exp (- x)))); [intro; symmetry; apply E|]. rewrite E.
pose proof (exp_pos u). pose proof (exp_pos (- u)). auto_derive; [lra|]. field. lra.
Qed.
Lemma slope_step u : u <> 0 -> is_derive step u 0.
Proof.
intro N. apply (is_derive_ext_loc (fun _ => step u)); [|apply @is_derive_const].
assert (P : 0 < Rabs u) by (apply Rabs_pos_lt; exact N).
exists (mkposreal _ P). intros y B. unfold ball in B; cbn in B; unfold AbsRing_ball, abs, minus, plus, opp in B; cbn in B.
unfold step. revert B. unfold Rabs. repeat destruct Rcase_abs; repeat destruct Rlt_dec; intros; lra.
Qed.
Lemma relu_step u : relu u = step u * u.
Proof. unfold relu, step. destruct (Rlt_dec 0 u); [rewrite Rmax_right; lra|rewrite Rmax_left; lra]. Qed.
Lemma sigma_pos z : 0 < sigma z.
Proof. unfold sigma. pose proof (exp_pos (- z)). apply Rdiv_lt_0_compat; lra. Qed.

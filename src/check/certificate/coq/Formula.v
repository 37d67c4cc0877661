(* Formula.v: formulas of a derivation as data, what they mean, and a checker of equations that is proved. *)
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
Lemma upd_at e s ix t : upd e s ix t s ix = t.
Proof. unfold upd. rewrite Pos.eqb_refl, same_refl. reflexivity. Qed.
Lemma upd_same e s ix s' ix' : upd e s ix (e s ix) s' ix' = e s' ix'.
Proof. unfold upd. destruct (Pos.eqb_spec s' s) as [->|]; [|reflexivity]. destruct (same ix' ix) eqn:E; [|reflexivity]. apply same_eq in E. subst. reflexivity. Qed.

(* ---------------------------------------------------------------- slopes *)

(* At x, f has the value v and the slope d. *)
Definition moves (f : R -> R) (x v d : R) : Prop := f x = v /\ is_derive f x d.
Lemma m_const c x : moves (fun _ => c) x c 0.
Proof. split; [reflexivity|]. apply @is_derive_const. Qed.
Lemma m_id x : moves (fun t => t) x x 1.
Proof. split; [reflexivity|]. apply @is_derive_id. Qed.
Lemma m_plus f g x u v a b : moves f x u a -> moves g x v b -> moves (fun t => f t + g t) x (u + v) (a + b).
Proof. intros [E D] [F G]. split; [rewrite E, F; reflexivity|]. apply @is_derive_plus; assumption. Qed.
Lemma m_minus f g x u v a b : moves f x u a -> moves g x v b -> moves (fun t => f t - g t) x (u - v) (a - b).
Proof. intros [E D] [F G]. split; [rewrite E, F; reflexivity|]. apply @is_derive_minus; assumption. Qed.
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

(* ---------------------------------------------------------------- Laurent polynomials *)

Definition mono := list (positive * Z).
Definition poly := list (mono * Q).

Section Values.
Variable l : positive -> R.       (* values of atoms *)
Variable pos : positive -> bool.  (* atoms that are known to be positive *)
Hypothesis pos_ok : forall n, pos n = true -> 0 < l n.

Fixpoint mval (m : mono) : R := match m with [] => 1 | (n, z) :: m' => powerRZ (l n) z * mval m' end.
Fixpoint pval (p : poly) : R := match p with [] => 0 | (m, c) :: p' => Q2R c * mval m + pval p' end.

Fixpoint mmul (a : mono) : mono -> mono :=
  match a with
  | [] => fun b => b
  | (n, x) :: a' => fix mul_a (b : mono) : mono :=
      match b with
      | [] => a
      | (k, y) :: b' =>
        match Pos.compare n k with
        | Lt => (n, x) :: mmul a' b
        | Gt => (k, y) :: mul_a b'
        | Eq => if pos n || (Z.leb 0 x && Z.leb 0 y)
                then if Z.eqb (x + y) 0 then mmul a' b' else (n, (x + y)%Z) :: mmul a' b'
                else (n, x) :: (k, y) :: mmul a' b'
        end
      end
  end.
Lemma powers n x y : pos n || (Z.leb 0 x && Z.leb 0 y) = true -> powerRZ (l n) (x + y) = powerRZ (l n) x * powerRZ (l n) y.
Proof.
intro H. apply orb_prop in H. destruct H as [H|H].
- apply powerRZ_add. apply Rgt_not_eq, pos_ok, H.
- apply andb_prop in H. destruct H as [A B]. apply Z.leb_le in A, B.
  rewrite <- (Z2Nat.id x A), <- (Z2Nat.id y B), <- Nat2Z.inj_add, <- !pow_powerRZ. apply pow_add.
Qed.
Lemma mmul_ok a : forall b, mval (mmul a b) = mval a * mval b.
Proof.
induction a as [|[n x] a IH]; intro b; [cbn; ring|].
induction b as [|[k y] b IHb]; [cbn; ring|].
cbn [mmul]. destruct (Pos.compare_spec n k) as [->| |].
- destruct (pos k || (Z.leb 0 x && Z.leb 0 y)) eqn:P.
  + destruct (Z.eqb_spec (x + y) 0) as [Z|Z]; cbn [mval]; rewrite IH.
    * assert (E : powerRZ (l k) x * powerRZ (l k) y = 1) by (rewrite <- powers by exact P; rewrite Z; reflexivity).
      transitivity (1 * (mval a * mval b)); [ring|]. rewrite <- E. ring.
    * rewrite powers by exact P. ring.
  + cbn [mval]. rewrite IH. ring.
- cbn [mval]. rewrite IH. cbn [mval]. ring.
- cbn [mval] in *. change (powerRZ (l k) y * mval (mmul ((n, x) :: a) b) = powerRZ (l n) x * mval a * (powerRZ (l k) y * mval b)). rewrite IHb. ring.
Qed.

(* An order that multiplication keeps. *)
Fixpoint mcmp (a b : mono) : comparison :=
  match a, b with
  | [], [] => Eq
  | [], (_, y) :: _ => Z.compare 0 y
  | (_, x) :: _, [] => Z.compare x 0
  | (n, x) :: a', (k, y) :: b' =>
    match Pos.compare n k with
    | Lt => Z.compare x 0 | Gt => Z.compare 0 y
    | Eq => match Z.compare x y with Eq => mcmp a' b' | c => c end
    end
  end.
Fixpoint meq (a b : mono) : bool :=
  match a, b with
  | [], [] => true
  | (n, x) :: a', (k, y) :: b' => Pos.eqb n k && Z.eqb x y && meq a' b'
  | _, _ => false
  end.
Lemma meq_ok a : forall b, meq a b = true -> a = b.
Proof. induction a as [|[n x] a IH]; intros [|[k y] b] H; try discriminate; [reflexivity|]. cbn in H.
 apply andb_prop in H. destruct H as [H K]. apply andb_prop in H. destruct H as [H L].
 apply Pos.eqb_eq in H. apply Z.eqb_eq in L. subst. f_equal. apply IH, K. Qed.

Definition isnil (q : Q) : bool := Z.eqb (Qnum q) 0.
Lemma isnil_ok q : isnil q = true -> Q2R q = 0.
Proof. unfold isnil. intro H. apply Z.eqb_eq in H. unfold Q2R. rewrite H. ring. Qed.
Definition qadd (a b : Q) : Q := match Qden a, Qden b with xH, xH => Qmake (Qnum a + Qnum b) 1 | _, _ => Qred (a + b) end.
Definition qmul (a b : Q) : Q := match Qden a, Qden b with xH, xH => Qmake (Qnum a * Qnum b) 1 | _, _ => Qred (a * b) end.
Lemma qadd_ok a b : Q2R (qadd a b) = Q2R a + Q2R b.
Proof.
rewrite <- Q2R_plus. apply Qeq_eqR. destruct a as [x p], b as [y q]. unfold qadd. cbn [Qnum Qden].
destruct p, q; try apply Qred_correct. unfold Qeq, Qplus. cbn [Qnum Qden]. lia.
Qed.
Lemma qmul_ok a b : Q2R (qmul a b) = Q2R a * Q2R b.
Proof.
rewrite <- Q2R_mult. apply Qeq_eqR. destruct a as [x p], b as [y q]. unfold qmul. cbn [Qnum Qden].
destruct p, q; try apply Qred_correct. unfold Qeq, Qmult. cbn [Qnum Qden]. lia.
Qed.

Fixpoint padd (p : poly) : poly -> poly :=
  match p with
  | [] => fun q => q
  | (m, c) :: p' => fix add_p (q : poly) : poly :=
      match q with
      | [] => p
      | (k, d) :: q' =>
        match mcmp m k with
        | Gt => (m, c) :: padd p' q
        | Lt => (k, d) :: add_p q'
        | Eq => if meq m k then let s := qadd c d in if isnil s then padd p' q' else (m, s) :: padd p' q'
                else (m, c) :: (k, d) :: padd p' q'
        end
      end
  end.
Lemma padd_ok p : forall q, pval (padd p q) = pval p + pval q.
Proof.
induction p as [|[m c] p IH]; intro q; [cbn; ring|].
induction q as [|[k d] q IHq]; [cbn; ring|].
cbn [padd]. destruct (mcmp m k).
- destruct (meq m k) eqn:E.
  + apply meq_ok in E. subst k. cbn zeta. destruct (isnil (qadd c d)) eqn:N.
    * apply isnil_ok in N. rewrite qadd_ok in N. rewrite IH. cbn [pval].
      transitivity ((Q2R c + Q2R d) * mval m + (pval p + pval q)); [rewrite N; ring|ring].
    * cbn [pval]. rewrite qadd_ok, IH. ring.
  + cbn [pval]. rewrite IH. ring.
- change (pval ((k, d) :: padd ((m, c) :: p) q) = pval ((m, c) :: p) + pval ((k, d) :: q)). cbn [pval] in *. rewrite IHq. ring.
- cbn [pval]. rewrite IH. cbn [pval]. ring.
Qed.

Definition pterm (m : mono) (c : Q) (p : poly) : poly := map (fun t => (mmul m (fst t), qmul c (snd t))) p.
Lemma pterm_ok m c p : pval (pterm m c p) = Q2R c * mval m * pval p.
Proof. induction p as [|[k d] p IH]; [cbn; ring|]. cbn [pterm map pval fst snd] in *. rewrite mmul_ok, qmul_ok. unfold pterm in IH. rewrite IH. ring. Qed.
Fixpoint pmul (p q : poly) : poly := match p with [] => [] | (m, c) :: p' => padd (pterm m c q) (pmul p' q) end.
Lemma pmul_ok p q : pval (pmul p q) = pval p * pval q.
Proof. induction p as [|[m c] p IH]; [cbn; ring|]. cbn [pmul pval]. rewrite padd_ok, pterm_ok, IH. ring. Qed.
Definition pscale (c : Q) (p : poly) : poly := map (fun t => (fst t, qmul c (snd t))) p.
Lemma pscale_ok c p : pval (pscale c p) = Q2R c * pval p.
Proof. unfold pscale. induction p as [|[k d] p IH]; [cbn; ring|]. cbn [map pval fst snd]. rewrite qmul_ok, IH. ring. Qed.
Definition popp := pscale (-1 # 1).
Lemma popp_ok p : pval (popp p) = - pval p.
Proof. unfold popp. rewrite pscale_ok. replace (Q2R (-1 # 1)) with (-1) by (unfold Q2R; cbn; lra). ring. Qed.
Fixpoint ppow (p : poly) (n : nat) : poly := match n with O => [([], 1%Q)] | S O => p | S k => pmul p (ppow p k) end.
Lemma one_val : pval [([], 1%Q)] = 1.
Proof. cbn. unfold Q2R. cbn. lra. Qed.
Lemma ppow_ok p n : pval (ppow p n) = pval p ^ n.
Proof. induction n as [|n IH]; [apply one_val|]. destruct n as [|n]; [cbn; ring|].
 change (pval (pmul p (ppow p (S n))) = pval p * pval p ^ S n). rewrite pmul_ok, IH. reflexivity. Qed.
Fixpoint peq (p q : poly) : bool :=
  match p, q with
  | [], [] => true
  | (m, c) :: p', (k, d) :: q' => meq m k && Qeq_bool c d && peq p' q'
  | _, _ => false
  end.
Lemma peq_ok p : forall q, peq p q = true -> pval p = pval q.
Proof. induction p as [|[m c] p IH]; intros [|[k d] q] H; try discriminate; [reflexivity|]. cbn in H.
 apply andb_prop in H. destruct H as [H K]. apply andb_prop in H. destruct H as [H L].
 apply meq_ok in H. apply Qeq_bool_eq in L. subst. cbn [pval]. rewrite (IH q K), (Qeq_eqR _ _ L). reflexivity. Qed.

(* Positive since all terms are: no term is negative, one is not 0. *)
Definition mpos (m : mono) : bool := forallb (fun t => pos (fst t)) m.
Definition mnonneg (m : mono) : bool := forallb (fun t => pos (fst t) || (Z.even (snd t) && Z.leb 0 (snd t))) m.
Definition qpos (q : Q) : bool := Z.ltb 0 (Qnum q).
Fixpoint pnonneg (p : poly) : bool := match p with [] => true | (m, c) :: p' => qpos c && mnonneg m && pnonneg p' end.
Definition ppos (p : poly) : bool := pnonneg p && existsb (fun t => mpos (fst t)) p.
Lemma qpos_ok q : qpos q = true -> 0 < Q2R q.
Proof. unfold qpos. intro H. apply Z.ltb_lt in H. unfold Q2R. apply Rmult_lt_0_compat; [apply IZR_lt, H|]. apply Rinv_0_lt_compat, IZR_lt. reflexivity. Qed.
Lemma mpos_ok m : mpos m = true -> 0 < mval m.
Proof. induction m as [|[n z] m IH]; intro H; [cbn; lra|]. cbn in H. apply andb_prop in H. destruct H as [H K].
 cbn [mval]. apply Rmult_lt_0_compat; [apply powerRZ_lt, pos_ok, H|apply IH, K]. Qed.
Lemma mnonneg_ok m : mnonneg m = true -> 0 <= mval m.
Proof. induction m as [|[n z] m IH]; intro H; [cbn; lra|]. cbn in H. apply andb_prop in H. destruct H as [H K].
 cbn [mval]. apply Rmult_le_pos; [|apply IH, K]. apply orb_prop in H. destruct H as [H|H].
 - left. apply powerRZ_lt, pos_ok, H.
 - apply andb_prop in H. destruct H as [E G]. apply Z.leb_le in G. apply Z.even_spec in E. destruct E as [k E].
   rewrite <- (Z2Nat.id z G), <- pow_powerRZ. subst z. replace (Z.to_nat (2 * k)) with (2 * Z.to_nat k)%nat by lia.
   rewrite pow_mult. apply pow_le, pow2_ge_0. Qed.
Lemma pnonneg_ok p : pnonneg p = true -> 0 <= pval p.
Proof. induction p as [|[m c] p IH]; intro H; [cbn; lra|]. cbn in H. apply andb_prop in H. destruct H as [H K]. apply andb_prop in H. destruct H as [H L].
 cbn [pval]. apply Rplus_le_le_0_compat; [|apply IH, K]. apply Rmult_le_pos; [left; apply qpos_ok, H|apply mnonneg_ok, L]. Qed.
Lemma ppos_ok p : ppos p = true -> 0 < pval p.
Proof.
unfold ppos. intro H. apply andb_prop in H. destruct H as [N E]. induction p as [|[m c] p IH]; [discriminate|].
cbn in N. apply andb_prop in N. destruct N as [H K]. apply andb_prop in H. destruct H as [H L].
cbn [existsb fst] in E. cbn [pval]. apply orb_prop in E. destruct E as [E|E].
- apply Rplus_lt_le_0_compat; [|apply pnonneg_ok, K]. apply Rmult_lt_0_compat; [apply qpos_ok, H|apply mpos_ok, E].
- apply Rplus_le_lt_0_compat; [|apply IH; assumption]. apply Rmult_le_pos; [left; apply qpos_ok, H|apply mnonneg_ok, L].
Qed.

(* ---------------------------------------------------------------- rational functions *)

(* A polynomial times powers, of whole exponents, of polynomials that are not 0. *)
Record rat := Rat { num : poly; fac : list (poly * Z) }.
Fixpoint fval (f : list (poly * Z)) : R := match f with [] => 1 | (p, z) :: f' => powerRZ (pval p) z * fval f' end.
Definition rval (r : rat) : R := pval (num r) * fval (fac r).
Fixpoint fnz (f : list (poly * Z)) : Prop := match f with [] => True | (p, _) :: f' => pval p <> 0 /\ fnz f' end.
Definition nz (r : rat) : Prop := fnz (fac r).

Definition rint (n : Z) : rat := Rat (if Z.eqb n 0 then [] else [([], inject_Z n)]) [].
Lemma rint_ok n : rval (rint n) = IZR n /\ nz (rint n).
Proof. split; [|exact I]. unfold rint, rval. cbn. destruct (Z.eqb_spec n 0) as [->|]; cbn; [ring|]. unfold Q2R, inject_Z. cbn. rewrite Rinv_1. ring. Qed.
Definition ratom (n : positive) (z : Z) : rat := Rat [([(n, z)], 1%Q)] [].
Lemma ratom_ok n z : rval (ratom n z) = powerRZ (l n) z /\ nz (ratom n z).
Proof. split; [|exact I]. unfold rval. cbn. unfold Q2R. cbn. rewrite Rinv_1. ring. Qed.

(* f without the factor p, and the exponent that it had. *)
Fixpoint ftake (p : poly) (f : list (poly * Z)) : Z * list (poly * Z) :=
  match f with
  | [] => (0%Z, [])
  | (q, z) :: f' => if peq p q then (z, f') else let (x, g) := ftake p f' in (x, (q, z) :: g)
  end.
Lemma ftake_ok p f z g : ftake p f = (z, g) -> fval f = powerRZ (pval p) z * fval g /\ (fnz f -> fnz g).
Proof.
revert z g. induction f as [|[q y] f IH]; intros z g H; cbn in H.
- injection H as <- <-. cbn. split; [ring|tauto].
- destruct (peq p q) eqn:E.
  + injection H as <- <-. cbn. rewrite (peq_ok p q E). split; [reflexivity|tauto].
  + destruct (ftake p f) as [x h]. injection H as <- <-. destruct (IH x h eq_refl) as [V N]. cbn. rewrite V. split; [ring|tauto].
Qed.
Fixpoint fmul (f g : list (poly * Z)) : list (poly * Z) :=
  match f with
  | [] => g
  | (p, z) :: f' => let (y, g') := ftake p g in if Z.eqb (z + y) 0 then fmul f' g' else (p, (z + y)%Z) :: fmul f' g'
  end.
Lemma fmul_ok f : forall g, fnz f -> fnz g -> fval (fmul f g) = fval f * fval g /\ fnz (fmul f g).
Proof.
induction f as [|[p z] f IH]; intros g F G; [cbn; split; [ring|exact G]|].
cbn [fmul]. destruct (ftake p g) as [y h] eqn:T. destruct (ftake_ok p g y h T) as [V N]. cbn in F. destruct F as [P F].
destruct (IH h F (N G)) as [A B]. pose proof (powerRZ_add (pval p) z y P) as E.
destruct (Z.eqb_spec (z + y) 0) as [Z|Z].
- split; [|exact B]. rewrite A, V. cbn [fval]. rewrite Z in E. cbn in E.
  transitivity (1 * (fval f * fval h)); [ring|rewrite E; ring].
- cbn [fval fnz]. rewrite A, V, E. split; [ring|tauto].
Qed.
Definition rmul (a b : rat) : rat := match num a, num b with [], _ | _, [] => Rat [] [] | _, _ => Rat (pmul (num a) (num b)) (fmul (fac a) (fac b)) end.
Lemma rmul_ok a b : nz a -> nz b -> rval (rmul a b) = rval a * rval b /\ nz (rmul a b).
Proof.
intros A B. unfold rmul. assert (G : rval (Rat (pmul (num a) (num b)) (fmul (fac a) (fac b))) = rval a * rval b /\ nz (Rat (pmul (num a) (num b)) (fmul (fac a) (fac b)))).
{ unfold rval, nz in *. cbn. rewrite pmul_ok. destruct (fmul_ok _ (fac b) A B) as [V N]. rewrite V. split; [ring|exact N]. }
unfold rval in *. destruct (num a) eqn:E; [cbn; split; [ring|exact I]|]. destruct (num b) eqn:F; [cbn; split; [ring|exact I]|]. exact G.
Qed.
(* The common part of two lists of factors, and what each has besides; exponents of those are not negative. *)
Fixpoint fcommon (f g : list (poly * Z)) : list (poly * Z) * poly * poly :=
  match f with
  | [] => fold_right (fun t r => let '(c, a, b) := r in let (p, z) := (t : poly * Z) in
        if Z.leb z 0 then ((p, z) :: c, pmul a (ppow p (Z.to_nat (- z))), b) else (c, a, pmul b (ppow p (Z.to_nat z)))) ([], [([], 1%Q)], [([], 1%Q)]) g
  | (p, z) :: f' =>
    let (y, g') := ftake p g in let '(c, a, b) := fcommon f' g' in
    let m := Z.min z y in
    ((if Z.eqb m 0 then c else (p, m) :: c), (if Z.eqb z m then a else pmul a (ppow p (Z.to_nat (z - m)))), (if Z.eqb y m then b else pmul b (ppow p (Z.to_nat (y - m)))))
  end.
Lemma ppow_Z p z : (0 <= z)%Z -> pval (ppow p (Z.to_nat z)) = powerRZ (pval p) z.
Proof. intro H. rewrite ppow_ok, pow_powerRZ, Z2Nat.id by exact H. reflexivity. Qed.
Lemma fcommon_ok f : forall g c a b, fnz f -> fnz g -> fcommon f g = (c, a, b) ->
  fval f = fval c * pval a /\ fval g = fval c * pval b /\ fnz c.
Proof.
induction f as [|[p z] f IH]; intros g c a b F G H.
- cbn in H. revert c a b H. induction g as [|[p z] g IHg]; intros c a b H.
  + injection H as <- <- <-. rewrite one_val. cbn. repeat split; ring.
  + cbn [fold_right] in H. destruct (fold_right _ _ g) as [[c' a'] b'] eqn:K. cbn in G. destruct G as [P G].
    destruct (IHg G c' a' b' eq_refl) as (A & B & N). destruct (Z.leb_spec z 0) as [L|L]; injection H as <- <- <-; cbn [fval fnz].
    * rewrite pmul_ok, ppow_Z by lia. split; [|split; [rewrite B; ring|tauto]].
      cbn [fval] in A. pose proof (powerRZ_add (pval p) z (- z) P) as E. rewrite Z.add_opp_diag_r in E. cbn in E.
      rewrite A. transitivity (1 * (fval c' * pval a')); [ring|rewrite E; ring].
    * rewrite pmul_ok, ppow_Z by lia. split; [exact A|split; [rewrite B; ring|tauto]].
- cbn [fcommon] in H. destruct (ftake p g) as [y h] eqn:T. destruct (ftake_ok p g y h T) as [V N].
  destruct (fcommon f h) as [[c' a'] b'] eqn:K. cbn in F. destruct F as [P F].
  destruct (IH h c' a' b' F (N G) K) as (A & B & C). injection H as <- <- <-. set (m := Z.min z y).
  assert (Z : powerRZ (pval p) z = powerRZ (pval p) m * powerRZ (pval p) (z - m)) by (rewrite <- powerRZ_add by exact P; f_equal; lia).
  assert (Y : powerRZ (pval p) y = powerRZ (pval p) m * powerRZ (pval p) (y - m)) by (rewrite <- powerRZ_add by exact P; f_equal; lia).
  assert (M : fval (if Z.eqb m 0 then c' else (p, m) :: c') = powerRZ (pval p) m * fval c').
  { destruct (Z.eqb_spec m 0) as [E|E]; [rewrite E; cbn; ring|reflexivity]. }
  assert (A' : pval (if Z.eqb z m then a' else pmul a' (ppow p (Z.to_nat (z - m)))) = powerRZ (pval p) (z - m) * pval a').
  { destruct (Z.eqb_spec z m) as [E|E]; [rewrite <- E, Z.sub_diag; cbn; ring|]. rewrite pmul_ok, ppow_Z by lia. ring. }
  assert (B' : pval (if Z.eqb y m then b' else pmul b' (ppow p (Z.to_nat (y - m)))) = powerRZ (pval p) (y - m) * pval b').
  { destruct (Z.eqb_spec y m) as [E|E]; [rewrite <- E, Z.sub_diag; cbn; ring|]. rewrite pmul_ok, ppow_Z by lia. ring. }
  rewrite M, A', B'. cbn [fval]. rewrite V, A, B, Z, Y. split; [ring|split; [ring|]].
  destruct (Z.eqb m 0); [exact C|cbn; tauto].
Qed.
Definition radd (a b : rat) : rat :=
  match num a, num b with
  | [], _ => b | _, [] => a
  | _, _ => match fac a, fac b with
    | [], [] => Rat (padd (num a) (num b)) []
    | _, _ => let '(c, x, y) := fcommon (fac a) (fac b) in Rat (padd (pmul x (num a)) (pmul y (num b))) c
    end
  end.
Lemma radd_ok a b : nz a -> nz b -> rval (radd a b) = rval a + rval b /\ nz (radd a b).
Proof.
intros A B. unfold radd. destruct (fcommon (fac a) (fac b)) as [[c x] y] eqn:E.
destruct (fcommon_ok _ _ c x y A B E) as (F & G & N).
assert (R : rval (Rat (padd (pmul x (num a)) (pmul y (num b))) c) = rval a + rval b).
{ unfold rval. cbn. rewrite padd_ok, !pmul_ok, F, G. ring. }
assert (Z : forall r, num r = [] -> rval r = 0) by (intros r H; unfold rval; rewrite H; cbn; ring).
destruct (num a) eqn:X; [rewrite (Z a X); split; [ring|exact B]|]. destruct (num b) eqn:Y; [rewrite (Z b Y); split; [ring|exact A]|].
destruct (fac a) eqn:S, (fac b) eqn:T; try (split; [exact R|exact N]).
unfold rval. cbn [num fac fval nz fnz]. rewrite S, T, padd_ok, X, Y. cbn [fval]. split; [ring|exact I].
Qed.
Definition ropp (a : rat) : rat := Rat (popp (num a)) (fac a).
Lemma ropp_ok a : nz a -> rval (ropp a) = - rval a /\ nz (ropp a).
Proof. intro A. split; [|exact A]. unfold rval, ropp. cbn. rewrite popp_ok. ring. Qed.

(* Factors of the other sign of exponent. *)
Definition finv (f : list (poly * Z)) := map (fun t => (fst t, Z.opp (snd t))) f : list (poly * Z).
Lemma finv_ok f : fnz f -> fval (finv f) * fval f = 1 /\ fnz (finv f).
Proof.
induction f as [|[p z] f IH]; intro F; [cbn; split; [ring|exact I]|]. cbn in F. destruct F as [P F]. destruct (IH F) as [V N].
cbn [finv map fst snd fval fnz] in *. split; [|tauto]. pose proof (powerRZ_add (pval p) (- z) z P) as E. rewrite Z.add_opp_diag_l in E. cbn in E.
change (map (fun t => (fst t, Z.opp (snd t))) f) with (finv f).
transitivity ((powerRZ (pval p) (- z) * powerRZ (pval p) z) * (fval (finv f) * fval f)); [ring|]. rewrite <- E, V. ring.
Qed.
Definition minv (m : mono) : mono := map (fun t => (fst t, Z.opp (snd t))) m.
Lemma minv_ok m : mpos m = true -> mval (minv m) * mval m = 1.
Proof.
induction m as [|[n z] m IH]; intro H; [cbn; ring|]. cbn in H. apply andb_prop in H. destruct H as [H K].
cbn [minv map fst snd mval]. pose proof (powerRZ_add (l n) (- z) z (Rgt_not_eq _ _ (pos_ok n H))) as E. rewrite Z.add_opp_diag_l in E. cbn in E.
change (map (fun t => (fst t, Z.opp (snd t))) m) with (minv m).
transitivity ((powerRZ (l n) (- z) * powerRZ (l n) z) * (mval (minv m) * mval m)); [ring|]. rewrite <- E, IH by exact K. ring.
Qed.

Variable known : list poly.       (* polynomials that are known to be positive *)
Hypothesis known_ok : List.Forall (fun p => 0 < pval p) known.
Variable apart : list poly.       (* polynomials that are known not to be 0 *)
Hypothesis apart_ok : List.Forall (fun p => pval p <> 0) apart.
(* p is a positive multiple of one of them *)
Definition multiple (p q : poly) : bool :=
  match p, q with
  | (_, c) :: _, (_, d) :: _ => qpos (Qdiv c d) && peq p (pscale (Qdiv c d) q)
  | _, _ => false
  end.
Lemma multiple_ok p q : multiple p q = true -> exists c, 0 < c /\ pval p = c * pval q.
Proof. unfold multiple. destruct p as [|[m c] p], q as [|[k d] q]; try discriminate. intro H. apply andb_prop in H. destruct H as [H K].
 exists (Q2R (c / d)). split; [apply qpos_ok, H|]. rewrite (peq_ok _ _ K), pscale_ok. reflexivity. Qed.
Definition spos (p : poly) : bool := ppos p || existsb (multiple p) known.
Lemma spos_ok p : spos p = true -> 0 < pval p.
Proof. unfold spos. intro H. apply orb_prop in H. destruct H as [H|H]; [apply ppos_ok, H|].
 apply existsb_exists in H. destruct H as [q [Q M]]. destruct (multiple_ok p q M) as [c [C E]].
 rewrite E. apply Rmult_lt_0_compat; [exact C|]. rewrite List.Forall_forall in known_ok. apply known_ok, Q. Qed.
Definition snz (p : poly) : bool := spos p || spos (popp p) || existsb (fun q => multiple p q || multiple (popp p) q) apart.
Lemma snz_ok p : snz p = true -> pval p <> 0.
Proof.
unfold snz. intro H. apply orb_prop in H. destruct H as [H|H]; [apply orb_prop in H; destruct H as [H|H]|].
- apply spos_ok in H. lra.
- apply spos_ok in H. rewrite popp_ok in H. lra.
- apply existsb_exists in H. destruct H as [q [Q M]]. rewrite List.Forall_forall in apart_ok. pose proof (apart_ok q Q) as N.
  apply orb_prop in M. destruct M as [M|M]; destruct (multiple_ok _ q M) as [c [C E]]; [|rewrite popp_ok in E].
  + rewrite E. apply Rmult_integral_contrapositive. split; [lra|exact N].
  + intro Z. rewrite Z in E. assert (K : c * pval q = 0) by lra. apply Rmult_integral in K. destruct K; [lra|tauto].
Qed.
Definition rnz (a : rat) : bool := snz (num a).
Definition rpos (a : rat) : bool := spos (num a) && forallb (fun t => spos (fst t) || Z.even (snd t)) (fac a).
Lemma fval_nz f : fnz f -> fval f <> 0.
Proof. induction f as [|[p z] f IH]; intro F; [cbn; lra|]. cbn in F. destruct F as [P F]. cbn. apply Rmult_integral_contrapositive.
 split; [apply powerRZ_NOR, P|apply IH, F]. Qed.
Lemma rnz_ok a : nz a -> rnz a = true -> rval a <> 0.
Proof. intros N H. unfold rval. apply Rmult_integral_contrapositive. split; [apply snz_ok, H|apply fval_nz, N]. Qed.
Lemma even_pos x z : x <> 0 -> Z.even z = true -> 0 < powerRZ x z.
Proof. intros X E. apply Z.even_spec in E. destruct E as [k ->]. replace (2 * k)%Z with (k + k)%Z by lia. rewrite powerRZ_add by exact X.
 pose proof (powerRZ_NOR x k X) as N. pose proof (Rsqr_pos_lt _ N) as S. exact S. Qed.
Lemma rpos_ok a : nz a -> rpos a = true -> 0 < rval a.
Proof.
unfold rpos, rval, nz. intros N H. apply andb_prop in H. destruct H as [H K]. apply Rmult_lt_0_compat; [apply spos_ok, H|].
induction (fac a) as [|[p z] f IH]; [cbn; lra|]. cbn in N, K. destruct N as [P N]. apply andb_prop in K. destruct K as [K L].
cbn. apply Rmult_lt_0_compat; [|apply IH; assumption]. apply orb_prop in K. destruct K as [K|K]; [apply powerRZ_lt, spos_ok, K|apply even_pos; assumption].
Qed.
Lemma power_m1 x : powerRZ x (-1) = / x.
Proof. unfold powerRZ. change (Pos.to_nat 1) with 1%nat. rewrite pow_1. reflexivity. Qed.
Definition rinv (a : rat) : option rat :=
  match num a with
  | [(m, c)] => if mpos m && negb (isnil c) then Some (Rat [(minv m, Qred (/ c))] (finv (fac a)))
                else if rnz a then Some (Rat [([], 1%Q)] ((num a, (-1)%Z) :: finv (fac a))) else None
  | _ => if rnz a then Some (Rat [([], 1%Q)] (fmul [(num a, (-1)%Z)] (finv (fac a)))) else None
  end.
Lemma rinv_ok a r : nz a -> rinv a = Some r -> rval a <> 0 /\ rval r = / rval a /\ nz r.
Proof.
intros N H. destruct (finv_ok _ N) as [V M].
assert (G : rnz a = true -> rval a <> 0 /\ rval (Rat [([], 1%Q)] ((num a, (-1)%Z) :: finv (fac a))) = / rval a /\ nz (Rat [([], 1%Q)] ((num a, (-1)%Z) :: finv (fac a)))).
{ intro Z. pose proof (rnz_ok a N Z) as Q. pose proof (snz_ok _ Z) as P. split; [exact Q|split].
  - unfold rval. cbn [num fac]. rewrite one_val. cbn [fval]. unfold rval in Q. rewrite power_m1.
    apply (Rmult_eq_reg_r (pval (num a) * fval (fac a))); [|exact Q]. rewrite Rinv_l by exact Q.
    transitivity ((/ pval (num a) * pval (num a)) * (fval (finv (fac a)) * fval (fac a))); [ring|]. rewrite V, Rinv_l by exact P. ring.
  - cbn. split; [exact P|exact M]. }
assert (G2 : rnz a = true -> rval a <> 0 /\ rval (Rat [([], 1%Q)] (fmul [(num a, (-1)%Z)] (finv (fac a)))) = / rval a /\ nz (Rat [([], 1%Q)] (fmul [(num a, (-1)%Z)] (finv (fac a))))).
{ intro Z. destruct (G Z) as (A & B & C). split; [exact A|]. pose proof (snz_ok _ Z) as P.
  destruct (fmul_ok [(num a, (-1)%Z)] (finv (fac a)) (conj P I) M) as [X Y]. split; [|exact Y].
  rewrite <- B. unfold rval. cbn [num fac]. rewrite X. cbn [fval]. ring. }
unfold rinv in H. destruct (num a) as [|[m c] [|]] eqn:E.
- destruct (rnz a); [injection H as <-; apply G2; reflexivity|discriminate].
- destruct (mpos m && negb (isnil c)) eqn:Q.
  + injection H as <-. apply andb_prop in Q. destruct Q as [Q K]. pose proof (mpos_ok m Q) as P.
    assert (C : Q2R c <> 0). { unfold isnil in K. apply negb_true_iff, Z.eqb_neq in K. unfold Q2R. apply Rmult_integral_contrapositive. split; [apply not_0_IZR, K|]. apply Rinv_neq_0_compat, not_0_IZR. discriminate. }
    assert (W : rval a = Q2R c * mval m * fval (fac a)) by (unfold rval; rewrite E; cbn; ring).
    assert (NZ : rval a <> 0). { rewrite W. apply Rmult_integral_contrapositive_currified; [apply Rmult_integral_contrapositive_currified; [exact C|lra]|apply fval_nz, N]. }
    split; [exact NZ|split; [|exact M]].
    apply (Rmult_eq_reg_r (rval a)); [|exact NZ]. rewrite Rinv_l by exact NZ. rewrite W. unfold rval. cbn [num fac pval].
    rewrite (Qeq_eqR _ _ (Qred_correct (/ c))), Q2R_inv by (intro Z; apply C; rewrite (Qeq_eqR _ _ Z); unfold Q2R; cbn; ring).
    transitivity ((/ Q2R c * Q2R c) * (mval (minv m) * mval m) * (fval (finv (fac a)) * fval (fac a))); [ring|].
    rewrite V, minv_ok, Rinv_l by assumption. ring.
  + destruct (rnz a); [|discriminate]. injection H as <-. apply G. reflexivity.
- destruct (rnz a); [injection H as <-; apply G2; reflexivity|discriminate].
Qed.
Fixpoint rpow (a : rat) (n : nat) : rat := match n with O => rint 1 | S O => a | S k => rmul a (rpow a k) end.
Lemma rpow_ok a n : nz a -> rval (rpow a n) = rval a ^ n /\ nz (rpow a n).
Proof. intro A. induction n as [|n IH]; [apply rint_ok|]. destruct n as [|n]; [split; [cbn; ring|exact A]|]. destruct IH as [V N].
 change (rval (rmul a (rpow a (S n))) = rval a * rval a ^ S n /\ nz (rmul a (rpow a (S n)))). destruct (rmul_ok a _ A N) as [W M]. rewrite W, V. split; [reflexivity|exact M]. Qed.
Definition rsub a b := radd a (ropp b).
Lemma rsub_ok a b : nz a -> nz b -> rval (rsub a b) = rval a - rval b /\ nz (rsub a b).
Proof. intros A B. unfold rsub. destruct (ropp_ok b B) as [V N]. destruct (radd_ok a _ A N) as [W M]. rewrite W, V. split; [ring|exact M]. Qed.
Definition rzero (a : rat) : bool := match num a with [] => true | _ => false end.
Lemma rzero_ok a : rzero a = true -> rval a = 0.
Proof. unfold rzero, rval. destruct (num a); [cbn; intros; ring|discriminate]. Qed.
Definition req a b := match fac a, fac b with [], [] => peq (num a) (num b) | _, _ => rzero (rsub a b) end.
Lemma req_ok a b : nz a -> nz b -> req a b = true -> rval a = rval b.
Proof.
intros A B H. assert (G : rzero (rsub a b) = true -> rval a = rval b).
{ intro K. apply rzero_ok in K. destruct (rsub_ok a b A B) as [V _]. lra. }
unfold req in H. unfold rval in *. destruct (fac a), (fac b); try (apply G, H). rewrite (peq_ok _ _ H). reflexivity.
Qed.

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
  rewrite K, C, A, A', V, ln_mult by (try apply powerRZ_lt; assumption). rewrite ln_power by exact S. rewrite E. unfold rval. cbn. rewrite Rmult_1_r. reflexivity.
Qed.
Lemma ln_apart_ok t v r : calls_ok t -> ln_apart t v = Some r -> rval r = ln (rval v) /\ nz r.
Proof.
intros G H. unfold ln_apart in H.
assert (W : forall p f, ln_fac t ((p, 1%Z) :: f) = Some r -> num v = p -> fac v = f -> rval r = ln (rval v) /\ nz r).
{ intros p f K <- <-. destruct (ln_fac_ok t _ r G K) as (P & V & N). split; [|exact N]. rewrite V. unfold rval. cbn [fval]. rewrite powerRZ_1. reflexivity. }
destruct (num v) as [|[m c] [|]] eqn:E.
- destruct (fac v) eqn:F; [discriminate|]. apply (W [] (p :: l0)); [exact H|reflexivity|reflexivity].
- destruct (Qeq_bool c 1) eqn:Q; [|discriminate]. destruct (ln_mono t m) as [a|] eqn:A; [|discriminate]. destruct (ln_fac t (fac v)) as [b|] eqn:B; [|discriminate].
  injection H as <-. destruct (ln_mono_ok t m a G A) as (P & V & N). destruct (ln_fac_ok t _ b G B) as (P' & V' & N').
  destruct (radd_ok a b N N') as [X Y]. split; [|exact Y]. rewrite X, V, V', <- ln_mult by assumption. f_equal. unfold rval. rewrite E. cbn.
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
Proof. split; [|exact I]. unfold rval. cbn. unfold Q2R. cbn. lra. Qed.
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

(* ---------------------------------------------------------------- claims *)

Inductive item :=
| Free (s : positive) (ix : list Z)            (* an entry of which nothing is known *)
| Above (s : positive) (ix : list Z)           (* one that is positive *)
| Node (s : positive) (ix : list Z) (a : ex)   (* one with a definition *)
| Call (f : fn) (a : ex)                       (* a value of a function *)
| Positive (a : ex)                            (* assumptions *)
| Nonzero (a : ex).
Fixpoint hold (e : env) (items : list item) : Prop :=
  match items with
  | [] => True
  | Above s ix :: r => 0 < e s ix /\ hold e r
  | Node s ix a :: r => e s ix = denote e a /\ hold e r
  | Positive a :: r => 0 < denote e a /\ hold e r
  | Nonzero a :: r => denote e a <> 0 /\ hold e r
  | _ :: r => hold e r
  end.

(* Numbers of atoms: even ones are positive. *)
Definition even (n : positive) : bool := match n with xO _ => true | _ => false end.
Definition kind (i : item) : bool := match i with Above _ _ | Call Exp _ | Call Sigma _ => true | _ => false end.
Definition item_value (e : env) (i : item) : R := match i with Free s ix | Above s ix => e s ix | Call f a => apply f (denote e a) | _ => 1 end.
Definition atom (e : env) (items : list item) (n : positive) : R :=
  match n with
  | xO k => let i := nth (pred (Pos.to_nat k)) items (Positive (Num 0)) in if kind i then item_value e i else 1
  | xI k => item_value e (nth (pred (Pos.to_nat k)) items (Positive (Num 0)))
  | xH => 1
  end.
Definition number (i : item) (k : positive) : positive := if kind i then xO k else xI k.

Record state := State { tab : table; known : list poly; apart : list poly }.
Definition fwd' (s : state) (a : ex) : option rat := match fwd even (known s) (apart s) false a (tab s) with Some (v, _) => Some v | None => None end.
Definition add_item (s : state) (i : item) (k : positive) : state :=
  match i with
  | Free n ix | Above n ix => match look (tab s) n ix with Some _ => s | None => State (Val n ix (ratom (number i k) 1) None :: tab s) (known s) (apart s) end
  | Node n ix a => match look (tab s) n ix with Some _ => s | None =>
      match fwd' s a with Some r => State (Val n ix r None :: tab s) (known s) (apart s) | None => s end end
  | Call f a => match fwd' s a with
      | Some v => match value even (known s) (tab s) f v with Some _ => s | None => State (Fun f v (number i k) :: tab s) (known s) (apart s) end
      | None => s end
  | Positive a => match fwd' s a with Some (Rat p []) => State (tab s) (p :: known s) (apart s) | _ => s end
  | Nonzero a => match fwd' s a with Some (Rat p _) => State (tab s) (known s) (p :: apart s) | _ => s end
  end.
Fixpoint build (s : state) (items : list item) (k : positive) : state :=
  match items with [] => s | i :: r => build (add_item s i k) r (Pos.succ k) end.

Section Sound.
Variables (e : env) (all : list item).
Hypothesis holds : hold e all.
Let l := atom e all.
Lemma hold_each : forall items, hold e items -> forall i, In i items ->
  match i with Above s ix => 0 < e s ix | Node s ix a => e s ix = denote e a | Positive a => 0 < denote e a | Nonzero a => denote e a <> 0 | _ => True end.
Proof.
induction items as [|j items IH]; intros H i K; [destruct K|]. destruct K as [->|K].
- destruct i; cbn in H; tauto.
- apply IH; [|exact K]. destruct j; cbn in H; tauto.
Qed.
Lemma even_ok n : even n = true -> 0 < l n.
Proof.
destruct n as [k|k|]; try discriminate. intros _. unfold l, atom. set (i := nth _ all _).
destruct (nth_in_or_default (pred (Pos.to_nat k)) all (Positive (Num 0))) as [M|M]; fold i in M.
- pose proof (hold_each all holds i M) as P. destruct i; cbn; try lra. destruct f; cbn; try lra; [apply exp_pos|apply sigma_pos].
- rewrite M. cbn. lra.
Qed.
Definition fine (s : state) : Prop := good l even (fun _ => e) 0 (tab s) /\ List.Forall (fun p => 0 < pval l p) (known s) /\ List.Forall (fun p => pval l p <> 0) (apart s).
Lemma fwd'_ok s a r : fine s -> fwd' s a = Some r -> denote e a = rval l r /\ nz l r.
Proof.
intros (G & K & A) H. unfold fwd' in H. destruct (fwd _ _ _ _ a _) as [[v d]|] eqn:F; [|discriminate]. injection H as <-.
pose proof (fwd_ok l even even_ok _ K _ A a (fun _ => e) 0 (tab s) v d false (fun _ => ex_intro _ e (fun _ => eq_refl)) G F) as Q.
split; [apply (fact_value l _ _ _ _ Q)|apply Q].
Qed.
Lemma number_ok i k : nth (pred (Pos.to_nat k)) all (Positive (Num 0)) = i -> l (number i k) = item_value e i.
Proof. intro H. unfold l, number, atom. destruct (kind i) eqn:K; rewrite H; [rewrite K|]; reflexivity. Qed.
Lemma add_item_ok s i k : fine s -> In i all -> nth (pred (Pos.to_nat k)) all (Positive (Num 0)) = i -> fine (add_item s i k).
Proof.
intros F M N. pose proof (hold_each all holds i M) as P. pose proof (number_ok i k N) as V.
assert (W : forall n ix r, e n ix = rval l r /\ nz l r -> fine (State (Val n ix r None :: tab s) (known s) (apart s))).
{ intros n ix r Q. destruct F as ([G H] & K & A). split; [|split; assumption]. split; [|apply val_ok, H].
  intros s' ix' r' d' L. cbn [look tab] in L. destruct (Pos.eqb_spec s' n) as [->|]; [|apply (G _ _ _ _ L)]. destruct (same ix' ix) eqn:E; [|apply (G _ _ _ _ L)].
  injection L as <- <-. apply same_eq in E. subst. split; [apply Q|]. intro. apply Q. }
destruct i; cbn [add_item].
- destruct (look (tab s) s0 ix); [exact F|]. apply W. split; [rewrite (proj1 (ratom1 l (number (Free s0 ix) k))); symmetry; exact V|apply ratom1].
- destruct (look (tab s) s0 ix); [exact F|]. apply W. split; [rewrite (proj1 (ratom1 l (number (Above s0 ix) k))); symmetry; exact V|apply ratom1].
- destruct (look (tab s) s0 ix); [exact F|]. destruct (fwd' s a) as [r|] eqn:E; [|exact F]. apply W. rewrite P. apply fwd'_ok with (1 := F), E.
- destruct (fwd' s a) as [v|] eqn:E; [|exact F]. destruct (value even (known s) (tab s) f v) eqn:U; [exact F|]. destruct (fwd'_ok s a v F E) as [Q O].
  destruct F as ((G & H & X) & K & A). split; [|split; assumption]. split; [exact G|split; [|
    intros n r L; cbn [exponent tab] in L; destruct f; try (apply X, L); destruct (Pos.eqb_spec n (number (Call Exp a) k)) as [->|];
      [injection L as <-; split; [rewrite V; cbn [item_value apply]; rewrite Q; reflexivity|exact O]|apply X, L]]].
  intros g w n O' L. cbn [call tab] in L. destruct (fn_eqb g f && req even w v) eqn:B; [|apply (H g w n O' L)].
  injection L as <-. apply andb_prop in B. destruct B as [B C]. assert (g = f) by (destruct g, f; try discriminate; reflexivity). subst g.
  rewrite V. cbn [item_value]. rewrite (req_ok l even even_ok w v O' O C), Q. reflexivity.
- destruct (fwd' s a) as [[p [|]]|] eqn:E; try exact F. destruct (fwd'_ok s a _ F E) as [Q O]. destruct F as (G & K & A). split; [exact G|split; [|exact A]].
  constructor; [|exact K]. rewrite Q in P. unfold rval in P. cbn in P. lra.
- destruct (fwd' s a) as [[p f]|] eqn:E; try exact F. destruct (fwd'_ok s a _ F E) as [Q O]. destruct F as (G & K & A). split; [exact G|split; [exact K|]].
  constructor; [|exact A]. intro Z. apply P. rewrite Q. unfold rval. cbn. rewrite Z. ring.
Qed.
Lemma build_ok : forall items s k, (exists before, all = before ++ items /\ length before = pred (Pos.to_nat k)) -> fine s -> fine (build s items k).
Proof.
induction items as [|i items IH]; intros s k [before [E L]] F; [exact F|]. cbn [build]. apply IH.
- exists (before ++ [i]). split; [rewrite <- app_assoc; exact E|]. rewrite app_length. cbn. lia.
- apply add_item_ok; [exact F|rewrite E; apply in_elt|]. rewrite E, <- L. apply nth_middle.
Qed.
End Sound.

Definition start (items : list item) : state := build (State [] [] []) items 1.
Definition agree (s : state) (l r : ex) : bool := match fwd' s l, fwd' s r with Some v, Some w => req even v w | _, _ => false end.
Theorem sound e items : hold e items -> forall l r, agree (start items) l r = true -> denote e l = denote e r /\ exist e l /\ exist e r.
Proof.
intros H l r K. unfold agree in K. set (s := start _) in K.
assert (F : fine e items s).
{ apply build_ok; [exact H|exists []; split; reflexivity|]. split; [|split; constructor]. split; [intros ? ? ? ? L|split; [intros ? ? ? ? L|intros ? ? L]]; discriminate L. }
destruct (fwd' s l) as [v|] eqn:A; [|discriminate]. destruct (fwd' s r) as [w|] eqn:B; [|discriminate].
destruct (fwd'_ok e _ H s _ v F A) as [V N]. destruct (fwd'_ok e _ H s _ w F B) as [W M]. split; [rewrite V, W; apply (req_ok _ even (even_ok e _ H)); assumption|].
destruct F as (G & X & Y). unfold fwd' in A, B.
destruct (fwd _ _ _ _ l _) as [[v' d]|] eqn:C; [|discriminate]. destruct (fwd _ _ _ _ r _) as [[w' d']|] eqn:D; [|discriminate].
split; [apply (exist_ok _ _ (even_ok e _ H) _ X _ Y _ e _ _ _ G C)|apply (exist_ok _ _ (even_ok e _ H) _ X _ Y _ e _ _ _ G D)].
Qed.

(* The two sides differ. *)
Definition differ (s : state) (l r : ex) : bool :=
  match fwd' s l, fwd' s r with Some v, Some w => rnz even (known s) (apart s) (rsub even v w) | _, _ => false end.
Theorem differ_ok e items : hold e items -> forall l r, differ (start items) l r = true -> denote e l <> denote e r.
Proof.
intros H l r K. unfold differ in K. set (s := start _) in K.
assert (F : fine e items s).
{ apply build_ok; [exact H|exists []; split; reflexivity|]. split; [|split; constructor]. split; [intros ? ? ? ? L|split; [intros ? ? ? ? L|intros ? ? L]]; discriminate L. }
destruct (fwd' s l) as [v|] eqn:A; [|discriminate]. destruct (fwd' s r) as [w|] eqn:B; [|discriminate].
destruct (fwd'_ok e _ H s _ v F A) as [V N]. destruct (fwd'_ok e _ H s _ w F B) as [W M].
pose proof (even_ok e _ H) as P. destruct F as (G & X & Y). destruct (rsub_ok _ even P v w N M) as [S T]. rewrite V, W. intro Z.
apply (rnz_ok _ even P _ X _ Y _ T K). rewrite S, Z. ring.
Qed.

(* Indices. *)
Fixpoint each_from (a : Z) (n : nat) (f : Z -> bool) : bool := match n with O => true | S m => f a && each_from (a + 1)%Z m f end.
Definition each (a b : Z) (f : Z -> bool) : bool := each_from a (Z.to_nat (b - a + 1)) f.
Lemma each_ok a b f : each a b f = true -> forall i, (a <= i <= b)%Z -> f i = true.
Proof.
unfold each. intros H i R. assert (K : (a <= i < a + Z.of_nat (Z.to_nat (b - a + 1)))%Z) by lia. revert K H. generalize (Z.to_nat (b - a + 1)). clear R.
intro n. revert a. induction n as [|n IH]; intros a K H; [lia|]. cbn in H. apply andb_prop in H. destruct H as [H L].
destruct (Z.eq_dec i a) as [->|]; [exact H|]. apply (IH (a + 1)%Z); [lia|exact L].
Qed.

(* What a claim is about, found by walking over it; nothing depends on its being complete. *)
Fixpoint put (s : positive) (u : ex) (a : ex) : ex :=
  match a with
  | At s' [] => if Pos.eqb s' s then u else a
  | Add a b => Add (put s u a) (put s u b) | Sub a b => Sub (put s u a) (put s u b) | Mul a b => Mul (put s u a) (put s u b)
  | Div a b => Div (put s u a) (put s u b) | Opp a => Opp (put s u a) | Pow a n => Pow (put s u a) n | Fn f a => Fn f (put s u a)
  | Relu a => Relu (put s u a) | Ite c a b => Ite c (put s u a) (put s u b) | IfPos z a b => IfPos (put s u z) (put s u a) (put s u b) | _ => a
  end.
Definition fn_same (f g : fn) : bool := match f, g with Exp, Exp | Ln, Ln | Sigma, Sigma | Tanh, Tanh | Step, Step => true | _, _ => false end.
Fixpoint ex_same (a b : ex) : bool :=
  match a, b with
  | Num n, Num m => Z.eqb n m
  | At s ix, At s' ix' => Pos.eqb s s' && same ix ix'
  | Add a a', Add b b' | Sub a a', Sub b b' | Mul a a', Mul b b' | Div a a', Div b b' => if ex_same a b then ex_same a' b' else false
  | Opp a, Opp b | Relu a, Relu b => ex_same a b
  | Pow a n, Pow b m => if Nat.eqb n m then ex_same a b else false
  | Fn f a, Fn g b => if fn_same f g then ex_same a b else false
  | _, _ => false
  end.
Fixpoint has_entry (s : positive) (ix : list Z) (found : list item) : bool :=
  match found with
  | [] => false
  | (Free s' ix' | Above s' ix' | Node s' ix' _) :: r => if Pos.eqb s s' && same ix ix' then true else has_entry s ix r
  | _ :: r => has_entry s ix r
  end.
Fixpoint has_call (f : fn) (a : ex) (found : list item) : bool :=
  match found with
  | [] => false
  | Call g b :: r => if fn_same f g then if ex_same a b then true else has_call f a r else has_call f a r
  | _ :: r => has_call f a r
  end.
Fixpoint find (n : nat) (def : positive -> list Z -> option ex) (a : ex) (found : list item) : list item :=
  match n with O => found | S n =>
  match a with
  | Num _ => found
  | At s ix => if has_entry s ix found then found else match def s ix with Some b => Node s ix b :: find n def b found | None => Free s ix :: found end
  | Add a b | Sub a b | Mul a b | Div a b => find n def b (find n def a found)
  | Opp a | Pow a _ => find n def a found
  | Fn f a => if has_call f a found then found else Call f a :: find n def a found
  | Relu a => if has_call Step a found then found else Call Step a :: find n def a found
  | Ite c a b => if c then find n def a found else find n def b found
  | IfPos z a b => find n def b (find n def a (Call Step z :: find n def z found))
  | Let _ f at_ a => find n def a (fold_left (fun found ix => find n def (f ix) found) at_ found)
  | Der a s ix => find n def a (find n def (At s ix) found)
  | Prime body s a => find n def (put s a body) found
  end end.
Lemma find_ok e def (D : forall s ix a, def s ix = Some a -> e s ix = denote e a) n : forall a found, hold e found -> hold e (find n def a found).
Proof.
induction n as [|n IH]; intros a found F; [exact F|]. destruct a; cbn [find].
- exact F.
- destruct (has_entry s ix found); [exact F|]. destruct (def s ix) eqn:E; [|exact F]. cbn [hold]. split; [apply D, E|exact (IH _ _ F)].
- exact (IH _ _ (IH _ _ F)).
- exact (IH _ _ (IH _ _ F)).
- exact (IH _ _ F).
- exact (IH _ _ (IH _ _ F)).
- exact (IH _ _ (IH _ _ F)).
- exact (IH _ _ F).
- destruct (has_call f a found); [exact F|]. exact (IH _ _ F).
- destruct (has_call Step a found); [exact F|]. exact (IH _ _ F).
- destruct c; exact (IH _ _ F).
- apply (IH a3), (IH a2). exact (IH a1 found F).
- apply (IH a). revert found F. induction at_ as [|ix at_ IHl]; intros found F; [exact F|]. cbn [fold_left]. apply IHl. exact (IH _ _ F).
- exact (IH _ _ (IH _ _ F)).
- exact (IH _ _ F).
Qed.
Lemma hold_app e a b : hold e a -> hold e b -> hold e (a ++ b).
Proof. induction a as [|i a IH]; intros A B; [exact B|]. destruct i; cbn in *; tauto. Qed.
Lemma hold_rev e a : hold e a -> hold e (rev a).
Proof. induction a as [|i a IH]; intro A; [exact I|]. cbn [rev]. apply hold_app; [destruct i; cbn in A; apply IH; tauto|destruct i; cbn in *; tauto]. Qed.
(* A claim with all that it is about, after what is assumed. *)
Definition subject (i : item) : ex := match i with Free s ix | Above s ix => At s ix | Node _ _ a | Call _ a | Positive a | Nonzero a => a end.
Definition fuel := 100%nat.
Definition prepare (def : positive -> list Z -> option ex) (i : item) : list item :=
  match i with Free _ _ | Above _ _ => [i] | Node _ _ a | Call _ a | Positive a | Nonzero a => rev (find fuel def a []) ++ [i] end.
Definition gather (def : positive -> list Z -> option ex) (l : list ex) : list item := rev (fold_left (fun found a => find fuel def a found) l []).
Definition items_of (def : positive -> list Z -> option ex) (given : list item) (l : list ex) : list item := flat_map (prepare def) given ++ gather def l.
Lemma gather_ok e def (D : forall s ix a, def s ix = Some a -> e s ix = denote e a) n l : forall found, hold e found -> hold e (fold_left (fun found a => find n def a found) l found).
Proof. induction l as [|a l IH]; intros found F; [exact F|]. exact (IH _ (find_ok e def D n a found F)). Qed.
Lemma prepare_ok e def (D : forall s ix a, def s ix = Some a -> e s ix = denote e a) n a i : hold e [i] -> hold e (rev (find n def a []) ++ [i]).
Proof. intro H. apply hold_app; [|exact H]. apply hold_rev. exact (find_ok e def D n a [] I). Qed.
Lemma hold_items e def (D : forall s ix a, def s ix = Some a -> e s ix = denote e a) given l : hold e given -> hold e (items_of def given l).
Proof.
intros A. apply hold_app.
- induction given as [|i given IH]; [exact I|]. cbn [flat_map]. apply hold_app; [|apply IH; destruct i; cbn in A; tauto].
  assert (H : hold e [i]) by (destruct i; cbn in *; tauto). destruct i; [exact H|exact H|exact (prepare_ok e def D _ _ _ H)..].
- exact (hold_rev e _ (gather_ok e def D _ l [] I)).
Qed.
Definition Softplus (a : ex) : ex := Fn Ln (Add (Num 1) (Fn Exp a)).
Definition Absolute (a : ex) : ex := IfPos a a (Opp a).
Definition Larger (a b : ex) : ex := IfPos (Sub a b) a b.
Definition Smaller (a b : ex) : ex := IfPos (Sub a b) b a.

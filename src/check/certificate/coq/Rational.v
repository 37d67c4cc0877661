(* Rational.v: rational functions of atoms as data, and their arithmetic. *)
Require Import Reals Lra Lia ZArith QArith Qreals List Bool.
From Backproof Require Import Formula.
Import ListNotations.
Open Scope R_scope.

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

End Values.

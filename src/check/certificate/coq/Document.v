(* Document.v: what a document written out as Coq consists of: symbols, lines, and the one proof that all lines have. *)
Require Import Reals ZArith List Bool Lia Lra FunctionalExtensionality. From Coquelicot Require Import Coquelicot.
From Backproof Require Import Formula Rational Slopes Claims.
Import ListNotations.
Open Scope R_scope.

(* ---------------------------------------------------------------- how it is written *)
Notation "'Σ' i '=' a 'to' b , e" := (sum a b (fun i : Z => e)) (at level 45, i name, a, b at level 30, e at level 44).
Notation "'all' i '=' a 'to' b , P" := (forall i : Z, (a <= i <= b)%Z -> P) (at level 200, i name, a at level 30, b at level 30, P at level 200).
Notation "f .[ i ]" := (f (i)%Z) (at level 2, left associativity, only parsing).
Notation "f .[ i , j ]" := (f (i)%Z (j)%Z) (at level 2, left associativity, only parsing).
Notation "f .[ i , j , k ]" := (f (i)%Z (j)%Z (k)%Z) (at level 2, left associativity, only parsing).
Notation "f .[ i , j , k , l ]" := (f (i)%Z (j)%Z (k)%Z (l)%Z) (at level 2, left associativity, only parsing).
Notation "f .[ i , j , k , l , m ]" := (f (i)%Z (j)%Z (k)%Z (l)%Z (m)%Z) (at level 2, left associativity, only parsing).

(* ---------------------------------------------------------------- the logistic function written out *)
Fixpoint expand (a : ex) : ex :=
  match a with
  | Num _ | At _ _ => a
  | Add a b => Add (expand a) (expand b) | Sub a b => Sub (expand a) (expand b)
  | Opp a => Opp (expand a) | Mul a b => Mul (expand a) (expand b) | Div a b => Div (expand a) (expand b)
  | Pow a n => Pow (expand a) n
  | Fn Sigma a => Div (Num 1) (Add (Num 1) (Fn Exp (Opp (expand a))))
  | Fn Tanh a => let b := expand a in Div (Sub (Fn Exp b) (Fn Exp (Opp b))) (Add (Fn Exp b) (Fn Exp (Opp b)))
  | Fn f a => Fn f (expand a)
  | Relu a => Relu (expand a)
  | Ite c a b => Ite c (expand a) (expand b)
  | IfPos z a b => IfPos (expand z) (expand a) (expand b)
  | Let s f at_ a => Let s (fun ix => expand (f ix)) at_ (expand a)
  | Der a s ix => Der (expand a) s ix
  | Prime b s a => Prime (expand b) s (expand a)
  end.
Lemma tanh_exp x : (exp x - exp (- x)) / (exp x + exp (- x)) = tanh x.
Proof. unfold tanh, sinh, cosh. pose proof (exp_pos x). pose proof (exp_pos (- x)). field. lra. Qed.
Lemma expand_ok a : forall e, denote e (expand a) = denote e a.
Proof.
induction a; intro e; cbn [expand denote]; try reflexivity; try (rewrite IHa; reflexivity); try (rewrite IHa1, IHa2; reflexivity).
- destruct f; cbn zeta; cbn [denote apply]; rewrite IHa; try reflexivity. apply tanh_exp.
- rewrite IHa1, IHa2, IHa3. reflexivity.
- rewrite IHa. f_equal. unfold set. apply functional_extensionality. intro s'. apply functional_extensionality. intro ix.
  destruct (Pos.eqb s' s); [apply H|reflexivity].
- apply Derive_ext. intro. apply IHa.
- rewrite IHa2. apply Derive_ext. intro. apply IHa1.
Qed.
Lemma expand_exist a : forall e, exist e (expand a) -> exist e a.
Proof.
induction a; intro e; cbn [expand exist]; try tauto; try apply IHa; try (intros [A B]; split; [apply IHa1, A|apply IHa2, B]).
- destruct f; cbn [exist]; intro K; apply IHa; tauto.
- destruct c; [apply IHa1|apply IHa2].
- intros (A & B & C). split; [apply IHa1, A|split; [apply IHa2, B|apply IHa3, C]].
- apply ex_derive_ext. intro. apply expand_ok.
- intros [A B]. split; [apply IHa2, A|]. rewrite expand_ok in B. revert B. apply ex_derive_ext. intro. apply expand_ok.
Qed.
Definition expand_item (i : item) : item :=
  match i with Node s ix a => Node s ix (expand a) | Call f a => Call f (expand a) | Positive a => Positive (expand a) | Nonzero a => Nonzero (expand a) | _ => i end.
Lemma expand_hold e items : hold e items -> hold e (map expand_item items).
Proof. induction items as [|i items IH]; intro H; [exact I|]. destruct i; cbn in *; try rewrite expand_ok; tauto. Qed.
Definition expand_def (def : positive -> list Z -> option ex) s ix := option_map expand (def s ix).
(* A line holds by what is known of its section or, if need be, with the logistic function written out. *)
Definition agrees def given (s : state) l r : bool :=
  if agree s l r then true else agree (start (items_of (expand_def def) (map expand_item given) [expand l; expand r])) (expand l) (expand r).
Theorem agreed e def (D : forall s ix a, def s ix = Some a -> e s ix = denote e a) given about s :
  start (items_of def given about) = s -> hold e given -> forall l r, agrees def given s l r = true -> denote e l = denote e r /\ exist e l.
Proof.
intros S H l r C. unfold agrees in C. destruct (agree s l r) eqn:E.
- rewrite <- S in E. destruct (sound e _ (hold_items e def D given about H) l r E) as (A & B & _). split; assumption.
- assert (D' : forall s ix a, expand_def def s ix = Some a -> e s ix = denote e a).
  { intros s' ix a K. unfold expand_def in K. destruct (def s' ix) as [b|] eqn:B; [|discriminate]. cbn in K. injection K as <-. rewrite expand_ok. apply D, B. }
  destruct (sound e _ (hold_items e _ D' _ _ (expand_hold e given H)) _ _ C) as (A & B & _). rewrite !expand_ok in A. split; [exact A|apply expand_exist, B].
Qed.
(* Two sides differ, as they are or with the logistic function written out. *)
Definition differs def given (about : list ex) l r : bool :=
  if differ (start (items_of def given about)) l r then true
  else differ (start (items_of (expand_def def) (map expand_item given) (map expand about))) (expand l) (expand r).
Theorem differed e def (D : forall s ix a, def s ix = Some a -> e s ix = denote e a) given about :
  hold e given -> forall l r, differs def given about l r = true -> denote e l <> denote e r.
Proof.
intros H l r C. unfold differs in C. destruct (differ (start (items_of def given about)) l r) eqn:E.
- exact (differ_ok e _ (hold_items e def D given about H) l r E).
- assert (D' : forall s ix a, expand_def def s ix = Some a -> e s ix = denote e a).
  { intros s' ix' a K. unfold expand_def in K. destruct (def s' ix') as [b|] eqn:B; [|discriminate]. cbn in K. injection K as <-. rewrite expand_ok. apply D, B. }
  intro Q. apply (differ_ok e _ (hold_items e _ D' _ _ (expand_hold e given H)) _ _ C). rewrite !expand_ok. exact Q.
Qed.
(* Agreement with a state of its own. *)
Definition agrees_alone def given l r : bool := agrees def given (start (items_of def given [l; r])) l r.
Theorem agreed_alone e def (D : forall s ix a, def s ix = Some a -> e s ix = denote e a) given l r :
  hold e given -> agrees_alone def given l r = true -> denote e l = denote e r /\ exist e l.
Proof. intros H C. exact (agreed e def D given [l; r] _ eq_refl H l r C). Qed.

(* ---------------------------------------------------------------- symbols *)
Record named := Named { val : list Z -> R; body : list Z -> option ex }.
Fixpoint entry (l : list named) (s : positive) : named :=
  match l with [] => Named (fun _ => 0) (fun _ => None) | n :: r => match s with xH => n | _ => entry r (Pos.pred s) end end.
Definition env_of (l : list named) : env := fun s ix => val (entry l s) ix.
Definition def_of (l : list named) (s : positive) (ix : list Z) : option ex := body (entry l s) ix.
Definition named_ok (e : env) (n : named) : Prop := forall ix a, body n ix = Some a -> val n ix = denote e a.
Fixpoint all_ok (e : env) (l : list named) : Prop := match l with [] => True | n :: r => named_ok e n /\ all_ok e r end.
Lemma def_ok e l : all_ok e l -> forall s ix a, def_of l s ix = Some a -> env_of l s ix = denote e a.
Proof.
unfold def_of, env_of. induction l as [|n l IH]; intros H s ix a K; [discriminate|]. destruct H as [H R].
destruct s; cbn [entry] in *; [apply (IH R), K|apply (IH R), K|apply H, K].
Qed.
Definition a0 (f : R) (ix : list Z) : R := match ix with [] => f | _ => 0 end.
Definition a1 (f : Z -> R) (ix : list Z) : R := match ix with [i] => f i | _ => 0 end.
Definition a2 (f : Z -> Z -> R) (ix : list Z) : R := match ix with [i; j] => f i j | _ => 0 end.
Definition a3 (f : Z -> Z -> Z -> R) (ix : list Z) : R := match ix with [i; j; k] => f i j k | _ => 0 end.
Definition a4 (f : Z -> Z -> Z -> Z -> R) (ix : list Z) : R := match ix with [i; j; k; l] => f i j k l | _ => 0 end.
Definition a5 (f : Z -> Z -> Z -> Z -> Z -> R) (ix : list Z) : R := match ix with [i; j; k; l; m] => f i j k l m | _ => 0 end.
Definition b0 (f : ex) (ix : list Z) := match ix with [] => Some f | _ => None end.
Definition b1 (f : Z -> ex) (ix : list Z) := match ix with [i] => Some (f i) | _ => None end.
Definition b2 (f : Z -> Z -> ex) (ix : list Z) := match ix with [i; j] => Some (f i j) | _ => None end.
Definition b3 (f : Z -> Z -> Z -> ex) (ix : list Z) := match ix with [i; j; k] => Some (f i j k) | _ => None end.
Definition b4 (f : Z -> Z -> Z -> Z -> ex) (ix : list Z) := match ix with [i; j; k; l] => Some (f i j k l) | _ => None end.
Definition b5 (f : Z -> Z -> Z -> Z -> Z -> ex) (ix : list Z) := match ix with [i; j; k; l; m] => Some (f i j k l m) | _ => None end.
Definition free (v : list Z -> R) : named := Named v (fun _ => None).
Lemma free_ok e v : named_ok e (free v). Proof. intros ix a H. discriminate. Qed.
Lemma node0_ok e f g : f = denote e g -> named_ok e (Named (a0 f) (b0 g)).
Proof. intros H [|] a K; cbn in K; try discriminate. injection K as <-. apply H. Qed.
Lemma node1_ok e f g : (forall i, f i = denote e (g i)) -> named_ok e (Named (a1 f) (b1 g)).
Proof. intros H [|i [|]] a K; cbn in K; try discriminate. injection K as <-. apply H. Qed.
Lemma node2_ok e f g : (forall i j, f i j = denote e (g i j)) -> named_ok e (Named (a2 f) (b2 g)).
Proof. intros H [|i [|j [|]]] a K; cbn in K; try discriminate. injection K as <-. apply H. Qed.
Lemma node3_ok e f g : (forall i j k, f i j k = denote e (g i j k)) -> named_ok e (Named (a3 f) (b3 g)).
Proof. intros H [|i [|j [|k [|]]]] a K; cbn in K; try discriminate. injection K as <-. apply H. Qed.
Lemma node4_ok e f g : (forall i j k l, f i j k l = denote e (g i j k l)) -> named_ok e (Named (a4 f) (b4 g)).
Proof. intros H [|i [|j [|k [|l [|]]]]] a K; cbn in K; try discriminate. injection K as <-. apply H. Qed.
Lemma node5_ok e f g : (forall i j k l m, f i j k l m = denote e (g i j k l m)) -> named_ok e (Named (a5 f) (b5 g)).
Proof. intros H [|i [|j [|k [|l [|m [|]]]]]] a K; cbn in K; try discriminate. injection K as <-. apply H. Qed.
Fixpoint range_from (a : Z) (n : nat) : list Z := match n with O => [] | S m => a :: range_from (a + 1)%Z m end.
Definition range (a b : Z) : list Z := range_from a (Z.to_nat (b - a + 1)).
Definition c0 (f : ex) (ix : list Z) : ex := match ix with [] => f | _ => Num 0 end.
Definition c1 (f : Z -> ex) (ix : list Z) : ex := match ix with [i] => f i | _ => Num 0 end.
Definition c2 (f : Z -> Z -> ex) (ix : list Z) : ex := match ix with [i; j] => f i j | _ => Num 0 end.
Definition c3 (f : Z -> Z -> Z -> ex) (ix : list Z) : ex := match ix with [i; j; k] => f i j k | _ => Num 0 end.
Definition c4 (f : Z -> Z -> Z -> Z -> ex) (ix : list Z) : ex := match ix with [i; j; k; l] => f i j k l | _ => Num 0 end.
Definition val0 (e : env) (a : ex) : R := denote e a.
Definition val1 (e : env) (f : Z -> ex) : Z -> R := fun i => denote e (f i).
Definition val2 (e : env) (f : Z -> Z -> ex) : Z -> Z -> R := fun i j => denote e (f i j).
Definition val3 (e : env) (f : Z -> Z -> Z -> ex) : Z -> Z -> Z -> R := fun i j k => denote e (f i j k).
Definition val4 (e : env) (f : Z -> Z -> Z -> Z -> ex) : Z -> Z -> Z -> Z -> R := fun i j k l => denote e (f i j k l).
Lemma slope_same f g x : (forall t, f t = g t) -> Derive f x = Derive g x.
Proof. intro H. apply Derive_ext. exact H. Qed.

(* ---------------------------------------------------------------- indices and assumptions *)
Lemma impl_ok a b : implb a b = true -> a = true -> b = true.
Proof. destruct a, b; cbn; intros; congruence. Qed.
Lemma inside a b i : ((a <=? i)%Z && (i <=? b)%Z)%bool = true -> (a <= i <= b)%Z.
Proof. intro H. apply andb_prop in H. destruct H as [A B]. apply Z.leb_le in A, B. lia. Qed.
Lemma sum_last n : forall a f, sum_from a (S n) f = match n with O => f a | _ => sum_from a n f + f (a + Z.of_nat n)%Z end.
Proof.
induction n as [|n IH]; intros a f; [reflexivity|].
change (f a + sum_from (a + 1) (S n) f = sum_from a (S n) f + f (a + Z.of_nat (S n))%Z). rewrite IH. destruct n as [|n].
- replace (a + 1 + 0)%Z with (a + 1)%Z by lia. cbn. reflexivity.
- change (sum_from a (S (S n)) f) with (f a + sum_from (a + 1) (S n) f). replace (a + 1 + Z.of_nat (S n))%Z with (a + Z.of_nat (S (S n)))%Z by lia. ring.
Qed.
Lemma last_of a b f : (a <? b)%Z = true -> sum a b f = 1 -> f b = 1 - sum a (b - 1) f.
Proof.
intros H S. apply Z.ltb_lt in H. unfold sum in *. replace (b - 1 - a + 1)%Z with (b - a)%Z by lia.
assert (E : exists n, Z.to_nat (b - a) = Datatypes.S n) by (exists (pred (Z.to_nat (b - a))); lia). destruct E as [n E].
replace (Z.to_nat (b - a + 1)) with (Datatypes.S (Datatypes.S n)) in S by lia. rewrite sum_last in S. rewrite E.
replace (a + Z.of_nat (Datatypes.S n))%Z with b in S by lia. lra.
Qed.

Lemma ex_derive_same (f g : R -> R) x : (forall t, f t = g t) -> ex_derive f x -> ex_derive g x.
Proof. intros H D. exact (ex_derive_ext f g x H D). Qed.

(* ---------------------------------------------------------------- points at which a wrong line fails *)
Definition picked (mode : Z) (ix : list Z) : ex :=
  match mode, ix with
  | 0, _ => Num 0 | 1, _ => Num 1
  | 2, [] => Num 3 | 2, i :: _ => Num (i + 1)
  | 3, _ :: j :: _ => Num (j + 1)
  | 4, [] => Div (Num 1) (Num 2) | 4, _ => Div (Num 1) (Num (fold_right Z.add 2 ix))
  | _, _ => Ite (last ix 0 =? mode - 10) (Num 1) (Num 0)
  end%Z.
Fixpoint modes (l : list (positive * Z)) (s : positive) : Z := match l with [] => 1%Z | (n, m) :: r => if Pos.eqb n s then m else modes r s end.
(* The first of these points at which f finds something. *)
Fixpoint search (f : (positive -> Z) -> list (list Z)) (points : list (list (positive * Z))) : option (list (positive * Z) * list Z) :=
  match points with [] => None | p :: r => match f (modes p) with ix :: _ => Some (p, ix) | [] => search f r end end.

(* When Coq compares terms, the check itself is unfolded last: it has been run by then. *)
Strategy opaque [each agrees start items_of differ differs].

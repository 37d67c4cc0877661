(* Claims.v: a claim is checked by computation: what it is about, what is taken for granted, and that its sides agree or differ. *)
Require Import Reals Lra Lia ZArith QArith Qreals List Bool. From Coquelicot Require Import Coquelicot.
From Backproof Require Import Formula Rational Slopes.
Import ListNotations.
Open Scope R_scope.

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

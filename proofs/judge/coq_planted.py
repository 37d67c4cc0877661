"""coq_planted: proofs of falsehoods that the judge must refuse, and right proofs that it must accept.

Each is judged as a goal of WP's is. Those that are accepted, and those that are refused for another reason than
the one that is stated with them, are faults of the judge.
"""
import os
import re
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import coq_check
import coq_goal
import coq_proof
import coq_theory
from coq_goal import Refused

FALSE = "(0%R = 1%R)"
HEAD = """Require Import BuiltIn.
Require real.Real.

Axiom planted : (0%R = 1%R).

Axiom Q_planted : (0%R = 1%R).

Axiom Q_lemma : (0%R = 1%R).

Parameter region : Numbers.BinNums.Z -> Numbers.BinNums.Z.

Parameter empty : (0%R = 1%R).
"""
TAIL = "\n(* Why3 goal *)\nTheorem wp_goal : {}.\nProof.\n\nQed.\n"
REAL, INTEGER = "Reals.Rdefinitions.R", "Numbers.BinNums.Z"
# Definitions by cases of which nothing can be a case, or which speak of themselves.
TURNS = f"""
Parameter L_turns : {INTEGER} -> {INTEGER}.

Axiom L_turns'def : forall (n:{INTEGER}),
  ((n = 41%Z) -> ((L_turns n) = ((L_turns n) + 1%Z)%Z)) /\\ (~ (n = 41%Z) -> ((L_turns n) = 0%Z)).
"""
BOTH = f"""
Parameter L_both : {INTEGER} -> {INTEGER}.

Axiom L_both'def : forall (n:{INTEGER}), ((n = n) -> ((L_both n) = 0%Z)) /\\ ((n = n) -> ((L_both n) = 1%Z)).
"""
LOOSE = f"""
Parameter L_loose : {INTEGER} -> {INTEGER}.

Axiom L_loose'def : forall (n:{INTEGER}), ((n = 0%Z) -> ((L_loose n) = 0%Z)).
"""
STEP = f"""
Parameter L_step : {INTEGER} -> {REAL} -> {REAL}.

Axiom L_step'def : forall (k:{INTEGER}) (x:{REAL}),
  ((k = 0%Z) -> ((L_step k x) = (x + 1%R)%R)) /\\ (~ (k = 0%Z) -> ((L_step k x) = x)).
"""
AGAIN = f"Theorem wp_goal : {FALSE}. Proof."
TRUE = "Lemma wp_goal : True. Proof. exact I. Qed."
SHARED = "Ltac instance := fail.\n"  # what the tactics beside each script speak of
HOSTILE = 'Require Import Reals.\nNotation "x = y" := True : type_scope. Notation "x < y" := True : R_scope.\n'
LEMMA = "(* goal: Axiom Q_lemma *)\nProof. Admitted.\n"


class Planted(NamedTuple):
    """A script for a goal: 0 = 1 unless stated; why: what the refusal says; more: what WP would declare before
    the theorem; hostile: the shared files say that x = y and x < y mean True."""
    what: str
    script: str
    why: str = ""
    stated: str = FALSE
    more: str = ""
    hostile: bool = False


NO_PROOF, OTHER, LEANS, CHANGED = "does not accept", "is not what WP states", "leans on", "changed what"
LOADS = "the script loads something"
NO_MEANING = "does not define what it speaks of"

FALSEHOODS = [
    Planted("nothing", "", NO_PROOF),
    Planted("Admitted", "Proof. Admitted.", LEANS),
    Planted("admit", "Proof. admit. Admitted.", LEANS),
    Planted("an axiom of WP", "Proof. exact planted. Qed.", NO_PROOF),
    Planted("a lemma without a proof", "Proof. exact Q_planted. Qed.", NO_PROOF),
    Planted("a lemma whose proof is Admitted", "Proof. exact Q_lemma. Qed.", LEANS),
    Planted("a shared file that changes what = means", "Proof. exact I. Qed.", OTHER, hostile=True),
    Planted("a shared file that changes what < means", "Proof. exact I. Qed.", OTHER, "(1%R < 0%R)%R", hostile=True),
    Planted("another theorem of that name", f"Abort. {TRUE}", OTHER),
    Planted("a comment sign in a string", 'Proof.\ntry fail 0 "(*". Abort. Lemma wp_goal : True. Proof. try fail 0 "*)".'
            " exact I. Qed.", f"{NO_PROOF}|{OTHER}"),
    Planted("a carriage return", "Proof.\nidtac.\rAbort.\rLemma wp_goal : True.\rProof.\rexact I. Qed.", OTHER),
    Planted("an axiom between comments", f"Abort. (* a *) Axiom x : {FALSE}. (* b *) {AGAIN} exact x. Qed.", LEANS),
    Planted("a context", f"Abort. Context (x : {FALSE}). {AGAIN} exact x. Qed.", LEANS),
    Planted("a variable", f"Abort. Variable x : {FALSE}. {AGAIN} exact x. Qed.", LEANS),
    Planted("an open section", f"Abort. Section S. Variable x : {FALSE}. {AGAIN} exact x. Qed.", NO_PROOF),
    Planted("a section that closes", f"Abort. Section S. Variable x : {FALSE}. {AGAIN} exact x. Qed. End S.", OTHER),
    Planted("unguarded recursion", f"Abort. #[bypass_check(guard)] Fixpoint x (n : nat) {{struct n}} : {FALSE} := x n."
            f" {AGAIN} exact (x 0). Qed.", LEANS),
    Planted("recursion with the guard switched off", "Abort. #[global] Unset Guard Checking."
            f" Fixpoint x (n : nat) {{struct n}} : {FALSE} := x n. {AGAIN} exact (x 0). Qed.", LEANS),
    Planted("an inductive type that is not positive", "Abort. #[bypass_check(positivity)] Inductive bad := B : (bad -> False) -> bad."
            " Definition f (b : bad) : False := match b with B g => g b end."
            f" {AGAIN} destruct (f (B f)). Qed.", LEANS),
    Planted("a type of all types", "Abort. Require Import Coq.Logic.Hurkens. #[global] Unset Universe Checking."
            f" {AGAIN} destruct (TypeNeqSmallType.paradox Type eq_refl). Qed.", LEANS),
    Planted("a notation in the script", f'Abort. Notation "x = y" := True : type_scope. {AGAIN} exact I. Qed.', OTHER),
    Planted("an axiom under an allowed name", f"Abort. Module ClassicalDedekindReals. Axiom sig_forall_dec : {FALSE}."
            f" End ClassicalDedekindReals. {AGAIN} exact ClassicalDedekindReals.sig_forall_dec. Qed.", LEANS),
    Planted("an axiom in a module type", f"Abort. Module Type T. Axiom x : {FALSE}. End T. Declare Module M : T."
            f" {AGAIN} exact M.x. Qed.", LEANS),
    Planted("an axiom through a functor", f"Abort. Module Type T. Axiom x : {FALSE}. End T. Module F (M : T). Definition y := M.x."
            f" End F. Declare Module M : T. Module N := F M. {AGAIN} exact N.y. Qed.", LEANS),
    Planted("an axiom under an open name", f"Abort. Module Theory. Axiom region : {FALSE}. End Theory. Export Theory."
            f" {AGAIN} exact Theory.region. Qed.", LEANS),
    Planted("a parameter of an empty type", "Proof. exact empty. Qed.", NO_MEANING),
    Planted("a message that says it is proved", 'Proof. idtac "Closed under the global context". Admitted.\n'
            "Print Assumptions wp_goal.", LEANS),
    Planted("an end before the end", f"Abort. {TRUE} Quit.", NO_PROOF),
    Planted("a plug-in", f'Abort. {TRUE} Declare (* a *) ML Module "./own:own.own".', LOADS),
    Planted("another file", f'Load "own". {TRUE}', LOADS),
    Planted("another place to look", f'Abort. Add Rec LoadPath "/" as Backproof. {TRUE}', LOADS),
    Planted("a theory written over", f'Abort. {TRUE} Print Universes "THEORY".', CHANGED),
    Planted("a meaning written over", f'Abort. {TRUE} Print Universes "MEANING".', CHANGED),
    Planted("a definition that speaks of itself", "Proof. destruct (L_turns'def 41%Z). lia. Qed.", NO_MEANING,
            "((L_turns 41%Z) = 7%Z)", TURNS),
    Planted("a definition with two values", "Proof. destruct (L_both'def 0%Z). lia. Qed.", NO_MEANING, "((L_both 0%Z) = 7%Z)", BOTH),
    Planted("a value where WP states none", "Proof. reflexivity. Qed.", NO_MEANING, "((L_loose 1%Z) = (L_loose 2%Z))", LOOSE),
    Planted("something of what is left open", "Proof. reflexivity. Qed.", NO_PROOF, "((region 1%Z) = 0%Z)"),
]
TRUTHS = [
    Planted("a right proof", "Proof. lra. Qed.", stated="(0%R < 1%R)%R"),
    Planted("a definition by cases", "Proof. destruct (L_step'def 0%Z 2%R) as [A _]. rewrite A; [lra|reflexivity]. Qed.",
            stated="((L_step 0%Z 2%R) = 3%R)", more=STEP),
    Planted("something about what is left open", "Proof. intros H. lia. Qed.",
            stated="((region 1%Z) = 0%Z) -> ((region 1%Z) <= 2%Z)%Z"),
]


def refusal(planted, library, folder):
    """Why the judge refuses, None if it accepts."""
    goal = coq_goal.parse(HEAD + planted.more + TAIL.format(planted.stated))
    script = planted.script.replace("MEANING", str(library / "shared" / "Meaning.vo"))
    try:
        if "THEORY" in script:
            name = coq_check.compile_theory(coq_theory.build(goal, coq_goal.words(script)), library)
            script = script.replace("THEORY", str(library / "theory" / (name.split(".")[-1] + ".vo")))
        coq_check.prove(goal, script, library, folder)
    except Refused as why:
        return str(why)
    return None


def one(work):
    """One planted proof, in a library of its own: some write over it."""
    planted, meaning, shared = work
    with TemporaryDirectory() as folder:
        library = Path(folder).resolve()
        for part in (*coq_check.FOLDERS, "lemmas"):
            (library / part).mkdir()
        for file, content in {**shared[planted.hostile], "Meaning.vo": meaning}.items():
            (library / "shared" / file).write_bytes(content)
        (library / "lemmas" / "planted.v").write_text(LEMMA)
        return refusal(planted, library, library / "lemmas")


def shared_files(library, text):
    """Shared files that are empty but for one of them, compiled: bytes by file name."""
    with TemporaryDirectory(dir=library) as folder:
        for name in coq_proof.SHARED:
            Path(folder, f"{name}.v").write_text(text if name == coq_proof.SHARED[-1] else "")
        built = Path(folder, "library")
        coq_check.build_library(built, Path(folder))
        return {f"{name}.vo": (built / "shared" / f"{name}.vo").read_bytes() for name in coq_proof.SHARED}


def run(library):
    """Judges all of them, in a library that build_library made; what went wrong, one line each."""
    meaning = (library / "shared" / "Meaning.vo").read_bytes()
    shared = {False: shared_files(library, SHARED), True: shared_files(library, HOSTILE + SHARED)}
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        answers = list(pool.map(one, [(planted, meaning, shared) for planted in FALSEHOODS + TRUTHS]))
    wrong = []
    for planted, answer in zip(FALSEHOODS + TRUTHS, answers):
        if planted in TRUTHS and answer is not None:
            wrong.append(f"the judge of Coq proofs refused what is right: {planted.what}: {answer}")
        elif planted in FALSEHOODS and answer is None:
            wrong.append(f"the judge of Coq proofs let this through: {planted.what}")
        elif planted in FALSEHOODS and not re.search(planted.why, answer):
            wrong.append(f"the judge of Coq proofs refused this for another reason: {planted.what}: {answer}")
    return wrong

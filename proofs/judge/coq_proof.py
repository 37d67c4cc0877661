"""coq_proof: chooses the script of proofs/coq/ that is tried on a goal and writes the file that holds it.

Nothing here is trusted. The file says again what is to be proved, brings the shared lemmas and a few tactics
and ends in the script; if it states something else, or leans on something, the check (coq_check) refuses it.
"""
import re
from pathlib import Path

from coq_goal import Refused, one_line, words

SCRIPTS = Path(__file__).resolve().parent.parent / "coq"
SHARED = ("calculus", "ieee", "softmax", "spread")
FIRST_LINE = re.compile(r"\(\* goal: (.*) \*\)")
ABOUT_DOUBLES = re.compile(r"(-> |forall )[^>]*(t'isFinite1|t'real1|P_Within|P_InUnit)[^>]*\. Proof")

MEMORY = """Lemma havoc_apart {{a:Type}} {{a_WT:WhyType a}} (m0 m1:addr -> a) p n q :
  separated q 1 p n -> havoc m0 m1 p n q = m1 q.
Proof. unfold havoc. destruct (separated_dec q 1 p n); [reflexivity|contradiction]. Qed.
Ltac numbers := repeat match goal with H : (_ <= _)%Z |- _ => revert H | H : (_ < _)%Z |- _ => revert H end;
  clear; intros; repeat match goal with a : addr |- _ => destruct a end;
  cbv beta iota zeta delta [separated base offset shift {shifts}] in *; lia.
Ltac apart := first [solve [numbers] | match goal with S : separated _ _ _ _ |- _ =>
  solve [revert S; numbers] end].
Ltac by_frame := first [lazymatch goal with |- ?x = ?x => reflexivity end | solve [instance] |
  lazymatch goal with |- context [havoc ?m0 ?m1 ?p ?n ?q] =>
    rewrite (havoc_apart m0 m1 p n q) by apart;
    repeat match goal with |- context [havoc m0 m1 p n ?r] => rewrite (havoc_apart m0 m1 p n r) by apart end;
    by_frame end]."""

DOUBLES = """Notation value := t'real1 (only parsing).
Ltac lets := intros; repeat match goal with x := _ |- _ => subst x end.
Ltac meaning := {literals}
  cbv beta iota zeta delta [{operations} {predicates} t1] in *;
  change Double.real with Backproof.ieee.real in *; change Double.is_finite with Backproof.ieee.finite in *;
  change Double.neg with Backproof.ieee.opp in *; change Double.lt with Backproof.ieee.below in *;
  change (Double.add BinarySingleNaN.mode_NE) with Backproof.ieee.plus in *;
  change (Double.sub BinarySingleNaN.mode_NE) with Backproof.ieee.minus in *;
  change (Double.mul BinarySingleNaN.mode_NE) with Backproof.ieee.times in *;
  change (Double.div BinarySingleNaN.mode_NE) with Backproof.ieee.over in *;
  repeat match goal with H : _ /\\ _ |- _ => destruct H end; Backproof.ieee.join.
Ltac doubles := lets; Backproof.ieee.entries; meaning.
Ltac equations := {equations}."""


def scripts(folder):
    """The scripts of a folder whose first line says for which goals they are: pairs (regular expression, file)."""
    found = []
    for path in sorted(folder.glob("*.v")):
        with path.open(encoding="utf-8") as file:
            match = FIRST_LINE.fullmatch(file.readline().rstrip("\n"))
        if match:
            found.append((re.compile(match[1]), path))
    return found


def fitting(known, kind, name, statement):
    line = f"{kind} {name} : {one_line(statement)}. Proof."
    return next((path for pattern, path in reversed(known) if pattern.search(line)), None)


def choose(goal):
    """The script for a goal: its own, or the one that fits all goals about operations on doubles."""
    path = fitting(scripts(SCRIPTS), "Theorem", "wp_goal", goal.statement)
    if path:
        return path
    line = f"Theorem wp_goal : {one_line(goal.statement)}. Proof."
    if goal.part("t1") and ABOUT_DOUBLES.search(line) and not re.search(r"havoc|Map\.set", line):
        return SCRIPTS / "default_ieee.v"
    raise Refused("no proof in proofs/coq/ is for this goal")


def body(path):
    """A script without its first line, byte for byte as it is read by Coq."""
    return path.read_bytes().partition(b"\n")[2].decode("utf-8", "surrogateescape")


def lemmas(theory, script, folder):
    """What a script needs of WP's lemmas, each behind those that its own proof names: pairs (name, script)."""
    known, ordered, seen = scripts(folder), [], set()

    def need(text):
        for name in sorted(words(text) & theory.lemmas.keys() - seen):
            seen.add(name)
            path = fitting(known, "Axiom", name, theory.lemmas[name])
            if path:
                need(body(path))
                ordered.append((name, body(path)))

    need(script)
    return ordered


def tactics(theory):
    """The tactics of the scripts, as far as the goal has what they speak of."""
    names, text = theory.names, []
    if "havoc" not in names:
        text.append("Ltac by_frame := first [lazymatch goal with |- ?x = ?x => reflexivity end | solve [instance]].")
    else:
        shifts = " ".join(sorted(n for n in names if re.fullmatch(r"shift_\w*_float64", n)))
        text.append(MEMORY.format(shifts=shifts))
    if "t'real1" not in names:
        return "\n".join(["Notation value x := x (only parsing)."] + text)
    literals = "".join(f" destruct {n} as [? ?];" for n in sorted(names) if n.startswith("fliteral_axiom"))
    operations = "add1 sub1 mul1 div1 neg1 lt1 t'real1 t'isFinite1 rounding"
    predicates = " ".join(n for n in ("P_Within", "P_InUnit") if n in names)
    equations = " ".join(sorted(n for n in names if re.match(r"L_[RC]\d", n) and n + "'def" not in names
                                and not n.endswith(("'def", "'sig", "'only"))))
    text.append(DOUBLES.format(literals=literals, operations=operations, predicates=predicates, equations=
                               f"cbv beta iota zeta delta [{equations}] in *" if equations else "idtac"))
    return "\n".join(text)


def write(goal, theory, theory_name, script, folder=SCRIPTS):
    """The text of the file in which the proof stands; folder: where the proofs of lemmas are."""
    parts = ["Require Import Reals ZArith Lra Lia.",
             "Require Import " + " ".join("Backproof." + name for name in SHARED) + ".",
             f"Require Import Backproof.Meaning {theory_name}."]
    parts += [f"Opaque {n}." for n in sorted(theory.names) if n + "'def" in theory.names]
    parts += [f"Opaque {n}." for n in sorted(theory.names) if re.fullmatch(r"fliteral\d*", n)]
    parts.append(tactics(theory))
    for name, proof in lemmas(theory, script, folder):
        parts.append(f"Lemma {name} : {theory.lemmas[name]}.\n{proof}\nLocal Close Scope R_scope.")
    parts.append(f"Theorem wp_goal : {goal.statement}.\n{script}")
    return "\n\n".join(parts)

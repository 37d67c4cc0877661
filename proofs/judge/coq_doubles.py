"""coq_doubles: which of WP's axioms hold of the meaning that doubles have here, and which are left out.

No proof may lean on an axiom of WP's; so none of them has to hold. That Flocq's doubles satisfy Why3's axioms
shows that its symbols mean Flocq's operations. The axioms are taken from a goal of the run.
"""
import re

import coq_check
import coq_proof
import coq_theory
from coq_goal import Refused, words

PROOFS = coq_proof.SCRIPTS / "why3_doubles.v"
HEADER = ("Require Import Reals ZArith Lra Lia.\nFrom Flocq Require Import Core BinarySingleNaN.\n"
          "Require Import Backproof.Meaning {}.\n")
MARK = re.compile(r"^\(\* axioms: ([^*]*) \*\)\n", re.MULTILINE)


def blocks():
    """What stands before the first mark, and for each name the proof behind its mark."""
    first, *rest = MARK.split(PROOFS.read_text(encoding="utf-8"))
    return first, {name: proof for names, proof in zip(rest[::2], rest[1::2]) for name in names.split()}


def prove(goal, library):
    """Proves what why3_doubles.v has proofs for, and says so: (names proved, names about doubles left out)."""
    theory = coq_theory.build(goal, coq_theory.DOUBLES)
    start, proofs = blocks()
    stated = {part.name: part.stated for part in theory.left_out
              if part.name in proofs and words(part.stated) & goal.declared() <= theory.names}
    if stated.keys() != proofs.keys():
        raise Refused(f"WP does not state the axiom {min(proofs.keys() - stated.keys())} of {PROOFS.name}")
    script = start + "\n".join(f"Lemma {name} : {text}.\n{proofs[name]}" for name, text in stated.items())
    coq_check.check(theory, list(stated.items()), lambda theory_name: HEADER.format(theory_name) + script, library)
    return list(stated), [part.name for part in theory.left_out
                          if part.name not in stated and "t1" in words(part.stated)]

"""What to tell about a goal that is not proved: its equation, its place, and what to try next."""

import os
import re

import framac

ADVICE = {
    "lemma": "A lemma of its own. If it is proved in Coq, the proof is in proofs/coq/ and its first line is a\n"
             "     pattern that must match the goal: after an edit of the lemma it may match no more.",
    "memory": "The prover cannot see that this access is in bounds. Look at the requires clauses and the loop's\n"
              "     range invariant.",
    "call": "The caller must make sure of what the called function requires. Look at what is known there: an\n"
            "     assert before the call shows which part is missing.",
    "finite": "In the IEEE reading: this operation might overflow or give NaN. Look at the box in src/rounding.h\n"
              "     and at the range clauses of the functions called before.",
    "invariant": "The loop's body does not keep the invariant. Compare the line of C with the equation; then see\n"
                 "     whether the invariant also says what the body leaves alone.",
    "variant": "The loop is not seen to end. Look at its variant.",
    "terminates": "The function is not seen to end. Look at the variants of its loops.",
    "assigns": "Something is written that the assigns clause does not name.",
    "smoke": "What is assumed here contradicts itself, so that anything follows from it. Look at the newest requires\n"
             "     or invariant.",
    "witness": "A call with numbers written out: the contract may ask for what no call can give.",
    "": "Compare the line of C with the equation, then the clause with the equation. If both are right the prover\n"
        "     wants a step in between: an assert.",
}


def fault(what, unit, goal, src):
    """Three lines about a goal that is unproved or a contradiction."""
    kind = "witness" if unit.kind == "witness" else goal.kind
    lines = ["%s: %s: %s, %s: %s (%s)" % (what, goal.label, goal.function.replace("-", "lemma"),
                                          place(goal, src), goal.name, framac.LABELS[unit.reading.name])]
    if goal.label != "-":
        lines.append("     To see it alone: make proofs EQ=%s" % goal.label)
    lines.append("     " + ADVICE.get(kind, ADVICE[""]))
    return "\n".join(lines)


def place(goal, src):
    """Where a lemma or a function begins: FILE:LINE."""
    name = re.sub(r"^(check_)?lemma_", "", goal.name) if goal.function == "-" else goal.function
    pattern = r"\blemma\s+%s\b" % re.escape(name) if goal.function == "-" else r"^\w[\w *]*\b%s\(" % re.escape(name)
    for file in sorted(os.listdir(src)):
        if file.endswith(".acsl" if goal.function == "-" else ".c"):
            with open(os.path.join(src, file), encoding="utf-8") as text:
                found = re.search(pattern, text.read(), flags=re.M)
            if found:
                with open(os.path.join(src, file), encoding="utf-8") as text:
                    return "src/%s:%d" % (file, text.read()[:found.start()].count("\n") + 1)
    return "src"

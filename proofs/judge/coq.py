#!/usr/bin/env python3
"""coq.py: lets Coq judge proofs.

    coq.py --library DIR           compile what goals and proofs share into DIR; before anything else
    coq.py DIR GOAL.v [SCRIPT]     exit status 0 if the script (or the one of proofs/coq/ that fits) proves the goal
    coq.py --note DIR GOAL.v [SCRIPT]  the same as far as the script goes: whether it proves the goal, --settle says
    coq.py --settle DIR            exit status 0 if all goals that were noted in DIR are proved
    coq.py --recheck DIR           let coqchk, Coq's second checker, see all that was accepted in DIR
    coq.py --doubles DIR           prove Why3's axioms of doubles, as far as they have a proof; say which have none
    coq.py --planted DIR           see that false proofs are refused and right ones are not
    coq.py --trusted               print what of this has to be trusted
"""
import hashlib
import shutil
import sys
from pathlib import Path

import coq_check
import coq_goal
import coq_proof

TRUSTED = """\
Coq's axioms of the reals: {axioms}; a proof that
leans on more is refused. Coq reads the statement, as WP wrote it, before the proof is loaded, and its kernel
compares the two: no script in coq/ is trusted. What gives the statement its meaning is:
  judge/meaning.v (exp, log and abs are Coq's, doubles and their operations Flocq's), judge/coq_goal.py and
  coq_theory.py (the declarations of a goal), judge/coq_check.py (which files Coq sees, what it says)"""


def keep_doubles(goal, goal_file, library):
    """The goals with all that WP states of doubles and of exp are kept, for --doubles."""
    if goal.part("f64") and goal.part("exp_pos"):
        kept = library / "doubles"
        kept.mkdir(exist_ok=True)
        name = hashlib.sha256(Path(goal_file).read_bytes()).hexdigest()
        shutil.copyfile(goal_file, kept / f"{name}.v")


def judge(library, goal_file, script_file=None, step=coq_check.check):
    library, goal = Path(library).resolve(), coq_goal.read(goal_file)
    path = Path(script_file) if script_file else coq_proof.choose(goal)
    keep_doubles(goal, goal_file, library)
    coq_check.prove(goal, coq_proof.body(path), library, step=step)


def note(library, goal_file, script_file=None):
    judge(library, goal_file, script_file, coq_check.note)


def settle(library):
    print(f"settled: {coq_check.settle(Path(library).resolve())} goals")


def recheck(library):
    print(f"coqchk: {coq_check.recheck(Path(library).resolve())} goals")


def doubles(library):
    import coq_doubles  # here, as in planted(): hundreds of goals a run have no use for it

    library = Path(library).resolve()
    # Any of them would do; the first by its sum is the same one in each run, whichever was judged first.
    goal = coq_goal.read(min((library / "doubles").iterdir()))
    proved, left_out = coq_doubles.prove(goal, library)
    print("proved: " + " ".join(sorted(proved)))
    print("left out: " + " ".join(sorted(left_out)))


def planted(library):
    import coq_planted

    wrong = coq_planted.run(Path(library).resolve())
    if wrong:
        raise coq_goal.Refused("\n".join(wrong))
    print(f"{len(coq_planted.FALSEHOODS)} false proofs refused, {len(coq_planted.TRUTHS)} right ones accepted")


def trusted():
    print(TRUSTED.format(axioms=", ".join(name.split(".")[-1] for name in coq_check.AXIOMS)))


def library(folder):
    coq_check.build_library(Path(folder).resolve())


COMMANDS = {"--library": library, "--note": note, "--settle": settle, "--recheck": recheck, "--doubles": doubles, "--planted": planted, "--trusted": trusted}


def main(arguments):
    command = COMMANDS.get(arguments[0] if arguments else "", judge)
    rest = arguments if command is judge else arguments[1:]
    if len(rest) not in ((2, 3) if command in (judge, note) else (0,) if command is trusted else (1,)) or \
            any(name.startswith("-") for name in rest):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        command(*rest)
    except coq_goal.Refused as refusal:
        print(f"Error: {refusal}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

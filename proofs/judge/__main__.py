"""python3 proofs/judge prove [EQUATION] | docs | mutants [NAME...]: the proofs of the core, judged.

`prove` writes to build/proofs only. With ACCEPT=yes in the environment a run that is a proof is also taken as
what is accepted from now on: statements, tables of obligations, trusted.txt. Exit status 0: proved.
"""

import os
import re
import shutil
import sys

import docs
import explain
import framac
import gate
import mutants
import provers
import refused
import run
import sources
import statements
import subset
import tools
import trust
import units

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOP = os.path.dirname(HERE)
SRC = os.path.join(TOP, "src")
OUT = os.path.join(TOP, "build", "proofs")
ACCEPT = os.environ.get("ACCEPT", "no") == "yes"
HINT = "If that is meant, run: make proofs ACCEPT=yes"


def fail(texts, hint=""):
    for text in texts:
        print(text)
    if hint:
        print(hint)
    print("proofs: FAILED")
    return 1


def prove():
    """All of it, from scratch."""
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(OUT)
    seen = sources.Sources(SRC, os.path.join(OUT, "read")).load()
    faults = refused.everything(seen)
    if faults:
        return fail(faults)
    changes = statements.changes(statements.read(os.path.join(HERE, "statements")), statements.collect(seen))
    if changes and not ACCEPT:
        return fail(changes, HINT)
    for change in changes:
        print("to be accepted if it is proved: " + change)
    packages = tools.check_packages()
    tried = provers.Provers(OUT)
    tried.canaries()
    provers.coq("planted", tried.library)
    print("proofs: %s; each refused what is false" % packages, flush=True)
    if not mutants.quick():
        return fail(["a fault that is planted goes unnoticed"])
    listed = seen.goals()
    refuter_goals = framac.list_goals(seen.refuter_path, framac.Reading("real", True), SRC,
                                      ["-wp-fct=refuter"])
    faults = list(subset.without_goals(seen, listed))
    if faults:
        return fail(faults)
    todo = units.proofs(seen, listed) + units.beside(seen, listed, os.path.join(OUT, "made"))
    found = run.all_units(todo, seen, tried, OUT)
    provers.coq("recheck", tried.library)
    bad, texts, table = gate.of_units(todo, found, seen, listed, refuter_goals)
    write_results(todo, found)
    if bad or texts:
        return fail([explain.fault(*fault, SRC) for fault in bad] + list(texts))
    return judge(seen, table, tried.library)


def judge(seen, table, library):
    """Everything is proved: is it what was accepted?"""
    trusted = trust.text(seen, library)
    with open(os.path.join(OUT, "trusted.txt"), "w", encoding="utf-8") as out:
        out.write(trusted)
    for reading, name in gate.TABLES.items():
        gate.write_table(os.path.join(OUT, name), table[reading])
    different = docs.bounds_differ(SRC)
    if different:
        return fail(["proofs/rounding.tsv has other bounds than src/rounding.h for %s; run: make rounding ACCEPT=yes" %
                     ", ".join(different)])
    if ACCEPT:
        statements.write(statements.collect(seen), os.path.join(HERE, "statements"))
        for name in list(gate.TABLES.values()) + ["trusted.txt"]:
            shutil.copy(os.path.join(OUT, name), os.path.join(HERE, name))
    else:
        changes = list(gate.table_changes(HERE, table))
        with open(os.path.join(HERE, "trusted.txt"), encoding="utf-8") as kept:
            if kept.read() != trusted:
                changes.append("proofs/trusted.txt: something else is trusted; compare it with build/proofs/trusted.txt")
        if changes:
            return fail(changes, HINT)
    stale = docs.outdated(SRC)
    if stale and not ACCEPT:
        return fail(["%s has other numbers; run: make proofs-docs" % os.path.relpath(path) for path, _ in stale])
    counts = docs.values(SRC)
    print("proofs, IEEE reading: %s goals proved, %s smoke tests passed" % (counts["goals.ieee"], counts["smoke.ieee"]))
    print("proofs: %s goals proved, %s void in this reading, %s smoke tests passed" %
          (counts["goals.real"], counts["void.real"], counts["smoke.real"]))
    return 0


def write_results(todo, found):
    """build/proofs: which prover proved what, and how long it took, on this machine and today."""
    effort, counted = {}, set()
    with open(os.path.join(OUT, "goals.tsv"), "w", encoding="utf-8") as out:
        out.write("reading\tunit\tfunction\tequation\tkind\tgoal\tprover\tstatus\tseconds\n")
        for unit in todo:
            for goal in found[unit.name]:
                out.write("\t".join([unit.reading.name, unit.name, goal.function, goal.label, goal.kind, goal.name,
                                     goal.prover, goal.status, "%g" % goal.seconds]) + "\n")
                void = goal.kind == "finite" and unit.reading.name == "real"
                once = (unit.reading.name, goal.name) not in counted
                if goal.kind != "smoke" and unit.kind in ("goals", "refuter") and not void and once:
                    counted.add((unit.reading.name, goal.name))
                    row = effort.setdefault((unit.reading.name, goal.prover), [0, 0, 0.0])
                    row[0] += 1
                    row[1] += goal.kind == "lemma"
                    row[2] += goal.seconds
    with open(os.path.join(OUT, "effort.tsv"), "w", encoding="utf-8") as out:
        out.write("reading\tprover\tgoals\tlemmas\tseconds\n")
        for (reading, prover), (goals, lemmas, seconds) in sorted(effort.items()):
            out.write("%s\t%s\t%d\t%d\t%.1f\n" % (reading, prover, goals, lemmas, seconds))
    with open(os.path.join(OUT, "tools.tsv"), "w", encoding="utf-8") as out:
        out.write("tool\tversion\n")
        for name, version in tools.versions_of(tools.VERSIONS):
            out.write("%s\t%s\n" % (name, version))


def prove_equation(equation):
    """What bears one label."""
    if not re.fullmatch(r"[RC]\d+", equation):
        print("proofs: EQ wants a label such as R10 or C7, not '%s'" % equation, file=sys.stderr)
        return 2
    out = os.path.join(OUT, equation)
    shutil.rmtree(out, ignore_errors=True)
    name = "regression" if equation[0] == "R" else "classification"
    seen = sources.Sources(SRC, os.path.join(out, "read"), ["sigma", name]).load()
    faults = refused.everything(seen)
    if faults:
        return fail(faults)
    for change in statements.changes(statements.read(os.path.join(HERE, "statements")), statements.collect(seen), False):
        print("not accepted so far: " + change)
    seen.read = [name]
    properties = units.equation_properties(seen, equation)
    listed = seen.goals()
    todo = []
    for unit in units.proofs(seen, listed):
        wanted = [title for title in (unit.properties or properties) if title in properties]
        if wanted:
            unit.properties = wanted
            todo.append(unit)
    found = run.all_units(todo, seen, provers.Provers(out), out)
    goals = [(unit, goal) for unit in todo for goal in found[unit.name]]
    for unit, goal in goals:
        print("%-9s %-5s %-9s %-28s %s" % (goal.status, unit.reading.name, goal.kind, goal.function, goal.name))
    for unit, goal in goals:
        if goal.status == "unproved":
            print(explain.fault("unproved", unit, goal, SRC))
    must = units.required(seen, listed)
    bears = [(key, goal) for key, names in must.items() for goal in names
             if re.search(r"(ensures|assert|invariant|lemma)_%s(_|$)" % equation, goal)]
    proved = {(unit.source, unit.reading.name, goal.name) for unit, goal in goals if goal.status == "proved"}
    missing = [goal for key, goal in bears if key + (goal,) not in proved]
    if not bears:
        print("proofs: nothing bears the label " + equation)
        return 2
    print("%s: %d goals, %d unproved" % (equation, len(goals), len(goals) - len([g for _, g in goals if g.status == "proved"])))
    for goal in missing:
        print("proofs: FAILED: not proved: " + goal)
    return 1 if missing or any(goal.status == "unproved" for _, goal in goals) else 0


def main(arguments):
    command, rest = (arguments + ["prove"])[0], arguments[1:]
    try:
        if command == "prove" and len(rest) <= 1:
            return prove_equation(rest[0]) if rest and rest[0] else prove()
        if command == "docs" and not rest:
            docs.write(SRC)
            return 0
        if command == "mutants":
            return mutants.main(rest)
    except tools.Refused as wrong:
        return fail(["proofs: %s" % wrong])
    print(__doc__.splitlines()[0], file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Plants faults and sees that the proofs, or their judge, notice each.

A fault in the code (tests/mutants) must leave a goal unproved that is proved under the same limits without it.
A fault of proofs/mutants says in its first lines how it must be noticed:
  refused: TEXT     the judge refuses the sources and says TEXT, whatever ACCEPT says; without WP, quick
  stated: TEXT      what is stated differs from what was accepted, and the difference says TEXT; quick
  trusted: TEXT     the code that is trusted differs from what was accepted, and the difference says TEXT; quick
  units: U...       WP on these units, with functions: F... or equation: E, leaves a goal unproved, finds a
                    contradiction, or lists other goals than were accepted
"""

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor

import framac
import gate
import log
import provers
import refused
import run
import sources
import statements
import tools
import trust
import units as units_module

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOP = os.path.dirname(HERE)
WORK = os.path.join(TOP, "build", "proof-mutants")
QUICK = ("refused", "stated", "trusted")
PATIENCE = 6  # seconds of CPU for a goal that is not proved at once


class Mutant:
    def __init__(self, path):
        self.path = path
        self.name = os.path.basename(path)[:-len(".patch")]
        with open(path, encoding="utf-8") as kept:
            self.text = kept.read()
        self.head = dict(re.findall(r"^(refused|stated|trusted|units|functions|equation): (.*)$",
                                    self.text.split("\n--- ")[0], flags=re.M))
        self.files = re.findall(r"^\+\+\+ b/(\S+)", self.text, flags=re.M)

    @property
    def quick(self):
        return any(how in self.head for how in QUICK)

    def sources(self):
        """The C files that it touches; None if it may touch all."""
        names = [os.path.basename(file).split(".")[0].split("_")[0] for file in self.files if file.startswith("src/")]
        known = names and set(names) <= {"regression", "classification"}
        return sorted({"sigma", *names}) if known else None


def plant(mutants, folder):
    """A copy of the sources with these faults; the mutants that do not apply."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(TOP, "src"), os.path.join(folder, "src"))
    shutil.copytree(os.path.join(HERE, "coq"), os.path.join(folder, "proofs", "coq"))
    shutil.copy(os.path.join(HERE, "refuter.c"), os.path.join(folder, "proofs"))
    # Side by side they must fit exactly: a hunk that is shifted by another fault is another fault.
    command = ["patch", "-s", "-f", "-p1", "-d", folder] + (["-F0"] if len(mutants) > 1 else [])
    left = []
    for mutant in mutants:
        if tools.run(command + ["--dry-run", "-i", mutant.path]).returncode == 0:
            tools.output(command + ["-i", mutant.path])
        else:
            left.append(mutant)
    return left


def noticed(mutants, folder, only=None):
    """What the judge says without WP about sources with these faults: {name: text, "" if it says nothing}."""
    said = dict.fromkeys(QUICK, ())
    try:
        seen = sources.Sources(os.path.join(folder, "src"), os.path.join(folder, "read"), only).load()
        said["refused"] = refused.everything(seen)
        said["stated"] = statements.changes(statements.read(os.path.join(HERE, "statements")), statements.collect(seen), only is None)
        said["trusted"] = trust.code_changes(seen)
    except tools.Refused as wrong:
        said["refused"] = [str(wrong)]
    found = {}
    for mutant in mutants:
        how = next(how for how in QUICK if how in mutant.head)
        hits = [text for text in said[how] if mutant.head[how] in " ".join(text.split())]
        found[mutant.name] = hits[0].splitlines()[0] if hits else ""
    return found


def quick():
    """All quick ones, as many as fit into one copy of the sources at a time; True if each is noticed."""
    left = [mutant for mutant in planted([]) if mutant.quick]
    survived = []
    while left:
        folder = os.path.join(WORK, "quick")
        rest = plant(left, folder)
        applied = [mutant for mutant in left if mutant not in rest]
        if not applied:
            print("\n".join("%s: does not apply" % mutant.name for mutant in rest))
            return False
        found = noticed(applied, folder)
        # Frama-C may refuse a file with one fault before it sees another.
        survived += [mutant for mutant in applied if not found[mutant.name]]
        left = rest
    for mutant in survived:
        what = alone(mutant)
        if not what.startswith("refused"):
            print("%s: %s" % (mutant.name, what))
            return False
    shutil.rmtree(os.path.join(WORK, "quick"), ignore_errors=True)
    print("proofs: %d faults planted under the judge, each noticed" % len([one for one in planted([]) if one.quick]), flush=True)
    return True


def alone(mutant):
    """What becomes of one quick mutant by itself."""
    folder = os.path.join(WORK, mutant.name)
    if plant([mutant], folder):
        return "does not apply"
    what = noticed([mutant], folder, None if "stated" in mutant.head else mutant.sources())[mutant.name]
    return "refused: " + what if what else "SURVIVED: the judge says nothing of it"


def planted(names):
    folders = [os.path.join(TOP, "tests", "mutants"), os.path.join(HERE, "mutants")]
    found = [Mutant(os.path.join(folder, file)) for folder in folders for file in sorted(os.listdir(folder))
             if file.endswith(".patch")]
    wanted = [os.path.basename(name).replace(".patch", "") for name in names]
    return [mutant for mutant in found if not wanted or mutant.name in wanted]


def function_of(mutant, folder):
    """The function in which a fault in the code is: the last one that begins before it."""
    file = mutant.files[0]
    with open(os.path.join(TOP, file), encoding="utf-8") as old, open(os.path.join(folder, file), encoding="utf-8") as new:
        before, after = old.read().splitlines(), new.read().splitlines()
    line = next(n for n in range(len(after)) if n >= len(before) or before[n] != after[n])
    for n in range(line, -1, -1):
        found = re.match(r"[a-z].*[ *](\w+)\(", after[n])
        if found:
            return found.group(1)
    return None


def in_code(mutant, folder, tools_of, sound):
    """A fault in the code: the first goal that is no longer proved."""
    name = os.path.basename(mutant.files[0])[:-2]
    src = os.path.join(folder, "src")
    seen = sources.Sources(src, os.path.join(folder, "read"), [name])
    function = function_of(mutant, folder)
    reading = framac.Reading("real")
    unit = units_module.Unit(name, name, reading, "real", [function], path=seen.path(name))
    goals = run.one(unit, seen, tools_of, folder)
    for goal in goals:
        if goal.status == "unproved" and goal.name in sound:
            return "unproved: " + goal.name
    return "SURVIVED in %s" % function


def in_contract(mutant, folder, tools_of):
    """A fault in a contract or in the mathematics."""
    src = os.path.join(folder, "src")
    seen = sources.Sources(src, os.path.join(folder, "read"), mutant.sources()).load()
    listed = seen.goals()
    wanted = mutant.head["units"].split()
    functions = mutant.head.get("functions", "").split()
    todo = [unit for unit in units_module.proofs(seen, listed) + units_module.beside(seen, listed, folder)
            if unit.name in wanted or (unit.kind in ("smoke", "end", "witness") and unit.name.rsplit(".", 1)[0] in wanted)]
    if "equation" in mutant.head:
        bears = units_module.equation_properties(seen, mutant.head["equation"])
        for unit in todo:
            unit.properties = [name for name in unit.properties or bears if name in bears]
        todo = [unit for unit in todo if unit.properties and unit.kind == "goals"]
    for unit in todo:
        if functions:
            called = ["witness_" + name for name in functions] if unit.kind == "witness" else functions
            unit.functions = [name for name in called if not unit.functions or name in unit.functions]
    return first_fault(run.all_units(todo, seen, tools_of, folder, 1, False), functions, seen, listed, todo)


def first_fault(found, functions, seen, listed, todo):
    for goals in found.values():
        for goal in goals:
            if goal.status in ("unproved", "CONTRADICTION"):
                return "%s: %s" % ("unproved" if goal.status == "unproved" else "contradiction", goal.name)
    must = units_module.required(seen, listed)
    for reading, name in gate.TABLES.items():
        kept = {row[-1] for row in gate.read_table(os.path.join(HERE, name)) if row[0] in functions and row[2] != "smoke"}
        now = {goal for key, goals in must.items() if key[1] == reading for goal in goals
               if log.describe(goal, functions)[0] in functions}
        if kept and now != kept and any(unit.reading.name == reading for unit in todo):
            return "unproved: the goals are not those that were accepted: %s" % ", ".join(sorted(now ^ kept)[:3])
    return "SURVIVED in %s" % (" ".join(functions) or "all")


def judge(mutant, tools_of, sound):
    if mutant.quick:
        return alone(mutant)
    folder = os.path.join(WORK, mutant.name)
    if plant([mutant], folder):
        return "does not apply"
    try:
        if "units" in mutant.head:
            return in_contract(mutant, folder, tools_of)
        return in_code(mutant, folder, tools_of, sound)
    except tools.Refused as wrong:
        return "no verdict: %s" % wrong
    finally:
        shutil.rmtree(os.path.join(folder, "src"), ignore_errors=True)


def main(names):
    shutil.rmtree(WORK, ignore_errors=True)
    os.makedirs(WORK)
    wanted = planted(names)
    if not wanted:
        raise tools.Refused("no such mutant")
    tools_of = sound = None
    if not all(mutant.quick for mutant in wanted):
        tools_of = provers.Provers(os.path.join(WORK, "tools"), PATIENCE)
        sound = set()
        seen = sources.Sources(os.path.join(TOP, "src"), os.path.join(WORK, "read"))
        if not all(mutant.quick or "units" in mutant.head for mutant in wanted):
            tools.progress("first without a fault")
            whole = [units_module.Unit(name, name, framac.Reading("real"), "real", path=seen.path(name)) for name in seen.names]
            for goals in run.all_units(whole, seen, tools_of, WORK, 2, False).values():
                sound |= {goal.name for goal in goals if goal.status == "proved"}
    caught = 0
    with ThreadPoolExecutor(2) as pool:
        for mutant, what in zip(wanted, pool.map(lambda one: judge(one, tools_of, sound), wanted)):
            print("%-32s %s" % (mutant.name, what), flush=True)
            caught += what.startswith(("unproved: ", "contradiction: ", "refused: "))
    print("%d mutants: the proofs fail on %d, %d survived" % (len(wanted), caught, len(wanted) - caught))
    return 0 if caught == len(wanted) else 1

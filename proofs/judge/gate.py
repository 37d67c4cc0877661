"""Decides whether a run is a proof.

It is one if nothing is refused (refused.py), what is stated and what is trusted is what was accepted, every goal
that Frama-C lists is proved in the reading that uses it and is the goal that was accepted, and nothing that is
assumed contradicts itself. The verdict of a prover is in no tracked file: it may be another one tomorrow.
"""

import csv
import os
import re

import framac
import log
import smoke
import units as units_module

COLUMNS = ["function", "equation", "kind", "goal"]
TABLES = {"real": "obligations.tsv", "ieee": "obligations-ieee.tsv"}


def of_units(units, found, sources, listed, refuter_goals):
    """The faults of what WP proved, and the rows of both tables."""
    faults = []
    proved, kept = {}, {}
    must = units_module.required(sources, listed)
    must["refuter", "real"] = set(refuter_goals)
    for unit in units:
        for goal in found[unit.name]:
            key = (unit.source, unit.reading.name)
            if goal.status == "CONTRADICTION":
                faults.append(("contradiction", unit, goal))
            if goal.kind == "smoke":
                kept.setdefault(key, {})[goal.name] = goal
            elif unit.kind in ("goals", "refuter") and goal.status == "proved":
                proved.setdefault(key, {})[goal.name] = goal
            elif goal.status == "unproved":
                faults.append(("unproved", unit, goal))
    texts = []
    known = {fault[2].name for fault in faults}
    for key, goals in sorted(must.items()):
        for goal in sorted(goals - set(proved.get(key, {})) - known):
            texts.append("unproved: no unit has the goal %s of src/%s.c %s" % (goal, key[0], framac.LABELS[key[1]]))
        for goal in sorted(set(proved.get(key, {})) - goals):
            if key[0] != "refuter":
                texts.append("src/%s.c %s: WP did not list the goal %s that it proved" % (key[0], framac.LABELS[key[1]], goal))
    return faults, texts + list(beside(units, found, sources)), rows(must, kept, sources)


def beside(units, found, sources):
    """Smoke tests and witnesses that should be there and are not."""
    for unit in units:
        names = {goal.name for goal in found[unit.name]}
        if unit.kind == "end":
            for goal in sorted(smoke.ends(sources, unit.source) - names):
                yield "%s: no smoke test %s" % (unit.name, goal)
        elif unit.kind == "witness":
            text = sources.printed[unit.source, unit.reading]
            for function in smoke.witnessed(sources, unit.source):
                contract = text.functions[function.name].contract
                if re.search(r"\brequires\b", contract) and \
                        not any(name.startswith("witness_%s_call_%s_requires" % (function.name, function.name)) for name in names):
                    yield "%s: no call shows that %s can be called" % (unit.name, function.name)


def rows(must, kept, sources):
    """{reading: rows of its table}, of all goals that must be proved and all smoke tests that must be passed."""
    table = {reading: [] for reading in TABLES}
    functions = {function for text in sources.printed.values() for function in text.functions} | {"refuter"}
    for (_, reading), goals in must.items():
        for goal in goals:
            function, kind, label = log.describe(goal, functions)
            table[reading].append((function, label, kind, goal))
    for (_, reading), goals in kept.items():
        for goal in goals.values():
            table[reading].append((goal.function, goal.label, "smoke", goal.name))
    return {reading: sorted(set(found)) for reading, found in table.items()}


def read_table(path):
    with open(path, encoding="utf-8", newline="") as kept:
        found = list(csv.reader(kept, delimiter="\t"))
    return [tuple(row) for row in found[1:]] if found and found[0] == COLUMNS else []


def write_table(path, found):
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerows([COLUMNS] + found)


def table_changes(folder, found):
    """What there is to prove now and was not accepted, or was accepted and is not there to be proved."""
    for reading, name in TABLES.items():
        path = os.path.join(folder, name)
        kept = read_table(path) if os.path.exists(path) else []
        gone = [row[-1] for row in kept if row not in found[reading]]
        new = [row[-1] for row in found[reading] if row not in kept]
        if gone or new:
            lines = ["    - " + goal for goal in gone[:15]] + ["    + " + goal for goal in new[:15]]
            yield "proofs/%s: %d goals are gone, %d are new:\n%s" % (name, len(gone), len(new), "\n".join(lines))

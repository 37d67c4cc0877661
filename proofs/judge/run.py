"""Runs WP on units, a few side by side, and tries again alone what ran out of time."""

import os
from concurrent.futures import ThreadPoolExecutor

import framac
import log
import provers
import tools

PARALLEL = 3  # keeps two cores busy: a unit waits now and then, for Frama-C or for a prover
FIRST = ["classification_network_ieee", "classification_ieee", "regression_network_ieee", "classification",
         "regression", "regression_ieee", "classification_derivatives", "classification_derivatives_ieee"]
FEW = 20  # more goals than this are not unproved because a machine is busy


def one(unit, sources, tried, out, title=""):
    """The goals of a unit, as its log says."""
    path = os.path.join(out, unit.name + title + ".log")
    framac.prove(unit.path, unit.reading, sources.src, tried.names(unit.provers), tried.conf, path, unit.arguments())
    with open(path, encoding="utf-8") as text:
        goals = log.read(text.read(), names(unit, sources))
    if unit.kind == "smoke":  # other goals of sigma come along; another unit proves them
        return [goal for goal in goals if goal.kind == "smoke"]
    if unit.kind == "end":
        for goal in goals:
            goal.kind, goal.status = "smoke", "CONTRADICTION" if goal.status == "proved" else "passed"
    return goals


def names(unit, sources):
    """The functions that goals of a unit may be about."""
    found = set(unit.functions)
    for (_, _), text in sources.printed.items():
        found |= set(text.functions)
    return found


def all_units(units, sources, tried, out, parallel=PARALLEL, again=True):
    """{unit: its goals}. A goal that is unproved gets a second chance, with the machine to itself;
    then the proofs that Coq compiled are settled. Faults that are planted need neither (again)."""
    order = sorted(units, key=lambda unit: FIRST.index(unit.name) if unit.name in FIRST else len(FIRST))
    with ThreadPoolExecutor(parallel) as pool:
        found = dict(zip([unit.name for unit in order],
                         pool.map(lambda unit: one(unit, sources, tried, out), order)))
    tools.progress("", done=True)
    late = [goal for goals in found.values() for goal in goals if goal.status == "unproved"]
    if again and len(late) > FEW:
        print("proofs: %d goals unproved, too many for a busy machine to be the reason: not tried again alone" % len(late))
    elif again and late:
        patient = provers.Provers(os.path.join(out, "alone"), 4 * provers.PATIENCE, tried.library)
        for unit in order:
            second_chance(unit, found[unit.name], sources, patient, out)
    if again:
        provers.coq("settle", tried.library)
    return found


def second_chance(unit, goals, sources, patient, out):
    late = [goal for goal in goals if goal.status == "unproved"]
    if not late:
        return
    print("proofs: %s: %d goals unproved; trying again, alone" % (unit.name, len(late)), flush=True)
    narrow = unit
    if all(goal.function != "-" for goal in late) and not unit.properties:
        narrow = type(unit)(unit.name, unit.source, unit.reading, unit.provers,
                            sorted({goal.function for goal in late}), [], unit.options, unit.path, unit.kind)
    proved = {goal.name: goal for goal in one(narrow, sources, patient, out, ".alone") if goal.status == "proved"}
    for n, goal in enumerate(goals):
        if goal.status == "unproved" and goal.name in proved:
            goals[n] = proved[goal.name]

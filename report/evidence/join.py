"""Joins, for each label, what the project holds under it, and finds the gaps."""
import re
from collections import Counter
from dataclasses import dataclass, field

import proofs
import sources
from labels import DERIVATIVES, LABELS, ROUNDED, label_of, network_of


@dataclass
class Evidence:
    """All that stands under one label."""
    label: str
    functions: list = field(default_factory=list)
    clauses: list = field(default_factory=list)  # in the contract of the equation's own function
    also_in: list = field(default_factory=list)  # other functions whose contract has its clauses
    proved: list = field(default_factory=list)  # goals of the real reading that are no lemmas
    ieee: list = field(default_factory=list)  # the same of the IEEE reading
    lemmas: dict = field(default_factory=dict)  # lemma to goal, of either reading
    tests: list = field(default_factory=list)  # (file, line)
    gradient: tuple = None  # derivative, central, complex
    rounding: list = field(default_factory=list)  # rows of proofs/rounding.tsv
    alone: str = ""  # for an equation without such a row: the bound of its function alone, as C

    def here(self):
        return [goal for goal in self.proved if label_of(goal.function) == self.label]

    def elsewhere(self):
        return [goal for goal in self.proved if label_of(goal.function) != self.label]

    def prover_of(self, name):
        return next((goal.prover for goal in self.proved if goal.name == name), "")


def provers(goals):
    """How many goals each prover proved, in the order of their names in the table."""
    return Counter(goal.prover for goal in goals if goal.prover)


def collect(real, ieee, gradcheck, rounding, gaps):
    """The evidence for every label, and the clauses of all contracts."""
    evidence = {label: Evidence(label) for label in LABELS}
    clauses = []
    for network in ("regression", "classification"):
        for function in sources.functions(f"src/{network}.c"):
            label = label_of(function.name)
            if label in evidence:
                evidence[label].functions.append(function)
            else:
                gaps.add(label, f"{function.at}: no equation has this label")
        clauses += sources.clauses(f"src/{network}.h", gaps)
    for clause in list(clauses):
        if clause.label not in evidence:
            gaps.add(clause.label, f"{clause.at}: no equation has this label")
            clauses.remove(clause)
            continue
        own = evidence[clause.label]
        if label_of(clause.function) == clause.label:
            own.clauses.append(clause)
        elif not label_of(clause.function) and clause.function not in own.also_in:
            own.also_in.append(clause.function)
    for reading, of in ((real, lambda e: e.proved), (ieee, lambda e: e.ieee)):
        for goal in reading.goals:
            if goal.equation not in evidence:
                continue
            if goal.kind == "lemma":
                evidence[goal.equation].lemmas.setdefault(goal.lemma, goal)
            else:
                of(evidence[goal.equation]).append(goal)
    for label, places in sources.tests("tests").items():
        evidence[label].tests = places
    for label, errors in gradcheck.errors.items():
        evidence[label].gradient = errors
    for row in rounding:
        evidence[row["label"]].rounding.append(row)
    return evidence, clauses


def check(evidence, clauses, real, ieee, draft, gaps):
    """Adds to gaps what is missing. draft: lemmas and the IEEE reading may be."""
    for label, e in evidence.items():
        source = f"src/{network_of(label)}"
        gaps.need(label, e.functions, f"no function {label}_... in {source}.c")
        gaps.need(label, e.clauses, f"no clause `ensures {label}:' in {source}.h")
        gaps.need(label, e.proved, f"no proved goal in {real.path}")
        gaps.need(label, e.tests, "no test names it in tests/test_*.c")
        if label in DERIVATIVES:
            gaps.need(label, draft or f"{label}_derivative" in e.lemmas, f"no lemma {label}_derivative in {real.path}")
            gaps.need(label, e.gradient, "no equation of this label in the answer of gradcheck")
        if label in ROUNDED:
            gaps.need(label, e.rounding, "no row in proofs/rounding.tsv")
            gaps.need(label, draft or e.ieee, f"no proved goal in {ieee.path}")
        elif e.rounding:
            gaps.add(label, "an unexpected row in proofs/rounding.tsv")
        for row in e.rounding:
            gaps.need(label, float(row["measured"]) < float(row["bound"]), f"the measured error {row['measured']}"
                      f" is not below the bound {row['bound']} in proofs/rounding.tsv")
    if draft:
        return
    for name, path in sources.stated_lemmas("src"):
        label = label_of(name)
        if label not in evidence:
            gaps.add(label, f"the lemma {name} of {path}: no equation has this label")
            continue
        # A lemma that the loop above wants is said there.
        if not (label in DERIVATIVES and name == f"{label}_derivative"):
            gaps.need(label, name in evidence[label].lemmas,
                      f"the lemma {name} of {path} is not proved in {real.path} or {ieee.path}")
    check_clauses(evidence, clauses, real, ieee, gaps)


def check_clauses(evidence, clauses, real, ieee, gaps):
    """Each clause is proved in both readings; in ROUNDED in IEEE doubles only, in EXACT_STEP in reals only."""
    for clause in clauses:
        e = evidence[clause.label]
        for reading, goals, left_out in ((real, e.proved, "ROUNDED"), (ieee, e.ieee, "EXACT_STEP")):
            if clause.macro != left_out:
                gaps.need(clause.label, any(goal.name == clause.goal for goal in goals),
                          f"the goal {clause.goal} is not proved in {reading.path}")


def bound_alone(e, constants, gaps):
    """What the contract says of one function alone: None if it is exact, else its bound and a factor in C."""
    found = re.search(r"([RC][0-9]+_(?:ROUNDING|ERROR))(.*)", e.clauses[0].text) if e.clauses else None
    if not found:
        return None
    if found[1] not in constants:
        gaps.add(e.label, f"{found[1]} has no value in src/rounding.h")
        return None
    return constants[found[1]], re.sub(r"^ *\* *|\);$", "", found[2])


def lemma_goals(reading):
    return [goal for goal in reading.goals if goal.kind == "lemma"]


def read_proofs(draft, directory="proofs"):
    """Both readings; a draft does without the IEEE one."""
    try:
        ieee = proofs.reading(directory, "-ieee")
    except proofs.Broken:
        if not draft:
            raise
        ieee = proofs.no_reading(directory, "-ieee")
    return proofs.reading(directory), ieee

"""What `make proofs` and `make rounding` wrote down. Only this file knows the form of their tables."""
import os
import re
from collections import Counter
from dataclasses import dataclass

from files import Broken, table, text
from labels import LABELS

MAKE = "make proofs ACCEPT=yes"
RUN = "build/proofs"  # where the last run on this machine left what is not kept


@dataclass
class Goal:
    """A goal that is proved. equation: a label or '-'; prover: '' if no run on this machine tells."""
    function: str
    equation: str
    kind: str
    name: str
    prover: str

    @property
    def lemma(self):
        return re.sub("^(check_)?lemma_", "", self.name)


@dataclass
class Reading:
    """The goals of one reading of the contracts, real or IEEE. void: how many say nothing there."""
    path: str
    goals: list
    smoke: int
    void: int


def provers(run):
    """(reading, goal) to prover, of the last `make proofs` on this machine."""
    path = f"{run}/goals.tsv"
    if not os.path.exists(path):
        return {}
    rows = table(path, ["reading", "goal", "prover"], MAKE)
    return {(row["reading"], row["goal"]): row["prover"] for row in rows}


def reading(directory, suffix="", run=RUN):
    """The table of one reading: what stands in it is proved. Without rounding, infinities and NaN do not exist: such
    goals are void."""
    path = f"{directory}/obligations{suffix}.tsv"
    goals, kinds = [], Counter()
    rows = table(path, ["function", "equation", "kind", "goal"], MAKE)
    proved_by = provers(run)
    for row in rows:
        kind = "void" if row["kind"] == "finite" and not suffix else row["kind"]
        kinds[kind] += 1
        if kind not in ("smoke", "void"):
            prover = proved_by.get((suffix[1:] or "real", row["goal"]), "")
            goals.append(Goal(row["function"], row["equation"], kind, row["goal"], prover))
    return Reading(path, goals, kinds["smoke"], kinds["void"])


def no_reading(directory, suffix):
    """For a draft: a reading without goals."""
    return Reading(f"{directory}/obligations{suffix}.tsv", [], 0, 0)


def effort(run=RUN):
    """Goals, lemmas and seconds by reading and prover, of the last run on this machine; [] if there was none."""
    if not os.path.exists(f"{run}/effort.tsv"):
        return []
    rows = table(f"{run}/effort.tsv", ["reading", "prover", "goals", "lemmas", "seconds"], MAKE)
    return [("IEEE" if r["reading"] == "ieee" else r["reading"], r["prover"], int(r["goals"]), int(r["lemmas"]),
             float(r["seconds"])) for r in rows]


def tools(run=RUN):
    """The versions of the provers of the last run on this machine."""
    if os.path.exists(f"{run}/tools.tsv"):
        return "; ".join(f"{row['tool']} {row['version']}" for row in table(f"{run}/tools.tsv", ["tool", "version"]))
    return "not run here"


def rounding(directory):
    """Measured error and proved bound of each quantity, as they were printed."""
    path = f"{directory}/rounding.tsv"
    rows = table(path, ["label", "quantity", "measured", "bound", "ratio", "points"], "make rounding ACCEPT=yes")
    for row in rows:
        if row["label"] not in LABELS:
            raise Broken(f"{path}: not a label: {row['label']}")
    return rows

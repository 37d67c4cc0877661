"""The runs of WP that together prove every goal, and which goals those are.

A unit is a part of the core in one reading. What must be proved is not taken from the units: Frama-C lists it
(sources.goals), and the gate sees that some unit has proved each.
"""

import re
from dataclasses import dataclass, field

import framac
import printed
import smoke


@dataclass
class Unit:
    """provers is a key of provers.ORDER; of names the source, or a file that was made for the run."""
    name: str
    source: str
    reading: framac.Reading
    provers: str
    functions: list = field(default_factory=list)
    properties: list = field(default_factory=list)
    options: list = field(default_factory=list)
    path: str = ""
    kind: str = "goals"  # or smoke, end, witness, refuter

    def arguments(self):
        return (["-wp-fct=" + ",".join(self.functions)] if self.functions else []) + \
            (["-wp-prop=" + ",".join(self.properties)] if self.properties else []) + self.options


def lemma_of(goal):
    """The lemma that a goal is, or None."""
    found = re.fullmatch(r"(?:check_)?lemma_(\w+)", goal)
    return found.group(1) if found else None


# What means the same of a double in both readings: its value. Its casts, classes and roundings do not.
OF_VALUES = {"\\forall", "\\exists", "\\let", "\\exp", "\\log", "\\abs", "\\at", "\\true", "\\false"}


def of_values(note, known):
    """Whether an annotation, with the definitions that it uses, is about values alone."""
    texts, waiting = set(), [note.text]
    while waiting:
        text = waiting.pop()
        if text not in texts:
            texts.add(text)
            waiting += [known[word] for word in set(printed.words(text)) & known.keys()]
    return not any({word for word in printed.words(text) if word.startswith("\\")} - OF_VALUES or
                   re.search(r"\(\s*(double|float)\s*\)", text) for text in texts)


def same_in_both(sources, name):
    """The check lemmas that say the same in both readings: none leans on them, so one proof is enough."""
    real, ieee = (sources.printed[name, framac.Reading(reading, True)].annotations for reading in ("real", "ieee"))
    known = {printed.squeeze(note.text) for note in real}
    if any(printed.squeeze(note.text) not in known for note in ieee if note.kind in ("logic", "predicate")):
        return set()
    texts = {note.name: note.text for note in ieee if note.kind in ("logic", "predicate")}
    return {note.name for note in ieee if note.kind == "check lemma" and printed.squeeze(note.text) in known and
            of_values(note, texts)}


def required(sources, listed):
    """{(file, real or ieee): {goal}}: what must be proved."""
    goals = {}
    for (name, reading), found in listed.items():
        spared = {"check_lemma_" + lemma for lemma in same_in_both(sources, name)} if reading.name == "ieee" else set()
        goals.setdefault((name, reading.name), set()).update(set(found) - spared)
    return goals


def added_properties(sources, listed, name, reading):
    """The names of what there is to prove only where DERIVATIVES is defined."""
    plain, full = framac.Reading(reading), framac.Reading(reading, True)
    spared = same_in_both(sources, name) if reading == "ieee" else set()
    found = set()
    for goal in set(listed[name, full]) - set(listed[name, plain]):
        lemma = lemma_of(goal)
        if lemma is not None:
            found |= {lemma} - spared
        else:
            found.add(re.sub(r"_\d+$", "", re.sub(r".*?_(?:ensures|assert|loop_invariant)_", "", goal)))
    return sorted(found)


def equation_properties(sources, equation):
    """The names of lemmas and clauses that bear an equation's label."""
    found = set()
    for text in sources.printed.values():
        found |= {note.name for note in text.annotations if "lemma" in note.kind}
        for function in text.functions.values():
            found |= set(re.findall(r"\b([A-Za-z]\w*)\s*:", function.stated()))
    return sorted(name for name in found if re.fullmatch(re.escape(equation) + r"(_.*)?", name))


def split(sources, name):
    """The functions of a file in two parts that take about as long: equations, and whole computations."""
    functions = [function.name for function in sources.printed[name, framac.READINGS[0]].functions.values()
                 if function.body is not None]
    whole = [function for function in functions if function.startswith(name + "_")]
    return [function for function in functions if function not in whole], whole


def proofs(sources, listed):
    """The units that prove."""
    units = []
    for name in sources.read:
        plain, ieee = framac.Reading("real"), framac.Reading("ieee")
        path = sources.path(name)
        units.append(Unit(name, name, plain, "real", path=path))
        parts = split(sources, name)
        for part, title in zip(parts, (name + "_ieee", name + "_network_ieee")):
            if part:
                units.append(Unit(title, name, ieee, "ieee", functions=part, path=path))
        lemmas = {lemma_of(goal) for goal in listed[name, ieee]} - {None} - same_in_both(sources, name)
        if lemmas:
            units.append(Unit(name + "_rounding", name, ieee, "ieee", properties=sorted(lemmas), path=path))
        for reading, suffix, provers in (("real", "_derivatives", "derivatives"), ("ieee", "_derivatives_ieee", "ieee")):
            added = added_properties(sources, listed, name, reading)
            if added:
                units.append(Unit(name + suffix, name, framac.Reading(reading, True), provers, properties=added,
                                  path=path))
    return units


def beside(sources, listed, folder):
    """The units that show that the hypotheses of the others can be met: smoke tests, a false clause at the end
    of each function and behind all lemmas, a call of each function, the refuter."""
    units = []
    for name in sources.read:
        end = smoke.end_file(sources, name, folder)
        for reading in ("real", "ieee"):
            suffix = "" if reading == "real" else "_ieee"
            plain = framac.Reading(reading)
            units.append(Unit(name + suffix + ".smoke", name, plain, "smoke", path=sources.path(name), kind="smoke",
                              options=smoke.OPTIONS + smoke.only_smoke(listed[name, plain])))
            units.append(Unit(name + suffix + ".end", name, framac.Reading(reading, True), "smoke", path=end, kind="end",
                              properties=[smoke.END]))
            called = ["witness_" + function.name for function in smoke.witnessed(sources, name)]
            units.append(Unit(name + suffix + ".witness", name, plain, "witness" + suffix, called, kind="witness",
                              options=["-wp-no-rte"], path=smoke.witness_file(sources, name, folder)))
        if name == "classification":
            units.append(Unit("refuter", "refuter", framac.Reading("real", True), "derivatives", ["refuter"],
                              path=sources.refuter_path, kind="refuter"))
    return units

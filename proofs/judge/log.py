"""Reads what Frama-C WP printed in one run. Its exit status says nothing: only these lines do."""

import re
from dataclasses import dataclass

import tools

KINDS = [(r"rte_is_nan_or_infinite", "finite"), (r"_rte_|^assert_rte", "memory"), (r"^call_", "call"),
         (r"^(check_)?ensures", "ensures"), (r"^(check|assert)", "assert"), (r"^loop_invariant", "invariant"),
         (r"^loop_variant", "variant"), (r"assigns", "assigns"), (r"^terminates", "terminates")]


@dataclass
class Goal:
    """status: proved, unproved, passed (a smoke test), CONTRADICTION (a smoke test that was proved)."""
    name: str
    function: str
    label: str
    kind: str
    prover: str
    status: str
    seconds: float


def read(text, functions):
    """The goals of one run, in order; `functions` are the names of those that may have goals."""
    scheduled = sum(int(number) for number in re.findall(r"^\[wp\] (\d+) goals? scheduled", text, flags=re.M))
    found = {}
    seen = 0
    for line in text.splitlines():
        match = re.match(r"\[wp\] \[([^\]]+)\] (Goal|Smoke-test) typed_(?:real_)?(\S+)(.*)", line)
        if match:
            seen += 1
            goal = of_line(*match.groups(), functions)
            # sigma's goals come up again beside its smoke tests; once proved is proved.
            if goal.name not in found or found[goal.name].status != "proved":
                found[goal.name] = goal
    if seen != scheduled or not re.search(r"^\[wp\] Running WP plugin", text, flags=re.M):
        raise tools.Refused("WP scheduled %d goals and reported %d" % (scheduled, seen))
    return list(found.values())


def of_line(verdict, what, name, rest, functions):
    name = name.rstrip(":")
    function, kind, label = describe(name, functions)
    if what == "Smoke-test":
        status = "passed" if verdict == "Passed" else "CONTRADICTION"
        return Goal(name, function, label, kind, "-", status, 0.0)
    if not re.match(r"\s*: Valid\b", rest):
        return Goal(name, function, label, kind, "-", "unproved", 0.0)
    prover = verdict.split()[0]
    # Without a time no prover ran: Why3's own simplification closed the goal.
    if prover != "Qed" and re.fullmatch(r"\s*: Valid( \(Qed:[^)]*\))?\s*", rest):
        prover = "Why3"
    return Goal(name, function, label, kind, prover, "proved", seconds(rest))


def describe(name, functions):
    """The function that a goal belongs to (- for a lemma), its kind, and the equation that it is about."""
    mine = [function for function in functions if name.startswith(function + "_")]
    function = max(mine, key=len) if mine else "-"
    rest = name[len(function) + 1:] if mine else name
    kind = kind_of(rest, name)
    named = re.search(r"(?:^|_)([RC]\d+)(?:_|$)", rest) if kind not in ("call", "smoke") else None
    named = named or re.match(r"([RC]\d+)_", function)
    return function, kind, named.group(1) if named else "-"


def kind_of(rest, name):
    if "wp_smoke" in name:
        return "smoke"
    if re.match(r"(check_)?lemma_", name):
        return "lemma"
    for pattern, kind in KINDS:
        if re.search(pattern, rest):
            return kind
    return "other"


def seconds(rest):
    """What the prover took, as WP writes it: (40ms), (2.5s) or (1'12s). Qed's own share is left out."""
    found = re.search(r"\((?:(\d+)')?([\d.]+)(m?s)\)", rest)
    if not found:
        return 0.0
    return 60 * int(found.group(1) or 0) + float(found.group(2)) / (1000 if found.group(3) == "ms" else 1)

"""Proves documents with check --prove, and holds what was stated beside what the checker computes.

certificates.py BACKPROOF VALUES FORCED [--table FILE] DOCUMENT ...
Ends with 1 if Coq contradicts a verdict, if a statement says something else than the checker, if a fault that is planted
in a statement goes unnoticed, or if a verdict that was turned round is taken.
"""
import json
import os
import re
import resource
import subprocess
import sys
import tempfile

import readback

AXIOMS = {"ClassicalDedekindReals.sig_not_dec", "ClassicalDedekindReals.sig_forall_dec",
          "FunctionalExtensionality.functional_extensionality_dep", "Classical_Prop.classic"}
STATES = ("proved", "refuted", "not stated", "not proved", "disagrees")


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def prove(backproof, document, output):
    before = cpu()
    run = subprocess.run([backproof, "check", "--prove", "--json", "--output", output, document],
                         stdout=subprocess.PIPE, check=False)
    seconds = cpu() - before
    return run.returncode, json.loads(run.stdout)["files"][0], seconds


def checker_values(values, document):
    """For each theorem (its section and name): its letters, the free entries, both sides."""
    theorems = {}
    text = subprocess.run([values, document], stdout=subprocess.PIPE, check=True).stdout.decode()
    for line in text.splitlines():
        words = line.split()
        if words[0] == "theorem":
            now = {"letters": {}, "entries": {}}
            theorems[words[1]] = now
        elif words[0] == "index":
            now["letters"][words[1]] = int(words[2])
        elif words[0] == "value":
            now["entries"][words[1], tuple(int(i) for i in words[3:])] = float(words[2])
        else:
            now[words[0]] = float(words[1])
    return theorems


def near(a, b):
    return abs(a - b) <= 1e-6 * (1 + abs(a) + abs(b))


def faults(variables, seen, text, expected):
    """What is wrong with a statement beside the values of the checker: a list of words, empty if nothing is."""
    environment = readback.environment(variables, seen,
                                       lambda name, ix: expected["entries"].get((name, ix), 0.0))
    read = readback.statement(text)
    if read is None:
        return ["it is no equation"]
    letters, hypotheses, left, right = read
    scope = {**environment, **expected["letters"]}
    found = []
    if [name for name, _, _ in letters if name != "hot"] != list(expected["letters"]):
        found.append("it is about other indices")
    sides = []
    for side in (left, right):
        parser = readback.Parser(side)
        sides.append(parser.whole(parser.number)(scope).value)
    if not near(sides[0], expected["left"]):
        found.append("the left side is %r, the checker's %r" % (sides[0], expected["left"]))
    if not near(sides[1], expected["right"]):
        found.append("the right side is %r, the checker's %r" % (sides[1], expected["right"]))
    if not hypotheses and not near(*sides):
        found.append("it does not hold, and nothing is assumed")
    return found


def changed_statements(text, other):
    """The same statement with a fault in it."""
    read = readback.statement(text)
    letters, hypotheses, left, right = read
    before = "".join("all %s = %d to %d, " % one for one in letters)
    given = "".join(h + " -> " for h in hypotheses)
    yield "a sign is turned", "%s%s%s = - (%s)" % (before, given, left, right)
    if other:
        yield "it is another line's", "%s%s%s = %s" % (before, given, left, other)
    if any(h.startswith("((Σ") for h in hypotheses):
        yield "a hypothesis is left out", "%s%s = %s" % (before, left, right)


def look_at(document, certificate, values, report):
    """Reads all statements back; returns how many, and how many planted faults were noticed of how many."""
    expected = checker_values(values, document)
    read = planted = 0
    for variables, seen, theorems in readback.sections(certificate):
        lines = [(name, text) for name, text in theorems if name in expected]
        for n, (name, text) in enumerate(lines):
            try:
                found = faults(variables, seen, text, expected[name])
            except (ValueError, KeyError, TypeError, OverflowError, ZeroDivisionError) as trouble:
                found = ["it was not read back: %r" % trouble]
            read += 1
            for words in found:
                report("%s: %s: %s" % (document, name, words))
            if found or abs(expected[name]["right"]) < 1e-3:
                continue
            rest = [readback.statement(t)[3] for k, (_, t) in enumerate(lines)
                    if k != n and not near(expected[lines[k][0]]["right"], expected[name]["right"])
                    and expected[lines[k][0]]["letters"].keys() <= expected[name]["letters"].keys()]
            for kind, changed in changed_statements(text, rest[0] if rest else None):
                planted += 1
                if not faults(variables, seen, changed, expected[name]):
                    report("%s: %s: %s, and nobody notices" % (document, name, kind))
    return read, planted


def main(arguments):
    backproof, values, forced = arguments[:3]
    table = None
    documents = arguments[3:]
    if documents[0] == "--table":
        table, documents = documents[1], documents[2:]
    bad, total, times, rows = [], dict.fromkeys(STATES, 0), [], []
    read = planted = 0

    def report(words):
        bad.append(words)
        print(words, flush=True)

    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "certificate.v")
        prove(backproof, documents[0], output)  # the library is compiled once
        for document in documents:
            if os.path.exists(output):
                os.remove(output)
            status, file, seconds = prove(backproof, document, output)
            certificate = file.get("certificate", {})
            times.append(seconds)
            for state in STATES:
                total[state] += certificate.get(state, 0)
            if status == 3:
                report("%s: Coq contradicts a verdict" % document)
            if "trouble" in certificate:
                report("%s: %s" % (document, certificate["trouble"]))
            if set(filter(None, certificate.get("axioms", "").split(", "))) - AXIOMS:
                report("%s: rests on %s" % (document, certificate["axioms"]))
            rows.append([os.path.basename(document)] + [certificate.get(s, 0) for s in STATES]
                        + ["%.2f" % seconds])
            if os.path.exists(output):
                with open(output, encoding="utf-8") as source:
                    more = look_at(document, source.read(), values, report)
                read, planted = read + more[0], planted + more[1]
    if table:
        with open(table, "w", encoding="utf-8") as out:
            out.write("\t".join(["document"] + list(STATES) + ["seconds"]) + "\n")
            for row in rows:
                out.write("\t".join(str(cell) for cell in row) + "\n")
    turned = subprocess.run([forced] + documents[:2], stdout=subprocess.PIPE, check=False)
    if turned.returncode:
        report(turned.stdout.decode().strip())
    times.sort()
    print("certificates: %d documents, %s; CPU median %.1f s, most %.1f s" % (
        len(documents), ", ".join("%d %s" % (total[s], s) for s in STATES),
        times[len(times) // 2], times[-1]))
    print("certificates: %d statements read back, %d faults planted, %d complaints" % (read, planted, len(bad)))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

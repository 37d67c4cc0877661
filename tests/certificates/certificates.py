"""Proves documents with check --prove, and holds what was stated beside what the checker computes.

certificates.py BACKPROOF VALUES FORCED DAMAGED [--table FILE] DOCUMENT ...
Ends with 1 if Coq contradicts a verdict, if a statement says something else than the checker, if a fault that is planted
in a statement goes unnoticed, if a verdict that was turned round is taken, or if a name that Coq uses disturbs it.
"""
import json
import math
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


def faults(variables, seen, read, expected):
    """What is wrong with a statement beside the values of the checker: a list of words, empty if nothing is."""
    if read is None:
        return ["it is no equation"]
    environment = readback.environment(variables, seen,
                                       lambda name, ix: expected["entries"].get((name, ix), math.nan))
    scope = {**environment, **expected["letters"]}
    found = []
    if [name for name, _, _ in read.letters if name != "hot"] != list(expected["letters"]):
        found.append("it is about other indices")
    sides = []
    for side in (read.left, read.right):
        parser = readback.Parser(side)
        sides.append(parser.whole(parser.number)(scope).value)
    if not near(sides[0], expected["left"]):
        found.append("the left side is %r, the checker's %r" % (sides[0], expected["left"]))
    if not near(sides[1], expected["right"]):
        found.append("the right side is %r, the checker's %r" % (sides[1], expected["right"]))
    if read.sign == "=" and not read.hypotheses and not near(*sides):
        found.append("it does not hold, and nothing is assumed")
    return found


def changed_statements(read, other):
    """The same statement with a fault in it."""
    yield "a sign is turned", read.with_sides(read.left, "- (%s)" % read.right)
    if other:
        yield "it is another line's", read.with_sides(read.left, other)
    if read.sign == "=" and any(h.startswith("((Σ") for h in read.hypotheses):
        yield "a hypothesis is left out", read.with_sides(read.left, read.right, [])


class Look:
    """Counts what was seen of the statements."""

    def __init__(self, report):
        self.report, self.read, self.planted, self.small = report, 0, 0, 0

    def at_statement(self, document, section, name, read, expected, others):
        variables, seen = section
        self.read += 1
        try:
            found = faults(variables, seen, read, expected)
        except (ValueError, KeyError, TypeError, OverflowError, ZeroDivisionError) as trouble:
            found = ["it was not read back: %r" % trouble]
        for words in found:
            self.report("%s: %s: %s" % (document, name, words))
        if found:
            return
        if abs(expected["right"]) < 1e-3:
            self.small += 1  # a turned sign makes no difference
            return
        for kind, changed in changed_statements(read, others[0] if others else None):
            self.planted += 1
            if not faults(variables, seen, changed, expected):
                self.report("%s: %s: %s, and nobody notices" % (document, name, kind))

    def at_document(self, document, certificate, values):
        """Reads all statements back, but those that say of a derivative that it exists."""
        expected = checker_values(values, document)
        for variables, seen, theorems in readback.sections(certificate):
            lines = []
            for name, text in theorems:
                line = name[:-len("_fails")] if name.endswith("_fails") else name
                if line in expected:
                    lines.append((line, readback.statement(text)))
                elif not name.startswith("exists_"):
                    self.report("%s: %s: the checker has no values for it" % (document, name))
            for line, read in lines:
                others = [other.right for its, other in lines
                          if its != line and other and not near(expected[its]["right"], expected[line]["right"])
                          and expected[its]["letters"].keys() <= expected[line]["letters"].keys()]
                self.at_statement(document, (variables, seen), line, read, expected[line], others)


# Words that mean something in formulas: no names of symbols.
FORMULA_WORDS = {"exp", "ln", "log", "if", "for", "in", "to", "all", "end", "where", "with", "mod", "d"}


def names_document(certificates):
    """A document whose symbols have the names that stand in certificates: Coq's, the library's, and the proofs'."""
    names = set()
    for text in certificates:
        names.update(re.findall(r"(?<![\w'])[A-Za-z]+(?![\w'])", re.sub(r"\(\*.*?\*\)", "", text, flags=re.S)))
    names = sorted(n for n in names - FORMULA_WORDS if not re.match("d[A-Z]", n))
    lines = []
    for n in range(0, len(names), 12):
        some = ["\\mathrm{%s}" % name for name in names[n:n + 12]]
        lines.append("# Part %d\n" % n)
        lines.append("$$y = %s$$\n" % " + ".join(name + "^2" for name in some))
        lines += ["$$\\frac{\\partial y}{\\partial %s} = 2 %s$$\n" % (name, name) for name in some]
    return "\n".join(lines), len(names)


def try_names(backproof, certificates, folder, report):
    """No name that a document may have disturbs the theorems."""
    document = os.path.join(folder, "names.md")
    text, many = names_document(certificates)
    with open(document, "w", encoding="utf-8") as out:
        out.write(text)
    _, file, _ = prove(backproof, document, os.path.join(folder, "names.v"))
    certificate = file["certificate"]
    right = [c for c in file["claims"] if c["verdict"] == "right"]
    for claim in right:
        if claim["proof"]["state"] != "proved":
            report("with a name that Coq uses: %s is %s: %s" % (
                claim["read_as"], claim["proof"]["state"], claim["proof"].get("why")))
    if "trouble" in certificate:
        report("with names that Coq uses: %s" % certificate["trouble"])
    if len(right) < many // 2:
        report("of %d names that Coq uses only %d are read as symbols" % (many, len(right)))
    return len(right)


def main(arguments):
    backproof, values, forced, damaged = arguments[:4]
    table = None
    documents = arguments[4:]
    if documents[0] == "--table":
        table, documents = documents[1], documents[2:]
    bad, total, times, rows = [], dict.fromkeys(STATES, 0), [], []
    mixed, certificates = [], []

    def report(words):
        bad.append(words)
        print(words, flush=True)

    look = Look(report)
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
            if certificate.get("proved") and certificate.get("refuted"):
                mixed.append(document)
            if os.path.exists(output):
                with open(output, encoding="utf-8") as source:
                    text = source.read()
                look.at_document(document, text, values)
                if len(certificates) < 10:
                    certificates.append(text)
        named = try_names(backproof, certificates, folder, report)
    if table:
        with open(table, "w", encoding="utf-8") as out:
            out.write("\t".join(["document"] + list(STATES) + ["seconds"]) + "\n")
            for row in rows:
                out.write("\t".join(str(cell) for cell in row) + "\n")
    last = []
    for command in ([forced], [damaged, "1"]):
        run = subprocess.run(command + mixed[:2], stdout=subprocess.PIPE, check=False)
        said = run.stdout.decode().strip()
        if run.returncode:
            report(said)
        last.append(said.rsplit("\n", 1)[-1])
    times.sort()
    print("certificates: %d documents, %s; CPU median %.1f s, most %.1f s" % (
        len(documents), ", ".join("%d %s" % (total[s], s) for s in STATES),
        times[len(times) // 2], times[-1]))
    print("certificates: %d statements read back, %d faults planted (none in %d that are near 0), %d names tried" % (
        look.read, look.planted, look.small, named))
    for said in last:
        print("certificates: " + said)
    print("certificates: %d complaints" % len(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

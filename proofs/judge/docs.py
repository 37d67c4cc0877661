"""The numbers in README.md and proofs/README.md. `make proofs-docs` writes them.

A sentence stands in the document and its numbers between marks: `<!-- =KEY -->4<!-- . -->`. A table stands between
`<!-- table KEY -->` and `<!-- end of the table -->`.
"""

import decimal
import os
import re

import gate
import tools

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOCUMENTS = [os.path.join(os.path.dirname(HERE), "README.md"), os.path.join(HERE, "README.md")]


def constants(header):
    """{name: value} of the bounds and the box in rounding.h; exact."""
    with open(header, encoding="utf-8") as kept:
        found = dict(re.findall(r"^#define\s+(\w+)\s+(\w\S*)", kept.read(), flags=re.M))

    def value(text):
        return value(found[text]) if text in found else decimal.Decimal(float.fromhex(text))

    return {name: value(text) for name, text in found.items() if text in found or re.match(r"0x", text)}


def upwards(value):
    """A bound in four figures, never below it."""
    context = decimal.Context(prec=4, rounding=decimal.ROUND_CEILING)
    return "%.3e" % context.plus(value)


def rounding():
    """The rows of proofs/rounding.tsv: what make rounding measured, beside the bounds."""
    with open(os.path.join(HERE, "rounding.tsv"), encoding="utf-8") as kept:
        lines = [line.rstrip("\n").split("\t") for line in kept]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def bounds_differ(src):
    """The labels whose bound in proofs/rounding.tsv is not that of rounding.h."""
    known = constants(os.path.join(src, "rounding.h"))
    return [row["label"] for row in rounding() if upwards(known[row["label"] + "_ERROR"]) != row["bound"]]


def values(src):
    """{KEY: text} of everything that a document may quote."""
    found = {"bound." + row["label"]: row["bound"] for row in rounding()}
    for name, value in constants(os.path.join(src, "rounding.h")).items():
        if name.startswith("BOX_"):
            found["box." + name[4:]] = "%g" % value
    for reading, name in gate.TABLES.items():
        rows = gate.read_table(os.path.join(HERE, name))
        kinds = [row[2] for row in rows]
        found["smoke." + reading] = str(kinds.count("smoke"))
        void = kinds.count("finite") if reading == "real" else 0
        found["void." + reading] = str(void)
        found["goals." + reading] = str(len(kinds) - kinds.count("smoke") - void)
    table = ["| label | quantity | proved bound | largest error measured |", "|---|---|---|---|"]
    table += ["| %(label)s | %(quantity)s | %(bound)s | %(measured)s |" % row for row in rounding()]
    found["table.bounds"] = "\n".join(table)
    return found


def filled(text, found):
    """A document with its numbers as they are now."""
    def value(match):
        if match.group(2) not in found:
            raise tools.Refused("a document asks for '%s', which is not known" % match.group(2))
        return match.group(1) + found[match.group(2)] + match.group(3)

    text = re.sub(r"(<!-- =([\w.]+) -->)[^<]*(<!-- \. -->)", value, text)
    return re.sub(r"(<!-- (table\.\w+) -->\n).*?(\n<!-- end of the table -->)", value, text, flags=re.S)


def outdated(src):
    """[(path, new text)] of the documents that say other numbers."""
    found = values(src)
    changed = []
    for path in DOCUMENTS:
        with open(path, encoding="utf-8") as kept:
            text = kept.read()
        if filled(text, found) != text:
            changed.append((path, filled(text, found)))
    return changed


def write(src):
    for path, text in outdated(src):
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        print("proofs-docs: %s written" % os.path.relpath(path))

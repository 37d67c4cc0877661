"""What is stated, in Frama-C's normalised text, beside what was accepted: the files of proofs/statements.

`mathematics.acsl` holds the definitions and lemmas, `contracts.real.acsl` and `contracts.ieee.acsl` what is
stated about and in each function in that reading. An item begins with a line `//@ NAME`; a change of its
text is shown as a difference and wants ACCEPT=yes. The order of items does not count, nor does the layout.
"""

import difflib
import os
import re

import framac
import printed

FILES = ["mathematics.acsl", "contracts.real.acsl", "contracts.ieee.acsl"]
HEAD = "// Written by `make proofs ACCEPT=yes` from what Frama-C reads; proofs/judge/statements.py says how.\n"


def collect(sources):
    """{file: {item: text}} of the sources."""
    items = {name: {} for name in FILES}
    for name in sources.read:
        texts = {reading: sources.printed[name, framac.Reading(reading, True)] for reading in ("real", "ieee")}
        notes = {}
        for reading, text in texts.items():
            for note in text.annotations:
                notes.setdefault((note.kind, note.name, printed.squeeze(note.text)), {})[reading] = note.text
        for (kind, title, _), found in notes.items():
            title = "%s %s" % (kind, title) + ("" if len(found) == 2 else ", " + framac.LABELS[list(found)[0]])
            items["mathematics.acsl"][title] = list(found.values())[0]
        for reading, text in texts.items():
            for function in text.functions.values():
                stated = function.stated()
                if stated or function.body is not None:
                    # What a contract says depends on what its names are: a float is no double.
                    stated = "%s;\n%s" % (function.prototype, stated or "(nothing is stated)")
                    title = "%s.c %s" % (name, function.name) if function.body is not None else function.name
                    if function.body is not None or function.name not in defined(sources):
                        items["contracts.%s.acsl" % reading][title] = stated
    if sources.refuter is not None:
        items["contracts.real.acsl"]["refuter.c refuter"] = sources.refuter.functions["refuter"].stated()
    return items


def defined(sources):
    return {function.name for text in sources.printed.values() for function in text.functions.values()
            if function.body is not None}


def write(items, folder):
    os.makedirs(folder, exist_ok=True)
    for name, texts in items.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.write(HEAD)
            for title, text in texts.items():
                out.write("\n//@ %s\n%s\n" % (title, text))


def read(folder):
    items = {}
    for name in FILES:
        path = os.path.join(folder, name)
        items[name] = {}
        if os.path.exists(path):
            with open(path, encoding="utf-8") as kept:
                for part in re.split(r"^//@ ", kept.read(), flags=re.M)[1:]:
                    title, _, text = part.partition("\n")
                    items[name][title] = text.strip("\n")
    return items


def changes(accepted, found, whole=True):
    """Texts that show what is stated otherwise than it was accepted. `whole`: found has all files."""
    shown = []
    for name in FILES:
        old, new = accepted[name], found[name]
        for title in list(old) + [title for title in new if title not in old]:
            before, after = old.get(title), new.get(title)
            if after is None and not whole:
                continue
            if before is None or after is None or printed.squeeze(before) != printed.squeeze(after):
                lines = difflib.unified_diff((before or "").splitlines(), (after or "").splitlines(), lineterm="", n=2)
                what = "is new" if before is None else "is gone" if after is None else "states something else"
                shown.append("%s: %s %s:\n%s" % (name, title, what, "\n".join("    " + line for line in list(lines)[2:42])))
    return shown

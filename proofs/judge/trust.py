"""What the proofs take on trust: the text of proofs/trusted.txt, from what this run has seen.

It holds nothing that another machine would write otherwise; a run that finds another text than the one that was
accepted fails. The versions of the tools are in build/proofs/tools.tsv.
"""

import hashlib
import os
import re

import framac
import printed
import provers
import refused

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

TEXT = """\
What the proofs take on trust. Written by make proofs ACCEPT=yes; a run that finds another list fails.

Contracts that are assumed, not proved (src/libm.h), and that these functions return:
%(assumed)s
What they are assumed of is this code and no other (src/libm.c, as Frama-C prints it):
%(code)s
Where 2^-52 comes from: the largest errors of glibc's exp and log in double precision that are known are
0.5104 and 0.5190 ulp (B. Gladman, V. Innocente, J. Mather, P. Zimmermann, Accuracy of Mathematical Functions in
Single, Double, Double Extended, and Quadruple Precision); 1 ulp is a relative 2^-52 at most. Known is not
proved: there are too many doubles to try them all. make rounding measures them, at hard cases too.

Axioms, admitted facts, ghost code, recursive logic functions and other contracts without a body in this
project's annotations: none; a run that meets one fails.

Real reading (obligations.tsv): every double is a real number (WP model Typed+real). It says nothing about
rounding, overflow, infinity or NaN; the goals of kind "finite" are void in this reading. exp and log are
taken to be exact.
IEEE reading (obligations-ieee.tsv): every double is an IEEE 754 number, rounded to nearest (WP model
Typed+float). The C compiler is taken to compute with such doubles; make rounding compares gcc and clang bit for
bit.
Memory: WP's Typed model; parameters do not overlap the locals of the function.
The compiled text is the proved text: Frama-C normalises what gcc and clang preprocess, with the project's flags,
to the same functions as what it reads for a proof. Another compiler, or other flags, may see another text.
What is stated is what Frama-C prints (statements/*.acsl), and what there is to prove is what WP lists.

Theories of the provers: Why3's int and real theories, its real.ExpLog (exp, log) and WP's exp_pos, the latter also
a theorem of Coq; Qed's own simplifications; WP's theories of memory.
The drivers leave these theories out, so that CVC4 knows nothing of them in the IEEE reading:
%(dropped)s
Between WP and the provers: Why3's translations, which take ACSL's exp, log and abs for Coq's exp, ln and Rabs;
the drivers, and a hint to CVC4, by their sums:
%(drivers)s
%(coq)s
  The sum of meaning.v: %(meaning)s
Why3's axioms of doubles: no proof leans on one. The drivers leave them out, and Coq is given Flocq's doubles instead.
That Why3 means the same shows in these, which hold of Flocq's doubles (coq/why3_doubles.v, proved in each run; so
is exp_pos, of Coq's exp):
%(proved)s
These have no proof there:
%(left_out)s
The judge itself, in Python: judge/
%(judge)s
Programs: Frama-C with WP, Why3, CVC4, Z3, Coq, Gappa (its bounds are checked by Coq), gcc, clang, Python, as
Debian packages them. A run sees that the provers are, byte for byte, the packages' own, and that CVC4 and Z3 do
not prove false goals that are drawn anew each time. Whoever can change a package can change that.
"""


def text(sources, library):
    """library: what Coq compiled in this run."""
    axioms = dict(line.split(": ", 1) for line in provers.coq("doubles", library).splitlines())
    return TEXT % {
        "assumed": "\n".join(assumed(sources)),
        "code": "\n".join(code(sources)),
        "meaning": digest(os.path.join("judge", "meaning.v")),
        "dropped": wrapped(dropped()),
        "drivers": "\n".join("  %s %s" % (digest(name), name) for name in drivers()),
        "coq": provers.coq("trusted").rstrip("\n"),
        "proved": wrapped(axioms["proved"].split()),
        "left_out": wrapped(axioms["left out"].split()),
        # All that is there: Python would take a folder or a compiled file for a module as well.
        "judge": wrapped(sorted(set(os.listdir(os.path.join(HERE, "judge"))) - {"tests", "__pycache__"})),
    }


def assumed(sources):
    """The normalised contracts of what is not proved."""
    for name in refused.ASSUMED:
        for reading in ("real", "ieee"):
            for file in sources.read:
                function = sources.printed[file, framac.Reading(reading)].functions.get(name)
                if function and function.body is None:
                    yield "  %s, %s:" % (name, framac.LABELS[reading])
                    yield "\n".join("    " + line.strip() for line in function.contract.splitlines())
                    break


def code(sources):
    """The code of what is not proved."""
    for text in sources.trusted.values():
        for function in text.functions.values():
            if function.body is not None:
                yield "  %s %s" % (function.prototype, " ".join(printed.words(function.body)))


def code_changes(sources):
    """The code of what is not proved that is another one than was accepted."""
    with open(os.path.join(HERE, "trusted.txt"), encoding="utf-8") as kept:
        known = kept.read().splitlines()
    return [line.strip() for line in code(sources) if line not in known]


def drivers():
    """What stands between WP and a prover in this project."""
    return sorted(name for name in os.listdir(HERE) if name.endswith((".drv.in", ".sh")))


def dropped():
    """The theories that a driver takes every property from."""
    found = []
    for name in drivers():
        with open(os.path.join(HERE, name), encoding="utf-8") as kept:
            found += re.findall(r"^theory (\S+) remove allprops end", kept.read(), flags=re.M)
    return found


def digest(name):
    with open(os.path.join(HERE, name), "rb") as kept:
        return hashlib.sha256(kept.read()).hexdigest()[:16]


def wrapped(names, width=110):
    lines = [""]
    for name in names:
        if len(lines[-1]) + len(name) > width:
            lines.append("")
        lines[-1] += ("  " if not lines[-1] else " ") + name
    return "\n".join(lines)

"""The provers, as Why3 and WP are told of them, and what shows that each of them can say no.

Limits are in CPU time: a machine under load takes longer and comes to the same verdict. They are set by
prlimit around the prover, because CVC4 does not look at its own clock while it simplifies, and Z3's is that of
the wall.
"""

import os
import random
import re
import sys
from concurrent.futures import ThreadPoolExecutor

import tools

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The judge of Coq proofs: LIBRARY GOAL.v [PROOF]. It starts faster without what a user has added to Python.
COQ = [sys.executable, "-E", "-S", "-X", "pycache_prefix=" + (sys.pycache_prefix or ""), os.path.join(HERE, "judge", "coq.py")]
CVC4_IEEE = [os.path.join(HERE, "cvc4.sh")]  # SECONDS FILE: CVC4 with a hint about memory
PATIENCE = 60  # seconds of CPU for a goal that is not proved at once

# CVC4's --tlimit counts CPU time as it is; with --cpu-time, of all things, it counts the clock on the wall.
CVC4 = "/usr/bin/cvc4 --lang=smt2"
Z3 = "/usr/bin/z3 -smt2 sat.random_seed=42 nlsat.randomize=false smt.random_seed=42 -st %f"

# In the order in which they are tried. Coq first: it answers at once, as it only looks for a proof that is
# already written. Then those that have a second or two, then those that have patience.
ORDER = {
    "real": ["Coq", "CVC4:brief", "CVC4:plain", "Z3:brief", "CVC4:opaque", "CVC4:patient", "Z3:patient"],
    "derivatives": ["Coq", "CVC4:brief", "Z3:brief", "CVC4:opaque", "Z3:patient"],
    "ieee": ["Coq", "CVC4:ieee", "Coq:memory", "CVC4:ieee_patient"],
    "witness": ["CVC4:brief", "Z3:brief", "CVC4:opaque"],
    "witness_ieee": ["CVC4:ieee", "Coq", "CVC4:ieee_patient"],
    "smoke": ["CVC4:smoke"],
}


def table(folder, library, patience):
    """[(name, alternative, driver, CPU seconds, command)]; folder holds the drivers, library what Coq compiled."""
    opaque, ieee = os.path.join(folder, "cvc4-opaque.drv"), os.path.join(folder, "cvc4-ieee.drv")
    coq = " ".join(COQ + ["--note", library, "%f"])
    hint = " ".join(CVC4_IEEE)
    return [
        ("CVC4", "smoke", opaque, 1, CVC4 + " --tlimit=500 %f"),
        ("CVC4", "brief", opaque, 2, CVC4 + " --tlimit=1000 %f"),
        ("CVC4", "plain", "cvc4_17", 4, CVC4 + " --tlimit=3000 %f"),
        ("CVC4", "opaque", opaque, patience + 1, CVC4 + " --tlimit=%d000 %%f" % patience),
        ("CVC4", "patient", "cvc4_17", patience + 1, CVC4 + " --tlimit=%d000 %%f" % patience),
        ("CVC4", "ieee", ieee, 2, hint + " 1000 %f"),
        ("CVC4", "ieee_patient", ieee, patience, hint + " 1000 %f"),
        ("Z3", "brief", "z3_471", 3, Z3),
        ("Z3", "patient", "z3_471", patience, Z3),
        ("Coq", "", "coq", 10 * patience, coq),
        ("Coq", "memory", "coq", 10 * patience, coq + " " + os.path.join(HERE, "coq", "memory_ieee.v")),
    ]


class Provers:
    """A Why3 configuration in `folder`, with the provers found on this machine. `library` holds what Coq proofs
    share and what they prove; without one it is made."""

    def __init__(self, folder, patience=PATIENCE, library=None):
        self.folder = os.path.abspath(folder)
        self.conf = os.path.join(self.folder, "why3.conf")
        os.makedirs(self.folder, exist_ok=True)
        self.versions = {"CVC4": self._version("CVC4"), "Z3": self._version("Z3"), "Coq": self._version("Coq")}
        self.library = os.path.abspath(library) if library else os.path.join(self.folder, "coq")
        self._drivers()
        self._configuration(patience, self.conf)
        if not library:
            tools.output(COQ + ["--library", self.library])

    def _version(self, name):
        line = dict(tools.versions_of([name]))[name]
        found = re.search(r"\d+(\.\d+)+", line)
        if not found:
            raise tools.Refused("%s does not say its version: %s" % (name, line))
        return found.group(0)

    def _drivers(self):
        data = tools.output(["why3", "--print-datadir"]).strip()
        with open(os.path.join(HERE, "cvc4-opaque.drv.in"), encoding="utf-8") as kept:
            opaque = kept.read().replace("DATADIR", data)
        with open(os.path.join(HERE, "cvc4-ieee.drv.in"), encoding="utf-8") as kept:
            ieee = opaque + kept.read()
        for name, text in (("cvc4-opaque.drv", opaque), ("cvc4-ieee.drv", ieee)):
            with open(os.path.join(self.folder, name), "w", encoding="utf-8") as out:
                out.write(text)

    def _configuration(self, patience, conf):
        if os.path.exists(conf):
            os.remove(conf)
        tools.output(["why3", "config", "detect", "-C", conf])
        with open(conf, "a", encoding="utf-8") as out:
            for name, alternative, driver, seconds, command in table(self.folder, self.library, patience):
                out.write('\n[prover]\nname = "%s"\nversion = "%s"\n' % (name, self.versions[name]))
                if alternative:
                    out.write('alternative = "%s"\n' % alternative)
                out.write('driver = "%s"\ncommand = "/usr/bin/prlimit --cpu=%d %s"\ninteractive = false\n' %
                          (driver, seconds, command))

    def names(self, order):
        """The provers of an order as WP's option wants them."""
        return ",".join(self._name(entry) for entry in ORDER[order])

    def _name(self, entry, colon=":"):
        name, _, alternative = entry.partition(":")
        return colon.join(filter(None, [name, self.versions[name], alternative]))

    def canaries(self, seed=None):
        """Gives each prover goals that are true and goals that are false, in an order that is drawn anew each
        time. One that proves a false goal, or none, has no say in a proof. Coq's are planted by its judge."""
        quick = os.path.join(self.folder, "canaries.conf")
        self._configuration(2, quick)
        draw = random.Random(seed)
        path = os.path.join(self.folder, "canaries.why")
        goals = canaries(draw)
        with open(path, "w", encoding="utf-8") as out:
            for theory, uses in (("Ints", "int.Int"), ("Reals", "real.Real")):
                out.write("theory %s\n  use %s\n%s\nend\n" % (theory, uses, "\n".join(
                    "  goal g%d : %s" % (n, text) for n, (where, text, _) in enumerate(goals) if where == theory)))
        entries = sorted({entry for order in ORDER.values() for entry in order if not entry.startswith("Coq")})
        theories = os.path.join(tools.output(["frama-c", "-print-share-path"]).strip(), "wp", "why3")
        with ThreadPoolExecutor(3) as pool:
            for text in pool.map(lambda entry: self._canary(
                    entry, ["why3", "-C", quick, "prove", "-L", theories, "-t", "60", path], goals), entries):
                if text:
                    raise tools.Refused(text)

    def _canary(self, entry, command, goals):
        done = tools.run(command + ["-P", self._name(entry, ",")])
        verdicts = dict(re.findall(r"Goal g(\d+)\.\s*\n?Prover result is: (\w+)", done.stdout))
        if len(verdicts) != len(goals):
            return "%s gives no verdicts:\n%s" % (entry, (done.stdout + done.stderr)[-400:])
        for number, (_, text, true) in enumerate(goals):
            if (verdicts[str(number)] == "Valid") and not true:
                return "%s proves what is false: %s" % (entry, text)
            if true and verdicts[str(number)] != "Valid":
                return "%s does not prove what is true: %s" % (entry, text)
        return None


def canaries(draw):
    """True and false statements alike, of integers, reals and equality: [(theory, text, true)]."""
    goals = []
    a, b = draw.randint(2, 40), draw.randint(41, 90)
    for true in (True, False):
        low, high = (a, b) if true else (b, a)
        goals += draw.sample([
            ("Ints", "forall x:int. x <= %d -> x < %d" % (low, high), true),
            ("Ints", "forall x y:int. x = y + %d -> x - y = %d" % (a, a if true else b), true),
            ("Ints", "exists x:int. x > %d /\\ x < %d" % (a, a + 2 if true else a + 1), true),
            ("Ints", "forall f:int -> int, x y:int. x = y -> f x = f %s" % ("y" if true else "(y + %d)" % a), true),
            ("Reals", "forall x:real. x <= %d.0 -> x + 1.0 < %d.0" % (low, high + 2 if true else high), true),
            ("Reals", "forall x:real. x >= %d.0 -> x * 2.0 > %d.0" % ((b, a) if true else (a, 2 * b)), true),
            ("Reals", "forall x:real. x > 0.0 -> - x / 2.0 %s 0.0" % ("<" if true else ">"), true),
        ], 5)
    draw.shuffle(goals)
    return goals


def coq(command, library=None):
    """What the judge of Coq proofs says to one of its commands (coq.py); it must succeed."""
    return tools.output(COQ + ["--" + command] + ([library] if library else []))

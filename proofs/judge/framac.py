"""Frama-C's command lines, and what a reading is.

Each file is read in two readings. In the real one (WP's Typed+real) a double is a real number: what is
proved is about the formulas. In the IEEE one (Typed+float) it is an IEEE 754 number. In either, what is said
of derivatives is there only with DERIVATIVES defined: elsewhere it would stand in the way of the provers.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass

import tools

LABELS = {"real": "over the reals", "ieee": "in IEEE doubles"}


@dataclass(frozen=True)
class Reading:
    name: str  # real or ieee
    derivatives: bool = False

    @property
    def defines(self):
        return (["-DIEEE_READING"] if self.name == "ieee" else []) + \
            (["-DDERIVATIVES"] if self.derivatives else [])

    @property
    def model(self):
        return "Typed+float" if self.name == "ieee" else "Typed+real"

    @property
    def key(self):
        return self.name + ("-derivatives" if self.derivatives else "")


READINGS = [Reading(name, derivatives) for name in ("real", "ieee") for derivatives in (False, True)]


def flags(reading, folder):
    return ["-cpp-extra-args=%s -I%s" % (" ".join(reading.defines), folder)]


def parsed(done, source):
    """Frama-C's exit status says little: a file that it could not read is an error."""
    log = done.stdout + done.stderr
    if done.returncode != 0 or "[kernel] User Error" in log or "[kernel] Frama-C aborted" in log:
        lines = [line for line in log.splitlines() if "Parsing" not in line]
        raise tools.Refused("Frama-C cannot read %s:\n  %s" % (os.path.basename(source), "\n  ".join(lines[:8])))
    return log


def print_file(source, reading, folder, target, annotations=True):
    """The normalised text of a file; target is where Frama-C writes it."""
    command = ["frama-c", "-no-unicode", "-print", "-ocode", target]
    command += [] if annotations else ["-no-annot"]
    command += flags(reading, folder) + [source]
    parsed(tools.run(command), source)
    with open(target, encoding="utf-8") as printed:
        return printed.read()


def list_goals(source, reading, folder, options=()):
    """Every goal that WP makes of a file, whether it is hard or trivial, under WP's names."""
    command = ["frama-c", "-wp", "-wp-rte", "-wp-model", reading.model, "-wp-prover", "none"]
    log = parsed(tools.run(command + flags(reading, folder) + list(options) + [source]), source)
    goals = re.findall(r"^\[wp\] Goal typed_(?:real_)?(\S+) : ", log, flags=re.M)
    if not goals or "Running WP plugin" not in log:
        raise tools.Refused("WP made no list of goals of %s:\n%s" % (source, log[-500:]))
    return goals


def prove(source, reading, folder, provers, conf, log, options=(), wall=7200):
    """One run of WP; what it prints goes to the file log. `wall` only ends what hangs: the provers are
    limited in CPU time, each by its own command (provers.py)."""
    command = ["frama-c", "-wp", "-wp-rte", "-wp-model", reading.model, "-wp-prover", provers, "-wp-cache", "none",
               "-wp-par", "1", "-wp-timeout", str(wall), "-wp-smoke-timeout", str(wall)]
    command += flags(reading, folder) + list(options) + [source]
    with open(log, "w", encoding="utf-8", buffering=1) as out:
        process = subprocess.Popen(command, env=tools.environment(WHY3CONFIG=conf), stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        scheduled = seen = 0
        for line in process.stdout:
            out.write(line)
            found = re.match(r"\[wp\] (\d+) goals? scheduled", line)
            scheduled += int(found.group(1)) if found else 0
            seen += bool(re.search(r"(Goal|Smoke-test) typed_", line))
            if sys.stderr.isatty():
                tools.progress("%-32s %4d of %d goals" % (os.path.basename(log), seen, scheduled))
        process.wait()
    if process.returncode != 0:
        with open(log, encoding="utf-8") as text:
            raise tools.Refused("Frama-C broke off, see %s:\n%s" % (log, text.read()[-500:]))

"""The tools that the proofs run: where they are, whose they are, and how they are started.

Every tool is started with a clean environment, by its path in /usr/bin: neither another z3 in the caller's
PATH nor a setting of his for Coq, Why3 or Frama-C takes part in a proof.
"""

import os
import shutil
import subprocess
import sys

PATH = "/usr/bin:/bin"
PACKAGES = {
    "frama-c": "frama-c-base",
    "why3": "why3",
    "z3": "z3",
    "cvc4": "cvc4",
    "coqc": "coq",
    "gappa": "gappa",
}
# What they read while they run, in packages of their own.
LIBRARIES = ["libz3-4", "libcoq-stdlib", "libcoq-core-ocaml", "libcoq-flocq", "libcoq-coquelicot", "libcoq-gappa"]
VERSIONS = {
    "Frama-C": ["frama-c", "-version"],
    "Why3": ["why3", "--version"],
    "Coq": ["coqc", "--print-version"],
    "CVC4": ["cvc4", "--version"],
    "Z3": ["z3", "--version"],
    "Gappa": ["gappa", "--version"],
    "C compiler": ["cc", "--version"],
}


class Refused(Exception):
    """The proofs cannot be judged: its text says what is wrong and what to do."""


def environment(**more):
    """What a tool may know of the caller: nothing but where temporary files go."""
    home = os.path.join(os.environ.get("TMPDIR", "/tmp"), "no-home")
    clean = {"PATH": PATH, "HOME": home, "LC_ALL": "C", "TERM": "dumb"}
    if "TMPDIR" in os.environ:
        clean["TMPDIR"] = os.environ["TMPDIR"]
    clean.update(more)
    return clean


def run(command, stdin=None, **more):
    """Runs a tool; its exit status, output and messages are the caller's to judge."""
    return subprocess.run(command, env=environment(**more), input=stdin or "", stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, errors="replace")


def output(command, stdin=None, **more):
    """The output of a tool that must succeed."""
    done = run(command, stdin, **more)
    if done.returncode != 0:
        raise Refused("%s failed:\n%s" % (" ".join(command), (done.stderr + done.stdout).strip()[-2000:]))
    return done.stdout


def versions_of(names):
    """The first line that each of these tools prints about itself: [(name, text)]."""
    found = []
    for name in names:
        done = run(VERSIONS[name])
        found.append((name, (done.stdout + done.stderr).strip().splitlines()[0]))
    return found


def check_packages():
    """Refuses a prover that is not, byte for byte, the file of its Debian package.

    Returns a line that says what was checked. Where there is no dpkg nothing can be: that is said.
    """
    if not shutil.which("dpkg", path=PATH):
        return "no dpkg here: the tools in /usr/bin are taken as they are"
    for tool, package in PACKAGES.items():
        path = shutil.which(tool, path=PATH)
        if path is None:
            raise Refused("%s is missing: install the Debian package %s" % (tool, package))
        owners = set()
        for name in {path, os.path.realpath(path), path.replace("/usr/bin/", "/bin/")}:
            done = run(["dpkg", "-S", name])
            owners |= {line.rsplit(": ", 1)[0].split(":")[0] for line in done.stdout.splitlines()}
        if not any(owner == package or owner.startswith(package) for owner in owners):
            raise Refused("%s is not the file of the Debian package %s" % (path, package))
    installed = [name for name in LIBRARIES if run(["dpkg", "-s", name]).returncode == 0]
    done = run(["dpkg", "--verify"] + sorted(PACKAGES.values()) + installed)
    changed = [line.split()[-1] for line in done.stdout.splitlines() if line[2:3] == "5"]
    if changed:
        raise Refused("changed since their package was installed:\n  " + "\n  ".join(changed))
    return "the provers are, byte for byte, those of their Debian packages"


def progress(text, done=False):
    """A line that the next one replaces; on a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write("\r  %-60s" % text if not done else "\r%62s\r" % "")
        sys.stderr.flush()

"""coq_check: lets Coq compile, and judges what it says.

A goal is proved if a proposition with WP's statement, read by Coq before anything of the proof is loaded, is that
of what the proof's file calls wp_goal, and Print Assumptions, in that same process that never read a script,
names nothing but Coq's axioms of the reals and what the goal leaves open.

That takes two steps. What compiles is noted (note); what was noted is settled (settle), many goals in one process,
since each would load the same libraries. Only what is settled is proved.
"""
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import coq_proof
import coq_theory
from coq_goal import NAME, Refused, one_line, words

MEANING = Path(__file__).resolve().parent / "meaning.v"
AXIOMS = ("ClassicalDedekindReals.sig_forall_dec", "ClassicalDedekindReals.sig_not_dec",
          "FunctionalExtensionality.functional_extensionality_dep", "Classical_Prop.classic")
CPU_SECONDS = 900
FOLDERS = ("shared", "theory", "goals", "checks")
# Coq sets its garbage collector for big machines; this is a third faster on short files.
COLLECTOR = "s=2M,o=400"


def run(command, folder):
    """Runs a tool in a folder, with a limit in CPU time, and ends all that it started; (status, output)."""
    def limit():
        given = resource.getrlimit(resource.RLIMIT_CPU)[1]
        seconds = CPU_SECONDS if given == resource.RLIM_INFINITY else min(CPU_SECONDS, given)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    environment = {**os.environ, "TMPDIR": str(folder), "OCAMLRUNPARAM": COLLECTOR, "LC_ALL": "C"}
    environment.pop("COQPATH", None)
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, preexec_fn=limit,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)

    def stop(*_):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    previous = signal.signal(signal.SIGTERM, lambda *_: (stop(), os._exit(1)))
    try:
        output, _ = process.communicate()
    finally:
        stop()
        signal.signal(signal.SIGTERM, previous)
    return process.returncode, output.decode("utf-8", "replace")


def coqc(file, library, *more):
    """Compiles one file; its folder is the current one. more: further pairs (folder, logical name)."""
    command = ["coqc", "-q", "-w", "none"]
    for folder, name in ((library / "shared", "Backproof"), (library / "theory", "Backproof.Theory"), *more):
        command += ["-Q", str(folder), name]
    return run(command + [file.name], file.parent)


def loads_nothing(text):
    """Refuses a script that asks Coq for a plug-in or for another file. What a plug-in does, it does again in the
    process that settles, before Coq can judge anything; the words for it stand in plain letters in any script."""
    if re.search(r"\bML\b|Load", text):
        raise Refused("the script loads something: 'ML' and 'Load' are refused, in comments as well")


def build_library(library, shared=coq_proof.SCRIPTS):
    """Compiles what goals and proofs share: meaning.v, on which goals are stated, and the files of lemmas in shared."""
    for folder in FOLDERS:
        (library / folder).mkdir(parents=True, exist_ok=True)
    sources = [(MEANING, "Meaning")] + [(shared / f"{name}.v", name) for name in coq_proof.SHARED]
    for source, name in sources:
        file = library / "shared" / f"{name}.v"
        shutil.copyfile(source, file)
        loads_nothing(file.read_text(encoding="utf-8", errors="surrogateescape"))
        status, output = coqc(file, library)
        if status:
            raise Refused(f"{source.name} does not compile: {one_line(output)[:300]}")


def compile_theory(theory, library):
    """Compiles the theory of a goal, alone, unless a goal before it had the same; its logical name."""
    name = "T_" + hashlib.sha256(theory.text.encode()).hexdigest()[:20]
    if not (library / "theory" / f"{name}.vo").exists():
        with tempfile.TemporaryDirectory(dir=library) as folder:
            file = Path(folder) / f"{name}.v"
            file.write_text(theory.text)
            status, output = coqc(file, library, (folder, "Backproof.Theory"))
            if status:
                raise Refused(f"what WP declares does not define what it speaks of: {one_line(output)[:300]}")
            for suffix in (".v", ".vo"):
                os.replace(file.with_suffix(suffix), library / "theory" / f"{name}{suffix}")
    return f"Backproof.Theory.{name}"


def trusted_bytes(library, theory_name):
    """What a statement stands on; no script may change it."""
    return [(library / "shared" / "Meaning.vo").read_bytes(),
            (library / "theory" / (theory_name.split(".")[-1] + ".vo")).read_bytes()]


def read_assumptions(output, still_open):
    """Refuses what Print Assumptions says unless every line is understood and allowed."""
    allowed, lines = set(AXIOMS) | set(still_open), output.splitlines()
    if lines == ["Closed under the global context"]:
        return
    if not lines or lines[0] != "Axioms:":
        raise Refused(f"Coq did not say what the proof leans on: {one_line(output)[:200]}")
    for line in lines[1:]:
        name = re.match(rf"{NAME}(?:\.{NAME})*(?= :|$)", line)
        if line[:1] not in (" ", "\t") and (name is None or name[0] not in allowed):
            raise Refused(f"the proof leans on {one_line(line)[:200]}")


# The statements of one goal, by themselves: theories may use the same names.
STATED = "Module {name}.\nImport {theory}.\n{statements}End {name}.\n"
STATEMENT = "Definition {what} : Prop := {text}.\n"
PROVED = "Definition {name}_{what} : {name}.{what} := Backproof.Goal.{name}.Proof.{what}.\n"


def compile_proof(text, logical, library):
    """Compiles a proof in a folder that is thrown away; the bytes of what Coq made of it."""
    loads_nothing(text)
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        file = Path(folder) / "Proof.v"
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
        status, output = coqc(file, library, (folder, logical))
        compiled = file.with_suffix(".vo")
        if status or not compiled.is_file():
            raise Refused(f"Coq does not accept the proof:\n{output.strip()}")
        return compiled.read_bytes()


def note(theory, statements, write, library):
    """Compiles a proof of statements, pairs (name, text), over a theory; write gives the proof's text for the logical
    name of the theory. Leaves in library/goals what settle is to judge; the name of it. Raises Refused."""
    theory_name = compile_theory(theory, library)
    text = write(theory_name)
    name = "G_" + hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:20]
    before = trusted_bytes(library, theory_name)
    proof = compile_proof(text, f"Backproof.Goal.{name}", library)
    if trusted_bytes(library, theory_name) != before:
        raise Refused("the script changed what the goal is stated on")
    folder = library / "goals" / name
    folder.mkdir(exist_ok=True)
    noted = json.dumps([theory_name, statements, theory.open]).encode()
    # Its sum is its name: no script can put something else in its place.
    for file, content in (("Proof.vo", proof), (hashlib.sha256(noted).hexdigest() + ".json", noted)):
        with tempfile.NamedTemporaryFile(dir=library, delete=False) as out:
            out.write(content)
        os.replace(out.name, folder / file)
    return name


def noted(library, name):
    """What note left of a goal: [(theory, statements, what is left open)]."""
    files = sorted((library / "goals" / name).glob("*.json"))
    if not files or any(hashlib.sha256(file.read_bytes()).hexdigest() != file.stem for file in files):
        raise Refused("what a goal states was written over")
    return [json.loads(file.read_bytes()) for file in files]


def settle_together(library, names):
    """Raises Refused unless these goals are proved, all of them. Leaves what coqchk is to see in library/checks."""
    theories, stated, proved, proofs, allowed = set(), [], [], [], []
    for name in names:
        for theory, statements, left_open in noted(library, name):
            theories.add(theory)
            allowed += [f"{theory.split('.')[-1]}.{each}" for each in left_open]
            stated.append(STATED.format(name=name, theory=theory, statements="".join(
                STATEMENT.format(what=what, text=text) for what, text in statements)))
            proved += [(name, what) for what, _ in statements]
        proofs.append(f"Backproof.Goal.{name}.Proof")
    # The last definition has all the others in it, so that Coq looks through them once.
    text = "".join(
        ["Require Import Reals ZArith.\nRequire Import Backproof.Meaning.\n", f"Require {' '.join(sorted(theories))}.\n"]
        + stated + [f"Require {' '.join(proofs)}.\n"] + [PROVED.format(name=name, what=what) for name, what in proved]
        + [f"Definition all_of_them := ({', '.join(f'{name}_{what}' for name, what in proved)}, tt).\n"]
        + ["Print Assumptions all_of_them.\n"])
    check = "C_" + hashlib.sha256(text.encode()).hexdigest()[:20]
    with tempfile.TemporaryDirectory(dir=library) as folder:
        file = Path(folder, f"{check}.v")
        file.write_text(text)
        status, output = coqc(file, library, (library / "goals", "Backproof.Goal"), (folder, "Backproof.Check"))
        if status:
            raise Refused(f"what is proved is not what WP states: {one_line(output)[:300]}")
        read_assumptions(output, allowed)
        for suffix in (".v", ".vo"):
            os.replace(file.with_suffix(suffix), library / "checks" / f"{check}{suffix}")


def settle(library):
    """Raises Refused unless all goals that were noted are proved; how many they are."""
    names = sorted(folder.name for folder in (library / "goals").iterdir())
    parts = [part for part in (names[n::os.cpu_count()] for n in range(os.cpu_count())) if part]
    try:
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(settle_together, [library] * len(parts), parts))
    except Refused:
        for name in names:  # which one it is
            try:
                settle_together(library, [name])
            except Refused as why:
                raise Refused(f"{noted(library, name)[0][1][0][1][:100]}: {why}") from None
        raise
    return len(names)


def check(theory, statements, write, library):
    """Both steps for one goal."""
    settle_together(library, [note(theory, statements, write, library)])


def prove(goal, script, library, folder=coq_proof.SCRIPTS, step=check):
    """Raises Refused unless the script proves the goal (or, where step is note, may do so); folder: where the proofs
    of lemmas are."""
    theory = coq_theory.build(goal, words(script))
    step(theory, [("wp_goal", goal.statement)],
         lambda theory_name: coq_proof.write(goal, theory, theory_name, script, folder), library)


def section(summary, title):
    """The entries of one section of coqchk's summary."""
    match = re.search(rf"^\* {title}:(.*?)(?=^\* |\Z)", summary, re.DOTALL | re.MULTILINE)
    if match is None:
        raise Refused(f"coqchk did not say: {title}")
    return [entry for entry in match[1].split() if entry != "<none>"]


def recheck(library):
    """Lets coqchk see all that was accepted, with what it stands on; the number of goals. Coq's own library,
    Coquelicot, Flocq and Gappa are taken as they are installed."""
    goals = sorted(folder.name for folder in (library / "goals").iterdir())
    theories = sorted(file.stem for file in (library / "theory").glob("T_*.vo"))
    modules = [f"Backproof.{file.stem}" for file in sorted((library / "shared").glob("*.vo"))]
    modules += [f"Backproof.Theory.{name}" for name in theories]
    modules += [f"Backproof.Goal.{name}.Proof" for name in goals]
    modules += [f"Backproof.Check.{file.stem}" for file in sorted((library / "checks").glob("*.vo"))]
    command = ["coqchk", "-silent", "-o"]
    for folder, name in (("shared", "Backproof"), ("theory", "Backproof.Theory"), ("goals", "Backproof.Goal"),
                         ("checks", "Backproof.Check")):
        command += ["-Q", str(library / folder), name]
    for module in modules:
        command += ["-norec", module]
    with tempfile.TemporaryDirectory() as folder:
        status, output = run(command, folder)
    if status:
        raise Refused(f"coqchk refuses what was compiled: {one_line(output)[-300:]}")
    still_open = {f"Backproof.Theory.{name}.{each}" for name in theories for each in
                  re.findall(rf"^Parameter ({NAME}) :", (library / "theory" / f"{name}.v").read_text(), re.MULTILINE)}
    own = {entry for entry in section(output, "Axioms") if entry.startswith("Backproof.")}
    if own - still_open:
        raise Refused(f"an axiom stands in what was compiled: {min(own - still_open)}")
    for title in ("Constants/Inductives relying on type-in-type",
                  r"Constants/Inductives relying on unsafe \(co\)fixpoints", "Inductives whose positivity is assumed"):
        for entry in section(output, title):
            raise Refused(f"coqchk: {entry} is not checked in full ({title})")
    return len(goals)

"""Plants each kind of gap in a copy of what the report is made of, and sees that no report is made of it."""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.path.join(ROOT, os.environ.get("BACKPROOF", "backproof"))
FILES = ["src/*.[ch]", "src/base/arb_compat.h", "src/*.acsl", "proofs/*.tsv", "proofs/trusted.txt", "tests/test_*.c", "report/*.tex",
         "report/labels.md", "tests/public/*.tsv", "tests/derivations/homework.md", "plots/data/*.tsv", "CITATION.cff"]
FIGURES = "convergence_regression convergence_classification fit_trees fit_iris v_curve rounding descent mistakes speed"
STAYED = {"documents": 2, "lines": 9, "unchanged": 8, "weaker": 1, "faults": 0, "right": 5, "unharmed": 4, "harmed": 0}
COUNTS = {"lines": 5, "changed": 4, "found": 4, "named": 3, "misnamed": 0}


def content_of(path):
    with open(path, "rb") as file:
        return file.read()


class Copy:
    """A copy of the project with the answers of the programs, in a folder with a blank in its name."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.root = os.path.join(self.temporary.name, "a copy")
        for pattern in FILES:
            for path in glob.glob(os.path.join(ROOT, pattern)):
                self.write(os.path.relpath(path, ROOT), content_of(path))
        self.prove()
        for network in ("regression", "classification"):
            self.answer(f"gradcheck-{network}", "gradcheck", network, "--json", "--points", "20")
            self.answer(network, "train", network, "--json", "--epochs", "2")
            self.answer(f"builtin-{network}", "train", network, "--json", "--epochs", "2")
        self.answer("homework", "check", "--json", "tests/derivations/homework.md")
        self.answer("labels", "check", "--json", "report/labels.md")
        self.write("build/report/selftest.json", json.dumps({**COUNTS, "damages": [{"damage": "sign", **COUNTS}]}))
        self.write("build/report/invariance.json", json.dumps(
            {**STAYED, "changes": [{"change": "crlf", **STAYED}], "groups": [{"group": "other layout", **STAYED}]}))
        for figure in FIGURES.split():
            self.write(f"build/plots/{figure}.pdf", "a figure")
        for tool in ("gnuplot", "pdftex"):  # a machine that only tests need not have them
            self.write(f"bin/{tool}", "#!/bin/sh\necho 1.0\n")
            os.chmod(os.path.join(self.root, "bin", tool), 0o755)

    def path(self, name):
        return os.path.join(self.root, name)

    def write(self, name, content):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())

    def prove(self):
        """What a run of make proofs leaves in build, if Coq had proved the lemmas and CVC4 the rest."""
        run, counts = ["reading\tgoal\tprover"], Counter()
        for reading, suffix in (("real", ""), ("ieee", "-ieee")):
            rows = content_of(self.path(f"proofs/obligations{suffix}.tsv")).decode().splitlines()[1:]
            for _, _, kind, goal in (row.split("\t") for row in rows):
                prover = "Coq" if kind == "lemma" else "CVC4"
                run.append(f"{reading}\t{goal}\t{prover}")
                counts[reading, prover] += kind != "smoke" and (kind != "finite" or reading == "ieee")
        effort = [f"{reading}\t{prover}\t{goals}\t{goals if prover == 'Coq' else 0}\t1.5"
                  for (reading, prover), goals in counts.items()]
        self.write("build/proofs/goals.tsv", "\n".join(run) + "\n")
        self.write("build/proofs/effort.tsv", "\n".join(["reading\tprover\tgoals\tlemmas\tseconds"] + effort) + "\n")
        self.write("build/proofs/tools.tsv", "tool\tversion\nCoq\t8.16.1\n")

    def answer(self, name, *arguments):
        run = subprocess.run([PROGRAM, *arguments], cwd=self.root, stdout=subprocess.PIPE, check=False)
        self.write(f"build/report/{name}.json", run.stdout)

    def join(self, *options):
        if os.path.exists(self.path("build/report/numbers.tex")):
            os.remove(self.path("build/report/numbers.tex"))
        environment = {**os.environ, "PATH": self.path("bin") + os.pathsep + os.environ["PATH"], "LC_ALL": "C"}
        return subprocess.run([sys.executable, HERE, "write", "build/report", "--program", PROGRAM, *options],
                              cwd=self.root, env=environment, stderr=subprocess.PIPE, encoding="utf-8", check=False)


@unittest.skipUnless(os.access(PROGRAM, os.X_OK), "backproof is not built")
class Gaps(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.copy = Copy()

    @classmethod
    def tearDownClass(cls):
        cls.copy.temporary.cleanup()

    def plant(self, name, pattern, replacement, *said, options=()):
        """Replaces what the pattern finds in a file, or the file by nothing if there is no pattern."""
        path = self.copy.path(name)
        shutil.copy(path, path + ".kept")
        try:
            if pattern:
                with open(path, encoding="utf-8") as file:
                    content, count = re.subn(pattern, replacement, file.read(), flags=re.M)
                self.assertTrue(count, f"nothing to plant in {name}: {pattern}")
                self.copy.write(name, content)
            else:
                os.remove(path)
            run = self.copy.join(*options)
        finally:
            os.replace(path + ".kept", path)
        for words in said:
            self.assertIn(words, run.stderr)
        self.assertNotIn("Traceback", run.stderr)
        self.assertEqual(run.returncode, 1 if said else 0, run.stderr)
        self.assertEqual(os.path.exists(self.copy.path("build/report/numbers.tex")), not said)

    def test_nothing_planted(self):
        run = self.copy.join()
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertEqual(len(glob.glob(self.copy.path("build/report/evidence/*.tex"))), 25)
        self.assertTrue(os.path.exists(self.copy.path("build/report/numbers.tex")))

    def test_lemma(self):
        self.plant("proofs/obligations.tsv", r"^.*lemma_R4_derivative\n", "", "R4: no lemma R4_derivative")

    def test_lemma_that_is_stated(self):
        self.plant("proofs/obligations.tsv", r"^.*lemma_C14_descent\n", "", "C14: the lemma C14_descent of src/")

    def test_tables_of_provers(self):
        self.plant("build/proofs/effort.tsv", None, None)  # then nothing is said of provers and times
        self.plant("build/proofs/effort.tsv", r"^.*\n(.*\n)*", "reading\tprover\tgoals\tlemmas\tseconds\n",
                   "build/proofs/effort.tsv: no rows")
        self.plant("proofs/obligations-ieee.tsv", None, None, "proofs/obligations-ieee.tsv is missing or empty")

    def test_without_a_run(self):
        self.plant("build/proofs/goals.tsv", None, None)
        with open(self.copy.path("build/report/numbers.tex"), encoding="utf-8") as numbers:
            self.assertNotIn("ieee-provers", numbers.read())

    def test_the_table_agrees_with_the_text(self):
        self.copy.join()
        with open(self.copy.path("build/report/numbers.tex"), encoding="utf-8") as numbers:
            found = dict(re.findall(r"\\setnumber\{([\w-]+)\}\{(.*)\}", numbers.read()))
        with open(self.copy.path("build/report/effort.rows.tex"), encoding="utf-8") as rows:
            cells = [line.rstrip(" \\\n").split(" & ") for line in rows if "&" in line]
        self.assertEqual(sorted(found["ieee-provers"].split(", ")), sorted(
            f"{prover} {goals}" for reading, prover, goals, *_ in cells if reading == "IEEE" and prover != "together"))
        self.assertEqual([goals for _, prover, goals, *_ in cells if prover == "together"],
                         [found["goals-proved"], found["ieee-proved"]])

    def test_goal(self):
        self.plant("proofs/obligations.tsv", r"^R6_dSE_dgamma\t.*ensures_R6\n", "",
                   "R6: the goal R6_dSE_dgamma_ensures_R6 is not proved in proofs/obligations.tsv")

    def test_goal_in_doubles(self):
        self.plant("proofs/obligations-ieee.tsv", r"^R6_dSE_dgamma\t.*ensures_R6\n", "",
                   "R6: the goal R6_dSE_dgamma_ensures_R6 is not proved in proofs/obligations-ieee.tsv")

    def test_no_goals(self):
        self.plant("proofs/obligations.tsv", r"^(.*)\n(.*\n)*", r"\1\n", "proofs/obligations.tsv: no rows")
        self.plant("proofs/obligations.tsv", None, None, "proofs/obligations.tsv is missing or empty: make proofs")

    def test_other_proofs(self):
        self.plant("build/proofs/effort.tsv", r"^(real\tCVC4\t).*?\t", r"\g<1>1\t", "build/proofs is of other proofs")

    def test_label_in_the_tests(self):
        paths = [os.path.relpath(path, self.copy.root) for path in glob.glob(self.copy.path("tests/test_*.c"))]
        kept = {path: content_of(self.copy.path(path)) for path in paths}
        for path, content in kept.items():
            self.copy.write(path, re.sub(b"C14", b"C99", content))
        run = self.copy.join()
        for path, content in kept.items():
            self.copy.write(path, content)
        self.assertIn("C14: no test names it", run.stderr)
        self.assertEqual(run.returncode, 1)

    def test_clause(self):
        self.plant("src/regression.h", r"ensures R4:", "ensures R99:", "R4: no clause `ensures R4:' in src/regression.h",
                   "R99: src/regression.h:")

    def test_clause_without_end(self):
        self.plant("src/regression.h", r"(ensures R4: [^;]*);", r"\1", "R4: the clause of src/regression.h:")

    def test_function(self):
        self.plant("src/regression.c", r"R4_dSE_dO", "dSE_dO", "R4: no function R4_... in src/regression.c")

    def test_bound(self):
        self.plant("src/rounding.h", r"#define R6_ROUNDING.*", "")  # R6 has its whole bound
        self.plant("src/rounding.h", r"#define C12_ROUNDING.*", "", "C12: C12_ROUNDING has no value in src/rounding.h")

    def test_row_of_rounding(self):
        self.plant("proofs/rounding.tsv", r"^R10\t.*\n", "", "R10: no row in proofs/rounding.tsv")
        self.plant("proofs/rounding.tsv", r"^(R10\t.*?\t).*?\t", r"\g<1>9e9\t", "R10: the measured error 9e9 is not below")
        self.plant("proofs/rounding.tsv", r"^R10\t", "R4\t", "R4: an unexpected row")
        self.plant("proofs/rounding.tsv", r"^R10\t", "Q1\t", "not a label: Q1")
        self.plant("proofs/rounding.tsv", r"^label", "name", "proofs/rounding.tsv:1: no column label")
        self.plant("proofs/rounding.tsv", r"^(R10\t.*)\t.*$", r"\1", "proofs/rounding.tsv:7: 5 fields, not 6")

    def test_figure(self):
        self.plant("build/plots/descent.pdf", None, None, "the figure build/plots/descent.pdf is missing: make plots")
        self.plant("build/plots/descent.pdf", None, None, options=["--draft"])

    def test_equation_in_the_text(self):
        self.plant("report/regression.tex", r"\\ev\{R6\}", "", "R6: \\ev{R6} stands 0 times in report/regression.tex")
        self.plant("report/regression.tex", r"\\lab\{R6\}", r"\\lab{R6}\\lab{R6}", "R6: \\lab{R6} stands 2 times")

    def test_line_of_a_slip(self):
        self.plant("build/report/homework.json", r'"read_as": "dCE/dX_j = .*"', '"read_as": "x"',
                   "S1: the line of a slip is not in the answer of check")
        self.plant("build/report/labels.json", r'"verdict": "wrong"', '"verdict": "right"',
                   "S4-labels: check says right, not wrong")

    def test_gradient(self):
        self.plant("build/report/gradcheck-regression.json", r'"ok": true', '"ok": false', "its derivative is wrong")
        self.plant("build/report/gradcheck-regression.json", r'"R10"', '"R9"', "R10: no equation of this label")

    def test_answers(self):
        self.plant("build/report/regression.json", r'"alpha"', '"beta"', "build/report/regression.json: training: no alpha")
        self.plant("build/report/regression.json", r"\A\{", "", "build/report/regression.json:2:")
        self.plant("build/report/selftest.json", r'"found": 4', '"found": 3', "selftest: 3 of 4 found: make selftest")

        self.plant("build/report/invariance.json", r'"faults": 0', '"faults": 1', "invariance: 1 faults: make invariance")

    def test_statement(self):
        self.plant("src/regression_derivatives.acsl", r"predicate IsSEByW\{", "predicate IsOther{", "R10: predicate IsSEByW")

    def test_version(self):
        self.plant("CITATION.cff", r"^version: ", "version: 9", "CITATION.cff does not name the version")


if __name__ == "__main__":
    unittest.main()

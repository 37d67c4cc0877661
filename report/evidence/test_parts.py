"""Tests of the parts that read sources and write TeX."""
import os
import tempfile
import unittest

import files
import programs
import proofs
import sources
import tex


class Tex(unittest.TestCase):
    def test_plain(self):
        self.assertEqual(tex.plain("a_b-c'^\\"), "a\\_b{-}c\\textquotesingle{}\\string^\\textbackslash{}")

    def test_number(self):
        for given, expected in (("0.5", "$0.5$"), ("-2", "$-2$"), ("4.0e-08", r"$4.0\cdot 10^{-8}$"), ("1e+06", "$10^{6}$")):
            self.assertEqual(tex.number(given), expected)

    def test_grouped(self):
        self.assertEqual([tex.grouped(n) for n in (9999, 10000, 1234567)], ["9999", "10\\,000", "1\\,234\\,567"])

    def test_quantity(self):
        self.assertEqual(tex.quantity("dSE/dgamma_j0"), r"$\partial \mathit{SE}/\partial \gamma_{j0}$")
        self.assertEqual(tex.quantity("H_j after a step"), "$H_{j}$ after a step")

    def test_values(self):
        self.assertEqual(tex.values([("gamma_00", "-1.5"), ("k", 1)]), r"\mbox{$\gamma_{00} = -1.5$}, \mbox{$k = 1$}")


class InFile(unittest.TestCase):
    """What follows reads one file."""

    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)

    def file(self, name, content):
        path = os.path.join(self.directory.name, name)
        files.write(path, content)
        return path


class Sources(InFile):
    def test_functions(self):
        path = self.file("a.c", "/* x */\ndouble R1_f(double x)\n{\n    //@ assert x;\n    if (x)\n        x = 1;\n"
                                "    /*@ loop\n        invariant; */\n    return x;\n}\nvoid other(void)\n{\n    f();\n}\n")
        (found,) = sources.functions(path)
        self.assertEqual((found.name, found.at), ("R1_f", f"{path}:5"))
        self.assertEqual(found.lines, ["if (x)", "    x = 1;", "return x;"])

    def test_clauses(self):
        path = self.file("a.h", "/*@ requires x;\n    ensures R1: a\n        == b;\n    ROUNDED(ensures R1: c;)\n"
                                "    ensures R2_d: e; */\nvoid f(void);\n/*@ ensures R3: g */\nvoid h(void);\n")
        gaps = files.Gaps()
        found = sources.clauses(path, gaps)
        self.assertEqual([(c.goal, c.macro, c.text, c.label) for c in found],
                         [("f_ensures_R1", "", "ensures R1: a == b;", "R1"), ("f_ensures_R1_2", "ROUNDED", "ensures R1: c;", "R1"),
                          ("f_ensures_R2_d", "", "ensures R2_d: e;", "R2")])
        self.assertEqual(found[2].at, f"{path}:5")
        self.assertEqual(gaps, [f"R3: the clause of {path}:7 has no end"])

    def test_constants(self):
        path = self.file("a.h", "#define A 0x1p-2\n#define B A\n#define C(x) x\n")
        self.assertEqual(sources.constants(path), {"A": 0.25, "B": 0.25})

    def test_words(self):
        self.assertEqual(sources.words_of("Test(suite, R6_and_R7)"), ["R6", "and", "R7"])
        self.assertEqual(sources.words_of("Test(suite, R6)"), [])
        self.assertIn("R6", sources.words_of('    f("R6: x", R7);'))
        self.assertNotIn("R7", sources.words_of('    f("R6: x", R7);'))


class Others(InFile):
    def test_target(self):
        for target, network in (("1.5", "regression"), ("-2e3", "regression"), ("NA", "regression"), ("red", "classification")):
            path = self.file("a.csv", f'x,y,t\r\n1,2,"{target}"\r\n')
            self.assertEqual(programs.target_network(path), (network, target))

    def test_goals_without_provers(self):
        self.file("obligations.tsv", "function\tequation\tkind\tgoal\nf\tR1\tensures\tg\n"
                                     "f\tR1\tfinite\th\nf\t-\tsmoke\ts\n")
        real = proofs.reading(self.directory.name, run=self.directory.name)
        self.assertEqual((len(real.goals), real.void, real.smoke), (1, 1, 1))
        self.assertEqual(real.goals[0].prover, "")

    def test_goals_with_the_provers_of_the_last_run(self):
        self.file("obligations-ieee.tsv", "function\tequation\tkind\tgoal\nf\tR1\tensures\tg\nf\tR1\tfinite\th\n")
        self.file("goals.tsv", "reading\tgoal\tprover\nreal\tg\tZ3\nieee\tg\tCoq\n")
        ieee = proofs.reading(self.directory.name, "-ieee", self.directory.name)
        self.assertEqual([goal.prover for goal in ieee.goals], ["Coq", ""])


if __name__ == "__main__":
    unittest.main()

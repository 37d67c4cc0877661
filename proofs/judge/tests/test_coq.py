"""What WP states for Coq is read rightly, and what Coq says of a proof is believed in no other form: on a goal that
was kept. Whether false proofs are refused is tried with Coq itself, by planted ones (coq_planted.py)."""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

import coq_check
import coq_goal
import coq_planted
import coq_proof
import coq_theory
from coq_goal import Refused

REAL = coq_planted.REAL


def kept():
    return coq_goal.read(os.path.join(HERE, "kept", "goal.txt"))


def goal(stated, more=""):
    return coq_goal.parse(coq_planted.HEAD + more + coq_planted.TAIL.format(stated))


class Goal(unittest.TestCase):
    def test_parts_and_statement(self):
        found = kept()
        self.assertTrue(found.statement.startswith("forall (f:t1) (f1:t1),"))
        self.assertTrue({"t1", "RNE", "sub1", "P_Within", "L_R4SEByO"} <= found.declared())
        self.assertEqual(found.part("f64").text, "Definition f64 := t1")

    def test_what_wp_does_not_write_is_refused(self):
        whole = coq_planted.HEAD + coq_planted.TAIL.format("True")
        for old, new in ((" True", ' ("(*" = "")'), ("\n\nParameter region", "\r\nParameter region"), ("Axiom Q_planted", "Axiom Q_lemma"),
                         ("(* Why3 goal *)", "(* a (* b *) c *)"), ("\n\nQed.", "\nexact I.\nQed."), ("Theorem wp_goal", "Theorem other"),
                         ("\nQed.\n", "\nQed"), ("Axiom planted", "Hint Resolve planted"), ("Axiom planted", "Axiom wp_goal"),
                         ("Require real.Real", 'Require "x"'), ("\nProof.", "\nAxiom late : False.\n\nProof.")):
            with self.subTest(new=new):
                self.assertIn(old, whole)
                self.assertRaises(Refused, coq_goal.parse, whole.replace(old, new, 1))


class Theory(unittest.TestCase):
    def test_doubles_are_given_their_meaning(self):
        theory = coq_theory.build(kept())
        for text in ("Definition t1 : Type := Double.t.", "Double.sub (rounding m).", "Definition fliteral : t1 := Double.literal ("):
            self.assertIn(text, theory.text)
        self.assertEqual(theory.open, [])
        self.assertIn("Q_R2_spread", theory.lemmas)
        self.assertIn("sub_finite1", [part.name for part in theory.left_out])

    def test_no_axiom_is_left(self):
        for text in (coq_theory.build(kept()).text, coq_theory.build(goal("((region 1%Z) = 0%Z)")).text):
            self.assertNotRegex(text, r"\bAxiom\b")

    def test_what_is_left_open_is_said(self):
        self.assertEqual(coq_theory.build(goal("((region 1%Z) = 0%Z)")).open, ["region"])

    def test_what_has_no_meaning_is_refused(self):
        unknown = f"\nAxiom odd : {REAL} -> {REAL}.\n"
        self.assertRaises(Refused, coq_theory.build, goal("((odd 1%R) = 0%R)%R", unknown))

    def test_a_definition_that_speaks_of_itself_is_refused(self):
        itself = "\nParameter L_f : %s -> %s.\n\nAxiom L_f'def : forall (x:%s), ((L_f x) = (L_f (x + 1%%R)%%R)).\n" % (REAL, REAL, REAL)
        self.assertRaises(Refused, coq_theory.build, goal("((L_f 1%R) = 0%R)%R", itself))

    def test_literals(self):
        stated = "t'isFinite1 x /\\ ((t'real1 x) = %s)"
        self.assertIn("Double.literal (-2)%Z", coq_theory.literal("x", stated % "(-2%R)%R"))
        for number in (str(2 ** 53) + "%R", "(1%R / 10%R)%R"):
            self.assertIsNone(coq_theory.literal("x", stated % number))


class Answers(unittest.TestCase):
    def test_what_a_proof_may_lean_on(self):
        axiom = coq_check.AXIOMS[0]
        coq_check.read_assumptions("Closed under the global context\n", [])
        coq_check.read_assumptions(f"Axioms:\n{axiom} : forall P : nat -> Prop,\n  something\nT.region : Z\n", ["T.region"])

    def test_what_it_may_not(self):
        for said in ("", "Axioms:\nx : 0 = 1\n", "Closed under the global context\nAxioms:\nx : False\n", "Axioms:\nx.region : Z\n",
                     f"Axioms:\n{coq_check.AXIOMS[0]}.more : False\n", "Error\n", "Axioms:\nregion is assumed to be guarded.\n"):
            with self.subTest(said=said), self.assertRaises(Refused):
                coq_check.read_assumptions(said, ["region"])

    def test_sections_of_coqchk(self):
        summary = "CONTEXT SUMMARY\n* Axioms:\n    A.b\n    C.d\n\n* Theory: Set is predicative\n\n* Other: <none>\n"
        self.assertEqual(coq_check.section(summary, "Axioms"), ["A.b", "C.d"])
        self.assertEqual(coq_check.section(summary, "Other"), [])
        self.assertRaises(Refused, coq_check.section, summary, "Inductives")


class Choice(unittest.TestCase):
    def test_a_goal_about_doubles_has_a_proof(self):
        self.assertTrue(coq_proof.choose(kept()).name.endswith("_ieee.v"))

    def test_a_goal_without_a_proof(self):
        self.assertRaises(Refused, coq_proof.choose, goal("True"))

    def test_every_proof_says_for_which_goals_it_is(self):
        named = {path.name for _, path in coq_proof.scripts(coq_proof.SCRIPTS)}
        others = {f"{name}.v" for name in coq_proof.SHARED} | {"why3_doubles.v", "default_ieee.v", "memory_ieee.v"}
        self.assertEqual({path.name for path in coq_proof.SCRIPTS.glob("*.v")} - named - others, set())


if __name__ == "__main__":
    unittest.main()

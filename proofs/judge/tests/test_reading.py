"""What Frama-C and WP print is read rightly: on texts that were kept."""

import os
import re
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

import log
import printed
import refused
import sources
import subset
import tools
import units


def kept(name):
    with open(os.path.join(HERE, "kept", name), encoding="utf-8") as text:
        return text.read()


class Log(unittest.TestCase):
    def setUp(self):
        self.goals = {goal.name: goal for goal in log.read(kept("wp.log"), ["R9_dH_dW", "regression_loss", "regression"])}

    def test_status_and_prover(self):
        self.assertEqual([(goal.prover, goal.status) for goal in self.goals.values()], [
            ("Qed", "proved"), ("CVC4", "proved"), ("Why3", "proved"), ("Coq", "proved"), ("-", "unproved"),
            ("-", "passed"), ("-", "CONTRADICTION")])

    def test_kind_and_label(self):
        self.assertEqual([(goal.kind, goal.label) for goal in self.goals.values()], [
            ("assigns", "R9"), ("call", "-"), ("ensures", "R3"), ("lemma", "R3"), ("finite", "R9"), ("smoke", "-"),
            ("smoke", "-")])

    def test_the_longest_name_is_the_function(self):
        self.assertEqual(self.goals["regression_loss_ensures_R3"].function, "regression_loss")
        self.assertEqual(self.goals["lemma_R3_spread"].function, "-")

    def test_seconds(self):
        self.assertEqual(self.goals["lemma_R3_spread"].seconds, 72)
        self.assertEqual(self.goals["regression_loss_call_R3_SE_requires_box"].seconds, 0.12)

    def test_a_goal_without_a_verdict_is_noticed(self):
        lines = [line for line in kept("wp.log").splitlines() if "assigns" not in line]
        self.assertRaises(tools.Refused, log.read, "\n".join(lines), [])


class Printed(unittest.TestCase):
    def setUp(self):
        self.text = printed.parse(kept("print.c"))

    def test_annotations(self):
        self.assertEqual([(note.kind, note.name) for note in self.text.annotations], [
            ("predicate", "Within"), ("logic", "Sigma"), ("check lemma", "half"), ("logic", "Sum")])

    def test_functions(self):
        self.assertEqual(sorted(self.text.functions), ["half", "sigma"])
        self.assertIsNone(self.text.functions["sigma"].body)
        self.assertEqual(self.text.functions["sigma"].contract, "")
        self.assertIn("requires box", self.text.functions["half"].contract)
        self.assertEqual([note.split()[0] for note in self.text.functions["half"].inner], ["assert", "loop"])

    def test_code_without_annotations(self):
        code = refused.code_of(self.text.functions["half"])
        self.assertEqual(code, "double half ( double x ) { double __retres ; while ( i < 3 ) i + + ; "
                               "__retres = x / 2.0 ; return __retres ; }")


class Refused(unittest.TestCase):
    def faults(self, text):
        text = printed.parse(text)
        return [*refused.assumed(text), *refused.recursive(text), *refused.unusual_code(text), *subset.annotations(text)]

    def test_nothing_is_refused_of_what_is_right(self):
        right = re.sub(r"struct pair \{.*?\};", "", kept("print.c"), flags=re.S)
        self.assertEqual(self.faults(right), [])

    def test_each_of_these_is(self):
        for text in (
                "/*@ axiomatic A { axiom a: \\false; } */",
                "/*@ inductive P(integer n) { case a: P(0); } */",
                "/*@ admit lemma a: \\false; */",
                "/*@ logic integer f(integer n) = f(n) + 1; */",
                "/*@ predicate P(integer n) = Q(n); */\n/*@ predicate Q(integer n) = !P(n); */",
                "/*@ logic integer f(integer n); */",
                "/*@ logic integer f{L}(int *p) reads *p; */",
                "/*@ ghost int g = 0; */",
                "/*@ type invariant i(int x) = x > 0; */",
                "/*@ admit requires a: \\false; */\nvoid f(void);",
                "void f(void)\n{\n  /*@ admit a: \\false; */ ;\n  return;\n}",
                "void f(void)\n{\n  /*@ ghost int g = 0; */\n  return;\n}",
                "void f(void)\n{\n  /*@ requires \\false; */\n  return;\n}",
                "void f(void)\n{\n  /*@ loop admit invariant \\false; */\n  while (1) ;\n}",
                "int g;\n",
                "static double g = 1.0;\n",
                "void f(void)\n{\n  __asm__(\"nop\");\n  return;\n}",
                "typedef double T;\n",
                "double f(double x)\n{\n  g(& x);\n  return x;\n}\nvoid g(double *x);",
                "/*@ assigns *p; */\ndouble g(double *p);\ndouble f(double *p)\n{\n  double tmp;\n  tmp = g(p);\n  ;\n"
                "  return *(p + 0) * tmp;\n}",
                "void f(void)\n{\n  g();\n  return;\n}",
                "double f(double x)\n{\n  double (*p)(double) = f;\n  return x;\n}",
                "double f(double *x)\n{\n  return (double)*((int *)x);\n}",
                "double f(double x)\n{\n  return x + 1.0L;\n}",
                "/*@ ensures no_wp: \\result == 0; */\nint f(void);",
                "/*@ behavior b: ensures \\result == 0; */\nint f(void);",
                "/*@ assigns \\result \\from x; */\nint f(int x);",
                "/*@ logic real F(real x) = x; */\n/*@ logic real F(double x) = x + 1; */",
                "/*@ lemma a: \"*\" == \"*\"; */",
                "void f(void)\n{\n  /*@ loop unroll 3; */\n  while (1) ;\n}",
        ):
            self.assertTrue(self.faults(text), text)

    def endless(self, text):
        class Seen:
            printed = {("a", 0): printed.parse(text)}
        return list(subset.endless(Seen))

    def test_what_need_not_return_is_refused(self):
        loop = "void f(void)\n{\n  /*@ loop invariant i: x < 3; loop variant 3 - x; */\n  while (x < 3) x ++;\n  return;\n}\n"
        self.assertEqual(self.endless(loop), [])
        self.assertTrue(self.endless(loop.replace("loop variant 3 - x;", "")))
        self.assertTrue(self.endless("void f(void)\n{\n  g();\n  return;\n}\nvoid g(void)\n{\n  f();\n  return;\n}\n"))

    def added(self, more):
        plain = "/*@ ensures R6: \\result == x;%s\n    assigns \\nothing; */\ndouble f(double x);"
        return list(subset.added_clauses(printed.parse(plain % ""), printed.parse(plain % more)))

    def test_what_derivatives_adds_has_names_of_its_own(self):
        self.assertEqual(self.added(" ensures R6_derivative: \\forall real h; h > 0 ==> \\result == h;"), [])
        for more in (" ensures R6: \\result == 0;", " ensures R6_2: \\result == 0;", " ensures \\result == 0;"):
            self.assertTrue(self.added(more), more)

    def test_each_clause_has_a_goal(self):
        reading = type("Reading", (), {"key": "plain"})()

        class Seen:
            printed = {("a", reading): printed.parse(kept("print.c"))}

        goals = ["half_ensures_half", "half_assert_fine", "half_loop_invariant_established",
                 "half_loop_invariant_preserved", "check_lemma_half"]
        others = ["half_assert_rte_mem_access", "half_assigns", "half_loop_assigns"]
        self.assertEqual(list(subset.without_goals(Seen, {("a", reading): goals + others})), [])
        for goal in goals:
            left = [one for one in goals if one != goal]
            self.assertTrue(list(subset.without_goals(Seen, {("a", reading): left})), goal)

    def test_what_is_of_values_alone(self):
        def note(kind, name, text):
            return printed.Annotation(kind, name, text)

        known = {"P": "predicate P(double x) = \\is_finite(x);", "F": "logic real F(real x) = \\exp(x);"}
        self.assertTrue(units.of_values(note("check lemma", "a", "check lemma a: \\forall real x; F(x) > 0;"), known))
        for text in ("check lemma a: \\forall double x; P(x);", "check lemma a: \\forall real x; (double)x == x;",
                     "check lemma a: \\forall double x; \\is_finite(x);"):
            self.assertFalse(units.of_values(note("check lemma", "a", text), known), text)

    def test_macros(self):
        fine = [("a.h", "define", "A", " 1"), ("a.h", "define", "B", " 2")]

        def faults(macros, pragmas=(), tested=()):
            return list(refused.macros(sources.Directives(macros, [], pragmas, []), set(tested)))

        self.assertEqual(faults(fine, [], {"DBL_MANT_DIG", "BACKPROOF_LIBM_H"}), [])
        self.assertTrue(faults(fine + [("a.c", "undef", "A", "")]))
        self.assertTrue(faults(fine + [("a.c", "define", "A", " 3")]))
        self.assertTrue(faults(fine, [("a.c", "#pragma once")]))
        self.assertTrue(faults(fine + [("a.c", "define", "__FRAMAC__", " 1")]))
        self.assertTrue(faults(fine + [("a.c", "define", "DERIVATIVES", "")]))
        self.assertTrue(faults(fine, [], {"__FRAMAC__"}))


if __name__ == "__main__":
    unittest.main()

"""What is stated, trusted and planted is compared rightly."""

import os
import random
import sys
import tempfile
import unittest
from decimal import Decimal

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import docs
import gate
import provers
import smoke
import statements
import tools
from printed import Function


class Statements(unittest.TestCase):
    def items(self, text):
        return {"mathematics.acsl": {"logic F": text}, "contracts.real.acsl": {}, "contracts.ieee.acsl": {}}

    def test_kept_and_read_again(self):
        with tempfile.TemporaryDirectory() as folder:
            statements.write(self.items("logic real F(real x) =\n  x + 1;"), folder)
            kept = statements.read(folder)
        self.assertEqual(statements.changes(kept, self.items("logic real F(real x) = x  + 1;")), [])
        self.assertEqual(len(statements.changes(kept, self.items("logic real F(real x) = x + 2;"))), 1)

    def test_new_and_gone(self):
        empty = {name: {} for name in statements.FILES}
        self.assertIn("is new", statements.changes(empty, self.items("x"))[0])
        self.assertIn("is gone", statements.changes(self.items("x"), empty)[0])


class Table(unittest.TestCase):
    def test_changes(self):
        row, other = ("f", "R1", "ensures", "f_ensures_R1"), ("f", "R1", "ensures", "f_ensures_R1_2")
        with tempfile.TemporaryDirectory() as folder:
            for name in gate.TABLES.values():
                gate.write_table(os.path.join(folder, name), [row])
            self.assertEqual(list(gate.table_changes(folder, {"real": [row], "ieee": [row]})), [])
            self.assertEqual(len(list(gate.table_changes(folder, {"real": [row, other], "ieee": []}))), 2)


class Smoke(unittest.TestCase):
    def test_a_call(self):
        text = "\n".join(smoke.call(Function("f", "double f(double const I[3], double W[2][2], int j, double y)")))
        self.assertIn("I[2] = one;", text)
        self.assertIn("W[1][1] = one;", text)
        self.assertIn("f(I, W, 0, one);", text)

    def test_what_cannot_be_called_is_said(self):
        self.assertIn("#error", smoke.call(Function("f", "double f(double *x)"))[0])


class Documents(unittest.TestCase):
    def test_filled(self):
        text = "within <!-- =bound.R6 -->1<!-- . -->.\n<!-- table.bounds -->\nold\n<!-- end of the table -->\n"
        self.assertEqual(docs.filled(text, {"bound.R6": "5.0e-12", "table.bounds": "| a |"}),
                         "within <!-- =bound.R6 -->5.0e-12<!-- . -->.\n<!-- table.bounds -->\n| a |\n<!-- end of the table -->\n")
        self.assertRaises(tools.Refused, docs.filled, text, {})

    def test_a_bound_is_rounded_upwards(self):
        self.assertEqual(docs.upwards(Decimal("1.00001e-5")), "1.001e-05")
        self.assertEqual(docs.upwards(Decimal("0.5")), "5.000e-01")


class Canaries(unittest.TestCase):
    def test_as_many_true_as_false(self):
        goals = provers.canaries(random.Random(1))
        self.assertEqual(sum(true for _, _, true in goals) * 2, len(goals))

    def test_limits_are_in_cpu_time(self):
        for _, _, _, _, command in provers.table("/f", "/f/coq", 60):
            self.assertNotIn("timeout", command)
            self.assertNotIn("%t", command)


if __name__ == "__main__":
    unittest.main()

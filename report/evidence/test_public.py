"""Tests of what is said of public documents."""
import os
import tempfile
import unittest

import files
import public

RESULTS = "batch\tdate\tdocuments\tclaims\tjudged\twrong\twrong_deserved\tright_sampled\tright_deserved\tclean\n"
SOURCES = "batch\tdocument\taddress\tkind\tlanguage\n"


class Public(unittest.TestCase):
    def batches(self, results, sources):
        with tempfile.TemporaryDirectory() as directory:
            files.write(os.path.join(directory, public.RESULTS), RESULTS + results)
            files.write(os.path.join(directory, public.SOURCES), SOURCES + sources)
            return public.batches(directory)

    def test_nothing_was_measured(self):
        self.assertEqual(self.batches("", ""), [])
        self.assertEqual((public.markdown([]), public.numbers([])), ("", {}))

    def test_last_batch_is_said(self):
        found = self.batches("a\t2026-01-02\t1\t20\t9\t4\t3\t5\t5\t0\nb\t2026-02-03\t2\t30\t15\t0\t0\t8\t8\t2\n",
                             "a\tx\thttps://x\tnotes\ten\nb\ty\thttps://y\tnotes\ten\nb\tz\thttps://z\tnotes\tde\n")
        self.assertEqual(public.numbers(found)["public-judged-share"], "50\\,\\%")
        text = public.markdown(found)
        self.assertIn("On the last 2 public documents", text)
        self.assertIn("No verdict was `wrong`, of 8 verdicts `right` that a person looked at 8;", text)
        self.assertIn("| a | 2026-01-02 | 1 | 20 | 45 % | 4 (75 %) | 5 (100 %) | 0 |", text)

    def test_counts_are_held_against_each_other(self):
        for results, why in (("a\t2026-01-02\t1\t20\t21\t4\t3\t5\t5\t0\n", "judged is more than claims"),
                             ("a\t2026-01-02\t2\t20\t9\t4\t3\t5\t5\t0\n", "has 1 documents"),
                             ("a\t2026-01-02\t1\t20\tmany\t4\t3\t5\t5\t0\n", "judged is many")):
            with self.assertRaisesRegex(files.Broken, why):
                self.batches(results, "a\tx\thttps://x\tnotes\ten\n")

    def test_readme_says_what_was_measured(self):
        readme = files.text("README.md")
        self.assertEqual(public.into(readme, public.batches()), readme, "make public")

    def test_readme_without_its_place(self):
        with self.assertRaises(files.Broken):
            public.into("# Nothing", [])


if __name__ == "__main__":
    unittest.main()

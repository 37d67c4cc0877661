"""Tests of the comparison, and of the whole on a checker with planted faults."""
import os
import stat
import subprocess
import sys
import tempfile
import unittest

from comparison import compare

FOLDER = os.path.dirname(os.path.abspath(__file__))


def claims(*verdicts):
    return [dict(line=1, verdict=v.split()[0], mistake=' '.join(v.split()[1:])) for v in verdicts]


class Comparison(unittest.TestCase):
    def count(self, before, after, **options):
        counts = compare(claims(*before), claims(*after), **options)[0]
        return counts.unchanged, counts.weaker, counts.faults

    def test_what_is_a_fault(self):
        for before, after, expected in (
                ('right', 'right', (1, 0, 0)), ('wrong sign', 'wrong sign', (1, 0, 0)), ('right', 'unread', (0, 1, 0)),
                ('wrong', 'unsure', (0, 1, 0)), ('wrong sign', 'wrong none', (0, 1, 0)), ('right', 'wrong', (0, 0, 1)),
                ('wrong', 'right', (0, 0, 1)), ('unread', 'right', (0, 0, 1)), ('unsure', 'wrong', (0, 0, 1)),
                ('wrong sign', 'wrong factor', (0, 0, 1)), ('wrong none', 'wrong sign', (0, 0, 1))):
            self.assertEqual(self.count([before], [after]), expected)

    def test_assumptions_without_their_names(self):
        one, other = ([dict(line=1, verdict='right-if', assumption=a)] for a in ('sum(l) = 1', 'sum(t) = 1'))
        self.assertEqual(compare(one, other)[0].unchanged, 1)
        self.assertEqual(compare(one, [dict(line=1, verdict='right-if', assumption='l is one-hot')])[0].faults, 1)

    def test_other_order(self):
        self.assertEqual(self.count(['definition', 'right'], ['right', 'right'], moved=True), (2, 0, 0))
        self.assertEqual(self.count(['right', 'wrong'], ['wrong', 'right'], moved=True), (2, 0, 0))
        self.assertEqual(self.count(['right', 'right'], ['wrong', 'right'], moved=True)[2], 1)

    def test_a_chain_that_became_one_unread_line(self):
        self.assertEqual(self.count(['right', 'right', 'right'], ['unread', 'right'])[2], 0)
        self.assertEqual(self.count(['right', 'right'], ['wrong'])[2], 1)

    def test_right_lines(self):
        counts = compare(claims('right', 'right', 'wrong'), claims('right', 'wrong', 'wrong'))[0]
        self.assertEqual((counts.right, counts.unharmed, counts.harmed), (2, 1, 1))


# A checker that says what it says of the text before it, spoilt.
SPOILT = '''#!%s
import json, subprocess, sys
run = subprocess.run([%r] + sys.argv[1:], stdout=subprocess.PIPE)
whole = json.loads(run.stdout)
for file in whole['files']:
    with open(file['file'], encoding='utf-8', newline='') as stream:
        text = stream.read()
    for claim in file.get('claims', []):
        if (%s) and claim['verdict'] == 'right':
            claim['verdict'] = 'wrong'
json.dump(whole, sys.stdout)
sys.exit(run.returncode)
'''


@unittest.skipUnless(os.environ.get('BACKPROOF'), 'BACKPROOF is the program')
class Planted(unittest.TestCase):
    """Each fault is in one change only, and is found there."""

    def run_with(self, fault):
        with tempfile.TemporaryDirectory() as folder:
            program, text = os.path.join(folder, 'check'), os.path.join(folder, 'neuron.md')
            with open(program, 'w', encoding='utf-8') as stream:
                stream.write(SPOILT % (sys.executable, os.path.abspath(os.environ['BACKPROOF']), fault))
            os.chmod(program, stat.S_IRWXU)
            with open(text, 'w', encoding='utf-8') as stream:
                stream.write('$$a = \\sigma(w x + b)$$\n$$E = (t - a)^2$$\n\n'
                             '$$\\frac{\\partial E}{\\partial w} = -2 (t - a) a (1 - a) x$$\n')
            run = subprocess.run([sys.executable, os.path.join(FOLDER, 'invariance.py'), program, text,
                                  '--only', 'latin,words,unicode_signs,crlf,seeds'],
                                 stdout=subprocess.PIPE, encoding='utf-8', check=False)
            rows = {line.split()[0]: line.split()[-1] for line in run.stdout.splitlines()[1:]}
            return run.returncode, {name for name, faults in rows.items() if faults != '0'} - {'all'}

    def test_none(self):
        self.assertEqual(self.run_with('False'), (0, set()))

    def test_a_letter(self):
        self.assertEqual(self.run_with("chr(0x2202) in text"), (1, {'unicode_signs'}))

    def test_ends_of_lines(self):
        self.assertEqual(self.run_with(r"'\r\n' in text"), (1, {'crlf'}))

    def test_a_seed(self):
        self.assertEqual(self.run_with("'--seed' in sys.argv"), (1, {'seeds'}))

    def test_renamed(self):
        self.assertEqual(self.run_with("'w x' not in text"), (1, {'latin', 'words'}))


if __name__ == '__main__':
    unittest.main()

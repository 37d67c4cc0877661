"""Tests of the changes: each says the same afterwards, or is not made."""
import json
import random
import unittest

import layout
import mathematics
import ranges
import regrouping
import renaming
import respelling
from document import Document, from_notebook, joined, pieces_of


def document(text, *claims, name='a.md'):
    """A document; claims: (verdict, source, what it was read as)."""
    return Document(name, text, [{'verdict': v, 'source': s, 'read_as': r, 'line': 1} for v, s, r in claims])


def changed(transform, text, *claims, name='a.md'):
    new = transform(document(text, *claims, name=name), random.Random(1))
    return new and new[1]


class Pieces(unittest.TestCase):
    def test_joined_they_are_the_document(self):
        text = 'a $x$ b\n$$\ny = x\n$$\n`$c$`\n\\begin{align*} u &= v \\end{align*}\n```math\nz = y\n```\n'
        pieces = pieces_of('md', text)
        self.assertEqual(joined(pieces), text)
        self.assertEqual([p.text.strip() for p in pieces if p.kind == 'math'], ['x', 'y = x', 'u &= v', 'z = y'])

    def test_comments_and_macros_of_latex(self):
        pieces = pieces_of('tex', '\\newcommand{\\E}[1]{\\mathcal{E}_{#1}}\n% $a = b$\n\\[ \\E{1} = 2 \\]\n')
        self.assertEqual([(p.kind, p.text) for p in pieces if p.kind in ('macro', 'math')],
                         [('macro', '\\mathcal{E}_{#1}'), ('math', ' \\E{1} = 2 ')])

    def test_plain_text(self):
        pieces = pieces_of('txt', '# a = b\nHello\ny = w x  # the output\n')
        self.assertEqual([p.text for p in pieces if p.kind == 'math'], ['y = w x'])

    def test_notebooks(self):
        cells = [{'cell_type': 'markdown', 'source': ['$y = x$\n']}, {'cell_type': 'code', 'source': ['y = 1']}]
        self.assertEqual([p.kind for p in pieces_of('md', from_notebook(json.dumps({'cells': cells})))
                          if p.kind != 'text'], ['math', 'code'])


class Tokens(unittest.TestCase):
    def names(self, math, echo=''):
        return [t.text for t in mathematics.tokens(math, mathematics.words_of(echo)) if t.kind == 'name']

    def test_letters_side_by_side_and_words(self):
        self.assertEqual(self.names('wx'), ['w', 'x'])
        self.assertEqual(self.names('SE = wx', 'SE = w x'), ['SE', 'w', 'x'])
        self.assertEqual(self.names('dSE/dw', 'dSE/dw = SE'), ['d', 'SE', 'd', 'w'])
        self.assertEqual(self.names('\\gamma_{ij} \\cdot \\exp(z)', 'gamma_ij'), ['\\gamma', 'i', 'j', 'z'])

    def test_what_stands_below(self):
        self.assertEqual([t.text for t in mathematics.tokens('w_{ij} x_k y', ()) if t.script and t.kind == 'name'],
                         ['i', 'j', 'k'])

    def test_names_do_not_run_together(self):
        tokens = mathematics.tokens('wx', ())
        tokens[0].text = '\\xi'
        self.assertEqual(mathematics.spelt(tokens), '\\xi x')


NEURON = '$a = \\sigma(w x + b)$, $E = (t - a)^2$, $\\frac{\\partial E}{\\partial w_i} = e^{-a} \\delta_{ij}$'
READ = ('definition', 'a', 'a = sigma(w x + b)'), ('right', 'E', 'E = (t - a)^2')


class Renaming(unittest.TestCase):
    def test_one_to_one_and_everywhere(self):
        for transform in (renaming.latin, renaming.greek, renaming.words):
            new = changed(transform, NEURON, *READ)
            before, after = (document(t, *READ) for t in (NEURON, new))
            names = [[t.text for m in d.math() for t in d.tokens(m) if t.kind in ('name', 'words')] for d in (before, after)]
            self.assertEqual(len(names[0]), len(names[1]))
            table = dict(zip(*names))
            self.assertEqual([table[n] for n in names[0]], names[1])
            self.assertEqual(len(set(table.values())), len(table))

    def test_what_has_a_meaning_keeps_its_letter(self):
        for transform in (renaming.latin, renaming.greek, renaming.words, renaming.swapped):
            new = changed(transform, NEURON, *READ)
            for kept in ('\\sigma(', 'e^{-', '\\delta_{ij}', '_i}', '\\partial'):
                self.assertIn(kept, new)

    def test_a_factor_before_brackets_does_not_become_a_function(self):
        names = renaming.Names(document('$E = w (x + b)$', ('definition', 'E', 'E = w (x + b)')))
        self.assertFalse(names.fits('w', 'f'))
        self.assertTrue(names.fits('x', 'u'))

    def test_a_defined_function_stays_one(self):
        text = '$\\sigma(z) = \\tanh(z)$, $y = \\sigma(w x)$'
        names = renaming.Names(document(text, ('definition', 's', 'sigma(z) = tanh(z)'), ('definition', 'y', 'y = sigma(w x)')))
        self.assertIn('sigma', names.candidates())
        self.assertFalse(names.fits('sigma', 'Q'))

    def test_time_and_quantity_of_one_letter_stay(self):
        names = renaming.Names(document('$w(t+1) = w(t) + x$, $E = (t - y)^2$', ('definition', 'E', 'E = (t - y)^2')))
        self.assertNotIn('t', names.candidates())

    def test_letters_that_indices_are_compared_with_are_indices(self):
        names = renaming.Names(document('$p_a - t_a = p_a - [a = c]$', ('definition', 'p', 'p_a - t_a = p_a - 1{a = c}')))
        self.assertEqual(names.candidates(), ['p', 't'])

    def test_prose_follows(self):
        new = changed(renaming.rate, 'The rate α, $w = w - α x$', ('right', 'w', 'w = w - alpha x'))
        self.assertNotIn('α', new)

    def test_indices(self):
        new = changed(renaming.indices, '$$s = \\sum_{i=1}^{3} w_i x_i$$', ('definition', 's', 's = sum_{i=1..3} w_i x_i'))
        self.assertRegex(new, r'\\sum_\{([a-z])=1\}\^\{3\} w_\1 x_\1')
        self.assertIsNone(changed(renaming.indices, 'for all i\n\n$$s = \\sum_{i=1}^{3} w_i$$', ('definition', 's', 's')))


class Ranges(unittest.TestCase):
    def test_shifted(self):
        self.assertIn('\\sum_{i=1}^{3}', changed(ranges.shifted, '$s = \\sum_{i=0}^{2} w_i x_i$'))
        self.assertIn('\\sum_{i=0}^2', changed(ranges.shifted, '$s = \\sum_{i=1}^3 w_i x_i$'))

    def test_not_where_an_entry_or_a_size_has_its_number(self):
        for text in ('$s = \\sum_{i=0}^{2} w_i$, $t = w_0$', '$s = \\sum_{i=0}^{2} w_i$ for $i = 0, 1, 2$',
                     '$s = \\sum_{i=0}^{2} w_i = w_0 + \\dots + w_2$'):
            self.assertIsNone(changed(ranges.shifted, text))
            self.assertIsNone(changed(ranges.larger, text))


class Respelling(unittest.TestCase):
    def test_each(self):
        for transform, before, after in (
                (respelling.unicode_signs, '\\gamma_{j} \\cdot \\partial', 'γ_{j} · ∂'),
                (respelling.wrapped, '2 W_{ij}', '2 {W}_{ij}'),
                (respelling.bare, 'W_{i} x', 'W_i  x'),
                (respelling.over, '2 \\frac{a}{b + c}', '2 {a \\over b + c}'),
                (respelling.slashes, 'x \\frac{\\partial E}{\\partial w_{ij}}', 'x (\\partial E / \\partial w_{ij})'),
                (respelling.dots, 'a \\cdot b', 'a \\, b'), (respelling.dots, 'a \\cdot -2', 'a \\times -2'),
                (respelling.exponentials, 'e^{-(x + 1)} y', '\\exp(-(x + 1)) y'),
                (respelling.logarithms, '\\log p', '\\ln p'),
                (respelling.brackets, '\\left( a \\right)', '( a )'),
                (respelling.commas, 'w_{ij}', 'w_{i,j}'),
                (respelling.order_of_scripts, 'a_j^{(1)}', 'a^{(1)}_j'),
                (respelling.differentials, '\\frac{\\partial E}{\\partial \\gamma}', '\\frac{dE}{d\\gamma}')):
            self.assertEqual(changed(transform, '$%s$' % before), '$%s$' % after)

    def test_not_where_it_would_say_something_else(self):
        for transform, text in ((respelling.commas, '\\delta_{ij} w_{ij}'), (respelling.over, '\\frac{\\partial E}{\\partial w}'),
                                (respelling.logarithms, '\\log_2 p'), (respelling.differentials, '\\partial E / d x')):
            self.assertIsNone(changed(transform, '$%s$' % text))

    def test_plain_text(self):
        self.assertEqual(changed(respelling.ascii_signs, '∂E/∂γ_j0 = −2·x²\n', name='a.txt'), 'dE/dgamma_j0 = -2*x^2\n')
        self.assertEqual(changed(respelling.unicode_letters, 'w = x*alpha - y^2\n', name='a.txt'), 'w = x·α − y²\n')


class Layout(unittest.TestCase):
    def test_latex_and_back(self):
        text = '# One\n\nLet $a = b$:\n\n- 50 % of $c$\n- more\n\n$$d = e$$\n'
        latex = changed(layout.to_latex, text)
        for part in ('\\section{One}', '\\begin{itemize}\n\\item 50 \\% of $c$', '\\end{itemize}', '\\[d = e\\]'):
            self.assertIn(part, latex)
        again = changed(layout.to_markdown, latex, name='a.tex')
        for part in ('# One', '- 50 % of $c$', '$$d = e$$'):
            self.assertIn(part, again)

    def test_plain_text(self):
        read = ('definition', 'E', 'E = (t - y)^2'), ('right', 'd', 'dE/dw_ij = -2 (t - y)/x_i')
        text = '$$E = (t - y)^2$$\n\n$$\\frac{\\partial E}{\\partial w_{ij}} = \\frac{-2 (t - y)}{x_i}$$\n'
        self.assertEqual(changed(layout.to_plain, text, *read),
                         'E = (t - y)^2\n\n\ndE/dw_{ij} = ((-2 (t - y))/(x_i))\n\n')
        self.assertIsNone(changed(layout.to_plain, 'where $a = b$ holds'))

    def test_blanks(self):
        self.assertEqual(changed(layout.no_break_spaces, '- a = b\n', name='a.txt'), '- a\u00a0=\u00a0b\n')
        self.assertEqual(changed(layout.crlf, 'a\r\nb\n'), 'a\r\nb\r\n')


class Regrouping(unittest.TestCase):
    def test_split_and_join(self):
        self.assertEqual(changed(regrouping.split, '$$a_{i=1} = b = c.$$'), '$$a_{i=1} = b$$\n$$b = c.$$')
        right = ('right', 'a = b', ''), ('right', 'a = c', '')
        self.assertEqual(changed(regrouping.join, '$$a = b$$\n$$a = c$$\n', *right), '$$a = b = c$$\n\n')
        self.assertIsNone(changed(regrouping.join, '$$a = b$$\n$$a = c$$\n', right[0], ('wrong', 'a = c', '')))

    def test_order(self):
        text = '$$a = b$$\n$$c = a x$$\n'
        read = ('definition', 'a = b', ''), ('definition', 'c = a x', '')
        self.assertEqual(changed(regrouping.reordered, text, *read), '$$c = a x$$\n$$a = b$$\n')
        self.assertIsNone(changed(regrouping.reordered, '$$a = b$$\n# Two\n$$c = a x$$\n', *read))
        self.assertIsNone(changed(regrouping.reordered, '$$a = b$$\n$$a = c$$\n', read[0], ('definition', 'a = c', '')))

    def test_macros(self):
        text = '\\begin{document}\n$\\frac{\\partial E}{\\partial \\gamma} = \\gamma$\n\\end{document}'
        self.assertIn('$\\slope{E}{\\gra } = \\gra $', changed(regrouping.macros, text, name='a.tex'))


if __name__ == '__main__':
    unittest.main()

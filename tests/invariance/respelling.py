"""respelling.py: the same formulas in another spelling."""
import re

from mathematics import GREEK, Token, group

SIGNS = {'\\partial': '∂', '\\sum': '∑', '\\cdot': '·', '\\leftarrow': '←', '\\neq': '≠', '\\ne': '≠', '\\times': '×',
         '\\le': '≤', '\\ge': '≥', '\\approx': '≈'}
ASCII = {'∂': 'd', '·': '*', '⋅': '*', '×': '*', '−': '-', '←': '<-', '∕': '/', '²': '^2', '³': '^3', '½': '(1/2)', '≠': '!=',
         'Σ': 'sum', '∑': 'sum', '—': '-', '“': '"', '’': "'"}
ASCII.update({letter: name for name, letter in GREEK.items() if name not in ('Delta',)})
ASCII.update({'₀₁₂₃₄₅₆₇₈₉'[n]: '_%d' % n for n in range(10)})
ITALIC = {c: chr(0x1d434 + n) for n, c in enumerate('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}
ITALIC.update({c: chr(0x1d44e + n) for n, c in enumerate('abcdefghijklmnopqrstuvwxyz')})
ITALIC['h'] = 'ℎ'


def if_changed(document, change, only_delimited=True):
    if only_delimited and not document.delimited:
        return None
    new = document.change(change)
    return (document.name, new) if new != document.text else None


def unicode_signs(document, rng):
    """Greek letters and signs as characters for commands."""
    def change(math):
        out = []
        for token in document.tokens(math):
            new = SIGNS.get(token.text) or GREEK.get(token.text[1:]) if token.text[0] == '\\' else None
            out.append(Token(token.kind, new or token.text))
        return ''.join(token.text for token in out)
    return if_changed(document, change)


def latex_signs(document, rng):
    """Commands for characters, in documents with delimiters."""
    back = {letter: '\\' + name + ' ' for name, letter in GREEK.items()}
    back.update({'∂': '\\partial ', '·': '\\cdot ', '←': '\\leftarrow ', '−': '-'})
    return if_changed(document, lambda math: ''.join(back.get(c, c) for c in math))


def ascii_signs(document, rng):
    """Plain text without a character that a typewriter has not."""
    if document.delimited or document.kind != 'txt' or re.search('[Δ∇…]|½[(\\w]', document.text):
        return None

    def change(math):
        out = ''
        for c in math:
            new = ASCII.get(c, c)
            if new.isalpha() and len(new) > 1 and out[-1:].isalnum() and out[-1:] not in 'd':
                out += ' '
            out += new + (' ' if new != c and new.isalpha() and new not in ('d', 'sum') and len(new) > 1 else '')
        return re.sub(r' (?=[_^(])', '', out)
    new = document.change(change)
    math = ' '.join(document.math())
    return (document.name, new) if new != document.text and not re.search(r'd[A-Z]?[a-z]*\b(?<!sum)', re.sub(
        '∂', '', math)) and 'd' not in math else None


def unicode_letters(document, rng):
    """Plain text with Greek letters, dots and small figures."""
    if document.delimited or document.kind != 'txt' or re.search('[Α-ω]', document.text):
        return None

    def change(math):
        math = re.sub(r'(?<![A-Za-z])(d?)(%s)(?![A-Za-z])' % '|'.join(GREEK), lambda m: m.group(1) + GREEK[m.group(2)], math)
        math = re.sub(r'\s*(?<!\*)\*(?!\*)\s*', '·', math)
        math = re.sub(r'\^2(?!\d)', '²', math)
        return re.sub(r'(?<!<)(?<!^)-', '−', math)
    return if_changed(document, change, False)


def italics(document, rng):
    """The letters of Unicode's mathematics, one for each quantity of one letter."""
    def change(math):
        found = document.tokens(math)
        beside = [a.kind == b.kind == 'name' and a.script for a, b in zip(found, found[1:])]  # ^{new} is one word
        single = [not (left or right) for left, right in zip([False] + beside, beside + [False])]
        return ''.join(ITALIC.get(t.text, t.text) if alone and t.kind == 'name' and len(t.text) == 1 else t.text
                       for t, alone in zip(found, single))
    return if_changed(document, change)


def braces(document, rng):
    """W_{i} and {W}_i for W_i, e^{2} for e^2."""
    return if_changed(document, lambda m: re.sub(r'([_^])([A-Za-z0-9])(?![A-Za-z0-9_^\'{])', r'\1{\2}', m))


def wrapped(document, rng):
    """{W}_{ij} for W_{ij}."""
    return if_changed(document, lambda m: re.sub(r'(?<![\\A-Za-z_^{])(\\(?:gamma|delta|alpha|theta)|[A-Za-z])(?=_)', r'{\1}', m)
                      if not document.words else m)


def bare(document, rng):
    """W_i for W_{i}, x^2 for x^{2}."""
    return if_changed(document, lambda m: re.sub(r'(?<!\})([_^])\{([A-Za-z0-9])\}', r'\1\2 ', m))


def commas(document, rng):
    """W_{i,j} for W_{ij}."""
    return if_changed(document, lambda m: re.sub(r'_\{([a-z])([a-z])\}(?!\^?\(|\()', lambda s: '_{%s,%s}' % s.groups(), m)
                      if not re.search(r'\\delta_', m) and not any(len(w) == 2 for w in document.words) else m)


def order_of_scripts(document, rng):
    """W^{(1)}_j for W_j^{(1)}."""
    return if_changed(document, lambda m: re.sub(r'(?<![mdt\}])(_\{?\w+\}?)(\^\{\((?:\d|[a-z])\)\}|\^\{new\})',
                                                 r'\2\1', m))


def fractions(document, rng):
    r"""\dfrac for \frac; \tfrac as well."""
    return if_changed(document, lambda m: m.replace('\\frac', '\\dfrac'))


def slashes(document, rng):
    r"""\partial E / \partial w for \frac{\partial E}{\partial w}, as a factor in brackets."""
    pattern = r'\\d?frac\s*\{\\partial ([A-Za-z]+(?:_\{?\w+\}?)?)\}\s*\{\\partial ((?:\\[a-z]+|[A-Za-z])(?:_\{?\w+\}?)?)\}'
    return if_changed(document, lambda m: re.sub(pattern, r'(\\partial \1 / \\partial \2)', m))


def over(document, rng):
    r"""{a \over b} for \frac{a}{b} where nothing is differentiated."""
    def change(math):
        out, at = '', 0
        for m in re.finditer(r'\\[dt]?frac(?![A-Za-z])', math):
            if m.start() < at:
                continue
            top, end = group(math, m.end())
            below, end = group(math, end)
            if re.search(r'\\partial|\bd|\\frac|\\over|\\mathrm\{?d', top + below):
                continue
            out += math[at:m.start()] + '{%s \\over %s}' % (top, below)
            at = end
        return out + math[at:]
    return if_changed(document, change)


def dots(document, rng):
    r"""\times, or nothing, for \cdot."""
    def change(math):
        if re.search(r'\\cdot\s*[-+\d]|\d\s*\\cdot|[A-Za-z]\s*\\cdot\s*\(', math):
            return math.replace('\\cdot', '\\times')
        return re.sub(r'\\cdot(?![A-Za-z])\s*', r'\\, ', math)
    return if_changed(document, change)


def exponentials(document, rng):
    r"""\exp(x) for e^{x}."""
    def change(math):
        out, at = '', 0
        for m in re.finditer(r'(?<![\\A-Za-z_^{])e\^(?=\{)', math):
            inner, end = group(math, m.end())
            if m.start() >= at and not re.fullmatch(r'\(\w+\)', inner):  # e^{(1)} is the e of a layer
                out += math[at:m.start()] + '\\exp(%s)' % inner
                at = end
        return out + math[at:]
    return if_changed(document, change)


def logarithms(document, rng):
    r"""\ln for \log, and the reverse."""
    other = {'\\ln': '\\log', '\\log': '\\ln'}
    return if_changed(document, lambda m: re.sub(r'\\(?:ln|log)(?![A-Za-z])(?!\s*_)', lambda s: other[s.group(0)], m))


def brackets(document, rng):
    r"""Without \left and \right."""
    return if_changed(document, lambda m: re.sub(r'\\(?:left|right)\s*(?=[()\[\]|])', '', m))


def differentials(document, rng):
    r"""d for \partial."""
    if re.search(r'(?<![\\A-Za-z])d(?![A-Za-z])|\\mathrm\{d\}', ' '.join(document.math())):
        return None
    return if_changed(document, lambda m: re.sub(r'\\partial(?![A-Za-z])\s*', 'd', m))


TRANSFORMS = [unicode_signs, latex_signs, ascii_signs, unicode_letters, italics, braces, wrapped, bare, commas, order_of_scripts,
              fractions, slashes, over, dots, exponentials, logarithms, brackets, differentials]

"""renaming.py: the same derivation in other letters.

A name is renamed everywhere, in the mathematics and where the prose names it. Left alone is what has a meaning of its
own: e, d, pi, T; sigma where the document does not define it; delta with two indices; letters that are an index and
a quantity; labels such as the h of w_h where h is nothing else. What is called goes to letters of functions and what
stands before parentheses as a factor never does, since a reader could take it for a call."""
import re

from mathematics import FUNCTIONS, GREEK, Token, spelt

CALLED = {'f', 'g', 'h', 'F', 'G', 'phi', 'psi', 'varphi', 'sigma', 'rho'}
INDICES = 'ijklmn'
RESERVED = set('deT') | {'pi', 'partial', 'Delta', 'varepsilon', 'ell', 'epsilon'}
LATIN = 'RQVUPGBFACKNLSMZYXOHWuvrqpgbafczyxohstw'
GREEKS = ['xi', 'zeta', 'psi', 'phi', 'theta', 'omega', 'rho', 'tau', 'mu', 'nu', 'kappa', 'chi', 'Psi', 'Phi', 'Theta',
          'Omega', 'Lambda', 'beta', 'lambda']
WORDS = ['net', 'out', 'err', 'fit', 'hid', 'inp', 'res', 'tot', 'wgt', 'bia', 'obs', 'act', 'pre', 'val', 'cod', 'dec']
ACCENTS = {'\\hat', '\\bar', '\\tilde', '\\dot', '\\widehat', '\\vec', '\\overline'}
UNGREEK = {letter: name for name, letter in GREEK.items()}


def plain(name):
    """A name without its spelling: \\gamma, γ and gamma are one."""
    return UNGREEK.get(name, name.lstrip('\\'))


class Names:
    """How the names of a document are used."""

    def __init__(self, document):
        self.document = document
        self.seen, self.count, self.based, self.bound = {}, {}, set(), set()
        echo = document.echo
        self.called = set(re.findall(r"(?<![A-Za-z_^])([A-Za-z]+)(?:_\w+)?'*\(", echo)) - FUNCTIONS
        # h_\theta(x) of a vector stands in the echo as its formula
        self.called |= set(re.findall(r'([A-Za-z])_\\[a-z]+\(', ' '.join(document.math()))) - FUNCTIONS
        self.factors = set(re.findall(r'(?<![A-Za-z_^])([A-Za-z]+) \(', echo))
        self.defined_functions = set(re.findall(r'(?m)^([A-Za-z]+)\([a-z_ ,]+\) = ', echo))
        self.two_below = set(re.findall(r'\\?([A-Za-z]+|[δ𝟙])\s*_\s*\{?\s*[a-z]\s*,?\s*[a-z]', ' '.join(document.math())))
        self.two_below = {plain(name) for name in self.two_below}
        for math in document.math():
            found = [t for t in document.tokens(math) if t.kind != 'space']
            for n, token in enumerate(found):
                if token.kind != 'name':
                    continue
                name = plain(token.text)
                self.seen.setdefault(name, token.text)
                self.count[name] = self.count.get(name, 0) + 1
                if not token.script:
                    self.based.add(name)
            for pattern in (r'(?:sum|prod|Σ|∑)(?:\\limits)?_?\s*[({]?\s*([a-z])\b', r'(?<![A-Za-z])([a-z])\s*=\s*\d+\s*[,.]*\s*(?:\.|\\l?dots|…|,)'):
                self.bound.update(re.findall(pattern, math))
            for pair in re.findall(r'[\[{(]\s*([a-z])\s*(?:=|\\neq?|≠)\s*([a-z])\s*[\]})]', math):
                self.bound.update(pair)  # [a = c] compares indices
            self.bound.update(re.findall(r'[({]\s*([a-z])\s*[-+]\s*1\s*[)}]', math))
        self.remarks = {plain(n) for n in re.findall(r'(?:quad|\\;|~)\s*\(\s*(\\?[A-Za-z]+)\s*\)', document.text)}
        self.styled = set(re.findall(r'\\(?:math(?:cal|bb|bf|scr|frak)|mathds|boldsymbol|bm)\s*\{?\s*\\?([A-Za-z]+)',
                                     document.text))

    def is_index(self, name):
        return name in self.bound or name in INDICES

    def candidates(self):
        """What may be renamed, as it is spelt."""
        free = []
        for name in sorted(self.seen):
            if name in RESERVED or self.is_index(name) or name not in self.based:
                continue
            if self.count.get(name.swapcase()) == 1 or self.count[name] == 1 and name.swapcase() in self.seen:
                continue  # a slip of the pen: w once where W is meant
            if name == 'sigma' and name not in self.defined_functions:
                continue
            if name == 'delta' and re.search(r'frac\s*\{\\delta', self.document.text):
                continue  # it differentiates
            if name in ('delta', 'I', '1') and name in self.two_below:
                continue
            if re.search(r'(?<![A-Za-z])%s\s*\[' % re.escape(name), self.document.echo) or name in ('Pr', 'P', 'E') and \
                    name in self.called | self.factors:
                continue
            free.append(name)
        return free

    def fits(self, name, new):
        """May `name` be called `new`?"""
        if name in self.called:
            return new in CALLED
        return new not in CALLED or name not in self.factors and new not in ('f', 'g', 'sigma')

    def unused(self, wanted):
        text = self.document.text
        letters = {plain(name) for name in self.seen}
        return [w for w in wanted if w not in letters and not (len(w) > 1 and re.search(r'(?<![A-Za-z])d?' + w, text))]


def assign(names, wanted, chosen=None):
    """A name out of `wanted` for each of those chosen, each used once: a dictionary; None if they do not suffice."""
    table, free = {}, names.unused(wanted)
    for name in names.candidates() if chosen is None else chosen:
        new = next((w for w in free if names.fits(name, w)), None)
        if new is None:
            return None
        free.remove(new)
        table[name] = new
    return table or None


def spelling(document, names, name, new):
    """How the new name is written where the old one stood."""
    old = names.seen.get(name, name)
    if new in GREEK:
        if document.delimited and (old.startswith('\\') or new not in old):
            return '\\' + new if not old in UNGREEK else GREEK[new]
        return new if old.isascii() else GREEK[new]
    if len(new) > 1 and document.delimited:
        return '\\mathrm{%s}' % new
    return new


def substitute(document, names, table):
    """The document with its names replaced."""
    forms = {name: spelling(document, names, name, new) for name, new in table.items()}

    def change(math):
        out, accent = [], False
        for token in document.tokens(math):
            name = plain(token.text) if token.kind == 'name' else None
            if token.kind == 'words':
                out.append(Token('words', rename_words(token.text, forms)))
            else:
                new = forms.get(name, token.text)
                out.append(Token(token.kind, '{%s}' % new if accent and name in forms and '{' in new else new))
            accent = token.text in ACCENTS or accent and token.kind == 'space'
        return spelt(out)
    return document.change(change, lambda text: prose(text, document, forms))


def rename_words(text, forms):
    """\\mathrm{net} where net is renamed."""
    m = re.fullmatch(r'(\\(?:mathrm|text|mathit|operatorname)\s*\{)(\w+)(\})', text)
    if not m or m.group(2) not in forms:
        return text
    new = forms[m.group(2)]
    return new if new.startswith('\\') else m.group(1) + new + m.group(3)


def prose(text, document, forms):
    """The names where prose has them; not those that are words of a language or a mark of a list."""
    def one(m):
        word = m.group(0)
        name = plain(word)
        if name not in forms or name in ('a', 'A', 'I', 'i', 'e', 'o', 'O', 'u', 'y', 'E', 's', 't', 'is', 'in'):
            return word
        new = re.sub(r'\\mathrm|[{}]', '', forms[name])
        return new if not new.startswith('\\') else new[1:] if word.isascii() else GREEK.get(new[1:], word)
    return re.sub(r"(?<![\w\\'.(/-])(?:[A-Za-zα-ωΑ-Ω]|%s)(?=\d*[\s,;]|[.:]\s)" % '|'.join(GREEK), one, text)


def by(wanted):
    def change(document, rng):
        names = Names(document)
        pool = list(wanted)
        rng.shuffle(pool)
        safe = [name for name in names.candidates() if len(wanted[-1]) == 1 or name not in names.styled]
        if wanted is WORDS:  # a word before parentheses is a function, one alone in them a remark
            safe = [name for name in safe if name not in names.called | names.factors | names.remarks]
        table = assign(names, pool, safe)
        return table and (document.name, substitute(document, names, table))
    return change


def latin(document, rng):
    """Every quantity by an unused Latin letter."""
    return by(LATIN)(document, rng)


def greek(document, rng):
    """Every quantity by an unused Greek letter."""
    return by(GREEKS)(document, rng)


def words(document, rng):
    """Every quantity by a word."""
    return by(WORDS)(document, rng)


def swapped(document, rng):
    """Two and two quantities change their letters."""
    names = Names(document)
    pool = [n for n in names.candidates() if n not in names.called | names.styled]
    rng.shuffle(pool)
    table = {}
    for a, b in zip(pool[::2], pool[1::2]):
        if names.fits(a, b) and names.fits(b, a) and (names.seen[a][0] == '\\') == (names.seen[b][0] == '\\'):
            table[a], table[b] = b, a
    return (document.name, substitute(document, names, table)) if table else None


def single(document, rng):
    """One quantity by a letter that is taken by nothing."""
    names = Names(document)
    pool = names.candidates()
    if not pool:
        return None
    wanted = list(LATIN) + GREEKS[:8] * document.delimited
    rng.shuffle(wanted)
    chosen = rng.choice(pool)
    if chosen in names.styled:
        wanted = [w for w in wanted if len(w) == 1]
    table = assign(names, wanted, [chosen])
    return table and (document.name, substitute(document, names, table))


def rate(document, rng):
    """The learning rate by its other usual names."""
    names = Names(document)
    for old in ('alpha', 'eta'):
        if old in names.candidates():
            table = assign(names, rng.sample(['alpha', 'eta', 'rho', 'epsilon', 'lambda'], 5), [old])
            return table and (document.name, substitute(document, names, table))
    return None


def indices(document, rng):
    """The letters of indices by others."""
    names = Names(document)
    pool = sorted(n for n in names.seen if names.is_index(n) and n in 'ijklmnpqrs' and n not in FUNCTIONS)
    bound = [n for n in pool if n in names.bound]
    free = names.unused(list('ijklmnpqr' if bound == pool else INDICES))
    rng.shuffle(free)
    chosen = pool if len(free) >= len(pool) else bound[:len(free)]
    if not chosen or not free or re.search(r'\b(?:%s)\b' % '|'.join(chosen), document.prose() + ' '.join(
            re.findall(r'\\text\s*\{([^{}]*)', document.text))):
        return None
    return document.name, substitute(document, names, dict(zip(chosen, free)))


TRANSFORMS = [latin, greek, words, swapped, single, rate, indices]

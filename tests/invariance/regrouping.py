"""regrouping.py: the same equations in another order, in shorter or longer chains, or with macros."""
import re

from document import joined
from mathematics import group_end

HEADING = r'(?m)^#{1,6} |^\s*\*\*|\\(?:sub)*section|\\paragraph|\\begin\{frame|^\s*(?:---|\*\*\*|___)\s*$'
SIMPLE = r'\s*(?:\\hat\s*\{?)?\\?[A-Za-z]+\}?(?:_\{?\w\}?)?\s*&?=[^=≠≈<>]*'


def left_of(formula):
    return re.sub(r'[\s&]', '', formula.split('=')[0])


def defined(document):
    """The left sides of what backproof took as definitions, as written and without blanks."""
    return {left_of(c['source']) for c in document.claims if c['verdict'] == 'definition' and '=' in c['source']}


def once(document, left):
    """Is it on the left of one equation only?"""
    return sum(left_of(c['source']) == left for c in document.claims if '=' in c['source']) == 1


def movable(document, formula):
    left = left_of(formula)
    return bool(re.fullmatch(SIMPLE, formula)) and not re.search(r'\\q?quad|,\s|\\\\|\\begin|\\text|\bfor\b|\\tag', formula) \
        and left in defined(document) and once(document, left)


def runs(document):
    """Displays (or lines of plain text) with nothing but blank space between them: lists of pieces."""
    found, current = [], []
    for piece in document.pieces():
        if piece.display():
            current.append(piece)
        elif piece.kind == 'math' or piece.text.strip():
            found.append(current)
            current = []
    return [run for run in found + [current] if len(run) > 1]


def reordered(document, rng):
    """The definitions of a run of displays in reverse order."""
    pieces = document.pieces()
    document_pieces, document.pieces = document.pieces, lambda: pieces
    done = False
    for run in runs(document):
        ours = [piece for piece in run if movable(document, piece.text)]
        texts = [piece.text for piece in reversed(ours)]
        for piece, text in zip(ours, texts):
            done = done or piece.text != text
            piece.text = text
    document.pieces = document_pieces
    return (document.name, joined(pieces)) if done else None


def rows_reordered(document, rng):
    """The rows of an align that are definitions, in reverse order."""
    pieces, done = document.pieces(), False
    for piece in pieces:
        if not piece.display() or piece.text.count('\\\\') < 1 or '\\begin{cases' in piece.text:
            continue
        rows = piece.text.split('\\\\')
        bare = [re.sub(r'[.,;]?\s*$', '', row) for row in rows]
        whole = [n for n, row in enumerate(rows) if movable(document, bare[n]) and
                 (n + 1 == len(rows) or not re.match(r'\s*&?\s*=', rows[n + 1]))]
        new = list(rows)
        for place, source in zip(whole, reversed(whole)):
            blank = re.match(r'\s*', rows[place]).group(0), re.search(r'[.,;]?\s*$', rows[place]).group(0)
            new[place] = blank[0] + bare[source].strip() + blank[1]
        done = done or new != rows
        piece.text = '\\\\'.join(new)
    return (document.name, joined(pieces)) if done else None


def later(document, rng):
    """A definition that stands alone in a display changes places with the display behind it."""
    pieces = document.pieces()
    shown = [n for n, piece in enumerate(pieces) if piece.display()]
    pairs = [(a, b) for a, b in zip(shown, shown[1:]) if movable(document, pieces[a].text) and
             not ''.join(p.whole() for p in pieces[a + 1:b]).strip() and '\\\\' not in pieces[b].text and
             not re.match(r'\s*=', pieces[b].text) and left_of(pieces[b].text) != left_of(pieces[a].text) and
             pieces[b].text.count('=') == 1 and (b + 1 >= len(pieces) or not re.match(
                 r'\s*=', pieces[shown[shown.index(b) + 1]].text if b != shown[-1] else ''))]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    pieces[a].text, pieces[b].text = pieces[b].text, pieces[a].text
    return document.name, joined(pieces)


# --- chains ---

def equalities(formula):
    """The parts of a chain, cut at the = that stand in no group; [formula] if it is none."""
    parts, start, at, depth = [], 0, 0, 0
    while at < len(formula):
        if formula[at] == '\\':
            at += 1
        elif formula[at] in '{[(':
            depth += 1
        elif formula[at] in '}])':
            depth -= 1
        elif formula[at] == '=' and depth == 0 and formula[at - 1:at] not in (':', '+', '-', '!', '<', '>', '='):
            parts.append(formula[start:at])
            start = at + 1
        at += 1
    return parts + [formula[start:]]


def split(document, rng):
    """a = b = c as a = b and b = c, in two displays."""
    pieces, done = document.pieces(), False
    for piece in pieces:
        if not piece.display() or re.search(r'\\begin|\\\\|&|\\q?quad|,\s|\\text|\\tag|\\(?:under|over)brace|[≈≠<>]|\\n?eq',
                                            piece.text):
            continue
        if not piece.opening and not re.fullmatch(r'[^(]*', ''):
            continue
        parts = equalities(piece.text)
        if len(parts) < 3 or not all(part.strip() for part in parts) or defined(document) & {left_of(piece.text)}:
            continue
        end = re.search(r'[.,;]?\s*$', parts[-1]).group(0)
        parts[-1] = parts[-1][:len(parts[-1]) - len(end)]
        between = piece.closing + '\n' + piece.opening
        piece.text = between.join('%s = %s' % (a.strip(), b.strip()) for a, b in zip(parts, parts[1:])) + end.strip(' ')
        done = True
    return (document.name, joined(pieces)) if done else None


def join(document, rng):
    """a = b and a = c behind each other as a = b = c, where a = b is right."""
    right = {re.sub(r'\s', '', c['source']).rstrip('.,;') for c in document.claims if c['verdict'] == 'right'}
    pieces = document.pieces()
    out, done = [], False
    for piece in pieces:
        earlier = [p for p in out[-2:] if p.display()]
        blank = out and not out[-1].text.strip()
        if piece.display() and earlier and blank and piece.opening == earlier[0].opening and \
                not re.search(r'\\begin|\\\\|&|\\q?quad|,\s|\\text|\\tag|[#≈≠<>←]', piece.text + earlier[0].text):
            a, b = equalities(earlier[0].text), equalities(piece.text)
            if len(a) == len(b) == 2 and left_of(earlier[0].text) == left_of(piece.text) and \
                    {re.sub(r'\s', '', p.text).rstrip('.,;') for p in (earlier[0], piece)} <= right:
                earlier[0].text = re.sub(r'[.,;]?\s*$', '', earlier[0].text) + ' = ' + b[1].strip()
                done = True
                continue
        out.append(piece)
    return (document.name, joined(out)) if done else None


# --- macros ---

def macros(document, rng):
    """Macros for derivatives and for the Greek letters that are frequent, in LaTeX."""
    if document.kind != 'tex' or '\\begin{document}' not in document.text:
        return None
    names = ['\\gr' + 'abcdefgh'[n] for n in range(8)]
    greek = re.findall(r'\\(?:alpha|beta|gamma|delta|eta|theta|sigma|hat y|mathcal\{L\})(?![A-Za-z])', document.text)
    frequent = sorted({g for g in greek if greek.count(g) > 1})[:8]
    table = dict(zip(frequent, names))

    def change(math):
        at = 0
        while True:
            m = re.compile(r'\\frac\s*\{\\partial (?=[^{}])').search(math, at)
            if not m:
                break
            top = group_end(math, math.index('{', m.start()))
            if math[top:top + 10] == '{\\partial ':
                below = group_end(math, top)
                math = math[:m.start()] + '\\slope{' + math[m.end():top - 1] + '}{' + math[top + 10:below - 1] + '}' + math[below:]
            at = m.start() + 1
        for old, new in table.items():
            math = re.sub(re.escape(old) + r'(?![A-Za-z])', lambda m: new + ' ' if not new.endswith('}') else new, math)
        return math
    pieces = document.pieces()
    for piece in pieces:
        if piece.kind == 'math':
            piece.text = change(piece.text)
    head = '\\newcommand{\\slope}[2]{\\frac{\\partial #1}{\\partial #2}}\n' + ''.join(
        '\\newcommand{%s}{%s}\n' % (new, old) for old, new in table.items())
    return document.name, joined(pieces).replace('\\begin{document}', head + '\\begin{document}', 1)


def definitions_by_macro(document, rng):
    r"""\def and \let for names, in the text itself."""
    if document.kind != 'tex' or '\\begin{document}' not in document.text or '\\sigma' not in document.text:
        return None
    pieces = document.pieces()
    for piece in pieces:
        if piece.kind == 'math':
            piece.text = re.sub(r'\\sigma(?![A-Za-z])', r'\\squash ', piece.text)
            piece.text = re.sub(r'\\partial(?![A-Za-z])', r'\\prt', piece.text)
    return document.name, joined(pieces).replace('\\begin{document}', '\\def\\squash{\\sigma}\n\\let\\prt\\partial\n'
                                                 '\\begin{document}', 1)


ORDER = {reordered, rows_reordered, later}  # claims come in another order
TRANSFORMS = [reordered, rows_reordered, later, split, join, macros, definitions_by_macro]

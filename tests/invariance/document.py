"""document.py: a derivation as pieces of mathematics and of text between them, and the names in it, as far as the
changes need them. It knows what README says on reading, no more, and nothing of how backproof reads."""
import json
import re

import mathematics

DISPLAYS = 'equation|align|gather|multline|eqnarray|displaymath|alignat|flalign|IEEEeqnarray|math'
OPENINGS = [
    (r'\$\$', r'\$\$'), (r'(?<!\\)\\\[', r'\\\]'), (r'(?<!\\)\\\(', r'\\\)'), (r'```math\n', r'\n\s*```'),
    (r'\\begin\{(' + DISPLAYS + r')\*?\}(?:\{\d*\})?', r'\\end\{\1\*?\}'),
    (r'\\begin\{empheq\}(?:\[[^\]]*\])?\{\w+\*?\}', r'\\end\{empheq\}'),
    (r'(?<![\\$])\$(?!\$)', r'(?<![\\$])\$(?!\$)')]
CODE = {'md': [(r'```(?!math\n)', r'```'), (r'<!--', r'-->'), (r'`[^`\n]', r'`')],
        'tex': [(r'(?<!\\)%', r'\n'),
                (r'\\begin\{(lstlisting|verbatim|tikzpicture|comment|minted|algorithmic|Verbatim)\*?\}', r'\\end\{\1\*?\}')]}
MACRO = r'\\(?:re)?newcommand\*?\s*\{?\\[A-Za-z]+\}?(?:\[\d\])?\s*\{|\\def\s*\\[A-Za-z]+(?:#\d)*\s*\{'
RELATION = r'=|≈|←|<-|:=|\\leftarrow|\\gets|\\approx'


class Piece:
    """A run of the document: kind is 'math', 'macro' (the body of one), 'text' or 'code'; opening and closing are its
    delimiters."""

    def __init__(self, kind, text, opening='', closing=''):
        self.kind, self.text, self.opening, self.closing = kind, text, opening, closing

    def whole(self):
        return self.opening + self.text + self.closing

    def display(self):
        return self.kind == 'math' and self.opening not in ('$', '\\(')


def joined(pieces):
    return ''.join(piece.whole() for piece in pieces)


def has_delimiters(text):
    return any(re.search(opening, text) for opening, _ in OPENINGS)


def first(patterns, text, at):
    """The pattern that matches first behind `at`: (match, its closing) or None."""
    best = None
    for opening, closing in patterns:
        m = re.compile(opening).search(text, at)
        if m and (best is None or m.start() < best[0].start()):
            best = m, closing
    return best


def closed(m, closing, text):
    pattern = closing.replace(r'\1', re.escape(m.group(1)) if m.groups() and m.group(1) else '')
    return re.compile(pattern).search(text, m.end())


def pieces_of(kind, text):
    """The document, in order; joined they are the document again. kind: md, tex or txt."""
    if not has_delimiters(text):
        return lines(text)
    patterns = [(o, c, 'math') for o, c in OPENINGS] + [(o, c, 'code') for o, c in CODE.get(kind, [])]
    kinds = {o: k for o, _, k in patterns}
    found, at = [], 0
    while at < len(text):
        best = first([(o, c) for o, c, _ in patterns] + [(MACRO, '')], text, at)
        if best is None:
            break
        m, closing = best
        if not closing:
            end = mathematics.group_end(text, m.end() - 1)
            span, which = (end - 1, end), 'macro'
        else:
            end = closed(m, closing, text)
            if not end:
                break
            span, which = end.span(), kinds[m.re.pattern]
        found.append(Piece('text', text[at:m.start()]))
        found.append(Piece(which, text[m.end():span[0]], m.group(0), text[span[0]:span[1]]))
        at = span[1]
    found.append(Piece('text', text[at:]))
    return [piece for piece in found if piece.whole()]


def lines(text):
    """Of a document without delimiters: a line with a relation is mathematics up to its comment."""
    found = []
    for line in text.splitlines(keepends=True):
        m = re.match(r'([^#\n]*?)(\s*(?:#.*)?\r?\n?)$', line, re.S)
        if re.search(RELATION, m.group(1)):
            found += [Piece('math', m.group(1)), Piece('text', m.group(2))]
        else:
            found.append(Piece('text', line))
    return found


def from_notebook(text):
    """The cells of a notebook as one Markdown document: its code in fences."""
    out = []
    for cell in json.loads(text).get('cells', []):
        source = ''.join(cell.get('source', ''))
        out.append(source if cell.get('cell_type') == 'markdown' else '```python\n%s\n```' % source.replace('```', ''))
    return '\n\n'.join(out) + '\n'


class Document:
    """name: of the file; text; claims: what backproof said of it, which tells words from letters side by side."""

    def __init__(self, name, text, claims):
        self.name, self.text, self.claims = name, text, claims
        self.stem, _, self.kind = name.rpartition('.')
        self.delimited = has_delimiters(text)
        self.echo = '\n'.join(claim.get('read_as', '') for claim in claims)
        self.words = mathematics.words_of(self.echo)

    def pieces(self):
        return pieces_of(self.kind, self.text)

    def tokens(self, math):
        return mathematics.tokens(math, self.words)

    def change(self, change, change_text=None):
        """The document with what is mathematics changed, and the text between."""
        pieces = self.pieces()
        for piece in pieces:
            if piece.kind in ('math', 'macro'):
                piece.text = change(piece.text)
            elif piece.kind == 'text' and change_text:
                piece.text = change_text(piece.text)
        return joined(pieces)

    def math(self):
        return [piece.text for piece in self.pieces() if piece.kind in ('math', 'macro')]

    def prose(self):
        return '\n'.join(piece.text for piece in self.pieces() if piece.kind == 'text')

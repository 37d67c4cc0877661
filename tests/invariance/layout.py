"""layout.py: the same derivation in another kind of file, with other ends of lines, blanks and delimiters."""
import json
import re

from document import RELATION, joined, lines
from mathematics import FUNCTIONS, GREEK
from typewriter import NotPlain, typed

ROWS = r'\\begin\{(align|gather|eqnarray|alignat|flalign)\*?\}(?:\{\d*\})?'


def crlf(document, rng):
    """Lines that end as on Windows."""
    return document.name, document.text.replace('\r\n', '\n').replace('\n', '\r\n')


def trailing(document, rng):
    """Blanks at the ends of lines, but for the two that break a line in Markdown."""
    return document.name, re.sub(r'(?<=\S)\n', ' \n', document.text)


def spaces_of(blank):
    def change(document, rng):
        new = document.change(lambda math: re.sub(r'(?<=[^\s\\])(?<!^[-*+>]) (?=[^\s])', blank, math))
        return (document.name, new) if new != document.text else None
    return change


def no_break_spaces(document, rng):
    """U+00A0 for the blanks of formulas."""
    return spaces_of('\u00a0')(document, rng)


def unicode_spaces(document, rng):
    """U+2009, U+202F, U+2003 and U+3000 for the blanks of formulas."""
    return spaces_of(rng.choice('\u2009\u202f\u2003\u3000\u2002\u205f'))(document, rng)


def no_break_prose(document, rng):
    """U+00A0 for the blanks of prose, but at the starts of lines and beside their marks."""
    new = document.change(lambda math: math, lambda text: re.sub(r'(?<=[A-Za-z,]) (?=[A-Za-z])', '\u00a0', text)
                          if '\\' not in text else text)
    return (document.name, new) if new != document.text else None


def thin_spaces(document, rng):
    r"""\, and \; where they do not count."""
    if not document.delimited:
        return None
    new = document.change(lambda math: math if '\\text' in math else re.sub(r' ([=+-]) ', r' \\, \1 \\; ', math))
    return (document.name, new) if new != document.text else None


def delimiters(document, rng):
    """Other signs for the same: \\( for $, an equation environment for $$ and \\[."""
    if not document.delimited:
        return None
    other = {'$': ('\\(', '\\)'), '\\(': ('$', '$')}
    pieces = document.pieces()
    for piece in pieces:
        if piece.opening in other and '$' not in piece.text:
            piece.opening, piece.closing = other[piece.opening]
        elif piece.opening in ('$$', '\\['):
            piece.opening, piece.closing = '\\begin{equation*}', '\\end{equation*}'
    new = joined(pieces)
    return (document.name, new) if new != document.text else None


def gathered(document, rng):
    """A display is the only row of a gather."""
    pieces = document.pieces()
    for piece in pieces:
        if piece.opening in ('$$', '\\[') and '\\tag' not in piece.text:
            piece.opening, piece.closing = '\\begin{gather*}', '\\end{gather*}'
            piece.text = re.sub(r'\n\s*\n', '\n', piece.text)
    new = joined(pieces)
    return (document.name, new) if new != document.text else None


# --- Markdown and LaTeX ---

def latex_prose(text):
    """Markdown's marks as LaTeX's: headings, bold, lists, quotations."""
    out, listed = [], False
    for line in text.split('\n'):
        heading = re.match(r'(#{1,4}) (.*)', line)
        item = re.match(r'(\s*)(?:[-*+]|\d+\.) (.*)', line)
        plain = re.sub(r'(?<!\\)([%&#_])', r'\\\1', heading.group(2) if heading else item.group(2) if item else line)
        plain = re.sub(r'\*\*(.+?)\*\*', r'\\textbf{\1}', plain)
        if heading:
            plain = '\\%s{%s}' % (['section', 'subsection', 'subsubsection', 'paragraph'][len(heading.group(1)) - 1], plain)
        if item:
            plain = ('' if listed else '\\begin{itemize}\n') + '\\item ' + plain
            listed = True
        elif listed and line.strip() and not line.startswith(' '):
            plain, listed = '\\end{itemize}\n' + plain, False
        out.append(plain)
    return '\n'.join(out), listed


def to_latex(document, rng):
    """Markdown as LaTeX: sections, lists, displays."""
    if document.kind != 'md' or not document.delimited or re.search(r'^\s*(?:\||>|~~~|---|===|<|```(?!math))|\]\(|\\def|\\newc',
                                                                   document.text, re.M):
        return None
    text, kept = '', []
    for piece in document.pieces():
        if piece.kind == 'math':
            text += '\x00%d\x00' % len(kept)
            if piece.opening == '$$' or piece.opening.startswith('```'):
                kept.append('\\[' + re.sub(r'\n\s*\n', '\n', piece.text).strip() + '\\]')
            else:
                kept.append(piece.whole())
        elif piece.kind == 'text':
            text += piece.text
        else:
            return None
    body, listed = latex_prose(text)
    body = re.sub('\x00(\\d+)\x00', lambda m: kept[int(m.group(1))], body) + ('\\end{itemize}\n' if listed else '')
    return document.stem + '.tex', '\\documentclass{article}\n\\usepackage{amsmath}\n\\begin{document}\n%s\n' \
        '\\end{document}\n' % body


def markdown_prose(text):
    """LaTeX's marks as Markdown's."""
    text = re.sub(r'\\documentclass.*|\\usepackage.*|\\(?:begin|end)\{document\}|\\maketitle|\\label\{[^}]*\}|\\noindent', '', text)
    text = re.sub(r'\\(sub)*section\*?\{([^{}]*)\}', lambda m: '\n\n%s %s\n\n' % (
        '#' * (1 + m.group(0).count('sub')), m.group(2)), text)
    text = re.sub(r'\\(?:paragraph|begin\{frame\})\{([^{}]*)\}', r'\n\n#### \1\n\n', text)
    text = re.sub(r'\\end\{frame\}|\\(?:begin|end)\{(?:itemize|enumerate)\}', '\n', text)
    text = re.sub(r'\\item\s*', '\n- ', text)
    text = re.sub(r'\\(?:textbf)\{([^{}]*)\}', r'**\1**', text)
    text = re.sub(r'\\(?:emph|textit)\{([^{}]*)\}', r'*\1*', text)
    return re.sub(r'\\([%&#_])', r'\1', text.replace('~', ' '))


def to_markdown(document, rng):
    """LaTeX as Markdown; its macros as mathematics at the start."""
    if document.kind != 'tex' or not document.delimited:
        return None
    out, macros = '', ''
    for piece in document.pieces():
        rows = re.match(ROWS, piece.opening)
        if piece.kind == 'macro':
            macros += piece.whole() + '\n'
        elif piece.kind == 'text':
            out += markdown_prose(piece.text)
        elif piece.kind == 'code':
            out += '\n' if piece.opening == '%' else ''
        elif rows:
            out += '\n$$\n' + piece.opening + piece.text + piece.closing + '\n$$\n'
        elif piece.display():
            out += '\n\n$$' + piece.text.strip() + '$$\n\n'
        else:
            out += '$' + piece.text + '$'
    prose = re.sub(r'\$\$.*?\$\$|\$[^$]*\$', '', out, flags=re.S)
    if '\\' in prose or re.search(r'\\(?:label|multicolumn)', out):
        return None
    return document.stem + '.md', ('$$\n%s$$\n\n' % macros if macros else '') + re.sub(r'\n{3,}', '\n\n', out).lstrip()


def to_notebook(document, rng):
    """Markdown as the cells of a notebook, a cell for each section."""
    if document.kind != 'md':
        return None
    parts = re.split(r'(?m)^(?=#{1,3} )', document.text) if not re.search('```', document.text) else [document.text]
    cells = [{'cell_type': 'markdown', 'metadata': {}, 'source': part.splitlines(keepends=True)} for part in parts if part]
    return document.stem + '.ipynb', json.dumps({'cells': cells, 'metadata': {}, 'nbformat': 4, 'nbformat_minor': 5},
                                                ensure_ascii=False, indent=1)


# --- plain text ---

def to_plain(document, rng):
    """Formulas as they are typed in a mail. Only where no formula with a relation stands within a sentence, since in
    plain text there is nothing to tell the two apart."""
    if not document.delimited or document.kind not in ('md', 'tex') or re.search(r'\\begin\{cases|\\text|^\s*>|```(?!math)',
                                                                                 document.text, re.M):
        return None
    out = ''
    pieces = document.pieces()
    for n, piece in enumerate(pieces):
        if piece.kind == 'math' and re.search(RELATION, piece.text):
            before = re.sub(r'.*[\n]', '', out)
            behind = pieces[n + 1].text.split('\n')[0] if n + 1 < len(pieces) else ''
            if not piece.display() and re.search(r'\w', re.sub(r'^\s*(?:[-*]|\d+\.|\(\w\))\s', '', before) + behind):
                return None
            try:
                out += ('' if before.strip() == '' else '\n') + typed(piece.text, document) + '\n'
            except NotPlain:
                return None
        elif piece.kind == 'math':
            if re.search(r'[\\≠]|[<>]', piece.text):
                return None
            out += piece.text
        elif piece.kind == 'text':
            out += re.sub(r'^\.', '', markdown_prose(piece.text) if document.kind == 'tex' else piece.text)
        else:
            return None
    kept = [p.text for p in lines(out) if p.kind == 'math']
    if re.search(r'\\|\$', out) or any(re.match(r'\s*[A-Za-z]{3,} [a-z]{2,}', text) for text in kept):
        return None
    return document.stem + '.txt', out


def to_mathematics(document, rng):
    """Plain text as Markdown, each formula of it between dollars."""
    if document.delimited or document.kind != 'txt' or re.search(r'(?m)[|]|\b\w+\(\w, *\w|^\s*[*+·/]', document.text):
        return None
    out = ''
    for piece in document.pieces():
        if piece.kind == 'math':
            if re.search(r'[A-Za-z]{3,} [A-Za-z]{3,}|,|\bif\b|\bfor\b|\d\)|^\s*[->=*]|sum\(|\[', piece.text):
                return None
            text = re.sub(r'(?<![A-Za-z])([A-Za-z]{2,})', lambda m: latex_word(m.group(1), document), piece.text)
            out += '\n$$' + text.replace('**', '^').replace('*', '\\cdot ').strip() + '$$\n'
        else:
            out += piece.text
    return document.stem + '.md', out


def latex_word(word, document):
    """A run of letters of plain text as LaTeX has it."""
    if word[0] == 'd' and (len(word) == 2 or word[1:] in document.words or word[1:] in GREEK):
        return 'd' + (word[1:] if len(word) == 2 else latex_word(word[1:], document))
    if word in GREEK or word in ('exp', 'log', 'ln', 'tanh', 'max', 'min', 'sum'):
        return '\\' + word
    if word in FUNCTIONS or word in document.words:
        return '\\mathrm{%s}' % word
    return word


TRANSFORMS = [crlf, trailing, no_break_spaces, unicode_spaces, no_break_prose, thin_spaces, delimiters, gathered, to_latex,
              to_markdown, to_notebook, to_plain, to_mathematics]

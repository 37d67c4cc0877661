"""typewriter.py: a formula of LaTeX as it is typed in plain text."""
import re

from mathematics import GREEK, group, tokens

WORDS = {'\\partial': 'd', '\\cdot': '*', '\\times': '*', '\\leftarrow': '<-', '\\gets': '<-', '\\left': '', '\\right': '',
         '\\,': ' ', '\\;': ' ', '\\!': '', '\\ ': ' ', '\\displaystyle': '', '\\limits': '', '\\log': ' log', '\\ln': ' ln',
         '\\exp': ' exp', '\\tanh': ' tanh', '\\max': ' max', '\\sum': ' sum', '\\sqrt': ' sqrt', '\\{': '{', '\\}': '}',
         '\\bigl': '', '\\bigr': '', '\\Bigl': '', '\\Bigr': ''}
WORDS.update({'\\' + name: ' ' + name for name in GREEK})
DERIVED = r'\s*\\partial(?![A-Za-z])|\s*d\s*(?:[A-Za-z]|\\)|\s*d\s*$'


class NotPlain(Exception):
    """It has what plain text has no form for."""


def typed(math, document):
    """The formulas of a display, one to a line."""
    math = re.sub(r'\\(?:begin|end)\{(?:aligned|split|align|gathered)\*?\}', '', math)
    math = re.sub(r'\\(?:label|tag)\{[^}]*\}|\\(?:nonumber|notag)(?![A-Za-z])|[.,;]\s*$', '', math.strip()).strip()
    rows = re.split(r'\\\\(?:\[[^\]]*\])?|[,.]?\s*\\qquad|[,.]\s*\\quad', math)
    if any(not re.search(r'=|\\leftarrow|\\gets', row) for row in rows):
        raise NotPlain(math)
    lines = [line(row.replace('&', ' '), document) for row in rows]
    return '\n'.join(text for text in lines if text)


def line(math, document):
    text = re.sub(r'[,.;]\s*$', '', re.sub(r'\s+', ' ', convert(math, document)).strip())
    if '\\' in text or re.search(r'[,;]\s|\|', text):
        raise NotPlain(text)
    return re.sub(r' (?=[_^])', '', text)


def convert(math, document):
    out, at = '', 0
    while at < len(math):
        m = re.compile(r'\\[A-Za-z]+|\\.|[A-Za-z]+|.', re.S).match(math, at)
        word, at = m.group(0), m.end()
        if re.fullmatch(r'\\[dt]?frac', word):
            new, at = fraction(math, at, document)
        elif word == '\\mathcal':
            new, at = group(math, at)
            if re.search(r'(?<![{A-Za-z])%s' % re.escape(new), document.text):
                raise NotPlain(word)
        elif word in WORDS:
            new = WORDS[word]
        elif word[0] == '\\':
            raise NotPlain(word)
        elif word == 'e' and math[at:at + 1] == '^':
            inner, at = group(math, at + 1)
            new = ' exp(%s)' % convert(inner, document)
        elif word.isalpha():
            new = letters(word, document)
        elif word in '_^':
            new, at = script(word, math, at, document)
        else:
            new = word
        if out[-1:].isalnum() and new[:1].isalpha() and not out.endswith('d'):
            out += ' '
        out += new
    return out


def letters(word, document):
    return ' '.join(token.text for token in tokens(word, document.words)).replace('d ', 'd', 1 if word[0] == 'd' else 0)


def script(sign, math, at, document):
    inner, at = group(math, at)
    inner = convert(inner, document).strip()
    if sign == '_' and re.fullmatch('[a-z]{2,}', inner.replace(' ', '')):
        inner = inner.replace(' ', '')
    return sign + (inner if re.fullmatch(r'\w', inner) else '{%s}' % inner) + ' ', at


def fraction(math, at, document):
    top, at = group(math, at)
    below, at = group(math, at)
    if re.match(DERIVED, top) and re.match(DERIVED, below):
        if not re.fullmatch(r'(?:\\partial|d)\s*\S+.*', top) or re.search(r'[-+(]|\\frac', top + below):
            raise NotPlain(top)
        return ' %s/%s ' % tuple(re.sub(r'^d\s+', 'd', convert(part, document).strip()) for part in (top, below)), at
    return ' ((%s)/(%s)) ' % (convert(top, document).strip(), convert(below, document).strip()), at

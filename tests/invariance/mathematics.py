"""mathematics.py: the tokens of a formula, as far as the changes need them."""
import re

GREEK = dict(zip(['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'kappa', 'lambda', 'mu', 'nu',
                  'xi', 'rho', 'sigma', 'tau', 'phi', 'chi', 'psi', 'omega', 'pi', 'Gamma', 'Delta', 'Theta', 'Lambda',
                  'Phi', 'Psi', 'Omega'], 'αβγδϵζηθκλμνξρστφχψωπΓΔΘΛΦΨΩ'))
COMMANDS = {'\\' + name for name in GREEK} | {'\\varepsilon', '\\varphi', '\\ell'}
FUNCTIONS = {'exp', 'log', 'ln', 'tanh', 'sin', 'cos', 'sinh', 'cosh', 'sqrt', 'max', 'min', 'abs', 'relu', 'ReLU',
             'sigmoid', 'softmax', 'softplus', 'sum', 'prod', 'if', 'for', 'and', 'where', 'otherwise', 'else', 'new',
             'old', 'from', 'to', 'in', 'is', 'of', 'mit', 'und', 'with'}
TOKEN = re.compile(
    r'(?P<words>\\(?:text|mathrm|operatorname\*?|textbf|textit|textrm|mathit|mbox|label|ref|eqref|tag|hspace|vspace|'
    r'color|mathbb)\s*\{[^{}]*\})|(?P<frame>\\(?:begin|end)\s*\{[^{}]*\}(?:\{[lcr|]*\})?|\\\\\[[^\]]*\])'
    r'|(?P<command>\\[A-Za-z]+)|(?P<escape>\\.)|(?P<run>[A-Za-z]+)|(?P<greek>[α-ωΑ-ΠΡΤ-Ωϵ])'
    r'|(?P<number>\d+(?:[.,]\d+)?)|(?P<space>\s+)|(?P<sign>.)', re.S)


class Token:
    """kind: name, function, command, number, words, frame, space, sign; script: below or above another."""

    def __init__(self, kind, text):
        self.kind, self.text, self.script = kind, text, False

    def __repr__(self):
        return '%s %r' % (self.kind, self.text)


def words_of(echo):
    """The names of several letters that backproof's echo has."""
    words = set(re.findall(r'(?<![A-Za-z_])[A-Za-z]{2,}', echo)) - FUNCTIONS - set(GREEK)
    words |= {w for w in re.findall(r'_([A-Za-z]{2,})', echo) if len(w) > 3 or not set(w) <= set('ijklmnpqrst')}
    differentials = {w for w in words if w[0] == 'd' and
                     (len(w) == 2 or w[1:] in words or w[1:] in GREEK or '/' + w in echo or w + '/' in echo)}
    return (words | {w[1:] for w in differentials if len(w) > 2 and w[1:] not in GREEK}) - differentials


def split_run(run, words):
    """Letters side by side: one name, a function, a differential of either, or a name each."""
    if run in words:
        return [Token('name', run)]
    if run in FUNCTIONS:
        return [Token('function', run)]
    if run in GREEK or len(run) == 1:
        return [Token('name', run)]
    if run[0] == 'd' and (run[1:] in words or run[1:] in GREEK):
        return [Token('name', 'd'), Token('name', run[1:])]
    return [Token('name', letter) for letter in run]


def tokens(math, words):
    """The tokens of a formula, in order; their texts joined are the formula again."""
    found = []
    for m in TOKEN.finditer(math):
        kind, text = m.lastgroup, m.group(0)
        if kind == 'run':
            found += split_run(text, words)
        elif kind == 'greek' or text in COMMANDS:
            found.append(Token('name', text))
        else:
            found.append(Token('sign' if kind == 'escape' else kind, text))
    mark_scripts(found)
    return found


def mark_scripts(found):
    """Which tokens stand below or above another one."""
    depth, levels, expected = 0, [], False
    for token in found:
        if token.kind == 'space':
            continue
        if token.text in '{}' and token.kind == 'sign':
            if token.text == '{':
                depth += 1
                levels.append(expected)
            elif levels:
                levels.pop()
                depth -= 1
        token.script = expected or any(levels)
        expected = token.text in ('_', '^')


def group_end(text, at):
    """Where the braces that open at `at` are closed, behind the closing one; the end if they are not."""
    depth = 0
    while at < len(text):
        if text[at] == '\\':
            at += 1
        elif text[at] == '{':
            depth += 1
        elif text[at] == '}':
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return len(text)


def group(text, at):
    """What a command takes at `at`: (its text without braces, where it ends)."""
    while at < len(text) and text[at] == ' ':
        at += 1
    if at < len(text) and text[at] == '{':
        end = group_end(text, at)
        return text[at + 1:end - 1], end
    m = re.compile(r'\\[A-Za-z]+|.', re.S).match(text, at)
    return (m.group(0), m.end()) if m else ('', at)


def spelt(tokens_):
    """A formula of tokens: where two names would run together a space keeps them apart, but not a d and its name."""
    out, last = '', None
    for token in tokens_:
        met = re.search(r'[A-Za-z]$', out) and re.match('[A-Za-z]', token.text)
        if met and last.text != 'd' and (len(last.text) > 1 or len(token.text) > 1):
            out += ' '
        out += token.text
        last = token
    return out

"""The statements of a certificate, read back: Coq's text as functions that compute with numbers.

Derivatives are computed with dual numbers, from the definitions that stand in the file. What is read is what a reader
sees; the data beside it, on which the proofs are computed, is left out.
"""
import math
import operator
import re

TOKEN = re.compile(r"\s*(\d+|[A-Za-z_][A-Za-z_0-9']*|Σ|\.\[|:=|=>|->|<>|<=\?|<\?|=\?|<=|&&|\|\||%Z|[()+\-*/^=<>,:\]])")


class Dual:
    """A value and its derivative by what moves."""

    def __init__(self, value, slope=0.0):
        self.value, self.slope = value, slope

    def __add__(self, other):
        return Dual(self.value + other.value, self.slope + other.slope)

    def __sub__(self, other):
        return Dual(self.value - other.value, self.slope - other.slope)

    def __mul__(self, other):
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    def __truediv__(self, other):
        quotient = self.value / other.value
        return Dual(quotient, (self.slope - quotient * other.slope) / other.value)

    def __neg__(self):
        return Dual(-self.value, -self.slope)

    def __pow__(self, n):
        if n == 0:
            return Dual(1.0)
        return Dual(self.value ** n, n * self.value ** (n - 1) * self.slope)


def smooth(value, slope):
    return lambda x: Dual(value(x.value), slope(x.value) * x.slope)


def logistic(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def kinked(pick):
    return lambda *x: x[pick(*[one.value for one in x])]


def relu(x):
    return x if x.value > 0 else Dual(0.0)


LIBRARY = {
    "exp": smooth(math.exp, math.exp), "ln": smooth(math.log, lambda x: 1 / x),
    "sigma": smooth(logistic, lambda x: logistic(x) * (1 - logistic(x))),
    "tanh": smooth(math.tanh, lambda x: 1 - math.tanh(x) ** 2),
    "softplus": smooth(lambda x: math.log(1 + math.exp(x)), logistic),
    "relu": relu, "absolute": lambda x: x if x.value > 0 else -x,
    "larger": kinked(lambda x, y: 0 if x > y else 1), "smaller": kinked(lambda x, y: 1 if x > y else 0),
    "IZR": lambda n: Dual(float(n)),
}


class Parser:
    """Parses one expression into a function of an environment: a dictionary of names."""

    def __init__(self, text):
        self.tokens, at = [], 0
        text = text.strip()
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise ValueError("cannot be read back: " + text[at:at + 40])
            if match.group(1) != "%Z":
                self.tokens.append(match.group(1))
            at = match.end()
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, wanted=None):
        token = self.peek()
        if wanted and token != wanted:
            raise ValueError("expected %s, found %s" % (wanted, token))
        self.at += 1
        return token

    def whole(self, parse):
        result = parse()
        if self.peek():
            raise ValueError("left over: " + self.peek())
        return result

    def left_to_right(self, part, operations):
        """Parts with signs between, the first two together first."""
        left = part()
        while self.peek() in operations:
            combine, a, b = operations[self.take()], left, part()
            left = lambda e, combine=combine, a=a, b=b: combine(a(e), b(e))
        return left

    # numbers -------------------------------------------------------------------------------
    def number(self):
        return self.left_to_right(self.factor, {"+": operator.add, "-": operator.sub})

    def factor(self):
        return self.left_to_right(self.signed, {"*": operator.mul, "/": operator.truediv})

    def signed(self):
        if self.peek() == "-":
            self.take()
            inner = self.signed()
            return lambda e: -inner(e)
        base = self.applied()
        if self.peek() != "^":
            return base
        self.take()
        n = int(self.take())
        return lambda e: base(e) ** n

    def applied(self):
        token = self.peek()
        if token == "Σ":
            return self.sum()
        if token == "if":
            return self.choice()
        if token == "let":
            return self.let()
        if token.isdigit():
            self.take()
            return lambda e: Dual(float(token))
        if token == "(":
            self.take()
            inner = self.number()
            self.take(")")
            return inner
        if token == "Derive":
            self.take()
            return self.derivative()
        return self.call()

    def call(self):
        name, arguments = self.take(), []
        if name == "IZR":
            index = self.atom_index()
            return lambda e: Dual(float(index(e)))
        if self.peek() == ".[":
            self.take()
            arguments.append(self.index())
            while self.peek() == ",":
                self.take()
                arguments.append(self.index())
            self.take("]")
            return lambda e: e[name](*[a(e) for a in arguments])
        while self.peek() == "(" or re.match(r"[A-Za-z_]\w*'*$", self.peek()) and self.peek() not in (
                "then", "else", "in", "to", "let", "if"):
            token = self.peek()
            if token == "(":
                self.take()
                arguments.append(self.number())
                self.take(")")
            else:
                self.take()
                arguments.append(lambda e, token=token: e[token])
        if not arguments:
            return lambda e: e[name]
        return lambda e: (e.get(name) or LIBRARY[name])(*[a(e) for a in arguments])

    def derivative(self):
        """Derive F (x): F is a function, applied to some of its arguments."""
        if self.peek() == "(":
            self.take()
            name, fixed = self.take(), []
            while self.peek() != ")":
                fixed.append(self.atom_index())
            self.take(")")
        else:
            name, fixed = self.take(), []
        self.take("(")
        at = self.number()
        self.take(")")

        def value(e):
            function = e.get(name) or LIBRARY[name]
            return Dual(function(*[i(e) for i in fixed], Dual(at(e).value, 1.0)).slope)
        return value

    def sum(self):
        self.take("Σ")
        letter = self.take()
        self.take("=")
        low = self.index()
        self.take("to")
        high = self.index()
        self.take(",")
        body = self.factor()

        def value(e):
            total = Dual(0.0)
            for k in range(low(e), high(e) + 1):
                total = total + body({**e, letter: k})
            return total
        return value

    def choice(self):
        self.take("if")
        if self.peek() == "Rlt_dec":
            self.take()
            self.take("0")
            self.take("(")
            inner = self.number()
            self.take(")")
            test = lambda e: inner(e).value > 0
        else:
            test = self.condition()
        self.take("then")
        yes = self.number()
        self.take("else")
        no = self.number()
        return lambda e: yes(e) if test(e) else no(e)

    def let(self):
        self.take("let")
        name = self.take()
        self.take(":=")
        if self.peek().startswith("move"):
            inner = self.moved()
        else:
            inner = self.made()
        self.take("in")
        rest = self.number()
        return lambda e: rest({**e, name: inner(e)})

    def made(self):
        """An index that is named, t, or what a function makes of the names behind it."""
        name, arguments = self.take(), []
        while self.peek() != "in":
            arguments.append(self.take())
        if not arguments:
            return lambda e: e[name]
        return lambda e: e[name].made([e[a] for a in arguments])

    def moved(self):
        self.take()
        name, index = self.take(), []
        while self.peek() != "t":
            index.append(self.atom_index())
        self.take("t")

        def value(e):
            at, old, new = [i(e) for i in index], e[name], e["t"]
            return lambda *ix: new if list(ix) == at else old(*ix)
        return value

    # whole numbers and conditions ----------------------------------------------------------
    def index(self):
        return self.left_to_right(self.atom_index, {"+": operator.add, "-": operator.sub})

    def atom_index(self):
        token = self.take()
        if token == "(":
            inner = self.index()
            self.take(")")
            return inner
        if token == "-":
            inner = self.atom_index()
            return lambda e: -inner(e)
        if token.isdigit():
            return lambda e: int(token)
        return lambda e: e[token]

    def condition(self):
        return self.left_to_right(self.clause, {"&&": operator.and_, "||": operator.or_})

    def clause(self):
        token = self.peek()
        if token in ("true", "false"):
            self.take()
            return lambda e: token == "true"
        if token == "negb":
            self.take()
            inner = self.clause()
            return lambda e: not inner(e)
        mark = self.at
        try:
            a = self.index()
            sign = self.take()
            if sign not in ("=?", "<?", "<=?"):
                raise ValueError(sign)
            b = self.index()
            return lambda e: {"=?": a(e) == b(e), "<?": a(e) < b(e), "<=?": a(e) <= b(e)}[sign]
        except ValueError:
            self.at = mark
        self.take("(")
        inner = self.condition()
        self.take(")")
        return inner


class Made:
    """A definition: parameters that are functions or numbers, then indices, then numbers."""

    def __init__(self, parameters, body, section):
        self.parameters, self.body, self.section = parameters, body, section

    def made(self, first):
        if len(first) == len(self.parameters):
            return self(*first)
        return lambda *rest: self(*first, *rest)

    def __call__(self, *arguments):
        scope = dict(self.section)
        scope.update(zip(self.parameters, arguments))
        return self.body(scope)


DEFINITION = re.compile(r"^Definition ([\w]+)((?: \([^()]*\))*)(?: : [^:=]*)? :=(.*?)\.$", re.S | re.M)
PARAMETER = re.compile(r"\(([\w ]+) : [^()]*\)")


def sections(text):
    """Each section: its free symbols with their number of indices, its definitions, its theorems."""
    for part in re.findall(r"^Section part\.\n(.*?)^End part\.", text, re.S | re.M):
        seen = part[:part.index("(* The same as data")]
        variables = {name: kind.count("->") for name, kind in
                     re.findall(r"^Variable (\w+) : (.*?)\.$", seen, re.M)}
        theorems = re.findall(r"^Theorem (\w+) :(.*?)\.\nProof", part, re.S | re.M)
        yield variables, seen, theorems


def environment(variables, seen, values):
    """The names of a section; values gives that of an entry: values(name, indices)."""
    section = {}
    for name, arity in variables.items():
        section[name] = (lambda *ix, name=name: Dual(values(name, ix))) if arity else Dual(values(name, ()))
    for name, parameters, body in DEFINITION.findall(seen):
        names = [one for group in PARAMETER.findall(parameters) for one in group.split()]
        parser = Parser(body)
        if not names and re.match(r"\s*\w+_of", body):
            words = body.split()
            made, given = section[words[0]], words[1:]
            section[name] = made.made([section[g] for g in given])
            continue
        made = Made(names, parser.whole(parser.number), section)
        section[name] = made if names else made()
    return section


class Statement:
    """An equation, or that two sides differ: its letters with their ranges, hypotheses, both sides."""

    def __init__(self, letters, hypotheses, sign, left, right):
        self.letters, self.hypotheses, self.sign, self.left, self.right = letters, hypotheses, sign, left, right

    def with_sides(self, left, right, hypotheses=None):
        return Statement(self.letters, self.hypotheses if hypotheses is None else hypotheses, self.sign, left, right)


def parts_of(text, sign):
    """What stands between these signs, outside of all parentheses."""
    parts, depth, begin = [], 0, 0
    for n, c in enumerate(text):
        depth += (c in "([") - (c in ")]")
        if depth == 0 and text.startswith(sign, n):
            parts.append(text[begin:n].strip())
            begin = n + len(sign)
    return parts + [text[begin:].strip()]


def statement(text):
    """The Statement; None of a theorem that is neither kind."""
    letters = []
    text = text.strip()
    while True:
        match = re.match(r"all (\w+) = (-?\d+) to (-?\d+),\s*", text)
        if not match:
            break
        letters.append((match.group(1), int(match.group(2)), int(match.group(3))))
        text = text[match.end():]
    *hypotheses, equation = parts_of(text, "->")
    while True:
        match = re.match(r"let (\w+) := \((-?\d+)\)%Z in\s*", equation)
        if not match:
            break
        letters.append((match.group(1), int(match.group(2)), int(match.group(2))))
        equation = equation[match.end():]
    differ = parts_of(equation, "<>")
    if len(differ) == 2:
        return Statement(letters, hypotheses, "<>", *differ)
    depth = 0
    for n, c in enumerate(equation):
        depth += (c in "([") - (c in ")]")
        if depth == 0 and c == "=" and not re.search(r"Σ \w+ $", equation[:n]):
            return Statement(letters, hypotheses, "=", equation[:n], equation[n + 1:])
    return None

#!/usr/bin/env python3
"""make_cases.py [--check]: writes the three headers of networks beside itself.

R1-R11 and C1-C14 as the homework writes them, in decimal arithmetic of 60 digits, without any code
of the C side. Every number carries a first-order bound of the rounding error of the same formula
in doubles; the tolerance is four times that bound, and at least 1e-300, where e^-x underflows.
--check writes nothing and fails if the files are not what would be written.
"""
import decimal
import pathlib
import sys
from decimal import Decimal

decimal.getcontext().prec = 60
UNIT = Decimal(2) ** -53


class Number:
    """A value and the rounding error it may have in doubles, in units of 2^-53."""

    def __init__(self, value, error=Decimal(0)):
        self.value, self.error = Decimal(value), error

    def __add__(self, other):
        value = self.value + other.value
        return Number(value, self.error + other.error + abs(value))

    def __neg__(self):
        return Number(-self.value, self.error)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        value = self.value * other.value
        error = abs(self.value) * other.error + abs(other.value) * self.error
        return Number(value, error + abs(value))

    def __truediv__(self, other):
        value = self.value / other.value
        error = (self.error + abs(value) * other.error) / abs(other.value)
        return Number(value, error + abs(value))

    def exp(self):  # the C library's exp and log: a relative 2^-52, which is two units
        value = self.value.exp()
        return Number(value, value * (self.error + 2))

    def log(self):
        value = self.value.ln()
        return Number(value, self.error / self.value + 2 * abs(value))

    def __str__(self):
        tolerance = max(4 * UNIT * self.error, Decimal("1e-300"))
        return f"{{{float(self.value) + 0.0!r}, {float(tolerance):.1e}}}"


ONE, TWO = Number(1), Number(2)


def total(terms):
    terms = list(terms)
    result = terms[0]
    for term in terms[1:]:
        result = result + term
    return result


def sigma(x):
    return ONE / (ONE + (-x).exp())


def hidden(I, W):  # R1, C1
    return [sigma(total(I[i] * W[i][j] for i in range(3))) for j in range(4)]


def dH_dW(H, I):  # R9, C12
    return [[H[j] * (ONE - H[j]) * I[i] for j in range(4)] for i in range(3)]


def updated(weights, alpha, gradient):  # R7, R11, C10, C14
    if isinstance(weights, list):
        return [updated(w, alpha, g) for w, g in zip(weights, gradient)]
    return weights - alpha * gradient


def regression(I, W, gamma, y, alpha):
    H = hidden(I, W)
    O = total(H[j] * gamma[j] for j in range(4))  # R2
    SE = (y - O) * (y - O)  # R3
    dSE_dO = -TWO * (y - O)  # R4
    dSE_dgamma = [dSE_dO * H[j] for j in range(4)]  # R6, with R5
    factor = dH_dW(H, I)
    dSE_dW = [[dSE_dO * gamma[j] * factor[i][j] for j in range(4)] for i in range(3)]  # R10, R8
    return {
        "H": H, "O_0": O, "SE": SE, "dSE_dO": dSE_dO, "dSE_dgamma": dSE_dgamma, "dH_dW": factor,
        "dSE_dW": dSE_dW, "new_gamma": updated(gamma, alpha, dSE_dgamma),
        "new_W": updated(W, alpha, dSE_dW),
    }


def classification(I, W, gamma, l, alpha):
    H = hidden(I, W)
    X = [total(H[j] * gamma[j][k] for j in range(4)) for k in range(3)]  # C2
    e = [x.exp() for x in X]
    O = [e[k] / total(e) for k in range(3)]  # C3
    CE = -total(l[k] * O[k].log() for k in range(3))  # C4
    dCE_dO = [-l[k] / O[k] for k in range(3)]  # C5
    dO_dX = [[O[k] * (ONE - O[k]) if j == k else -O[k] * O[j] for j in range(3)]
             for k in range(3)]  # C6
    dCE_dX = [O[k] - l[k] for k in range(3)]  # C7
    for k in range(3):  # ... which is the chain rule over all outputs
        chain = sum((dCE_dO[m] * dO_dX[m][k]).value for m in range(3))
        assert abs(chain - dCE_dX[k].value) < Decimal("1e-50"), "C7"
    dCE_dgamma = [[dCE_dX[k] * H[j] for k in range(3)] for j in range(4)]  # C9, with C8
    factor = dH_dW(H, I)
    dCE_dW = [[total(dCE_dX[k] * gamma[j][k] for k in range(3)) * factor[i][j]  # C13, C11
               for j in range(4)] for i in range(3)]
    return {
        "H": H, "X": X, "O": O, "CE": CE, "dCE_dO": dCE_dO, "dO_dX": dO_dX, "dCE_dX": dCE_dX,
        "dCE_dgamma": dCE_dgamma, "dH_dW": factor, "dCE_dW": dCE_dW,
        "new_gamma": updated(gamma, alpha, dCE_dgamma), "new_W": updated(W, alpha, dCE_dW),
    }


ORDINARY_W = [[0.3, -0.7, 1.1, 0.2], [-1.3, 0.6, 0.9, -0.4], [0.8, 1.7, -0.5, -1.9]]
OTHER_W = [[-0.15, 0.45, -1.05, 1.6], [0.75, -0.25, 1.35, -1.15], [-1.8, 0.55, 0.1, 0.95]]
ZERO_W = [[0.0] * 4] * 3
EQUAL_W = [[0.6] * 4] * 3
I_PLAIN = [1.0, 0.5, -1.25]
I_OTHER = [-0.7, 2.1, 0.35]


def bias(*z):
    """W with which I_0 = 1 and zeros elsewhere give these arguments of sigma."""
    return [list(z), [0.0] * 4, [0.0] * 4]


REGRESSION = [
    ("ordinary", I_PLAIN, ORDINARY_W, [0.9, -1.4, 0.3, 1.2], 0.75, 0.1),
    ("another", I_OTHER, OTHER_W, [-0.6, 1.7, 0.8, -2.2], -3.5, 0.25),
    ("large alpha", I_OTHER, ORDINARY_W, [1.3, 0.4, -0.9, 0.7], 2.0, 30.0),
    ("z = 800", I_PLAIN, bias(800.0, 800.0, 800.0, 800.0), [0.9, -1.4, 0.3, 1.2], 0.75, 0.1),
    ("z = -800", I_PLAIN, bias(-800.0, -800.0, -800.0, -800.0), [0.9, -1.4, 0.3, 1.2], 0.75, 0.1),
    ("z = +-800 and some", I_PLAIN, bias(800.0, -800.0, 36.5, -0.4), [2.0, 3.0, -5.0, 7.0], 1, 0.5),
    ("a zero hidden unit", I_PLAIN, bias(0.5, -1e4, -0.5, 1.5), [1.0, 1e3, -2.0, 0.5], -1, 0.1),
    ("zero weights", I_PLAIN, ZERO_W, [0.0] * 4, 1.5, 0.1),
    ("zero gamma", I_OTHER, OTHER_W, [0.0] * 4, 1.5, 0.1),
    ("equal weights", I_PLAIN, EQUAL_W, [0.6] * 4, -0.8, 0.1),
    ("target met", I_PLAIN, ZERO_W, [0.5, 1.0, -0.25, 0.75], 1.0, 0.1),
    ("zero inputs", [1.0, 0.0, 0.0], OTHER_W, [-0.6, 1.7, 0.8, -2.2], 0.3, 0.2),
]


def logits(*X):
    """gamma with which four hidden units of 1/2 give these logits."""
    return [[x / 2 for x in X] for _ in range(4)]


GAMMA = [[0.4, -1.1, 0.7], [-0.8, 0.3, 1.6], [1.2, 0.9, -0.5], [-0.2, -1.7, 0.6]]
OTHER_GAMMA = [[-1.9, 0.8, 0.25], [0.65, -0.35, 1.45], [0.95, 1.15, -1.25], [-0.55, 1.8, 0.15]]

CLASSIFICATION = [
    ("ordinary, class 0", I_PLAIN, ORDINARY_W, GAMMA, [1, 0, 0], 0.1),
    ("ordinary, class 1", I_OTHER, OTHER_W, OTHER_GAMMA, [0, 1, 0], 0.25),
    ("large alpha, class 2", I_OTHER, ORDINARY_W, OTHER_GAMMA, [0, 0, 1], 30.0),
    ("soft labels", I_PLAIN, OTHER_W, GAMMA, [0.25, 0.625, 0.125], 0.1),
    ("equal logits", I_PLAIN, ORDINARY_W, [[g] * 3 for g in (0.7, -0.3, 1.9, 0.4)], [1, 0, 0], 0.1),
    ("gap of 30", I_OTHER, ZERO_W, logits(0.0, 30.0, -4.0), [1, 0, 0], 0.1),
    ("zero weights", I_PLAIN, ZERO_W, logits(0.0, 0.0, 0.0), [0, 0, 1], 0.1),
    ("equal weights", I_PLAIN, EQUAL_W, [[0.6] * 3] * 4, [0, 1, 0], 0.1),
]

EXTREMES = [
    ("z = 800", I_PLAIN, bias(800.0, 800.0, 800.0, 800.0), GAMMA, [0, 1, 0], 0.1),
    ("z = -800", I_PLAIN, bias(-800.0, -800.0, -800.0, -800.0), GAMMA, [0, 1, 0], 0.1),
    ("z = +-800 and some", I_PLAIN, bias(800.0, -800.0, 36.5, -0.4), GAMMA, [1, 0, 0], 0.5),
    ("a zero hidden unit", I_PLAIN, bias(0.5, -1e4, -0.5, 1.5), OTHER_GAMMA, [0, 0, 1], 0.1),
    ("logits +-1000, right", I_OTHER, ZERO_W, logits(1000.0, -1000.0, 0.0), [1, 0, 0], 0.1),
    ("logits +-1000, wrong", I_OTHER, ZERO_W, logits(1000.0, -1000.0, 0.0), [0, 1, 0], 0.1),
    ("logits 1e4, gaps 1e3", I_OTHER, ZERO_W, logits(8e3, 9e3, 1e4), [0, 1, 0], 0.1),
    ("logits -1e4, close", I_OTHER, ZERO_W, logits(-1e4, -10000.5, -9999.75), [0, 1, 0], 0.1),
]


def numbers(given):
    """Decimal reads doubles exactly."""
    if isinstance(given, list):
        return [numbers(g) for g in given]
    return Number(float(given))


def words(given):
    """A C initializer as the words between which a line may end."""
    if not isinstance(given, list):
        return [str(given) if isinstance(given, Number) else repr(float(given))]
    inner = [words(g) for g in given]
    for part in inner[:-1]:
        part[-1] += ","
    flat = [word for part in inner for word in part]
    flat[0], flat[-1] = "{" + flat[0], flat[-1] + "}"
    return flat


def initializer(name, fields):
    assert len(name) < 32
    lines = [f'    {{.name = "{name}",']
    for field, value in fields.items():
        line = f"     .{field} ="
        for word in words(value):
            if len(line) + 1 + len(word) > 98:
                lines.append(line)
                line = " " * 8
            line += " " + word
        lines.append(line + ",")
    lines[-1] = lines[-1][:-1] + "},"
    return lines


def header(kind, array, about, cases):
    guard = f"BACKPROOF_{array.upper()}_H"
    lines = [
        f"/* {array}.h: {about}",
        " * Every quantity with its tolerance. Written by make_cases.py in 60-digit arithmetic:",
        " * change that file, not this one.",
        " */",
        "// clang-format off",
        f"#ifndef {guard}",
        f"#define {guard}",
        "",
        f"static struct {kind}_case {array}[] = {{",
    ]
    for name, inputs, results in cases:
        lines += initializer(name, {**inputs, **results})
    return "\n".join(lines + ["};", "", "#endif", ""])


def regression_cases(table):
    for name, I, W, gamma, y, alpha in table:
        inputs = {"I": I, "W": W, "gamma": gamma, "y": y, "alpha": alpha}
        yield name, inputs, regression(*map(numbers, inputs.values()))


def classification_cases(table):
    for name, I, W, gamma, l, alpha in table:
        inputs = {"I": I, "W": W, "gamma": gamma, "l": l, "alpha": alpha}
        results = classification(*map(numbers, inputs.values()))
        if any(O_k.value < Decimal("1e-300") for O_k in results["O"]):
            del results["dCE_dO"]  # C5 asks for O_k > 0; as doubles these are 0
        yield name, inputs, results


def main():
    texts = {
        "regression_cases.h": header(
            "regression", "regression_cases", "networks for R1-R11.", regression_cases(REGRESSION)),
        "classification_cases.h": header(
            "classification", "classification_cases", "networks for C1-C14.",
            classification_cases(CLASSIFICATION)),
        "classification_extremes.h": header(
            "classification", "classification_extremes",
            "networks for C1-C14 where exp overflows or underflows.",
            classification_cases(EXTREMES)),
    }
    folder = pathlib.Path(__file__).parent
    if sys.argv[1:] == ["--check"]:
        stale = [name for name, text in texts.items() if (folder / name).read_text() != text]
        if stale:
            sys.exit("make_cases.py: would be written otherwise: " + ", ".join(stale))
        return
    for name, text in texts.items():
        (folder / name).write_text(text)


main()

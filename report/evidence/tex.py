"""Numbers, code and symbols as TeX."""
import re

SPECIAL = {c: "\\" + c for c in "{}_&%#$"}
SPECIAL.update({"\\": "\\textbackslash{}", "~": "\\string~", "^": "\\string^", "-": "{-}", "<": "{<}",
                ">": "{>}", "'": "\\textquotesingle{}"})


def plain(text):
    """Text as it stands."""
    return "".join(SPECIAL.get(c, c) for c in str(text))


def breakable(text):
    """The same, where a line may end after an underscore."""
    return plain(text).replace("\\_", "\\_\\allowbreak{}")


def code(text):
    return f"\\code{{{plain(text)}}}"


def number(x):
    """A number as it was printed, with a power of ten instead of an e."""
    mantissa, e, exponent = str(x).partition("e")
    if not e:
        return f"${x}$"
    factor = "" if mantissa == "1" else mantissa + "\\cdot "
    return f"${factor}10^{{{int(exponent)}}}$"


def grouped(x):
    """A whole number, its digits in groups of three where there are five or more."""
    return str(x) if abs(x) < 10000 else f"{x:,}".replace(",", "\\,")


def symbol(text):
    """dSE/dW_ij, H_j, gamma_00 and the like."""
    above, slash, below = text.partition("/")
    if slash:
        return f"\\partial {symbol(above[1:])}/\\partial {symbol(below[1:])}"
    text = re.sub("[SC]E", r"\\mathit{\g<0>}", text.replace("gamma", "\\gamma"), count=1)
    return re.sub("_(.*)", r"_{\1}", text)


def quantity(text):
    """Symbols as mathematics, the words between them as they are."""
    return " ".join(f"${symbol(word)}$" if re.search("_|/|^(SE|CE|[A-Z])$", word) else word
                    for word in text.split(" "))


def values(pairs):
    """`name = value` for each, one after the other."""
    return ", ".join(f"\\mbox{{${symbol(name)} = {value}$}}" for name, value in pairs)

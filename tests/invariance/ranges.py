"""ranges.py: the same derivation with other numbers of things, or counted from another one.

Only where every range stands in a sum with its limits: no entry with its number, no dots, no size in words that the
mathematics leans on."""
import re

LIMITS = re.compile(r'((?:\\sum(?:\\limits)?|[ΣΣ∑]|\bsum)_?\s*[{(]\s*[a-z]\s*=\s*)(\d+)(\s*(?:\}\s*\^\s*\{?|\.\.+\s*))(\d+)')
NUMBERED = r'(?<![A-Za-z])[A-Za-z\}]_\{?\w*\d|\[\d|[₀-₉]|\\l?dots|\\cdots|…|\.\.\.|[A-Za-z]\d|sum\(|∈|\\in\b'
COUNTED = r'(?<![\w^.])[a-z]\s*(?:=|,)\s*\d|\d\s*,\s*\\?(?:l?dots)?\s*,?\s*\d'


def changed(document, low_step, high_step):
    text = ' '.join(document.math())
    outside = LIMITS.sub('', text)
    if not LIMITS.search(text) or re.search(NUMBERED, outside) or re.search(COUNTED, outside):
        return None
    if re.search(r'(?<![\w])[a-z]\s*=\s*\d', document.prose()):
        return None
    lows = {m.group(2) for m in LIMITS.finditer(text)}
    if low_step and lows != {'0' if low_step > 0 else '1'}:
        return None
    return document.name, document.change(lambda math: LIMITS.sub(
        lambda m: m.group(1) + str(int(m.group(2)) + low_step) + m.group(3) + str(int(m.group(4)) + high_step), math))


def shifted(document, rng):
    """Indices that begin with 0 begin with 1, or the reverse."""
    return changed(document, 1, 1) or changed(document, -1, -1)


def larger(document, rng):
    """One more in every sum."""
    return changed(document, 0, 1)


TRANSFORMS = [shifted, larger]

"""comparison.py: the verdicts of a document beside those of the same document changed."""
import re

CERTAIN = ('right', 'right-if', 'wrong')


class Verdict:
    """What a claim was given. The assumption is compared without its names, which may be others now."""

    def __init__(self, claim):
        self.kind, self.line, self.echo = claim['verdict'], claim['line'], claim.get('read_as', claim.get('source', ''))
        self.mistake = claim.get('mistake', '')
        self.assumption = re.sub(r'[\w\\{}]+(?=\)| is)', 'l', claim.get('assumption', ''))

    def __repr__(self):
        return self.kind + ''.join(' [%s]' % extra for extra in (self.mistake, self.assumption) if extra)


class Counts:
    """lines: claims compared; unchanged, weaker and faults are their parts. right: those that were right or right-if,
    of which harmless are as they were, and harmed are now wrong."""
    NAMES = ('documents', 'lines', 'unchanged', 'weaker', 'faults', 'right', 'unharmed', 'harmed')

    def __init__(self):
        for name in self.NAMES:
            setattr(self, name, 0)

    def add(self, other):
        for name in self.NAMES:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def values(self):
        return {name: getattr(self, name) for name in self.NAMES}


def judged(old, new, moved):
    """'unchanged', 'weaker' or 'faults': a verdict that is certain must be the one of before."""
    if moved and {old.kind, new.kind} == {'right', 'definition'}:
        return 'unchanged'
    if old.kind == new.kind and old.assumption == new.assumption and old.mistake == new.mistake:
        return 'unchanged'
    if old.kind == new.kind == 'wrong':
        return 'weaker' if new.mistake in ('', 'none') else 'faults'
    return 'faults' if new.kind in CERTAIN else 'weaker'


def compare(before, after, moved=False):
    """(Counts, list of what differs): of the claims of a document and of the same changed. moved: claims stand in
    another order, so that the verdicts are compared as a whole."""
    old, new = [Verdict(c) for c in before], [Verdict(c) for c in after]
    counts, differences = Counts(), []
    counts.documents, counts.lines = 1, len(old)
    counts.right = sum(v.kind in ('right', 'right-if') for v in old)
    if len(old) != len(new):
        return regrouped(counts, differences, old, new)
    if moved:
        key = lambda v: (v.kind.replace('definition', 'right'), v.mistake, v.assumption)
        old, new = sorted(old, key=key), sorted(new, key=key)
    for a, b in zip(old, new):
        what = judged(a, b, moved)
        setattr(counts, what, getattr(counts, what) + 1)
        if a.kind in ('right', 'right-if'):
            counts.unharmed += what == 'unchanged'
            counts.harmed += b.kind == 'wrong'
        if what != 'unchanged':
            differences.append('%s: line %d: %r became %r (line %d: %s)' % (what, a.line, a, b, b.line, b.echo))
    return counts, differences


def regrouped(counts, differences, old, new):
    """Where a chain became one unread line, or an unread line a chain: what is certain must be there before as well."""
    kind = lambda v: (v.kind, v.mistake, v.assumption)
    left = [kind(v) for v in old]
    differences.append('weaker: %d claims became %d' % (len(old), len(new)))
    for v in new:
        if kind(v) in left:
            left.remove(kind(v))
            counts.unchanged += 1
            counts.unharmed += v.kind in ('right', 'right-if')
        elif v.kind in CERTAIN and (v.kind, '', '') not in left:
            counts.faults += 1
            counts.harmed += v.kind == 'wrong'
            differences.append('faults: new: %r (line %d: %s)' % (v, v.line, v.echo))
    counts.weaker = max(0, counts.lines - counts.unchanged - counts.faults)
    return counts, differences

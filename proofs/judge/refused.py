"""What no run accepts, whatever is said: ways to assume something, or to prove another program.

Everything is looked at in Frama-C's normalised text (printed.py), where nothing can hide behind macros,
comments or line breaks. Each function yields texts that say what is wrong and where.
"""

import re

import framac
import printed
import subset

# The only functions whose contracts are assumed: src/libm.h says why.
ASSUMED = ["libm_exp", "libm_log"]
# Macros that decide what is compiled and are not the project's own: rounding.h asks for plain doubles.
TESTED = {"IEEE_READING", "DERIVATIVES", "FLT_EVAL_METHOD", "FLT_RADIX", "DBL_MANT_DIG", "__FAST_MATH__",
          "__FLT_EVAL_METHOD__", "__FLT_RADIX__", "__DBL_MANT_DIG__", "__ASSOCIATIVE_MATH__",
          "__RECIPROCAL_MATH__", "__FINITE_MATH_ONLY__", "__FP_FAST_FMA", "__STRICT_ANSI__"}
WORDS = {"admit", "axiom", "axiomatic", "inductive", "ghost", "model", "volatile", "reads", "import", "module"}
IN_CODE = {"assert", "check", "loop"}  # how an annotation in a function may begin


def everything(sources):
    """All that is refused in these sources."""
    found = []
    for (name, reading), text in sorted(sources.printed.items(), key=lambda item: (item[0][0], item[0][1].key)):
        where = "src/%s.c, %s" % (name, framac.LABELS[reading.name])
        found += ["%s: %s" % (where, what) for what in
                  [*assumed(text), *recursive(text), *unusual_code(text), *subset.annotations(text)]]
        if reading.derivatives:
            outside = elsewhere(text, sources.mathematics[name, reading])
            found += ["%s: %s" % (where, what) for what in outside]
            plain = sources.printed[name, framac.Reading(reading.name)]
            found += ["%s: %s" % (where, what) for what in [*differs(plain, text), *subset.added_clauses(plain, text)]]
        found += ["%s: %s" % (where, what) for what in
                  macros(sources.directives[name, reading], sources.tested[name, reading])]
    found += sorted(sources.strange)
    found += refuter(sources)
    found += foreign(sources)
    found += subset.endless(sources)
    found += other_program(sources)
    return sorted(set(found), key=found.index)


def assumed(text):
    """Facts that would be taken for granted, and annotations that do something else than state."""
    for note in text.annotations:
        bad = WORDS & set(printed.words(note.text))
        if bad:
            yield "%s %s is refused: %s" % (note.kind, note.name, ", ".join(sorted(bad)))
        elif note.kind not in ("logic", "predicate", "lemma", "check lemma"):
            yield "an annotation of the kind '%s' is refused" % note.kind
        elif note.kind in ("logic", "predicate") and "=" not in note.text:
            yield "%s %s has no definition" % (note.kind, note.name)
    for function in text.functions.values():
        for note in function.inner + [function.contract]:
            bad = WORDS & set(printed.words(note))
            if bad:
                yield "%s: '%s' is refused" % (function.name, ", ".join(sorted(bad)))
        for note in function.inner:
            first = printed.words(note)[:1]
            if first and first[0] not in IN_CODE and not WORDS & set(first):
                yield "%s: an annotation that begins with '%s' is refused" % (function.name, first[0])


def recursive(text):
    """A logic definition that leads back to itself need not have a value: anything would follow from it."""
    uses = {}
    for note in text.annotations:
        if note.kind in ("logic", "predicate"):
            body = note.text.split("=", 1)[1] if "=" in note.text else ""
            uses.setdefault(note.name, set()).update(printed.words(body))
    for name in uses:
        reached, waiting = set(), [name]
        while waiting:
            for used in uses.get(waiting.pop(), set()) & set(uses):
                if used not in reached:
                    reached.add(used)
                    waiting.append(used)
        if name in reached:
            yield "the definition of %s is recursive" % name


def elsewhere(text, mathematics):
    """What is defined or claimed outside the .acsl files."""
    known = {printed.squeeze(note.text) for note in mathematics.annotations}
    for note in text.annotations:
        if printed.squeeze(note.text) not in known:
            yield "%s %s stands outside the .acsl files" % (note.kind, note.name)


def differs(plain, full):
    """With DERIVATIVES defined there may be more to prove, and nothing else."""
    known = {printed.squeeze(note.text) for note in full.annotations}
    for note in plain.annotations:
        if printed.squeeze(note.text) not in known:
            yield "%s %s is another one where DERIVATIVES is defined" % (note.kind, note.name)
    for name, function in plain.functions.items():
        other = full.functions.get(name)
        if other is None or clauses(function) - clauses(other) or \
                any(re.match(r"requires|assigns|terminates|behavior", clause)
                    for clause in clauses(other) - clauses(function)):
            yield "the contract of %s is another one where DERIVATIVES is defined" % name
        elif function.inner != other.inner or printed.squeeze(function.body or "") != printed.squeeze(other.body or ""):
            yield "%s is another function where DERIVATIVES is defined" % name


def clauses(function):
    """The clauses of a contract, as a set."""
    return {printed.squeeze(clause) for clause in function.contract.split(";") if clause.strip()}


def unusual_code(text):
    """C that WP and a compiler may take for different things."""
    yield from subset.code(text)
    yield from subset.order(text)
    for other in text.others:
        yield "a variable or type outside the functions is refused: %s" % other


def macros(directives, tested):
    """A macro that says one thing here and another there, and code that depends on who reads it."""
    seen = set()
    for _, what, name, _ in directives.macros:
        if what == "undef":
            yield "#undef %s is refused: a bound or word has one meaning" % name
        elif name in seen:
            yield "%s is defined twice: a bound or word has one meaning" % name
        elif name in TESTED or re.match(r"__|_[A-Z]", name):
            yield "the macro %s is not the project's to define" % name
        seen.add(name)
    for _, line in directives.pragmas:
        yield "%s is refused" % line
    for name in sorted(tested - TESTED):
        if not re.fullmatch(r"BACKPROOF_\w+_H", name):
            yield "the code depends on the macro %s, which is not the project's" % name


def refuter(sources):
    """The network that refutes the slips may use what classification states, and state nothing else."""
    if sources.refuter is None:
        return
    text, full = sources.refuter, sources.printed["classification", framac.Reading("real", True)]
    for what in [*assumed(text), *unusual_code(text), *subset.annotations(text), *elsewhere(text, full)]:
        yield "refuter.c: " + what
    for name, function in text.functions.items():
        known = full.functions.get(name, printed.Function(name, ""))
        if printed.squeeze(function.contract) != printed.squeeze(known.contract) or (function.body and name != "refuter"):
            yield "refuter.c: %s is not what classification.c says of it" % name


def foreign(sources):
    """Contracts that nobody proves, and functions with two contracts."""
    for reading in framac.READINGS:
        proved = {}
        for name in sources.read:
            for function in sources.printed[name, reading].functions.values():
                if function.body is not None:
                    proved[function.name] = printed.squeeze(function.contract)
        for name in sources.read:
            where = "src/%s.c, %s" % (name, framac.LABELS[reading.name])
            for function in sources.printed[name, reading].functions.values():
                stated = printed.squeeze(function.contract)
                if function.body is not None or function.name in ASSUMED:
                    continue
                if function.name not in proved:
                    yield "%s: %s has no body that is proved%s" % \
                        (where, function.name, "; its contract would be assumed" if stated else "")
                elif stated and function.name in proved and stated != proved[function.name]:
                    yield "%s: the contract of %s is not the one that is proved" % (where, function.name)
    for name in ASSUMED:
        for reading in ("real", "ieee"):
            texts = {printed.squeeze(sources.printed[key].functions[name].contract)
                     for key in sources.printed
                     if key[1].name == reading and name in sources.printed[key].functions}
            if len(texts) > 1:
                yield "%s is assumed to do different things in different files" % name
            if any(text.functions[name].body is not None for text in sources.printed.values()
                   if name in text.functions):
                yield "%s has a body where only a contract is expected" % name


def other_program(sources):
    """The code that is proved must be the code that is compiled."""
    for (name, compiler), text in sources.compiled.items():
        readings = [(framac.LABELS[reading.name], sources.printed[name, reading]) for reading in framac.READINGS] \
            if name in sources.read else [("which is trusted", sources.trusted[name])]
        for where, seen in [(label, found.functions) for label, found in readings]:
            for function in text.functions.values():
                mine = seen.get(function.name)
                if mine is None and function.body is None:
                    continue
                if mine is None or code_of(mine) != code_of(function):
                    yield "src/%s.c, %s: what %s compiles of %s is not what is proved" % (name, where, compiler, function.name)
            for lost in sorted(set(seen) - set(text.functions)):
                if seen[lost].body is not None:
                    yield "src/%s.c, %s: %s is proved and %s does not compile it" % (name, where, lost, compiler)
    for name, text in sources.trusted.items():
        for function in text.functions.values():
            if function.body is not None and function.name not in ASSUMED:
                yield "src/%s.c: %s is not proved, and its contract is not one that is assumed" % (name, function.name)


def code_of(function):
    """A function without annotations, without the empty statements that they leave behind, and without
    blocks that are no more than brackets: Frama-C has given each variable a name of its own."""
    if function.body is None:
        return "a declaration"
    text = function.prototype + re.sub(r"/\*@.*?\*/", " ", function.body, flags=re.S)
    kept, opened = [], []
    for word in printed.words(text):
        alone = not kept or kept[-1] in (";", "{", "}")
        if word == ";" and alone:
            continue
        if word == "{":
            opened.append(not alone)
            if alone:
                continue
        elif word == "}" and not opened.pop():
            continue
        kept.append(word)
    return " ".join(kept)

"""The part of C and of ACSL in which the core is written; whatever is outside it is refused.

A proof by WP is about partial things: a function that never returns keeps every contract, a clause of a kind that
WP does not know is not proved, and what is in a header of the C library is assumed. So what may be written is
listed here, not what may not; and each thing that is stated must have its goals in WP's own list.
"""

import re
from collections import Counter

import log
import printed

# What C may consist of, beside names, numbers and signs. `inline` has two bodies, `union` two meanings of one
# place, `restrict` and `register` promises that WP does not look at, `typedef` and `enum` hide what is compared.
C_WORDS = {"void", "int", "double", "float", "const", "static", "extern", "return", "if", "else", "while", "for", "do",
           "break", "continue"}
KEYWORDS = {"auto", "case", "char", "default", "enum", "goto", "inline", "long", "register", "restrict", "short", "signed",
            "sizeof", "struct", "switch", "typedef", "union", "unsigned", "volatile", "asm", "typeof"}
BEFORE_BRACKET = {"if", "while", "for", "return", "else"}
# Clauses that WP proves; the words of all others, and names that tell WP to leave a clause out.
CLAUSE = re.compile(r"(?:check )?(?:requires|ensures|assigns)\b")
INNER = re.compile(r"(?:assert|check|loop (?:invariant|assigns|variant))\b")
UNPROVED = {"terminates", "decreases", "exits", "breaks", "continues", "returns", "allocates", "frees", "\\from",
            "behavior", "behaviors", "assumes", "for", "complete", "disjoint", "calls", "pragma", "unroll", "no_wp"}


def code(text):
    """C of which WP and a compiler may think differently, or which is not looked at."""
    words = printed.words(text.code)
    for sign in sorted({"\"", "'", "#"} & set(words)):
        yield "'%s' in the C code is refused" % sign
    for word in sorted(set(words)):
        if word in KEYWORDS or (word.startswith("_") and not re.fullmatch(r"__retres(_\d+)?", word)):
            yield "'%s' in the C code is refused" % word
        elif re.match(r"\d.*[lLuU]$", word):
            yield "the number %s is refused: it is no double and no int" % word
    for pointed in sorted(set(re.findall(r"\b(int|float|void)(?: const)? (?:\( )?\*", text.code))):
        yield "a pointer to %s in the C code is refused" % pointed
    for word, after in zip(words, words[1:] + [""]):
        if word in text.functions and after != "(":
            yield "%s is used otherwise than in a call" % word
        elif after == "(" and re.match(r"[A-Za-z_]", word) and word not in text.functions and word not in BEFORE_BRACKET:
            yield "a call of %s, which the project does not declare, is refused" % word


def order(text):
    """Calls that write memory in expressions that read it: which comes first is the compiler's to choose, and
    Frama-C has settled on one."""
    if re.search(r"(?<!& )& (?!&)", text.code):
        yield "'&' in the C code is refused: what is written through it is not seen"
    writing = {function.name for function in text.functions.values()
               if any(re.match(r"assigns (?!\\nothing ;)", clause) for clause in split(function.contract)) or
               not function.contract}
    for function in text.functions.values():
        statements = re.split(r"[;{}]", printed.squeeze(re.sub(r"/\*@.*?\*/", " ", function.body or "", flags=re.S)))
        for n, statement in enumerate(statements):
            call = re.match(r" ?(tmp(?:_\d+)?) = (\w+) \(", statement)
            if call is None or call.group(2) not in writing:
                continue
            used = next((each for each in statements[n + 1:] if call.group(1) in each.split()), "")
            if re.search(r"\* \(|\[", used) or len(set(re.findall(r"\btmp(?:_\d+)?\b", used.split("=", 1)[-1]))) > 1:
                yield "%s: whether %s is called before the rest of its line is the compiler's to choose" % \
                    (function.name, call.group(2))


def annotations(text):
    """Clauses that WP does not prove, and definitions that only look like the one that is known."""
    names = Counter(note.name for note in text.annotations)
    for name in sorted(name for name, times in names.items() if times > 1):
        yield "%s is defined twice: which one is meant depends on types that are not seen" % name
    for note in text.annotations:
        if re.search(r"[\"'#]", note.text):
            yield "a character or string in %s %s is refused" % (note.kind, note.name)
    for function in text.functions.values():
        for note in function.inner + [function.contract]:
            for word in sorted((UNPROVED & set(printed.words(note))) | set(re.findall(r"[\"'#]", note))):
                yield "%s: '%s' is refused: nothing proves it" % (function.name, word)
        clauses = [(CLAUSE, clause) for clause in split(function.contract)]
        clauses += [(INNER, clause) for note in function.inner for clause in split(note)]
        for proved, clause in clauses:
            if not proved.match(clause):
                yield "%s: a clause that begins with '%s' is refused" % (function.name, clause.split()[0])


def split(note):
    """The clauses of a contract. A quantifier has a semicolon as well: what follows one is no clause."""
    clauses, open_quantifier = [""], False
    for word in printed.words(note):
        if word in ("\\forall", "\\exists", "\\let"):
            open_quantifier = True
        clauses[-1] += " " + word
        if word == ";":
            if not open_quantifier:
                clauses.append("")
            open_quantifier = False
    return [clause.strip() for clause in clauses if clause.strip()]



def endless(sources):
    """Functions that need not return: what they ensure would hold of nothing."""
    calls = {}
    for text in sources.printed.values():
        for function in text.functions.values():
            if function.body is None:
                continue
            words = printed.words(re.sub(r"/\*@.*?\*/", " ", function.body, flags=re.S))
            calls.setdefault(function.name, set()).update(words)
            loops = len([word for word in words if word in ("while", "for", "do")])
            bounded = len([note for note in function.inner if re.match(r"loop\b", note) and "variant" in printed.words(note)])
            if loops != bounded:
                yield "%s: %d loops, and %d of them have a variant: it need not return" % (function.name, loops, bounded)
    for name in sorted(calls):
        reached, waiting = set(), [name]
        while waiting:
            for used in calls.get(waiting.pop(), set()) & set(calls):
                if used not in reached:
                    reached.add(used)
                    waiting.append(used)
        if name in reached:
            yield "%s calls itself: its contract would be proved from itself" % name


def added_clauses(plain, full):
    """What DERIVATIVES adds to a contract must bear names of its own, by which its goals are told from the others."""
    for name, function in full.functions.items():
        before = Counter(labels(plain.functions[name].contract)) if name in plain.functions else Counter()
        for label in sorted((Counter(labels(function.contract)) - before).keys()):
            if not label or any(re.fullmatch(re.escape(old) + r"(_\d+)?", label) for old in before):
                yield "%s: a clause that only DERIVATIVES adds bears no name of its own: '%s'" % (name, label)


def labels(contract):
    """The names of the ensures clauses, "" for one that has none."""
    found = [re.match(r"(?:check )?ensures (\w+) :(?!:)", clause) for clause in split(contract) if "ensures" in clause.split()[:2]]
    return [match.group(1) if match else "" for match in found]


def without_goals(sources, listed):
    """What is stated and has no goal, or another number of goals than there are clauses."""
    for (name, reading), goals in listed.items():
        text = sources.printed[name, reading]
        functions = {function.name for function in text.functions.values() if function.body is not None}
        there = Counter()
        for goal in goals:
            function, _, _ = log.describe(goal, functions)
            there[function, kind(goal[len(function) + 1:] if function != "-" else goal)] += 1
        for function in functions:
            for what, stated in counted(text.functions[function]).items():
                if there[function, what] != stated:
                    yield "src/%s.c, %s: %d goals '%s' of %s, and %d are stated" % \
                        (name, reading.key, there[function, what], what, function, stated)
        lemmas = {"%slemma_%s" % ("check_" if note.kind.startswith("check") else "", note.name)
                  for note in text.annotations if "lemma" in note.kind}
        for lemma in sorted(lemmas - set(goals)):
            yield "src/%s.c, %s: %s has no goal" % (name, reading.key, lemma)


def counted(function):
    """How many goals of each kind a function must have."""
    inner = [printed.words(note) for note in function.inner]
    invariants = sum(words.count("invariant") for words in inner)
    return {"ensures": printed.words(function.contract).count("ensures"),
            "assert": len([words for words in inner if words[0] in ("assert", "check")]),
            "established": invariants, "preserved": invariants,
            "decreases": len([words for words in inner if "variant" in words]),
            "positive": len([words for words in inner if "variant" in words])}


def kind(rest):
    """The kind of goal, in the words of `counted`, by what follows the function's name."""
    if re.match(r"(check_)?ensures(_|$)", rest):
        return "ensures"
    if re.match(r"(assert|check)(?!_rte_)", rest):
        return "assert"
    ended = re.match(r"loop_(?:in)?variant_(?:.*_)?(established|preserved|decrease|positive)", rest)
    return {"decrease": "decreases"}.get(ended.group(1), ended.group(1)) if ended else "other"

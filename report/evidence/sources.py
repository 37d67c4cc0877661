"""What the sources hold under each label: C, contracts, lemmas, bounds and tests."""
import glob
import os
import re
from dataclasses import dataclass

from files import text
from labels import LABELS, label_of

FUNCTION = re.compile(r"^(?:double|void) (\w+)\(", re.M)
ANNOTATION = re.compile(r"^/\*@.*?\*/", re.M | re.S)
# A clause that is not always there stands in a macro: ROUNDED(ensures R6: ...;). It is shown without it.
CLAUSE_START = re.compile(r"^ *(?:/\*@ *)?(?:[A-Z_]+\()?ensures +([RC][0-9]+)\w*:", re.M)
CLAUSE = re.compile(r"^ *(?:/\*@ *)?(?:(?P<macro>[A-Z_]+)\()?(?P<text>ensures +(?P<name>(?P<label>[RC][0-9]+)\w*):"
                    r".*?;)(?(macro)\);?) *(?:\*/)?$", re.M | re.S)


@dataclass
class Function:
    """The C of a function, without its annotations; at: file:line of its first statement."""
    name: str
    at: str
    lines: list


@dataclass
class Clause:
    """An `ensures` of a contract; goal: the name that Frama-C gives to what it has to prove."""
    label: str
    name: str
    text: str
    at: str
    function: str
    macro: str
    goal: str


def place(path, content, position):
    return f"{path}:{content.count(chr(10), 0, position) + 1}"


def functions(path):
    """The functions of a C file whose names begin with a label, in their order."""
    content = text(path)
    found = []
    for body in re.finditer(r"^(?:double|void) (\w+)\([^{}]*\)\n\{\n(.*?)^\}", content, re.M | re.S):
        if not label_of(body[1]):
            continue
        # Annotations leave their line ends, so that lines keep their numbers.
        c = re.sub(r"^ */\*@.*?\*/$|^ *//@.*?$", lambda a: "\n" * a[0].count("\n"), body[2], flags=re.M | re.S)
        numbered = [(n, line[4:]) for n, line in enumerate(c.splitlines()) if line]
        if numbered:
            first = content.count("\n", 0, body.start(2)) + 1 + numbered[0][0]
            found.append(Function(body[1], f"{path}:{first}", [line for _, line in numbered]))
    return found


def clauses(path, gaps):
    """The clauses of all contracts in a header that bear a label, in their order."""
    content = text(path)
    found = []
    for contract in ANNOTATION.finditer(content):
        function = FUNCTION.search(content, contract.end())
        if not function:
            continue
        ends, same = 0, {}
        for start in CLAUSE_START.finditer(contract[0]):
            at = place(path, content, contract.start() + start.start(1))
            clause = CLAUSE.match(contract[0], start.start()) if start.start() >= ends else None
            if not clause or re.search(r"\n *(?:[A-Z_]+\()?(requires|assigns|ensures) ", clause["text"]):
                gaps.add(start[1], f"the clause of {at} has no end")
                continue
            ends = clause.end()
            same[clause["name"]] = same.get(clause["name"], 0) + 1
            name = clause["name"] + (f"_{same[clause['name']]}" if same[clause["name"]] > 1 else "")
            found.append(Clause(clause["label"], name, " ".join(clause["text"].split()), at, function[1],
                                clause["macro"] or "", f"{function[1]}_ensures_{name}"))
    return found


def stated_lemmas(directory):
    """(lemma, file) for each lemma with a label in the mathematics."""
    return [(name, path) for path in sorted(glob.glob(f"{directory}/*.acsl"))
            for name in re.findall(r"lemma ([RC][0-9]+_\w+)", text(path))]


def constants(path):
    """The numbers that a header defines, by name; one may be defined as another."""
    found = {}
    for name, value in re.findall(r"^#define +(\w+) +([\w.+-]+)", text(path), re.M):
        if value in found:
            found[name] = found[value]
        elif value.startswith("0x"):
            found[name] = float.fromhex(value)
    return found


def tests(directory):
    """For each label the places (file, line) where a test names it: in its own name or in a text."""
    found = {label: [] for label in LABELS}
    for path in sorted(glob.glob(f"{directory}/test_*.c")):
        # In the tests of the checker and of the reports labels are text that is read, not code that is tested.
        if os.path.basename(path) in ("test_check.c", "test_report.c"):
            continue
        for line, content in enumerate(text(path).splitlines(), 1):
            for label in sorted(set(words_of(content)) & set(LABELS)):
                found[label].append((os.path.basename(path), line))
    return found


def words_of(line):
    name = re.search(r"Test\([a-z_]+, (\w+)\)?", line)
    if name:
        # A test whose name is the label alone names it again in its body.
        words = name[1].split("_")
        return words if len(words) > 1 else []
    return re.split(r"\W+", " ".join(line.split('"')[1::2]))


def statement(path, beginnings):
    """The paragraphs of a file that begin so, as they stand there, for the reader of the report."""
    paragraphs = []
    for beginning in beginnings:
        found = re.search(rf"^  {re.escape(beginning)}.*?(?=\n *\n|\n\*/)", text(path), re.M | re.S)
        if found:
            paragraphs.append(re.sub("^  ", "", found[0], flags=re.M))
    return "\n\n".join(paragraphs) + "\n" if len(paragraphs) == len(beginnings) else ""

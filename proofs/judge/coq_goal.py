"""coq_goal: reads the file in which Frama-C WP, through Why3, states one goal for Coq.

The file is WP's own: requirements, then paragraphs that declare or define, then `Theorem wp_goal` with an
empty proof. What is not of that form is refused, so that nothing is overlooked.
"""
import re
from dataclasses import dataclass, field
from pathlib import Path

NAME = r"[A-Za-z_][A-Za-z0-9_']*"
QUALIFIED = re.compile(rf"{NAME}(?:\.{NAME})*")
LIBRARIES = re.compile(r"Require (Import )?(BuiltIn|HighOrd|(bool|int|real|map|bv|Reals)\.\w+)$")
DECLARATION = re.compile(rf"(Axiom|Parameter|Definition|Theorem) ({NAME})\s*(.*)", re.DOTALL)
INDUCTIVE = re.compile(rf"Inductive ({NAME})\b.*", re.DOTALL)


class Refused(Exception):
    """The goal is not proved; the message says why, in one line."""


@dataclass
class Part:
    """One sentence of the file: kind (Axiom, Parameter, Definition, Inductive, Instance), the name that it
    declares, its text without the final stop, what stands after the colon (of an axiom or a parameter)."""
    kind: str
    name: str
    text: str
    stated: str = ""
    names: list = field(default_factory=list)


@dataclass
class Goal:
    """What WP states: the parts in their order, and the type of wp_goal."""
    parts: list
    statement: str

    def declared(self):
        return {name for part in self.parts for name in part.names}

    def part(self, name):
        return next((part for part in self.parts if part.name == name), None)


def words(text):
    """The names that a text uses, of a qualified name the first component."""
    return {match.group().split(".")[0] for match in QUALIFIED.finditer(text)}


def one_line(text):
    return re.sub(r"\s+", " ", text).strip()


def sentences(text):
    """The sentences of WP's text, without their final stops. WP writes comments, but none inside another."""
    if not text.isascii() or '"' in text or "\r" in text:
        raise Refused("the goal holds characters that WP does not write")
    text = re.sub(r"\(\*(?:(?!\(\*|\*\)).)*\*\)", " ", text, flags=re.DOTALL)
    if "(*" in text or "*)" in text:
        raise Refused("the goal holds a comment inside a comment")
    *whole, rest = re.split(r"\.(?=\s)", text + "\n")
    if rest.strip():
        raise Refused(f"the goal breaks off: {one_line(rest)[-60:]}")
    return [sentence.strip() for sentence in whole]


def read_part(sentence):
    """One declaration as a Part; None for what only loads a library."""
    if LIBRARIES.fullmatch(sentence):
        return None
    match = DECLARATION.fullmatch(sentence)
    if match:
        kind, name, rest = match.groups()
        stated = rest[1:].strip() if rest.startswith(":") else ""
        if kind != "Definition" and not stated:
            raise Refused(f"the goal says nothing of {name}")
        return Part(kind, name, sentence, stated, [name])
    match = INDUCTIVE.fullmatch(sentence)
    if match:
        return Part("Inductive", match[1], sentence, "", [match[1]] + re.findall(rf"\|\s*({NAME})", sentence))
    match = re.fullmatch(rf"Existing Instance ({NAME})", sentence)
    if match:
        return Part("Instance", match[1], sentence)
    raise Refused(f"the goal holds a sentence that is not understood: {one_line(sentence)[:60]}")


def parse(text):
    """The Goal that a file's text states."""
    found = sentences(text)
    proof = next((n for n, sentence in enumerate(found) if sentence == "Proof"), None)
    tail = [] if proof is None else [s for s in found[proof + 1:] if not s.startswith("intros ")]
    if not proof or tail != ["Qed"]:
        raise Refused("the goal does not end in an empty proof")
    parts = [part for part in map(read_part, found[:proof]) if part]
    if not parts or parts[-1].kind != "Theorem" or parts[-1].name != "wp_goal":
        raise Refused("the goal does not end in the theorem wp_goal")
    *parts, theorem = parts
    names = [name for part in parts for name in part.names]
    if len(names) != len(set(names)) or "wp_goal" in names or any(part.kind == "Theorem" for part in parts):
        raise Refused("the goal declares a name twice")
    return Goal(parts, theorem.stated)


def read(path):
    return parse(Path(path).read_text(encoding="utf-8", errors="surrogateescape"))

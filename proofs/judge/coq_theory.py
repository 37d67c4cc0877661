"""coq_theory: gives the symbols of a goal their meaning, as a Coq file that is compiled before any proof.

WP's definitions stay as WP writes them. What WP declares without defining it is
  - given the meaning of meaning.v (doubles), under the type that WP writes;
  - defined from what WP states of it (definitions by cases, havoc, literals); Coq proves that this is a
    function of which WP's statement holds, and where more than one could be meant, that there is only one;
  - or left open (a Parameter of a type that Coq shows to have a value), of which then nothing is said.
WP's axioms are left out: nothing may lean on them. Lemmas (Q_...) are proved again beside the goal.
"""
import re
from dataclasses import dataclass

from coq_goal import Refused, one_line, words

HEADER = "Require Import Reals ZArith Lia Backproof.Meaning.\nFrom Flocq Require BinarySingleNaN.\n"

# WP's names of doubles: those of Why3's ieee_float.Float64, to which a 1 is added as Float32 comes first.
DOUBLES = {
    "t'real1": "Double.real", "t'isFinite1": "Double.is_finite", "neg1": "Double.neg", "abs1": "Double.abs",
    "lt1": "Double.lt", "le1": "Double.le", "eq1": "Double.eq", "zeroF1": "Double.zero",
    "is_infinite1": "Double.is_infinite", "is_nan1": "Double.is_nan", "is_zero1": "Double.is_zero",
    "is_positive1": "Double.is_positive", "is_negative1": "Double.is_negative", "max_int1": "Double.largest",
    "add1": "fun m => Double.add (rounding m)", "sub1": "fun m => Double.sub (rounding m)",
    "mul1": "fun m => Double.mul (rounding m)", "div1": "fun m => Double.div (rounding m)",
    "round1": "fun m => Double.round (rounding m)",
}
ROUNDING = """Definition rounding (m : mode) : BinarySingleNaN.mode := match m with
  | RNE => BinarySingleNaN.mode_NE | RNA => BinarySingleNaN.mode_NA | RTP => BinarySingleNaN.mode_UP
  | RTN => BinarySingleNaN.mode_DN | RTZ => BinarySingleNaN.mode_ZR end."""

DECIDABLE = {  # instances of WhyType, by the type of which they are
    "addr": "Lemma addr_eq_dec (x y : addr) : {x = y} + {x <> y}.\nProof. decide equality; apply Z.eq_dec. Qed.\n"
            "Definition addr_WhyType : WhyType addr :=\n"
            "  {| why_inhabitant := addr'mk 0%Z 0%Z; why_eq_dec := addr_eq_dec |}.",
    "mode": "Lemma mode_eq_dec (x y : mode) : {x = y} + {x <> y}.\nProof. decide equality. Qed.\n"
            "Definition mode_WhyType : WhyType mode := {| why_inhabitant := RNE; why_eq_dec := mode_eq_dec |}.",
    "t1": "Definition t1_WhyType : WhyType t1 := Double.why.",
}

HAVOC = """Lemma separated_dec p a q b : {{separated p a q b}} + {{~ separated p a q b}}.
Proof.
unfold separated. destruct (Z_le_dec a 0), (Z_le_dec b 0), (Z.eq_dec (base p) (base q)),
  (Z_le_dec (offset q + b) (offset p)), (Z_le_dec (offset p + a) (offset q)); ((left; lia) || (right; lia)).
Qed.
Definition havoc : {type} :=
  fun _ _ m0 m1 p n q => if separated_dec q 1 p n then m1 q else m0 q.
Arguments havoc {{a a_WT}}.
Lemma havoc_access : {axiom}.
Proof. intros. unfold havoc. destruct (separated_dec q 1 p a1); split; intro; try reflexivity; contradiction. Qed.
Lemma havoc'only : forall havoc' : {type}, ({other}) ->
  forall a a_WT m0 m1 p n q, havoc' a a_WT m0 m1 p n q = havoc (a:=a) (a_WT:=a_WT) m0 m1 p n q.
Proof.
intros h H a a_WT m0 m1 p n q. destruct (H a a_WT m0 m1 q p n) as [A B]. unfold havoc.
destruct (separated_dec q 1 p n); [apply A|apply B]; assumption.
Qed."""


@dataclass
class Theory:
    """text: the Coq file; names: what it gives a meaning; open: what it leaves open; lemmas: the statements
    of WP's lemmas by name; left_out: the axioms that are dropped."""
    text: str
    names: set
    open: list
    lemmas: dict
    left_out: list


def split_binders(text):
    """(a:A) (b:B), BODY: the binders and the body; the first comma outside parentheses parts them."""
    depth = 0
    for n, c in enumerate(text):
        depth += (c == "(") - (c == ")")
        if c == "," and depth == 0:
            return text[:n], text[n + 1:]
    raise Refused(f"a definition that is not understood: {text[:60]}")


def by_cases(name, declared, axiom):
    """Defines name from WP's axiom NAME'def, which says of each case what the value is."""
    if not axiom.startswith("forall "):
        raise Refused(f"the definition of {name} is not by cases")
    binders, body = split_binders(one_line(axiom)[len("forall "):])
    arguments = " ".join(re.findall(r"\(([^\s:()]+):", binders))
    applied = f"({name} {arguments})"
    if name in words(body.replace(applied, "")) or applied not in body:
        raise Refused(f"the definition of {name} speaks of itself")
    other = re.sub(rf"(?<![\w'.]){re.escape(name)}(?![\w'])", f"{name}'", axiom)
    return f"""Definition {name}'sig {binders} : {{ value_' | {body.replace(applied, "value_'")} }}.
Proof. exists_by_cases. Defined.
Definition {name} : {declared} := fun {binders} => proj1_sig ({name}'sig {arguments}).
Lemma {name}'def : {axiom}.
Proof. intros. exact (proj2_sig ({name}'sig {arguments})). Qed.
Lemma {name}'only : forall {name}' : {declared}, ({other}) ->
  forall {binders}, {name}' {arguments} = {name} {arguments}.
Proof. intros f H. intros. generalize (H {arguments}) ({name}'def {arguments}). only_by_cases. Qed."""


def literal(name, axiom):
    """A literal is a whole number: the double of that value. None if it is not."""
    match = re.fullmatch(rf"t'isFinite1 {name} /\\ \(\(t'real1 {name}\) = (?:(\d+)%R|\((-\d+)%R\)%R)\)", one_line(axiom))
    number = match and int(match[1] or match[2])
    if match is None or abs(number) >= 2 ** 53:
        return None
    return (f"Definition {name} : t1 := Double.literal ({number})%Z.\nLemma {name.replace('fliteral', 'fliteral_axiom')} : "
            f"{axiom}.\nProof. apply (Double.literal_is ({number})%Z). reflexivity. Qed.")


class Builder:
    """Goes through the parts of a goal once; what is known has a meaning, what is not must not be used."""

    def __init__(self, goal, extra=()):
        self.goal, self.declared, self.known = goal, goal.declared(), set()
        self.out, self.open, self.lemmas, self.left_out = [HEADER], [], {}, []
        self.held = {}
        self.wanted = self.closure(words(goal.statement) | set(extra))
        f64 = goal.part("f64")
        self.doubles = f64 is not None and f64.text == "Definition f64 := t1"

    def closure(self, names):
        """The declared names that these texts use, directly or through definitions."""
        wanted, new = set(), set(names)
        while new:
            part = next((p for p in self.goal.parts if new & set(p.names)), None)
            if part is None:
                break
            wanted |= set(part.names)
            new = (new | (words(part.text) & self.declared)) - wanted
        return wanted

    def understood(self, text):
        return words(text) & self.declared <= self.known

    def say(self, text, names):
        self.out.append(text)
        self.known |= set(names)

    def inductive(self, part):
        if self.understood_but(part.text, part.names):
            self.say(part.text + ".", part.names)
            if part.name == "mode":
                self.out.append(ROUNDING)

    def understood_but(self, text, names):
        return words(text) & self.declared - set(names) <= self.known

    def definition(self, part):
        if self.understood_but(part.text, part.names):
            self.say(part.text + ".", part.names)

    def instance(self, part):
        if part.name in self.known:
            self.out.append(part.text + ".")

    def parameter(self, part):
        name = part.name
        if name.endswith("_WhyType"):
            self.why_type(part)
        elif not self.understood(part.stated):
            return
        elif self.doubles and name in DOUBLES and "mode" in self.known:
            self.say(f"Definition {name} : {part.stated} := {DOUBLES[name]}.", [name])
        elif name not in self.wanted:
            return
        elif self.goal.part(name + "'def") or name == "havoc" or re.fullmatch(r"fliteral\d*", name):
            self.held[name] = part
        else:
            self.say(f"Definition {name}'some : {part.stated}.\nProof. some_value. Defined.\n"
                     f"Parameter {name} : {part.stated}.", [name])
            self.open.append(name)

    def why_type(self, part):
        of = part.name[:-len("_WhyType")]
        if part.stated == f"WhyType {of}" and of in DECIDABLE and of in self.known:
            self.say(DECIDABLE[of], [part.name])

    def axiom(self, part):
        name = part.name
        if name == "t1" and self.doubles and part.stated == "Type":
            self.say("Definition t1 : Type := Double.t.", ["t1"])
        elif name.endswith("_WhyType"):
            self.why_type(part)
        elif name.startswith("Q_"):
            if self.understood(part.stated):
                self.lemmas[name] = part.stated
        elif not self.settle(part) and part.stated != "Type":
            self.left_out.append(part)

    def settle(self, part):
        """Defines a held parameter by the axiom that says what it is; False if this is no such axiom."""
        subject = re.sub(r"_access$|'def$", "", part.name).replace("fliteral_axiom", "fliteral")
        held = self.held.get(subject)
        if held is None or subject == part.name or not self.understood_but(part.stated, [subject]):
            return False
        if subject == "havoc":
            other = re.sub(r"\(havoc m0", "(havoc' a a_WT m0", part.stated)
            bare = re.sub(r"\{(a(?:_WT)?):([^}]*)\}", r"(\1:\2)", held.stated)
            text = HAVOC.format(type=bare, axiom=part.stated, other=re.sub(r"\{(a(?:_WT)?):([^}]*)\}", r"(\1:\2)", other))
        elif subject.startswith("fliteral"):
            text = literal(subject, part.stated)
        else:
            text = by_cases(subject, held.stated, part.stated)
        if text is None:
            return False
        self.say(text, [subject, part.name])
        return True

    def build(self):
        steps = {"Inductive": self.inductive, "Definition": self.definition, "Instance": self.instance,
                 "Parameter": self.parameter, "Axiom": self.axiom}
        for part in self.goal.parts:
            steps[part.kind](part)
        unknown = sorted(words(self.goal.statement) & self.declared - self.known)
        if unknown:
            raise Refused(f"the goal speaks of {unknown[0]}, to which proofs/judge gives no meaning")
        return Theory("\n\n".join(self.out) + "\n", self.known, self.open, self.lemmas, self.left_out)


def build(goal, extra=()):
    """The Theory of a goal; extra: names that a proof uses beside those of the statement."""
    return Builder(goal, extra).build()

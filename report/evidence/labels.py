"""The equations: their labels are the key by which everything is found and joined."""
import re

LABELS = [f"R{n}" for n in range(1, 12)] + [f"C{n}" for n in range(1, 15)]

# Those that claim to be a derivative, and those whose rounding is bounded from the inputs on.
DERIVATIVES = "R4 R5 R6 R8 R9 R10 C5 C6 C7 C8 C9 C11 C12 C13".split()
ROUNDED = "R1 R2 R3 R6 R7 R10 R11 C1 C2 C3 C4 C7 C9 C10 C13 C14".split()


def label_of(name):
    """The label that a name such as R6_dSE_dgamma begins with, or None."""
    found = re.match(r"([RC][0-9]+)_", name)
    return found[1] if found else None


def network_of(label):
    return "regression" if label.startswith("R") else "classification"

"""The four slips of the homework, found in the answers of `backproof check --json` by how they were read."""
import re

import tex
from files import Broken, read_json, text

# (document, as read) to (name in the report, verdict).
WANTED = {
    ("homework", "dCE/dX_j = dCE/dO_k dO_k/dX_j"): ("S1", "wrong"),
    ("homework", "dCE/dgamma_jk = dCE/dO_k dO_k/dX_k dX_k/dgamma_jk"): ("S2", "wrong"),
    ("homework", "dCE/dW_ij = dCE/dO_k dO_k/dX_k dX_k/dH_j dH_j/dW_ij"): ("S3", "wrong"),
    ("homework", "dCE/dX_k = O_k - l_k"): ("S4", "right-if"),
    ("labels", "dCE/dX_k = O_k - l_k"): ("S4-labels", "wrong"),
    ("labels", "dCE/dX_k = (sum_{m=0..2} l_m) O_k - l_k"): ("S4-sum", "right"),
}


def numbers(documents):
    """documents: for 'homework' and 'labels' the document and the answer. Returns names and TeX."""
    result, found, weights = {}, set(), {}
    for document, (path, answer) in documents.items():
        lines = text(path).splitlines()
        judged = read_json(answer)["files"][0]
        for verdict in ("right", "right-if", "wrong", "unread"):
            result[f"{document}-{verdict}"] = judged["summary"][verdict]
        for claim in judged["claims"]:
            key = document, claim["read_as"] if "read_as" in claim else ""
            if key not in WANTED or key in found:
                continue
            found.add(key)
            slip, verdict = WANTED[key]
            if claim["verdict"] != verdict:
                raise Broken(f"{slip}: check says {claim['verdict']}, not {verdict}: {key[1]}")
            result.update({f"{slip}-{name}": value for name, value in of_line(slip, claim, lines).items()})
            if verdict == "wrong":
                weights[slip] = [(name, value) for name, value in claim["counterexample"]["values"].items()
                                 if not name.startswith("l_")]
    for (document, read_as), (slip, _) in WANTED.items():
        if (document, read_as) not in found:
            raise Broken(f"{slip}: the line of a slip is not in the answer of check: {read_as}")
    for slip, values in weights.items():
        if values != weights["S1"]:
            raise Broken(f"{slip}: not at the weights of the other slips, as slips.tex says")
    return result


def of_line(slip, claim, lines):
    """The numbers of one line."""
    source = re.fullmatch(r"\$\$(.*)\$\$", lines[claim["line"] - 1])
    if not source:
        raise Broken(f"{slip}: line {claim['line']} of the document is no formula")
    result = {"line": claim["line"], "verdict": claim["verdict"], "source": source[1]}
    if "holds_where" in claim:
        result["holds"] = "where " + re.sub(r"^(\w)\b", r"$\1$", claim["holds_where"])
    if claim["verdict"] == "wrong":
        point = claim["counterexample"]
        result["why"] = claim["explanation"]
        result["left"], result["right"] = tex.number(point["left"]), tex.number(point["right"])
        result["at"] = tex.values(point["indices"].items())
        result["point"] = tex.values(point["values"].items())
    return result

"""What the programs said, as JSON (`train --json` and so on) and as tables of figures."""
import csv
import re
import subprocess

import tex
from files import Broken, read_json, table, text
from labels import LABELS

NETWORKS = ["regression", "classification"]


def training(path):
    """The numbers of one run of `backproof train --json`: a dictionary from name to TeX."""
    run = read_json(path)
    data, training_, loss = run["data"], run["training"], run["loss"]
    numbers = {
        "data": tex.breakable(f"{data['name']}, {data['rows']} rows"),
        "features": tex.plain(", ".join(feature["name"] for feature in run["features"])),
        "target": tex.plain(run["target"]["name"]),
        "epochs": training_["last_epoch"],
        "alpha": tex.number(f"{training_['alpha']:.6g}"),
        "seed": training_["seed"],
        "before": tex.number(f"{loss['before']:.6g}"),
        "after": tex.number(f"{loss['after']:.6g}"),
    }
    if "accuracy" in run:
        accuracy = run["accuracy"]
        numbers["quality"] = f"{100 * accuracy['after']:.1f}\\,\\%"
        numbers["correct"] = accuracy["right_after"]
        numbers["rows"] = data["rows"]
        numbers["wrong"] = data["rows"] - accuracy["right_after"]
    else:
        r_squared = run["r_squared"]["after"]
        numbers["quality"] = "--" if r_squared is None else tex.number(f"{r_squared:.4f}")
    return numbers


class Gradcheck:
    """`backproof gradcheck --json` of both networks. errors: label to derivative, central, complex."""

    def __init__(self, directory):
        self.errors, self.compared = {}, 0
        for network in NETWORKS:
            path = f"{directory}/gradcheck-{network}.json"
            run = read_json(path)
            self.points, self.seed = run["points"], run["seed"]
            for equation in run["equations"]:
                label, worst = equation["label"], equation["worst_relative_error"]
                if label not in LABELS or not equation["ok"]:
                    raise Broken(f"{path}: {label} is not a label, or its derivative is wrong")
                self.compared += equation["compared"]
                self.errors[label] = (equation["derivative"], worst["central_difference"], worst["complex_step"])

    def worst(self):
        return (max(errors[side] for errors in self.errors.values()) for side in (1, 2))


def selftest(path):
    """What the self-test of the checker counted."""
    counts = read_json(path)
    if counts["found"] != counts["changed"]:
        raise Broken(f"selftest: {counts['found']} of {counts['changed']} found: make selftest")
    return counts


def invariance(path):
    """What became of right lines that were written otherwise; none may be called wrong."""
    counts = read_json(path)
    if counts["faults"]:
        raise Broken(f"invariance: {counts['faults']} faults: make invariance")
    return counts


def mistakes(path):
    """How many mistakes there are; how many some point hides; how many a random point hides."""
    planted, hidden, hidden_random = set(), set(), set()
    for row in table(path, ["network", "row", "point", "difference", "tolerance"], "make plots"):
        mistake = row["network"], row["row"]
        planted.add(mistake)
        # Hidden is what differs by no more than the tolerance.
        if float(row["difference"]) <= float(row["tolerance"]):
            (hidden_random if row["point"] == "random" else hidden).add(mistake)
    return len(planted), len(hidden), len(hidden_random)


def iris(path):
    """The last epoch of the figure fit_iris, its learning rate, the flowers taken wrongly, all flowers."""
    rows = table(path, ["epoch", "alpha", "wrong"], "make plots")
    last = [row for row in rows if row["epoch"] == rows[-1]["epoch"]]
    return last[0]["epoch"], last[0]["alpha"], sum(int(row["wrong"]) for row in last), len(last)


def speed_versions(path):
    """The software that speed was compared with, and its versions as they were recorded."""
    versions = {row["software"]: row["version"] for row in table(path, ["software", "version"], "plots/speed.sh")}
    return "; ".join(f"{software} {version}" for software, version in versions.items() if version != "-")


def first_line(*command, given=None):
    """What a command says first; its program must be there."""
    try:
        run = subprocess.run(command, input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             encoding="utf-8", errors="replace", check=False)
    except OSError as error:
        raise Broken(f"{command[0]}: {error.strerror}") from None
    return next((line for line in run.stdout.splitlines() if line), "")


def arb_version(compiler):
    run = subprocess.run([compiler, "-E", "-P", "-Isrc", "-"], input='#include "base/arb_compat.h"\nARB_RELEASE\n',
                         stdout=subprocess.PIPE, encoding="utf-8", check=False)
    return "".join(re.findall('"([^"]*)"', run.stdout.strip().splitlines()[-1])) if run.stdout else "unknown"


def target_network(path):
    """Which network a CSV is for, and its first target: a number means regression."""
    rows = csv.reader(text(path).splitlines())
    next(rows, None)
    target = (next(rows, None) or [""])[-1].strip()
    is_number = re.fullmatch(r"|[-+]?([0-9]+\.?[0-9]*|\.[0-9]+|na|nan|inf)(e[-+]?[0-9]+)?", target, re.I)
    return ("regression" if is_number else "classification"), target

"""The numbers that the text calls as \\N{name}, and the rows of its tables."""
import os
import re

import join
import programs
import proofs
import tex
from files import Broken
from labels import DERIVATIVES, LABELS


def rows(cells):
    """Rows of a table; a row that is a text stands as it is."""
    return "".join((line if isinstance(line, str) else " & ".join(map(str, line)) + " \\\\") + "\n" for line in cells)


def of_training(directory):
    return {f"{run}-{name}": value
            for run in [f"{builtin}{network}" for builtin in ("builtin-", "") for network in programs.NETWORKS]
            for name, value in programs.training(f"{directory}/{run}.json").items()}


def of_gradcheck(gradcheck):
    central, complex_ = gradcheck.worst()
    return {"gradcheck-points": gradcheck.points, "gradcheck-seed": gradcheck.seed,
            "gradcheck-compared": tex.grouped(gradcheck.compared), "gradcheck-derivatives": len(gradcheck.errors),
            "gradcheck-central": tex.number(f"{central:.1e}"), "gradcheck-complex": tex.number(f"{complex_:.1e}")}


def gradcheck_rows(gradcheck, letter):
    return rows([f"\\hyperref[eq:{label}]{{{label}}}", tex.quantity(derivative), tex.number(f"{central:.1e}"),
                 tex.number(f"{complex_:.1e}")]
                for label, (derivative, central, complex_) in gradcheck.errors.items() if label.startswith(letter))


def of_proofs(real, ieee, clauses):
    """Counts of goals and provers, and what is proved about the slips."""
    lemmas = join.lemma_goals(real)
    derivatives = [goal for goal in lemmas if re.fullmatch("[RC][0-9]+_derivative", goal.lemma)]
    in_coq = [goal for goal in derivatives if goal.prover == "Coq"]
    by = ", ".join(f"{prover} {count}" for prover, count in join.provers(ieee.goals).items())
    result = {
        "equations": len(LABELS), "derivatives-claimed": len(DERIVATIVES),
        "derivative-clauses": sum(c.name == f"{c.label}_derivative" for c in clauses),
        "goals-proved": len(real.goals), "goals-smoke": real.smoke,
        "ieee-proved": len(ieee.goals) or "--", "ieee-smoke": ieee.smoke, "derivatives-proved": len(derivatives),
    }
    if by:
        result["ieee-provers"] = by
    if in_coq:
        result["derivatives-coq"] = len(in_coq)
    if real.void:
        result["goals-void"] = real.void
    if in_coq and len(derivatives) > len(in_coq):
        result["derivatives-smt"] = len(derivatives) - len(in_coq)
    for goal in lemmas + join.lemma_goals(ieee):
        result[f"lemma-{goal.lemma}"] = "proved"
    for slip, about in (("S1", "_slip_S1"), ("S2", "_slip_S2"), ("S3", "_slip_S3"), ("S4", "_needs_labels")):
        proved = [goal for goal in lemmas if goal.lemma.endswith(about)]
        proved.sort(key=lambda goal: LABELS.index(goal.equation))
        if proved:
            result[f"{slip}-lemmas"] = ", ".join(tex.code(goal.lemma) + (f" ({goal.prover})" if goal.prover else "")
                                                 for goal in proved)
    return result


def effort_rows(effort, real, ieee):
    """The table of provers: one reading after the other, each with its sum. effort: what proofs.effort gives."""
    lines = []
    for name, reading in (("real", real), ("IEEE", ieee)):
        own = [row for row in effort if row[0] == name]
        goals, lemmas = len(reading.goals), len(join.lemma_goals(reading))
        if effort and sum(row[2] for row in own) != goals:
            raise Broken(f"{proofs.RUN} is of other proofs: make proofs")
        if goals:
            lines += ["\\midrule"] if lines else []
            lines += [[*row[:4], seconds(row[4])] for row in own]
            lines.append([name, "together", goals, lemmas, seconds(sum(row[4] for row in own)) if own else "--"])
    return rows(lines)


def seconds(x):
    return "$<1$" if x < 0.5 else f"{x:.0f}"


def of_rounding(rounding):
    tightest = min(rounding, key=lambda row: float(row["ratio"]))
    loosest = max(rounding, key=lambda row: float(row["ratio"]))

    def largest(column):
        return tex.number(max((row[column] for row in rounding), key=float))
    return {"rounding-quantities": len(rounding),
            "rounding-points": tex.grouped(min(int(row["points"]) for row in rounding)),
            "rounding-tightest": tex.number(tightest["ratio"]), "rounding-tightest-at": tightest["label"],
            "rounding-loosest": tex.number(loosest["ratio"]), "rounding-loosest-at": loosest["label"],
            "rounding-largest": largest("measured"), "rounding-largest-bound": largest("bound")}


def of_box(constants):
    return {f"box-{name[4:]}": f"{value:g}" for name, value in constants.items() if name.startswith("BOX_")}


def of_selftest(counts):
    return {"selftest-found": counts["found"], "selftest-made": counts["changed"],
            "selftest-named": f"{100 * counts['named'] / counts['found']:.1f}\\,\\%",
            "selftest-misnamed": counts["misnamed"], "selftest-kinds": len(counts["damages"])}


def selftest_rows(damages):
    return rows([tex.code(d["damage"]), d["changed"], d["found"], d["named"]] for d in damages)


def of_invariance(counts):
    return {"invariance-documents": max(group["documents"] for group in counts["changes"]),
            "invariance-changes": len(counts["changes"]), "invariance-lines": tex.grouped(counts["lines"]),
            "invariance-right": tex.grouped(counts["right"]), "invariance-unharmed": tex.grouped(counts["unharmed"]),
            "invariance-share": f"{share(counts['unharmed'], counts['right'])}\\,\\%",
            "invariance-harmed": counts["harmed"], "invariance-faults": counts["faults"]}


def share(part, whole):
    """In percent, never rounded up to all."""
    return f"{int(1000 * part / whole) / 10:.1f}"


def invariance_rows(groups):
    return rows([tex.plain(g["group"]), tex.grouped(g["right"]), tex.grouped(g["unharmed"]),
                 g["right"] - g["unharmed"] - g["harmed"], g["harmed"]] for g in groups)


def checker_markdown(selftest, invariance):
    """The figures of the checker for the README: what is wrong is found, what is right stays unharmed."""
    lines = [f"Damage found (`make selftest`): {selftest['found']} of {selftest['changed']} damaged lines are found, "
             f"{selftest['named']} of them with the right name, {selftest['misnamed']} with a wrong one.", "",
             f"Right lines unharmed (`make invariance`): of {invariance['right']} right lines, each in a document that "
             f"was written otherwise, {invariance['unharmed']} stay right ({share(invariance['unharmed'], invariance['right'])} %), "
             f"{invariance['harmed']} are called wrong.", "",
             "| right lines with | lines | still right | not judged any more | called wrong |", "|---|---|---|---|---|"]
    lines += [f"| {g['group']} | {g['right']} | {g['unharmed']} | {g['right'] - g['unharmed'] - g['harmed']} | {g['harmed']} |"
              for g in invariance["groups"]]
    return "\n".join(lines) + "\n"


def of_figures(data):
    """What the captions say of the tables of plots/data."""
    planted, hidden, hidden_random = programs.mistakes(f"{data}/mistakes.tsv")
    epoch, alpha, wrong, flowers = programs.iris(f"{data}/iris_flowers.tsv")
    return {"mistakes": planted, "mistakes-hidden": hidden, "mistakes-hidden-random": hidden_random,
            "iris-epoch": epoch, "iris-alpha": tex.number(alpha), "iris-wrong": wrong, "iris-flowers": flowers}


def versions(program):
    """The tools of this run; those of the recorded proofs and times."""
    compiler = os.environ.get("CC", "cc")
    return [("backproof", programs.first_line(program, "--version")),
            ("C compiler", programs.first_line(compiler, "--version")),
            ("C library", programs.first_line("getconf", "GNU_LIBC_VERSION")),
            ("Arb", programs.arb_version(compiler)),
            ("gnuplot", programs.first_line("gnuplot", "--version")),
            ("pdfTeX", programs.first_line("pdftex", "--version")),
            ("proofs", proofs.tools()),
            ("speed", programs.speed_versions("plots/data/speed.tsv"))]


def version_rows(found):
    return rows([tex.plain(name), f"\\code{{{tex.breakable(version)}}}"] for name, version in found)


def definitions(numbers):
    return "".join(f"\\setnumber{{{name}}}{{{value}}}\n" for name, value in numbers.items())

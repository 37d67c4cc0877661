"""Joins the evidence for `make report`, see report/README.md.

python3 report/evidence network FILE.csv         says which network the file is for, a tab, its first target
python3 report/evidence public                   writes the README's part on public documents
python3 report/evidence write DIRECTORY [--own NETWORK] [--draft] [--program FILE]
    reads what the project holds and the JSON in DIRECTORY; writes there evidence, numbers and rows of tables.
    Every gap is a line on standard error, and the exit status is then 1.
"""
import argparse
import glob
import os
import re
import sys
import time

import facts
import join
import pages
import programs
import proofs
import public
import slips
import sources
from files import Broken, Gaps, text, write
from labels import LABELS, network_of


def check_text(gaps, draft):
    """Each label has its equation and its evidence in the text, once; each figure is drawn."""
    for label in LABELS:
        path = f"report/{network_of(label)}.tex"
        for mark in ("lab", "ev"):
            count = text(path).count(f"\\{mark}{{{label}}}")
            gaps.need(label, count == 1, f"\\{mark}{{{label}}} stands {count} times in {path}")
    for path in sorted(glob.glob("report/*.tex")):
        content = re.sub(r"(?<!\\)%.*", "", text(path))
        for figure in re.findall(r"\\(?:fig|drawing)(?:\[[^]]*\])?\{(\w+)\}", content):
            if figure != "own_curve" and not draft:
                there = os.path.exists(f"build/plots/{figure}.pdf") and os.path.getsize(f"build/plots/{figure}.pdf")
                gaps.need(path, there, f"the figure build/plots/{figure}.pdf is missing: make plots")


def settings(options):
    """Version, date and kind of this report."""
    version = programs.first_line(options.program, "--version").split()[-1]
    if not options.draft and f"version: {version}" not in text("CITATION.cff").splitlines():
        raise Broken(f"CITATION.cff does not name the version of the program, {version}")
    now = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    result = {"version": version, "date": time.strftime("%Y-%m-%d", now)}
    if options.draft:
        result["draft"] = "Draft: it may have gaps"
    return result


def write_all(options, gaps):
    out = options.directory
    real, ieee = join.read_proofs(options.draft)
    gradcheck = programs.Gradcheck(out)
    rounding = proofs.rounding("proofs")
    constants = sources.constants("src/rounding.h")
    evidence, clauses = join.collect(real, ieee, gradcheck, rounding, gaps)
    join.check(evidence, clauses, real, ieee, options.draft, gaps)
    alone = {label: join.bound_alone(e, constants, gaps) for label, e in evidence.items() if not e.rounding}
    check_text(gaps, options.draft)
    statement = sources.statement("src/regression_derivatives.acsl", ["predicate IsSEByW{", "lemma R10_derivative{"])
    gaps.need("R10", statement, "predicate IsSEByW or lemma R10_derivative is not in src/regression_derivatives.acsl")
    seen = public.batches()
    selftest = programs.selftest(f"{out}/selftest.json")
    invariance = programs.invariance(f"{out}/invariance.json")
    found = {
        **slips.numbers({"homework": ("tests/derivations/homework.md", f"{out}/homework.json"),
                         "labels": ("report/labels.md", f"{out}/labels.json")}),
        **facts.of_training(out), **facts.of_gradcheck(gradcheck), **facts.of_selftest(selftest),
        **facts.of_invariance(invariance),
        **facts.of_box(constants), **facts.of_proofs(real, ieee, clauses), **facts.of_rounding(rounding),
        **facts.of_figures("plots/data"), **public.numbers(seen), **settings(options),
    }
    if gaps:
        return
    for label, e in evidence.items():
        write(f"{out}/evidence/{label}.tex", pages.evidence(e, alone.get(label)))
    half = (len(selftest["damages"]) + 1) // 2
    tables = {
        "traceability": "".join(pages.table_row(e) + "\n" for e in evidence.values()),
        "gradcheck-regression": facts.gradcheck_rows(gradcheck, "R"),
        "gradcheck-classification": facts.gradcheck_rows(gradcheck, "C"),
        "effort": facts.effort_rows(proofs.effort(), real, ieee),
        "selftest-1": facts.selftest_rows(selftest["damages"][:half]),
        "selftest-2": facts.selftest_rows(selftest["damages"][half:]),
        "public": facts.rows(public.cells(seen)),
        "invariance": facts.invariance_rows(invariance["groups"]),
        "versions": facts.version_rows(facts.versions(options.program)),
    }
    for name, rows in tables.items():
        write(f"{out}/{name}.rows.tex", rows)
    write(f"{out}/statement.txt", statement)
    write(f"{out}/checker.md", facts.checker_markdown(selftest, invariance))
    write(f"{out}/traceability.tsv", "".join(
        "\t".join(fields) + "\n" for fields in [pages.COLUMNS] + [pages.table_fields(e) for e in evidence.values()]))
    write(f"{out}/numbers.tex", facts.definitions(found) + f"\\def\\own{{{options.own}}}\n")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    guess = commands.add_parser("network")
    guess.add_argument("file")
    commands.add_parser("public")
    make = commands.add_parser("write")
    make.add_argument("directory")
    make.add_argument("--own", default="none", choices=["none"] + programs.NETWORKS)
    make.add_argument("--program", default="./backproof")
    make.add_argument("--draft", action="store_true")
    options = parser.parse_args()
    gaps = Gaps()
    try:
        if options.command == "network":
            print(*programs.target_network(options.file), sep="\t")
        elif options.command == "public":
            public.write_readme()
        else:
            write_all(options, gaps)
    except Broken as error:
        gaps.append(str(error))
    for gap in gaps:
        print(f"report: {gap}", file=sys.stderr)
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main())

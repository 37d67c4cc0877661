"""The evidence beside each equation and the rows of the last table, as TeX; the words of both are here."""
import os

import join
import tex
from labels import DERIVATIVES


def code(text):
    return f"\\evcode{{{tex.plain(text)}}}"


def name(text):
    return f"\\evcode{{{tex.breakable(text)}}}"


def note(text):
    return f"\\evnote{{{text}}}"


def by(goal):
    return f" ({goal.prover})" if goal.prover else ""


def row(what, text, where=None):
    """A row; where: file:line, for which the text leaves room."""
    what = f"\\evlabel{{{what}}}" if what else ""
    if where:
        return f"{what} & {text} & \\evwhere{{{tex.plain(os.path.basename(where))}}} \\\\"
    return f"{what} & \\evwide{{{text}}} \\\\"


def indented(text):
    depth = len(text) - len(text.lstrip(" "))
    return f"\\hspace*{{{depth * 0.5:g}em}}{code(text[depth:])}"


def code_rows(functions):
    """The C. Where an equation has two functions, each has its name above it."""
    rows = []
    for n, function in enumerate(functions):
        what = "C" if n == 0 else ""
        if len(functions) == 1:
            rows.append(row(what, indented(function.lines[0]), function.at))
            rows += [row("", indented(line)) for line in function.lines[1:]]
        else:
            rows += ["\\evsplit"] if n else []
            rows.append(row(what, code(function.name) + ":", function.at))
            rows += [row("", "\\hspace*{1em}" + indented(line)) for line in function.lines]
    return rows


def counted(goals):
    provers = ", ".join(f"{prover} {count}" for prover, count in join.provers(goals).items())
    return f"{len(goals)} ({provers})" if provers else str(len(goals))


def proved_row(e):
    goals = ", ".join(name(c.goal) + (f" ({e.prover_of(c.goal)})" if e.prover_of(c.goal) else "") for c in e.clauses)
    text = f"{goals}{note(';')} {note('goals:')} {counted(e.here())} {note('here')}"
    if e.elsewhere():
        text += f"{note(',')} {counted(e.elsewhere())} {note('in the network')}"
    return row("proved", text)


def lemma_rows(e):
    texts = [name(lemma) + by(goal) for lemma, goal in e.lemmas.items()]
    if e.label in DERIVATIVES and f"{e.label}_derivative" not in e.lemmas:
        texts.append(name(f"{e.label}_derivative") + " --")
    return [row("lemmas" if len(texts) > 1 else "lemma", ", ".join(texts))] if texts else []


def tests_row(e):
    files = {}
    for file, line in e.tests:
        files.setdefault(file, []).append(str(line))
    return row("tests", "; ".join(f"{code(file)}~{', '.join(lines)}" for file, lines in files.items()))


def rounding_rows(e, alone):
    goals = f"{note('; goals')} {len(e.ieee) or '--'}"
    if not e.rounding:
        if alone is None:
            return [row("rounding", "exact" + goals)]
        bound, factor = alone
        text = f"{note('proved bound, for this function alone:')} {tex.number(f'{bound:.3e}')}"
        return [row("rounding", text + (f" $\\cdot$ {code(factor)}" if factor else "") + goals)]
    return [row("" if n else "rounding", f"{note('measured')} {tex.number(r['measured'])}{note(', proved bound')} "
                f"{tex.number(r['bound'])}" + ("" if n else goals)) for n, r in enumerate(e.rounding)]


def evidence(e, alone):
    """The file evidence/LABEL.tex."""
    rows = code_rows(e.functions)
    if sum(len(function.lines) for function in e.functions) > 5:
        rows.append("\\evsplit")
    rows += [row("" if n else "contract", code(c.text), c.at) for n, c in enumerate(e.clauses)]
    if e.also_in:
        rows.append(row("", f"{note('and in the contract of')} {name(', '.join(e.also_in))}"))
    rows.append(proved_row(e))
    rows += lemma_rows(e)
    rows.append(tests_row(e))
    if e.gradient:
        _, central, complex_ = e.gradient
        rows.append(row("gradient", f"{note('relative error')} {tex.number(f'{central:.1e}')} "
                        f"{note('against the central difference,')} {tex.number(f'{complex_:.1e}')} "
                        f"{note('against the complex step')}"))
    rows += rounding_rows(e, alone)
    return "\n".join(["\\begin{evidence}"] + rows + ["\\end{evidence}", ""])


def worst_rounding(e):
    """Measured error and bound of the quantity that comes nearest to its bound."""
    if not e.rounding:
        return "--", "--"
    worst = max(e.rounding, key=lambda r: float(r["measured"]) / float(r["bound"]))
    return worst["measured"], worst["bound"]


COLUMNS = ("label code contract contract_goals goals_proved lemmas tests central_difference complex_step "
           "measured bound rounding_goals").split()


def table_fields(e):
    """A row of report/traceability.tsv."""
    central, complex_ = (f"{x:.1e}" for x in e.gradient[1:]) if e.gradient else ("--", "--")
    return [e.label, e.functions[0].at, e.clauses[0].at, " ".join(c.goal for c in e.clauses), str(len(e.proved)),
            " ".join(e.lemmas) or "--", " ".join(f"{file}:{line}" for file, line in e.tests), central, complex_,
            *worst_rounding(e), str(len(e.ieee) or "--")]


def table_row(e):
    """A row of the last table of the report."""
    measured, bound = (x if x == "--" else tex.number(x) for x in worst_rounding(e))
    lemma = f"{e.label}_derivative"
    cells = [f"\\hyperref[eq:{e.label}]{{{e.label}}}", tex.code(os.path.basename(e.functions[0].at)),
             tex.code(os.path.basename(e.clauses[0].at)), len(e.proved), len(e.ieee) or "--",
             tex.code(lemma) if lemma in e.lemmas else "--", len(e.tests), measured, bound]
    return " & ".join(map(str, cells)) + " \\\\"

/* test_certificate.c: check --prove, without Coq: what the lines of a document are stated as, and what the program says
 * of the answers of a coqc that the test puts in its place. That real Coq proves the statements is seen by
 * `make certificates`.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/certificate/lines.h"
#include "check/charity.h"
#include "check/reading/formulas.h"
#include "runner.h"

/* --- statements --- */

static void put_one_line(FILE *out, const char *text)
{
    for (; *text; text++)
        if (*text != '\n')
            fputc(*text, out);
        else
            text += strspn(text, "\n ") - 1;
}

/* Each line of a document as "NAME: shown = shown; given HYPOTHESES or HYPOTHESES", or why it is not stated. */
static char *stated(const char *document)
{
    struct arena arena = {0};
    struct source source;
    struct place place;
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    cr_assert(source_text(&source, "test.md", document, strlen(document), &arena, &place).code ==
              REASON_NONE);
    const struct formulas formulas = formulas_read(&source, &arena);
    const struct reading r = charity_read(&source, &formulas, 1, &arena);
    struct warnings unheard = {.arena = &arena};
    struct judging j = judging_begin(r.model, 1, &unheard, &arena);
    struct proof *proof = arena_new(&arena, (r.model->claims + 1) * sizeof *proof);
    for (size_t n = 0; n < r.model->sections; n++) {
        const struct section *s = lines_of(&r, &source, &j, n, proof, &arena);
        for (size_t k = 0; k < s->lines; k++) {
            const struct line *l = &s->line[k];
            if (l->exists)
                continue;
            fprintf(out, "%s:%s %s = %s", l->name, l->wrong ? " wrong:" : "", l->shown[0],
                    l->shown[1]);
            for (size_t v = 0; v < l->variants; v++) {
                fputs(v ? " or" : "; given", out);
                put_one_line(out, l->given[v].hypotheses);
            }
            if (l->condition)
                fprintf(out, "; where %s", l->condition);
            fputc('\n', out);
        }
    }
    for (size_t n = 0; n < r.model->claims; n++)
        if (proof[n].state == PROOF_NOT_STATED)
            fprintf(out, "not stated: %s\n", proof[n].why);
    fclose(out);
    judging_end(&j);
    arena_free(&arena);
    return text;
}

static void expect_stated(const char *document, const char *expected)
{
    char *found = stated(document);
    cr_expect_str_eq(found, expected, "%s\nexpected %s\nfound    %s", document, expected, found);
    free(found);
}

Test(certificate, names_that_coq_or_the_library_uses)
{
    expect_stated("$$E = (K - y)^2 + \\mathrm{agree} \\, \\mathrm{Larger} + \\mathrm{hot}$$\n\n"
                  "$$\\frac{\\partial E}{\\partial K} = 2 (K - y)$$\n\n"
                  "$$\\frac{\\partial E}{\\partial \\mathrm{agree}} = \\mathrm{Larger}$$\n",
                  "line_3_3: dE_dK = 2 * (K - y); given\n"
                  "line_5_3: dE_dagree_ = Larger_; given\n");
}

Test(certificate, letters_of_a_hypothesis_are_no_symbols)
{
    expect_stated("$$p_k = \\frac{e^{z_k}}{\\sum_{j=1}^{3} e^{z_j}}$$\n\n"
                  "$$C = -\\sum_{k=1}^{3} m_k \\log p_k$$\n\n"
                  "$$\\frac{\\partial C}{\\partial z_k} = p_k - m_k$$\n",
                  "line_5_3: dC_dz.[k] = p.[k] - m.[k]; given((Σ m_i = 1 to 3, m.[m_i]) = 1) -> "
                  "or((Σ m_i = 1 to 3, m.[m_i]) = 1) ->(all k = 1 to 3, 0 < p.[k]) ->"
                  "(Σ j = 1 to 3, (exp (z.[j])) <> 0) ->\n");
}

Test(certificate, kinks)
{
    expect_stated("$$r_j = \\max(0, u_j)$$\n\n$$E = \\sum_{j=1}^{2} (r_j - y_j)^2$$\n\n"
                  "$$\\frac{\\partial E}{\\partial u_j} = 2 (r_j - y_j) 1_{u_j > 0}$$\n\n"
                  "$$\\frac{\\partial E}{\\partial r_j} = r_j - y_j$$",
                  "line_5_3: dE_du.[j] = 2 * (r.[j] - y.[j]) * (if Rlt_dec 0 (u.[j]) then 1 else "
                  "0); given(all j = 1 to 2, u.[j] <> 0) ->\n"
                  "line_7_3: wrong: dE_dr.[j] = r.[j] - y.[j]; given(all j = 1 to 2, u.[j] <> 0) "
                  "->\n");
}

Test(certificate, what_divides_and_logarithms)
{
    expect_stated("$$E = -y \\log p - (1 - y) \\log(1 - p)$$\n\n"
                  "$$\\frac{\\partial E}{\\partial p} = \\frac{p - y}{p (1 - p)}$$",
                  "line_3_3: dE_dp = (p - y) / (p * (1 - p)); given or(0 < p) ->(0 < 1 - p) ->"
                  "(p * (1 - p) <> 0) ->\n");
}

Test(certificate, a_weight_after_an_update)
{
    expect_stated("$$E = (w x - y)^2$$\n\n$$w^{new} = w - 2 \\eta (w x - y) x$$",
                  "line_3_3: w_new = w - 2 * eta * (w * x - y) * x; given\n");
}

Test(certificate, conditions_on_indices)
{
    expect_stated("$$p_k = \\frac{e^{z_k}}{\\sum_{m=1}^{3} e^{z_m}}$$\n\n"
                  "$$\\frac{\\partial p_k}{\\partial z_j} = -p_k p_j, \\quad k \\neq j$$\n",
                  "line_3_3: dp_dz.[k, j] = - (p.[k] * p.[j]); given or(Σ m = 1 to 3, "
                  "(exp (z.[m])) <> 0) ->; where negb (k =? j)%Z\n");
}

Test(certificate, what_cannot_be_stated)
{
    expect_stated("$$E = w x$$\n\n$$\\frac{\\partial E}{\\partial x} = w^{0.5} w^{0.5}$$",
                  "not stated: a power that is no whole number\n");
}

Test(certificate, slopes_of_functions)
{
    expect_stated("$$f(x) = 1/(1 + e^{-x})$$\n\n$$E = f(w x)$$\n\n"
                  "$$\\frac{\\partial E}{\\partial w} = f'(w x) x$$",
                  "line_5_3: dE_dw = (Derive f (w * x)) * x; given or(1 + (exp (- (w * x))) <> 0) "
                  "->\n");
}

/* --- what the program says --- */

static const char two_lines[] = "$$E = (w x - y)^2$$\n\n"
                                "$$\\frac{\\partial E}{\\partial w} = 2 (w x - y) x$$\n\n"
                                "$$\\frac{\\partial E}{\\partial y} = 2 (w x - y)$$\n";

/* Answers of a coqc to what it is asked first: the variant under which each line, and the existence of both
 * derivatives, holds; then a point for the wrong line. */
static const char as_judged[] = "     = [[0]; [-1]; [0]; [0]]%Z\n     = [[200; 1; 1; 1]]%Z\n";
static const char opposite[] = "     = [[0]; [0]; [0]; [0]]%Z\n     = [[200; 1; 1; 1]]%Z\n";
static const char no_slope[] = "     = [[0]; [-1]; [-1]; [0]]%Z\n     = [[200; 1; 1; 1]]%Z\n";
static const char beyond[] = "     = [[7]; [-1]; [0]; [0]]%Z\n     = [[-1]]%Z\n";
static const char nothing[] = "     = [[-1]; [-1]; [0]; [0]]%Z\n     = [[-1]]%Z\n";

/* Runs check --prove with a coqc that compiles everything, gives this answer, and says to the certificate what `said` is,
 * with exit status 1 if it is an error. */
static struct result prove_text(const struct room *room, const char *text, const char *answer,
                                const char *said, const char *arguments)
{
    char command[600];
    room_write_text(room, "homework.md", text);
    room_write_text(room, "answer", answer);
    room_write_text(room, "said", said);
    room_write_text(room, "coqc",
                    "#!/bin/sh\nfor file; do :; done\ncase $file in\n"
                    "Certificate.v) cat \"$ROOM/said\"; ! grep -q Error: \"$ROOM/said\" ;;\n"
                    "*) : >\"${file%.v}.vo\" ;;\nesac\n");
    room_write_text(room, "coqtop",
                    "#!/bin/sh\nwhile read -r what name; do case $name in\n"
                    "*Question*) cat \"$ROOM/answer\" ;;\n"
                    "*Certificate*) cat \"$ROOM/said\" ;;\n"
                    "*) echo No object of basename \"${name%.}\" ;;\nesac; done\n");
    /* In a folder of its own: a name with a colon, as that of the room may have, is none for PATH. */
    snprintf(command, sizeof command,
             "bin=$(env -u TMPDIR mktemp -d); chmod +x coqc coqtop; mv coqc coqtop $bin; "
             "export ROOM=\"$PWD\" XDG_CACHE_HOME=\"$PWD/cache\" PATH=\"$bin:$PATH\"; "
             "\"$BACKPROOF\" check --prove %s; status=$?; rm -r cache $bin; exit $status",
             arguments);
    return run_shell(room, command);
}

static struct result prove(const struct room *room, const char *answer, const char *said,
                           const char *arguments)
{
    return prove_text(room, two_lines, answer, said, arguments);
}

static void expect_said(const struct result *r, int status, const char *out, const char *err)
{
    cr_expect(r->status == status, "exit status %d, expected %d: %s%s", r->status, status, r->out,
              r->err);
    cr_expect(strstr(r->out, out), "no '%s' in: %s", out, r->out);
    cr_expect(strstr(r->err, err), "no '%s' in: %s", err, r->err);
}

Test(check, prove_says_what_became_of_each_line)
{
    static const char axioms[] =
        "Axioms:\nsig_not_dec : forall P : Prop, P\nclassic\n  : forall P\n";
    struct room room;
    room_open(&room);
    struct result r = prove(&room, as_judged, axioms, "homework.md");
    expect_said(&r, 1, "  proved in Coq: line_3_3\n", "");
    expect_said(&r, 1, "  refuted in Coq: line_5_3_fails\n", "");
    expect_said(&r, 1, "in Coq: 1 proved, 1 refuted\n  which rests on sig_not_dec, classic\n", "");
    free_result(&r);
    r = prove(&room, as_judged, axioms, "--json homework.md");
    expect_said(&r, 1, "\"theorem\": \"line_5_3_fails\"", "");
    expect_said(&r, 1, "\"axioms\": \"sig_not_dec, classic\"", "");
    free_result(&r);
    r = prove(&room, "Error: Stack overflow.\n", "", "homework.md");
    expect_said(&r, 1, "not proved in Coq: Coq refuses it: Stack overflow.", "");
    free_result(&r);
    r = prove(&room, nothing, "", "homework.md");
    expect_said(&r, 1, "not proved in Coq: the two sides were not brought to one form", "");
    expect_said(&r, 1, "not proved in Coq: no simple point was found at which it fails", "");
    free_result(&r);
    r = prove(&room, no_slope, "", "homework.md");
    expect_said(&r, 1, "not proved in Coq: that a derivative in it exists was not shown", "");
    expect_said(&r, 1, "in Coq: 1 refuted, 1 not proved\n", "");
    free_result(&r);
    r = prove(&room, beyond, "", "homework.md");
    expect_said(&r, 1, "in Coq: 2 not proved\n", "");
    free_result(&r);
    room_close(&room);
}

Test(check, prove_ends_with_3_if_coq_proves_the_opposite)
{
    struct room room;
    room_open(&room);
    struct result r = prove(&room, opposite, "", "homework.md");
    expect_said(&r, 3, "in Coq: 1 proved, 1 disagrees\n", "please report this document");
    free_result(&r);
    room_close(&room);
}

/* A line that is right to the digits that it shows is no exact equation, and no mistake. */
Test(check, prove_does_not_contradict_what_is_rounded)
{
    struct room room;
    room_open(&room);
    struct result r =
        prove_text(&room, "$$p = 0.646 \\cdot 0.364$$\n\n$$0.646 \\cdot 0.364 = 0.235$$\n",
                   "     = [[200]]%Z\n", "", "homework.md");
    expect_said(&r, 0, "not proved in Coq: what it assumes", "");
    free_result(&r);
    room_close(&room);
}

Test(check, prove_takes_out_what_coq_refuses_and_nothing_else)
{
    struct room room;
    room_open(&room);
    /* An error that says no place is none of a theorem. */
    struct result r = prove(&room, as_judged, "Error: Out of memory.\n", "homework.md");
    expect_said(&r, 1, "in Coq: 2 not proved\n", "not proved: Coq refuses it:  Out of memory.");
    free_result(&r);
    room_close(&room);
}

Test(check, prove_writes_the_certificate)
{
    struct room room;
    room_open(&room);
    struct result r = prove(&room, as_judged, "", "--output proof.v homework.md");
    char *text = room_read(&room, "proof.v");
    cr_assert(text, "no proof.v: %s", r.err);
    expect_said(&r, 1, "1 proved", "");
    cr_expect(strstr(text, "\nTheorem line_3_3 :\n  dE_dw = 2 * (w * x - y) * x.\nProof.\n"), "%s",
              text);
    cr_expect(strstr(text, "\nFrom Backproof Require Import "), "%s", text);
    cr_expect(strstr(text,
                     "\nTheorem line_5_3_fails :\n  (w = 1) ->\n  (x = 1) ->\n  (y = 1) ->\n  "
                     "dE_dy <> 2 * (w * x - y).\n"),
              "%s", text);
    free(text);
    free_result(&r);
    r = prove(&room, as_judged, "", "--self-contained --output proof.v homework.md");
    text = room_read(&room, "proof.v");
    cr_assert(text, "no proof.v: %s", r.err);
    cr_expect(!strstr(text, "From Backproof"), "it needs the library");
    free(text);
    free_result(&r);
    /* A file that cannot be written does not undo the proofs. */
    r = prove(&room, as_judged, "", "--output none/proof.v homework.md");
    expect_said(&r, 1, "in Coq: 1 proved, 1 refuted\n", "none/proof.v could not be written");
    free_result(&r);
    room_close(&room);
}

Test(check, prove_writes_what_is_taken_for_granted)
{
    struct room room;
    room_open(&room);
    struct result r = prove_text(&room,
                                 "$$E = y \\log p$$\n\n"
                                 "$$\\frac{\\partial E}{\\partial p} = \\frac{y}{p}$$\n",
                                 "     = [[1]; [1]]%Z\n", "", "--output proof.v homework.md");
    char *text = room_read(&room, "proof.v");
    cr_assert(text, "no proof.v: %s", r.err);
    expect_said(&r, 0, "in Coq: 1 proved\n", "");
    cr_expect(strstr(text, "\nTheorem line_3_3 :\n  (0 < p) ->\n  (p <> 0) ->\n  dE_dp = y / p.\n"),
              "%s", text);
    free(text);
    free_result(&r);
    room_close(&room);
}

Test(check, prove_without_coqc)
{
    struct room room;
    room_open(&room);
    room_write_text(&room, "homework.md", two_lines);
    struct result r = run_shell(
        &room, "export XDG_CACHE_HOME=\"$PWD/cache\"; PATH=/nowhere \"$BACKPROOF\" check --prove "
               "homework.md; status=$?; rm -r cache; exit $status");
    expect_said(&r, 1, "in Coq: 2 not proved\n", "coqc was not found; it is in the package coq");
    free_result(&r);
    room_close(&room);
}

Test(check, prove_usage)
{
    static const struct {
        const char *arguments, *part;
    } wrong[] = {
        {"check --output x.v homework.md", "go with --prove"},
        {"check --self-contained homework.md", "go with --prove"},
        {"check --prove --output x.v homework.md homework.md", "--output takes one file"},
        {"check --prove --dump model homework.md", "--dump does not go with --prove"},
    };
    struct room room;
    room_open(&room);
    room_write_text(&room, "homework.md", two_lines);
    for (size_t n = 0; n < sizeof wrong / sizeof *wrong; n++) {
        struct result r = run(&room, wrong[n].arguments);
        expect_said(&r, 2, "", wrong[n].part);
        free_result(&r);
    }
    room_close(&room);
}

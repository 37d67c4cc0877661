/* certificate.c: the file of a document, and what Coq says to it. */
#include "check/certificate/certificate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/certificate/coqc.h"
#include "check/certificate/theorems.h"

enum { REPAIRS_MAX = 8 };

struct work {
    const struct reading *reading;
    const struct source *source;
    const struct certificate_options *options;
    struct section **section;
    size_t sections;
    struct certificate *result;
    struct coqc coqc;
    const char *unanswered; /* why Coq did not say under what the lines hold; or null */
    struct arena *arena;
};

const char *proof_state_name(enum proof_state state)
{
    static const char *const name[] = {[PROOF_NONE] = "",
                                       [PROOF_PROVED] = "proved",
                                       [PROOF_REFUTED] = "refuted",
                                       [PROOF_NOT_STATED] = "not stated",
                                       [PROOF_NOT_PROVED] = "not proved",
                                       [PROOF_DISAGREES] = "disagrees"};
    return name[state];
}

/* --- the two files --- */

static const char requires[] =
    "Require Import Reals ZArith List Bool. From Coquelicot Require Import Coquelicot.\n";
static const char opens[] = "Import ListNotations.\nOpen Scope R_scope.\n";
static const char library[] =
    "From Backproof Require Import Formula Rational Slopes Claims Document.\n";

static const char trusted[] =
    "(* Written by backproof check --prove.\n"
    "   Above each theorem stands the line of the document, and how it was understood. To trust "
    "it, see that\n"
    "   its statement says the same. The definitions before the words \"The same as data\" are "
    "part of the\n"
    "   statements; all between those words and the theorems serves the proofs alone, and may be "
    "skipped.\n"
    "   \"all i = a to b, P\" is P for every whole number i from a to b; W.[i, j] is the entry i, "
    "j of W;\n"
    "   Derive f x is the derivative of f at x, a limit; \"move2 W i j t\" is W with t in the "
    "place of the\n"
    "   entry i, j. Each derivative of a symbol is shown to exist, in a theorem of its own; that f "
    "has a slope\n"
    "   where Derive f (x) stands is part of the proof alone.\n"
    "   What is trusted besides: Coq, and the axioms that it prints at the end of this file, those "
    "of the\n"
    "   real numbers. Nothing of the program that wrote it, and no computing with rounded numbers. "
    "*)\n";

static FILE *begin_text(char **text, size_t *size)
{
    FILE *out = open_memstream(text, size);
    if (!out)
        abort();
    return out;
}

static const char *end_text(struct work *k, FILE *out, char **text, const size_t *size)
{
    fclose(out);
    const char *copy = arena_text(k->arena, *text, *size);
    free(*text);
    return copy;
}

static bool is_asked(const struct section *s, bool second)
{
    for (size_t n = 0; second && n < s->lines; n++)
        if (!s->line[n].wrong && !s->line[n].exists && !s->line[n].assumes && s->line[n].found < 0)
            return true;
    return !second && s->lines;
}

static const char *question(struct work *k, bool second)
{
    char *text;
    size_t size;
    bool asked = false;
    FILE *out = begin_text(&text, &size);
    fprintf(out, "%s%s%s", requires, library, opens);
    for (size_t n = 0; n < k->sections; n++)
        if (is_asked(k->section[n], second)) {
            asked = true;
            fprintf(out, "Module asked_%d_%zu.\n", second, n + 1);
            theorems_question(k->section[n], second, out);
            fprintf(out, "End asked_%d_%zu.\n", second, n + 1);
        }
    const char *copy = end_text(k, out, &text, &size);
    return asked ? copy : NULL;
}

/* All theorems as one, so that their axioms are printed once. */
static void put_axioms(struct work *k, FILE *out)
{
    bool first = true;
    fputs("\nDefinition everything := ", out);
    for (size_t n = 0; n < k->sections; n++)
        for (size_t i = 0; i < k->section[n]->lines; i++)
            if (theorems_has(k->section[n], i)) {
                fprintf(out, "%s@part_%zu.%s%s", first ? "(" : ",\n  ", n + 1,
                        k->section[n]->line[i].name, k->section[n]->line[i].wrong ? "_fails" : "");
                first = false;
            }
    fputs(first ? "tt.\n" : ").\nPrint Assumptions everything.\n", out);
}

static bool has_theorems(const struct section *s)
{
    for (size_t n = 0; n < s->lines; n++)
        if (theorems_has(s, n))
            return true;
    return false;
}

static const char *certificate(struct work *k)
{
    char *text;
    size_t size;
    FILE *out = begin_text(&text, &size);
    fprintf(out, "%s%s%s%s", trusted, requires,
            k->options->self_contained ? coqc_library(k->arena) : library, opens);
    for (size_t n = 0; n < k->sections; n++)
        if (has_theorems(k->section[n])) {
            fprintf(out, "\nModule part_%zu.\nSection part.\n", n + 1);
            theorems_write(k->section[n], k->reading, k->source, out);
            fprintf(out, "End part.\nEnd part_%zu.\n", n + 1);
        }
    put_axioms(k, out);
    return end_text(k, out, &text, &size);
}

/* --- asking, and what is refused --- */

/* The byte of the file at which Coq's first error stands; -1 if it names none. */
static long error_at(const char *text, const char *said)
{
    const char *line = strstr(said, ".v\", line ");
    long number = line ? strtol(line + 10, NULL, 10) : 0;
    const char *at = text;
    while (at && --number > 0) {
        at = strchr(at, '\n');
        at += at != NULL;
    }
    return line && at ? (long)(at - text) : -1;
}

/* Takes out the theorem that Coq refuses, or those of a section whose formulas it refuses; false if it refuses neither,
 * or does not say where. */
static bool take_out(struct work *k, long at, const char *why)
{
    struct section *last = NULL;
    if (at < 0)
        return false;
    for (size_t n = 0; n < k->sections; n++)
        for (size_t i = 0; i < k->section[n]->lines; i++) {
            struct line *l = &k->section[n]->line[i];
            if (!theorems_has(k->section[n], i))
                continue;
            if (at < l->ends && !last)
                last = k->section[n];
            if (at < l->begins || at >= l->ends)
                continue;
            l->found = -1;
            l->point.found = false;
            l->refused = why;
            return true;
        }
    for (size_t i = 0; last && i < last->lines; i++) {
        last->line[i].found = -1;
        last->line[i].point.found = false;
        last->line[i].refused = why;
    }
    return last != NULL;
}

static const char *first_error(struct work *k, const char *said)
{
    const char *error = strstr(said, "Error:");
    error = error ? error + 6 : said;
    char *text = arena_print(k->arena, "Coq refuses it: %.160s", error);
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    return text;
}

static void ask(struct work *k, bool second)
{
    const char *said, *text = question(k, second);
    if (!text)
        return;
    if (!coqc_ask(&k->coqc, second ? "Question2" : "Question", text, &said) && !second)
        k->unanswered = *said ? first_error(k, said) : "Coq took too long, or ended without a word";
    for (size_t n = 0; said && n < k->sections; n++)
        if (is_asked(k->section[n], second))
            said = theorems_answer(k->section[n], second, said);
}

static void note_axioms(struct work *k, const char *said)
{
    const char *list = strstr(said, "Axioms:");
    const char *names = "";
    for (const char *line = list ? strchr(list, '\n') : NULL; line && line[1];
         line = strchr(line + 1, '\n')) {
        const size_t length = strcspn(line + 1, " :\n");
        if (line[1] != ' ' && length)
            names =
                arena_print(k->arena, "%s%s%.*s", names, *names ? ", " : "", (int)length, line + 1);
    }
    k->result->axioms = *names ? names : NULL;
}

static const char *prove(struct work *k)
{
    const char *text = "", *said = "";
    for (int n = 0; n < REPAIRS_MAX; n++) {
        text = certificate(k);
        /* The session does not say where an error is. */
        if ((n == 0 && coqc_ask(&k->coqc, "Certificate", text, &said)) ||
            coqc_run(&k->coqc, "Certificate", text, &said)) {
            note_axioms(k, said);
            return text;
        }
        const long at = error_at(text, said);
        if (!take_out(k, at, first_error(k, said)))
            break;
    }
    k->result->trouble = first_error(k, said);
    return text;
}

/* --- what became of each claim --- */

static enum proof_state state_of(const struct section *s, size_t n)
{
    const struct line *l = &s->line[n];
    if (theorems_has(s, n))
        return l->wrong ? PROOF_REFUTED : PROOF_PROVED;
    if (l->wrong ? l->found >= 0 : l->point.found)
        return PROOF_DISAGREES;
    return PROOF_NOT_PROVED;
}

static const char *why_of(const struct work *k, const struct section *s, size_t n)
{
    const struct line *l = &s->line[n];
    if (l->refused || k->unanswered)
        return l->refused ? l->refused : k->unanswered;
    if (l->wrong)
        return l->point.found ? NULL : "no simple point was found at which it fails";
    if (l->found >= 0)
        return "that a derivative in it exists was not shown";
    if (!l->variants)
        return "what it assumes, or what keeps it from kinks, cannot be stated";
    return "the two sides were not brought to one form";
}

/* A claim is proved if all theorems that it became are; refuted if one is. */
static void note(struct work *k, struct proof *p, enum proof_state state, const char *why,
                 const struct line *l)
{
    const bool wrong = l->wrong;
    const bool worse = wrong ? p->state == PROOF_NONE || state == PROOF_REFUTED
                             : p->state == PROOF_NONE || p->state == PROOF_PROVED;
    if (p->state == PROOF_DISAGREES || (!worse && state != PROOF_DISAGREES))
        return;
    p->state = state;
    p->why = state == PROOF_NOT_PROVED ? why : NULL;
    if (state != PROOF_PROVED && state != PROOF_REFUTED)
        p->theorem = NULL;
    else if (!p->theorem)
        p->theorem = arena_print(k->arena, "%s%s", l->name, wrong ? "_fails" : "");
}

static void note_all(struct work *k)
{
    for (size_t n = 0; n < k->sections; n++)
        for (size_t i = 0; i < k->section[n]->lines; i++) {
            const struct line *l = &k->section[n]->line[i];
            if (l->exists)
                continue;
            struct proof *p = &k->result->proof[l->claim];
            note(k, p, k->result->trouble ? PROOF_NOT_PROVED : state_of(k->section[n], i),
                 k->result->trouble ? k->result->trouble : why_of(k, k->section[n], i), l);
        }
}

static void write_output(struct work *k, const char *text)
{
    if (!k->options->output)
        return;
    FILE *out = fopen(k->options->output, "w");
    const bool put = out && fputs(text, out) >= 0;
    if (!out || fclose(out) != 0 || !put)
        k->result->unwritten = arena_print(k->arena, "%s could not be written", k->options->output);
}

struct certificate certificate_make(const struct reading *reading, const struct source *source,
                                    uint64_t seed, const struct certificate_options *options,
                                    struct arena *arena)
{
    struct certificate result = {
        .proof = arena_new(arena, (reading->model->claims + 1) * sizeof *result.proof)};
    struct warnings unheard = {.arena = arena};
    struct judging judging = judging_begin(reading->model, seed, &unheard, arena);
    struct work k = {.reading = reading,
                     .source = source,
                     .options = options,
                     .sections = reading->model->sections,
                     .result = &result,
                     .arena = arena};
    k.section = arena_new(arena, (k.sections + 1) * sizeof *k.section);
    size_t lines = 0;
    for (size_t n = 0; n < k.sections; n++) {
        k.section[n] = lines_of(reading, source, &judging, n, result.proof, arena);
        lines += k.section[n]->lines;
    }
    if (lines) {
        k.coqc = coqc_begin(arena);
        result.trouble = k.coqc.trouble;
        if (!result.trouble) {
            ask(&k, false);
            ask(&k, true);
            write_output(&k, prove(&k));
        }
        coqc_end(&k.coqc);
    }
    note_all(&k);
    judging_end(&judging);
    return result;
}

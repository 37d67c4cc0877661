/* writing.c */
#include "check/certificate/writing.h"

#include <stdlib.h>
#include <string.h>

#include "certificate_names.h"

/* What Coq, or the text around the formulas, means by a name; those of the library are drawn out of it. */
static const char *const reserved[] = {
    /* words of Coq and of its notations */
    "as", "at", "by", "cofix", "else", "end", "exists", "exists2", "fix", "for", "forall", "fun",
    "if", "in", "is", "let", "match", "mod", "of", "return", "then", "using", "where", "with",
    "all", "to", "SProp", "Prop", "Set", "Type", "Axiom", "Axioms", "Conjecture", "Definition",
    "Fixpoint", "Lemma", "Parameter", "Parameters", "Theorem", "Variable",
    /* of its library */
    "R", "Z", "Q", "nat", "list", "bool", "positive", "option", "true", "false", "tt", "pow", "exp",
    "ln", "tanh", "sqrt", "is_derive", "ex_derive", "map", "flat_map", "nth", "repeat", "snd",
    "firstn", "combine", "fst", "app", "negb", "andb", "orb", "implb", "conj", "proj1", "proj2",
    "f_equal", "eq_trans", "eq_refl", "eq_sym",
    /* of what is written: parameters and letters, which stand among names of the document */
    "t", "hot", "ix", "part", "everything", "inline", "p1", "p2", "p3", "p4", "q1", "q2", "q3",
    "q4", "i1", "i2", "i3", "i4"};

bool writing_fail(struct writing *w, const char *why)
{
    if (!w->why)
        w->why = why;
    return false;
}

void coq_text_begin(struct writing *w, struct coq_text *c)
{
    *c = (struct coq_text){.before = w->out};
    w->out = open_memstream(&c->text, &c->size);
    if (!w->out)
        abort();
}

char *coq_text_end(struct writing *w, struct coq_text *c)
{
    fclose(w->out);
    w->out = c->before;
    char *text = arena_text(w->arena, c->text, c->size);
    free(c->text);
    return text;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Letters, digits and _ alone, a letter first. */
static char *clean(struct writing *w, const char *wanted)
{
    char *name = arena_print(w->arena, "%s%s", is_letter(wanted[0]) ? "" : "v_", wanted);
    for (char *c = name; *c; c++)
        if (!is_letter(*c) && !(*c >= '0' && *c <= '9'))
            *c = '_';
    return name;
}

static bool is_reserved(const char *name)
{
    for (size_t n = 0; n < sizeof reserved / sizeof *reserved; n++)
        if (strcmp(reserved[n], name) == 0)
            return true;
    for (size_t n = 0; n < sizeof library_names / sizeof *library_names; n++)
        if (strcmp(library_names[n], name) == 0)
            return true;
    return false;
}

const char *coq_name(struct writing *w, const char *wanted)
{
    const char *base = clean(w, wanted), *name = base;
    if (is_reserved(name))
        name = base = arena_print(w->arena, "%s_", base);
    for (int n = 2; names_have(&w->taken, name); n++)
        name = arena_print(w->arena, "%s_%d", base, n);
    names_add(w->arena, &w->taken, name);
    return name;
}

const char *coq_letter(struct writing *w, const char *letter)
{
    const char *name = clean(w, letter);
    /* The letters of slopes. */
    const bool allowed = strchr("pq", name[0]) && name[1] >= '1' && name[1] <= '4';
    while (names_have(&w->taken, name) || (is_reserved(name) && !allowed))
        name = arena_print(w->arena, "%s_i", name);
    return name;
}

struct letters_in_scope coq_scope_begin(struct writing *w)
{
    struct letters_in_scope before = {.bounds = w->bounds};
    memcpy(before.bound, w->bound, sizeof before.bound);
    w->bounds = 0;
    return before;
}

void coq_scope_end(struct writing *w, const struct letters_in_scope *before)
{
    memcpy(w->bound, before->bound, sizeof w->bound);
    w->bounds = before->bounds;
}

void writing_bind(struct writing *w, const char *letter, bool parameter)
{
    if (w->bounds == BOUND_MAX) {
        writing_fail(w, "too many letters in one formula");
        return;
    }
    w->bound[w->bounds++] = (struct bound){letter, coq_letter(w, letter), parameter};
}

const struct bound *writing_bound(const struct writing *w, const struct expr *symbol)
{
    const struct expr_symbol *s = &symbol->as.symbol;
    if (symbol->kind != EXPR_SYMBOL || s->index.n || !symbol_name_is_plain(&s->name))
        return NULL;
    for (size_t n = w->bounds; n--;)
        if (strcmp(w->bound[n].letter, s->name.base) == 0)
            return &w->bound[n];
    return NULL;
}

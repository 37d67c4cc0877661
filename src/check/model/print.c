/* print.c: the tables of a model. */
#include "check/model/print.h"

#include "check/expression/walk.h"

struct printer {
    FILE *out;
    const struct model *model;
    struct arena arena; /* texts of one line */
};

static void put_bounds(FILE *out, struct bounds b)
{
    fprintf(out, "%ld..%ld%s", b.low, b.high, b.guessed || !b.known ? "?" : "");
}

static const char *kind_of(const struct symbol *s)
{
    if (s->in_definitions + s->in_claims == 0)
        return "index";
    return s->definitions ? "defined" : "free";
}

static void put_symbol(struct printer *p, unsigned id)
{
    const struct symbol *s = symbols_get(&p->model->symbols, id);
    fprintf(p->out, "symbol\t%u\t%s\t%zu\t", id, symbols_name(&p->model->symbols, id, &p->arena),
            s->arity);
    if (*s->name.letters)
        fprintf(p->out, "of %s, ", s->name.letters);
    if (s->size)
        fprintf(p->out, "size %ld\t", s->value);
    else
        fprintf(p->out, "%s%s\t", kind_of(s), s->listed ? ", listed" : "");
    for (size_t n = 0; n < s->arity; n++) {
        fputs(n ? " " : "", p->out);
        if (s->position[n].known || s->position[n].seen)
            put_bounds(p->out, s->position[n]);
        else
            fputs("-", p->out);
    }
    fputs(s->arity ? "\t" : "-\t", p->out);
    for (size_t n = 0; n < s->definitions; n++)
        fprintf(p->out, "%s%zu", n ? " " : "", s->definition[n]);
    fputs(s->definitions ? "\n" : "-\n", p->out);
}

static void put_letter(struct printer *p, const char *letter, struct bounds b, const char *why)
{
    fprintf(p->out, "letter\t%s\t", letter);
    put_bounds(p->out, b);
    fprintf(p->out, "\t%s\n", why);
}

static void put_letters(struct printer *p)
{
    const struct ranges *r = &p->model->ranges;
    for (int c = 0; c < 128; c++)
        if (r->letter[c].known)
            put_letter(p, (char[2]){(char)c, '\0'}, r->letter[c], "given");
    for (size_t n = 0; n < r->chosen.n; n++)
        put_letter(p, r->chosen.name[n], r->chosen_range[n], "chosen");
    for (size_t n = 0; n < r->assumed.n; n++)
        put_letter(p, r->assumed.name[n],
                   (struct bounds){.known = true, .low = 0, .high = DEFAULT_SIZE - 1}, "assumed");
}

static const char *text_of(struct printer *p, const struct expr *e)
{
    return e ? expr_print(&p->arena, e) : "-";
}

static void put_definition(struct printer *p, size_t n)
{
    const struct definition *d = &p->model->definition[n];
    fprintf(p->out, "definition\t%zu\t%zu\t%s = %s\t%s\t%zu\n", n, d->section, text_of(p, d->left),
            text_of(p, d->right), text_of(p, d->condition), d->claim);
}

static void put_claim(struct printer *p, size_t n)
{
    static const char *const kinds[] = {[CLAIM_DEFINITION] = "definition",
                                        [CLAIM_ASSUMPTION] = "assumption",
                                        [CLAIM_EQUATION] = "equation",
                                        [CLAIM_UPDATE] = "update",
                                        [CLAIM_UNREAD] = "unread"};
    const struct claim *c = &p->model->claim[n];
    fprintf(p->out, "claim\t%zu\t%zu\t%s\t%zu\t", n, c->section, kinds[c->kind], c->statement->at);
    if (c->kind == CLAIM_UNREAD)
        fprintf(p->out, "%s\t-\n", reason_text(&p->arena, c->reason));
    else
        fprintf(p->out, "%s %s %s\t%s\n", text_of(p, c->left), relation_text(c->statement->rel),
                text_of(p, c->right), text_of(p, c->condition));
}

void model_print(FILE *out, const struct model *m)
{
    struct printer p = {.out = out, .model = m};
    for (size_t n = 0; n < m->symbols.n; n++)
        put_symbol(&p, (unsigned)n + 1);
    put_letters(&p);
    for (size_t n = 0; n < m->definitions; n++)
        put_definition(&p, n);
    for (size_t n = 0; n < m->claims; n++)
        put_claim(&p, n);
    arena_free(&p.arena);
}

/* overall.c */
#include "check/judging/overall.h"

enum {
    WRONG_FEW = 2, /* wrong lines without a name that say nothing about a document yet */
    OPEN_FEW = 2,  /* lines that were not judged, likewise */
    RIGHT_FOR_OPEN =
        4, /* right lines that a document has at least for each open one, if it was read */
};

bool verdict_is_right(const struct verdict *v)
{
    return v->kind == VERDICT_RIGHT || v->kind == VERDICT_RIGHT_IF;
}

bool verdict_is_evidence(const struct verdict *v)
{
    return verdict_is_right(v) && !v->by_form;
}

bool verdict_is_judged(const struct verdict *v)
{
    return verdict_is_evidence(v) || v->kind == VERDICT_WRONG || v->kind == VERDICT_DEFINITION;
}

bool verdict_is_nameless(const struct verdict *v)
{
    return v->kind == VERDICT_WRONG && v->mistake == MISTAKE_NONE && !v->carried_from &&
           !v->holds_where;
}

static bool is_open(const struct verdict *v)
{
    return v->kind == VERDICT_UNREAD || v->kind == VERDICT_UNSURE || v->by_form;
}

static size_t count(const struct reading *r, bool (*is)(const struct verdict *))
{
    size_t found = 0;
    for (size_t n = 0; n < r->model->claims; n++)
        found += is(&r->verdict[n]);
    return found;
}

bool overall_many_nameless(const struct reading *r)
{
    const size_t nameless = count(r, verdict_is_nameless);
    return nameless > WRONG_FEW && nameless > count(r, verdict_is_evidence);
}

bool overall_half_read(const struct reading *r)
{
    const size_t open = count(r, is_open);
    return open > OPEN_FEW && RIGHT_FOR_OPEN * open > count(r, verdict_is_evidence);
}

bool overall_is_read(const struct reading *r, size_t n)
{
    return r->model->claim[n].left->kind == EXPR_PRIME &&
           count(r, is_open) == (size_t)is_open(&r->verdict[n]) && r->lexicon.choices.n == 0;
}

bool overall_has_answer(const struct reading *r, size_t n)
{
    const struct claim *claim = r->model->claim;
    for (size_t k = 0; k < r->model->claims; k++)
        if (verdict_is_right(&r->verdict[k]) && claim[k].section == claim[n].section &&
            claim[k].kind == CLAIM_EQUATION && expr_same(claim[k].left, claim[n].left))
            return true;
    return false;
}

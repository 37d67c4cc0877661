/* indices.c: indices and conditions on them. */
#include "check/certificate/formula.h"

void formula_index(struct writing *w, const struct expr *e)
{
    long value;
    const struct bound *bound = writing_bound(w, e);
    if (bound && !bound->parameter) {
        fputs(bound->name, w->out);
    } else if (ranges_number(w->model, e, &value)) {
        fprintf(w->out, value < 0 ? "(%ld)" : "%ld", value);
    } else if (e->kind == EXPR_ADD) {
        fputs("(", w->out);
        for (size_t n = 0; n < e->as.list.n; n++) {
            fputs(n ? " + " : "", w->out);
            formula_index(w, e->as.list.item[n]);
        }
        fputs(")", w->out);
    } else if (e->kind == EXPR_NEG) {
        fputs("(- ", w->out);
        formula_index(w, e->as.negative.operand);
        fputs(")", w->out);
    } else if (e->kind == EXPR_SYMBOL && ranges_chosen(w->model, e->as.symbol.name.base)) {
        writing_fail(w, "an index that stands for one class, whichever");
    } else {
        writing_fail(w, "an index that is not made of letters and numbers");
    }
}

bool formula_is_index(const struct writing *w, const struct expr *e)
{
    long value;
    const struct bound *bound = writing_bound(w, e);
    if (bound)
        return !bound->parameter;
    if (e->kind == EXPR_NEG)
        return formula_is_index(w, e->as.negative.operand);
    for (size_t n = 0; e->kind == EXPR_ADD && n < e->as.list.n; n++)
        if (!formula_is_index(w, e->as.list.item[n]))
            return false;
    return e->kind == EXPR_ADD || ranges_number(w->model, e, &value);
}

static void put_order(struct writing *w, const struct expr *a, const char *sign,
                      const struct expr *b, bool not )
{
    fputs(not ? "negb (" : "(", w->out);
    formula_index(w, a);
    fprintf(w->out, " %s ", sign);
    formula_index(w, b);
    fputs(")%Z", w->out);
}

static void put_member(struct writing *w, const struct expr *index, const struct expr *set)
{
    if (set->kind != EXPR_LIST) {
        put_order(w, index, "=?", set, false);
        return;
    }
    fputs("(false", w->out);
    for (size_t n = 0; n < set->as.list.n; n++) {
        fputs(" || ", w->out);
        put_order(w, index, "=?", set->as.list.item[n], false);
    }
    fputs(")", w->out);
}

static void put_comparison(struct writing *w, const struct expr *c)
{
    const struct expr *a = c->as.comparison.left, *b = c->as.comparison.right;
    if (!formula_is_index(w, a) ||
        (c->as.comparison.relation != REL_IN && !formula_is_index(w, b))) {
        writing_fail(w, "a condition that is not on indices");
        return;
    }
    switch (c->as.comparison.relation) {
    case REL_EQ:
        put_order(w, a, "=?", b, false);
        break;
    case REL_NE:
        put_order(w, a, "=?", b, true);
        break;
    case REL_LT:
        put_order(w, a, "<?", b, false);
        break;
    case REL_LE:
        put_order(w, a, "<=?", b, false);
        break;
    case REL_GT:
        put_order(w, b, "<?", a, false);
        break;
    case REL_GE:
        put_order(w, b, "<=?", a, false);
        break;
    case REL_IN:
        put_member(w, a, b);
        break;
    default:
        writing_fail(w, "a condition of an unusual kind");
    }
}

void formula_condition(struct writing *w, const struct expr *c)
{
    if (c->kind == EXPR_COMPARISON) {
        put_comparison(w, c);
        return;
    }
    if (c->kind != EXPR_AND) {
        writing_fail(w, "a condition that is not on indices");
        return;
    }
    fputs("(true", w->out);
    for (size_t n = 0; n < c->as.list.n; n++) {
        fputs(" && ", w->out);
        formula_condition(w, c->as.list.item[n]);
    }
    fputs(")", w->out);
}

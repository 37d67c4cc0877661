/* symbols.c: the table is searched from its front; documents have some tens of symbols. */
#include "check/model/symbols.h"

const struct symbol *symbols_get(const struct symbols *symbols, unsigned id)
{
    return id ? &symbols->symbol[id - 1] : NULL;
}

unsigned symbols_find(const struct symbols *symbols, const struct symbol_name *name, size_t arity)
{
    for (size_t n = 0; n < symbols->n; n++)
        if (symbols->symbol[n].arity == arity && symbol_name_same(&symbols->symbol[n].name, name))
            return (unsigned)n + 1;
    return 0;
}

void symbols_add(struct symbols *symbols, struct arena *arena, const struct symbol_name *name,
                 size_t arity)
{
    if (symbols->n == SYMBOLS_MAX || symbols_find(symbols, name, arity))
        return;
    symbols->symbol = arena_grow(arena, symbols->symbol, symbols->n, sizeof *symbols->symbol);
    struct symbol *s = &symbols->symbol[symbols->n++];
    *s = (struct symbol){.name = *name, .arity = arity, .value = NAMED_SIZE};
    s->position = arena_new(arena, (arity + 1) * sizeof *s->position);
}

const char *symbols_name(const struct symbols *symbols, unsigned id, struct arena *arena)
{
    return symbol_name_print(arena, &symbols_get(symbols, id)->name, NULL, 0);
}

struct bounds symbols_range(const struct symbol *s, size_t place)
{
    return s->position[place].known ? s->position[place]
                                    : (struct bounds){.low = 0, .high = DEFAULT_SIZE - 1};
}

bool symbols_have_entry(const struct symbol *s, const long *index)
{
    for (size_t n = 0; s->listed && n < s->literals; n++) {
        const long *one = s->literal + n * s->arity;
        size_t place = 0;
        while (place < s->arity && (one[place] == INDEX_ANY || one[place] == index[place]))
            place++;
        if (place == s->arity)
            return true;
    }
    return !s->listed;
}

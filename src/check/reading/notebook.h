/* notebook.h: the text cells of a Jupyter notebook, one after the other. */
#ifndef BACKPROOF_NOTEBOOK_H
#define BACKPROOF_NOTEBOOK_H

#include "check/reading/draft.h"

/* The number of a cell in the notebook, from 1, code cells included; the byte of the file where its text begins. */
struct cell {
    size_t number, start;
};

struct cells {
    struct cell *cell;
    size_t n;
};

/* The Markdown cells of a notebook, as text, with an empty line between them; false if it is no JSON text of
 * a notebook, with the byte where that shows. */
bool notebook_text(const char *json, size_t length, struct arena *arena, struct draft *text,
                   struct cells *cells, size_t *wrong_at);

#endif

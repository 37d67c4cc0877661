/* print.h: a model in plain text, for those who want to see what was understood (check --dump model). */
#ifndef BACKPROOF_MODEL_PRINT_H
#define BACKPROOF_MODEL_PRINT_H

#include <stdio.h>

#include "check/model/model.h"

/* Four tables, one line for each entry, columns between tabs, empty ones as "-":
 *
 *   symbol      id, name, arity, what it is, range of each index ("0..2"; "?" behind one that is not sure), numbers
 *               of its definitions; what it is: defined, free, index (of others, and nothing else), or size with its
 *               value; before it "of jk" if its letters tell it apart, behind it "listed" if only entries that stand in
 *               the document count
 *   letter      a letter with a range of its own, that range, and why: given, chosen (it stands for one value) or
 *               assumed (nobody gives it)
 *   definition  number, section, the formula, its condition, the claim it is from
 *   claim       number, section, definition | equation | update | unread, byte of the source, the formula, its
 *               condition; of an unread one the reason
 *
 * Numbers of definitions and claims count from 0, sections too. */
void model_print(FILE *out, const struct model *model);

#endif

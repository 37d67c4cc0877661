/* rewrite.h: the statements of a document with other trees. */
#ifndef BACKPROOF_REWRITE_H
#define BACKPROOF_REWRITE_H

#include "check/expression/walk.h"
#include "check/meaning/statements.h"

/* The same statements in a list of their own, which may be changed. */
struct statements *statements_copy(const struct statements *statements, struct arena *arena);

/* The statement is unread from here on, because of what stands there. */
void statement_leave(struct statement *statement, const struct expr *where, enum reason_code code);

/* Conditions and ranges are about indices, which are no symbols of the model's. */
enum rewrite_extent { REWRITE_SIDES, REWRITE_ALL };

/* New statements, in which `change` was applied from the root down (expr_rewrite): to both sides of each statement
 * that was read, or to all trees. Where a chain goes on, a left side is still the same expression as the right side
 * before it. */
struct statements *rewrite_statements(const struct statements *statements, struct arena *arena,
                                      enum rewrite_extent extent,
                                      const struct expr *(*change)(struct arena *arena,
                                                                   const struct expr *e,
                                                                   enum walk *way, void *with),
                                      void *with);

#endif

/* claims.h: sorts statements into definitions, equations and updates, section by section. */
#ifndef BACKPROOF_CLAIMS_H
#define BACKPROOF_CLAIMS_H

#include "check/expression/walk.h"
#include "check/model/model.h"

/* For model_make. Makes a claim of each statement, whose trees have ids, and the definitions and sections; counts in
 * which claims each symbol stands, and lists its definitions. */
void claims_sort(struct model *model, struct arena *arena);

/* For model_make: each side of each claim becomes what `change` makes of it (expr_rewrite), and that of the
 * definitions with it. */
void claims_rewrite(struct model *model, struct arena *arena,
                    const struct expr *(*change)(struct arena *arena, const struct expr *e,
                                                 enum walk *way, void *with),
                    void *with);

#endif

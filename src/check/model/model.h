/* model.h: what a document defines and claims, with one table of its symbols.
 *
 * Made once from the statements (model_make) and not changed afterwards. After a heading a symbol may be defined
 * anew: that opens a new section, in which the new definition holds and everything else carries over.
 */
#ifndef BACKPROOF_CHECK_MODEL_H
#define BACKPROOF_CHECK_MODEL_H

#include "check/meaning/statements.h"
#include "check/model/symbols.h"
#include "base/warnings.h"

enum claim_kind { CLAIM_DEFINITION, CLAIM_ASSUMPTION, CLAIM_EQUATION, CLAIM_UPDATE, CLAIM_UNREAD };

struct claim {
    enum claim_kind kind;
    const struct statement *statement; /* where it stands; what it says is here: */
    const struct expr *left, *right,
        *condition; /* with ids; condition may be null; of CLAIM_UNREAD all are */
    size_t section;
    struct reason reason;   /* of CLAIM_UNREAD */
    const struct expr *old; /* of CLAIM_UPDATE: the symbol before the update */
    bool
        again; /* of CLAIM_EQUATION: it gives a formula to a symbol that has one; if both differ, that is another
                 * meaning (statement->found_anew) */
    bool rival; /* of CLAIM_DEFINITION: another meaning of a symbol, with no heading between */
};

struct definition {
    const struct expr *left; /* a SYMBOL, whose indices are letters or numbers, or a CALL */
    const struct expr *right;
    const struct expr *condition; /* or null */
    size_t section, claim;
    bool rival;              /* see there */
    bool slope;              /* it gives a name to a derivative, or to a product or sum of such */
    struct names parameters; /* of a function */
};

/* The document says of labels. */
struct labels_stated {
    enum stated what;
    unsigned id; /* of the labels; 0 for those of the loss */
    size_t at;   /* byte of the source from where on it holds */
};

struct model {
    const struct statements
        *statements;     /* as the model understands them; not those it was made from */
    struct claim *claim; /* one for each statement */
    size_t claims;
    struct definition *definition; /* in the order of the document */
    size_t definitions;
    struct symbols symbols;
    size_t *section; /* where each begins: bytes of the source; that of the first is 0 */
    size_t sections;
    size_t rivals; /* definitions that are */
    struct labels_stated *stated;
    size_t n_stated;
    struct ranges ranges;
    bool sigma_is_called; /* the logistic function is used */
};

/* The model of a document, in the arena; it shares expressions and texts with the statements. What may be meant
 * otherwise is added to the warnings. */
struct model *model_make(const struct statements *statements, struct warnings *warnings,
                         struct arena *arena);

/* The definition is in force in a section. Where a symbol has two meanings, a section's number plus that of all sections
 * means the section with the older one: as if nothing that is a rival stood in the document. Plus twice that number it
 * means the section as the chain rule sees it: names of slopes alone are defined, and all others are functions that nobody
 * knows (struct symbol, chain). */
bool model_in_force(const struct model *model, const struct definition *definition, size_t section);

/* The section as the chain rule sees it, by its number; and whether a number is one of those. */
size_t model_chain_view(const struct model *model, size_t section);
bool model_is_chain_view(const struct model *model, size_t section);

/* The last definition of a function up to a section, or null. */
const struct definition *model_function(const struct model *model, const char *name,
                                        size_t section);

/* The expression with the ids of its symbols; a symbol that the document does not have keeps 0. */
const struct expr *model_number(const struct model *model, struct arena *arena,
                                const struct expr *e);

#endif

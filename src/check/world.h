/* world.h: one point: numbers for all free variables, everything else computed from the definitions.
 *
 * All values are balls of real numbers (Arb): the true value lies in the ball. Free variables are drawn
 * as decimals with two places, so that a reader can do the sum again.
 */
#ifndef BACKPROOF_WORLD_H
#define BACKPROOF_WORLD_H

#include <stdint.h>

#include <arb.h>

#include "model.h"

enum { ARITY_MAX = 4, STEPS_MAX = 3000000 };

/* A value, and its derivative along the direction asked for. */
struct value {
    arb_t v, d;
};

/* An entry of a symbol, such as W_12; id 0 stands for none. */
struct entry {
    unsigned id;
    long index[ARITY_MAX];
};

/* What free variables are drawn from: all signs; above 0; between 0 and 1. */
enum draw { DRAW_ANY, DRAW_POSITIVE, DRAW_UNIT, DRAWS };

/* What is taken for granted about a vector of labels. */
enum assumption { ASSUME_NOTHING, ASSUME_SUM_ONE, ASSUME_ONE_HOT, ASSUME_BINARY };

/* A mistake made on purpose when differentiating, to see what it would give. */
enum slip {
    SLIP_NONE,
    SLIP_NO_SIGMA_PRIME,   /* f' = 1 */
    SLIP_SIGMA_PRIME_OF_H, /* f'(f(z)) for f'(z) */
    SLIP_DIAGONAL          /* of O_k by X_j: only j = k */
};

/* A wrong line of the document that is taken for true: d left / d by is right. */
struct belief {
    const struct node *derivative, *right;
    size_t section;
};

struct world {
    const struct model *model;
    size_t section;
    size_t line;    /* number of the claim; numbers given later are not in force */
    long precision; /* bits */
    uint64_t seed;
    enum draw draw;
    enum assumption assumption;
    unsigned label; /* id of the vector the assumption is about */
    long hot;       /* the entry that is 1 */
    enum slip slip;
    const struct belief *belief;  /* or null */
    const struct binding *outer;  /* indices of the line that is judged, for a belief */
    const unsigned char *depends; /* of the section: [id * (symbols + 1) + id] */
    unsigned loss;                /* id of the section's loss, or 0 */
    unsigned rate;                /* id of the learning rate, or 0 */

    struct memo *memo;
    struct entry *direction; /* that were asked for; number 0 is none */
    size_t directions;
    size_t steps;
    unsigned depth;
    unsigned diagonal; /* SLIP_DIAGONAL: of this symbol only the entry own counts */
    long own;
    bool listed;                    /* only entries that stand in the document have values */
    const char *trouble;            /* why there is no value, or null */
    const char *absent;             /* an entry that was asked for and stands nowhere, or null */
    const struct node *independent; /* a derivative that is 0 since nothing depends on it */
};

/* An index or a parameter with its value; the innermost comes first. */
struct binding {
    const char *name;
    long index;
    const struct value *value; /* of a parameter, or null */
    const struct binding *outer;
};

/* Everything that is not given is as at the start; world_clear is due. */
void world_init(struct world *world, const struct model *model, size_t section);
void world_clear(struct world *world);

/* Forgets all values, after a change of precision, assumption, slip or belief. */
void world_forget(struct world *world);

void value_init(struct value *value);
void value_clear(struct value *value);

/* The value of a symbol's entry along direction number `direction`; false if it has none. */
bool world_entry(struct world *world, const struct entry *entry, size_t direction,
                 struct value *value);

/* The entry was needed for something at this point. */
bool world_seen(const struct world *world, const struct entry *entry);

/* The least and the greatest index at a place below a symbol, of the entries that were needed. */
struct bounds world_span(const struct world *world, unsigned id, size_t place);

/* The number of a direction. */
size_t world_direction(struct world *world, const struct entry *entry);

/* The value of an index that stands for one value (ranges_chosen). */
long world_chosen(const struct world *world, const struct bounds *range);

/* The number drawn for a free variable, in hundredths. */
long world_hundredths(const struct world *world, const struct entry *entry);

/* Of evaluate.c: the value of a formula; false if it has none, with the reason in world->trouble. */
bool evaluate(struct world *world, const struct node *node, const struct binding *bindings,
              size_t direction, struct value *value);
bool evaluate_index(struct world *world, const struct node *node, const struct binding *bindings,
                    long *index);
/* Of functions.c: f at x and its slope there; and a function of one argument or more. */
bool functions_slope(struct world *world, const char *name, const arb_t x, arb_t f, arb_t slope);
bool functions_call(struct world *world, const char *name, const struct value *arg, size_t args,
                    struct value *value);
/* Functions of an activation's kind are those that the slips are about. */
bool functions_activation(const struct world *world, const char *name);
/* The document defines a function that has a usual meaning, and means another: any; one that may not. */
bool functions_own(struct world *world, const char *name);
bool functions_unusual(struct world *world, const char *name);
bool world_fail(struct world *world, const char *trouble);

/* A condition: 1 true, 0 false, -1 not known. */
int evaluate_condition(struct world *world, const struct node *condition,
                       const struct binding *bindings);

/* The definition of an entry with its letters bound; null if it is free. bound has ARITY_MAX places. */
const struct definition *world_definition(struct world *world, const struct entry *entry,
                                          struct binding *bound, const struct binding **bindings);

/* Of dependence.c: what depends on what in each section, for world->depends. */
unsigned char *dependence_of(const struct model *model, size_t section, struct arena *arena);

/* True if a formula depends on the symbol. */
bool dependence_formula(const struct model *model, const unsigned char *depends,
                        const struct node *node, unsigned id);

/* The scalar that everything flows into, as seen from the symbol; 0 if there is none. */
unsigned dependence_loss(const struct model *model, const unsigned char *depends, size_t section,
                         unsigned id);

#endif

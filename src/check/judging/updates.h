/* updates.h: what an update rule must come to. */
#ifndef BACKPROOF_UPDATES_H
#define BACKPROOF_UPDATES_H

#include "check/model/model.h"

/* The loss and the learning rate of an update, by their ids. */
struct update {
    unsigned loss, rate;
    const struct expr *open; /* the loss as it is written, if it is defined nowhere; else null */
    struct reason reason;    /* why one of them is not known */
};

/* Of a claim that is an update; `depends` is dependence_of for its section. */
struct update update_of(const struct model *model, const unsigned char *depends,
                        const struct claim *claim);

/* The derivative of the loss by what is updated, a symbol; and what the update must come to: the old value minus the
 * rate times that derivative. Of an update without a reason. */
const struct expr *update_slope(const struct model *model, struct arena *arena,
                                const struct update *update, const struct expr *old);
const struct expr *update_truth(const struct model *model, struct arena *arena,
                                const struct update *update, const struct expr *old,
                                const struct expr *slope);

/* One of the usual names of a learning rate. */
bool updates_rate_name(const struct symbol_name *name);

#endif

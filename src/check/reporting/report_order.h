/* report_order.h: the claims and the warnings of a document together, as they stand in it; a warning before a claim in
 * the same place.
 */
#ifndef BACKPROOF_CHECK_REPORT_ORDER_H
#define BACKPROOF_CHECK_REPORT_ORDER_H

#include <jansson.h>
#include <stdbool.h>

struct report_thing {
    const json_t *json;
    bool claim;    /* or a warning */
    size_t number; /* so that sorting keeps the order of those in one place */
};

struct report_order {
    struct report_thing *thing;
    size_t n;
};

/* Of an entry of "files"; report_order_free is due, before the file ends. */
struct report_order report_order_of(const json_t *file);
void report_order_free(const struct report_order *order);

#endif

/* report_order.c */
#include "check/reporting/report_order.h"

#include <stdlib.h>

#include "check/reporting/report_result.h"

static int by_number(json_int_t a, json_int_t b)
{
    return (a > b) - (a < b);
}

static int compare(const void *one, const void *other)
{
    const struct report_thing *a = one, *b = other;
    int order = by_number(report_number(a->json, "line"), report_number(b->json, "line"));
    order = order ? order
                  : by_number(report_number(a->json, "column"), report_number(b->json, "column"));
    order = order ? order : a->claim - b->claim;
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

struct report_order report_order_of(const json_t *file)
{
    const json_t *claims = json_object_get(file, "claims");
    const json_t *warnings = json_object_get(file, "warnings");
    struct report_order order = {NULL, 0};
    order.thing =
        report_room(json_array_size(claims) + json_array_size(warnings), sizeof *order.thing);
    size_t n;
    json_t *thing;
    json_array_foreach(claims, n, thing) order.thing[order.n++] =
        (struct report_thing){thing, true, n};
    json_array_foreach(warnings, n, thing) order.thing[order.n++] =
        (struct report_thing){thing, false, n};
    qsort(order.thing, order.n, sizeof *order.thing, compare);
    return order;
}

void report_order_free(const struct report_order *order)
{
    free(order->thing);
}

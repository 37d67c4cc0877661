/* report_gcc.c */
#include "check/reporting/report_gcc.h"

#include "check/reporting/report_claim.h"
#include "check/reporting/report_order.h"
#include "check/reporting/report_plain.h"
#include "check/reporting/report_result.h"

static const char *const levels[VERDICTS] = {[VERDICT_RIGHT_IF] = "note",
                                             [VERDICT_WRONG] = "error",
                                             [VERDICT_UNSURE] = "warning",
                                             [VERDICT_UNREAD] = "warning"};

static void write_claim(FILE *out, const json_t *claim)
{
    const char *level = levels[report_verdict(claim)];
    const char *mistake = report_string(claim, "mistake");
    report_place(out, claim);
    fprintf(out, ": %s: ", level);
    if (mistake) {
        putc('[', out);
        report_line(out, mistake);
        fputs("] ", out);
    }
    report_sentence(out, claim);
    putc('\n', out);
}

static void write_thing(FILE *out, const json_t *file, const json_t *thing, bool claim)
{
    if (claim && !levels[report_verdict(thing)])
        return;
    report_plain(out, report_name_of(file));
    putc(':', out);
    if (claim)
        write_claim(out, thing);
    else
        report_warning(out, thing);
}

void report_gcc(FILE *out, const json_t *result, const struct report_options *options)
{
    size_t n;
    json_t *file;
    (void)options;
    json_array_foreach(json_object_get(result, "files"), n, file)
    {
        const struct report_order order = report_order_of(file);
        for (size_t k = 0; k < order.n; k++)
            write_thing(out, file, order.thing[k].json, order.thing[k].claim);
        report_order_free(&order);
    }
}

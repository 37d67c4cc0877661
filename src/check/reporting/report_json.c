/* report_json.c */
#include "check/reporting/report_json.h"

#include "check/reporting/report_result.h"

void report_json(FILE *out, const json_t *result, const struct report_options *options)
{
    json_t *copy = json_deep_copy(result);
    size_t n, k;
    json_t *file, *claim;
    if (!options->show_answers)
        json_array_foreach(json_object_get(copy, "files"), n, file)
            json_array_foreach(json_object_get(file, "claims"), k, claim)
                json_object_del(claim, "answer");
    report_dump(out, copy);
}

/* table_json.c: the lines and tables of gradcheck as JSON. */
#include "program/json.h"
#include "gradcheck/table.h"

static json_t *json_other(double code, double other)
{
    const struct gradcheck_error error = gradcheck_compare(code, other);
    return json_pack("{s:o, s:o, s:o}", "value", json_double(other), "absolute_error",
                     json_double(error.absolute), "relative_error", json_double(error.relative));
}

static json_t *json_point(const struct gradcheck_result *result)
{
    const struct gradcheck_table *table = &result->worst;
    json_t *entries = json_array();
    for (int n = 0; n < table->entries; n++) {
        const struct gradcheck_entry *entry = &table->entry[n];
        json_array_append_new(entries,
                              json_pack("{s:s, s:o, s:o, s:o, s:b}", "derivative",
                                        report_name(result->equation, n).text, "code",
                                        json_double(entry->code), "central_difference",
                                        json_other(entry->code, entry->central), "complex_step",
                                        json_other(entry->code, entry->complex_step), "ok",
                                        gradcheck_entry_ok(entry)));
    }
    return json_pack("{s:I, s:o}", "number", (json_int_t)result->worst_number, "entries", entries);
}

json_t *table_json(const struct gradcheck_result *result, int count)
{
    json_t *array = json_array();
    for (int e = 0; e < count; e++) {
        const bool ok = gradcheck_ok(&result[e]);
        json_t *line = json_pack(
            "{s:s, s:s, s:I, s:{s:o, s:o}, s:b}", "label", result[e].equation->label, "derivative",
            result[e].equation->derivative, "compared", (json_int_t)result[e].entries,
            "worst_relative_error", "central_difference", json_double(result[e].worst_central),
            "complex_step", json_double(result[e].worst_complex), "ok", ok);
        if (!ok)
            json_object_set_new(line, "worst_point", json_point(&result[e]));
        json_array_append_new(array, line);
    }
    return array;
}

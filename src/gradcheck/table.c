/* table.c: lines and tables of gradcheck. */
#include "gradcheck/table.h"

#include <inttypes.h>
#include <string.h>

/* Appends _j or _ij, as many indices as the field has. */
static int add_field(char *text, size_t size, const struct gradcheck_field *field, int n)
{
    if (field->columns)
        return snprintf(text, size, "d%s_%d%d", field->name, n / field->columns,
                        n % field->columns);
    if (field->rows)
        return snprintf(text, size, "d%s_%d", field->name, n);
    return snprintf(text, size, "d%s", field->name);
}

struct report_name report_name(const struct gradcheck_equation *equation, int entry)
{
    struct report_name name;
    const int columns = gradcheck_count(equation->by);
    int length = add_field(name.text, sizeof name.text - 1, equation->of, entry / columns);
    name.text[length++] = '/';
    add_field(name.text + length, sizeof name.text - (size_t)length, equation->by, entry % columns);
    return name;
}

void table_lines(const struct gradcheck_result *result, int count, FILE *to)
{
    fprintf(to, "%70s\n", "----- worst relative error -----");
    fprintf(to, "%-5s%-15s%12s%22s%16s\n", "", "derivative", "compared", "central difference",
            "complex step");
    for (int e = 0; e < count; e++)
        fprintf(to, "%-5s%-15s%12" PRIu64 "%22.1e%16.1e   %s\n", result[e].equation->label,
                result[e].equation->derivative, result[e].entries, result[e].worst_central,
                result[e].worst_complex, gradcheck_ok(&result[e]) ? "ok" : "WRONG");
}

static int worst_entry(const struct gradcheck_table *table)
{
    int worst = 0;
    for (int n = 1; n < table->entries; n++)
        if (gradcheck_excess(&table->entry[n]) > gradcheck_excess(&table->entry[worst]))
            worst = n;
    return worst;
}

void table_whole(const struct gradcheck_result *result, FILE *to)
{
    const struct gradcheck_table *table = &result->worst;
    const int worst = worst_entry(table);
    if (table->entries == 0) {
        fprintf(to, "%s is WRONG: no point was looked at\n", result->equation->label);
        return;
    }
    const struct gradcheck_entry *at = &table->entry[worst];
    fprintf(to, "%s is WRONG, worst at point %" PRIu64 ": ", result->equation->label,
            result->worst_number);
    if (gradcheck_entry_ok(at))
        fprintf(to, "all values are 0, so nothing was checked\n");
    else
        fprintf(to, "%s is %.9g in the code, %.9g by central difference, %.9g by complex step\n",
                report_name(result->equation, worst).text, at->code, at->central, at->complex_step);
    fprintf(to, "  %-16s%17s%18s%9s%9s%18s%9s%9s\n", "", "code", "central", "abs", "rel",
            "complex step", "abs", "rel");
    for (int n = 0; n < table->entries; n++) {
        const struct gradcheck_entry *entry = &table->entry[n];
        const struct gradcheck_error central = gradcheck_compare(entry->code, entry->central);
        const struct gradcheck_error exact = gradcheck_compare(entry->code, entry->complex_step);
        fprintf(to, "%c %-16s%17.9g%18.9g%9.1e%9.1e%18.9g%9.1e%9.1e\n",
                gradcheck_entry_ok(entry) ? ' ' : '!', report_name(result->equation, n).text,
                entry->code, entry->central, central.absolute, central.relative,
                entry->complex_step, exact.absolute, exact.relative);
    }
}

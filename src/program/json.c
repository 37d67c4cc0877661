/* json.c: see json.h. */
#include "program/json.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"

json_t *json_double(double value)
{
    return isfinite(value) ? json_real(value) : json_null();
}

json_t *json_whole(uint64_t value)
{
    return json_sprintf("%" PRIu64, value);
}

json_t *json_text(const char *text)
{
    json_t *string = text ? json_string(text) : json_null();
    char *copy = string ? NULL : strdup(text);
    if (!copy)
        return string;
    for (char *c = copy; *c; c++)
        if ((unsigned char)*c >= 0x80)
            *c = '?';
    string = json_string(copy);
    free(copy);
    return string;
}

bool json_write(json_t *value, FILE *to)
{
    if (!value)
        return message_no_memory();
    char *text = json_dumps(value, JSON_INDENT(2));
    json_decref(value);
    if (!text)
        return message_no_memory();
    fprintf(to, "%s\n", text); /* the caller sees to it that the stream took it */
    free(text);
    return true;
}

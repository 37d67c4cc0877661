/* weights.c: the weights file as JSON; see weights.h. */
#include "program/weights.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "program/csv.h"
#include "program/dataset.h"
#include "program/json.h"
#include "program/json_place.h"
#include "base/message.h"
#include "program/options.h"
#include "program/weights_text.h"

static const char format_name[] = "backproof weights";

enum { VERSION = 2, FILE_MAX = 1 << 20 /* bytes; a weights file has about 2000 */ };

static json_t *print_column(const struct trained *model, int n)
{
    if (n == 2 && model->network == CLASSIFICATION)
        return json_pack("{s:s, s:[s, s, s]}", "name", model->name[n], "classes",
                         model->class_name[0], model->class_name[1], model->class_name[2]);
    return json_pack("{s:s, s:o, s:o}", "name", model->name[n], "mean", json_double(model->mean[n]),
                     "scale", json_double(model->scale[n]));
}

static json_t *print_W(const struct trained *model)
{
    json_t *matrix = json_array();
    for (int i = 0; i < 3; i++)
        json_array_append_new(matrix, json_pack("[f, f, f, f]", model->W[i][0], model->W[i][1],
                                                model->W[i][2], model->W[i][3]));
    return matrix;
}

static json_t *print_gamma(struct trained *model)
{
    json_t *matrix = json_array();
    for (int j = 0; j < 4; j++) {
        json_t *row = json_array();
        for (int k = 0; k < trained_outputs(model); k++)
            json_array_append_new(row, json_double(*trained_gamma(model, j, k)));
        json_array_append_new(matrix, row);
    }
    return matrix;
}

bool weights_print(struct trained *model, FILE *to)
{
    return json_write(
        json_pack("{s:s, s:i, s:s, s:[o, o], s:o, s:o, s:I, s:o, s:o, s:o}", "format", format_name,
                  "version", VERSION, "network", network_name(model->network), "features",
                  print_column(model, 0), print_column(model, 1), "target", print_column(model, 2),
                  "seed", json_whole(model->seed), "epochs", (json_int_t)model->epochs, "alpha",
                  json_double(model->alpha), "W", print_W(model), "gamma", print_gamma(model)),
        to);
}

/* A document that is being read. Values are named by their paths (json_place.h). */
struct reader {
    const char *file, *text;
    json_t *root;
};

/* Says what is wrong with the value at path; returns false. */
__attribute__((format(printf, 3, 4))) static bool complain(const struct reader *reader,
                                                           const char *path, const char *format,
                                                           ...)
{
    const struct json_place place = json_place(reader->text, path);
    char text[512];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    message_at(reader->file, place.line, place.column, "%s", text);
    return false;
}

/* The value at path; NULL after a message if there is none. */
static const json_t *find(const struct reader *reader, const char *path)
{
    const json_t *value = reader->root;
    for (const char *step = path; *step && value;) {
        char name[32];
        const size_t length = strcspn(step, "/");
        snprintf(name, sizeof name, "%.*s", (int)length, step);
        value = json_is_array(value) ? json_array_get(value, strtoul(name, NULL, 10))
                                     : json_object_get(value, name);
        if (!value)
            complain(reader, path, "'%s' is missing", name);
        step += length + (step[length] == '/');
    }
    return value;
}

/* The object at path has members of these names only; each name stands between two blanks. */
static bool members(const struct reader *reader, const char *path, const char *names)
{
    const json_t *object = find(reader, path);
    if (!object)
        return false;
    if (!json_is_object(object))
        return complain(reader, path, "expected an object, '{'");
    for (void *at = json_object_iter((json_t *)(uintptr_t)object); at;
         at = json_object_iter_next((json_t *)(uintptr_t)object, at)) {
        char wanted[NAME_SIZE], member[2 * NAME_SIZE];
        const char *name = json_object_iter_key(at);
        snprintf(wanted, sizeof wanted, " %s ", name);
        snprintf(member, sizeof member, "%s%s%s", path, *path ? "/" : "", name);
        if (strlen(name) + 3 > sizeof wanted || strchr(name, ' ') || !strstr(names, wanted))
            return complain(reader, member, "unknown member '%s'", quote(name).text);
    }
    return true;
}

static bool elements(const struct reader *reader, const char *path, size_t count)
{
    const json_t *array = find(reader, path);
    if (!array)
        return false;
    if (!json_is_array(array))
        return complain(reader, path, "expected an array, '['");
    return json_array_size(array) == count ||
           complain(reader, path, "expected %zu element%s, found %zu", count, count == 1 ? "" : "s",
                    json_array_size(array));
}

static bool number(const struct reader *reader, const char *path, double low, double high,
                   double *to)
{
    const json_t *value = find(reader, path);
    if (!value)
        return false;
    if (!json_is_number(value))
        return complain(reader, path, "expected a number");
    *to = json_number_value(value);
    return (*to >= low && *to <= high) ||
           complain(reader, path, "%g is out of range: %g to %g", *to, low, high);
}

static const char *string(const struct reader *reader, const char *path)
{
    const json_t *value = find(reader, path);
    if (value && !json_is_string(value))
        complain(reader, path, "expected a string");
    return json_string_value(value);
}

static bool name(const struct reader *reader, const char *path, char to[NAME_SIZE])
{
    const char *text = string(reader, path);
    if (!text)
        return false;
    const size_t length = strlen(text);
    if (length == 0)
        return complain(reader, path, "empty: expected a name");
    if (length >= NAME_SIZE)
        return complain(reader, path, "the name is too long: %d bytes at most", NAME_SIZE - 1);
    for (const char *c = text; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f)
            return complain(reader, path, "a control character in the name");
    memcpy(to, text, length + 1);
    return true;
}

static bool load_head(const struct reader *reader, struct trained *model,
                      const enum network *wanted)
{
    const json_t *version = json_object_get(reader->root, "version");
    const char *format = json_string_value(json_object_get(reader->root, "format"));
    if (!format || strcmp(format, format_name) != 0)
        return complain(reader, "format",
                        "not a file that 'backproof train --weights' has written: its format is "
                        "not '%s'",
                        format_name);
    if (json_integer_value(version) != VERSION)
        return complain(reader, "version", "this program reads versions 1 and %d only", VERSION);
    if (!members(reader, "", " format version network features target seed epochs alpha W gamma "))
        return false;
    const char *network = string(reader, "network");
    if (!network)
        return false;
    for (enum network kind = REGRESSION; kind <= CLASSIFICATION; kind++)
        if (strcmp(network, network_name(kind)) == 0) {
            model->network = kind;
            return !wanted || *wanted == kind ||
                   complain(reader, "network", "these are weights of %s, not of %s", network,
                            network_name(*wanted));
        }
    return complain(reader, "network", "expected regression or classification, found '%s'",
                    quote(network).text);
}

static bool load_column(const struct reader *reader, struct trained *model, int n)
{
    static const char *const paths[] = {"features/0", "features/1", "target"};
    const bool measured = n < 2 || model->network == REGRESSION;
    char name_at[32], mean_at[32], scale_at[32];
    snprintf(name_at, sizeof name_at, "%s/name", paths[n]);
    snprintf(mean_at, sizeof mean_at, "%s/mean", paths[n]);
    snprintf(scale_at, sizeof scale_at, "%s/scale", paths[n]);
    if (!members(reader, paths[n], measured ? " name mean scale " : " name classes ") ||
        !name(reader, name_at, model->name[n]))
        return false;
    if (trained_column(model, model->name[n]) < n)
        return complain(reader, name_at, "a second column '%s'", quote(model->name[n]).text);
    model->mean[n] = 0.0;
    model->scale[n] = 1.0;
    return !measured || (number(reader, mean_at, -NUMBER_MAX, NUMBER_MAX, &model->mean[n]) &&
                         number(reader, scale_at, SCALE_MIN, NUMBER_MAX, &model->scale[n]));
}

static bool load_classes(const struct reader *reader, struct trained *model)
{
    if (!elements(reader, "target/classes", 3))
        return false;
    while (model->classes < 3) {
        char path[32], *const class = model->class_name[model->classes];
        snprintf(path, sizeof path, "target/classes/%d", model->classes);
        if (!name(reader, path, class))
            return false;
        if (trained_class(model, class) >= 0)
            return complain(reader, path, "a second class '%s'", quote(class).text);
        model->classes++;
    }
    return true;
}

static bool load_training(const struct reader *reader, struct trained *model)
{
    const char *seed = string(reader, "seed");
    if (!seed)
        return false;
    if (!options_whole(seed, &model->seed))
        return complain(reader, "seed", "'%s' is not a whole number from 0 to %" PRIu64,
                        quote(seed).text, UINT64_MAX);
    const json_t *epochs = find(reader, "epochs");
    if (!epochs)
        return false;
    const json_int_t done = json_integer_value(epochs);
    if (!json_is_integer(epochs) || done < 0 || (uint64_t)done > EPOCHS_DONE_MAX)
        return complain(reader, "epochs", "expected a whole number from 0 to %" PRIu64,
                        EPOCHS_DONE_MAX);
    model->epochs = (uint64_t)done;
    return number(reader, "alpha", ALPHA_MIN, ALPHA_MAX, &model->alpha);
}

/* The rows of W or gamma; entry says where a number goes. */
static bool load_matrix(const struct reader *reader, const char *symbol, int rows, int columns,
                        double *entry(struct trained *model, int row, int column),
                        struct trained *model)
{
    if (!elements(reader, symbol, (size_t)rows))
        return false;
    for (int row = 0; row < rows; row++) {
        char path[32];
        snprintf(path, sizeof path, "%s/%d", symbol, row);
        if (!elements(reader, path, (size_t)columns))
            return false;
        for (int column = 0; column < columns; column++) {
            snprintf(path, sizeof path, "%s/%d/%d", symbol, row, column);
            if (!number(reader, path, -WEIGHT_MAX, WEIGHT_MAX, entry(model, row, column)))
                return false;
        }
    }
    return true;
}

static double *model_W(struct trained *model, int i, int j)
{
    return &model->W[i][j];
}

static bool load(const struct reader *reader, struct trained *model, const enum network *wanted)
{
    if (!load_head(reader, model, wanted) || !elements(reader, "features", 2))
        return false;
    for (int n = 0; n < 3; n++)
        if (!load_column(reader, model, n))
            return false;
    return (model->network == REGRESSION || load_classes(reader, model)) &&
           load_training(reader, model) && load_matrix(reader, "W", 3, 4, model_W, model) &&
           load_matrix(reader, "gamma", 4, trained_outputs(model), trained_gamma, model);
}

static bool parse(const char *file, const char *text, size_t length, struct trained *model,
                  const enum network *wanted)
{
    json_error_t error;
    struct reader reader = {file, text, json_loadb(text, length, JSON_REJECT_DUPLICATES, &error)};
    if (!reader.root) {
        message_at(file, error.line > 0 ? (size_t)error.line : 1,
                   error.column > 0 ? (size_t)error.column : 1, "not JSON: %s", error.text);
        return false;
    }
    const bool ok = load(&reader, model, wanted);
    json_decref(reader.root);
    return ok;
}

static bool load_json(struct csv *file, struct trained *model, const enum network *wanted)
{
    char *text = malloc(FILE_MAX + 1);
    if (!text)
        return message_no_memory();
    const size_t length = fread(text, 1, FILE_MAX, file->stream);
    text[length] = '\0';
    bool ok = false;
    if (ferror(file->stream))
        message_file(file->name, "cannot be read: %s", strerror(errno));
    else if (length == FILE_MAX)
        message_file(file->name, "is longer than a weights file can be, %d bytes", FILE_MAX);
    else
        ok = parse(file->name, text, length, model, wanted);
    free(text);
    return ok;
}

bool weights_load(struct trained *model, const char *path, const enum network *wanted)
{
    struct csv file;
    *model = (struct trained){.network = REGRESSION};
    bool ok = csv_open(&file, path, '\t');
    if (ok) {
        const int first = getc(file.stream);
        ungetc(first, file.stream);
        ok = first == '{' ? load_json(&file, model, wanted)
                          : weights_text_load(&file, model, wanted);
    }
    csv_close(&file);
    return ok;
}

/* weights.c: the weights file, written and read line by line in the order of weights.h. */
#include "weights.h"

#include <inttypes.h>
#include <string.h>

#include "csv.h"
#include "dataset.h"
#include "message.h"
#include "options.h"
#include "output.h"

static const char first_line[] = "backproof weights 1";

static void print(struct model *model, FILE *stream)
{
    const int numbers = model->network == REGRESSION ? 3 : 2;
    fprintf(stream, "%s\nnetwork\t%s\n", first_line, network_name(model->network));
    for (int n = 0; n < 3; n++) {
        fprintf(stream, "%s\t%s", n == 2 ? "target" : "feature", model->name[n]);
        if (n < numbers)
            fprintf(stream, "\t%.17g\t%.17g", model->mean[n], model->scale[n]);
        fprintf(stream, "\n");
    }
    for (int k = 0; k < model->classes; k++)
        fprintf(stream, "class\t%s\n", model->class_name[k]);
    fprintf(stream, "seed\t%" PRIu64 "\nepochs\t%" PRIu64 "\n", model->seed, model->epochs);
    fprintf(stream, "alpha\t%.17g\n", model->alpha);
    for (int i = 0; i < 3; i++)
        fprintf(stream, "W\t%.17g\t%.17g\t%.17g\t%.17g\n", model->W[i][0], model->W[i][1],
                model->W[i][2], model->W[i][3]);
    for (int j = 0; j < 4; j++) {
        fprintf(stream, "gamma");
        for (int k = 0; k < model_outputs(model); k++)
            fprintf(stream, "\t%.17g", *model_gamma(model, j, k));
        fprintf(stream, "\n");
    }
    fprintf(stream, "end\n");
}

bool weights_save(struct model *model, const char *path)
{
    struct output output;
    bool ok = output_begin(&output);
    if (ok) {
        print(model, output.stream);
        ok = output_write(&output, path);
    }
    output_discard(&output);
    return ok;
}

/* Reads the next line, which begins with this word and has this many fields after it. */
static bool next(struct csv *file, const char *word, size_t fields)
{
    const enum csv_state state = csv_next(file);
    if (state == CSV_END)
        message_at(file->name, file->line, 1, "the file ends before '%s'", word);
    if (state != CSV_LINE)
        return false;
    if (strcmp(file->field[0].text, word) != 0) {
        message_at(file->name, file->line, 1, "expected '%s', found '%s'", word,
                   quote(file->field[0].text).text);
        return false;
    }
    return csv_expect_fields(file, fields + 1);
}

/* A number from low to high in field n of the current line. */
static bool number(struct csv *file, size_t n, double low, double high, double *value)
{
    const struct csv_field *field = &file->field[n];
    if (!csv_number(file, field, value))
        return false;
    if (*value >= low && *value <= high)
        return true;
    message_at(file->name, file->line, field->column, "'%s' is out of range: %g to %g",
               quote(field->text).text, low, high);
    return false;
}

static bool whole(struct csv *file, const char *word, uint64_t *value)
{
    if (!next(file, word, 1))
        return false;
    if (options_whole(file->field[1].text, value))
        return true;
    message_at(file->name, file->line, file->field[1].column, "'%s' is not a whole number",
               quote(file->field[1].text).text);
    return false;
}

static bool name(struct csv *file, char to[NAME_SIZE])
{
    const struct csv_field *field = &file->field[1];
    const size_t length = strlen(field->text);
    if (length == 0 || length >= NAME_SIZE) {
        message_at(file->name, file->line, field->column,
                   length == 0 ? "empty field: expected a name" : "the name is too long");
        return false;
    }
    memcpy(to, field->text, length + 1);
    return true;
}

static bool load_head(struct csv *file, struct model *model)
{
    const enum csv_state state = csv_next(file);
    if (state == CSV_BAD)
        return false;
    if (state == CSV_END || strcmp(file->field[0].text, first_line) != 0 || file->fields != 1) {
        message_at(file->name, 1, 1, "expected '%s', found '%s'", first_line,
                   state == CSV_END ? "nothing" : quote(file->field[0].text).text);
        return false;
    }
    if (!next(file, "network", 1))
        return false;
    for (enum network kind = REGRESSION; kind <= CLASSIFICATION; kind++)
        if (strcmp(file->field[1].text, network_name(kind)) == 0) {
            model->network = kind;
            return true;
        }
    message_at(file->name, file->line, file->field[1].column,
               "expected regression or classification, found '%s'",
               quote(file->field[1].text).text);
    return false;
}

static bool load_columns(struct csv *file, struct model *model)
{
    for (int n = 0; n < 3; n++) {
        const bool measured = n < 2 || model->network == REGRESSION;
        if (!next(file, n == 2 ? "target" : "feature", measured ? 3 : 1) ||
            !name(file, model->name[n]))
            return false;
        model->mean[n] = 0.0;
        model->scale[n] = 1.0;
        if (measured && (!number(file, 2, -NUMBER_MAX, NUMBER_MAX, &model->mean[n]) ||
                         !number(file, 3, SCALE_MIN, NUMBER_MAX, &model->scale[n])))
            return false;
    }
    model->classes = 0;
    while (model->network == CLASSIFICATION && model->classes < 3) {
        char *const class = model->class_name[model->classes];
        if (!next(file, "class", 1) || !name(file, class))
            return false;
        if (model_class(model, class) >= 0) {
            message_at(file->name, file->line, file->field[1].column, "a second class '%s'",
                       quote(class).text);
            return false;
        }
        model->classes++;
    }
    return true;
}

static bool load_weights(struct csv *file, struct model *model)
{
    for (int i = 0; i < 3; i++) {
        if (!next(file, "W", 4))
            return false;
        for (size_t j = 0; j < 4; j++)
            if (!number(file, 1 + j, -WEIGHT_MAX, WEIGHT_MAX, &model->W[i][j]))
                return false;
    }
    for (int j = 0; j < 4; j++) {
        const int outputs = model_outputs(model);
        if (!next(file, "gamma", (size_t)outputs))
            return false;
        for (int k = 0; k < outputs; k++)
            if (!number(file, 1 + (size_t)k, -WEIGHT_MAX, WEIGHT_MAX, model_gamma(model, j, k)))
                return false;
    }
    return true;
}

static bool load(struct csv *file, struct model *model)
{
    if (!load_head(file, model) || !load_columns(file, model))
        return false;
    if (!whole(file, "seed", &model->seed) || !whole(file, "epochs", &model->epochs))
        return false;
    if (!next(file, "alpha", 1) || !number(file, 1, ALPHA_MIN, ALPHA_MAX, &model->alpha))
        return false;
    if (!load_weights(file, model) || !next(file, "end", 0))
        return false;
    const enum csv_state state = csv_next(file);
    if (state == CSV_LINE)
        message_at(file->name, file->line, 1, "more lines after 'end'");
    return state == CSV_END;
}

bool weights_load(struct model *model, const char *path)
{
    struct csv file;
    *model = (struct model){.network = REGRESSION};
    const bool ok = csv_open(&file, path, '\t') && load(&file, model);
    csv_close(&file);
    return ok;
}

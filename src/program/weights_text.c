/* weights_text.c: reads the weights file of version 1, line by line in the order of weights_text.h. */
#include "program/weights_text.h"

#include <inttypes.h>
#include <string.h>

#include "program/dataset.h"
#include "base/message.h"
#include "program/options.h"

static const char first_line[] = "backproof weights 1";

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

static bool whole(struct csv *file, const char *word, uint64_t most, uint64_t *value)
{
    if (!next(file, word, 1))
        return false;
    if (options_whole(file->field[1].text, value) && *value <= most)
        return true;
    message_at(file->name, file->line, file->field[1].column,
               "'%s' is not a whole number from 0 to %" PRIu64, quote(file->field[1].text).text,
               most);
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

static bool load_head(struct csv *file, struct trained *model, const enum network *wanted)
{
    const enum csv_state state = csv_next(file);
    if (state == CSV_BAD)
        return false;
    if (state == CSV_END || strcmp(file->field[0].text, first_line) != 0 || file->fields != 1) {
        message_at(file->name, 1, 1, "not a file that 'backproof train --weights' has written");
        return false;
    }
    if (!next(file, "network", 1))
        return false;
    for (enum network kind = REGRESSION; kind <= CLASSIFICATION; kind++)
        if (strcmp(file->field[1].text, network_name(kind)) == 0) {
            model->network = kind;
            if (!wanted || *wanted == kind)
                return true;
            message_at(file->name, file->line, file->field[1].column,
                       "these are weights of %s, not of %s", network_name(kind),
                       network_name(*wanted));
            return false;
        }
    message_at(file->name, file->line, file->field[1].column,
               "expected regression or classification, found '%s'",
               quote(file->field[1].text).text);
    return false;
}

static bool load_columns(struct csv *file, struct trained *model)
{
    for (int n = 0; n < 3; n++) {
        const bool measured = n < 2 || model->network == REGRESSION;
        if (!next(file, n == 2 ? "target" : "feature", measured ? 3 : 1) ||
            !name(file, model->name[n]))
            return false;
        if (trained_column(model, model->name[n]) < n) {
            message_at(file->name, file->line, file->field[1].column, "a second column '%s'",
                       quote(model->name[n]).text);
            return false;
        }
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
        if (trained_class(model, class) >= 0) {
            message_at(file->name, file->line, file->field[1].column, "a second class '%s'",
                       quote(class).text);
            return false;
        }
        model->classes++;
    }
    return true;
}

static bool load_weights(struct csv *file, struct trained *model)
{
    for (int i = 0; i < 3; i++) {
        if (!next(file, "W", 4))
            return false;
        for (size_t j = 0; j < 4; j++)
            if (!number(file, 1 + j, -WEIGHT_MAX, WEIGHT_MAX, &model->W[i][j]))
                return false;
    }
    for (int j = 0; j < 4; j++) {
        const int outputs = trained_outputs(model);
        if (!next(file, "gamma", (size_t)outputs))
            return false;
        for (int k = 0; k < outputs; k++)
            if (!number(file, 1 + (size_t)k, -WEIGHT_MAX, WEIGHT_MAX, trained_gamma(model, j, k)))
                return false;
    }
    return true;
}

bool weights_text_load(struct csv *file, struct trained *model, const enum network *wanted)
{
    if (!load_head(file, model, wanted) || !load_columns(file, model))
        return false;
    if (!whole(file, "seed", UINT64_MAX, &model->seed) ||
        !whole(file, "epochs", EPOCHS_DONE_MAX, &model->epochs))
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

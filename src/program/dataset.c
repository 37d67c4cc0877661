/* dataset.c: picks the columns of a CSV, reads its rows, standardises them. */
#include "program/dataset.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "program/builtin.h"
#include "program/csv.h"
#include "base/message.h"

/* Where the two features and the target stand in a line. */
struct pick {
    size_t width;     /* columns of the file */
    size_t index[3];  /* counted from 0 */
    size_t column[3]; /* of their names in the header, for messages */
    int wanted;       /* 3, or 2 without the target */
    bool need_target; /* else it may be missing, in the file or in a row */
};

static bool check_name(const struct csv *csv, const struct csv_field *field)
{
    double number;
    const char *wrong = NULL;
    if (*field->text == '\0')
        wrong = "the column has no name";
    else if (strlen(field->text) >= NAME_SIZE)
        wrong = "the name is too long";
    else if (!csv_parse_number(field->text, &number))
        wrong = "a number where a name belongs: the first line names the columns";
    if (wrong)
        message_at(csv->name, csv->line, field->column, "%s", wrong);
    return !wrong;
}

/* The column of this name: 1 if it is there, 0 if not, -1 after a message if it is there twice. */
static int find_name(const struct csv *csv, const char *name, size_t *index)
{
    int found = 0;
    for (size_t n = 0; n < csv->fields; n++) {
        if (strcmp(csv->field[n].text, name) != 0)
            continue;
        if (found) {
            message_at(csv->name, csv->line, csv->field[n].column, "a second column named '%s'",
                       quote(name).text);
            return -1;
        }
        found = 1;
        *index = n;
    }
    return found;
}

/* The last three columns; their names go into the model. */
static bool pick_last(const struct csv *csv, struct trained *model, struct pick *pick)
{
    if (csv->fields < 3) {
        message_at(csv->name, csv->line, csv->end,
                   "expected at least 3 columns (two features, then the target), found %zu%s",
                   csv->fields, csv_hint(csv->field[0].text));
        return false;
    }
    pick->wanted = 3;
    for (size_t n = 0; n < 3; n++) {
        size_t index = csv->fields - 3 + n;
        const struct csv_field *field = &csv->field[index];
        if (!check_name(csv, field) || find_name(csv, field->text, &index) < 0)
            return false;
        pick->index[n] = index;
        pick->column[n] = field->column;
        memcpy(model->name[n], field->text, strlen(field->text) + 1);
    }
    return true;
}

/* The first hint that a field of the line gives. */
static const char *line_hint(const struct csv *csv)
{
    const char *hint = "";
    for (size_t n = 0; n < csv->fields && !*hint; n++)
        hint = csv_hint(csv->field[n].text);
    return hint;
}

/* The columns that have the model's names. */
static bool pick_named(const struct csv *csv, const struct trained *model, struct pick *pick)
{
    pick->wanted = 3;
    for (int n = 0; n < 3; n++) {
        const int found = find_name(csv, model->name[n], &pick->index[n]);
        if (found < 0)
            return false;
        if (found == 0 && n == 2 && !pick->need_target) {
            pick->wanted = 2;
        } else if (found == 0) {
            message_at(csv->name, csv->line, csv->end, "no column named '%s'%s",
                       quote(model->name[n]).text, line_hint(csv));
            return false;
        } else {
            pick->column[n] = csv->field[pick->index[n]].column;
        }
    }
    return true;
}

static bool read_number(const struct csv *csv, const struct csv_field *field, double *number)
{
    if (!csv_number(csv, field, number))
        return false;
    if (!(fabs(*number) <= NUMBER_MAX)) {
        message_at(csv->name, csv->line, field->column, "'%s' is out of range: at most %g",
                   quote(field->text).text, NUMBER_MAX);
        return false;
    }
    return true;
}

/* The class of a row; a new model learns the first three names. */
static bool read_class(const struct csv *csv, const struct csv_field *field, struct trained *learn,
                       const struct trained *model, int *class)
{
    const char *name = field->text;
    *class = trained_class(model, name);
    if (*class >= 0)
        return true;
    if (*name == '\0') {
        message_at(csv->name, csv->line, field->column, "empty field: expected a class");
        return false;
    }
    if (strlen(name) >= NAME_SIZE) {
        message_at(csv->name, csv->line, field->column, "the class name is too long");
        return false;
    }
    if (learn && learn->classes < 3) {
        *class = learn->classes++;
        memcpy(learn->class_name[*class], name, strlen(name) + 1);
        return true;
    }
    message_at(csv->name, csv->line, field->column,
               "%s class '%s': the three are '%s', '%s', '%s'%s", learn ? "a fourth" : "unknown",
               quote(name).text, quote(model->class_name[0]).text, quote(model->class_name[1]).text,
               quote(model->class_name[2]).text, csv_hint(name));
    return false;
}

static void standardise(struct observation *row, const struct trained *model)
{
    row->I[0] = 1.0;
    row->I[1] = (row->raw[0] - model->mean[0]) / model->scale[0];
    row->I[2] = (row->raw[1] - model->mean[1]) / model->scale[1];
    row->y = (row->raw[2] - model->mean[2]) / model->scale[2];
}

/* A target that was not measured, as R writes it; a class of that name would be one. */
static bool is_unknown(const struct csv_field *field, const struct trained *model)
{
    return (*field->text == '\0' || strcmp(field->text, "NA") == 0) &&
           trained_class(model, field->text) < 0;
}

static bool read_row(const struct csv *csv, const struct pick *pick, struct trained *learn,
                     const struct trained *model, struct observation *row)
{
    *row = (struct observation){.class = -1, .measured = pick->wanted == 3};
    if (!csv_expect_fields(csv, pick->width))
        return false;
    for (int n = 0; n < pick->wanted; n++) {
        const struct csv_field *field = &csv->field[pick->index[n]];
        if (n == 2 && !pick->need_target && is_unknown(field, model)) {
            row->raw[2] = model->mean[2]; /* nothing looks at it */
            row->measured = false;
            continue;
        }
        if (n == 2 && model->network == CLASSIFICATION) {
            if (!read_class(csv, field, learn, model, &row->class))
                return false;
        } else if (!read_number(csv, field, &row->raw[n])) {
            return false;
        }
    }
    if (learn)
        return true; /* means and scales are known only at the end */
    standardise(row, model);
    const double standardised[3] = {row->I[1], row->I[2], row->y};
    for (int n = 0; n < pick->wanted; n++)
        if (!(fabs(standardised[n]) <= NUMBER_MAX)) {
            message_at(csv->name, csv->line, csv->field[pick->index[n]].column,
                       "too far from the data that the network was trained on");
            return false;
        }
    return true;
}

/* Mean and population standard deviation of one column; false if it does not vary. The deviations
 * are divided by the largest before they are squared, so that nothing over- or underflows. */
static bool measure_column(const struct dataset *data, int n, double *mean, double *scale)
{
    const double rows = (double)data->rows;
    double sum = 0.0, largest = 0.0, squares = 0.0;
    bool varies = false;
    for (size_t r = 0; r < data->rows; r++) {
        sum += data->row[r].raw[n];
        varies = varies || data->row[r].raw[n] < data->row[0].raw[n] ||
                 data->row[r].raw[n] > data->row[0].raw[n];
    }
    *mean = sum / rows;
    for (size_t r = 0; r < data->rows; r++)
        largest = fmax(largest, fabs(data->row[r].raw[n] - *mean));
    for (size_t r = 0; r < data->rows; r++) {
        const double deviation = (data->row[r].raw[n] - *mean) / largest;
        squares += deviation * deviation;
    }
    *scale = largest * sqrt(squares / rows);
    return varies && *scale >= SCALE_MIN;
}

static bool is_constant(const struct dataset *data, const struct pick *pick,
                        const struct trained *model, int n)
{
    message_at(data->name, 1, pick->column[n], "the %s '%s' is constant",
               n == 2 ? "target" : "feature", quote(model->name[n]).text);
    return false;
}

/* What can be said of a new model's data only when all rows are read. */
static bool learn_scales(struct dataset *data, const struct pick *pick, struct trained *learn)
{
    const int numbers = learn->network == REGRESSION ? 3 : 2;
    learn->mean[2] = 0.0;
    learn->scale[2] = 1.0;
    for (int n = 0; n < numbers; n++)
        if (!measure_column(data, n, &learn->mean[n], &learn->scale[n]))
            return is_constant(data, pick, learn, n);
    if (learn->network == CLASSIFICATION && learn->classes < 3) {
        message_at(data->name, 1, pick->column[2], "expected 3 classes in '%s', found %d",
                   quote(learn->name[2]).text, learn->classes);
        return false;
    }
    for (size_t r = 0; r < data->rows; r++)
        standardise(&data->row[r], learn);
    return true;
}

static struct observation *new_row(struct dataset *data)
{
    if (data->rows == data->size) {
        const size_t size = data->size ? 2 * data->size : 64;
        struct observation *row = realloc(data->row, size * sizeof *row);
        if (!row) {
            message_no_memory();
            return NULL;
        }
        data->row = row;
        data->size = size;
    }
    return &data->row[data->rows++];
}

/* learn is the model if it is new, else NULL. */
static bool read_rows(struct csv *csv, struct dataset *data, const struct pick *pick,
                      struct trained *learn, const struct trained *model)
{
    enum csv_state state;
    while ((state = csv_next(csv)) == CSV_LINE) {
        struct observation *row = new_row(data);
        if (!row || !read_row(csv, pick, learn, model, row))
            return false;
    }
    if (state == CSV_END && data->rows == 0)
        message_at(csv->name, 2, 1, "no rows after the header");
    if (state == CSV_BAD || data->rows == 0)
        return false;
    data->measured = pick->wanted == 3;
    if (learn)
        return learn_scales(data, pick, learn);
    double mean, scale;
    if (pick->need_target && model->network == REGRESSION &&
        !measure_column(data, 2, &mean, &scale))
        return is_constant(data, pick, model, 2);
    return true;
}

static bool read_all(struct csv *csv, struct dataset *data, struct trained *learn,
                     const struct trained *model, bool need_target)
{
    struct pick pick = {.need_target = need_target};
    const enum csv_state state = csv_next(csv);
    if (state == CSV_END)
        message_at(csv->name, 1, 1, "the file is empty: expected a line of column names");
    if (state != CSV_LINE)
        return false;
    pick.width = csv->fields;
    if (!(learn ? pick_last(csv, learn, &pick) : pick_named(csv, model, &pick)))
        return false;
    return read_rows(csv, data, &pick, learn, model);
}

static bool read_path(struct dataset *data, struct trained *learn, const struct trained *model,
                      const char *path, bool need_target)
{
    struct csv csv;
    bool ok = true;
    *data = (struct dataset){.name = path ? path : builtin_name(model->network)};
    if (path)
        ok = csv_open(&csv, path, ',');
    else
        csv_open_text(&csv, data->name, builtin_data(model->network));
    ok = ok && read_all(&csv, data, learn, model, need_target);
    data->name = csv.name;
    csv_close(&csv);
    return ok;
}

bool dataset_read_new(struct dataset *data, struct trained *model, const char *path)
{
    model->classes = 0;
    return read_path(data, model, model, path, true);
}

bool dataset_read(struct dataset *data, const struct trained *model, const char *path,
                  bool need_target)
{
    return read_path(data, NULL, model, path, need_target);
}

void dataset_keep_measured(struct dataset *data)
{
    size_t kept = 0;
    for (size_t r = 0; r < data->rows; r++)
        if (data->row[r].measured)
            data->row[kept++] = data->row[r];
    data->rows = kept;
}

void dataset_free(struct dataset *data)
{
    free(data->row);
    *data = (struct dataset){.name = data->name};
}

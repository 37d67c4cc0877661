/* gradcheck.c: central differences, complex steps and their comparison, for any equation.
 * What the equations are stands in check_regression.c and check_classification.c.
 */
#include "gradcheck/gradcheck.h"

#include <complex.h>
#include <math.h>
#include <string.h>
#undef I

double gradcheck_draw(struct random *random)
{
    const double x = random_uniform(random, -1.9, 1.9);
    return x + (x < 0.0 ? -0.1 : 0.1);
}

int gradcheck_count(const struct gradcheck_field *field)
{
    return (field->rows ? field->rows : 1) * (field->columns ? field->columns : 1);
}

struct gradcheck_error gradcheck_compare(double code, double other)
{
    struct gradcheck_error error;
    error.absolute = fabs(code - other);
    error.relative = error.absolute / fmax(fmax(fabs(code), fabs(other)), GRADCHECK_FLOOR);
    return error;
}

double gradcheck_excess(const struct gradcheck_entry *entry)
{
    const double central =
        gradcheck_compare(entry->code, entry->central).relative / GRADCHECK_CENTRAL_TOLERANCE;
    const double complex_step =
        gradcheck_compare(entry->code, entry->complex_step).relative / GRADCHECK_COMPLEX_TOLERANCE;
    if (isnan(central) || isnan(complex_step))
        return (double)INFINITY;
    return fmax(central, complex_step);
}

bool gradcheck_entry_ok(const struct gradcheck_entry *entry)
{
    return gradcheck_excess(entry) <= 1.0;
}

double gradcheck_table_excess(const struct gradcheck_table *table)
{
    double worst = 0.0, code = 0.0, central = 0.0, complex_step = 0.0;
    for (int n = 0; n < table->entries; n++) {
        const struct gradcheck_entry *entry = &table->entry[n];
        worst = fmax(worst, gradcheck_excess(entry));
        code = fmax(code, fabs(entry->code));
        central = fmax(central, fabs(entry->central));
        complex_step = fmax(complex_step, fabs(entry->complex_step));
    }
    return code > 0.0 && central > 0.0 && complex_step > 0.0 ? worst : (double)INFINITY;
}

/* Moves one number of the point by h both ways and divides the change of `of` by 2h. */
static void central_difference(const struct gradcheck_network *network,
                               const struct gradcheck_equation *equation, const double *point,
                               int by, double *column)
{
    const int variable = equation->by->first + by, count = gradcheck_count(equation->of);
    const size_t size = (size_t)network->numbers * sizeof(double);
    const double x = point[variable];
    const double h = GRADCHECK_CENTRAL_STEP * (equation->relative_step ? fabs(x) : 1.0);
    double above[GRADCHECK_NUMBERS], below[GRADCHECK_NUMBERS];
    memcpy(above, point, size);
    memcpy(below, point, size);
    above[variable] = x + h;
    below[variable] = x - h;
    const double distance = above[variable] - below[variable]; /* 2h as the doubles have it */
    equation->forward(above);
    equation->forward(below);
    for (int of = 0; of < count; of++)
        column[of] = (above[equation->of->first + of] - below[equation->of->first + of]) / distance;
}

/* Moves one number of the point by ih and divides the imaginary part of `of` by h. */
static void complex_difference(const struct gradcheck_network *network,
                               const struct gradcheck_equation *equation, const double *point,
                               int by, double *column)
{
    const int count = gradcheck_count(equation->of);
    double complex moved[GRADCHECK_NUMBERS];
    for (int n = 0; n < network->numbers; n++)
        moved[n] = point[n];
    moved[equation->by->first + by] += GRADCHECK_COMPLEX_STEP * _Complex_I;
    equation->exact(moved);
    for (int of = 0; of < count; of++)
        column[of] = cimag(moved[equation->of->first + of]) / GRADCHECK_COMPLEX_STEP;
}

void gradcheck_evaluate(const struct gradcheck_network *network,
                        const struct gradcheck_equation *equation, const void *point,
                        struct gradcheck_table *table)
{
    const int rows = gradcheck_count(equation->of), columns = gradcheck_count(equation->by);
    double here[GRADCHECK_NUMBERS], value[GRADCHECK_ENTRIES];
    double central[GRADCHECK_ENTRIES], complex_step[GRADCHECK_ENTRIES];
    memcpy(here, point, (size_t)network->numbers * sizeof(double));
    equation->value(here, value);
    table->entries = rows * columns;
    for (int by = 0; by < columns; by++) {
        central_difference(network, equation, point, by, central);
        complex_difference(network, equation, point, by, complex_step);
        for (int of = 0; of < rows; of++)
            table->entry[of * columns + by] =
                (struct gradcheck_entry){value[of * columns + by], central[of], complex_step[of]};
    }
}

struct gradcheck_result gradcheck_begin(const struct gradcheck_equation *equation)
{
    return (struct gradcheck_result){.equation = equation, .worst_excess = -1.0};
}

/* The larger of the two, and NaN for good once there is one. */
static double worse(double so_far, double error)
{
    return isnan(so_far) || so_far > error ? so_far : error;
}

void gradcheck_add(struct gradcheck_result *result, const struct gradcheck_table *table)
{
    const double excess = gradcheck_table_excess(table);
    for (int n = 0; n < table->entries; n++) {
        const struct gradcheck_entry *entry = &table->entry[n];
        const double central = gradcheck_compare(entry->code, entry->central).relative;
        const double complex_step = gradcheck_compare(entry->code, entry->complex_step).relative;
        result->worst_central = worse(result->worst_central, central);
        result->worst_complex = worse(result->worst_complex, complex_step);
    }
    result->points++;
    result->entries += (uint64_t)table->entries;
    if (excess > result->worst_excess) {
        result->worst_excess = excess;
        result->worst_number = result->points;
        result->worst = *table;
    }
}

bool gradcheck_ok(const struct gradcheck_result *result)
{
    return result->points > 0 && result->worst_excess <= 1.0;
}

bool gradcheck_run(const struct gradcheck_network *network, uint64_t points, uint64_t seed,
                   struct gradcheck_result *result)
{
    struct random random = random_stream(seed, 0);
    double point[GRADCHECK_NUMBERS];
    struct gradcheck_table table;
    bool ok = points > 0;
    for (int e = 0; e < network->equations; e++)
        result[e] = gradcheck_begin(&network->equation[e]);
    for (uint64_t p = 0; p < points; p++) {
        network->draw(&random, point);
        for (int e = 0; e < network->equations; e++) {
            gradcheck_evaluate(network, &network->equation[e], point, &table);
            gradcheck_add(&result[e], &table);
        }
    }
    for (int e = 0; e < network->equations; e++)
        ok = ok && gradcheck_ok(&result[e]);
    return ok;
}

/* data_v_curve.c: how wrong the two numerical derivatives are, for steps h from 1e-12 to 1e-1.
 *
 * The functions moved and the point are those of the gradient check; only its h is not fixed here. An
 * error is taken as there (gradcheck_compare), the largest over all weights W_ij.
 */
#include "data.h"

#include <complex.h>
#include <math.h>
#include <string.h>
#undef I

#include "gradcheck/gradcheck.h"

enum { DECADES = 11, PER_DECADE = 8, STEPS = DECADES * PER_DECADE + 1 };

struct errors {
    double h, central, complex_step;
};

static const struct gradcheck_equation *find(const struct gradcheck_network *network,
                                             const char *label)
{
    for (int e = 0; e < network->equations; e++)
        if (strcmp(network->equation[e].label, label) == 0)
            return &network->equation[e];
    data_fail("gradcheck has no such equation", label);
}

static double central(const struct gradcheck_network *network,
                      const struct gradcheck_equation *equation, const double *point, int variable,
                      double h)
{
    double above[GRADCHECK_NUMBERS], below[GRADCHECK_NUMBERS];
    memcpy(above, point, (size_t)network->numbers * sizeof *point);
    memcpy(below, point, (size_t)network->numbers * sizeof *point);
    above[variable] += h;
    below[variable] -= h;
    equation->forward(above);
    equation->forward(below);
    const int loss = equation->of->first;
    return (above[loss] - below[loss]) / (above[variable] - below[variable]);
}

static double complex_step(const struct gradcheck_network *network,
                           const struct gradcheck_equation *equation, const double *point,
                           int variable, double h)
{
    double complex moved[GRADCHECK_NUMBERS];
    for (int n = 0; n < network->numbers; n++)
        moved[n] = point[n];
    moved[variable] += h * _Complex_I;
    equation->exact(moved);
    return cimag(moved[equation->of->first]) / h;
}

static struct errors errors_at(const struct gradcheck_network *network,
                               const struct gradcheck_equation *equation, const double *point,
                               double h)
{
    double value[GRADCHECK_ENTRIES], here[GRADCHECK_NUMBERS];
    struct errors worst = {.h = h};
    memcpy(here, point, (size_t)network->numbers * sizeof *point);
    equation->value(here, value);
    for (int n = 0; n < gradcheck_count(equation->by); n++) {
        const int variable = equation->by->first + n;
        const double c = central(network, equation, point, variable, h);
        const double x = complex_step(network, equation, point, variable, h);
        worst.central = fmax(worst.central, gradcheck_compare(value[n], c).relative);
        worst.complex_step = fmax(worst.complex_step, gradcheck_compare(value[n], x).relative);
    }
    return worst;
}

/* The two slopes as guides: h^2 through the error at h = 0.01, where truncation is all, and 1/h above
 * all errors below h = 1e-8, where rounding is all. */
static void write_network(FILE *table, const struct gradcheck_network *network, const char *label)
{
    const struct gradcheck_equation *equation = find(network, label);
    struct random random = random_stream(1, 0);
    double point[GRADCHECK_NUMBERS], rounding = 0.0;
    struct errors errors[STEPS];
    network->draw(&random, point);
    for (int n = 0; n < STEPS; n++) {
        errors[n] = errors_at(network, equation, point, pow(10.0, -12.0 + (double)n / PER_DECADE));
        if (errors[n].h < 1e-8)
            rounding = fmax(rounding, errors[n].central * errors[n].h);
    }
    const double truncation = errors_at(network, equation, point, 0.01).central / 1e-4;
    for (int n = 0; n < STEPS; n++) {
        const struct errors *e = &errors[n];
        if (!(e->central > 0.0 && e->complex_step > 0.0))
            data_fail("an error of 0 has no place on a logarithmic axis", network->name);
        fprintf(table, "%s\t%.5g\t%.4g\t%.4g\t%.4g\t%.4g\t%g\t%g\n", network->name, e->h,
                e->central, e->complex_step, truncation * e->h * e->h, rounding / e->h,
                GRADCHECK_CENTRAL_STEP, GRADCHECK_CENTRAL_TOLERANCE);
    }
}

void write_v_curve(const char *directory)
{
    FILE *table = table_open(directory, "v_curve.tsv",
                             "network\th\tcentral\tcomplex_step\ttruncation\trounding\tcheck_h"
                             "\tcheck_tolerance");
    write_network(table, &gradcheck_regression, "R10");
    write_network(table, &gradcheck_classification, "C13");
    table_close(table, "v_curve.tsv");
}

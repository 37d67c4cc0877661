/* test_gradcheck.c: the derivatives R4-R6, R8-R10, C5-C9, C11-C13, every entry at random points; and
 * that the check itself sees what is wrong.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gradcheck/gradcheck.h"
#include "gradcheck/table.h"

static const struct gradcheck_network *const networks[] = {&gradcheck_regression,
                                                           &gradcheck_classification};

/* What the report says, to be freed. */
static char *reported(const struct gradcheck_result *result)
{
    char *text = NULL;
    size_t size;
    FILE *to = open_memstream(&text, &size);
    cr_assert(to, "no memory");
    table_lines(result, 1, to);
    if (!gradcheck_ok(result))
        table_whole(result, to);
    fclose(to);
    return text;
}

static void expect_right(const struct gradcheck_network *network, const char *label)
{
    struct gradcheck_result result[8];
    int found = 0;
    gradcheck_run(network, 500, 11, result);
    for (int e = 0; e < network->equations; e++) {
        if (strcmp(result[e].equation->label, label) != 0)
            continue;
        char *text = reported(&result[e]);
        cr_expect(gradcheck_ok(&result[e]), "%s: %s", label, text);
        cr_expect(result[e].points == 500 && result[e].entries > 0, "%s: nothing done", label);
        cr_expect(result[e].worst_central <= 1e-6, "%s: off by %g from the central difference",
                  label, result[e].worst_central);
        cr_expect(result[e].worst_complex <= 1e-10, "%s: off by %g from the complex step", label,
                  result[e].worst_complex);
        free(text);
        found++;
    }
    cr_assert(found == 1, "%s: there are %d such equations", label, found);
}

Test(gradcheck, R4)
{
    expect_right(&gradcheck_regression, "R4");
}

Test(gradcheck, R5)
{
    expect_right(&gradcheck_regression, "R5");
}

Test(gradcheck, R6)
{
    expect_right(&gradcheck_regression, "R6");
}

Test(gradcheck, R8)
{
    expect_right(&gradcheck_regression, "R8");
}

Test(gradcheck, R9)
{
    expect_right(&gradcheck_regression, "R9");
}

Test(gradcheck, R10)
{
    expect_right(&gradcheck_regression, "R10");
}

Test(gradcheck, C5)
{
    expect_right(&gradcheck_classification, "C5");
}

Test(gradcheck, C6)
{
    expect_right(&gradcheck_classification, "C6");
}

Test(gradcheck, C7)
{
    expect_right(&gradcheck_classification, "C7");
}

Test(gradcheck, C8)
{
    expect_right(&gradcheck_classification, "C8");
}

Test(gradcheck, C9)
{
    expect_right(&gradcheck_classification, "C9");
}

Test(gradcheck, C11)
{
    expect_right(&gradcheck_classification, "C11");
}

Test(gradcheck, C12)
{
    expect_right(&gradcheck_classification, "C12");
}

Test(gradcheck, C13)
{
    expect_right(&gradcheck_classification, "C13");
}

/* The points that a whole run compares: every pair of a quantity and a variable, none left out. */
Test(gradcheck, visits_every_entry)
{
    static const char *const expected[] = {"R4 1 R5 4 R6 4 R8 4 R9 48 R10 12 ",
                                           "C5 3 C6 9 C7 3 C8 36 C9 12 C11 12 C12 48 C13 12 "};
    for (int n = 0; n < 2; n++) {
        struct gradcheck_result result[8];
        char text[128] = "";
        gradcheck_run(networks[n], 1, 1, result);
        for (int e = 0; e < networks[n]->equations; e++)
            snprintf(text + strlen(text), sizeof text - strlen(text), "%s %d ",
                     result[e].equation->label, (int)result[e].entries);
        cr_expect(strcmp(text, expected[n]) == 0, "%s: %s", networks[n]->name, text);
    }
}

/* Points in general position: no input and no weight is 0, no two are equal. */
Test(gradcheck, points_are_in_general_position)
{
    for (int n = 0; n < 2; n++) {
        struct random random = random_stream(9, 0);
        for (int p = 0; p < 200; p++) {
            double point[GRADCHECK_NUMBERS];
            networks[n]->draw(&random, point);
            for (int a = 0; a < 15; a++) { /* I and W come first */
                cr_expect(fabs(point[a]) >= 0.1 && fabs(point[a]) <= 2.0, "%s: %g",
                          networks[n]->name, point[a]);
                for (int b = 0; b < a; b++)
                    cr_expect(point[a] != point[b], "%s: two are equal", networks[n]->name);
            }
        }
    }
}

/* C7, C9 and C13 need labels that sum to 1; some are one-hot, some are not. */
Test(gradcheck, C7_labels_sum_to_1)
{
    struct random random = random_stream(9, 0);
    int one_hot[3] = {0, 0, 0}, soft = 0;
    for (int p = 0; p < 200; p++) {
        double point[GRADCHECK_NUMBERS], value[GRADCHECK_ENTRIES], l[3];
        gradcheck_classification.draw(&random, point);
        gradcheck_classification.equation[0].value(point, value); /* C5: -l_k / O_k */
        for (int k = 0; k < 3; k++) {
            l[k] = -value[k] * point[gradcheck_classification.equation[0].by->first + k];
            if (l[k] > 0.999)
                one_hot[k]++;
        }
        cr_expect(fabs(l[0] + l[1] + l[2] - 1.0) <= 0x1p-50, "point %d: not 1", p);
        if (l[0] > 0.0 && l[1] > 0.0 && l[2] > 0.0)
            soft++;
    }
    cr_expect(soft > 60 && one_hot[0] > 15 && one_hot[1] > 15 && one_hot[2] > 15,
              "soft %d, classes %d, %d, %d", soft, one_hot[0], one_hot[1], one_hot[2]);
}

/* Faults put into each entry of each equation, one at a time. */
enum fault { OFF, SIGN, NOT_A_NUMBER, NUMERICAL_NAN, COMPLEX_NAN, FAULTS };

static void spoil(struct gradcheck_entry *entry, enum fault fault)
{
    if (fault == OFF)
        entry->code += 1e-5;
    else if (fault == SIGN)
        entry->code = fabs(entry->code) > 1e-6 ? -entry->code : 1.0;
    else if (fault == NOT_A_NUMBER)
        entry->code = (double)NAN;
    else if (fault == NUMERICAL_NAN)
        entry->central = (double)NAN;
    else
        entry->complex_step = (double)NAN;
}

static void expect_seen(const struct gradcheck_equation *equation,
                        const struct gradcheck_table *right, int entry, enum fault fault)
{
    struct gradcheck_result result = gradcheck_begin(equation);
    struct gradcheck_table table = *right;
    const struct report_name name = report_name(equation, entry);
    char row[40], headline[64];
    spoil(&table.entry[entry], fault);
    gradcheck_add(&result, right);
    gradcheck_add(&result, &table);
    gradcheck_add(&result, right);
    cr_expect(!gradcheck_ok(&result), "%s: fault %d goes unseen", name.text, fault);
    cr_expect(result.worst_number == 2, "%s: fault %d: not the worst point", name.text, fault);
    char *text = reported(&result);
    snprintf(row, sizeof row, "\n! %s ", name.text);
    snprintf(headline, sizeof headline, "WRONG, worst at point 2: %s is ", name.text);
    cr_expect(strstr(text, row) && strstr(text, headline), "%s: fault %d: %s", name.text, fault,
              text);
    free(text);
}

Test(gradcheck, sees_every_wrong_entry)
{
    for (int n = 0; n < 2; n++) {
        struct random random = random_stream(5, 0);
        double point[GRADCHECK_NUMBERS];
        networks[n]->draw(&random, point);
        for (int e = 0; e < networks[n]->equations; e++) {
            const struct gradcheck_equation *equation = &networks[n]->equation[e];
            struct gradcheck_table table;
            gradcheck_evaluate(networks[n], equation, point, &table);
            for (int entry = 0; entry < table.entries; entry++)
                for (enum fault fault = OFF; fault < FAULTS; fault++)
                    expect_seen(equation, &table, entry, fault);
        }
    }
}

static void all_zero(void *point, double *values)
{
    (void)point;
    memset(values, 0, GRADCHECK_ENTRIES * sizeof *values);
}

static void no_number(void *point, double *values)
{
    (void)point;
    for (int n = 0; n < GRADCHECK_ENTRIES; n++)
        values[n] = (double)NAN;
}

static void does_nothing(void *point)
{
    (void)point;
}

/* A whole run with one equation replaced says that this one is wrong, and no other. */
static void expect_only_wrong(const struct gradcheck_network *network, int wrong,
                              const struct gradcheck_equation *replacement)
{
    struct gradcheck_equation equation[8];
    struct gradcheck_result result[8];
    struct gradcheck_network changed = *network;
    memcpy(equation, network->equation, (size_t)network->equations * sizeof *equation);
    equation[wrong] = *replacement;
    changed.equation = equation;
    cr_expect(!gradcheck_run(&changed, 3, 1, result), "%s: unseen", replacement->label);
    for (int e = 0; e < network->equations; e++)
        cr_expect(gradcheck_ok(&result[e]) == (e != wrong), "%s wrong: verdict on %s",
                  replacement->label, result[e].equation->label);
    char *text = reported(&result[wrong]);
    cr_expect(strstr(text, "WRONG"), "%s: %s", replacement->label, text);
    free(text);
}

Test(gradcheck, sees_a_wrong_equation)
{
    for (int n = 0; n < 2; n++)
        for (int e = 0; e < networks[n]->equations; e++) {
            struct gradcheck_equation one = networks[n]->equation[e];
            one.value = all_zero;
            expect_only_wrong(networks[n], e, &one);
            one.value = no_number;
            expect_only_wrong(networks[n], e, &one);
            one = networks[n]->equation[e];
            one.forward = does_nothing;
            expect_only_wrong(networks[n], e, &one);
            one = networks[n]->equation[e];
            one.exact = does_nothing;
            expect_only_wrong(networks[n], e, &one);
        }
}

/* All three agree that everything is 0: then nothing was checked. */
Test(gradcheck, all_zero_is_wrong)
{
    struct gradcheck_table table = {.entries = 4};
    struct gradcheck_result result = gradcheck_begin(&gradcheck_regression.equation[1]);
    gradcheck_add(&result, &table);
    cr_expect(!gradcheck_ok(&result), "all zero is taken for right");
    char *text = reported(&result);
    cr_expect(strstr(text, "all values are 0"), "%s", text);
    free(text);
    for (int n = 0; n < 4; n++)
        table.entry[n] = (struct gradcheck_entry){1.0, 1.0, 1.0};
    result = gradcheck_begin(&gradcheck_regression.equation[1]);
    gradcheck_add(&result, &table);
    cr_expect(gradcheck_ok(&result), "the same table with ones is right");
}

Test(gradcheck, no_point_is_wrong)
{
    struct gradcheck_result result[8];
    cr_expect(!gradcheck_run(&gradcheck_regression, 0, 1, result), "no point at all is right");
    cr_expect(!gradcheck_ok(&result[0]), "no point is right");
}

/* What just passes and what just does not, on either side of each tolerance and of the floor. */
Test(gradcheck, tolerances)
{
    const struct gradcheck_entry right[] = {{1.0, 1.0 + 0.9e-6, 1.0},
                                            {-50.0, -50.0, -50.0 * (1.0 + 0.9e-10)},
                                            {1e-4, 1e-4 + 0.9e-8, 1e-4},
                                            {0.0, 0.0, 0.0},
                                            {1e-4, 1e-4, 1e-4 + 0.9e-12}};
    const struct gradcheck_entry wrong[] = {{1.0, 1.0 + 1.1e-6, 1.0},
                                            {-50.0, -50.0, -50.0 * (1.0 + 1.1e-10)},
                                            {1e-4, 1e-4 + 1.1e-8, 1e-4},
                                            {0.0, 1.1e-8, 0.0},
                                            {1e-4, 1e-4, 1e-4 + 1.1e-12}};
    for (int n = 0; n < 5; n++) {
        cr_expect(gradcheck_entry_ok(&right[n]), "entry %d is right", n);
        cr_expect(!gradcheck_entry_ok(&wrong[n]), "entry %d is wrong", n);
    }
}

/* Once a value was not a number, the worst error stays so, whatever follows; and it is the larger one. */
Test(gradcheck, worst_errors)
{
    struct gradcheck_table table = {.entries = 4};
    for (int spoiled = 0; spoiled < 2; spoiled++) {
        struct gradcheck_result result = gradcheck_begin(&gradcheck_regression.equation[1]);
        static const double errors[] = {0.25, 0.5, 0.125};
        for (int p = 0; p < 3; p++) {
            for (int n = 0; n < 4; n++)
                table.entry[n] = (struct gradcheck_entry){1.0, 1.0, 1.0};
            table.entry[p].central = 1.0 - errors[p];
            table.entry[p + 1].complex_step = 1.0 - 0.5 * errors[p];
            gradcheck_add(&result, &table);
        }
        cr_expect(result.worst_central == 0.5 && result.worst_complex == 0.25, "%g and %g",
                  result.worst_central, result.worst_complex);
        cr_expect(result.worst_number == 2 && result.points == 3 && result.entries == 12);
        cr_expect(result.worst_excess == 0.25 / 1e-10, "excess %g", result.worst_excess);
        for (int n = 0; n < 4; n++)
            table.entry[n] = (struct gradcheck_entry){1.0, 1.0, 1.0};
        if (spoiled)
            table.entry[1].central = (double)NAN;
        else
            table.entry[1].complex_step = (double)NAN;
        gradcheck_add(&result, &table);
        table.entry[1] = (struct gradcheck_entry){1.0, 0.0, 0.0};
        gradcheck_add(&result, &table);
        cr_expect(isnan(spoiled ? result.worst_central : result.worst_complex), "NaN is forgotten");
        cr_expect(result.worst_number == 4, "the worst is point %d", (int)result.worst_number);
    }
}

/* What goes from an input to itself, alone: the derivative is 1, by both ways exactly, wherever. */
static double identity_point;

static void draw_identity(struct random *random, void *point)
{
    (void)random;
    double *p = point;
    p[0] = identity_point;
    p[1] = identity_point;
}

static void identity(void *point)
{
    double *p = point;
    p[1] = p[0];
}

static void identity_complex(void *point)
{
    double *p = point; /* two doubles each */
    p[2] = p[0];
    p[3] = p[1];
}

static void one(void *point, double *values)
{
    (void)point;
    values[0] = 1.0;
}

Test(gradcheck, steps_are_divided_by_what_they_are)
{
    static const struct gradcheck_field of = {"of", 1, 0, 0}, by = {"by", 0, 0, 0};
    static const double points[] = {1.0, 1.3, -0.7, 1999.9, 1e-9, 3e5};
    for (int relative = 0; relative < 2; relative++)
        for (size_t n = 0; n < sizeof points / sizeof *points; n++) {
            const struct gradcheck_equation equation = {
                "X1", "dof/dby", &of, &by, relative, identity, identity_complex, one};
            const struct gradcheck_network network = {"test", 2, draw_identity, &equation, 1};
            struct gradcheck_table table;
            double point[GRADCHECK_NUMBERS];
            identity_point = points[n];
            network.draw(NULL, point);
            gradcheck_evaluate(&network, &equation, point, &table);
            cr_expect(table.entries == 1 && table.entry[0].code == 1.0);
            cr_expect(table.entry[0].central == 1.0, "at %g: %.17g", points[n],
                      table.entry[0].central);
            cr_expect(table.entry[0].complex_step == 1.0, "at %g: %.17g", points[n],
                      table.entry[0].complex_step);
            cr_expect(point[0] == points[n] && point[1] == points[n], "the point was changed");
        }
}

/* The step of the central difference is 1e-5, or that part of the variable. */
static double step_seen;

static void note_step(void *point)
{
    double *p = point;
    step_seen = fmax(step_seen, fabs(p[0] - identity_point));
    p[1] = p[0];
}

Test(gradcheck, steps_have_their_size)
{
    static const struct gradcheck_field of = {"of", 1, 0, 0}, by = {"by", 0, 0, 0};
    for (int relative = 0; relative < 2; relative++) {
        const struct gradcheck_equation equation = {"X1",      "dof/dby",        &of, &by, relative,
                                                    note_step, identity_complex, one};
        const struct gradcheck_network network = {"test", 2, draw_identity, &equation, 1};
        struct gradcheck_table table;
        double point[GRADCHECK_NUMBERS];
        identity_point = -64.0;
        step_seen = 0.0;
        network.draw(NULL, point);
        gradcheck_evaluate(&network, &equation, point, &table);
        const double expected = relative ? 64e-5 : 1e-5;
        cr_expect(fabs(step_seen / expected - 1.0) < 1e-8, "step %g, expected %g", step_seen,
                  expected);
    }
}

/* A run is a function of its seed. */
Test(gradcheck, the_seed_matters)
{
    struct gradcheck_result one_seed[8], again[8], other[8];
    gradcheck_run(&gradcheck_regression, 5, 1, one_seed);
    gradcheck_run(&gradcheck_regression, 5, 1, again);
    gradcheck_run(&gradcheck_regression, 5, 2, other);
    cr_expect(one_seed[5].worst_central == again[5].worst_central);
    cr_expect(one_seed[5].worst_central != other[5].worst_central);
}

/* The text for people, to the letter. */
Test(gradcheck, lines_and_tables)
{
    static const char *const parts[] = {
        "R5   dO_0/dgamma_j0            8               5.0e-01         1.0e-11   WRONG\n",
        "R5 is WRONG, worst at point 2: dO_0/dgamma_20 is 4 in the code, 2 by central difference, "
        "4 by complex step\n",
        "\n! dO_0/dgamma_20                  4                 2  2.0e+00  5.0e-01"
        "                 4  0.0e+00  0.0e+00\n",
        "\n  dO_0/dgamma_30                  4                 4  0.0e+00  0.0e+00"
        "                 4  4.0e-11  1.0e-11\n"};
    struct gradcheck_table table = {.entries = 4};
    struct gradcheck_result result = gradcheck_begin(&gradcheck_regression.equation[1]);
    for (int n = 0; n < 4; n++)
        table.entry[n] = (struct gradcheck_entry){1.0, 1.0, 1.0};
    gradcheck_add(&result, &table);
    table.entry[2] = (struct gradcheck_entry){4.0, 2.0, 4.0};
    table.entry[3] = (struct gradcheck_entry){4.0, 4.0, 4.0 + 4e-11};
    gradcheck_add(&result, &table);
    char *text = reported(&result);
    for (size_t n = 0; n < sizeof parts / sizeof *parts; n++)
        cr_expect(strstr(text, parts[n]), "'%s' is not in\n%s", parts[n], text);
    free(text);
}

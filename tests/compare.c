/* compare.c: comparisons of doubles for the tests. */
#include "compare.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

void expect_number(const char *name, const char *quantity, double value, struct number expected)
{
    const double off = fabs(value - expected.value);
    cr_expect(off <= expected.tolerance,
              "%s: %s is %.17g, expected %.17g; off by %.2g, allowed %.2g", name, quantity, value,
              expected.value, off, expected.tolerance);
}

void expect_numbers(const char *name, const char *quantity, const double *values,
                    const struct number *expected, int rows, int columns)
{
    const int count = columns ? rows * columns : rows;
    char entry[64];
    for (int n = 0; n < count; n++) {
        if (columns)
            snprintf(entry, sizeof entry, "%s[%d][%d]", quantity, n / columns, n % columns);
        else
            snprintf(entry, sizeof entry, "%s[%d]", quantity, n);
        expect_number(name, entry, values[n], expected[n]);
    }
}

void expect_exact(const char *name, const char *quantity, double value, double expected)
{
    cr_expect(value == expected, "%s: %s is %.17g, expected exactly %.17g", name, quantity, value,
              expected);
}

void expect_close(const char *name, const char *quantity, double value, double expected,
                  double scale)
{
    const double largest = fmax(fmax(fabs(value), fabs(expected)), scale);
    expect_number(name, quantity, value, (struct number){expected, 0x1p-50 * largest});
}

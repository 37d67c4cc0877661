/* compare.h: comparisons of doubles for the tests; none of them lets a NaN pass. */
#ifndef BACKPROOF_TESTS_COMPARE_H
#define BACKPROOF_TESTS_COMPARE_H

/* An expected value and how far from it a double may be. */
struct number {
    double value, tolerance;
};

/* Fails the test, and goes on, unless the value is near. The message begins with the name of the
 * case, then says the equation and the quantity. */
void expect_number(const char *name, const char *quantity, double value, struct number expected);

/* The same for an array; a matrix is given as rows times columns (columns = 0: a vector). */
void expect_numbers(const char *name, const char *quantity, const double *values,
                    const struct number *expected, int rows, int columns);

/* Fails unless both are the same double. */
void expect_exact(const char *name, const char *quantity, double value, double expected);

/* Fails unless |value - expected| <= 2^-50 times the larger of the two, or times `scale` if that is
 * larger: a few roundings. */
void expect_close(const char *name, const char *quantity, double value, double expected,
                  double scale);

#endif

/* test_random.c: the random numbers that points, initial weights and the order of rows come from. */
#include <criterion/criterion.h>
#include <inttypes.h>

#include "base/random.h"

/* The first numbers of SplitMix64 from state 1234567, as other implementations give them. */
Test(random, bits_are_SplitMix64)
{
    static const uint64_t expected[] = {
        UINT64_C(6457827717110365317), UINT64_C(3203168211198807973), UINT64_C(9817491932198370423),
        UINT64_C(4593380528125082431), UINT64_C(16408922859458223821)};
    struct random random = {1234567};
    for (int n = 0; n < 5; n++) {
        const uint64_t bits = random_bits(&random);
        cr_expect(bits == expected[n], "number %d is %" PRIu64, n, bits);
    }
}

Test(random, streams_differ_and_replay)
{
    struct random one = random_stream(7, 0), again = random_stream(7, 0);
    struct random purpose = random_stream(7, 1), seed = random_stream(8, 0);
    for (int n = 0; n < 100; n++) {
        const uint64_t bits = random_bits(&one);
        cr_expect(bits == random_bits(&again), "number %d is not replayed", n);
        cr_expect(bits != random_bits(&purpose), "number %d does not know the purpose", n);
        cr_expect(bits != random_bits(&seed), "number %d does not know the seed", n);
    }
}

/* Mean and variance of 100,000 uniform numbers, within five standard errors. */
Test(random, uniform_is_uniform)
{
    enum { COUNT = 100000 };
    struct random random = random_stream(3, 3);
    double sum = 0.0, squares = 0.0;
    for (int n = 0; n < COUNT; n++) {
        const double x = random_uniform(&random, -2.0, 4.0);
        cr_assert(-2.0 <= x && x < 4.0, "%g is outside", x);
        sum += x - 1.0;
        squares += (x - 1.0) * (x - 1.0);
    }
    cr_expect(-0.0274 < sum / COUNT && sum / COUNT < 0.0274, "mean %g", 1.0 + sum / COUNT);
    cr_expect(2.957 < squares / COUNT && squares / COUNT < 3.043, "variance %g", squares / COUNT);
}

/* Chi-squared of 70,000 numbers below 7: 6 degrees of freedom, 30 is one in 25,000. */
Test(random, below_is_uniform)
{
    enum { COUNT = 70000 };
    struct random random = random_stream(4, 3);
    int seen[7] = {0};
    double chi_squared = 0.0;
    for (int n = 0; n < COUNT; n++) {
        const uint64_t drawn = random_below(&random, 7);
        cr_assert(drawn < 7, "%" PRIu64 " is not below 7", drawn);
        seen[drawn]++;
    }
    for (int n = 0; n < 7; n++)
        chi_squared += (seen[n] - COUNT / 7) * (seen[n] - COUNT / 7) / (COUNT / 7.0);
    cr_expect(chi_squared < 30.0, "chi-squared %g", chi_squared);
    cr_expect(random_below(&random, 1) == 0, "only 0 is below 1");
}

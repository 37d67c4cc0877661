/* random.c: SplitMix64. */
#include "base/random.h"

struct random random_stream(uint64_t seed, uint64_t purpose)
{
    struct random r = {seed};
    r.state = random_bits(&r) + purpose;
    r.state = random_bits(&r);
    return r;
}

uint64_t random_bits(struct random *r)
{
    uint64_t z = r->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

double random_uniform(struct random *r, double low, double high)
{
    const double unit = (double)(random_bits(r) >> 11) * 0x1p-53;
    return low + (high - low) * unit;
}

uint64_t random_below(struct random *r, uint64_t n)
{
    const uint64_t surplus = -n % n; /* 2^64 mod n: draws below it would favour small results */
    uint64_t bits = random_bits(r);
    while (bits < surplus)
        bits = random_bits(r);
    return bits % n;
}

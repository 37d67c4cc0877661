/* random.h: the same random numbers on every machine.
 *
 * SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014); not for
 * secrets. A stream is its state: copy it to replay it.
 */
#ifndef BACKPROOF_RANDOM_H
#define BACKPROOF_RANDOM_H

#include <stdint.h>

struct random {
    uint64_t state;
};

/* A stream for a seed and a purpose; different purposes give unrelated streams. */
struct random random_stream(uint64_t seed, uint64_t purpose);

/* The next 64 bits. */
uint64_t random_bits(struct random *r);

/* Uniform in [low, high), for finite low < high. */
double random_uniform(struct random *r, double low, double high);

/* Uniform in 0 .. n - 1, for n > 0, without bias. */
uint64_t random_below(struct random *r, uint64_t n);

#endif

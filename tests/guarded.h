/* guarded.h: memory whose neighbours may not be touched, so that a test ends with a crash if a function
 * reads or writes one number too far.
 */
#ifndef BACKPROOF_TESTS_GUARDED_H
#define BACKPROOF_TESTS_GUARDED_H

#include <stddef.h>

/* Room for count numbers; the page behind the last (or, with before, in front of the first) can be neither
 * read nor written. Lives until the test ends. */
double *guarded(size_t count, int before);

#endif

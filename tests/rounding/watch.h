/* watch.h: how far a long run is, on standard error; nothing if nobody looks or it is soon over. */
#ifndef BACKPROOF_ROUNDING_WATCH_H
#define BACKPROOF_ROUNDING_WATCH_H

#include <stdint.h>

/* Call it now and then: draws after two seconds, then twice a second; wiped when done is total. */
void watch(const char *what, uint64_t done, uint64_t total);

#endif

/* chains.h: lines that say what the chain rule says, of quantities that the definitions do not connect as far as they could
 * be read. */
#ifndef BACKPROOF_CHAINS_H
#define BACKPROOF_CHAINS_H

#include "check/judging/subject.h"

/* The equation, of which nothing can be said by the definitions, is one of derivatives alone, and holds whatever the
 * quantities are, if each is a function of those that the document differentiates it by or defines it with. */
bool chains_hold(const struct subject *subject, const struct equation *e);

#endif

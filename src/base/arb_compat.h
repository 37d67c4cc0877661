/* arb_compat.h: Arb, ball arithmetic, wherever it is: a library of its own (Debian 12), or a part of FLINT
 * since version 3 (Debian 13). Include this and not <arb.h>; the Makefile links the same way.
 */
#ifndef ARB_COMPAT_H
#define ARB_COMPAT_H

#if __has_include(<flint/arb.h>)
#include <flint/arb.h>
#include <flint/arb_hypgeom.h>
#include <flint/flint.h>
#define ARB_RELEASE "in FLINT " FLINT_VERSION
#else
#include <arb.h>
#include <arb_hypgeom.h>
#define ARB_RELEASE ARB_VERSION
#endif

#endif

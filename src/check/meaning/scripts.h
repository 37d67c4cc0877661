/* scripts.h: what stands below and above a name: indices, parts of the name, powers. */
#ifndef BACKPROOF_SCRIPTS_H
#define BACKPROOF_SCRIPTS_H

#include "check/meaning/elaboration.h"

/* NAME, or SCRIPTS on anything. A name of letters that stand alone elsewhere is their product. */
const struct expr *elaborate_scripts(struct elaboration *to, const struct written *written);

#endif

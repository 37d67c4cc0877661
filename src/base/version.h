/* version.h: the version of backproof, in this one place. */
#ifndef BACKPROOF_VERSION_H
#define BACKPROOF_VERSION_H

#define BACKPROOF_VERSION "0.3.0"

#endif

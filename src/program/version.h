/* version.h: the version of backproof, in this one place. */
#ifndef BACKPROOF_VERSION_H
#define BACKPROOF_VERSION_H

#define BACKPROOF_VERSION "0.2.0"

#endif

/* weights.h: keeps a trained network in a text file.
 *
 * One item a line, its fields separated by tabs; numbers with 17 digits, which is enough to get the
 * same double back; the last line is "end", so that a cut file is noticed:
 *
 *     backproof weights 1
 *     network  regression | classification
 *     feature  NAME  MEAN  SCALE           (two lines)
 *     target   NAME  MEAN  SCALE           (classification: NAME only)
 *     class    NAME                        (classification: three lines)
 *     seed     S
 *     epochs   N
 *     alpha    A
 *     W        W_i0  W_i1  W_i2  W_i3      (three lines, i = 0..2)
 *     gamma    gamma_j0 ...                (four lines, j = 0..3)
 *     end
 */
#ifndef BACKPROOF_WEIGHTS_H
#define BACKPROOF_WEIGHTS_H

#include <stdbool.h>

#include "model.h"

/* False after a message; then the file is as it was. */
bool weights_save(struct model *model, const char *path);

/* False after a message: not such a file, another version, cut, numbers that are not finite or out
 * of range. */
bool weights_load(struct model *model, const char *path);

#endif

/* weights_text.h: the weights file of version 1, which is read but no longer written.
 *
 * One item a line, its fields separated by tabs; the last line is "end", so that a cut file is noticed:
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
#ifndef BACKPROOF_WEIGHTS_TEXT_H
#define BACKPROOF_WEIGHTS_TEXT_H

#include <stdbool.h>

#include "program/csv.h"
#include "program/trained.h"

/* As weights_load; the file is open, its separator the tab. */
bool weights_text_load(struct csv *file, struct trained *model, const enum network *wanted);

#endif

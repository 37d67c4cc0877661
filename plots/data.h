/* data.h: the numbers that the figures draw, computed by the core and written as tables: tab-separated,
 * the first line names the columns. The same numbers on every run.
 */
#ifndef BACKPROOF_PLOTS_DATA_H
#define BACKPROOF_PLOTS_DATA_H

#include <stdio.h>

/* A figure drawn from nothing must not come about: all failures end the program with a message. */
_Noreturn void data_fail(const char *what, const char *name);

/* A new table DIRECTORY/NAME with a line of column names. */
FILE *table_open(const char *directory, const char *name, const char *columns);
void table_close(FILE *table, const char *name);

/* The error of the central difference and of the complex step against their step h. */
void write_v_curve(const char *directory);

/* The loss along the negative gradient against the learning rate. */
void write_descent(const char *directory);

/* The decision regions of the classification network at three epochs of its training. */
void write_iris(const char *directory);

/* Planted mistakes, and at which kinds of test point each shows. */
void write_mistakes(const char *directory);

#endif

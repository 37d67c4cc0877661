/* train_report.h: what a training run has to say of itself, as text for people or as one JSON object. */
#ifndef BACKPROOF_TRAIN_REPORT_H
#define BACKPROOF_TRAIN_REPORT_H

#include <stdint.h>
#include <stdio.h>

#include "program/dataset.h"
#include "program/trained.h"
#include "program/train.h"

/* A finished run; nothing is owned. */
struct train_report {
    struct trained *model; /* as it is after the run; not changed */
    const struct dataset *data;
    struct score before, after;
    uint64_t first;              /* epochs done before the run */
    const char *curve, *weights; /* the files that were written, or NULL */
};

/* What of a score is better the larger it is: R^2, or the share of rows that are classified right. */
double train_quality(const struct trained *model, const struct dataset *data,
                     const struct score *score);

/* A line for each thing, with its name before it. */
void train_report_text(const struct train_report *report, FILE *to);

/* The same numbers with all their digits; the members are described in `backproof train --help`.
 * False after a message if memory ran out. */
bool train_report_json(const struct train_report *report, FILE *to);

#endif

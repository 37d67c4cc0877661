/* dump.h: what passes between the rooms of the checker, as tables for those who extend it.
 */
#ifndef BACKPROOF_CHECK_DUMP_H
#define BACKPROOF_CHECK_DUMP_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum dump_stage {
    DUMP_TOKENS,  /* of reading: the signs of each formula, with the bytes where they stand */
    DUMP_TREE,    /* of reading: each formula as written */
    DUMP_MODEL,   /* of model: symbols with their ranges, definitions and claims as understood */
    DUMP_VERDICTS /* of judging: a line for each claim (reporting/report_table.h) */
};

/* By its name on the command line, such as "tokens"; false if there is none. */
bool dump_stage_named(const char *name, enum dump_stage *stage);

/* Writes one stage of one document ("-" is standard input). False, after a message, if it cannot be read. */
bool dump(FILE *out, const char *path, enum dump_stage stage, uint64_t seed);

#endif

/* verdicts.h: what can be said of a claim. */
#ifndef BACKPROOF_VERDICTS_H
#define BACKPROOF_VERDICTS_H

enum verdict_kind {
    VERDICT_DEFINITION, /* it introduces a symbol */
    VERDICT_ASSUMPTION, /* it is taken for granted from there on */
    VERDICT_RIGHT,
    VERDICT_RIGHT_IF, /* under an assumption that is named */
    VERDICT_WRONG,
    VERDICT_UNSURE, /* it differs as read, but the reading is not certain */
    VERDICT_UNREAD, /* it could not be read, or not be judged */
    VERDICTS
};

/* As it stands in every report: "definition", "assumption", "right", "right-if", "wrong", "unsure", "unread". */
const char *verdict_name(enum verdict_kind kind);

/* By that name; a name that is none, or null, is VERDICT_UNREAD. */
enum verdict_kind verdict_named(const char *name);

#endif

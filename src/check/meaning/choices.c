/* choices.c */
#include "check/meaning/choices.h"

#include <string.h>

unsigned choices_option(const struct choices *choices, enum choice_kind kind, const char *name,
                        unsigned otherwise)
{
    for (size_t n = 0; n < choices->n; n++)
        if (choices->choice[n].kind == kind && strcmp(choices->choice[n].name, name) == 0)
            return choices->choice[n].option;
    return otherwise;
}

void choices_add(struct choices *choices, enum choice_kind kind, const char *name, unsigned option,
                 size_t at)
{
    for (size_t n = 0; n < choices->n; n++)
        if (choices->choice[n].kind == kind && strcmp(choices->choice[n].name, name) == 0)
            return;
    if (choices->n == CHOICES_MAX)
        choices->more = true;
    else
        choices->choice[choices->n++] = (struct choice){kind, name, option, at};
}

/* %s is the name. */
static const char *const texts[CHOICE_KINDS][OPTIONS] = {
    [CHOICE_CALL] = {"%s in front of parentheses is read as a factor",
                     "%s in front of parentheses is read as a function"},
    [CHOICE_BELOW] = {"the subscript %s is read as an index",
                      "the subscript %s is read as a part of the name"},
    [CHOICE_ABOVE] = {"what stands above %s is read as a power",
                      "what stands above %s is read as a part of the name"},
    [CHOICE_LETTERS] = {"%s is read as one name", "the letters of %s are read one by one"},
    [CHOICE_REACH] = {"a sum is read to end before the next + or -",
                      "a sum is read to reach over the terms that follow"},
    [CHOICE_SLOPE] = {"d/dx without brackets is read to end before the next + or -",
                      "d/dx without brackets is read to reach over the terms that follow"},
    [CHOICE_STROKE] = {"a/b c is read as (a/b) c", "a/b c is read as a/(b c)"},
    [CHOICE_DELTA] = {"%s with two indices is read as 1 where they are equal, else 0",
                      "%s with two indices is read as a symbol like any other"},
    [CHOICE_SUMS] = {"sums are read only where a sum sign stands",
                     "an index that stands twice in a product is summed over"},
    [CHOICE_STAR] = {"A * B is read as a product", "A * B is read as a product entry by entry"},
    [CHOICE_DIFFERENTIALS] = {"dX is read as the derivative of the loss by X",
                              "dX is read as a name"},
    [CHOICE_MATRICES] = {"names are read as vectors and matrices where they fit",
                         "all names are read as numbers"},
};

const char *choice_text(const struct choice *choice, unsigned option, struct arena *arena)
{
    const char *text = texts[choice->kind][option];
    const char *gap = strstr(text, "%s");
    return gap ? arena_print(arena, "%.*s%s%s", (int)(gap - text), text, choice->name, gap + 2)
               : text;
}

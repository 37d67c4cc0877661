/* test_vocabulary.c: words, phrases and verdicts as the tables have them. */
#include <criterion/criterion.h>
#include <string.h>

#include "check/vocabulary/functions.h"
#include "check/vocabulary/phrases.h"
#include "check/vocabulary/relations.h"
#include "check/vocabulary/verdicts.h"

static bool ends(const char *text, enum word_place place)
{
    return word_ends(text, strlen(text), place);
}

static bool has(const char *text, enum phrase phrase)
{
    return phrase_has(text, strlen(text), phrase);
}

Test(vocabulary, words_have_their_meaning_at_their_place)
{
    cr_expect(word_is_old("old") && !word_is_new("old"));
    cr_expect(word_is_new("yeni") && !word_is_old("yeni"));
    cr_expect(ends("and so at", PLACE_VALUE) && ends("at", PLACE_VALUE));
    cr_expect(!ends("so that", PLACE_VALUE), "'at' is a part of that word");
    cr_expect(word_meaning("otherwise", 9, PLACE_TEXT) == WORD_OTHERWISE);
    cr_expect(word_meaning("if", 2, PLACE_FORMULA) == WORD_IF);
    cr_expect(word_meaning("IF", 2, PLACE_FORMULA) == WORD_NONE, "it is a name");
    cr_expect(word_begins("Exercise 3", 10) == 8 && word_begins("exercise 3", 10) == 0);
}

Test(vocabulary, phrases_are_words_of_their_own)
{
    cr_expect(has("What is the slope", PHRASE_ASK));
    cr_expect(!has("somewhat", PHRASE_ASK) && !has("Whatsoever", PHRASE_ASK));
    cr_expect(has("per\n  que", PHRASE_ASK) == false && has("por  que", PHRASE_ASK));
    cr_expect(phrase_within("a or b", 6, PHRASE_OR) == 2);
    cr_expect(phrase_within("for b", 5, PHRASE_OR) == 5);
}

Test(vocabulary, what_is_no_verdict_is_unread)
{
    for (enum verdict_kind v = 0; v < VERDICTS; v++)
        cr_expect(verdict_named(verdict_name(v)) == v);
    cr_expect(verdict_named("nonsense") == VERDICT_UNREAD && verdict_named(NULL) == VERDICT_UNREAD);
    cr_expect(strcmp(relation_text(REL_NE), "!=") == 0 && strcmp(relation_text(REL_LE), "<=") == 0);
}

Test(vocabulary, functions_are_found_by_each_spelling)
{
    cr_expect(function_spelt("ln", 2) == function_named("log"));
    cr_expect(function_spelt("ReLU", 4) == function_named("relu"));
    cr_expect(!function_spelt("lnx", 3) && !function_spelt("l", 1) && !function_named("ln"));
    cr_expect(function_named("abs")->kinked && function_named("tanh")->fixed);
    size_t n = 0;
    while (function_number(n))
        n++;
    cr_expect(n >= 14, "%zu functions", n);
}

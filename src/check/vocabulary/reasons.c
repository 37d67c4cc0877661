/* reasons.c: the sentences, room by room. */
#include "check/vocabulary/reasons.h"

#include <string.h>

static const char *const sentence[REASONS] = {
    [REASON_NONE] = "",

    /* reading */
    [REASON_TOO_LARGE] = "is larger than 1 MiB; a derivation is a text of some pages",
    [REASON_NOT_OPENED] = "cannot be opened: %s",
    [REASON_NOT_LOADED] = "cannot be read: %s",
    [REASON_NOT_UTF8] = "a byte that is not UTF-8 text",
    [REASON_CONTROL_CHARACTER] = "a control character; is it text?",
    [REASON_NOT_NOTEBOOK] =
        "not a notebook: reading its JSON stopped here; save it again with Jupyter",
    [REASON_TOO_LONG] = "the formula is too long",
    [REASON_TOO_DEEP] = "it is nested too deeply",
    [REASON_SECOND_LIMIT] = "a second limit of the sum",
    [REASON_SIGN_MISSING] = "%s is missing here",
    [REASON_END_MISSING] = "something is missing at its end",
    [REASON_UNKNOWN_SIGN] = "%s is not known",
    [REASON_NUMBER_UNCLEAR] =
        "is this comma a decimal sign? Write 0.5 or 0{,}5, and 1000 without a sign",
    [REASON_STOP] = "is this full stop a product? Write it with \\cdot",
    [REASON_WORDS] = "words stand in the formula; put them behind it, or into \\text{...}",
    [REASON_DOTTED] = "names of program code with a dot are not read",
    [REASON_CLOSING_BRACKET] = "a closing bracket without its opening one, or nothing before it",
    [REASON_STOPPED] = "reading stopped here",
    [REASON_NO_END] = "the formula that begins here does not end",
    [REASON_EMPTY] = "nothing stands here",
    [REASON_MANY_FORMULAS] =
        "the document has more formulas than are read (20000); this one and the rest are left out",

    /* meaning */
    [REASON_LIST_GAP] = "a list with a gap",
    [REASON_CONDITION_WANTED] = "a condition is wanted here",
    [REASON_ONE_CONDITION] = "a single condition is wanted here",
    [REASON_INDEX_HERE] = "an index where a formula is wanted",
    [REASON_EMPTY_BRACKETS] = "nothing stands in these brackets",
    [REASON_RELATION_HERE] = "a relation where a formula is wanted",
    [REASON_PRIME] = "the prime of something that is not a function",
    [REASON_LIST_BEHIND] = "a list behind something that is not a function",
    [REASON_EMPTY_LIST] = "an empty list",
    [REASON_FACTOR_WANTED] = "a relation or a list where a factor is wanted",
    [REASON_GRADIENT] = "the gradient by what? Write \\nabla_x f",
    [REASON_BY_WHAT] = "what is the derivative by?",
    [REASON_BY_NO_NAME] = "a derivative by something that is not a name",
    [REASON_OF_WHAT] = "the derivative of what?",
    [REASON_SECOND_DERIVATIVE_READ] = "second derivatives are not read",
    [REASON_DIFFERENTIAL] = "a differential that is no part of a derivative",
    [REASON_CASE_VALUE] = "a case begins with its value",
    [REASON_CASE_CONDITION] = "a case without its condition",
    [REASON_NO_CASES] = "cases without a case",
    [REASON_FORMULA_WANTED] = "a formula is wanted here",
    [REASON_INDEX_WHOLE] = "an index is a whole number",
    [REASON_INDEX_UNCLEAR] = "an index that is not understood",
    [REASON_INDEX_BEHIND] = "an index behind something that is not a name",
    [REASON_MANY_SCRIPTS] = "too much stands above and below a name",
    [REASON_TWO_POWERS] = "two powers of one name",
    [REASON_MATRIX_SIGN] =
        "a sign of vectors or matrices, where what it stands on is read as a number",
    [REASON_SIZES] = "the shapes of its vectors and matrices do not fit each other as read; write "
                     "the sums with their indices",
    [REASON_NORM] = "of norms, ||x||, ||x||_2, ||W||_F and ||x||_1 are read",
    [REASON_POWER_OF_E] = "a power of e that is not understood",
    [REASON_SUM_INDEX] = "the index of the sum is not understood",
    [REASON_SUM_NO_INDEX] = "the sum does not say over which index",
    [REASON_SUM_UPPER] = "the sum has no upper limit",
    [REASON_SUM_LIMITS] = "the limits of the sum are not understood",
    [REASON_SUM_CALL] = "wanted: sum(index, first, last, formula)",
    [REASON_DOTS_ENDS] = "dots need a term before and after them",
    [REASON_DOTS_PATTERN] = "the pattern of the terms is not clear",
    [REASON_ENTRIES] = "the rows of the matrix are not clear; put & between its entries",
    [REASON_SOFTMAX] = "which entry of the softmax? Write softmax(z)_k",
    [REASON_ENTRY] = "a function of a vector that is given entry by entry; which entry is this?",
    [REASON_ONE_ARGUMENT] = "the largest or smallest of one thing; write all, as in max(a, b)",
    [REASON_CHANCE] = "expected values and probabilities are not read",
    [REASON_LOST_POWER] =
        "a number directly behind a formula; write the power with ^, the product with \\cdot",
    [REASON_NOTHING_BEFORE] = "nothing stands before this sign",
    [REASON_ABOUT] = "only equalities are judged, not what is about equal",
    [REASON_ARROW] =
        "an arrow to the right is read as an update, w -> w - ..., and as nothing else",
    [REASON_LEFTOVER] =
        "what follows without a sign may belong to it; write the product with \\cdot",
    [REASON_ASIDE] = "it is said for %s only; such conditions are not judged",

    [REASON_QUESTION] = "it is asked, not claimed",
    [REASON_OTHER] = "it is named as another choice, and not taken",
    [REASON_PHRASE] = "words stand where a formula is wanted",
    [REASON_SHAPES] = "it says which shape something has; shapes are not judged",
    [REASON_WHICH_ENTRY] = "it says which entry has this value; nothing is claimed of all",
    [REASON_MATRICES] = "products of matrices are not judged; write the sum with its indices",
    [REASON_LEGEND] = "it says what something is called, or where it is; nothing is claimed",

    /* model */
    [REASON_SOLUTION] = "it follows from a slope that was set to 0; such lines are not judged",

    [REASON_FUNCTION_ALONE] = "%s is a function, and stands here without its argument",

    /* values */
    [REASON_INDEX_VALUE] = "an index has no value",
    [REASON_DIGITS] = "a number has too many digits",
    [REASON_NUMBER_SIZE] = "a number is too large or too small",
    [REASON_NUMBER] = "a number is not understood",
    [REASON_MANY_NAMES] = "the document has too many names",
    [REASON_SIGMA_ALONE] = "sigma stands here without its argument",
    [REASON_MANY_INDICES] = "a name has more indices than can be judged",
    [REASON_MANY_ARGUMENTS] = "a function with too many arguments",
    [REASON_SECOND_DERIVATIVE] = "second derivatives are not judged",
    [REASON_SUM_LONG] = "a sum has more terms than can be judged (5000)",
    [REASON_SUM_OPEN] = "a sum without limits",
    [REASON_DERIVATIVE_BY] = "a derivative by something that cannot be judged",
    [REASON_NEVER_DEFINED] = "the derivative of %s, which is never defined",
    [REASON_CONDITION] = "a condition cannot be decided at this point",
    [REASON_NO_CASE] = "no case applies at this point",
    [REASON_LINE_STEPS] = "it takes more work than a line may (3 million steps)",
    [REASON_ARRAY] = "a vector or a matrix is not a single number",
    [REASON_LIST] = "a list of numbers is not a single number",
    [REASON_DOTS] = "dots without a clear pattern",
    [REASON_NO_FORMULA] = "a formula that cannot be judged",
    [REASON_KINK] = "a kink lies at this point",
    [REASON_FUNCTION_UNKNOWN] = "a function that is not known",
    [REASON_FUNCTION_ARGUMENTS] =
        "a function with another number of arguments than it was defined with",
    [REASON_FUNCTION_CIRCULAR] = "a function is defined by way of itself",
    [REASON_SYMBOL_CIRCULAR] = "a symbol is defined by way of itself",
    [REASON_DEFINITIONS_DEEP] = "the definitions go too deep",
    [REASON_NO_VALUE] =
        "it has no value (a division by zero, or the logarithm of a number that is not positive)",
    [REASON_ABSENT] = "%s stands nowhere in this document",

    /* judging */
    [REASON_MANY_LETTERS] = "more indices than can be judged",
    [REASON_RANGE_LONG] = "an index has more values than can be judged (5000)",
    [REASON_RANGE_EMPTY] = "an index has no values",
    [REASON_NO_CASE_LEFT] =
        "%s stands nowhere in this document, and each other case of the line lacks an entry, too",
    [REASON_CONDITION_NEVER] = "no values of its indices satisfy its condition",
    [REASON_DOCUMENT_STEPS] = "the document takes more work than can be done (60 million steps)",
    [REASON_UNDEFINED] = "%s is used here and defined nowhere",
    [REASON_SAYS_NOTHING] = "it says nothing here: both sides are the same, or 0, as read",
    [REASON_NOT_EACH] =
        "the derivative of a vector by a vector fits here entry by entry only, and each "
        "entry depends on the others as well; write it with its indices",
    [REASON_INDEPENDENT] = "by the definitions that could be read, %s",
    [REASON_NOT_FOR_ALL] = "%s is never defined, and this does not hold for all it may be",
    [REASON_CIRCULAR] = "%s is defined by way of itself",
    [REASON_STATIONARY] = "a slope is set to 0 here; that is a condition, not a claim",
    [REASON_PUT_IN] = "numbers are put in here for symbols whose values the text does not give",
    [REASON_NO_LOSS] = "no loss is defined that depends on what is updated",
    [REASON_NO_RATE] = "the learning rate of this update is not clear",
};

const char *reason_text(struct arena *arena, struct reason reason)
{
    const char *text = sentence[reason.code];
    const char *mark = strstr(text, "%s");
    if (!mark)
        return text;
    const char *about = reason.about                         ? reason.about
                        : reason.code == REASON_UNKNOWN_SIGN ? "what stands here"
                                                             : "";
    return arena_print(arena, "%.*s%s%s", (int)(mark - text), text, about, mark + 2);
}

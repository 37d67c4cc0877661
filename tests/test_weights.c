/* test_weights.c: the weights file, of either version: what is read is what was written, and everything
 * else is refused with its place.
 */
#define _XOPEN_SOURCE 700
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "capture.h"
#include "base/random.h"
#include "program/train.h"
#include "program/weights.h"
#include "runner.h"

/* Files as version 0.9 of the program wrote them, after two epochs from seed 3. */
static const char old_regression[] =
    "backproof weights 1\n"
    "network\tregression\n"
    "feature\tGirth\t13.248387096774195\t3.0871085717912568\n"
    "feature\tHeight\t76\t6.2681993092630002\n"
    "target\tVolume\t30.170967741935481\t16.17054657341026\n"
    "seed\t3\n"
    "epochs\t2\n"
    "alpha\t0.02\n"
    "W\t-0.40290216769045284\t-0.98427449783385401\t0.83609434222324819\t-0.87835990329784142\n"
    "W\t0.56438389371049813\t0.27473799205919902\t0.39593812097413877\t0.11465453304266233\n"
    "W\t0.91243089764261243\t-0.71299545531333142\t0.48398432800546276\t-0.88637079475993086\n"
    "gamma\t0.84116518326096479\n"
    "gamma\t0.5329351711396445\n"
    "gamma\t-0.087560921263043226\n"
    "gamma\t-0.96717466774995109\n"
    "end\n";
static const char old_classification[] =
    "backproof weights 1\n"
    "network\tclassification\n"
    "feature\tPetal.Length\t3.7580000000000027\t1.7594040657753023\n"
    "feature\tPetal.Width\t1.199333333333334\t0.7596926279021593\n"
    "target\tSpecies\n"
    "class\tsetosa\n"
    "class\tversicolor\n"
    "class\tvirginica\n"
    "seed\t3\n"
    "epochs\t2\n"
    "alpha\t0.10000000000000001\n"
    "W\t-0.16028414229712604\t-0.56289532211271642\t0.70790559668733977\t-0.64041904038167552\n"
    "W\t1.0095790923133365\t1.3890862150003844\t-0.65721614997777777\t-0.26143540951791888\n"
    "W\t1.4466034924057578\t0.32597076822728144\t-0.48153717404500812\t-1.3916002774096714\n"
    "gamma\t-1.1994433099703043\t0.85700157972449631\t1.7444974621443439\n"
    "gamma\t-1.3114441634856282\t0.74566625378331675\t0.82967247999325822\n"
    "gamma\t0.68046957310215139\t-0.55828231968872244\t-1.2048465235260231\n"
    "gamma\t0.15079468776557015\t-0.84202521214291715\t-1.9446360983106297\n"
    "end\n";

/* Loads a text as a file; says in `said`, if it is not NULL, what went to standard error. */
static bool load(const char *text, size_t length, struct trained *model, char **said)
{
    struct room file;
    temporary_file(&file, text, length);
    capture_begin();
    const bool ok = weights_load(model, file.path, NULL);
    char *text_said = capture_end();
    unlink(file.path);
    if (said)
        *said = text_said;
    else
        free(text_said);
    return ok;
}

/* Fails unless the text is refused in one line with this place ("8:" is any column) and this part. */
static void expect_refused(const char *name, const char *text, size_t length, const char *at,
                           const char *part)
{
    struct trained model;
    char *said, begin[32];
    const bool ok = load(text, length, &model, &said);
    const bool whole = *at && at[strlen(at) - 1] != ':';
    snprintf(begin, sizeof begin, ":%s%s", at, whole ? ": " : "");
    const char *colon = strchr(said, ':'), *end = strchr(said, '\n');
    cr_expect(!ok && colon && strncmp(colon, begin, strlen(begin)) == 0 && strstr(said, part) &&
                  end && end[1] == '\0',
              "%s: expected '%s...%s', got: %s", name, begin, part, ok ? "(taken)" : said);
    free(said);
}

static char *printed(struct trained *model)
{
    char *text;
    size_t length;
    FILE *to = open_memstream(&text, &length);
    cr_assert(to && weights_print(model, to));
    fclose(to);
    return text;
}

static void expect_equal(const char *name, struct trained *a, struct trained *b)
{
    cr_expect(a->network == b->network && a->classes == b->classes, "%s: kind", name);
    cr_expect(a->seed == b->seed && a->epochs == b->epochs, "%s: seed or epochs", name);
    cr_expect(memcmp(&a->alpha, &b->alpha, sizeof a->alpha) == 0, "%s: alpha", name);
    for (int n = 0; n < 3; n++) {
        cr_expect(strcmp(a->name[n], b->name[n]) == 0, "%s: name %d", name, n);
        cr_expect(strcmp(a->class_name[n], b->class_name[n]) == 0, "%s: class %d", name, n);
        cr_expect(memcmp(&a->mean[n], &b->mean[n], sizeof(double)) == 0, "%s: mean %d", name, n);
        cr_expect(memcmp(&a->scale[n], &b->scale[n], sizeof(double)) == 0, "%s: scale %d", name, n);
    }
    cr_expect(memcmp(a->W, b->W, sizeof a->W) == 0, "%s: W", name);
    for (int j = 0; j < 4; j++)
        for (int k = 0; k < trained_outputs(a); k++)
            cr_expect(memcmp(trained_gamma(a, j, k), trained_gamma(b, j, k), sizeof(double)) == 0,
                      "%s: gamma_%d%d", name, j, k);
}

/* What the old program saved is what the training gives now. */
Test(weights, old_files_are_read)
{
    for (enum network network = REGRESSION; network <= CLASSIFICATION; network++) {
        const char *text = network == REGRESSION ? old_regression : old_classification;
        struct trained trained = {.network = network, .seed = 3}, loaded;
        struct dataset data;
        size_t order[150];
        cr_assert(dataset_read_new(&data, &trained, NULL));
        trained.alpha = train_default_alpha(network);
        train_begin(&trained);
        cr_assert(train_epoch(&trained, &data, order) && train_epoch(&trained, &data, order));
        cr_assert(load(text, strlen(text), &loaded, NULL), "the old file is refused");
        expect_equal("old file", &trained, &loaded);
        dataset_free(&data);
    }
}

/* A random model with numbers of all sizes and names of all kinds. */
static struct trained drawn(struct random *random, enum network network)
{
    static const char *const names[] = {"a",  "a b", "\"q\", x", "\xC3\xA9",
                                        "\\", "/",   "features", "\xE2\x82\xAC;"};
    struct trained model = {.network = network};
    const double low = -1.0, high = 1.0;
    for (int n = 0; n < 3; n++) {
        const bool number = n < 2 || network == REGRESSION;
        snprintf(model.name[n], NAME_SIZE, "%s%d", names[random_below(random, 8)], n);
        model.mean[n] = number ? ldexp(random_uniform(random, low, high),
                                       (int)random_below(random, 1400) - 1050)
                               : 0.0;
        model.scale[n] =
            number ? ldexp(random_uniform(random, 0.5, high), (int)random_below(random, 1400) - 950)
                   : 1.0;
        if (network == CLASSIFICATION)
            snprintf(model.class_name[n], NAME_SIZE, "%d%s", n, names[random_below(random, 8)]);
    }
    model.classes = network == CLASSIFICATION ? 3 : 0;
    model.seed = random_bits(random);
    model.epochs = random_bits(random) >> 11;
    model.alpha = ldexp(random_uniform(random, 0.5, high), (int)random_below(random, 1900) - 950);
    for (int j = 0; j < 4; j++) {
        for (int i = 0; i < 3; i++)
            model.W[i][j] =
                ldexp(random_uniform(random, low, high), (int)random_below(random, 1090) - 1070);
        for (int k = 0; k < trained_outputs(&model); k++)
            *trained_gamma(&model, j, k) =
                ldexp(random_uniform(random, low, high), (int)random_below(random, 1090) - 1070);
    }
    return model;
}

Test(weights, what_is_written_is_read)
{
    struct random random = random_stream(6, 6);
    for (int n = 0; n < 300; n++) {
        struct trained model = drawn(&random, n % 2 ? REGRESSION : CLASSIFICATION), loaded;
        char *text = printed(&model);
        char *said;
        cr_expect(load(text, strlen(text), &loaded, &said), "refused: %s%s", said, text);
        free(said);
        expect_equal(text, &model, &loaded);
        free(text);
    }
}

struct fault {
    const char *name, *from, *to, *at, *part;
};

/* Faults in a weights file: the first occurrence of one text is replaced by another. */
static const struct fault old_faults[] = {
    {"other version", "weights 1", "weights 2", "1:1", "not a file that 'backproof train"},
    {"other network", "classification", "clustering", "2:9", "found 'clustering'"},
    {"wrong kind", "classification", "regression", "5:15", "expected 4 columns, found 2"},
    {"line missing", "feature\tPetal.Width", "target\tPetal.Width", "4:1", "expected 'feature'"},
    {"feature twice", "Petal.Width", "Petal.Length", "4:9", "a second column 'Petal.Length'"},
    {"feature is target", "Species", "Petal.Width", "5:8", "a second column 'Petal.Width'"},
    {"mean NaN", "Petal.Length\t", "Petal.Length\tnan\t1\n#", "3:22", "not a finite number"},
    {"mean text", "Petal.Length\t", "Petal.Length\tx", "3:22", "is not a decimal number"},
    {"scale 0", "Petal.Width\t1.1", "Petal.Width\t1\t0\n#", "4:23", "out of range"},
    {"field missing", "seed\t3", "seed", "9:5", "expected 2 columns, found 1"},
    {"field too many", "seed\t3", "seed\t3\t4", "9:8", "expected 2 columns, found 3"},
    {"seed negative", "seed\t3", "seed\t-3", "9:6", "'-3' is not a whole number"},
    {"epochs text", "epochs\t2", "epochs\ttwo", "10:8", "'two' is not a whole number"},
    {"epochs 2^64 - 1", "epochs\t2", "epochs\t18446744073709551615", "10:8", "to 9007199254740991"},
    {"alpha 0", "alpha\t", "alpha\t0\n#", "11:7", "'0' is out of range"},
    {"alpha Inf", "alpha\t", "alpha\tinf\n#", "11:7", "not a finite number"},
    {"W NaN", "W\t", "W\tnan\t0\t0\t0\n#", "12:3", "not a finite number"},
    {"W too large", "W\t", "W\t1\t1e7\t0\t0\n#", "12:5", "'1e7' is out of range"},
    {"gamma Inf", "gamma\t", "gamma\t1\t2\t-inf\n#", "15:11", "not a finite number"},
    {"gamma short", "gamma\t", "gamma\t1\t2\n#", "15:10", "expected 4 columns, found 3"},
    {"class twice", "versicolor", "setosa", "7:7", "a second class 'setosa'"},
    {"class empty", "versicolor", "", "7:7", "expected a name"},
    {"end missing", "end\n", "", "19:1", "the file ends before 'end'"},
    {"more after end", "end\n", "end\nend\n", "20:1", "more lines after 'end'"},
    {"not UTF-8", "setosa", "\xFF", "6:7", "not UTF-8"},
};

static const struct fault new_faults[] = {
    {"other format", "backproof weights", "else", "2:13", "its format is not 'backproof weights'"},
    {"no format", "\"format\"", "\"form\"", "1:1", "not a file that 'backproof train --weights'"},
    {"other version", "\"version\": 2", "\"version\": 3", "3:14", "reads versions 1 and 2 only"},
    {"version as text", "\"version\": 2", "\"version\": \"2\"", "3:14", "reads versions 1 and 2"},
    {"no version", "\"version\"", "\"Version\"", "1:1", "reads versions 1 and 2 only"},
    {"unknown member", "\"epochs\"", "\"epoch\"", "26:12", "unknown member 'epoch'"},
    {"unknown in feature", "\"mean\"", "\"means\"", "8:16", "unknown member 'means'"},
    {"unknown in target", "\"classes\"", "\"scale\"", "19:14", "unknown member 'scale'"},
    {"member twice", "\"alpha\"", "\"epochs\"", "27:", "duplicate object key"},
    {"other network", "classification", "clustering", "4:14", "found 'clustering'"},
    {"network no text", "\"classification\"", "1", "4:14", "expected a string"},
    {"wrong kind", "classification", "regression", "19:16", "unknown member 'classes'"},
    {"no features", "\"features\"", "\"feature\"", "5:14", "unknown member 'feature'"},
    {"features no array", "\"features\": [", "\"features\": 3, \"x\": [", "5:23", "unknown member"},
    {"mean missing", "\"mean\": 3.7580000000000027,", "", "6:5", "'mean' is missing"},
    {"feature twice", "Petal.Width", "Petal.Length", "12:15", "a second column 'Petal.Length'"},
    {"feature is target", "Species", "Petal.Width", "18:13", "a second column 'Petal.Width'"},
    {"feature no text", "\"Petal.Width\"", "null", "12:15", "expected a string"},
    {"feature empty", "Petal.Width", "", "12:15", "empty: expected a name"},
    {"feature with a tab", "Petal.Width", "Petal\\tWidth", "12:15", "control character"},
    {"feature with delete", "Petal.Width", "Petal\x7fWidth", "12:15", "control character"},
    {"mean NaN", "\"mean\": ", "\"mean\": nan, \"x\": ", "8:", "not JSON: "},
    {"mean text", "\"mean\": ", "\"mean\": \"1\", \"x\": ", "8:25", "unknown member 'x'"},
    {"mean large", "3.7580000000000027", "1e151", "8:15", "1e+151 is out of range"},
    {"mean no number", "3.7580000000000027", "\"3.7\"", "8:15", "expected a number"},
    {"scale 0", "1.7594040657753023", "0", "9:16", "0 is out of range: 1e-300 to 1e+150"},
    {"scale negative", "1.7594040657753023", "-1.5", "9:16", "-1.5 is out of range"},
    {"class twice", "versicolor", "setosa", "21:7", "a second class 'setosa'"},
    {"class empty", "versicolor", "", "21:7", "expected a name"},
    {"class missing", "\"setosa\",", "", "19:16", "expected 3 elements, found 2"},
    {"seed as number", "\"3\"", "3", "25:11", "expected a string"},
    {"seed negative", "\"3\"", "\"-3\"", "25:11", "'-3' is not a whole number"},
    {"seed 2^64", "\"3\"", "\"18446744073709551616\"", "25:11", "to 18446744073709551615"},
    {"epochs negative", "\"epochs\": 2", "\"epochs\": -2", "26:13", "from 0 to 9007199254740991"},
    {"epochs fraction", "\"epochs\": 2", "\"epochs\": 2.0", "26:13", "expected a whole number"},
    {"epochs 2^53", "\"epochs\": 2", "\"epochs\": 9007199254740992", "26:13", "9007199254740991"},
    {"epochs 2^64 - 1", "\"epochs\": 2", "\"epochs\": 18446744073709551615", "26:", "too big"},
    {"alpha 0", "0.10000000000000001", "0", "27:12", "0 is out of range"},
    {"alpha text", "0.10000000000000001", "\"fast\"", "27:12", "expected a number"},
    {"W no matrix", "\"W\": [", "\"W\": 0, \"V\": [", "28:16", "unknown member 'V'"},
    {"W overflow", "-0.16028414229712604", "1e999", "30:", "not JSON: real number overflow"},
    {"W too large", "-0.16028414229712604", "1e7", "30:7", "1e+07 is out of range"},
    {"W too small", "-0.16028414229712604", "-1e7", "30:7", "-1e+07 is out of range"},
    {"W short", "-0.16028414229712604,", "", "29:5", "expected 4 elements, found 3"},
    {"W row no array", "\"W\": [", "\"W\": [ 5,", "28:8", "expected 3 elements, found 4"},
    {"gamma long", "-1.1994433099703043", "1, 2", "49:5", "expected 3 elements, found 4"},
    {"gamma large", "-1.9446360983106297", "1e6,1e7", "64:5", "expected 3 elements, found 4"},
    {"the last number", "-1.9446360983106297", "1e7", "67:7", "1e+07 is out of range"},
    {"columns are characters", "\"Petal.Length\",", "\"\xC3\xA9\xC3\xA9\", \"x\": 1,", "7:26",
     "unknown member 'x'"},
    {"after an escaped quote", "\"Petal.Length\",", "\"a\\\"b, \", \"x\": 1,", "7:30",
     "unknown member 'x'"},
    {"not UTF-8", "setosa", "\xFF", "20:", "not JSON: "},
    {"more after the end", "\n  ]\n}", "\n  ]\n}\n{", "71:1", "not JSON: end of file expected"},
    {"cut", "\n  ]\n}", "\n  ]\n", "71:", "not JSON: "},
};

static void expect_faults(const char *good, const struct fault *faults, size_t count)
{
    struct trained model;
    cr_assert(load(good, strlen(good), &model, NULL), "the good file is refused");
    for (size_t n = 0; n < count; n++) {
        const char *at = strstr(good, faults[n].from);
        char *changed;
        size_t length;
        cr_assert(at, "%s: '%s' is not in the weights file", faults[n].name, faults[n].from);
        FILE *stream = open_memstream(&changed, &length);
        cr_assert(stream, "no memory");
        fprintf(stream, "%.*s%s%s", (int)(at - good), good, faults[n].to,
                at + strlen(faults[n].from));
        fclose(stream);
        expect_refused(faults[n].name, changed, length, faults[n].at, faults[n].part);
        free(changed);
    }
}

static char *good_file(void)
{
    struct trained model;
    cr_assert(load(old_classification, strlen(old_classification), &model, NULL));
    return printed(&model);
}

Test(weights, faults_in_old_files)
{
    expect_faults(old_classification, old_faults, sizeof old_faults / sizeof *old_faults);
}

Test(weights, faults_in_new_files)
{
    char *good = good_file();
    expect_faults(good, new_faults, sizeof new_faults / sizeof *new_faults);
    free(good);
}

/* Wherever a file is cut, short of its last newline, it is refused. */
Test(weights, cut_files)
{
    char *good = good_file();
    for (size_t length = 0; length + 1 < strlen(good); length++)
        expect_refused("cut, new", good, length, "", "");
    for (size_t length = 0; length + 1 < strlen(old_classification); length++)
        expect_refused("cut, old", old_classification, length, "", "");
    free(good);
}

/* The longest names, the largest and smallest numbers. */
Test(weights, limits)
{
    for (int old = 0; old < 2; old++)
        for (size_t length = NAME_SIZE - 1; length <= NAME_SIZE + 1; length++) {
            char *good = good_file(), *text;
            const char *from = old ? old_classification : good;
            const char *at = strstr(from, "setosa");
            size_t size;
            FILE *to = open_memstream(&text, &size);
            fprintf(to, "%.*s%0*d%s", (int)(at - from), from, (int)length, 0, at + 6);
            fclose(to);
            struct trained model;
            if (length < NAME_SIZE)
                cr_expect(load(text, size, &model, NULL) &&
                              strlen(model.class_name[0]) == NAME_SIZE - 1,
                          "the longest name");
            else
                expect_refused("long name", text, size, old ? "6:7" : "20:7", "is too long");
            free(text);
            free(good);
        }
    struct random random = random_stream(7, 7);
    struct trained model = drawn(&random, CLASSIFICATION), loaded;
    model.W[0][0] = WEIGHT_MAX;
    model.W[2][3] = -WEIGHT_MAX;
    model.alpha = 1e-300;
    model.epochs = EPOCHS_DONE_MAX;
    model.seed = UINT64_MAX;
    model.mean[0] = -NUMBER_MAX;
    model.scale[0] = NUMBER_MAX;
    model.scale[1] = SCALE_MIN;
    char *text = printed(&model);
    cr_assert(load(text, strlen(text), &loaded, NULL), "the largest numbers: %s", text);
    expect_equal("limits", &model, &loaded);
    free(text);
}

Test(weights, endless_file)
{
    char *text = malloc((1 << 20) + 1);
    cr_assert(text, "no memory");
    memset(text, ' ', (1 << 20) + 1);
    text[0] = '{';
    expect_refused("spaces", text, 1 << 20, "", "is longer than a weights file can be");
    expect_refused("spaces", text, (1 << 20) - 1, "1:", "not JSON: ");
    free(text);
}

Test(weights, wanted_network)
{
    char *good = good_file();
    const enum network regression = REGRESSION, classification = CLASSIFICATION;
    const char *const texts[] = {old_classification, good};
    for (int n = 0; n < 2; n++) {
        struct trained model;
        struct room file;
        temporary_file(&file, texts[n], strlen(texts[n]));
        cr_expect(weights_load(&model, file.path, &classification));
        capture_begin();
        cr_expect(!weights_load(&model, file.path, &regression));
        char *said = capture_end();
        cr_expect(strstr(said, n ? ":4:14: " : ":2:9: ") &&
                      strstr(said, "these are weights of classification, not of regression"),
                  "%s", said);
        free(said);
        unlink(file.path);
    }
    free(good);
}

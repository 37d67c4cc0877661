/* test_environment.c: where the program is started from: another locale, a terminal, standard input, names
 * with blanks.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runner.h"

static void expect_ok(const struct room *room, const char *line)
{
    struct result r = run_shell(room, line);
    cr_expect(r.status == 0, "%s: exit status %d, %s%s", line, r.status, r.out, r.err);
    cr_expect(*r.err == '\0', "%s: standard error has: %s", line, r.err);
    free_result(&r);
}

/* The same bytes where decimals are written with a comma, if the system knows such a place. */
Test(environment, any_locale)
{
    static const char *const lines[] = {
        "train regression --epochs 20 --alpha 0.015 --json --output c --weights w 2>&1",
        "train classification --epochs 2 --data in --output - 2>&1",
        "gradcheck classification --points 20",
        "gradcheck regression --points 20 --json",
        "predict --weights w 2>&1",
        "check d.md",
        "train regression --alpha 0,5 2>&1",
    };
    struct room room;
    room_open(&room);
    struct result r = run_shell(&room, "locale -a | grep -qix 'de_DE.utf-*8'");
    const bool there = r.status == 0;
    free_result(&r);
    if (!there) {
        room_close(&room);
        cr_skip_test("the system has no German locale");
    }
    room_write_text(&room, "in", "a,b,y\n1.5,2,x\n2.25,3,z\n4,1.125,u\n");
    room_write_text(&room, "d.md",
                    "$E = (t - a)^2$, $a = 0.5 x$. $dE/da = -2 (t - a)$, $dE/da = -1.9 (t - a)$\n");
    for (size_t n = 0; n < sizeof lines / sizeof *lines; n++) {
        char line[1024];
        snprintf(line, sizeof line,
                 "for l in C de_DE.UTF-8; do rm -f c; LC_ALL=$l \"$BACKPROOF\" %s >out.$l; "
                 "cat c w >>out.$l 2>r; done; rm -f r; cmp out.C out.de_DE.UTF-8 && test -s out.C",
                 lines[n]);
        expect_ok(&room, line);
    }
    room_close(&room);
}

Test(environment, data_from_standard_input)
{
    struct room room;
    room_open(&room);
    room_write_text(&room, "in", "a,b,y\n1,2,3\n2,3,5.5\n4,1,2\n");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 9 --data in --weights w >r");
    expect_ok(&room, "\"$BACKPROOF\" train regression --epochs 9 --data - --weights w2 <in >r2 &&"
                     " cmp w w2 && grep -q '^data *standard input, 3 rows$' r2");
    expect_ok(&room, "cat in | \"$BACKPROOF\" train regression --epochs 9 --data - --output - "
                     "2>r | head -n 1 | grep -q epoch");
    expect_ok(&room, "\"$BACKPROOF\" predict --weights w --data in >t 2>e &&"
                     " cat in | \"$BACKPROOF\" predict --weights w --data - >t2 2>e2 && cmp t t2 &&"
                     " grep -q 'on standard input, 3 rows' e2");
    struct result r = run(&room, "train regression --data - <&-");
    cr_expect(r.status == 2 && is_one_line(r.err, "standard input:1:1: ", "is empty"), "%s", r.err);
    free_result(&r);
    r = run_shell(&room, "printf 'a,b,y\\n1,x,2\\n' | \"$BACKPROOF\" train regression --data -");
    cr_expect(r.status == 2 && is_one_line(r.err, "standard input:2:3: ", "'x' is not"), "%s",
              r.err);
    free_result(&r);
    room_close(&room);
}

Test(environment, blanks_in_names)
{
    struct room room;
    room_open(&room);
    expect_ok(&room, "mkdir 'a b' && cp \"$BACKPROOF\" 'a b/my program' &&"
                     " printf 'a,b,y\\n1,2,3\\n2,3,5.5\\n4,1,2\\n' >'a b/my data' &&"
                     " cd 'a b' && './my program' train regression --data 'my data'"
                     " --output 'my curve' --weights 'my weights' >'my report' &&"
                     " grep -qx 'curve *my curve' 'my report' &&"
                     " './my program' predict --weights 'my weights' --data 'my data'"
                     " --output 'my table' 2>e && grep -q 'on my data, 3 rows' e &&"
                     " test $(wc -l <'my table') = 4 && cd .. && rm -r 'a b'");
    room_close(&room);
}

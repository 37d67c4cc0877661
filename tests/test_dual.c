/* test_dual.c: the arithmetic of dual numbers, and the numbers that points draw. */
#include <criterion/criterion.h>

#include "evaluated.h"

struct duals {
    struct dual x, y, out;
};

/* x = 3 + 2 e, y = -5 + 7 e, where e is the direction of the tangent. */
static struct duals duals_open(void)
{
    struct duals d;
    dual_init(&d.x);
    dual_init(&d.y);
    dual_init(&d.out);
    dual_set_whole(&d.x, 3);
    dual_set_whole(&d.y, -5);
    arb_set_si(d.x.tangent, 2);
    arb_set_si(d.y.tangent, 7);
    return d;
}

static void expect_dual(const char *what, const struct dual *found, const char *value,
                        const char *tangent)
{
    expect_ball(what, found->value, value);
    expect_ball(what, found->tangent, tangent);
}

static void duals_close(struct duals *d)
{
    dual_clear(&d->x);
    dual_clear(&d->y);
    dual_clear(&d->out);
}

Test(dual, dual_numbers_follow_the_rules_of_differentiation)
{
    struct duals d = duals_open();
    dual_set(&d.out, &d.x);
    dual_add(&d.out, &d.y, PRECISION);
    expect_dual("x + y", &d.out, "-2", "9");
    dual_set(&d.out, &d.x);
    dual_multiply(&d.out, &d.y, PRECISION);
    expect_dual("x y", &d.out, "-15", "11"); /* 2 (-5) + 3 7 */
    dual_set(&d.out, &d.x);
    dual_divide(&d.out, &d.y, PRECISION);
    expect_dual("x / y", &d.out, "-3/5", "-31/25"); /* (2 (-5) - 3 7) / 25 */
    dual_negate(&d.out);
    expect_dual("-(x / y)", &d.out, "3/5", "31/25");
    duals_close(&d);
}

Test(dual, powers_have_the_tangents_of_powers)
{
    struct duals d = duals_open();
    struct dual k;
    dual_init(&k);
    dual_set_whole(&k, 3);
    dual_power(&d.out, &d.y, &k, PRECISION); /* of a negative base */
    expect_dual("y^3", &d.out, "-125", "525");
    dual_set_whole(&k, -2);
    dual_power(&d.out, &d.x, &k, PRECISION);
    expect_dual("x^-2", &d.out, "1/9", "-4/27");
    dual_set_whole(&k, 0);
    dual_set_whole(&d.y, 0);
    dual_power(&d.out, &d.y, &k, PRECISION);
    expect_dual("0^0", &d.out, "1", "0");
    arb_set_str(k.value, "0.5", PRECISION);
    dual_set_whole(&d.y, 9);
    arb_set_si(d.y.tangent, 1);
    dual_power(&d.out, &d.y, &k, PRECISION);
    expect_dual("9^0.5", &d.out, "3", "1/6");
    dual_set_whole(&k, 2);
    arb_one(k.tangent); /* an exponent that varies: 3^2 log 3 + 2 3 2 */
    dual_power(&d.out, &d.x, &k, PRECISION);
    expect_dual("x^k", &d.out, "9", "21.887510598012987222557207132303");
    dual_set_whole(&d.y, -4);
    arb_set_str(k.value, "0.5", PRECISION);
    arb_zero(k.tangent);
    dual_power(&d.out, &d.y, &k, PRECISION);
    cr_expect(!arb_is_finite(d.out.value), "the root of a negative number has no value");
    dual_clear(&k);
    duals_close(&d);
}

/* --- points --- */

/* The value of an entry of a free vector. */
static void draw(const struct document *d, const struct point *point, const char *name, long index,
                 arb_t number)
{
    const struct entry entry = {.id = id_of(d, name, 1), .index = {index}};
    point_draw(point, &d->model->symbols, &entry, number);
}

static const char loss[] = "CE = -Σ_{k=0}^{2} l_k log(o_k)\ndCE/do_k = -l_k/o_k\n";

Test(points, labels_that_sum_to_one_do)
{
    struct document d = document_open(loss);
    struct point point = point_plain();
    arb_t sum, one;
    arb_init(sum);
    arb_init(one);
    point.labels = (struct labels){ASSUME_SUM_ONE, id_of(&d, "l", 1), 0, 0};
    for (long k = 0; k <= 2; k++) {
        draw(&d, &point, "l", k, one);
        cr_expect(arb_is_positive(one), "labels are positive");
        arb_add(sum, sum, one, PRECISION);
    }
    expect_ball("the sum of the labels", sum, "1");
    draw(&d, &point, "o", 0, one);
    point.labels.assumption = ASSUME_NOTHING;
    draw(&d, &point, "o", 0, sum);
    cr_expect(arb_equal(one, sum), "the assumption is about the labels alone");
    arb_clear(one);
    arb_clear(sum);
    document_close(&d);
}

Test(points, one_hot_labels_have_one_1)
{
    struct document d = document_open(loss);
    struct point point = point_plain();
    arb_t one;
    arb_init(one);
    point.labels = (struct labels){ASSUME_ONE_HOT, id_of(&d, "l", 1), 1, 0};
    for (long k = 0; k <= 2; k++) {
        draw(&d, &point, "l", k, one);
        expect_ball("one-hot", one, k == 1 ? "1" : "0");
    }
    point.labels.assumption = ASSUME_BINARY;
    for (point.labels.hot = 0; point.labels.hot <= 1; point.labels.hot++) {
        draw(&d, &point, "l", 0, one);
        expect_ball("binary", one, point.labels.hot ? "1" : "0");
    }
    arb_clear(one);
    document_close(&d);
}

/* 100 draws of a kind lie in their range, and are not all the same. */
static void expect_drawn(enum draw kind, double low, double high, bool negative_too)
{
    struct document d = document_open(loss);
    struct point point = point_plain();
    size_t negative = 0;
    double least = 10, most = -10;
    arb_t number;
    arb_init(number);
    point.draw = kind;
    for (long n = 0; n < 100; n++) {
        draw(&d, &point, "o", n, number);
        const double x = arf_get_d(arb_midref(number), ARF_RND_NEAR), size = x < 0 ? -x : x;
        cr_expect(size >= low && size <= high, "%g is drawn", x);
        negative += x < 0;
        least = size < least ? size : least;
        most = size > most ? size : most;
    }
    cr_expect(negative_too ? negative > 20 && negative < 80 : negative == 0);
    cr_expect(most - least > (high - low) / 2, "from %g to %g", least, most);
    arb_clear(number);
    document_close(&d);
}

Test(points, draws_keep_to_their_range)
{
    expect_drawn(DRAW_ANY, 0.2, 1.9, true);
    expect_drawn(DRAW_POSITIVE, 0.2, 1.9, false);
    expect_drawn(DRAW_UNIT, 0.05, 0.95, false);
}

/* A ball around a whole number is none: the power is exp(e log b), which a negative base has not. */
Test(dual, an_exponent_is_whole_only_if_that_is_certain)
{
    struct dual base, exponent, power;
    dual_init(&base);
    dual_init(&exponent);
    dual_init(&power);
    dual_set_whole(&base, -2);
    dual_set_whole(&exponent, 3);
    dual_power(&power, &base, &exponent, PRECISION);
    cr_expect(arb_equal_si(power.value, -8));
    mag_set_d(arb_radref(exponent.value), 1e-30);
    dual_power(&power, &base, &exponent, PRECISION);
    cr_expect(!arb_is_finite(power.value));
    dual_clear(&power);
    dual_clear(&exponent);
    dual_clear(&base);
}

Test(points, a_point_draws_the_same_number_whenever_it_is_asked)
{
    struct document d = document_open(loss);
    struct point point = point_plain(), other = point_plain();
    arb_t a, b;
    arb_init(a);
    arb_init(b);
    draw(&d, &point, "o", 2, a);
    draw(&d, &point, "o", 1, b);
    cr_expect(!arb_equal(a, b), "two entries have two numbers");
    draw(&d, &point, "o", 2, b);
    cr_expect(arb_equal(a, b));
    other.seed = 2;
    cr_expect(!point_same(&point, &other));
    draw(&d, &other, "o", 2, b);
    cr_expect(!arb_equal(a, b), "another point has other numbers");
    arb_clear(b);
    arb_clear(a);
    document_close(&d);
}

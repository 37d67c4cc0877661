/* test_values.c: the evaluator, on small documents whose numbers are known by hand. */
#include <criterion/criterion.h>

#include "check/values/calls.h"
#include "evaluated.h"

/* The left side of the last line has this value. */
static void expect_under(const char *text, const struct point *point, const struct query *query,
                         const char *value)
{
    struct document d = document_open(text);
    struct dual out;
    dual_init(&out);
    const enum reason_code reason = value_of(&d, claim_at(&d, 0)->left, point, query, &out);
    cr_expect(reason == REASON_NONE, "%s: %s", text,
              reason_text(&d.arena, (struct reason){reason, NULL}));
    expect_ball(text, out.value, value);
    dual_clear(&out);
    document_close(&d);
}

static void expect_value(const char *text, const char *value)
{
    const struct point point = point_plain();
    const struct query query = {.injected = INJECT_NOTHING};
    expect_under(text, &point, &query, value);
}

static void expect_injected(const char *text, enum injected injected, const char *value)
{
    const struct point point = point_plain();
    const struct query query = {.injected = injected};
    expect_under(text, &point, &query, value);
}

/* The left side of the last line has no value. */
static void expect_none(const char *text, enum reason_code expected)
{
    struct document d = document_open(text);
    const struct point point = point_plain();
    const struct query query = {.injected = INJECT_NOTHING};
    struct dual out;
    dual_init(&out);
    const enum reason_code reason = value_of(&d, claim_at(&d, 0)->left, &point, &query, &out);
    cr_expect(reason == expected, "%s: expected '%s', found '%s'", text,
              reason_text(&d.arena, (struct reason){expected, NULL}),
              reason_text(&d.arena, (struct reason){reason, NULL}));
    dual_clear(&out);
    document_close(&d);
}

/* --- values --- */

Test(values, formulas_have_their_values)
{
    expect_value("x = 3\ny = 2 x^2 - 4/x + 1\n", "53/3");
    expect_value("x = 0.1\ny = x + 0.2\n", "3/10"); /* decimals are no doubles */
    expect_value("x = 2\ny = (1 - x)(x + 5)/(x^2 + 1)\n", "-7/5");
    expect_value("x = 1\ny = e^x\n", "2.7182818284590452353602874713527");
    expect_value("x = 2\ny = log(x)\n", "0.69314718055994530941723212145818");
    expect_value("x = 2\ny = π x\n", "6.283185307179586476925286766559");
    expect_value("a = 7\nb = 2\ny = max(a, b, 3) - min(a, b)\n", "5");
}

Test(values, functions_of_a_document_take_their_arguments)
{
    expect_value("f(z) = z^2 + 1\ny = f(3) + f(f(1))\n", "15");
    expect_value("c = 10\nf(a, b) = a - b + c\ny = f(5, 2) f(2, 5)\n", "91");
    expect_value("f(z) = z^3\nx = 2\ny = f(2 x)\ndy/dx = 6 x^2\n", "96"); /* 3 16 2 */
    expect_value("f(z) = z^3\nx = 2\ny = f'(x)\n", "12");
    expect_none("f(z) = f(z - 1) + 1\ny = f(3)\n", REASON_FUNCTION_CIRCULAR);
}

Test(values, sums_run_over_their_range_and_no_further)
{
    expect_value("y = Σ_{i=1}^{4} i^2\n", "30");
    expect_value("y = Σ_{i=0}^{2} Σ_{j=1}^{2} (10 i + j)\n", "69");
    expect_value("x_1 = 2\nx_2 = 3\nx_3 = 5\ny = Σ_{k=1}^{3} x_k^2\n", "38");
    expect_none("y = Σ_{i=1}^{6000} i\n", REASON_SUM_LONG);
}

Test(values, sums_leave_out_what_their_condition_excludes)
{
    static const char text[] = "x_1 = 2\nx_2 = 3\nx_3 = 5\n"
                               "y_j = Σ_{k=1,k≠j}^{3} x_k\nz = y_1 + 100 y_3\n";
    expect_value(text, "508");
}

Test(values, cases_and_conditions)
{
    static const char text[] = "$m_k = \\begin{cases} 5 & k = 1 \\\\ 7 & k > 2 \\\\ 11 & "
                               "\\text{otherwise} \\end{cases}$\n\n$y = m_1 + 20 m_2 + 400 m_3$\n";
    expect_value(text, "3025");
    static const char values[] = "$x = 3$\n\n$u = \\begin{cases} x & x > 0 \\\\ 0 & "
                                 "\\text{otherwise} \\end{cases}$\n\n$\\frac{du}{dx} = 1$\n";
    expect_value(values, "1");
}

/* --- tangents --- */

Test(values, derivatives_go_through_definitions)
{
    static const char text[] = "x = 3\nw = 2\nt = 1\no = w x\nE = (o - t)^2\n";
    char line[256];
    snprintf(line, sizeof line, "%sdE/dw = 1\n", text);
    expect_value(line, "30"); /* 2 (6 - 1) 3 */
    snprintf(line, sizeof line, "%sdE/do = 1\n", text);
    expect_value(line, "10");
    snprintf(line, sizeof line, "%sdE/dt = 1\n", text);
    expect_value(line, "-10");
    snprintf(line, sizeof line, "%sdo/dt = 1\n", text);
    expect_value(line, "0");
}

Test(values, derivatives_by_an_entry_leave_the_others_alone)
{
    static const char text[] = "x_1 = 2\nx_2 = 3\ny = x_1^2 x_2\n";
    char line[256];
    snprintf(line, sizeof line, "%sdy/dx_1 = 1\n", text);
    expect_value(line, "12");
    snprintf(line, sizeof line, "%sdy/dx_2 = 1\n", text);
    expect_value(line, "4");
}

Test(values, built_in_functions_have_their_slopes)
{
    static const struct {
        const char *formula, *slope; /* at x = 0.5 */
    } each[] = {
        {"e^x", "1.6487212707001281468486507878142"},
        {"log(x)", "2"},
        {"σ(x)", "0.23500371220159448906930269502101"},
        {"tanh(x)", "0.78644773296592741014969893434364"},
        {"sin(x)", "0.87758256189037271611628158260383"},
        {"cos(x)", "-0.47942553860420300027328793521557"},
        {"sinh(x)", "1.1276259652063807852262251614027"},
        {"cosh(x)", "0.52109530549374736162242562641149"},
        {"sqrt(x)", "0.70710678118654752440084436210485"},
        {"softplus(x)", "0.62245933120185456463890056574551"},
        {"relu(x)", "1"},
        {"abs(x)", "1"},
        {"x^x", "0.21697770945227392854389350028723"},
    };
    for (size_t n = 0; n < sizeof each / sizeof *each; n++) {
        char text[128];
        snprintf(text, sizeof text, "x = 0.5\ny = %s\ndy/dx = 1\n", each[n].formula);
        expect_value(text, each[n].slope);
    }
}

Test(values, what_is_not_a_number_has_a_reason)
{
    expect_none("x = 0\ny = relu(x)\n", REASON_KINK);
    expect_none("x = 2\ny = max(x, 2)\n", REASON_KINK);
    expect_none("y = x\nx = y\nz = x + 1\n", REASON_SYMBOL_CIRCULAR);
    expect_none("y = [1, 2] + 1\n", REASON_LIST);
    expect_none("E = w^2\ng = dE/dw\nh = dg/dw\n", REASON_SECOND_DERIVATIVE);
    expect_none("E = w^2\ny = dw/dE\n", REASON_NEVER_DEFINED);
    expect_none("h = σ(x)\ny = σ + 1\n", REASON_SIGMA_ALONE);
    expect_none("x = 3\ny = x_{i j k l m}\n", REASON_MANY_INDICES);
}

/* The left side of the last line is a number, but not a finite one. */
static void expect_infinite(const char *text)
{
    struct document d = document_open(text);
    const struct point point = point_plain();
    const struct query query = {.injected = INJECT_NOTHING};
    struct dual out;
    dual_init(&out);
    cr_expect(value_of(&d, claim_at(&d, 0)->left, &point, &query, &out) == REASON_NONE);
    cr_expect(!arb_is_finite(out.value), "%s", text);
    dual_clear(&out);
    document_close(&d);
}

Test(values, what_has_no_value_has_no_derivative)
{
    expect_infinite("x = 0\ny = 1/x\ndy/dx = 1\n");
    expect_infinite("x = -1\ny = log(x)\ndy/dx = 1\n"); /* whose slope would be -1 */
}

/* --- injected mistakes --- */

static const char net[] = "x = 2\nv = 3\nz = x v\nh = tanh(z/6)\nE = h^2\n";

Test(values, an_injected_mistake_changes_slopes_of_activations_alone)
{
    char text[256];
    snprintf(text, sizeof text, "%sdE/dv = 1\n", net);
    /* 2 tanh(1) x/6, with the slope 1 - tanh(1)^2, 1, or 1 - tanh(tanh(1))^2 behind it */
    expect_injected(text, INJECT_NOTHING, "0.21323333614974150006283058976795");
    expect_injected(text, INJECT_NO_SLOPE, "0.50772943730384325874630552173653");
    expect_injected(text, INJECT_SLOPE_AT_VALUE, "0.29845186773143585499580528964639");
    snprintf(text, sizeof text, "%sy = E\n", net);
    expect_injected(text, INJECT_NO_SLOPE,
                    "0.5800256583859739306055032609583"); /* no value changes */
    expect_injected("x = 1\nE = e^x\ndE/dx = 1\n", INJECT_NO_SLOPE,
                    "2.7182818284590452353602874713527");
}

Test(values, the_diagonal_alone_forgets_the_other_outputs)
{
    static const char text[] = "X_0 = 0\nX_1 = 0\nO_k = e^{X_k} / Σ_{m=0}^{1} e^{X_m}\n";
    char line[256];
    snprintf(line, sizeof line, "%sdO_0/dX_1 = 1\n", text);
    expect_injected(line, INJECT_NOTHING, "-1/4");
    expect_injected(line, INJECT_DIAGONAL, "0");
    snprintf(line, sizeof line, "%sdO_1/dX_1 = 1\n", text);
    expect_injected(line, INJECT_DIAGONAL, "1/4");
}

/* --- assumed derivatives --- */

/* The left side of the last line, with the line before it assumed. */
static void expect_assumed(const char *text, const char *value)
{
    struct document d = document_open(text);
    const struct point point = point_plain();
    const struct claim *line = claim_at(&d, 1);
    const struct assumed assumed = {.derivative = line->left, .value = line->right};
    const struct query query = {.assumed = &assumed};
    struct dual out;
    dual_init(&out);
    cr_expect(value_of(&d, claim_at(&d, 0)->left, &point, &query, &out) == REASON_NONE);
    expect_ball(text, out.value, value);
    dual_clear(&out);
    document_close(&d);
}

Test(values, an_assumed_derivative_stands_in_for_the_true_one)
{
    static const char scalar[] = "x = 3\nw = 2\no = w x\nE = o^2\n";
    char text[512];
    snprintf(text, sizeof text, "%sdE/do = 7\ndE/do = 1\n", scalar);
    expect_assumed(text, "7");
    snprintf(text, sizeof text, "%sdE/do = 7\ndE/dw = 1\n", scalar);
    expect_assumed(text, "21"); /* 7 x: the chain rule goes on from what is assumed */
    snprintf(text, sizeof text, "%sdE/do = 7\ndo/dw = 1\n", scalar);
    expect_assumed(text, "3"); /* another derivative */
    snprintf(text, sizeof text, "%sdE/dw = x\ndE/dx = 1\n", scalar);
    expect_assumed(text, "24"); /* E depends on x not only through w: the true one */
}

Test(values, an_assumed_derivative_of_entries_is_summed_over_all_of_them)
{
    static const char text[] = "w = 2\nx_1 = 3\nx_2 = 5\nh_j = w x_j\nE = Σ_{j=1}^{2} h_j^2\n"
                               "dE/dh_j = 10 j\ndE/dw = 1\n";
    expect_assumed(text, "130"); /* 10 3 + 20 5 */
}

Test(values, an_assumed_derivative_of_one_index_is_about_that_entry_alone)
{
    static const char through[] = "c = 2\nu_j = c j\nh_j = u_j^2\nE = Σ_{j=1}^{2} h_j\n"
                                  "dh_j/du_j = 10 j\ndE/dc = 1\n";
    expect_assumed(through, "50"); /* 10 1 + 20 2, not each with each */
    static const char itself[] = "u_1 = 3\nu_2 = 5\nh_j = u_j^2\nE = Σ_{j=1}^{2} h_j\n"
                                 "dh_j/du_j = 10 j\ndE/du_2 = 1\n";
    expect_assumed(itself, "20");
}

Test(values, what_is_assumed_is_not_mixed_up_with_what_is_true)
{
    static const char text[] = "o = 3\nE = o^2\ng = dE/do\n";
    char line[256];
    snprintf(line, sizeof line, "%sdE/do = g + 1\ndE/do + g = 1\n", text);
    expect_assumed(line, "14"); /* g is 6 in what is assumed, and 7 under it */
}

/* --- what is in force, what is kept --- */

Test(values, numbers_come_into_force_where_they_stand)
{
    static const char text[] = "y = x^2\nx = 2\ndy/dx = 1\nx = 5\ny = x^2\n";
    static const struct {
        size_t line;
        const char *value;
    } each[] = {{1, "4"}, {2, "4"}, {3, "25"}, {4, "25"}};
    const struct query query = {.injected = INJECT_NOTHING};
    for (size_t n = 0; n < sizeof each / sizeof *each; n++) {
        struct point point = point_plain();
        point.line = each[n].line;
        expect_under(text, &point, &query, each[n].value);
    }
    struct document d = document_open(text);
    struct point before = point_plain();
    const struct entry x = {.id = id_of(&d, "x", 0)};
    struct dual out;
    arb_t drawn;
    dual_init(&out);
    arb_init(drawn);
    before.line = 0;
    cr_expect(value_of(&d, claim_at(&d, 3)->left, &before, &query, &out) == REASON_NONE);
    point_draw(&before, &d.model->symbols, &x, drawn);
    cr_expect(arb_overlaps(out.value, drawn), "before the first of them x is free");
    arb_clear(drawn);
    dual_clear(&out);
    document_close(&d);
}

Test(values, an_entry_is_computed_once)
{
    struct document d = document_open("h = w^2 + w^3 + w^4\nE = h + h\n");
    const struct point point = point_plain();
    const struct query query = {.injected = INJECT_NOTHING};
    struct memo memo = {NULL, 0, 0};
    struct evaluation first = {.environment = &d.environment, .point = &point, .memo = &memo};
    struct evaluation second = first;
    struct dual out;
    dual_init(&out);
    const struct expr *e = claim_at(&d, 0)->left;
    cr_expect(evaluate(&first, &query, e, NULL, &out));
    cr_expect(evaluate(&second, &query, e, NULL, &out));
    cr_expect(first.steps > 10 && second.steps == 1, "%zu steps, then %zu", first.steps,
              second.steps);
    const struct entry w = {.id = id_of(&d, "w", 0)}, h = {.id = id_of(&d, "h", 0)};
    cr_expect(memo_has(&memo, &w) && memo_has(&memo, &h));
    memo_clear(&memo);
    cr_expect(!memo_has(&memo, &w));
    dual_clear(&out);
    document_close(&d);
}

Test(values, too_much_work_ends)
{
    expect_none("y = Σ_{i=1}^{4000} Σ_{j=1}^{4000} (i + j)\n", REASON_LINE_STEPS);
}

Test(values, a_function_that_a_document_defines_otherwise_is_noticed)
{
    static const struct {
        const char *text;
        bool differs;
    } each[] = {
        {"tanh(x) = (e^x - e^{-x})/(e^x + e^{-x})\n", false},
        {"tanh(x) = x/(1 + x)\n", true},
        {"y = tanh(x)\n", false},
    };
    for (size_t n = 0; n < sizeof each / sizeof *each; n++) {
        struct document d = document_open(each[n].text);
        const struct point point = point_plain();
        struct memo memo = {NULL, 0, 0};
        struct evaluation ev = {.environment = &d.environment, .point = &point, .memo = &memo};
        cr_expect(call_differs(&ev, "tanh") == each[n].differs, "%s", each[n].text);
        memo_clear(&memo);
        document_close(&d);
    }
}

Test(values, of_several_reasons_the_first_counts)
{
    struct evaluation ev = {.steps = 0};
    cr_expect(!evaluation_fail(&ev, REASON_KINK) && !evaluation_fail(&ev, REASON_SUM_LONG));
    cr_expect(ev.reason.code == REASON_KINK);
}

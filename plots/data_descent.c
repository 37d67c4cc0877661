/* data_descent.c: the loss after one step along the negative gradient, for learning rates alpha from 0,
 * and beside it the tangent at 0, whose slope is minus the squared length of the gradient.
 *
 * Regression: a random sample, and only gamma moves. Then O_0 is linear in alpha and the loss is the
 * parabola (1 - 2 alpha S)^2 SE(0), S the sum of H_j^2. S < 4, so that no alpha up to 1/4 raises it.
 * Classification: the mean loss of the 150 flowers at the first weights, and all weights move.
 */
#include "data.h"

#include <math.h>

#include "classification.h"
#include "gradcheck/gradcheck.h"
#include "regression.h"
#include "program/train.h"

enum { STEPS = 120, ALPHA_LAST = 8 };

static void line(FILE *table, const char *network, double alpha, double loss, double tangent)
{
    fprintf(table, "%s\t%.6g\t%.8g\t%.8g\n", network, alpha, loss, tangent);
}

static void draw(double *numbers, int count, struct random *random)
{
    for (int n = 0; n < count; n++)
        numbers[n] = gradcheck_draw(random);
}

static void write_regression(FILE *table, FILE *marks)
{
    struct random random = random_stream(3, 0);
    double I[3], W[3][4], gamma[4], y, H[4], gradient[4], S = 0.0, square = 0.0;
    draw(I, 3, &random);
    draw(W[0], 12, &random);
    draw(gamma, 4, &random);
    draw(&y, 1, &random);
    const double O_0 = regression_forward(I, W, gamma, H), SE = R3_SE(y, O_0);
    regression_gradient_gamma(R4_dSE_dO(y, O_0), H, gradient);
    for (int j = 0; j < 4; j++) {
        S += H[j] * H[j];
        square += gradient[j] * gradient[j];
    }
    for (int n = 0; n <= STEPS; n++) {
        const double alpha = 1.1 / S * n / STEPS,
                     parabola = (1 - 2 * alpha * S) * (1 - 2 * alpha * S);
        double moved[4];
        for (int j = 0; j < 4; j++)
            moved[j] = R7_gamma(gamma[j], alpha, gradient[j]);
        const double loss = regression_loss(I, y, W, moved);
        if (!(fabs(loss - parabola * SE) <= 1e-12 * SE))
            data_fail("the loss is not the parabola", "regression");
        line(table, "regression", alpha, loss, SE - alpha * square);
    }
    fprintf(marks, "quarter\t0.25\nminimum\t%.6g\nreturn\t%.6g\n", 0.5 / S, 1.0 / S);
}

/* Adds the gradient of one flower's cross-entropy. */
static void add_gradient(struct trained *model, const struct observation *row,
                         double by_gamma[4][3], double by_W[3][4])
{
    double l[3] = {0.0}, H[4], X[3], O[3], by_X[3], one_gamma[4][3], one_W[3][4];
    l[row->class] = 1.0;
    classification_forward(row->I, model->W, model->gamma.classification, H, X);
    C3_O(X, O);
    classification_gradient_X(O, l, by_X);
    classification_gradient_gamma(by_X, H, one_gamma);
    classification_gradient_W(row->I, by_X, model->gamma.classification, H, one_W);
    for (int j = 0; j < 4; j++)
        for (int n = 0; n < 3; n++) {
            by_gamma[j][n] += one_gamma[j][n];
            by_W[n][j] += one_W[n][j];
        }
}

static void write_classification(FILE *table)
{
    struct trained model = {.network = CLASSIFICATION, .seed = 1};
    struct dataset data;
    double by_gamma[4][3] = {{0.0}}, by_W[3][4] = {{0.0}}, square = 0.0;
    if (!dataset_read_new(&data, &model, NULL))
        data_fail("cannot be read", "the built-in data");
    train_begin(&model);
    for (size_t r = 0; r < data.rows; r++)
        add_gradient(&model, &data.row[r], by_gamma, by_W);
    for (int j = 0; j < 4; j++)
        for (int n = 0; n < 3; n++) {
            by_gamma[j][n] /= (double)data.rows;
            by_W[n][j] /= (double)data.rows;
            square += by_gamma[j][n] * by_gamma[j][n] + by_W[n][j] * by_W[n][j];
        }
    const double CE = train_score(&model, &data).loss;
    for (int n = 0; n <= STEPS; n++) {
        const double alpha = (double)ALPHA_LAST * n / STEPS;
        struct trained moved = model;
        classification_update(moved.W, moved.gamma.classification, alpha, by_gamma, by_W);
        line(table, "classification", alpha, train_score(&moved, &data).loss, CE - alpha * square);
    }
    dataset_free(&data);
}

void write_descent(const char *directory)
{
    FILE *table = table_open(directory, "descent.tsv", "network\talpha\tloss\ttangent");
    FILE *marks = table_open(directory, "descent_marks.tsv", "mark\talpha");
    write_regression(table, marks);
    write_classification(table);
    table_close(marks, "descent_marks.tsv");
    table_close(table, "descent.tsv");
}

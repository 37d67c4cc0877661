/* loops.c: plain loops for both networks. */
#include "loops.h"

#include <math.h>

static void hidden(const double I[3], double W[3][4], double H[4])
{
    for (int j = 0; j < 4; j++) {
        double z = 0.0;
        for (int i = 0; i < 3; i++)
            z += I[i] * W[i][j];
        H[j] = 1.0 / (1.0 + exp(-z));
    }
}

void loops_regression_step(const double I[3], double y, double W[3][4], double gamma[4],
                           double alpha)
{
    double H[4], dgamma[4], dW[3][4], O_0 = 0.0;
    hidden(I, W, H);
    for (int j = 0; j < 4; j++)
        O_0 += H[j] * gamma[j];
    const double error = -2.0 * (y - O_0);
    for (int j = 0; j < 4; j++) {
        const double delta = error * gamma[j] * H[j] * (1.0 - H[j]);
        dgamma[j] = error * H[j];
        for (int i = 0; i < 3; i++)
            dW[i][j] = delta * I[i];
    }
    for (int j = 0; j < 4; j++)
        gamma[j] -= alpha * dgamma[j];
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            W[i][j] -= alpha * dW[i][j];
}

static void softmax(const double X[3], double O[3])
{
    double M = X[0], sum = 0.0;
    for (int k = 1; k < 3; k++)
        if (X[k] > M)
            M = X[k];
    for (int k = 0; k < 3; k++) {
        O[k] = exp(X[k] - M);
        sum += O[k];
    }
    for (int k = 0; k < 3; k++)
        O[k] /= sum;
}

void loops_classification_step(const double I[3], const double l[3], double W[3][4],
                               double gamma[4][3], double alpha)
{
    double H[4], X[3] = {0.0}, O[3], error[3], dgamma[4][3], dW[3][4];
    hidden(I, W, H);
    for (int j = 0; j < 4; j++)
        for (int k = 0; k < 3; k++)
            X[k] += H[j] * gamma[j][k];
    softmax(X, O);
    for (int k = 0; k < 3; k++)
        error[k] = O[k] - l[k];
    for (int j = 0; j < 4; j++) {
        double back = 0.0;
        for (int k = 0; k < 3; k++) {
            back += error[k] * gamma[j][k];
            dgamma[j][k] = error[k] * H[j];
        }
        const double delta = back * H[j] * (1.0 - H[j]);
        for (int i = 0; i < 3; i++)
            dW[i][j] = delta * I[i];
    }
    for (int j = 0; j < 4; j++)
        for (int k = 0; k < 3; k++)
            gamma[j][k] -= alpha * dgamma[j][k];
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; j++)
            W[i][j] -= alpha * dW[i][j];
}

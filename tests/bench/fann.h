/* fann.h: FANN's networks of the nearest shape: a linear output for regression; for classification
 * three sigmoid outputs, because FANN has no softmax. It adds a bias unit to each layer, so it takes
 * the two inputs without I_0. Doubles, online training. */
#ifndef BACKPROOF_BENCH_FANN_H
#define BACKPROOF_BENCH_FANN_H

void fann_open(void);
void fann_regression_step(const double I[3], const double *y);
void fann_classification_step(const double I[3], const double l[3]);
void fann_close(void);

#endif

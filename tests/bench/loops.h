/* loops.h: the two training steps as one would write them without the homework in mind: plain loops,
 * error terms kept in arrays, exp called where it is needed. What the benchmark compares with. */
#ifndef BACKPROOF_BENCH_LOOPS_H
#define BACKPROOF_BENCH_LOOPS_H

void loops_regression_step(const double I[3], double y, double W[3][4], double gamma[4],
                           double alpha);
void loops_classification_step(const double I[3], const double l[3], double W[3][4],
                               double gamma[4][3], double alpha);

#endif

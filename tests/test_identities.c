/* test_identities.c: what must hold of R1, R3, C3, C4 and C6 whatever the numbers, as theories.
 * The data points are sums of few powers of 2, so that X + c below is exact.
 */
#include <criterion/criterion.h>
#include <criterion/theories.h>
#include <math.h>

#include "classification.h"
#include "compare.h"
#include "regression.h"

TheoryDataPoints(identities, R1_C1_sigma_of_both_signs_sums_to_1) = {
    DataPoints(double, 0.0, 0x1p-60, 1e-9, 0.3, 0.5, 1.0, 2.0, 7.7, 20.0, 36.0, 37.5, 50.0, 700.0,
               709.7, 709.8, 745.0, 800.0, 1e4, 1e300),
};

Theory((double x), identities, R1_C1_sigma_of_both_signs_sums_to_1)
{
    const double right = sigma(x), left = sigma(-x);
    expect_close("sigma", "R1 sigma(x) + sigma(-x)", right + left, 1.0, 1.0);
    cr_expect(0.0 <= left && left <= 0.5 && 0.5 <= right && right <= 1.0, "sigma: R1 at +-%g", x);
    cr_expect(x > 700.0 || left > 0.0, "sigma: R1 is 0 at %g", -x);
}

TheoryDataPoints(identities, R1_C1_sigma_grows) = {
    DataPoints(double, -800.0, -36.0, -2.0, -0.5, 0.0, 0.25, 1.0, 3.0, 37.0, 800.0),
    DataPoints(double, -700.0, -35.0, -1.0, -0.25, 0.0, 0.5, 2.0, 4.0, 38.0, 900.0),
};

Theory((double x, double y), identities, R1_C1_sigma_grows)
{
    cr_assume(x <= y);
    cr_expect(sigma(x) <= sigma(y), "sigma: R1 falls from %g to %g", x, y);
    cr_expect(x == y || y > 36.0 || x < -700.0 || sigma(x) < sigma(y), "sigma: R1 is flat");
}

TheoryDataPoints(identities, R3_squared_error) = {
    DataPoints(double, -3.5, -0.25, 0.0, 1.0, 100.0),
    DataPoints(double, -3.5, -0.125, 0.0, 2.0, 99.0),
};

Theory((double y, double O_0), identities, R3_squared_error)
{
    const double SE = R3_SE(y, O_0);
    cr_expect(y == O_0 ? SE == 0.0 : SE > 0.0, "R3: %g for y = %g, O_0 = %g", SE, y, O_0);
    expect_exact("symmetry", "R3", R3_SE(O_0, y), SE);
    expect_exact("slope", "R4", R4_dSE_dO(y, O_0), -R4_dSE_dO(O_0, y));
    cr_expect(y == O_0 || (R4_dSE_dO(y, O_0) > 0.0) == (O_0 > y), "R4: the slope points down");
}

TheoryDataPoints(identities, C3_C4_C6_softmax) = {
    DataPoints(double, 0.0, 0.5, -3.0, 30.0, 1000.0, -1e4),
    DataPoints(double, 0.0, 1.25, -2.5, -40.0, 1024.0, 1e4),
    DataPoints(double, 0.0, -0.25, 4.0, 31.0, -1000.0, 9e3),
};

Theory((double X_0, double X_1, double X_2), identities, C3_C4_C6_softmax)
{
    const double X[3] = {X_0, X_1, X_2};
    double O[3];
    C3_O(X, O);
    expect_close("softmax", "C3 sum of O", O[0] + O[1] + O[2], 1.0, 1.0);
    for (int k = 0; k < 3; k++) {
        double l[3] = {0.0, 0.0, 0.0}, column = 0.0;
        l[k] = 1.0;
        cr_expect(0.0 <= O[k] && O[k] <= 1.0, "softmax: C3 O_%d is %g", k, O[k]);
        const double CE = C4_CE(l, X);
        cr_expect(CE >= 0.0 && CE < 3e4, "softmax: C4 is %g for class %d", CE, k);
        if (O[k] > 1e-300)
            expect_close("softmax", "C4 against -log O_k", CE, -log(O[k]), 1.0);
        for (int j = 0; j < 3; j++) {
            column += C6_dO_dX(O, j, k);
            expect_exact("softmax", "C6 both ways", C6_dO_dX(O, j, k), C6_dO_dX(O, k, j));
            cr_expect(X[k] < X[j] || O[k] >= O[j], "softmax: C3 turns the order round");
        }
        expect_close("softmax", "C6 summed over the outputs", column, 0.0, 1.0);
    }
}

TheoryDataPoints(identities, C3_C4_shift_changes_nothing) = {
    DataPoints(double, 0.0, 0.5, 30.0, 1000.0),
    DataPoints(double, 0.0, -2.5, -40.0, 1024.0),
    DataPoints(double, 0.0, 4.0, 31.0, -1000.0),
    DataPoints(double, 1.0, -0.25, 1024.0, -9000.0, 1e6),
};

Theory((double X_0, double X_1, double X_2, double c), identities, C3_C4_shift_changes_nothing)
{
    const double X[3] = {X_0, X_1, X_2}, shifted[3] = {X_0 + c, X_1 + c, X_2 + c};
    const double l[3] = {0.25, 0.25, 0.5};
    double O[3], O_shifted[3];
    C3_O(X, O);
    C3_O(shifted, O_shifted);
    for (int k = 0; k < 3; k++)
        expect_exact("shift", "C3 O", O_shifted[k], O[k]);
    expect_exact("shift", "C4 CE", C4_CE(l, shifted), C4_CE(l, X));
}

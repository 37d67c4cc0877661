# sympy_claims.py: has SymPy decide lines of the homework for the 3-4-1 and 3-4-3 networks: both sides are
# built as it would be told, derivatives by diff, and the line holds if simplify(left - right) is 0.
# A tab separated line for each claim: name, seconds, verdict; 20 seconds are the limit for one.
import itertools
import signal
import time

import sympy as sp


def symbols(name, *sizes):
    """Symbols by their indices: x[i], or W[i, j]."""
    entries = itertools.product(*(range(size) for size in sizes))
    return {(e if len(e) > 1 else e[0]): sp.Symbol('%s_%s' % (name, ''.join(map(str, e)))) for e in entries}


def sigma(x):
    return 1 / (1 + sp.exp(-x))


def decide(name, left, right):
    signal.alarm(20)
    begin = time.perf_counter()
    try:
        verdict = 'right' if sp.simplify(left() - right()) == 0 else 'not shown to be right'
    except TimeoutError:
        verdict = 'no answer in 20 s'
    signal.alarm(0)
    print(name, '%.4f' % (time.perf_counter() - begin), verdict, sep='\t', flush=True)


def stop(signum, frame):
    raise TimeoutError


signal.signal(signal.SIGALRM, stop)
I, W, y = symbols('I', 3), symbols('W', 3, 4), sp.Symbol('y')
H = [sigma(sum(I[i] * W[i, j] for i in range(3))) for j in range(4)]
h = symbols('H', 4)

# Regression
g = symbols('gamma', 4)
O = sum(h[j] * g[j] for j in range(4))
o = sp.Symbol('O')
SE = (y - sum(H[j] * g[j] for j in range(4)))**2
O_0 = sum(H[j] * g[j] for j in range(4))
decide('R4', lambda: sp.diff((y - o)**2, o), lambda: -2 * (y - o))
decide('R5', lambda: sp.diff(O, g[1]), lambda: h[1])
decide('R6', lambda: sp.diff(SE, g[1]), lambda: -2 * (y - O_0) * H[1])
decide('R8', lambda: sp.diff(O, h[1]), lambda: g[1])
decide('R9', lambda: sp.diff(H[1], W[2, 1]), lambda: H[1] * (1 - H[1]) * I[2])
decide('R10', lambda: sp.diff(SE, W[2, 1]), lambda: -2 * (y - O_0) * g[1] * H[1] * (1 - H[1]) * I[2])

# Classification
g, X, l = symbols('gamma', 4, 3), symbols('X', 3), symbols('l', 3)
l[2] = 1 - l[0] - l[1]
x = [sum(H[j] * g[j, k] for j in range(4)) for k in range(3)]
o = symbols('O', 3)


def softmax(x, k):
    return sp.exp(x[k]) / sum(sp.exp(x[s]) for s in range(3))


def CE(outputs):
    return -sum(l[k] * sp.log(outputs[k]) for k in range(3))


P = [softmax(X, k) for k in range(3)]
p = [softmax(x, k) for k in range(3)]
decide('C5', lambda: sp.diff(CE(o), o[1]), lambda: -l[1] / o[1])
decide('C6, j = k', lambda: sp.diff(P[1], X[1]), lambda: P[1] * (1 - P[1]))
decide('C6, j != k', lambda: sp.diff(P[1], X[2]), lambda: -P[1] * P[2])
decide('C7', lambda: sp.diff(CE(P), X[1]), lambda: P[1] - l[1])
decide('C9', lambda: sp.diff(CE(p), g[2, 1]), lambda: (p[1] - l[1]) * H[2])
decide('C13', lambda: sp.diff(CE(p), W[2, 1]),
       lambda: sum((p[k] - l[k]) * g[1, k] for k in range(3)) * H[1] * (1 - H[1]) * I[2])

# The slips S1 and S2, which do not hold
decide('S1', lambda: sp.diff(CE(P), X[0]), lambda: -l[1] / P[1] * sp.diff(P[1], X[0]))
decide('S2', lambda: sp.diff(CE(p), g[2, 1]), lambda: -l[1] / p[1] * p[1] * (1 - p[1]) * H[2])

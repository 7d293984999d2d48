"""Log-linear models of sparse tables: pairs of lists may depend on each other, empty ones included.

Counts are Poisson; their logarithm has a term for each list and for chosen *pairs* of lists. A pair
that shares nobody has its term at minus infinity, which is an answer and no failure; whether the
rest has one maximum is checked first (Chan, Silverman & Vincent 2021, Journal of the American
Statistical Association 116, 1297-1306; Fienberg & Rinaldo 2012).

>>> from probatum.count.overlap import overlap
>>> table = overlap("ABC", [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0)], [40, 30, 20, 6])
>>> estimate(table, seed=1).reasons[0].code
'not-identifiable'
"""

from probatum.count.loglinear.sparse import estimate

__all__ = ["estimate"]

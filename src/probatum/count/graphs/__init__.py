"""Averaging over decomposable graphs: which lists depend on which is not chosen, but weighed.

A *graph* has a node for each list; an edge says that two lists depend on each other even among
persons who are alike on all others. *Decomposable* graphs (no ring of four or more without a chord)
have likelihoods in closed form under a hyper-Dirichlet prior, so every graph and every number of
missing persons is summed, and nothing is sampled (Madigan & York 1997, Biometrika 84, 19-31).

>>> from probatum.count.graphs.decomposable import decomposable
>>> [len(decomposable(lists)) for lists in (3, 4, 5)]
[8, 61, 822]
"""

from probatum.count.graphs.averaging import Reciprocal, SpreadPoisson, estimate
from probatum.count.graphs.decomposable import MOST_LISTS

__all__ = ["MOST_LISTS", "Reciprocal", "SpreadPoisson", "estimate"]

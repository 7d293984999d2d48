"""How likely a table is under each graph, for each number of missing persons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from probatum.count.graphs.decomposable import cliques_less_separators
from probatum.count.overlap import Overlap

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reciprocal:
    """The prior of the number N of all persons: proportional to 1 / N, up to the cap."""

    def log(self, people: Floats) -> Floats:
        """Return the logarithm up to a constant, of the shape of ``people``."""
        return -np.log(people)

    def __str__(self) -> str:
        return "1 / N"


@dataclass(frozen=True, slots=True)
class SpreadPoisson:
    """The prior of Madigan & York: N is Poisson, its mean gamma with ``shape`` and ``scale``."""

    shape: float
    scale: float

    def log(self, people: Floats) -> Floats:
        """Return the logarithm up to a constant, of the shape of ``people``."""
        spread: Floats = (
            people * np.log(self.scale / (1 + self.scale))
            + gammaln(people + self.shape) - gammaln(people + 1)
        )  # fmt: skip
        return spread

    def __str__(self) -> str:
        return f"Poisson, its mean gamma(shape {self.shape:g}, scale {self.scale:g})"


Prior = Reciprocal | SpreadPoisson


@dataclass(frozen=True, slots=True)
class Terms:
    """What each set of lists contributes: ``fixed``, and a log-gamma of ``start`` + missing.

    All of shape (2**lists,). ``observed`` persons are in the table.
    """

    lists: int
    observed: int
    fixed: Floats
    start: Floats


def terms(table: Overlap, delta: float) -> Terms:
    """Return the terms of a table under the hyper-Dirichlet prior with ``delta`` in each cell."""
    lists = len(table.lists)
    full = table.full().astype(np.float64).reshape((2,) * lists)
    fixed, start = np.zeros(1 << lists), np.zeros(1 << lists)
    for members in range(1 << lists):
        away = tuple(each for each in range(lists) if not members >> each & 1)
        margin = full.sum(axis=away).ravel()  # the first cell: persons in none of these lists
        prior = delta * 2.0 ** len(away)
        fixed[members] = gammaln(margin[1:] + prior).sum() - margin.size * gammaln(prior)
        start[members] = margin[0] + prior
    return Terms(lists, table.observed, fixed, start)


def log_posterior(given: Terms, missing: Floats, prior: Prior, graphs: NDArray[np.intp]) -> Floats:
    """Return the logarithm of the posterior of graphs and missing, shape (graphs, missing).

    Up to one constant. All graphs are equally likely beforehand.
    """
    times = cliques_less_separators(given.lists)[graphs]
    each = given.fixed[:, None] + gammaln(given.start[:, None] + missing)
    people = given.observed + missing
    ways = gammaln(people + 1) - gammaln(missing + 1) + prior.log(people)
    posterior: Floats = times @ each + ways
    return posterior


def modes(given: Terms, most: int, prior: Prior) -> tuple[Floats, Floats]:
    """Return, for each graph, the likeliest number of missing persons, and its log posterior.

    Both of shape (graphs,). By ternary search: each graph's posterior rises and then falls.
    """
    times = cliques_less_separators(given.lists)

    def at(missing: Floats) -> Floats:
        people = given.observed + missing
        each = given.fixed + gammaln(given.start + missing[:, None])
        ways = gammaln(people + 1) - gammaln(missing + 1) + prior.log(people)
        height: Floats = (times * each).sum(axis=1) + ways
        return height

    low, high = np.zeros(len(times)), np.full(len(times), float(most))
    while np.any(high - low > 2):
        third = np.floor((high - low) / 3)
        one, other = low + third, high - third
        rising = at(one) < at(other)
        low, high = np.where(rising, one, low), np.where(rising, high, other)
    heights = np.stack([at(low), at(np.minimum(low + 1, high)), at(high)])
    return low + heights.argmax(axis=0), heights.max(axis=0)

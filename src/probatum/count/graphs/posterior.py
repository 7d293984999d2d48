"""A posterior on whole numbers that is known at some of them, and its quantiles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Posterior:
    """The probability of each number of missing persons, at points; and of each graph.

    ``missing`` and ``chance`` have shape (points,), ``graphs`` shape (graphs,). Between points the
    probability is taken to change linearly; where every whole number is a point all of it is exact.
    """

    missing: Floats
    chance: Floats
    graphs: Floats

    def within(self, most: int) -> Posterior:
        """Return the posterior given that at most so many are missing."""
        kept = int(np.searchsorted(self.missing, most, side="right"))
        missing, chance = self.missing[:kept], self.chance[:kept]
        part = Posterior(missing, chance, self.graphs)
        return Posterior(missing, chance / part.cumulated()[-1], self.graphs)

    def cumulated(self) -> Floats:
        """Return the probability of each point and of all whole numbers below it."""
        here, gaps = self.chance, np.diff(self.missing)
        between = np.append(0.0, np.cumsum((here[1:] + here[:-1]) * gaps))
        total: Floats = (here[0] + between + here) / 2
        return total

    def quantiles(self, shares: Floats) -> Floats:
        """Return the smallest numbers at which the cumulated probability reaches each share.

        >>> Posterior(np.arange(4.0), np.array([0.1, 0.4, 0.4, 0.1]), np.ones(1)).quantiles(
        ...     np.array([0.05, 0.5, 0.51]))
        array([0., 1., 2.])
        """
        reached = self.cumulated()
        reached = reached / reached[-1]
        after = np.searchsorted(reached, shares - 1e-12)
        before = np.maximum(after - 1, 0)
        start, end = self.chance[before], self.chance[after]
        gap = np.maximum(self.missing[after] - self.missing[before], 1.0)
        lack = shares - reached[before]
        # The steps d with d * start + (end - start) / gap * d * (d + 1) / 2 = lack.
        slope = (end - start) / gap / 2
        rise = start + slope
        root = np.sqrt(np.maximum(rise**2 + 4 * slope * lack, 0.0))
        steps = np.ceil(2 * lack / np.maximum(rise + root, 1e-300) - 1e-9)
        found: Floats = self.missing[before] + np.clip(steps, 0, gap)
        return np.where(after == 0, self.missing[0], found)

    def draws(self, number: int, seed: int) -> Floats:
        """Return independent draws of the number of missing persons, shape (number,)."""
        return self.quantiles(np.random.Generator(np.random.PCG64(seed)).random(number))

"""Several chains from dispersed starts: warming up, going on, what they drew.

A chain has its own generator, made of the seed and its number, so that draws do not depend on how
many threads run the chains.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from probatum.count.latent_class.chances import UNSEEN, Floats
from probatum.count.latent_class.sweeps import SHIFTS, run_chain
from probatum.count.overlap import Overlap

SPLIT_EVERY = 4
"""Cells are split over classes in one of so many sweeps; the others only shift."""
WARMING, WARMING_SWEEPS = 60, 50
"""Rounds in which the width of steps adapts, and sweeps in each; none of them is kept."""
_ACCEPTED = 0.35
_NARROWEST, _WIDEST = 0.005, 6.0


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed of classes and of N before the data.

    ``a`` and ``b`` are shape and rate of the concentration; N is log-uniform (1/N) from
    ``fewest`` to ``most`` persons, both included.
    """

    classes: int
    a: float
    b: float
    fewest: int
    most: int


class Chain:
    """One chain: its state is changed by running it."""

    def __init__(self, table: Overlap, prior: Prior, seed: int, number: int) -> None:
        self._table = table
        self._prior = prior
        self.random = np.random.Generator(np.random.PCG64([seed, number]))
        classes, lists = prior.classes, len(table.lists)
        low, high = max(0, prior.fewest - table.observed), prior.most - table.observed
        self._bounds = (prior.a, prior.b, low, high)
        # Dispersed: from nearly one class to all alike, from hardly anybody missing to many.
        even = self.random.dirichlet(np.full(classes, 10.0 ** self.random.uniform(-0.5, 0.5)))
        self._shares: Floats = np.maximum(even, 1e-9) / np.maximum(even, 1e-9).sum()
        self._chances: Floats = self.random.random((classes, lists))
        start = table.observed * 10.0 ** self.random.uniform(-1, 1)
        self._numbers = np.array([1.0, math.log(self._shares[-1]), 0.0, 0.0])
        self._numbers[UNSEEN] = min(max(round(start), low), high)
        self._scales: Floats = np.full((classes, SHIFTS), 0.3)
        self.by_size: Floats = np.zeros((classes, 1 + lists))

    def run(self, draws: int, thin: int) -> tuple[Floats, Floats]:
        """Go on; return draws of shape (draws, 3), and steps accepted and tried by class."""
        given: Floats = np.empty((draws, 3))
        tally: Floats = np.zeros((*self._scales.shape, 2))
        run_chain(
            self.random, self._table.histories, self._table.counts, self._bounds, SPLIT_EVERY, thin,
            self._shares, self._chances, self._numbers, self._scales, tally, given, self.by_size,
        )  # fmt: skip
        return given, tally

    def warm(self, number: int) -> None:
        """Go on, and adapt how far steps go; to be called with 0, 1, ... before draws are kept."""
        _, tally = self.run(1, WARMING_SWEEPS)
        tried = tally[:, :, 1]
        accepted = np.divide(tally[:, :, 0], tried, out=np.full_like(tried, _ACCEPTED),
                             where=tried > 0)  # fmt: skip
        self._scales *= np.exp((accepted - _ACCEPTED) * 2 / math.sqrt(1 + number / 8))
        np.clip(self._scales, _NARROWEST, _WIDEST, out=self._scales)
        self.by_size[:] = 0.0


class Chains:
    """All chains, run in turn or on several cores; numbered from ``first``."""

    def __init__(
        self, table: Overlap, prior: Prior, *, seed: int, chains: int, threads: int | None,
        first: int = 0,
    ) -> None:  # fmt: skip
        numbers = range(first, first + chains)
        self.every = [Chain(table, prior, seed, number) for number in numbers]
        self._threads = min(chains, threads or os.cpu_count() or 1)

    def warm(self, number: int) -> None:
        """Let each chain warm up by one round."""
        self._each(lambda chain: chain.warm(number))

    def run(self, draws: int, thin: int) -> Floats:
        """Return draws of shape (3, chains, draws): N, concentration, classes that hold anybody."""
        given = self._each(lambda chain: chain.run(draws, thin)[0])
        return np.asarray(given, dtype=np.float64).transpose(2, 0, 1)

    def by_size(self) -> Floats:
        """Return sums over what was drawn: share and chances of classes, the largest first."""
        return np.asarray(sum(chain.by_size for chain in self.every), dtype=np.float64)

    def _each(self, act: Callable[[Chain], object]) -> list[object]:
        if self._threads == 1:
            return [act(chain) for chain in self.every]
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(act, self.every))

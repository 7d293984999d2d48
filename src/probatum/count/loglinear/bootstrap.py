"""How far the estimate would go with other data of the same kind, choice of pairs included."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from probatum.count.estimate_values import LEVEL, Progress, silent
from probatum.count.loglinear.design import Design
from probatum.count.loglinear.stepwise import choose

Floats = NDArray[np.float64]
_MOST_TABLES = 128


@dataclass(frozen=True, slots=True)
class Resampled:
    """Estimates of N from resampled tables, shape (resamples,), and the acceleration of BCa.

    ``failed`` resamples had no estimate and are not among them.
    """

    people: Floats
    failed: int
    acceleration: float


def resample(
    given: Design, counts: Floats, threshold: float, number: int, seed: int,
    progress: Progress = silent,
) -> Resampled:  # fmt: skip
    """Draw tables of as many persons with replacement, and choose and fit anew for each."""
    random = np.random.Generator(np.random.PCG64(seed))
    observed = int(counts.sum())
    people = []
    for done in range(number):
        progress(done, number)
        again = random.multinomial(observed, counts / observed).astype(np.float64)
        chosen = choose(given, again, threshold)
        if chosen is not None:
            people.append(observed + chosen.fit.unseen)
    progress(number, number)
    return Resampled(
        np.array(people), number - len(people), _acceleration(given, counts, threshold)
    )


def _acceleration(given: Design, counts: Floats, threshold: float) -> float:
    """Return how the spread changes with the estimate: from tables that lack one person each.

    0, which corrects for bias alone, where there are too many such tables to fit them all.
    """
    seen = np.flatnonzero(counts)
    if len(seen) > _MOST_TABLES:
        return 0.0
    without = np.zeros(len(seen))
    for place, cell in enumerate(seen):
        fewer = counts.copy()
        fewer[cell] -= 1
        chosen = choose(given, fewer, threshold)
        without[place] = np.nan if chosen is None else fewer.sum() + chosen.fit.unseen
    times = np.where(np.isnan(without), 0, counts[seen])
    without = np.nan_to_num(without)
    away = (times @ without) / times.sum() - without
    square = float(times @ away**2)
    return float(times @ away**3) / (6 * square**1.5) if square > 0 else 0.0


def bca(found: Resampled, estimate: float, level: float = LEVEL) -> tuple[float, float]:
    """Return the BCa interval (DiCiccio & Efron 1996, Statistical Science 11, 189-228).

    >>> even = Resampled(np.arange(1.0, 1001.0), 0, 0.0)
    >>> [round(end) for end in bca(even, 500.5)]
    [26, 975]
    """
    tail = round((1 - level) / 2, 12)
    low, high = _ends(found, estimate, np.array([tail, 1 - tail]))
    return float(low), float(high)


def draws(found: Resampled, estimate: float, number: int, seed: int) -> Floats:
    """Return draws of N whose quantiles are the ends of all BCa intervals, shape (number,)."""
    random = np.random.Generator(np.random.PCG64(np.random.SeedSequence((seed, 1))))
    # One share out of each of as many equal parts: quantiles of few draws are steadier so.
    shares = (np.arange(number) + random.random(number)) / max(number, 1)
    return random.permutation(_ends(found, estimate, shares))


def _ends(found: Resampled, estimate: float, shares: Floats) -> Floats:
    below = np.clip(np.mean(found.people < estimate), 1e-6, 1 - 1e-6)
    bias = float(ndtri(below))
    ends = bias + ndtri(shares)
    mended = ndtr(bias + ends / np.maximum(1 - found.acceleration * ends, 1e-6))
    quantiles: Floats = np.quantile(found.people, np.clip(mended, 0, 1))
    return quantiles

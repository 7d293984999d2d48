"""Whether chains have met, and how many independent draws theirs are worth.

Rank-normalised split R-hat, bulk and tail effective sample size, after Vehtari, Gelman, Simpson,
Carpenter & Bürkner 2021 (Bayesian Analysis 16, 667-718). All take draws of one quantity as an array
of shape (chains, draws), at least four draws a chain.

>>> chains = np.random.Generator(np.random.PCG64(1)).standard_normal((4, 1000))
>>> rhat(chains) < 1.01, round(ess_bulk(chains), -3)
(True, 4000.0)
>>> rhat(chains + np.array([[0.0], [0.0], [0.0], [1.0]])) > 1.05
True
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import rankdata

Draws = NDArray[np.float64]
FEWEST = 4
_TAILS = (0.05, 0.95)


def rhat(draws: Draws) -> float:
    """Return the larger of R-hat of the draws and of their distances from the median.

    The first sees chains that differ in place, the second such that differ in width. 1 where all
    draws are equal.
    """
    halves = _split(draws)
    folded = np.abs(halves - np.median(halves))
    return max(_rhat(_normal_scores(halves)), _rhat(_normal_scores(folded)))


def ess_bulk(draws: Draws) -> float:
    """Return how many independent draws would place the middle as well."""
    return _ess(_normal_scores(_split(draws)))


def ess_tail(draws: Draws) -> float:
    """Return how many would place the 5 % and 95 % quantiles as well, the worse of the two."""
    halves = _split(draws)
    found = []
    for share in _TAILS:
        below = (halves <= np.quantile(halves, share)).astype(np.float64)
        if below.min() < below.max():  # with ties at the end, that end is known exactly
            found.append(_ess(below))
    return min(found) if found else ess_bulk(draws)


def _split(draws: Draws) -> Draws:
    """Return first and second halves as chains of their own; of an odd number the middle is left.

    Raises ValueError for another shape, and for what is not a number.
    """
    if draws.ndim != 2 or draws.shape[1] < FEWEST or not np.isfinite(draws).all():
        raise ValueError(f"finite draws of shape (chains, {FEWEST} or more) are needed")
    half = draws.shape[1] // 2
    return np.concatenate((draws[:, :half], draws[:, -half:])).astype(np.float64)


def _normal_scores(draws: Draws) -> Draws:
    ranks = rankdata(draws, method="average").reshape(draws.shape)
    return np.asarray(ndtri((ranks - 0.375) / (draws.size + 0.25)))


def _variances(draws: Draws) -> tuple[float, float]:
    """Return the mean variance within chains, and that of all as chains estimate it."""
    length = draws.shape[1]
    within = float(draws.var(axis=1, ddof=1).mean())
    between = float(draws.mean(axis=1).var(ddof=1))
    return within, within * (length - 1) / length + between


def _rhat(draws: Draws) -> float:
    within, whole = _variances(draws)
    if whole == 0.0:
        return 1.0
    return float(np.sqrt(whole / within)) if within > 0.0 else float("inf")


def _ess(draws: Draws) -> float:
    """Return draws / (1 + 2 * sum of autocorrelations), summed as Geyer's monotone sequence."""
    chains, length = draws.shape
    within, whole = _variances(draws)
    if whole == 0.0:
        return float(draws.size)
    centred = draws - draws.mean(axis=1, keepdims=True)
    size = 1 << (2 * length - 1).bit_length()  # long enough that the ends do not meet
    spectrum = np.fft.rfft(centred, size, axis=1)
    covariance = np.fft.irfft(np.abs(spectrum) ** 2, size, axis=1)[:, :length].mean(axis=0) / length
    correlation = 1.0 - (within - covariance) / whole
    correlation[0] = 1.0
    pairs = correlation[: length - length % 2].reshape(-1, 2).sum(axis=1)
    ends = np.flatnonzero(pairs < 0.0)
    pairs = np.minimum.accumulate(pairs[: ends[0] if len(ends) else len(pairs)])
    time = max(2.0 * float(pairs.sum()) - 1.0, 1.0 / np.log10(draws.size))
    return float(draws.size / time)

"""What all steps of the chain need: chances of histories, draws of N, places of the state."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from probatum.compiling import compiled

Floats = NDArray[np.float64]
ALPHA, LOG_LAST, UNSEEN, OCCUPIED = 0, 1, 2, 3  # places in ``numbers``
SMALLEST_SHARE = 1e-200  # a class below it is left to the splitting, which works with logarithms
SURE = 12.0  # standard deviations: beyond them a bound cannot be met (below 1e-30)
MOST = 1e15


@compiled
def log_gamma_draw(chance: np.random.Generator, shape: float) -> float:
    """Return the logarithm of a Gamma(shape) draw; for small shapes the draw itself would be 0."""
    if shape < 1.0:
        return log(chance.standard_gamma(shape + 1.0)) + log(1.0 - chance.random()) / shape
    return log(chance.standard_gamma(shape))


@compiled
def fill_cells(
    chances: Floats, misses: Floats, histories: NDArray[np.uint8], cells: Floats
) -> None:
    """Write the chance of each history in one class into ``cells``."""
    for cell in range(histories.shape[0]):
        product = 1.0
        for place in range(histories.shape[1]):
            product *= chances[place] if histories[cell, place] else misses[place]
        cells[cell] = product


@compiled
def chance_seen(chances: Floats) -> float:
    """Return the chance to be in at least one list, without cancellation where it is small."""
    seen = 0.0
    for place in range(chances.shape[0]):
        seen += (1.0 - seen) * chances[place]
    return seen


@compiled
def draw_unseen(
    chance: np.random.Generator, observed: int, odds: float, low: int, high: int
) -> int:
    """Draw how many persons are in no list, negative binomial; -1 if that is out of bounds."""
    if not odds * observed < MOST:
        return -1
    drawn = chance.poisson(chance.standard_gamma(float(observed)) * odds)
    return int(drawn) if low <= drawn <= high else -1


@compiled
def surely_within(observed: int, odds: float, low: int, high: int) -> bool:
    """Whether that draw cannot be out of bounds."""
    mean = observed * odds
    reach = SURE * sqrt(mean * (1.0 + odds)) + 100.0 * (1.0 + odds)
    return (mean + reach <= high) and (low <= 0 or mean - reach >= low)

"""At which numbers of missing persons the posterior is worked out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probatum.count.graphs.likelihood import Prior, Terms, log_posterior, modes

Floats = NDArray[np.float64]
EVERY = 1 << 15  # up to here every whole number is a point
_FIRST = 1 << 11  # of a longer range the first ones are: graphs that know nothing have a peak at 0
_COARSE = 1 << 13
_REACH, _FINE = 12, 32  # standard deviations around a graph's mode, and points in each
_NEGLIGIBLE = 45.0  # e**-45: all such graphs together move no digit that is shown


@dataclass(frozen=True, slots=True)
class Grid:
    """Points of missing persons in rising order, how many whole numbers each stands for, graphs.

    ``graphs`` are the numbers of those that can matter.
    """

    missing: Floats
    weights: Floats
    graphs: NDArray[np.intp]


def grid(given: Terms, cap: int, prior: Prior) -> Grid:
    """Return points from 0 to twice the cap, it among them: every whole number where feasible.

    Otherwise they are dense where some graph that matters has its posterior, and spaced by equal
    ratios elsewhere; each stands for the numbers that are nearest to it.
    """
    most = 2 * cap
    middle, height = modes(given, most, prior)
    # A graph's posterior is at most its height times the width of the range.
    graphs = np.flatnonzero(height + np.log(most + 1.0) > height.max() - _NEGLIGIBLE)
    if most < EVERY:
        return Grid(np.arange(most + 1.0), np.ones(most + 1), graphs)
    points = [np.array([float(cap)]), np.arange(float(_FIRST)), np.geomspace(_FIRST, most, _COARSE)]
    for graph in map(int, graphs):
        points.append(_around(float(middle[graph]), _width(given, middle[graph], prior, graph)))
    missing = np.unique(np.clip(np.rint(np.concatenate(points)), 0, most))
    gaps = np.diff(missing)
    weights = 0.5 * (np.append(1.0, gaps) + np.append(gaps, 1.0))
    return Grid(missing, weights, graphs)


def _around(middle: float, width: float) -> Floats:
    """Return points about a mode, multiples of a power of two: graphs that agree share them."""
    step = 2.0 ** np.floor(np.log2(max(width / _FINE, 1.0)))
    low = np.floor((middle - _REACH * width) / step)
    points: Floats = step * np.arange(max(low, 0.0), (middle + _REACH * width) / step + 1)
    return points


def _width(given: Terms, middle: float, prior: Prior, graph: int) -> float:
    """Return about one standard deviation of a graph's posterior: where it fell by a half."""
    only = np.array([graph], dtype=np.intp)
    steps = 2.0 ** np.arange(0, 60)
    height = log_posterior(given, np.append(middle, middle + steps), prior, only)[0]
    fallen = np.flatnonzero(height[0] - height[1:] >= 0.5)
    return float(steps[fallen[0]]) if len(fallen) else float(middle + 1)

"""What a pair is worth where rules allow a row one partner in a list, and it has none yet.

The odds of a pair say how likely it is one person among all pairs that look like it. A grouping
asks something else: whether these two rows are one person, given that neither is anybody else
whom the other's list names. If a list names nobody twice, a share *f* of the rows of another list
has its one partner there, and pairs of these rows with all others are two persons for certain. So
the odds of what is left are higher by 1 / (1 - f), for each of the two lists: of 100 rows in each
of two lists with 40 persons in both, a row is one of 40 that have a partner (in 100 ways, .004 a
pair), but 60 and 60 rows without one leave 3,600 ways of saying so in 10,000.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MOST = 0.8  # lists that have nearly the same persons: the share is not known well enough for more


def among_free_rows(
    list_of_row: NDArray[np.int16], repeats: NDArray[np.bool_], left: NDArray[np.int32],
    right: NDArray[np.int32], odds: NDArray[np.float64],
) -> NDArray[np.float64]:  # fmt: skip
    """Return log odds of pairs given that their rows are free, of log odds among all pairs.

    >>> lists, pairs = np.array([0] * 100 + [1] * 100, np.int16), np.arange(100, dtype=np.int32)
    >>> sure = np.array([50.0] * 40 + [-50.0] * 60)
    >>> made = among_free_rows(lists, np.array([False, False]), pairs, pairs + 100, sure)
    >>> round(float(np.exp(made - sure)[0]), 3)
    2.778
    """
    lists = len(repeats)
    rows = np.maximum(np.bincount(list_of_row, minlength=lists), 1).astype(np.float64)
    between = list_of_row[left].astype(np.int64) * lists + list_of_row[right]
    likely = 1 / (1 + np.exp(-np.clip(odds, -40, 40)))
    found = np.bincount(between, likely, minlength=lists * lists).reshape(lists, lists)
    found = found + found.T
    # Of the rows of the first list, how many have a partner in the second one.
    share = np.minimum(np.round(found / rows[:, None], 6), MOST)
    gain = np.where(repeats[None, :], 0.0, -np.log1p(-share))
    gain = gain + gain.T
    np.fill_diagonal(gain, 0.0)
    made: NDArray[np.float64] = odds + np.round(gain, 6).ravel()[between]
    return made

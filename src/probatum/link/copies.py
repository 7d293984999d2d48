"""Lists that are another list again, or a part of it, by what their rows say.

Such a list was made from the other: that its rows are found again says how copying went, and not
how well the search for pairs does. With them as evidence nearly nothing seems to be missed, and the
documented minimum, which takes off what is, comes out too high. So a list counts as copied where
nearly all its rows have a row in the other that differs in nothing both say; these rows, and pairs
between the two lists, are no evidence then (`decisions/0074`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probatum.link.columns import Columns
from probatum.link.dates import UNSAID

NEARLY_ALL = 0.8
"""Of the rows of a list, the share that must stand in another one for it to count as copied."""
ENOUGH = 20
"""A smaller list may lie within a larger one by chance: then it must be all of that one."""
_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class CopiedList:
    """``rows`` of the rows of a list stand in ``original`` too; both are places of lists."""

    copy: int
    original: int
    rows: int


@dataclass(frozen=True, slots=True)
class Copies:
    """Which lists are copied, the rows that are, shape (rows,), and the pairs that are no evidence.

    ``silent`` has shape (pairs,).
    """

    lists: tuple[CopiedList, ...]
    rows: NDArray[np.bool_]
    silent: NDArray[np.bool_]


def copies(
    rows: Columns, left: NDArray[np.int32], right: NDArray[np.int32],
    probability: NDArray[np.float64],
) -> Copies:  # fmt: skip
    """Return which lists repeat which, from the pairs that were compared, as in `linking.Pairs`."""
    at = rows.list_of_row
    sizes = np.bincount(at, minlength=len(rows.lists))
    first = np.full(len(sizes), len(at))
    np.minimum.at(first, at, np.arange(len(at)))
    said, silent = np.zeros(len(at), dtype=np.bool_), np.zeros(len(left), dtype=np.bool_)
    likely = np.flatnonzero((probability > _LIKELY) & (at[left] != at[right]))
    likely = likely[_nothing_differs(rows, left[likely], right[likely])]
    found: list[CopiedList] = []
    for original in np.lexsort((first, -sizes)).tolist():
        for copy in range(len(sizes)):
            if (sizes[copy], -first[copy]) >= (sizes[original], -first[original]):
                continue  # of two lists of one size that which was given later is the copy
            one, two = left[likely], right[likely]
            again = np.union1d(one[(at[one] == copy) & (at[two] == original)],
                               two[(at[two] == copy) & (at[one] == original)])  # fmt: skip
            least = sizes[original] if sizes[copy] < ENOUGH else sizes[copy]
            if len(again) and len(again) >= NEARLY_ALL * least:
                found.append(CopiedList(copy, original, len(again)))
                said[again] = True
                silent |= (at[left] == copy) & (at[right] == original)
                silent |= (at[left] == original) & (at[right] == copy)
    return Copies(tuple(found), said, silent | said[left] | said[right])


def _nothing_differs(
    rows: Columns, left: NDArray[np.int32], right: NDArray[np.int32]
) -> NDArray[np.bool_]:
    """Say of each pair whether all that both rows say is the same, by sound where it is a name."""
    same = np.ones(len(left), dtype=np.bool_)
    for columns, unsaid in ((rows.codes, -1), (rows.days, UNSAID)):
        for each in columns.values():
            one, two = each[left], each[right]
            same &= (one == two) | (one == unsaid) | (two == unsaid)
    return same

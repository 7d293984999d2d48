"""Rows of one list that say the same word for word, where the list is said to have nobody twice.

They are held to be several persons, for the list says so; and yet a line pasted twice looks the
same. So those to which no row of another list was linked do not count for certain: all of them but
one, or all where another list has one of them. Rows without a name are let be: bodies look alike on
paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from probatum.model.victims import Victim

YES, OPEN = 1, 0
TOLD = 1
"""The place of this criterion among the stances."""
Repeats: TypeAlias = Sequence[NDArray[np.int64]]
"""Groups of places of rows, each of two and more that say the same."""


def repeats(
    rows: Sequence[Victim], list_of_row: NDArray[np.int16], once: NDArray[np.bool_],
    named: NDArray[np.bool_],
) -> Repeats:  # fmt: skip
    """Return the groups of named rows that say the same, of lists that have nobody twice.

    ``once`` has shape (lists,), ``named`` (rows,).
    """

    def said(at: int) -> Hashable:
        row = rows[at]
        return (int(list_of_row[at]), row.names, row.sex, row.age_low, row.age_high, row.born,
                row.died, row.place)  # fmt: skip

    asked = np.flatnonzero(named & once[list_of_row]).tolist()
    # What millions of rows say is not kept twice: only those of one hash are compared as they are.
    often = Counter(hash(said(at)) for at in asked)
    found: dict[Hashable, list[int]] = {}
    for at in asked:
        if often[hash(said(at))] > 1:
            found.setdefault(said(at), []).append(at)
    return [np.array(each, dtype=np.int64) for each in found.values() if len(each) > 1]


def in_draw(labels: NDArray[np.int32], said: NDArray[np.int8], groups: Repeats) -> NDArray[np.int8]:
    """Return what rows say to each criterion in one draw: who is told again is left open.

    >>> said = np.ones((2, 3), dtype=np.int8)
    >>> in_draw(np.array([0, 1, 1], dtype=np.int32), said, [np.array([0, 1])])[TOLD].tolist()
    [0, 1, 1]
    """
    if not len(groups):
        return said
    now = said.copy()
    rows_of = np.bincount(labels)
    for group in groups:
        alone = group[rows_of[labels[group]] == 1]
        now[TOLD, alone[1:] if len(alone) == len(group) else alone] = OPEN
    return now

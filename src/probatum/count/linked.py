"""From draws of who is whom to overlap tables, whole or by stratum; one table for each draw.

A *draw* gives every row of all lists the label of its person (``persons``, shape (draws, rows)).
What is known of a person is what its rows say, so it can differ from draw to draw.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from probatum.count.overlap import Overlap

UNKNOWN = -1
"""No row of a person says it."""
DIFFERENT = -2
"""The rows of a person say different things, none of them more often than the others."""


def overlaps(
    lists: Sequence[str],
    list_of_row: NDArray[np.int16],
    persons: NDArray[np.int32],
    keep: NDArray[np.bool_] | None = None,
) -> list[Overlap]:
    """Return the overlap table of each draw.

    ``keep`` says which rows count, shape (rows,), or (draws, rows) where it differs by draw: a
    person is in a list if a row that counts is.

    >>> at = np.array([0, 0, 1, 1], dtype=np.int16)
    >>> [table] = overlaps("ab", at, np.array([[0, 1, 1, 2]], dtype=np.int32))
    >>> table.histories.tolist(), table.counts.tolist()
    ([[0, 1], [1, 0], [1, 1]], [1, 1, 1])
    """
    width = len(lists)
    found = []
    for draw, labels in enumerate(persons):
        wanted = None if keep is None else keep if keep.ndim == 1 else keep[draw]
        people = int(labels.max(initial=-1)) + 1
        history = np.zeros(people, dtype=np.int64)
        for place in range(width):
            rows = list_of_row == place
            if wanted is not None:
                rows &= wanted
            history[np.bincount(labels[rows], minlength=people) > 0] |= 1 << (width - 1 - place)
        cells, counts = np.unique(history[history > 0], return_counts=True)
        digits = (cells[:, None] >> np.arange(width - 1, -1, -1)) & 1
        found.append(
            Overlap(tuple(lists), digits.astype(np.uint8), counts.astype(np.int64))
        )  # fmt: skip
    return found


def labels_of_persons(
    persons: NDArray[np.int32], label_of_row: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Return the label of each row's person in each draw, shape (draws, rows).

    A person has the label that most of its rows with a known one have (a row without is -1):
    ``UNKNOWN`` where none has, ``DIFFERENT`` where two are equally frequent.

    >>> labels_of_persons(np.array([[0, 0, 1, 1, 1]]), np.array([3, -1, 1, 2, 2])).tolist()
    [[3, 3, 2, 2, 2]]
    >>> labels_of_persons(np.array([[0, 0, 1]]), np.array([3, 2, -1])).tolist()
    [[-2, -2, -1]]
    """
    made = np.full(persons.shape, UNKNOWN, dtype=np.int32)
    known = np.flatnonzero(label_of_row >= 0)
    if not len(known):
        return made
    most = int(label_of_row.max()) + 1
    for draw, labels in enumerate(persons):
        pairs = labels[known].astype(np.int64) * most + label_of_row[known]
        cells, votes = np.unique(pairs, return_counts=True)
        owner, label = cells // most, cells % most
        # The last of each person is the one with most votes.
        order = np.lexsort((votes, owner))
        owner, label, votes = owner[order], label[order].astype(np.int32), votes[order]
        last = np.append(owner[1:] != owner[:-1], True)
        tied = np.zeros(len(owner), dtype=bool)
        tied[1:] = (owner[1:] == owner[:-1]) & (votes[1:] == votes[:-1])
        of_person = np.full(int(labels.max()) + 1, UNKNOWN, dtype=np.int32)
        of_person[owner[last]] = np.where(tied[last], DIFFERENT, label[last])
        made[draw] = of_person[labels]
    return made


def sizes(
    persons: NDArray[np.int32], keep: NDArray[np.bool_] | None = None
) -> Iterator[NDArray[np.int64]]:
    """Yield, for each draw, how many rows each of its persons has; ``keep`` as in ``overlaps``.

    >>> [each.tolist() for each in sizes(np.array([[0, 0, 1]]))]
    [[2, 1]]
    """
    for draw, labels in enumerate(persons):
        wanted = None if keep is None else keep if keep.ndim == 1 else keep[draw]
        rows = np.bincount(labels if wanted is None else labels[wanted])
        yield rows[rows > 0].astype(np.int64)

"""Who is whom, as likely as the evidence makes it: several groupings of the same rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Draws:
    """At least twenty ways to group all rows into persons, and the best one.

    ``list_of_row`` has shape (rows,): the place of each row's list in ``lists``. ``persons`` has
    shape (draws, rows): the label of the person of each row in each draw, 0 to n-1 within a draw,
    in the order in which persons first appear; ``best``, shape (rows,), labels the most likely
    grouping the same way. ``missed`` is the share of pairs of rows of one person that were never
    compared, with a 95 % interval: no draw knows of them.
    """

    lists: tuple[str, ...]
    list_of_row: NDArray[np.int16]
    persons: NDArray[np.int32]
    best: NDArray[np.int32]
    missed_low: float
    missed: float
    missed_high: float
    seed: int

    @property
    def people(self) -> NDArray[np.int64]:
        """How many persons each draw has, shape (draws,)."""
        if not self.persons.shape[1]:
            return np.zeros(len(self.persons), dtype=np.int64)
        highest: NDArray[np.int32] = self.persons.max(axis=1)
        return highest.astype(np.int64) + 1


def labels(roots: NDArray[np.int64]) -> NDArray[np.int32]:
    """Return labels 0 to n-1 for groups that are named by any number, in order of appearance.

    >>> labels(np.array([7, 7, 3, 7, 9])).tolist()
    [0, 0, 1, 0, 2]
    """
    _, first, inverse = np.unique(roots, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int32)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first), dtype=np.int32)
    made: NDArray[np.int32] = rank[inverse]
    return made

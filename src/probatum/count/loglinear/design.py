"""The rows and columns of a log-linear model: cells of the table, lists, pairs of lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from probatum.count.overlap import Overlap

Floats = NDArray[np.float64]
Pairs = tuple[int, ...]
"""Pairs of lists that depend on each other, by their number in ``Design.pairs``."""


@dataclass(frozen=True, slots=True)
class Design:
    """All cells of a table of so many lists but the one that nobody sees.

    ``main`` has shape (cells, 1 + lists): a column of ones, then who is in which list. ``both`` has
    shape (pairs, cells): 1 for the cells in both lists of a pair.
    """

    lists: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    main: Floats
    both: Floats

    def name(self, pair: int) -> str:
        """Return a pair in words."""
        one, other = self.pairs[pair]
        return f"{self.lists[one]}-{self.lists[other]}"


@dataclass(frozen=True, slots=True)
class Model:
    """One model for one table: ``columns`` of its parameters for the cells in ``kept``.

    A pair without a person in both has a parameter at minus infinity: it is in ``empty``, the cells
    with both lists are expected to be empty whatever else holds, and are taken out.
    """

    columns: Floats
    counts: Floats
    kept: NDArray[np.bool_]
    empty: Pairs


def design(lists: tuple[str, ...]) -> Design:
    """Return the design of so many lists; the order of cells is that of ``Overlap.full``."""
    number = len(lists)
    cells = np.arange(1, 1 << number)
    member = (cells[:, None] >> np.arange(number - 1, -1, -1)) & 1
    pairs = tuple(combinations(range(number), 2))
    both = np.array([member[:, one] * member[:, other] for one, other in pairs], dtype=np.float64)
    main = np.column_stack([np.ones(len(cells)), member]).astype(np.float64)
    return Design(lists, pairs, main, both)


def counts_of(table: Overlap) -> Floats:
    """Return the counts of all cells but the unseen one, shape (2**lists - 1,)."""
    return table.full()[1:].astype(np.float64)


def model(given: Design, counts: Floats, pairs: Pairs) -> Model:
    """Return the model with these pairs for these counts."""
    shared = given.both[list(pairs)] @ counts if pairs else np.zeros(0)
    empty = tuple(pair for pair, number in zip(pairs, shared, strict=True) if number == 0)
    there = [pair for pair in pairs if pair not in empty]
    columns = np.column_stack([given.main, given.both[there].T]) if there else given.main
    kept = np.ones(len(counts), dtype=np.bool_)
    if not empty:
        return Model(columns, counts, kept, empty)
    for pair in empty:
        kept &= given.both[pair] == 0
    return Model(columns[kept], counts[kept], kept, empty)


@cache
def identifiable(lists: int, there: Pairs, empty: Pairs) -> bool:
    """Return whether the cells of so many lists tell all parameters of a model apart.

    ``there`` are its pairs that share persons, ``empty`` those that do not.

    >>> identifiable(3, (0, 1, 2), ()), identifiable(3, (0,), (1, 2))
    (True, False)
    """
    given = design(tuple(map(str, range(lists))))
    kept = ~(given.both[list(empty)] > 0).any(axis=0)
    columns = np.column_stack([given.main, given.both[list(there)].T])[kept]
    return bool(np.linalg.matrix_rank(columns) == columns.shape[1])

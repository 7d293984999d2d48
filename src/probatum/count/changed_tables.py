"""The same persons by other lists: one left out, some merged into one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from probatum.count.overlap import Overlap, places
from probatum.errors import UseError


def without(table: Overlap, name: str) -> Overlap:
    """Return the table without a list; persons that only it names are in no list then.

    >>> from probatum.count.overlap import overlap
    >>> table = overlap(("a", "b"), [(1, 0), (0, 1), (1, 1)], [3, 2, 1])
    >>> without(table, "a").counts.tolist()
    [3]
    """
    at = _place(table, name)
    kept = tuple(each for each in table.lists if each != name)
    return _table(kept, np.delete(table.histories, at, axis=1), table.counts)


def merged(table: Overlap, names: Sequence[str], new: str | None = None) -> Overlap:
    """Return the table with some lists taken as one: whoever is in any of them is in it.

    It stands where the first of them stood, under the name ``new`` or theirs joined by ``+``.

    >>> from probatum.count.overlap import overlap
    >>> table = overlap(("a", "b", "c"), [(1, 0, 0), (0, 1, 0), (1, 0, 1)], [3, 2, 1])
    >>> merged(table, ("a", "b")).full().tolist()
    [0, 0, 5, 1]
    """
    at = [_place(table, name) for name in names]
    if len(set(at)) < 2:
        raise UseError("wrong-use", item="lists to merge", expected="two different lists or more",
                       found="fewer", remedy="name them as A+B")  # fmt: skip
    histories = table.histories.copy()
    histories[:, at[0]] = histories[:, at].max(axis=1)
    lists = list(table.lists)
    lists[at[0]] = new or "+".join(names)
    for place in sorted(at[1:], reverse=True):
        del lists[place]
    return _table(tuple(lists), np.delete(histories, at[1:], axis=1), table.counts)


def _table(
    lists: tuple[str, ...], histories: NDArray[np.uint8], counts: NDArray[np.int64]
) -> Overlap:
    seen = histories.any(axis=1)
    histories, counts = histories[seen], counts[seen]
    where, first, cell = np.unique(places(histories), return_index=True, return_inverse=True)
    added = np.zeros(len(where), dtype=np.int64)
    np.add.at(added, cell, counts)
    return Overlap(lists, histories[first], added)


def _place(table: Overlap, name: str) -> int:
    if name not in table.lists:
        raise UseError("wrong-use", item="a list", expected="one of " + ", ".join(table.lists),
                       found="another name", remedy="name a column of the table")  # fmt: skip
    return table.lists.index(name)

"""Which lists can be used: not empty, not another one again, not a part of another one.

A list that is copied from another, or drawn from it, shares persons with it by how it was made, and
models take that for a population that is nearly known. Such a list is taken together with the one
it repeats; nobody is lost by that, since that one has them all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probatum.count.changed_tables import merged, without
from probatum.count.estimate_values import Remark
from probatum.count.overlap import Overlap

FEWEST = 3
NEARLY_SAME = 0.9
"""Of persons in either list, the share in both from which two lists count as one."""
NEARLY_PART = 0.95
FEW = 20
"""Of fewer persons in two lists or more, each one counts for much."""
_ENOUGH = 20  # smaller lists lie within larger ones by chance


@dataclass(frozen=True, slots=True)
class Usable:
    """The table with only the lists that can be used, and what was done to get there.

    ``reasons`` say why no model can say anything, if that is so.
    """

    table: Overlap
    warnings: tuple[Remark, ...]
    reasons: tuple[Remark, ...]


def usable(table: Overlap) -> Usable:
    """Return the table as models may see it, each change and doubt named.

    >>> from probatum.count.overlap import overlap
    >>> cells = [(1, 1, 0, 0), (1, 1, 1, 0), (0, 0, 1, 1), (1, 1, 0, 1)]
    >>> twice = overlap("ABCD", cells, [90, 20, 30, 40])
    >>> found = usable(twice)
    >>> found.table.lists, [remark.code for remark in found.warnings]
    (('A', 'C', 'D'), ['same-list'])
    """
    warnings: list[Remark] = []
    for name, size in zip(table.lists, table.sizes, strict=True):
        if size == 0:
            warnings.append(Remark("empty-list", f"list {name} has nobody and is left out"))
            table = without(table, name)
    while (again := _repeated(table)) is not None:
        table, remark = again
        warnings.append(remark)
    shared = _shared(table)
    alone = [
        name for at, name in enumerate(table.lists) if not np.delete(shared[at], at).any()
    ]  # fmt: skip
    if len(table.lists) > 1:
        warnings += [
            Remark("list-alone", f"list {name} shares nobody with any other: that says nothing of"
                   " how many are missing, or that linking failed")
            for name in alone
        ]  # fmt: skip
    warnings += _nearly_parts(table)
    several = int(table.counts[table.histories.sum(axis=1) > 1].sum())
    if several < FEW:
        warnings.append(Remark(
            "few-persons", f"{several} persons are in two lists or more: what they say of those in"
            " none is little, and a few more or fewer would change it much"))  # fmt: skip
    return Usable(table, tuple(warnings), _reasons(table, alone))


def _reasons(table: Overlap, alone: list[str]) -> tuple[Remark, ...]:
    if table.observed == 0:
        return (
            Remark("nobody", "nobody is in any list: how many there were is unknown, and not zero"),
        )
    left = len(table.lists) - (len(alone) if len(table.lists) > 1 else 0)
    if left >= FEWEST:
        return ()
    unknown = Remark(
        "not-identifiable",
        f"nothing in the data tells whether {', '.join(alone)} and the other lists avoid each other"
        " or few persons are in any",
    )
    return (
        *((unknown,) if alone and len(table.lists) >= FEWEST else ()),
        Remark("too-few-lists",
               f"{FEWEST} usable lists are needed, and there are {left}: lists that are not empty,"
               " do not repeat another, and share persons with another"),
    )  # fmt: skip


def _shared(table: Overlap) -> NDArray[np.int64]:
    """Return how many persons each two lists share, shape (lists, lists)."""
    member = table.histories.astype(np.int64)
    return member.T @ (member * table.counts[:, None])


def _repeated(table: Overlap) -> tuple[Overlap, Remark] | None:
    """Return the table with one repetition less, and what that was; None where there is none."""
    shared = _shared(table)
    size = np.diag(shared)
    for large in np.argsort(-size, kind="stable"):
        for small in range(len(table.lists)):
            both = shared[large, small]
            if (
                small == large
                or size[small] > size[large]
                or (size[small] == size[large] and small < large)
            ):
                continue
            one, other = table.lists[large], table.lists[small]
            either = size[large] + size[small] - both
            if both == size[small] == size[large]:
                said = Remark("same-list", f"{other} has the same persons as {one}: one list twice")
            elif both == size[small]:
                said = Remark("part-of-list",
                              f"all {both:,} persons of {other} are in {one} as well: it counts as"
                              " a part of it")  # fmt: skip
            elif both >= NEARLY_SAME * either:
                said = Remark("nearly-same-list",
                              f"{both:,} of {either:,} persons in {other} or {one} are in both:"
                              " they count as one list")  # fmt: skip
            else:
                continue
            return merged(table, (one, other), one), said
    return None


def _nearly_parts(table: Overlap) -> list[Remark]:
    shared = _shared(table)
    size = np.diag(shared)
    return [
        Remark("nearly-part-of-list",
               f"{shared[small, large]:,} of {size[small]:,} persons of {table.lists[small]} are in"
               f" {table.lists[large]} as well: if one was made from the other, merge them")
        for small in range(len(size)) for large in range(len(size))
        if _ENOUGH <= size[small] < size[large]
        and shared[small, large] >= NEARLY_PART * size[small]
    ]  # fmt: skip

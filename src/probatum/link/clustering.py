"""Rows into persons: the best grouping, and draws of groupings as likely as the pairs make them.

Constraints hold in every grouping: a list that names nobody twice has at most one row in a group;
what reviewers decided stays. The best grouping joins, best pair first, while that makes it
likelier. A draw begins with the same walk, in which each join happens with the probability that
it deserves, and then moves rows between groups until its start is forgotten. Only rows that hang
together with a doubtful pair are drawn; all others are the same in every draw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from probatum.errors import InputError
from probatum.link.partitions import components, grouped, numbered, shaken

DECIDED = 1e4  # log odds of a reviewer's yes; a no is the same below zero
POSSIBLE = -4.6  # pairs below 1 in 100 hold nothing together
DOUBTFUL = 6.9  # pairs beyond 1 in 1,000 are settled
SWEEPS = 4
MOST_LISTS = 62
Places: TypeAlias = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Graph:
    """Rows and the log odds of their pairs, each once, in order; ``mask`` has the list's bit."""

    rows: int
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    odds: NDArray[np.float64]
    mask: NDArray[np.int64]


def graph(
    list_of_row: NDArray[np.int16], repeats: NDArray[np.bool_], left: NDArray[np.int32],
    right: NDArray[np.int32], odds: NDArray[np.float64], decided: Sequence[tuple[int, int, bool]],
) -> Graph:  # fmt: skip
    """Lay reviewers' answers (row, row, same person) over the pairs.

    Raises InputError ``conflicting-answers`` for answers that contradict one another or the rule
    that a list names nobody twice, ``bad-list`` for more than 62 lists with that rule.
    """
    rows = len(list_of_row)
    if len(repeats) - int(repeats.sum()) > MOST_LISTS:
        raise InputError(
            "bad-list", item="linking", expected=f"at most {MOST_LISTS} lists",
            found=f"{len(repeats)}", remedy="merge lists of one source first",
        )  # fmt: skip
    bit = np.cumsum(~repeats) - 1
    mask = np.where(repeats, 0, 1 << np.maximum(bit, 0)).astype(np.int64)[list_of_row]
    if decided:
        _consistent(rows, mask, decided)
        one = np.array([min(a, b) for a, b, _ in decided], dtype=np.int32)
        two = np.array([max(a, b) for a, b, _ in decided], dtype=np.int32)
        answer = np.array([DECIDED if same else -DECIDED for _, _, same in decided])
        known = one.astype(np.int64) * rows + two
        kept = ~np.isin(left.astype(np.int64) * rows + right, known)
        left = np.concatenate([left[kept], one])
        right = np.concatenate([right[kept], two])
        odds = np.concatenate([odds[kept], answer])
        order = np.lexsort((right, left))
        left, right, odds = left[order], right[order], odds[order]
    return Graph(rows, left, right, odds, mask)


def _consistent(
    rows: int, mask: NDArray[np.int64], decided: Sequence[tuple[int, int, bool]]
) -> None:
    yes = np.array([(a, b) for a, b, same in decided if same], dtype=np.int32).reshape(-1, 2)
    root = components(rows, yes[:, 0], yes[:, 1])
    if any(root[a] == root[b] for a, b, same in decided if not same):
        raise _conflict("a pair that is one person by some answers and two by another")
    held: dict[int, int] = {}
    for row in np.unique(yes):
        group, bit = int(root[row]), int(mask[row])
        if held.get(group, 0) & bit:
            raise _conflict("one person with two rows of a list that names nobody twice")
        held[group] = held.get(group, 0) | bit


def _conflict(found: str) -> InputError:
    return InputError(
        "conflicting-answers", item="answers about pairs of rows",
        expected="answers that can all be true", found=found,
        remedy="look at these rows again, or say that the list may repeat a person",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Table:
    """Some rows of a graph, numbered anew, with their pairs in both directions.

    Rows that hang together stand together, and so do the pairs to try, ``left`` and ``right``, the
    best of each stretch first: what a step needs lies near what the last one needed. ``ends`` says
    where each stretch of rows ends.
    """

    rows: NDArray[np.int64]
    ends: Places
    start: Places
    other: Places
    odds: NDArray[np.float64]
    mask: NDArray[np.int64]
    left: Places
    right: Places


def _table(
    whole: Graph, chosen: NDArray[np.bool_], together: Places, pairs: NDArray[np.int64],
    likelier: float,
) -> _Table:  # fmt: skip
    """Return the chosen rows with those ``pairs`` of them that lie inside what hangs together.

    Pairs to try are those whose log odds lie above ``likelier``.
    """
    rows = np.flatnonzero(chosen)
    rows = rows[np.argsort(together[rows], kind="stable")]
    stretch = together[rows]
    ends = np.append(np.flatnonzero(np.diff(stretch)) + 1, len(rows)).astype(np.int32)
    new = np.full(whole.rows, -1, dtype=np.int32)
    new[rows] = np.arange(len(rows), dtype=np.int32)
    kept = pairs[chosen[whole.left[pairs]]]
    one, two, odds = new[whole.left[kept]], new[whole.right[kept]], whole.odds[kept]
    tried = np.flatnonzero(odds > likelier)
    order = tried[np.lexsort((-odds[tried], stretch[one[tried]]))]  # of two alike, the first one
    both = np.concatenate([one, two])
    by_row = np.argsort(both, kind="stable")
    start = np.zeros(len(rows) + 1, dtype=np.int32)
    np.cumsum(np.bincount(both, minlength=len(rows)), out=start[1:])
    return _Table(
        rows, ends, start, np.concatenate([two, one])[by_row], np.concatenate([odds, odds])[by_row],
        whole.mask[rows], one[order], two[order],
    )  # fmt: skip


def cluster(
    whole: Graph, *, draws: int, seed: int, step: Callable[[int, int], None], threads: int = 1
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the best grouping, shape (rows,), and draws, shape (draws, rows), as labels."""
    held = whole.odds > POSSIBLE
    together = components(whole.rows, whole.left[held], whole.right[held])
    linked = np.zeros(whole.rows, dtype=np.bool_)
    linked[whole.left[held]] = True
    linked[whole.right[held]] = True
    inside = np.flatnonzero(together[whole.left] == together[whole.right])
    table = _table(whole, linked, together, inside, 0.0)
    best = np.arange(whole.rows)
    if len(table.rows):
        roots = grouped(table.start, table.other, table.odds, table.mask,
                        table.left, table.right, 0)  # fmt: skip
        best[table.rows] = table.rows[roots]
    step(1, draws + 1)
    doubtful = np.zeros(whole.rows, dtype=np.bool_)
    unsure = held & (np.abs(whole.odds) < DOUBTFUL)
    doubtful[together[whole.left[unsure]]] = True
    drawn = _table(whole, doubtful[together] & linked, together, inside, POSSIBLE)
    persons = np.empty((draws, whole.rows), dtype=np.int32)
    seeds = np.random.Generator(np.random.PCG64(seed)).integers(1, 2**62, size=(draws, 2))

    def draw(number: int) -> None:
        roots = best.copy()
        if len(drawn.rows):
            first = grouped(drawn.start, drawn.other, drawn.odds, drawn.mask, drawn.left,
                            drawn.right, int(seeds[number, 0]))  # fmt: skip
            found = shaken(first, drawn.ends, drawn.start, drawn.other, drawn.odds, drawn.mask,
                           SWEEPS, int(seeds[number, 1]))  # fmt: skip
            roots[drawn.rows] = drawn.rows[found]
        numbered(roots, persons[number])

    # Each draw has seeds and a row of its own: how many threads there are changes nothing.
    with ThreadPoolExecutor(threads) as pool:
        try:
            for number, _ in enumerate(pool.map(draw, range(draws))):
                step(number + 2, draws + 1)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    labels = np.empty(whole.rows, dtype=np.int32)
    numbered(best, labels)
    return labels, persons

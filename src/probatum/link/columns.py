"""Rows as columns: what is compared of each row, as numbers.

A *word* (part of a name or place, as it is heard) is a place in one vocabulary; days are numbers.
Dates and places return: each is worked out once, not for each row it stands in.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from probatum.link import names, places
from probatum.link.dates import UNSAID, YEAR, Days, days_said, turned
from probatum.link.hearing import COLUMNS, TASK, Heards, hearing
from probatum.model.values import When
from probatum.model.victims import PlaceSaid, Victim

if TYPE_CHECKING:
    import pyarrow

WORDS = (*COLUMNS, "given_known", "sex", "leaf", "leaf_bones", "up_bones", "top_bones")
DAYS = ("died_from", "died_to", "died_turned", "died_day", "born_from", "born_to", "born_turned",
        "born_day")  # fmt: skip
DEGREES = ("lat", "lon")
LONGEST = 3_300  # days: with the year of an age, what a comparison of births takes for said
ONE_DAY = 730_120  # 2000-01-01; any day would do
EVERY = 10_000  # rows between two looks at whether somebody wants to end it
_T = TypeVar("_T")
Codes: TypeAlias = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows for comparing.

    ``rows`` are (list, row id); ``list_of_row``, shape (rows,), is the place of each in ``lists``,
    which are sorted; ``repeats``, shape (lists,), says which of them may name somebody twice.
    ``codes`` has for each of ``WORDS`` the places in ``words``, -1 where nothing was said
    (``given_known``: where no table knows the given name, as well); ``days``
    for each of ``DAYS`` day numbers, UNSAID where nothing was said: the first and the last day, a
    whole date with day and month exchanged, and month and day of a whole date. ``degrees`` are
    NaN without a point.
    """

    rows: tuple[tuple[str, str], ...]
    lists: tuple[str, ...]
    list_of_row: NDArray[np.int16]
    repeats: NDArray[np.bool_]
    words: tuple[str, ...]
    codes: Mapping[str, Codes]
    days: Mapping[str, Codes]
    degrees: Mapping[str, NDArray[np.float64]]

    def __len__(self) -> int:
        return len(self.rows)

    def table(
        self, keys: Mapping[str, NDArray[np.int32]], chosen: NDArray[np.int64] | None = None
    ) -> pyarrow.Table:
        """Return the rows, or those chosen, as Arrow columns, with blocking keys.

        ``unique_id`` is the number of the row from 0; ``repeats`` whether its list may name
        somebody twice.
        """
        import pyarrow as pa

        at = np.arange(len(self)) if chosen is None else chosen
        columns = {
            "unique_id": pa.array(at.astype(np.int64)),
            "list": pa.array(self.list_of_row[at].astype(np.int32)),
            "repeats": pa.array(self.repeats[self.list_of_row[at]]),
        }
        words = pa.array(self.words, pa.string())
        for name, codes in self.codes.items():
            mine = codes[at]
            columns[name] = words.take(pa.array(mine, mask=mine < 0))
        for name, days in self.days.items():
            columns[name] = pa.array(days[at], mask=days[at] == UNSAID)
        for name, degrees in self.degrees.items():
            columns[name] = pa.array(degrees[at], mask=np.isnan(degrees[at]))
        for name, key in keys.items():
            columns[name] = pa.array(key[at], mask=key[at] < 0)
        return pa.table(columns)


def columns(
    rows: Iterable[Victim], *, policy: Mapping[str, str], watch: Callable[[int], None] | None = None
) -> Columns:
    """Prepare rows, which may come one by one. ``watch`` is told, now and then, how many are done.

    Of many rows, names are heard in two processes.
    """
    ids: list[tuple[str, str]] = []
    lists, sexes = _Numbers[str](), _Numbers[str]()
    said, spots = _Numbers[str](), _Numbers[PlaceSaid]()
    list_of, died, born, low, high, sex, spot = (array("i") for _ in range(7))
    with hearing() as heard:
        waiting: list[tuple[names.Written, ...]] = []
        for number, row in enumerate(rows):
            if number % EVERY == 0 and watch is not None:
                watch(number)
            ids.append((row.list, row.row))
            list_of.append(lists[row.list])
            waiting.append(names.written(row.names))
            died.append(_day(said, row.died))
            born.append(_day(said, row.born))
            low.append(-1 if row.age_low is None else row.age_low)
            high.append(-1 if row.age_high is None else row.age_high)
            sex.append(-1 if row.sex is None else sexes[row.sex])
            spot.append(-1 if row.place is None else spots[row.place])
            if len(waiting) == TASK:
                heard.take(waiting)
                waiting = []
        heard.take(waiting)
        vocabulary = _Numbers[str]()
        codes = _names(vocabulary, heard.answers())
    known = names.same_names().values()
    is_known = np.array([*map(set(known).__contains__, vocabulary), False])  # last: not said
    codes["given_known"] = np.where(is_known[codes["given"]], codes["given"], -1).astype(np.int32)
    codes["sex"] = _gathered([vocabulary[each] for each in sexes], sex)
    found = [places.compared(each) for each in spots]
    for name in WORDS[-4:]:
        part = name.partition("_")[0]
        codes[name] = _gathered(
            [_code(vocabulary, getattr(getattr(each, part), "bones" if "_" in name else "sound"))
             for each in found], spot)  # fmt: skip
    order = sorted(lists)
    place = np.array([order.index(each) for each in lists], dtype=np.int16)
    return Columns(
        rows=tuple(ids),
        lists=tuple(order),
        list_of_row=place[np.frombuffer(list_of, dtype=np.int32)] if ids else place,
        repeats=np.array([policy.get(each) == "may-repeat" for each in order], dtype=np.bool_),
        words=tuple(vocabulary),
        codes=codes,
        days=_days([days_said(each) for each in said], died, born, low, high),
        degrees={name: _degrees([getattr(each, name) for each in found], spot) for name in DEGREES},
    )


class _Numbers(dict[_T, int]):
    """Things -> their numbers, in order of appearance."""

    def __missing__(self, thing: _T) -> int:
        number = self[thing] = len(self)
        return number


def _day(said: _Numbers[str], when: When | None) -> int:
    return -1 if when is None or when.edtf is None else said[when.edtf]


def _code(vocabulary: _Numbers[str], word: str) -> int:
    return vocabulary[word] if word else -1


def _names(vocabulary: _Numbers[str], answers: Iterable[Heards]) -> dict[str, Codes]:
    """Return the columns of names; the words of every answer come into one vocabulary."""
    parts = []
    for each in answers:
        known = np.array([*(vocabulary[word] for word in each.words), -1], dtype=np.int32)
        parts.append(known[np.frombuffer(each.codes, dtype=np.int32).reshape(-1, len(COLUMNS))])
    whole = np.concatenate(parts)
    return {name: np.ascontiguousarray(whole[:, at]) for at, name in enumerate(COLUMNS)}


def _gathered(values: list[int], at: array[int], missing: int = -1) -> Codes:
    """Return for each row the value of its thing."""
    known: Codes = np.array([*values, missing], dtype=np.int32)
    return known[np.frombuffer(at, dtype=np.int32)] if at else known[:0]


def _degrees(values: list[float | None], at: array[int]) -> NDArray[np.float64]:
    known = np.array([*(np.nan if each is None else each for each in values), np.nan])
    return known[np.frombuffer(at, dtype=np.int32)] if at else known[:0]


def _days(
    said: list[Days | None], died: array[int], born: array[int], low: array[int], high: array[int]
) -> dict[str, Codes]:
    """Return the columns of days; who has no date of birth has one by age and day of death.

    Where a row has an age and no day of death, that day lies where those of nearly all others do;
    if no row has a date at all, ages are compared as if all had died on one day.
    """
    ends = [[UNSAID if each is None else each[end] for each in said] for end in (0, 1)]
    died_from, died_to = (_gathered(each, died, UNSAID) for each in ends)
    born_from, born_to = (_gathered(each, born, UNSAID) for each in ends)
    youngest, oldest = np.array(low, dtype=np.int64), np.array(high, dtype=np.int64)
    aged = (born_from == UNSAID) & (youngest >= 0)
    first, last = _at_death(died_from, died_to, born_from)
    aged &= first != UNSAID
    by_age = (first - ((oldest + 1) * YEAR).astype(np.int64) + 1,
              last - (youngest * YEAR).astype(np.int64))  # fmt: skip
    born_from, born_to = (
        np.where(aged, each, known).astype(np.int32)
        for each, known in zip(by_age, (born_from, born_to), strict=True)
    )
    made = [died_from, died_to, *turned(died_from, died_to),
            born_from, born_to, *turned(born_from, born_to)]  # fmt: skip
    return dict(zip(DAYS, made, strict=True))


def _at_death(
    died_from: NDArray[np.int32], died_to: NDArray[np.int32], born: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each row between which days an age was reached, UNSAID where nobody can tell."""
    said = died_from != UNSAID
    early = late = UNSAID
    if said.any():
        first, last = np.sort(died_from[said]), np.sort(died_to[said])
        odd = said.sum() // 100  # a slip in a year or two does not move it
        early, late = int(first[odd]), int(last[-1 - odd])
        if late - early > LONGEST:
            early = late = UNSAID
    elif (born == UNSAID).all():
        early = late = ONE_DAY
    return (np.where(said, died_from, early).astype(np.int64),
            np.where(said, died_to, late).astype(np.int64))  # fmt: skip

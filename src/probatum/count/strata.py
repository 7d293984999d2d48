"""Strata: by which month, place, sex or age band a row knows its person; -1 where it does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from probatum.model.edtf import parse
from probatum.model.letters import apart, latin, skeleton, sound
from probatum.model.values import When
from probatum.model.victims import Victim

By: TypeAlias = Literal["month", "place", "sex", "age"]
ALL: tuple[By, ...] = ("month", "place", "sex", "age")
MOST = 60
"""Strata of one kind: of more, those with fewest rows are one, called *other*."""

AGE_BANDS: tuple[tuple[int, int], ...] = ((0, 17), (18, 59), (60, 130))
OTHER = "other"
_ARABIC = re.compile("[\u0600-\u06ff]")
_FEWEST_BONES = 3  # consonants; fewer fit many places


@dataclass(frozen=True, slots=True)
class Strata:
    """One way to divide persons: names in their order, and the label of each row."""

    by: By
    names: tuple[str, ...]
    label_of_row: NDArray[np.int32]


def strata(
    rows: Sequence[Victim], by: By, *, level: int = 0,
    age_bands: Sequence[tuple[int, int]] = AGE_BANDS,
) -> Strata:  # fmt: skip
    """Return the strata of rows.

    ``level`` is the part of the place's path that is meant, 0 the largest. A month is known where
    both ends of the date lie in it; an age band where both ends of the age do.
    """
    say: Callable[[Victim], str | None]
    if by == "month":
        say = _month
    elif by == "place":
        say = lambda row: _place(row, level)  # noqa: E731
    elif by == "sex":
        say = lambda row: row.sex  # noqa: E731
    else:
        say = lambda row: _age(row, age_bands)  # noqa: E731
    said = [say(row) for row in rows]
    if by == "place":
        said = _one_spelling(said)
    names = _order(by, said, age_bands)
    spelled = {name: number for number, name in enumerate(names)}
    other = spelled.get(OTHER, -1)
    labels = [-1 if each is None else spelled.get(each, other) for each in said]
    return Strata(by, names, np.array(labels, dtype=np.int32))


def _one_spelling(said: Sequence[str | None]) -> list[str | None]:
    """Write a place that stands there in several spellings as it stands there most often.

    Cyrillic and Latin letters are compared by sound; Arabic ones, which leave vowels out, by their
    consonants, where these fit one place and no other.
    """
    times = Counter(each for each in said if each is not None)
    heard: dict[str, str] = {}
    by_bones: dict[str, set[str]] = {}
    for each in times:
        if not _ARABIC.search(each):
            heard[each] = " ".join(map(sound, apart(each)))
            by_bones.setdefault(_bones(each), set()).add(heard[each])
    for each in times:
        if each not in heard:
            bones = _bones(each)
            fitting = by_bones.get(bones, set()) if len(bones) >= _FEWEST_BONES else set()
            heard[each] = min(fitting) if len(fitting) == 1 else "\0" + latin(each)
    usual: dict[str, str] = {}
    for each in sorted(times, key=lambda one: (-times[one], one)):
        usual.setdefault(heard[each], each)
    return [None if each is None else usual[heard[each]] for each in said]


def _bones(name: str) -> str:
    return skeleton(name).replace("g", "h").replace(" ", "")


def _order(
    by: By, said: Sequence[str | None], age_bands: Sequence[tuple[int, int]]
) -> tuple[str, ...]:
    found: dict[str, int] = {}
    for each in said:
        if each is not None:
            found[each] = found.get(each, 0) + 1
    if by == "age":
        return tuple(name for name in map(_band, age_bands) if name in found)
    if by == "place":
        names = sorted(found, key=lambda name: (-found[name], name))
    else:
        names = sorted(found)
    if len(names) <= MOST:
        return tuple(names)
    kept = set(sorted(names, key=lambda name: (-found[name], name))[:MOST])
    return (*(name for name in names if name in kept), OTHER)


def _month(row: Victim) -> str | None:
    return None if row.died is None or row.died.edtf is None else _month_of(row.died.edtf)


@lru_cache(maxsize=4_096)
def _month_of(edtf: str) -> str | None:
    bounds = parse(edtf)
    first, last = bounds.earliest, bounds.latest
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    return f"{first.year:04}-{first.month:02}"


def _place(row: Victim, level: int) -> str | None:
    if row.place is None:
        return None
    path = row.place.path
    if not path and row.place.text is not None:
        # Words are written the smallest place first, commas between.
        path = tuple(part.strip() for part in re.split("[,،]", row.place.text) if part.strip())[
            ::-1
        ]
    return " / ".join(path[: level + 1]) if len(path) > level else None


def _age(row: Victim, bands: Sequence[tuple[int, int]]) -> str | None:
    low, high = row.age_low, row.age_high
    if low is None or high is None:
        low, high = _years(row.born, row.died)
    if low is None or high is None:
        return None
    return next((_band(each) for each in bands if each[0] <= low and high <= each[1]), None)


def _years(born: When | None, died: When | None) -> tuple[int | None, int | None]:
    """Return the youngest and the oldest age that two dates allow, in whole years."""
    birth = None if born is None else born.bounds
    death = None if died is None else died.bounds
    if birth is None or death is None:
        return None, None
    ends = (birth.earliest, birth.latest, death.earliest, death.latest)
    first, last, early, late = ends
    if first is None or last is None or early is None or late is None:
        return None, None

    return _whole_years(last, early), _whole_years(first, late)


def _whole_years(start: date, end: date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def _band(band: tuple[int, int]) -> str:
    return f"{band[0]}+" if band[1] >= 130 else f"{band[0]}-{band[1]}"

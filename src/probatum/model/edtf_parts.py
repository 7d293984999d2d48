"""One date of EDTF: year, month or season, day; unspecified digits; what is doubtful about each.

A date is read into *components* with their *doubts* (``?`` uncertain, ``~`` approximate, ``%``
both). A doubt behind a component is about it and everything left of it; one in front of it is about
that component alone. A digit may be ``X``, unspecified. From these follow the first and the last
day that the text allows, as (year, month, day) in the proleptic Gregorian calendar with a year 0:
``datetime.date`` knows the years 1 to 9999 only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Literal, TypeAlias

Day: TypeAlias = tuple[int, int, int]
Known: TypeAlias = Literal["day", "month", "season", "year", "decade", "century", "unspecified"]

_DATE = re.compile(
    "([?~%]?)(-?[0-9X]{4}|Y-?[0-9]+)([?~%]?)"
    "(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_BEYOND = re.compile("-?[0-9]{4}S[0-9]+|Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOST_DIGITS = 12

# Spring to winter as the calendar or the sun divides the year, the longer reading of both. A winter
# "of 2003" may be the one that begins in it or the one that ends in it: years before and after.
_MARCH, _JUNE = ((0, 3, 1), (0, 6, 22)), ((0, 6, 1), (0, 9, 23))
_SEPTEMBER, _DECEMBER = ((0, 9, 1), (0, 12, 23)), ((-1, 12, 1), (1, 3, 21))
_EITHER = ((0, 3, 1), (0, 12, 23))  # spring or autumn, the hemisphere not said
_SEASONS: dict[int, tuple[Day, Day]] = {
    21: _EITHER, 22: _DECEMBER, 23: _EITHER, 24: _DECEMBER,
    25: _MARCH, 26: _JUNE, 27: _SEPTEMBER, 28: _DECEMBER,
    29: _SEPTEMBER, 30: _DECEMBER, 31: _MARCH, 32: _JUNE,
}  # fmt: skip
# Quarters, thirds and halves of the year are months: 33 is January to March.
for _first, _months in ((33, 3), (37, 4), (40, 6)):
    for _number in range(12 // _months):
        _from, _to = _number * _months + 1, (_number + 1) * _months
        _SEASONS[_first + _number] = ((0, _from, 1), (0, _to, _DAYS[_to - 1]))


@dataclass(frozen=True, slots=True)
class OneDate:
    """A date as EDTF spells it, in its one canonical spelling, with what it allows."""

    text: str
    first: Day
    last: Day
    known: Known
    uncertain: bool
    approximate: bool


def parse_date(text: str) -> OneDate:
    """Read one date without a time of day. Raises ValueError."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(
            "years with an exponent or with significant digits are not supported: write an interval"
            if _BEYOND.fullmatch(text)
            else "not a date of EDTF: YYYY, YYYY-MM or YYYY-MM-DD, X for a digit that is not "
            "known, ? uncertain, ~ approximate, % both"
        )
    groups = found.groups()
    components = [part for part in (groups[1], groups[4], groups[7]) if part is not None]
    doubts = _doubts(groups, len(components))
    first, last = _days(components)
    said = set("".join(doubts))
    return OneDate(
        _spelt(components, doubts), first, last, _known(components),
        bool(said & {"?", "%"}), bool(said & {"~", "%"}),
    )  # fmt: skip


# -- doubts ---------------------------------------------------------------------------------------


def _doubts(groups: tuple[str | None, ...], count: int) -> list[str]:
    """Return the doubt about each component: what stands before it, and behind it or any later."""
    doubts = []
    for number in range(count):
        marks = {groups[3 * number] or ""}
        marks |= {groups[3 * later + 2] or "" for later in range(number, count)}
        if "%" in marks or {"?", "~"} <= marks:
            doubts.append("%")
        else:
            doubts.append("".join(marks))
    return doubts


def _spelt(components: list[str], doubts: list[str]) -> str:
    """Write one mark behind a doubtful left part, or a mark before each doubtful component."""
    left = 0
    while left < len(doubts) and doubts[left] == doubts[0]:
        left += 1
    parts = list(components)
    if doubts[0] and not any(doubts[left:]):
        parts[left - 1] += doubts[0]
    else:
        parts = [doubt + part for doubt, part in zip(doubts, parts, strict=True)]
    return "-".join(parts)


# -- what is known, and the days that are allowed -------------------------------------------------


def _known(components: list[str]) -> Known:
    """Say how finely the date is known: an unspecified month of a known year is a known year."""
    parts = list(components)
    while len(parts) > 1 and parts[-1] == "XX":
        parts.pop()
    year, *rest = parts
    if any("X" in part for part in rest) or ("X" in year and rest):
        return "unspecified"
    if "X" in year:
        digits = year.rstrip("X")
        if "X" in digits:
            return "unspecified"
        unknown: dict[int, Known] = {1: "decade", 2: "century"}
        return unknown.get(len(year) - len(digits), "unspecified")
    if rest and int(rest[0]) > 12:
        return "season"
    return "day" if len(rest) == 2 else "month" if rest else "year"


def _days(components: list[str]) -> tuple[Day, Day]:
    """Return the first and the last day that fit the components. Raises ValueError."""
    year, month, day = (*components, None, None)[:3]
    if year is None or year == "-0000":
        raise ValueError("the year 0 has no sign: the year before 0001 is 0000")
    if year.startswith("Y"):
        return _long_year(year, alone=month is None)
    if month is not None and month.isdigit() and int(month) in _SEASONS:
        return _season(year, int(month), alone=day is None)
    plain = _fitting(month, day, leap=False)
    leap = _fitting(month, day, leap=True)
    if not leap:
        raise ValueError(
            "no such day in that month"
            if day is not None and _fitting(month, None, leap=True)
            else "the month as 01 to 12, or a part of the year as 21 to 41"
        )
    fits = {False: plain, True: leap}
    years = _years(year)
    low = next((number for number in years if fits[is_leap(number)]), None)
    high = next((number for number in reversed(years) if fits[is_leap(number)]), None)
    if low is None or high is None:
        raise ValueError("no such day in that year: 29 February needs a leap year")
    return (low, *fits[is_leap(low)][0]), (high, *fits[is_leap(high)][-1])


def _long_year(year: str, *, alone: bool) -> tuple[Day, Day]:
    digits = year.removeprefix("Y").removeprefix("-")
    if not alone:
        raise ValueError("a year after Y has no month or day")
    if len(digits) < 5 or digits.startswith("0") or len(digits) > _MOST_DIGITS:
        raise ValueError(f"a year after Y has 5 to {_MOST_DIGITS} digits, the first one not 0")
    number = int(year[1:])
    return (number, 1, 1), (number, 12, 31)


def _season(year: str, season: int, *, alone: bool) -> tuple[Day, Day]:
    if not alone:
        raise ValueError("a part of the year has no day")
    if "X" in year:
        raise ValueError("a part of the year needs a year without X")
    (before, *first), (after, *last) = _SEASONS[season]
    number = int(year)
    if last == [2, 28] and is_leap(number):
        last = [2, 29]
    return (number + before, first[0], first[1]), (number + after, last[0], last[1])


def is_leap(year: int) -> bool:
    """Say whether a year has 29 February, also before the Gregorian calendar was made."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@lru_cache(maxsize=16)
def _years(mask: str) -> Sequence[int]:
    """Return the years that fit, ascending."""
    if "X" not in mask:
        return (int(mask),)
    if mask.startswith("-"):
        return tuple(-number for number in reversed(_years(mask[1:])) if number)
    spread = ["0123456789" if digit == "X" else digit for digit in mask]
    return tuple(int("".join(digits)) for digits in product(*spread))


@cache  # two masks of two characters: some 30,000 keys at the very most
def _fitting(month: str | None, day: str | None, *, leap: bool) -> list[tuple[int, int]]:
    """Return the days (month, day) of such a year that fit, ascending."""
    months, days = _pattern(month), _pattern(day)
    return [
        (number, of_month)
        for number, length in enumerate(_DAYS, start=1)
        if months.fullmatch(f"{number:02d}")
        for of_month in range(1, length + 1 + (leap and number == 2))
        if days.fullmatch(f"{of_month:02d}")
    ]


def _pattern(mask: str | None) -> re.Pattern[str]:
    return re.compile((mask or "XX").replace("X", "[0-9]"))

"""Dates as they are compared: the first and the last day that a source allows, as numbers.

A *day number* counts days from 0001-01-01, which is 1. An interval is as wide as its source leaves
it; what allows more than a century says nothing and is left out.

>>> days_of(When(edtf="2019-08")), born_between(None, 40, 41, (737303, 737303))
((737272, 737302), (721964, 722694))
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from probatum.model.edtf import parse
from probatum.model.values import When

Days: TypeAlias = tuple[int, int]

Numbers: TypeAlias = NDArray[np.int32]

UNSAID = -(2**31)
"""What stands in a column of days where a row says nothing."""
_EPOCH = 719_163  # the day number of 1970-01-01, where numpy counts from

YEAR = 365.2425
WIDEST = 36_525
_AROUND = 366  # what `~` and `?` may mean for a year or a month; for a day, a week


_WHOLE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=1 << 16)
def days_said(edtf: str) -> Days | None:
    """Return the days that a date as EDTF allows; None where it leaves them open."""
    if _WHOLE.fullmatch(edtf):  # most dates, and these need no grammar
        try:
            day = date.fromisoformat(edtf).toordinal()
        except ValueError:
            pass  # the grammar says what it means
        else:
            return day, day
    said = parse(edtf)
    first, last = said.earliest, said.latest
    if first is None or last is None:
        return None
    low, high = first.toordinal(), last.toordinal()
    if said.kind == "one-of" and len(said.members) == 2 and _exchanged(low)[0] == high:
        return low, low  # a day whose list may mean day or month first: compared as either
    if said.is_qualified:
        wider = 7 if low == high else min(_AROUND, high - low + 1)
        low, high = low - wider, high + wider
    return (low, high) if high - low <= WIDEST else None


def days_of(when: When | None) -> Days | None:
    """Return the days that a date allows; None where the source gives none."""
    return None if when is None or when.edtf is None else days_said(when.edtf)


def turned(low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """Return of whole dates, in columns, what ``exchanged`` returns of one; UNSAID where it can't.

    >>> turned(np.array([737152, 737152]), np.array([737152, 737160]))[1].tolist()
    [403, -2147483648]
    """
    whole = (low == high) & (low > 0)
    days = (np.where(whole, low, _EPOCH).astype(np.int64) - _EPOCH).astype("datetime64[D]")
    months, years = days.astype("datetime64[M]"), days.astype("datetime64[Y]")
    day = (days - months).astype(np.int64) + 1
    month = (months - years).astype(np.int64) + 1
    other = (years.astype("datetime64[M]") + (day - 1)).astype("datetime64[D]") + (month - 1)
    can = whole & (day <= 12) & (day != month)
    return (
        np.where(can, other.astype(np.int64) + _EPOCH, UNSAID).astype(np.int32),
        np.where(whole, month * 100 + day, UNSAID).astype(np.int32),
    )


def months(low: Numbers, high: Numbers) -> NDArray[np.int64]:
    """Return a number for the month, where both days lie in one; -1 where they do not."""
    one, other = (
        (np.maximum(each, 1).astype(np.int64) - _EPOCH)
        .astype("datetime64[D]")
        .astype("datetime64[M]")
        for each in (low, high)
    )
    return np.where((low > 0) & (one == other), one.astype(np.int64) + 100_000, -1)


def born_between(
    born: When | None, age_low: int | None, age_high: int | None, died: Days | None
) -> Days | None:
    """Return the days on which somebody may be born: as said, else from age and day of death."""
    said = days_of(born)
    if said is not None or died is None or age_low is None or age_high is None:
        return said
    return died[0] - int((age_high + 1) * YEAR) + 1, died[1] - int(age_low * YEAR)


def exchanged(first: int | None, last: int | None) -> tuple[int | None, int | None]:
    """Return of a whole date the day with day and month exchanged, and its month and day.

    >>> exchanged(737152, 737152)
    (737122, 403)
    """
    if first is None or first != last:
        return None, None
    return _exchanged(first)


@lru_cache(maxsize=1 << 17)
def _exchanged(number: int) -> tuple[int | None, int]:
    day = date.fromordinal(number)
    turned = None
    if day.day <= 12 and day.day != day.month:
        turned = date(day.year, day.day, day.month).toordinal()
    return turned, day.month * 100 + day.day

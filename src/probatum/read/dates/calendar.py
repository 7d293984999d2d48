"""From what words say of a date to EDTF: years and days that only the publication day tells.

A *point* is what the words say: parts of a date, some of them missing, or a day counted from the
day of publication. Without a publication day nothing relative is known, and a day without a year
keeps its year unspecified.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from probatum.model import edtf

_SOON = 45  # days
YEARS = range(1800, 2200)


@dataclass(frozen=True, slots=True)
class Point:
    """What words say of a day, month or year; ``known`` is EDTF that is already worked out.

    ``turn`` is -1 for "last March", +1 for "next March".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    known: str | None = None
    is_relative: bool = False
    turn: int = 0

    @property
    def has_parts(self) -> bool:
        """Whether it is made of parts, not yet of EDTF."""
        return bool(self.year or self.month or self.day or self.season)


def spelled(text: str | None) -> str | None:
    """Return EDTF in its canonical spelling; None if it is none."""
    if text is None:
        return None
    try:
        return str(edtf.parse(text))
    except ValueError:
        return None


def resolved(
    point: Point, published: date | None, *, future: bool | None, past: bool = False
) -> Point:
    """Return the point with ``known`` worked out, or None in it where it cannot be known.

    ``past``: the sentence tells what was done. Without that a day just ahead is no day a year ago.
    """
    if point.known is not None or not point.has_parts:
        return point
    if point.season is not None:
        return replace(point, known=_season(point, published))
    if point.year is not None:
        text = "-".join(_digits(point.year, point.month, point.day))
        return replace(point, known=spelled(text))
    if point.month is None:
        return point
    if future is None and point.day is not None and not point.turn:
        if _is_near(point, published, future=False):
            return resolved(point, published, future=False)
        return replace(point, is_relative=True)
    if published is None:
        text = "-".join(["XXXX", *_digits(None, point.month, point.day)])
        known = spelled(text) if not point.turn else None
        return replace(point, known=known, is_relative=True)
    if point.day is not None and not (future or past or point.turn):
        if _is_near(point, published, future=True):
            return replace(point, is_relative=True)
    year = _year(point, published, future=future)
    text = "-".join(_digits(year, point.month, point.day))
    return replace(point, year=year, known=spelled(text), is_relative=True)


def _is_near(point: Point, published: date | None, *, future: bool) -> bool:
    """Say whether a day without a year lies just ahead, or just behind: another year is far."""
    if published is None:
        return False
    try:
        day = date(_year(point, published, future=future), point.month or 1, point.day or 1)
    except ValueError:
        return False
    return 0 < abs((day - published).days) <= _SOON


def _digits(year: int | None, month: int | None, day: int | None) -> list[str]:
    parts = [f"{year:04d}"] if year is not None else []
    if month is not None:
        parts.append(f"{month:02d}")
        if day is not None:
            parts.append(f"{day:02d}")
    return parts


def _year(point: Point, published: date, *, future: bool | None) -> int:
    """Return the year of a month or day without one: the latest not after publication."""
    day = point.day or 1
    if point.day is not None:
        here, now = (point.month or 1, day), (published.month, published.day)
    else:
        here, now = (point.month or 1, 1), (published.month, 1)
    year = published.year
    if future or point.turn > 0:
        year += here < now or (point.turn > 0 and here == now)
    else:
        year -= here > now or (point.turn < 0 and here == now)
    step = 1 if future or point.turn > 0 else -1
    if (point.month, point.day) == (2, 29):
        while not calendar.isleap(year) and abs(year - published.year) < 9:
            year += step
    return year


def _season(point: Point, published: date | None) -> str | None:
    """Return a part of a year: 21 to 41; a winter of no year, or "last winter", stays unknown."""
    if point.year is not None:
        return spelled(f"{point.year:04d}-{point.season}")
    if published is None or point.season is None or not point.turn or point.season == 24:
        return None
    ends = {21: 6, 22: 9, 23: 12}.get(point.season)
    if ends is None or point.turn > 0:
        return None
    # "last summer" in October may be this year's or last year's
    return spelled(f"{published.year - 1}-{point.season}") if published.month < ends else None


def weekday(
    day: int, published: date | None, turn: int | None, *, future: bool | None
) -> str | None:
    """Return a weekday: the last one up to the publication day, "last" and "next" beyond it."""
    if published is None:
        return None
    back = (published.weekday() - day) % 7
    if turn == -1:
        return _iso(published, -(back or 7))
    if turn == 1:
        return _iso(published, 7 - back)
    if future is None:
        return None
    if future:
        return _iso(published, 7 - back) if back else None  # today, or in a week?
    return _iso(published, -back)


def on_weekday(point: Point, day: int, published: date | None) -> Point:
    """Return a day without a year in the year that fits its weekday, if last or next time does."""
    if published is None or point.year is not None or point.month is None or point.day is None:
        return point
    last = _year(point, published, future=False)
    for year in (last, last + 1):
        known = spelled(f"{year:04d}-{point.month:02d}-{point.day:02d}")
        if known is not None and date.fromisoformat(known).weekday() == day:
            return replace(point, year=year, is_relative=True)
    return point


def _iso(published: date, days: int) -> str | None:
    try:
        return (published + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def away(published: date | None, unit: str, count: int) -> str | None:
    """Return the day, month or year that lies ``count`` units from the publication day."""
    if published is None or abs(count) > 2_000:
        return None
    if unit in ("day", "24 hours"):
        return _iso(published, count)
    if unit == "week":
        return _iso(published, 7 * count)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + count
        return spelled(f"{months // 12:04d}-{months % 12 + 1:02d}")
    return spelled(f"{published.year + count:04d}") if unit == "year" else None


def whole(published: date | None, unit: str, turn: int) -> str | None:
    """Return last, this or next day, week, month, year or weekend. Weeks begin on Monday."""
    if published is None:
        return None
    if unit in ("week", "weekend"):
        monday = turn * 7 - published.weekday()
        first = _iso(published, monday + (5 if unit == "weekend" else 0))
        last = _iso(published, monday + 6)
        return spelled(f"{first}/{last}")
    return away(published, unit, turn)


def running(published: date | None, unit: str, count: int) -> str | None:
    """Return the last ``count`` units up to the publication day: "the past three days"."""
    if published is None:
        return None
    first = away(published, unit, -count)
    last = published.isoformat()
    if unit in ("month", "year") and first is not None:
        last = last[: len(first)]
    return spelled(f"{first}/{last}") if first else None


def overnight(published: date | None) -> str | None:
    """Return the night to the publication day."""
    return None if published is None else spelled(f"{_iso(published, -1)}/{published.isoformat()}")


def interval(start: Point, end: Point, published: date | None, *, future: bool | None) -> Point:
    """Return from one point to another; what the first does not say it takes from the second."""
    if start.known is None and not start.season:
        if start.month is None and start.day is not None and end.day is not None:
            start = replace(start, month=end.month)
        if start.year is None and end.year is not None:
            start = replace(start, year=end.year, is_relative=end.is_relative)
            if (start.month or 0, start.day or 0) > (end.month or 99, end.day or 99):
                start = replace(start, year=end.year - 1)
    last = resolved(end, published, future=future)
    first = resolved(start, published, future=future)
    relative = first.is_relative or last.is_relative
    first = _not_after(first, last)
    known = spelled(f"{first.known}/{last.known}") if first.known and last.known else None
    if known is None and first.year is not None and first.known and last.known and relative:
        earlier = resolved(
            replace(first, year=first.year - 1, known=None), published, future=future
        )
        if start.year is None:
            known = spelled(f"{earlier.known}/{last.known}")
    return Point(known=known, is_relative=relative)


def _not_after(first: Point, last: Point) -> Point:
    """Return the weekday before the one that ends a stretch: "from Monday to Wednesday"."""
    one, other = first.known, last.known
    if not (one and other and first.month is None and last.month is None):
        return first
    if len(one) != 10 or len(other) != 10 or "X" in one + other:
        return first
    late = date.fromisoformat(one) - date.fromisoformat(other)
    return replace(first, known=_iso(date.fromisoformat(one), -7)) if 0 < late.days < 7 else first


def day_before(known: str | None) -> str | None:
    """Return the day before a day."""
    if known is None or len(known) != 10 or "X" in known:
        return None
    return _iso(date.fromisoformat(known), -1)


def day_after(known: str | None) -> str | None:
    """Return the day after a day."""
    if known is None or len(known) != 10 or "X" in known:
        return None
    return _iso(date.fromisoformat(known), 1)

"""Dates that keep the precision of their source: EDTF, levels 0 and 1 and most of level 2.

The Extended Date/Time Format is a specification of the Library of Congress (4 February 2019), part
of ISO 8601-2. Not read: years with an exponent or significant digits (``Y17E7``, ``1950S2``).
``earliest`` and ``latest`` are the first and the last day that a date allows, never a guess at the
day: ``None`` where an end is open or unknown, or lies outside the years that ``datetime.date``
counts. What follows from two dates is in ``probatum.model.edtf_order``.

>>> about = parse("2022-04~")
>>> about.precision, about.approximate, str(about.earliest), str(about.latest)
('month', True, '2022-04-01', '2022-04-30')
>>> str(parse("?2004-?06-?11")), parse("156X-12-25").precision, parse("../2022-04").earliest
('2004-06-11?', 'unspecified', None)
>>> parse("2022-13")
Traceback (most recent call last):
ValueError: the month as 01 to 12, or a part of the year as 21 to 41
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal, TypeAlias

from probatum.model.edtf_parts import Day, Known, OneDate, parse_date

Precision: TypeAlias = Known | Literal["second", "interval", "set"]
End: TypeAlias = Literal["known", "open", "unknown"]
Kind: TypeAlias = Literal["date", "moment", "interval", "one-of", "all-of"]

MOST_CHARACTERS = 1_000
_MOMENT = re.compile(
    "([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})"
    "(Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, a moment, an interval or a set, in canonical spelling (``str``).

    ``first`` and ``last`` are days (year, month, day), inclusive; None: open or unknown.
    ``precision`` says how much is known: ``2022-XX`` is a year. ``moment`` is the time of day, with
    its zone if the text has one. ``members`` are the dates of a set, or the known ends of an
    interval; ``ends`` says of an interval what its two ends are.
    """

    text: str
    kind: Kind
    precision: Precision
    first: Day | None
    last: Day | None
    uncertain: bool = False
    approximate: bool = False
    moment: datetime | None = None
    members: tuple[Edtf, ...] = ()
    ends: tuple[End, End] = ("known", "known")

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> date | None:
        """The first day that is possible; None if open, unknown or before the year 1."""
        return _date(self.first)

    @property
    def latest(self) -> date | None:
        """The last day that is possible; None if open, unknown or after the year 9999."""
        return _date(self.last)

    @property
    def is_qualified(self) -> bool:
        """Whether any part is uncertain or approximate, so that the bounds may be wrong."""
        return self.uncertain or self.approximate


def _date(day: Day | None) -> date | None:
    return date(*day) if day is not None and 1 <= day[0] <= 9999 else None


@lru_cache(maxsize=4_096)
def parse(text: str) -> Edtf:
    """Read EDTF. Raises ValueError, whose message never repeats the text.

    A case has many records of few days, and each is read more than once.
    """
    if len(text) > MOST_CHARACTERS:
        raise ValueError(f"a date has at most {MOST_CHARACTERS} characters")
    if "T" in text:
        return _moment(text)
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _single(parse_date(text))


def _single(one: OneDate) -> Edtf:
    return Edtf(one.text, "date", one.known, one.first, one.last, one.uncertain, one.approximate)


def _moment(text: str) -> Edtf:
    """Read a date with a time of day; a zone of full hours gets its minutes."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(
            "a time of day is written YYYY-MM-DDThh:mm:ss, with Z or an offset such as +03:00 if "
            "the zone is known, and stands neither in intervals nor beside ? ~ % X"
        )
    day, time, zone = found.groups()
    if zone and zone[0] == "-" and zone[1:] in ("00", "00:00"):
        raise ValueError("the offset -00 means nothing: leave the zone out if it is not known")
    zone = zone + ":00" if zone and len(zone) == 3 else zone or ""
    one = parse_date(day)
    if one.first != one.last or one.first[0] < 1:
        raise ValueError("a time of day needs a whole date in the years 0001 to 9999")
    try:
        moment = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=_zone(zone))
    except ValueError:
        raise ValueError("the time of day is 00:00:00 to 23:59:59, an offset -12 to +14") from None
    return Edtf(f"{day}T{time}{zone}", "moment", "second", one.first, one.last, moment=moment)


def _zone(text: str) -> timezone | None:
    if not text:
        return None
    if text == "Z":
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[4:]))
    offset = -offset if text[0] == "-" else offset
    if not timedelta(hours=-12) <= offset <= timedelta(hours=14):
        raise ValueError
    return timezone(offset)


def _interval(text: str) -> Edtf:
    """Read ``start/end``: a date, ``..`` for open, nothing for unknown; one of them is a date."""
    if text.count("/") != 1:
        raise ValueError("an interval has one start and one end: START/END")
    start, end = (_end(part) for part in text.split("/"))
    ends = (start if isinstance(start, str) else "known", end if isinstance(end, str) else "known")
    members = tuple(one for one in (start, end) if not isinstance(one, str))
    if not members:
        raise ValueError("an interval needs a date at one end at least")
    first = None if isinstance(start, str) else start.first
    last = None if isinstance(end, str) else end.last
    if first is not None and last is not None and first > last:
        raise ValueError("the interval ends before it starts")
    written = [
        "" if one == "unknown" else ".." if one == "open" else str(one) for one in (start, end)
    ]
    return Edtf(
        "/".join(written), "interval", "interval", first, last,
        any(one.uncertain for one in members), any(one.approximate for one in members),
        members=members, ends=ends,
    )  # fmt: skip


def _end(text: str) -> Edtf | Literal["open", "unknown"]:
    if text == "..":
        return "open"
    return _single(parse_date(text)) if text else "unknown"


def _set(text: str) -> Edtf:
    """Read ``[...]``, one of these, or ``{...}``, all of these; ``..`` is everything between."""
    closing = {"[": "]", "{": "}"}[text[0]]
    if not text.endswith(closing) or len(text) < 3:
        raise ValueError("a set is [one of, these] or {all of, these}")
    elements = text[1:-1].split(",")
    members = tuple(
        _range(element.strip(), is_first=number == 0, is_last=number == len(elements) - 1)
        for number, element in enumerate(elements)
    )
    firsts = [one.first for one in members]
    lasts = [one.last for one in members]
    return Edtf(
        text[0] + ",".join(map(str, members)) + closing,
        "one-of" if closing == "]" else "all-of", "set",
        None if None in firsts else min(day for day in firsts if day is not None),
        None if None in lasts else max(day for day in lasts if day is not None),
        any(one.uncertain for one in members), any(one.approximate for one in members),
        members=members,
    )  # fmt: skip


def _range(text: str, *, is_first: bool, is_last: bool) -> Edtf:
    """Read an element of a set: a date, or ``START..END`` with an end left out at the edges."""
    left, dots, right = text.partition("..")
    if not dots:
        return _single(parse_date(text))
    if (not left and not is_first) or (not right and not is_last) or not (left or right):
        raise ValueError("only the first element of a set may begin with .., only the last end so")
    start = parse_date(left) if left else None
    end = parse_date(right) if right else None
    if start and end and start.first > end.last:
        raise ValueError("a range in the set ends before it starts")
    members = tuple(_single(one) for one in (start, end) if one)
    return Edtf(
        f"{start.text if start else ''}..{end.text if end else ''}", "interval", "interval",
        start.first if start else None, end.last if end else None,
        any(one.uncertain for one in members), any(one.approximate for one in members),
        members=members, ends=("known" if start else "open", "known" if end else "open"),
    )  # fmt: skip

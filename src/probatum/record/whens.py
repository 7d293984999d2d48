"""Whether two times can be the same: by EDTF bounds, clock and what they are relative to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Literal, TypeAlias

from probatum.model.edtf import Edtf, parse
from probatum.model.edtf_order import overlaps
from probatum.model.tongue import later, say
from probatum.model.values import When

Certainty: TypeAlias = Literal["certain", "possible"]


@dataclass(frozen=True, slots=True)
class Difference:
    """That two values cannot both hold, or perhaps not, and why in words."""

    certainty: Certainty
    why: str


def bounds_of(when: When | None) -> Edtf | None:
    """Return a time as EDTF, None if none is given; each text is read once."""
    return None if when is None or when.edtf is None else _read(when.edtf)


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> Edtf:
    return parse(text)


def times_differ(a: When | None, b: When | None) -> Difference | None:
    """Return how two times differ; None if they can be the same, or too little is known."""
    if a is None or b is None:
        return None
    one, other = bounds_of(a), bounds_of(b)
    if one is None or other is None:
        return _relations_differ(a, b)
    shared = overlaps(one, other)
    if shared is False:
        return Difference("certain", say("{one} and {other} share no day", one=one, other=other))
    if shared is None and (one.is_qualified or other.is_qualified) and _bounds_apart(one, other):
        return Difference("possible", say("{one} and {other} share no day, but one is not exact",
                                          one=one, other=other))  # fmt: skip
    if one == other and one.precision == "day":
        return _clocks_differ(a, b)
    return None


def _bounds_apart(a: Edtf, b: Edtf) -> bool:
    def over(x: Edtf, y: Edtf) -> bool:
        return x.last is not None and y.first is not None and x.last < y.first

    return over(a, b) or over(b, a)


def _relations_differ(a: When, b: When) -> Difference | None:
    if a.relative_to is None or a.relative_to != b.relative_to or a.relation == b.relation:
        return None
    ordered = say("{one} and {other} the same incident", one=say(_RELATIONS[a.relation or ""]),
                  other=say(_RELATIONS[b.relation or ""]))  # fmt: skip
    return Difference("certain", ordered)


def _clocks_differ(a: When, b: When) -> Difference | None:
    if a.from_time is None or b.from_time is None:
        return None
    one, other = _minutes(a), _minutes(b)
    if a.zone == b.zone and a.zone is not None:
        if _apart(one, other):
            return Difference("certain", say("{one} and {other} are different times of day",
                                             one=_clock(a), other=_clock(b)))  # fmt: skip
        return None
    offsets = (_offset(a.zone), _offset(b.zone))
    if offsets[0] is not None and offsets[1] is not None:
        shift = offsets[0] - offsets[1]
        if _apart(one, (other[0] + shift, other[1] + shift)):
            return Difference("certain", say("{one} and {other} are different moments",
                                             one=_clock(a), other=_clock(b)))  # fmt: skip
        return None
    if _apart(one, other):
        return Difference(
            "possible", say("{one} and {other}: not both times have a zone that is known",
                            one=_clock(a), other=_clock(b))
        )  # fmt: skip
    return None


def _clock(when: When) -> str:
    span = when.from_time
    if when.to_time:
        span = say("{low} to {high}", low=when.from_time, high=when.to_time)
    return f"{span} ({when.zone or say('zone not known')})"


_RELATIONS = {"before": later("one is before"), "after": later("one is after"),
              "during": later("one is during")}  # fmt: skip


def _minutes(when: When) -> tuple[int, int]:
    """Return the interval in seconds; a time to the minute is that whole minute."""
    start = _seconds(when.from_time or "00:00")
    end_text = when.to_time or when.from_time or "00:00"
    end = _seconds(end_text) + (0 if len(end_text) > 5 else 59)
    return start, end if end >= start else end + 86_400


def _seconds(clock: str) -> int:
    parts = [int(part) for part in clock.split(":")]
    return parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)


def _apart(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[1] < b[0] or b[1] < a[0]


def _offset(zone: str | None) -> int | None:
    """Return a fixed offset in seconds; None for zone names, whose offset depends on the date."""
    if zone == "UTC":
        return 0
    if zone is None or zone[0] not in "+-":
        return None
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:]))
    return int(offset.total_seconds()) * (-1 if zone[0] == "-" else 1)

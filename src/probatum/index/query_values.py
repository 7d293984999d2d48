"""Values of filters: a point with a distance, and spans of days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from probatum.errors import UseError
from probatum.model.edtf import Edtf
from probatum.model.edtf import parse as parse_edtf

MOST_KM = 20_038  # half the way round the Earth
_NUMBER = re.compile(r"[+-]?[0-9]{1,5}(?:\.[0-9]{1,12})?")


@dataclass(frozen=True, slots=True)
class Near:
    """A point in millionths of a degree (WGS 84), and a distance in metres."""

    latitude: int
    longitude: int
    metres: int


@dataclass(frozen=True, slots=True)
class Span:
    """Days by their ordinal (``date.toordinal``), both included; None is open.

    ``when`` is the time of the event, ``collected`` when somebody got hold of the item.
    """

    field: Literal["when", "collected"]
    first: int | None
    last: int | None


def near_from(text: str, at: int) -> Near:
    """Read ``LAT,LON,KM``. Raises UseError ``wrong-use``."""
    parts = [part.strip() for part in text.split(",")]
    wanted = "near:LATITUDE,LONGITUDE,KILOMETRES in decimal degrees, as in near:49.98,36.25,10"
    if len(parts) != 3 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise _refuse(at, wanted, "something else")
    latitude, longitude, km = (Decimal(part) for part in parts)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise _refuse(at, "a latitude up to 90 and a longitude up to 180", "more")
    if not 0 < km <= MOST_KM:
        raise _refuse(at, f"a distance above 0 and up to {MOST_KM:,} km", "another")
    return Near(int(latitude * 1_000_000), int(longitude * 1_000_000), int(km * 1000) or 1)


def span_from(field: Literal["when", "collected"], text: str, at: int) -> Span:
    """Read an EDTF date or ``A..B`` with either end left open. Raises UseError ``wrong-use``."""
    if ".." in text and "/" not in text and not text.startswith(("[", "{")):
        before, _, after = text.partition("..")
        if not before and not after:
            raise _refuse(at, "a date on at least one side of ..", "none")
        first = _date(before, at).earliest if before else None
        last = _date(after, at).latest if after else None
    else:
        date = _date(text, at)
        first, last = date.earliest, date.latest
        if first is None and last is None:
            raise _refuse(at, "a date with a known beginning or end", "none")
    if first is not None and last is not None and first > last:
        raise _refuse(at, "the earlier date first", "the later one")
    return Span(
        field,
        None if first is None else first.toordinal(),
        None if last is None else last.toordinal(),
    )


def _date(text: str, at: int) -> Edtf:
    try:
        return parse_edtf(text)
    except ValueError as error:
        raise _refuse(
            at, "a date as 2026, 2026-03 or 2026-03-05 (EDTF), or A..B", "something else"
        ) from error


def _refuse(at: int, expected: str, found: str) -> UseError:
    return UseError(
        "wrong-use", item=f"the query, at character {at + 1}", expected=expected, found=found
    )

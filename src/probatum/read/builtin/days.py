"""Which days a date may mean, and whether two dates may mean the same one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from probatum.model.edtf import parse as parse_edtf
from probatum.read.found import DateFound


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day that a date may mean, inclusive; None: unknown or open."""

    first: date | None
    last: date | None
    known: bool


def days(found: DateFound) -> Days:
    """Return the days of a date; of one without EDTF nothing is known."""
    if found.edtf is None:
        return Days(None, None, known=False)
    try:
        parsed = parse_edtf(found.edtf)
    except ValueError:
        return Days(None, None, known=False)
    return Days(parsed.earliest, parsed.latest, known=True)


def may_be_same(one: Days, other: Days) -> bool:
    """Say whether two dates may mean the same day; unknown ones may."""
    if not (one.known and other.known):
        return True
    if one.first and other.last and one.first > other.last:
        return False
    return not (one.last and other.first and one.last < other.first)

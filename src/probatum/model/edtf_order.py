"""What follows from two dates: certainly before, certainly shared, or not to be told.

Two dates of which one is only known to a month, or is doubtful, often cannot be ordered; then
nothing is claimed. A doubt (``?``, ``~``) has no width in EDTF, so a doubtful date is never
certainly before or within another one. Dates without a zone are taken as written in one calendar;
a moment with a zone may be the day before or after wherever the other date was written down.

>>> from probatum.model.edtf import parse
>>> march, sixth, may = parse("2022-03"), parse("2022-03-06"), parse("2022-05")
>>> overlaps(march, sixth), overlaps(march, may), overlaps(sixth, parse("2022-03-01/2022-03-09"))
(None, False, True)
>>> certainly_before(march, may), certainly_before(parse("2022-03~"), may)
(True, False)
"""

from __future__ import annotations

from datetime import timedelta, timezone

from probatum.model.edtf import Edtf
from probatum.model.edtf_parts import Day

# The widest offsets in use: the same instant has dates from UTC-12 to UTC+14.
_WEST, _EAST = timezone(timedelta(hours=-12)), timezone(timedelta(hours=14))


def certainly_before(a: Edtf, b: Edtf) -> bool:
    """Say whether all of ``a`` is over before any of ``b`` begins, whatever the days were."""
    if a.is_qualified or b.is_qualified:
        return False
    if a.moment is not None and b.moment is not None:
        if a.moment.tzinfo is not None and b.moment.tzinfo is not None:
            return a.moment < b.moment
    last, first = _last(a, b), _first(b, a)
    return last is not None and first is not None and last < first


def overlaps(a: Edtf, b: Edtf) -> bool | None:
    """Say whether the two share a day; None where the texts do not tell.

    A set ``{all, of}`` shares a day if one of its members does, ``[one, of]`` if each of them does.
    """
    for one, other in ((a, b), (b, a)):
        if one.kind in ("one-of", "all-of"):
            answers = {_shares(one, member, other) for member in one.members}
            if answers == {False}:
                return False
            certain = True in answers if one.kind == "all-of" else answers == {True}
            return True if certain else None
    if certainly_before(a, b) or certainly_before(b, a):
        return False
    if a.moment is not None and b.moment is not None:
        return True if a.moment == b.moment and a.moment.tzinfo is not None else None
    return True if _surely_within(a, b) or _surely_within(b, a) or _meet(a, b) else None


def _shares(whole: Edtf, member: Edtf, other: Edtf) -> bool | None:
    """For one member of a set; of a range ``1670..1672`` in [one, of] only one day is meant."""
    answer = overlaps(member, other)
    is_choice = whole.kind == "one-of" and member.kind == "interval"
    return None if is_choice and answer else answer


def _first(one: Edtf, other: Edtf) -> Day | None:
    return _on_the_calendar_of(one, other)[0]


def _last(one: Edtf, other: Edtf) -> Day | None:
    return _on_the_calendar_of(one, other)[1]


def _on_the_calendar_of(one: Edtf, other: Edtf) -> tuple[Day | None, Day | None]:
    """Return the bounds of ``one``, wider if it has a zone and the other one has not."""
    moment = one.moment
    if moment is None or moment.tzinfo is None or (other.moment and other.moment.tzinfo):
        return one.first, one.last
    try:
        west, east = moment.astimezone(_WEST), moment.astimezone(_EAST)
    except OverflowError:  # the first or the last day that datetime counts
        return one.first, one.last
    return (west.year, west.month, west.day), (east.year, east.month, east.day)


def _core(one: Edtf) -> tuple[Day | None, Day | None] | None:
    """Return the days that it certainly covers (None: without end); None if there are none."""
    if one.is_qualified:
        return None
    if one.kind == "interval" and "unknown" not in one.ends:
        start = one.members[0].last if one.ends[0] == "known" else None
        end = one.members[-1].first if one.ends[1] == "known" else None
        return None if start and end and start > end else (start, end)
    return (one.first, one.last) if one.precision == "day" else None


def _surely_within(inner: Edtf, outer: Edtf) -> bool:
    """Say whether every day that ``inner`` allows is one that ``outer`` covers."""
    core = _core(outer)
    if core is None or inner.is_qualified:
        return False
    first, last = _on_the_calendar_of(inner, outer)
    after_start = core[0] is None or (first is not None and first >= core[0])
    before_end = core[1] is None or (last is not None and last <= core[1])
    return after_start and before_end


def _meet(a: Edtf, b: Edtf) -> bool:
    """Say whether the days that both certainly cover have one in common."""
    one, other = _core(a), _core(b)
    if one is None or other is None:
        return False
    return not any(
        end is not None and start is not None and end < start
        for end, start in ((one[1], other[0]), (other[1], one[0]))
    )

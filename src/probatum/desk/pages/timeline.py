"""The timeline of the case: four kinds of time, each labelled, none filled from another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from probatum.acts.timeline_page import KINDS, Dated, timeline_page
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.desk.pages.incidents.showing import Moment, moments
from probatum.desk.pages.incidents.words import KINDS_OF_TIME
from probatum.model.roles import Deed

_ROOM = 1000  # units of the bar that shows how much time a date allows


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a line's days lie between the first and the last day of the page."""

    moment: Moment
    start: int
    width: int


@page(Deed.READ)
def timeline(request: HttpRequest) -> HttpResponse:
    """One page of what is dated."""
    asked = request.GET
    chosen = [each for each in KINDS if each in asked.getlist("kind")]
    kinds = chosen or [each for each in KINDS if each != "recorded"]
    query, first, last = (asked.get(name, "")[:300] for name in ("q", "from", "to"))
    with turn(request) as session:
        found = timeline_page(
            session, kinds=kinds, query=query, first=first, last=last,
            cursor=asked.get("after", "")[:60],
        )  # fmt: skip
    further = asked.copy()
    further["after"] = found.next
    return render(
        request,
        "desk/timeline.html",
        {
            "bars": bars(found.lines), "next": further.urlencode() if found.next else "",
            "kinds": [(each, KINDS_OF_TIME[each], each in kinds) for each in KINDS],
            "query_here": query, "first": first, "last": last,
            "narrowed": bool(query or first or last or chosen), "begun": bool(asked.get("after")),
        },
    )  # fmt: skip


def bars(lines: tuple[Dated, ...]) -> list[Bar]:
    """Return lines with the part of the page's days that each allows: a month is a month wide."""
    days = [
        date.fromisoformat(day).toordinal()
        for each in lines for day in (each.earliest, each.latest) if day is not None
    ]  # fmt: skip
    if not days:
        return []
    begin, room = min(days), max(days) - min(days) + 1
    found = []
    for moment in moments(lines):
        low, high = moment.dated.earliest, moment.dated.latest
        start = begin if low is None else date.fromisoformat(low).toordinal()
        end = begin + room - 1 if high is None else date.fromisoformat(high).toordinal()
        left = _ROOM * (start - begin) // room
        found.append(Bar(moment, left, max(6, _ROOM * (end - start + 1) // room)))
    return found

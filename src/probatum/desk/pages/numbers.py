"""The number sheet: what sources claim, stepped by date; and what was counted here."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from probatum.acts.browse_records import browse_records
from probatum.acts.claimed_figures import FigureLine, figures_of
from probatum.acts.list_incidents import list_incidents
from probatum.acts.newest_counts import newest_counts
from probatum.desk.holding import turn
from probatum.desk.moments import moment
from probatum.desk.page import page
from probatum.desk.pages.incidents import words
from probatum.desk.pages.incidents.one import addresses, series_of
from probatum.desk.pages.numbers_on_paper import first_page
from probatum.model.roles import Deed


@page(Deed.READ)
def numbers(request: HttpRequest) -> HttpResponse:
    """Incidents of which there may be figures, and the newest figures of the case."""
    asked = request.GET.get("q", "")[:300]
    with turn(request) as session:
        found = list_incidents(
            session, cursor=request.GET.get("after", "")[:60], words=asked, limit=15
        )
        newest = browse_records(session, "newest figures", ["figure"], limit=15)
        counts = newest_counts(session)
    return render(
        request,
        "desk/numbers/numbers.html",
        {
            "lines": found.lines, "page": found, "query_here": asked, "counts": counts,
            "newest": [(each, moment(each.row.at)) for each in newest.listed],
        },
    )  # fmt: skip


@page(Deed.READ)
def numbers_of(request: HttpRequest, ref: str) -> HttpResponse:
    """The sheet of one incident, made for one printed page."""
    with turn(request) as session:
        sheet = figures_of(session, ref)
        counts = newest_counts(session)
    paper = first_page(sheet.title, sheet.figures, counts, words.number, _method)
    return render(
        request,
        "desk/numbers/sheet.html",
        addresses()
        | {
            "sheet": sheet, "counts": counts, "charted": series_of(sheet.figures),
            "undated": sum(each.on is None for each in sheet.figures),
            "figures": _told(sheet.figures), "first": _told(paper.figures), "paper": paper,
        },
    )  # fmt: skip


def _told(figures: Sequence[FigureLine]) -> list[tuple[FigureLine, str, str]]:
    return [(each, words.number(each), _method(each)) for each in figures]


def _method(figure: FigureLine) -> str:
    return words.word(words.METHODS, figure.method)

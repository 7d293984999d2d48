"""People and groups with identities that are undecided; sources with grades per topic."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from probatum.acts.browse_people import browse_people, browse_sources
from probatum.desk.holding import turn
from probatum.desk.moments import moment
from probatum.desk.page import page
from probatum.desk.pages.records.words import noun
from probatum.desk.pages.review.wording import ENTITIES, word
from probatum.model.nouns import Group, Person
from probatum.model.roles import Deed, Role, may_enter


@page(Deed.READ)
def people_and_groups(request: HttpRequest) -> HttpResponse:
    """Persons and groups, newest first."""
    asked = request.GET.get("q", "")[:300]
    with turn(request) as session:
        found = browse_people(session, cursor=request.GET.get("after", "")[:60], words=asked)
    return render(
        request,
        "desk/people_and_groups.html",
        {
            "listed": [
                (each, noun(each.row.noun), _names(each.row.body), moment(each.row.at))
                for each in found.page.listed
            ],
            "undecided": [
                (each, moment(each.at), [(one, noun(one.row.noun), _names(one.row.body))
                                         for one in each.pair])
                for each in found.undecided
            ],
            "page": found.page, "query_here": asked,
            "may_make": may_enter(Role(request.user.role), "record/1", "person"),
        },
    )  # fmt: skip


@page(Deed.READ)
def sources(request: HttpRequest) -> HttpResponse:
    """Sources, newest first, each with its grades: never one grade for everything."""
    asked = request.GET.get("q", "")[:300]
    with turn(request) as session:
        found = browse_sources(session, cursor=request.GET.get("after", "")[:60], words=asked)
    return render(
        request,
        "desk/sources.html",
        {
            "lines": [(each, word(ENTITIES, each.kind)) for each in found.lines],
            "page": found, "query_here": asked,
            "may_make": may_enter(Role(request.user.role), "record/1", "source"),
        },
    )  # fmt: skip


def _names(body: object) -> list[str]:
    """Return the other names of somebody; of who is protected none."""
    if not isinstance(body, Person | Group) or getattr(body, "protected", False):
        return []
    return [each.printed for each in body.names[1:]]

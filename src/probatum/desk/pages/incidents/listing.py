"""Incidents by the page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from probatum.acts.list_incidents import list_incidents
from probatum.desk.holding import turn
from probatum.desk.moments import moment
from probatum.desk.page import page
from probatum.desk.pages.review.wording import term
from probatum.model.roles import Deed


@page(Deed.READ)
def incidents(request: HttpRequest) -> HttpResponse:
    """What is claimed and what is denied of each incident, newest first."""
    asked = request.GET.get("q", "")[:300]
    with turn(request) as session:
        found = list_incidents(session, cursor=request.GET.get("after", "")[:60], words=asked)
    return render(
        request,
        "desk/incidents/incidents.html",
        {
            "lines": [
                (each, term("act-type", each.kind) if each.kind else "", moment(each.listed.row.at))
                for each in found.lines
            ],
            "page": found, "query_here": asked,
        },
    )  # fmt: skip

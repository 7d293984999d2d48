"""The case at a glance."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from probatum.acts.log_status import status
from probatum.desk.holding import turn
from probatum.desk.page import EVERYBODY, page


@page(EVERYBODY)
def home(request: HttpRequest) -> HttpResponse:
    """What is new, what waits, how the log is."""
    with turn(request) as session:
        log = status(session)
    return render(request, "desk/home.html", {"log": log})

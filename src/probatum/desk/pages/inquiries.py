"""Inquiries: a question, rival hypotheses, a plan, tasks, and searches, also those in vain."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from probatum.acts.browse_inquiries import browse_inquiries
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.model.roles import Deed, Role, may_enter


@page(Deed.READ)
def inquiries(request: HttpRequest) -> HttpResponse:
    """Show them, the newest first."""
    with turn(request) as session:
        found = browse_inquiries(session, cursor=request.GET.get("after", "")[:60])
    may_make = may_enter(Role(request.user.role), "record/1", "inquiry")
    return render(request, "desk/inquiries.html", {"found": found, "may_make": may_make})

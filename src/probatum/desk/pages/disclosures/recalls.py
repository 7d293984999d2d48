"""Asking a package back, and the notice on paper for its recipient."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from probatum.acts.list_disclosures import disclosure
from probatum.acts.recall_disclosure import recall as ask_back
from probatum.acts.recall_disclosure import recalled
from probatum.desk.failing import status_of
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.errors import InputError, UseError
from probatum.model.roles import Deed

ASKS = {
    "destroy": lazy("Destroy every copy, and say in writing that this was done."),
    "return": lazy("Give it back with every copy of it."),
    "stop-using": lazy("Stop using it, and keep it closed until you hear from us."),
}


@page(Deed.DISCLOSE, "GET", "HEAD", "POST")
def recall(request: HttpRequest, index: int) -> HttpResponse:
    """Say what is asked of a recipient, and why."""
    error = None
    asks = request.POST.get("asks", "")
    reason = request.POST.get("reason", "").strip()[:2_000]
    with turn(request) as session:
        given = disclosure(session, index)
        if request.method == "POST":
            try:
                done = ask_back(session, index, asks=asks, reason=reason)
            except (InputError, UseError) as wrong:
                error = wrong
            else:
                return redirect("recall_notice", done.index)
    context = {
        "given": given, "asks": ASKS.items(), "asked": asks, "reason": reason, "error": error,
        "trail": _trail(_("Ask it back")),
    }  # fmt: skip
    status = 200 if error is None else status_of(error)
    return render(request, "desk/disclosures/recall.html", context, status=status)


@page(Deed.DISCLOSE)
def notice(request: HttpRequest, index: int) -> HttpResponse:
    """The notice: a letter on one sheet, in the language of the page."""
    with turn(request) as session:
        found = recalled(session, index)
    context = {"found": found, "asks": ASKS[found.said.asks], "trail": _trail(_("Notice"))}
    return render(request, "desk/disclosures/notice.html", context)


def _trail(last: str) -> list[dict[str, str]]:
    return [{"label": _("Disclosure"), "href": reverse("disclosures")}, {"label": last}]

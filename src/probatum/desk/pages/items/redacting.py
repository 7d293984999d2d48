"""Make a redacted copy of an item: boxes drawn in its picture, or texts that are found in it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from probatum.acts.redact_item import Wanted, parse_regions, redact
from probatum.acts.view_item import view
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.desk.pages.items import one
from probatum.errors import InputError, ProbatumError, UseError
from probatum.model.roles import Deed

_MOST_LINES = 500


@page(Deed.DISCLOSE, "GET", "POST")
def redacted(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask what is to be hidden and why; make the copy."""
    wrong: ProbatumError | None = None
    if request.method == "POST":
        try:
            return _made(request, ref)
        except (UseError, InputError) as error:
            if error.code not in ("wrong-use", "cannot-redact"):
                raise
            wrong = error
    with turn(request) as session:
        found = view(session, ref)
    name = found.row.ref or found.row.id
    context = {
        "view": found, "row": found.row, "ref": name, "said": request.POST, "wrong": wrong,
        "trail": one.trail(name, gettext("A redacted copy")), "codes": one.terms("redaction"),
        "drawn": found.form.name in ("picture", "pages"),
        "page_number": 1, "approver": request.user.display_name,
    }  # fmt: skip
    return render(request, "desk/items/redact.html", context, status=400 if wrong else 200)


def _made(request: HttpRequest, ref: str) -> HttpResponse:
    said = request.POST
    wanted = Wanted(
        code=said.get("code", ""), basis=said.get("basis", "").strip(),
        approver=said.get("approver", "").strip(),
        regions=parse_regions(_lines(said.get("boxes", ""))),
        find=tuple(_lines(said.get("find", ""))), review=said.get("review", "").strip() or None,
    )  # fmt: skip
    with turn(request) as session:
        done = redact(session, ref, wanted)
    words = ngettext("A copy was made: {count} place is hidden in it.",
                     "A copy was made: {count} places are hidden in it.", done.places)  # fmt: skip
    messages.success(request, words.format(count=done.places))
    for lost in done.lost:
        messages.info(request, gettext("The copy has not: {lost}").format(lost=lost))
    return HttpResponseRedirect(reverse("item", args=[ref]) + "#derived-title")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()][:_MOST_LINES]

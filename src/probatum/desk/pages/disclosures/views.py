"""Disclosures: those that were made, and a new one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from probatum.acts.disclose_items import disclose
from probatum.acts.list_disclosures import Given
from probatum.acts.list_disclosures import disclosures as made
from probatum.acts.log_status import status as log_status
from probatum.acts.mirror_disclosure import Cleared, Mirror, cleared, mirror
from probatum.acts.waiting_packages import fetch as fetch_package
from probatum.acts.waiting_packages import new_place, waiting
from probatum.acts.waiting_packages import remove as remove_package
from probatum.desk.failing import status_of
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.desk.pages.disclosures.forms import DiscloseForm, gathered, reason_is_missing
from probatum.desk.pages.disclosures.hits import decided, kept, rooms
from probatum.desk.pages.disclosures.mirroring import CODES_OF_REASONS, shown
from probatum.desk.pages.review.wording import term
from probatum.errors import CODES, ProbatumError
from probatum.model.roles import Deed


def _trail(last: str) -> list[dict[str, str]]:
    return [{"label": _("Disclosure"), "href": reverse("disclosures")}, {"label": last}]


@page(Deed.DISCLOSE)
def disclosures(request: HttpRequest) -> HttpResponse:
    """What was given to whom, and packages that wait to be fetched."""
    with turn(request) as session:
        found = made(session)
        log, here = log_status(session), waiting(session)
    context = {"made": [_row(each) for each in found], "waiting": here, "log": log}
    return render(request, "desk/disclosures/disclosures.html", context)


def _row(given: Given) -> dict[str, object]:
    said = given.said
    return {
        "index": given.index, "said": said, "recalls": given.recalls,
        "level": term("confidentiality", said.confidentiality) if said.confidentiality else "",
        "type": term("disclosure-type", said.disclosure_type) if said.disclosure_type else "",
    }  # fmt: skip


@page(Deed.DISCLOSE, "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Choose, withhold with reasons, search for leaks, and make the package."""
    if request.method != "POST":
        chosen = " ".join(request.GET.getlist("item"))[:40_000]
        form = DiscloseForm(initial={"items": chosen, "with_originals": True})
        with turn(request) as session:
            choices = None if chosen else cleared(session)
        return _form(request, form, choices=choices)
    form = DiscloseForm(gathered(request.POST))
    if not form.is_valid():
        return _form(request, form, status=400)
    if form.looks or reason_is_missing(request.POST):
        return _looked(request, form)
    said = form.cleaned_data
    try:
        with turn(request) as session:
            target = new_place(session)
            given = disclose(
                session, to=said["to"], purpose=said["purpose"], items=form.references(),
                withhold=form.withholdings(), use=said["use"] or None, handling=form.handling(),
                with_originals=said["with_originals"], complete=said["complete"], target=target,
                protection=form.protection(), decisions=form.decisions(request.POST),
            )  # fmt: skip
    except ProbatumError as error:
        return _form(request, form, error, status_of(error))
    context = {"given": given, "package": target.name, "trail": _trail(_("Made"))}
    return render(request, "desk/disclosures/made.html", context)


def _looked(request: HttpRequest, form: DiscloseForm) -> HttpResponse:
    said = form.cleaned_data
    try:
        with turn(request) as session:
            found = mirror(
                session, to=said["to"], purpose=said["purpose"], items=form.references(),
                withhold=form.withholdings(), use=said["use"] or None,
                decided=bool(decided(request.POST)),
            )  # fmt: skip
    except ProbatumError as error:
        return _form(request, form, error, status_of(error))
    return _form(request, form, found.leak, found=found)


def _form(
    request: HttpRequest, form: DiscloseForm, error: ProbatumError | None = None,
    status: int = 200, *, choices: Cleared | None = None, found: Mirror | None = None,
) -> HttpResponse:  # fmt: skip
    hits = rooms(error.details) if error is not None and error.code == "leak" else []
    said = decided(request.POST)
    if error is not None and error.item.startswith("--resolve"):
        said = []  # what was found has changed: it is looked for again, and decided again
    # What stands in the way of a look has to be mended first; of a package, it is answered here.
    can_be_made = found is not None or (form.is_bound and not form.looks)
    context = {
        "choices": choices, "can_be_made": can_be_made,
        "mirror": shown(found) if found is not None else None, "found": found,
        "reason_is_missing": reason_is_missing(request.POST), "codes": CODES_OF_REASONS,
        "form": form, "error": error, "hits": hits, "kept": kept(said, hits),
        "trail": _trail(_("New")),
        "meaning": CODES[error.code] if error is not None else "",
        "unchecked": error is not None and error.code == "not-checked",
    }  # fmt: skip
    return render(request, "desk/disclosures/new.html", context, status=status)


@page(Deed.DISCLOSE)
def fetch(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """The package, to be kept by the browser as a file."""
    with turn(request) as session:
        size, pieces = fetch_package(session, name)
    answer = StreamingHttpResponse(pieces, content_type="application/octet-stream")
    answer.headers["Content-Length"] = str(size)
    answer.headers["Content-Disposition"] = f'attachment; filename="disclosure-{name}"'
    return answer


@page(Deed.DISCLOSE, "POST")
def remove(request: HttpRequest, name: str) -> HttpResponse:
    """Remove a package that was fetched; the log keeps that it was made and removed."""
    with turn(request) as session:
        remove_package(session, name)
    return HttpResponseRedirect(reverse("disclosures"))

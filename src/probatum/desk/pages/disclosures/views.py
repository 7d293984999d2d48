"""Disclosures: those that were made, and a new one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse

from probatum.acts.list_disclosures import Given
from probatum.acts.list_disclosures import disclosures as made
from probatum.acts.log_status import status as log_status
from probatum.acts.mirror_disclosure import cleared, mirror
from probatum.acts.named_fields import named_fields
from probatum.acts.waiting_packages import fetch as fetch_package
from probatum.acts.waiting_packages import remove as remove_package
from probatum.acts.waiting_packages import waiting
from probatum.desk.failing import status_of
from probatum.desk.holding import turn
from probatum.desk.models import Job
from probatum.desk.page import page
from probatum.desk.pages.disclosures.building import order
from probatum.desk.pages.disclosures.forms import DiscloseForm, gathered, reason_is_missing
from probatum.desk.pages.disclosures.hits import decided
from probatum.desk.pages.disclosures.showing import form_page
from probatum.desk.pages.review.wording import term
from probatum.errors import ProbatumError
from probatum.jobs.orders import ORDERS, PackageOrder
from probatum.model.roles import Deed


@page(Deed.DISCLOSE)
def disclosures(request: HttpRequest) -> HttpResponse:
    """What was given to whom, and packages that wait to be fetched."""
    with turn(request) as session:
        found = made(session)
        log, here = log_status(session), waiting(session)
    mine = Job.objects.filter(task="package", by=request.user.display_name)
    context = {
        "made": [_row(each) for each in found], "waiting": here, "log": log,
        "open": mine.filter(state__in=("waiting", "running")),
        "last": mine.filter(state="failed", error__code="stopped").order_by("-pk")[:1],
    }  # fmt: skip
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
    """Choose, withhold with reasons, search for leaks, and have the package made."""
    if request.method != "POST":
        chosen = " ".join(request.GET.getlist("item"))[:40_000]
        form = DiscloseForm(initial={"items": chosen, "with_originals": True})
        with turn(request) as session:
            choices = None if chosen else cleared(session)
        return form_page(request, form, choices=choices)
    again = request.POST.get("again", "")
    before = ORDERS.fetch(again, request.user.display_name)
    kept = before.protection if isinstance(before, PackageOrder) else None
    form = DiscloseForm(gathered(request.POST), kept=kept)
    again = again if form.kept else ""
    if not form.is_valid():
        return form_page(request, form, status=400, again=again)
    if form.looks or reason_is_missing(request.POST):
        return _looked(request, form, again)[0]
    answer, hinders = _looked(request, form, again)
    if hinders:
        return answer
    try:
        return order(request, form)
    except ProbatumError as error:
        return form_page(request, form, error, status_of(error), again=again)


def _looked(request: HttpRequest, form: DiscloseForm, again: str) -> tuple[HttpResponse, bool]:
    """Return the page that shows what would leave, and whether it must not leave like this.

    A trace of somebody hinders it, and a field that names what was looked for; the files are
    searched when the package is made.
    """
    said, words = form.cleaned_data, request.POST.get("named", "").strip()
    try:
        with turn(request) as session:
            found = mirror(
                session, to=said["to"], purpose=said["purpose"], items=form.references(),
                withhold=form.withholdings(), use=said["use"] or None,
                decided=bool(decided(request.POST)),
            )  # fmt: skip
            named = named_fields(session, found, words) if words else None
    except ProbatumError as error:
        return form_page(request, form, error, status_of(error), again=again), True
    hinders = found.leak is not None or (named is not None and bool(named.fields))
    return form_page(request, form, found.leak, found=found, named=named, again=again), hinders


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

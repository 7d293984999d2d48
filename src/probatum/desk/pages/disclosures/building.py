"""A package that is being made: asked for, looked at while it is made, and what became of it.

What was said is kept with the job, so that somebody whose desk ended meanwhile begins where they
were; passphrases, keys of recipients, and everything from inside a compartment are in memory alone.
"""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from probatum.acts.list_disclosures import disclosures as given_so_far
from probatum.desk.compartments import COMPARTMENTS
from probatum.desk.holding import turn
from probatum.desk.jobs.asking import ask
from probatum.desk.models import Job
from probatum.desk.page import page
from probatum.desk.pages.disclosures.forms import DiscloseForm, words_of
from probatum.desk.pages.disclosures.showing import form_page
from probatum.errors import CODES, InputError, ProbatumError
from probatum.jobs.orders import ORDERS, PackageOrder
from probatum.model.roles import Deed


def order(request: HttpRequest, form: DiscloseForm) -> HttpResponse:
    """Have the package of a valid form made, and lead to the page that tells how far it is.

    Raises UseError ``wrong-use``.
    """
    said = form.cleaned_data
    inside = COMPARTMENTS.of(request)
    wanted = PackageOrder(
        inside=inside, to=said["to"], purpose=said["purpose"], items=tuple(form.references()),
        withhold=tuple(form.withholdings()), use=said["use"] or None, handling=form.handling(),
        with_originals=said["with_originals"], complete=said["complete"],
        protection=form.protection(), decisions=form.decisions(request.POST),
        said=words_of(form.data),
    )  # fmt: skip
    wanted.protection.require_one()
    for job in Job.objects.filter(
        task="package", by=request.user.display_name, state__in=("waiting", "running")
    ):  # sent twice: it is made once
        other = ORDERS.fetch(str(job.given.get("order", "")), job.by)
        if isinstance(other, PackageOrder) and not other.stop.is_set():
            if (other.said, other.protection) == (wanted.said, wanted.protection):
                return redirect("package_made", job.pk)
    key = ORDERS.keep(request.user.display_name, wanted)
    wanted.busy = True
    given = {"order": key}
    if inside is None:
        given["draft"] = json.dumps(wanted.said)
    return redirect("package_made", ask(request, "package", **given).pk)


@page(Deed.DISCLOSE)
def package_made(request: HttpRequest, number: int) -> HttpResponse:
    """How far the package is; once it is made, the way to it and what a verification says."""
    job = Job.objects.filter(pk=number, task="package", by=request.user.display_name).first()
    if job is None:
        raise Http404
    key = str(job.given.get("order") or job.result.get("order", ""))
    kept = ORDERS.fetch(key, job.by)
    mine = kept if isinstance(kept, PackageOrder) else None
    if shown_anew(request, job):
        return HttpResponse(headers={"HX-Refresh": "true"})
    if job.state == "failed":
        return _failed(request, job, key, mine)
    context = {
        "job": job, "package": job.result.get("package", ""),
        "given": mine.made if mine is not None else None,
        "looked": mine.looked if mine is not None else None,
        "trail": [{"label": _("Disclosure"), "href": reverse("disclosures")},
                  {"label": _("Made") if job.state == "done" else _("Being made")}],
    }  # fmt: skip
    return render(request, "desk/disclosures/made.html", context)


def shown_anew(request: HttpRequest, job: Job) -> bool:
    """Say whether a page that looked again is to be shown anew: its job ended, as another page."""
    return bool(getattr(request, "htmx", False)) and not job.is_open


def _failed(
    request: HttpRequest, job: Job, key: str, mine: PackageOrder | None
) -> HttpResponse:  # fmt: skip
    said = mine.said if mine is not None else json.loads(job.given.get("draft", "{}"))
    error = mine.error if mine is not None else None
    if error is None:
        error = _error(job)
    posted = QueryDict(mutable=True)
    for name, values in said.items():
        posted.setlist(name, values)
    posted["do"] = "make"
    form = DiscloseForm(posted, kept=mine.protection if mine is not None else None)
    prepared = []
    if error.code == "stopped":
        with turn(request) as session:
            prepared = [each for each in given_so_far(session) if each.said.by == job.by
                        and each.said.at >= job.asked_at.strftime("%Y-%m-%dT%H:%M:%S")]  # fmt: skip
    # What was said already is no fault of the form: only the error is told.
    return form_page(request, form, error, posted=posted, again=key if form.kept else "",
                     prepared=prepared, plain=True)  # fmt: skip


def _error(job: Job) -> ProbatumError:
    said = {name: str(job.error.get(name, "")) for name in ("item", "expected", "found", "remedy")}
    code = str(job.error.get("code", ""))
    error = InputError(code if code in CODES else "io-error", **said)
    error.details = job.error.get("details", ())
    return error

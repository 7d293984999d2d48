"""The case file of an incident on paper: made in the background, fetched from memory.

Inside a compartment it is made at once: a job stands outside, and what it was asked for is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, get_language_info

from probatum.acts.case_file import PaperOrder, case_file
from probatum.acts.incident_view import rule_called
from probatum.acts.leak_check import Decisions, parse_resolution
from probatum.acts.look_at_incident import RULES
from probatum.acts.look_at_record import look_at_record
from probatum.acts.record_board import moment
from probatum.desk.compartments import COMPARTMENTS
from probatum.desk.holding import turn
from probatum.desk.jobs.asking import ask
from probatum.desk.models import Job
from probatum.desk.page import in_their_language, page
from probatum.desk.pages.disclosures.hits import decided, kept, rooms
from probatum.desk.pages.incidents import words
from probatum.desk.pages.review.wording import terms
from probatum.errors import InputError, UseError
from probatum.jobs.papers import PAPERS
from probatum.model.roles import Deed
from probatum.model.tongues import LANGUAGES, tongue

_SAID = ("recipient", "use", "purpose")


@page(Deed.DISCLOSE, "GET", "HEAD", "POST")
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for the case file: for whom, for which use, as known on which day."""
    with turn(request) as session, in_their_language():
        looked = look_at_record(session, ref)
    if looked.shown.row.noun != "incident":
        raise Http404
    asked = request.POST if request.method == "POST" else request.GET
    day, wrong = asked.get("known", "").strip()[:40], False
    if request.method == "POST":
        given = {name: request.POST.get(name, "").strip()[:500] for name in _SAID}
        rule = request.POST.get("rule", "")
        given["rule"] = rule if rule in RULES else ""
        language = request.POST.get("language", "")
        given["language"] = language if language in LANGUAGES else "en"
        said = decided(request.POST)
        given["not_them"] = "\n".join(f"{each.hit}={each.reason}" for each in said)
        try:
            given["as_of"] = moment(day) if day else ""
        except UseError:
            wrong = True
        else:
            if COMPARTMENTS.of(request) is not None:
                return _at_once(request, looked.shown.ref, given)
            # Whoever asks gets a paper of their own: nobody fetches somebody else's.
            given["person"] = request.user.display_name
            job = ask(request, "case-file", incident=looked.shown.ref, **given)
            return redirect("incident_paper_made", ref, job.pk)
    return render(
        request,
        "desk/incidents/paper.html",
        {
            "ref": looked.shown.ref, "title": looked.shown.caption, "day": day, "wrong_day": wrong,
            "rules": [(each, words.word(words.RULES, each)) for each in RULES],
            "uses": terms("use"), "languages": _languages(),
            "inside": COMPARTMENTS.of(request) is not None,
        },
        status=400 if wrong else 200,
    )  # fmt: skip


@page(Deed.DISCLOSE)
def made(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """How far the case file is; once it is there, the way to it."""
    job = _job(request, number)
    there = None
    if job.state == "done":
        there = PAPERS.fetch(str(job.result.get("paper", "")), request.user.display_name)
    context = {"job": job, "ref": ref, "paper": there}
    if job.state == "failed" and job.error.get("code") == "leak":
        context |= _hits(job.given, job.error.get("details", ()))
    return render(request, "desk/incidents/paper_made.html", context)


@page(Deed.DISCLOSE)
def fetched(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """The PDF, as a file to keep: for whoever wanted it, while it is in memory."""
    job = _job(request, number)
    found = PAPERS.fetch(str(job.result.get("paper", "")), request.user.display_name)
    if found is None:
        raise Http404
    return _pdf(found.name, found.data)


def _at_once(request: HttpRequest, ref: str, given: Mapping[str, str]) -> HttpResponse:
    """Answer with the PDF, made in a turn inside; with the hits of the leak check if it has any."""
    decisions = Decisions([parse_resolution(each) for each in given["not_them"].splitlines()])
    said = {name: given[name] or None for name in ("recipient", "use", "purpose", "as_of")}
    rule = rule_called(given["rule"]) if given["rule"] else None
    order = PaperOrder(rule=rule, decisions=decisions, tongue=tongue(given["language"]), **said)
    try:
        with turn(request) as session:
            made = case_file(session, ref, "pdf", order)
    except InputError as error:
        if error.code != "leak":
            raise
        failed = {"state": "failed", "error": error.as_dict()}
        context = {"job": failed, "ref": ref, **_hits(given, error.details)}
        return render(request, "desk/incidents/paper_made.html", context, status=409)
    return _pdf(f"{made.ref}.pdf", made.data)


def _hits(given: Mapping[str, str], details: Sequence[Mapping[str, str]]) -> dict[str, object]:
    """Return what the page needs to ask about each hit, and what was asked for with it."""
    hits = rooms(details)
    said = [parse_resolution(each) for each in given.get("not_them", "").splitlines()]
    asked = [(name, given.get(name, "")) for name in (*_SAID, "rule", "language")]
    return {"hits": hits, "kept": kept(said, hits),
            "asked": [*asked, ("known", given.get("as_of", ""))]}  # fmt: skip


def _pdf(name: str, data: bytes) -> HttpResponse:
    return HttpResponse(
        data, content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{_safe(name)}"'},
    )  # fmt: skip


def _job(request: HttpRequest, number: int) -> Job:
    found: Job | None = Job.objects.filter(
        pk=number, task="case-file", by=request.user.display_name
    ).first()
    if found is None:
        raise Http404
    return found


def _languages() -> list[tuple[str, str, bool]]:
    """Return tag, own name, and whether it is the person's, of what a case file is written in."""
    mine = get_language() or "en"
    return [(tag, get_language_info(tag)["name_local"], tag == mine) for tag in LANGUAGES]


def _safe(name: str) -> str:
    return "".join(each for each in name if each.isascii() and (each.isalnum() or each in "-."))

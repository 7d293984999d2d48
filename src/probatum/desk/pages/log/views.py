"""The log: its checkpoint, who did and read what, whether everything is as it was."""

from __future__ import annotations

import io

import segno
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from probatum.acts.anchors import anchors, compare_kept
from probatum.acts.checkpoint_out import checkpoint_line, held_by
from probatum.acts.log_status import status
from probatum.acts.watch_log import LogPage, Which, watch
from probatum.desk.holding import turn
from probatum.desk.jobs.asking import ask
from probatum.desk.models import Job
from probatum.desk.page import page
from probatum.desk.pages.log.words import act_words, findings, read_words
from probatum.desk.told import told
from probatum.errors import ProbatumError
from probatum.model.roles import Deed
from probatum.model.tongues import LANGUAGES

MOST_NAME = 200
MOST_CHECKPOINT = 4_000


@page(Deed.WATCH)
def log(request: HttpRequest) -> HttpResponse:
    """How large it is, what was published last, when it was checked, who holds a checkpoint."""
    with turn(request) as session:
        now = status(session)
        line = checkpoint_line(session)
    job = Job.objects.filter(task="check").order_by("-id").first()
    context = {
        "log": now, "line": line.line, "job": job, "findings": findings(job),
        "trail": [{"label": _("Case"), "href": reverse("home")}, {"label": _("Log")}],
    }  # fmt: skip
    return render(request, "desk/log/log.html", context)


@page(Deed.WATCH)
def qr(request: HttpRequest) -> HttpResponse:
    """The checkpoint's line as a QR code, to be photographed by whoever keeps it."""
    with turn(request) as session:
        line = checkpoint_line(session)
    picture = io.BytesIO()
    segno.make(line.line, error="m", micro=False).save(
        picture, kind="svg", border=4, light="white", omitsize=True
    )
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


@page(Deed.WATCH)
def checkpoint_note(request: HttpRequest) -> HttpResponse:
    """The signed checkpoint as the note that programs read."""
    with turn(request) as session:
        out = checkpoint_line(session)
    answer = HttpResponse(out.note.encode(), content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="checkpoint-{out.size}.txt"'
    return answer


@page(Deed.WATCH, "GET", "POST")
def anchored(request: HttpRequest) -> HttpResponse:
    """What holds the log from outside, and whether it continues a checkpoint that somebody kept."""
    said = request.POST.get("kept", "").strip()[:MOST_CHECKPOINT]
    wrong: ProbatumError | None = None
    compared = None
    with turn(request) as session:
        found = anchors(session)
        if said:
            try:
                # Browsers send other line ends, and people lose the last one; a note has it.
                compared = compare_kept(session, said.replace("\r\n", "\n") + "\n")
            except ProbatumError as error:
                wrong = error
    context = {
        "found": found, "said": said, "compared": compared,
        "wrong": told(wrong) if wrong is not None else "",
        "trail": [
            {"label": _("Case"), "href": reverse("home")},
            {"label": _("Log"), "href": reverse("log")}, {"label": _("Anchors")},
        ],
    }  # fmt: skip
    status = 200 if wrong is None else 400
    return render(request, "desk/log/anchors.html", context, status=status)


@page(Deed.WATCH)
def acts(request: HttpRequest) -> HttpResponse:
    """Who did what, the newest first."""
    return _lines(request, "acts")


@page(Deed.WATCH)
def reads(request: HttpRequest) -> HttpResponse:
    """Who read what, the newest first."""
    return _lines(request, "reads")


@page(Deed.WATCH, "POST")
def check(request: HttpRequest) -> HttpResponse:
    """Check what is stored, in the background; ``quick`` leaves the originals out."""
    quick = "yes" if request.POST.get("quick") == "yes" else "no"
    mine = get_language() or "en"
    language = mine if mine in LANGUAGES else "en"
    job = ask(request, "check", quick=quick, language=language)
    if getattr(request, "htmx", False):
        return render(request, "desk/pieces/job.html", {"job": job})
    return HttpResponseRedirect(reverse("log"))


@page(Deed.MANAGE, "POST")
def held(request: HttpRequest) -> HttpResponse:
    """Note that somebody else keeps a copy of the checkpoint."""
    name = request.POST.get("name", "").strip()[:MOST_NAME]
    if name:
        with turn(request) as session:
            held_by(session, name)
    return HttpResponseRedirect(reverse("log"))


def _lines(request: HttpRequest, which: Which) -> HttpResponse:
    before, by = request.GET.get("before", ""), request.GET.get("by", "")[:MOST_NAME]
    about = request.GET.get("about", "").strip()[:MOST_NAME]
    unknown = False
    entry = request.GET.get("entry", "")  # one that another page points to stands first
    if _is_position(entry):
        before = str(int(entry) + 1)
    with turn(request) as session:
        place = int(before) if _is_position(before) else None
        try:
            found = watch(session, which, before=place, by=by or None, about=about or None)
        except ProbatumError as error:
            if error.code not in ("unknown-id", "bad-reference"):
                raise
            found, unknown = LogPage((), 0, None), True
    words = read_words if which == "reads" else act_words
    context = {
        "which": which, "found": found, "by": by, "about": about, "unknown": unknown,
        "lines": [(line, words(line)) for line in found.lines],
        "trail": [
            {"label": _("Case"), "href": reverse("home")},
            {"label": _("Log"), "href": reverse("log")},
            {"label": _("Reads") if which == "reads" else _("Acts")},
        ],
    }  # fmt: skip
    return render(request, "desk/log/lines.html", context, status=404 if unknown else 200)


def _is_position(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 15

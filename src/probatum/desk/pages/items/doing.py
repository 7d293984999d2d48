"""What a person does with items: each a form that was sent, an act, and back to where they were."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from django.contrib import messages
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.http import content_disposition_header, url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext, ngettext

from probatum.acts.assess import assess
from probatum.acts.assess import review as review_assessment
from probatum.acts.cite_place import cite_region, cite_time, cite_words
from probatum.acts.clear_item import clear
from probatum.acts.hold_item import hold, release
from probatum.acts.label_items import label
from probatum.acts.look_at_item import content
from probatum.acts.note_item import note
from probatum.acts.session import Session
from probatum.desk.evidence.views import HEADERS
from probatum.desk.holding import turn
from probatum.desk.jobs.asking import ask
from probatum.desk.page import page
from probatum.desk.pages.items.querying import references
from probatum.errors import UseError
from probatum.model.roles import Deed
from probatum.model.values import Region

MOST_AT_ONCE = 200
_LONGEST_SUFFIX = 12


@page(Deed.READ, "POST")
def noted(request: HttpRequest, ref: str) -> HttpResponse:
    """Write a note."""
    with turn(request) as session:
        note(session, ref, request.POST.get("text", ""))
    return _back(request, ref, gettext("The note was recorded."), "notes")


@page(Deed.READ, "POST")
def cited(request: HttpRequest, ref: str) -> HttpResponse:
    """Note down a place: words, a region, or a time; whichever the form names."""
    said = request.POST
    remark = said.get("remark", "")
    with turn(request) as session:
        if said.get("left"):
            box = Region(left=_whole(said.get("left"), "left"), top=_whole(said.get("top"), "top"),
                         width=max(1, _whole(said.get("width"), "width")),
                         height=max(1, _whole(said.get("height"), "height")))  # fmt: skip
            number = _whole(said.get("page"), "page") if said.get("page") else None
            cite_region(session, ref, remark, box, number)
        elif said.get("from"):
            end = _milliseconds(said.get("to", "")) if said.get("to") else None
            cite_time(session, ref, remark, _milliseconds(said.get("from", "")), end)
        elif said.get("start"):
            span = _whole(said.get("start"), "start"), _whole(said.get("end"), "end")
            cite_words(session, ref, remark, span=span, text_sha256=said.get("text_sha256"))
        else:
            cite_words(session, ref, remark, exact=said.get("exact", ""))
    return _back(request, ref, gettext("The place was noted down."), "notes")


@page(Deed.READ, "POST")
def labelled(request: HttpRequest, ref: str) -> HttpResponse:
    """Put labels on an item, or take one off."""
    off = request.POST.get("off", "")
    with turn(request) as session:
        if off:
            label(session, [ref], [off], off=True)
        else:
            label(session, [ref], request.POST.get("labels", "").split(","))
    return _back(request, ref, gettext("The labels were recorded."), "labels")


@page(Deed.READ, "POST")
def assessed(request: HttpRequest, ref: str) -> HttpResponse:
    """Judge an item, or say whether one agrees with somebody's judgement of it."""
    said = request.POST
    with turn(request) as session:
        if said.get("reviews"):
            review_assessment(
                session, said["reviews"], said.get("reasons", ""),
                agrees=said.get("agrees") == "yes", value=said.get("value") or None,
            )  # fmt: skip
        else:
            fields = {name: said.get(name, "") for name in ("dimension", "value", "reasons")}
            assess(session, ref, fields)
    return _back(request, ref, gettext("The assessment was recorded."), "assessments")


@page(Deed.CLEAR, "POST")
def decided(request: HttpRequest, ref: str) -> HttpResponse:
    """Clear an item or take that back; place a hold or lift it. Each with a reason."""
    reason = request.POST.get("reason", "").strip() or None
    known: dict[str, tuple[Callable[[Session], object], str]] = {
        "clear": (lambda session: clear(session, ref, cleared=True, reason=reason),
                  gettext("The item is cleared for disclosure.")),
        "withdraw": (lambda session: clear(session, ref, cleared=False, reason=reason),
                     gettext("The clearance was withdrawn.")),
        "hold": (lambda session: hold(session, ref, reason),
                 gettext("The item is on hold: it cannot be erased.")),
        "release": (lambda session: release(session, ref, reason),
                    gettext("The hold was lifted.")),
    }  # fmt: skip
    wanted = known.get(request.POST.get("what", ""))
    if wanted is None or reason is None:
        raise UseError("wrong-use", item="this decision", expected="what is decided, and why",
                       found="no reason" if wanted else "another word",
                       remedy="say the reason in a few words")  # fmt: skip
    act, words = wanted
    with turn(request) as session:
        act(session)
    return _back(request, ref, words)


@page(Deed.COLLECT, "POST")
def extracted(request: HttpRequest, ref: str) -> HttpResponse:
    """Have the text of an item made, in the background."""
    with turn(request) as session:
        name = session.live(ref).ref or ref
    job = ask(request, "extract", items=name)
    return render(request, "desk/items/working.html", {"job": job, "ref": name})


@page(Deed.READ, "POST")
def downloaded(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Hand out the original as it is: with its purpose in the log, and under a harmless name."""
    purpose = request.POST.get("purpose", "").strip()
    if not purpose:
        raise UseError("wrong-use", item="the purpose", expected="why the original is needed",
                       found="nothing", remedy="say it in a few words: it is logged")  # fmt: skip
    with turn(request) as session:
        seen = content(session, ref, "original", purpose=purpose[:500])
    answer = StreamingHttpResponse(
        seen.chunks(), content_type="application/octet-stream", headers=HEADERS
    )
    name = safe_name(seen.row.ref or seen.row.id, seen.row.file_name or "")
    answer.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=name
    )
    answer.headers["Content-Length"] = str(seen.size_bytes)
    return answer


def safe_name(ref: str, name: str) -> str:
    """Return a name that no system runs, hides or takes for a path: the reference, then the name's
    letters and digits.
    """
    plain = unicodedata.normalize("NFC", name)
    kept = "".join(each if each.isalnum() or each in " -_." else "_" for each in plain)
    stem, _, suffix = kept.strip(" .").rpartition(".")
    if not (stem and suffix.isascii() and suffix.isalnum() and len(suffix) <= _LONGEST_SUFFIX):
        stem, suffix = kept, ""
    short = stem.replace(".", "_").strip(" _")[:80]
    whole = f"{ref} {short}".strip()
    return f"{whole}.{suffix}" if suffix else whole


@page(Deed.READ, "POST")
def many(request: HttpRequest) -> HttpResponse:
    """Do something with all items that were chosen on the page."""
    refs = references(request.POST.getlist("item"), MOST_AT_ONCE)
    what = request.POST.get("what", "")
    if not refs:
        raise UseError("wrong-use", item="the choice", expected="one item or more", found="none",
                       remedy="choose items on the page first")  # fmt: skip
    if what == "disclose":
        return HttpResponseRedirect(_disclosing(refs))
    words = request.POST.get("words", "")
    with turn(request) as session:
        if what in ("label", "unlabel"):
            label(session, refs, words.split(","), off=what == "unlabel")
        elif what == "note":
            for ref in refs:
                note(session, ref, words)
        else:
            raise UseError("wrong-use", item="what to do", expected="label, note or disclose",
                           found="another word")  # fmt: skip
    messages.success(
        request,
        ngettext("Recorded for {count} item.", "Recorded for {count} items.", len(refs)).format(
            count=len(refs)
        ),
    )
    return HttpResponseRedirect(_there(request, reverse("items")))


def _disclosing(refs: list[str]) -> str:
    for name in ("disclose", "disclosures"):
        try:
            return f"{reverse(name)}?{urlencode({'item': refs}, doseq=True)}"
        except NoReverseMatch:
            continue
    return str(reverse("items"))


def _back(request: HttpRequest, ref: str, words: str, place: str = "") -> HttpResponse:
    messages.success(request, words)
    there = _there(request, reverse("item", args=[ref]))
    return HttpResponseRedirect(there + (f"#{place}" if place else ""))


def _there(request: HttpRequest, usual: str) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe and wanted.startswith("/") else usual


def _whole(text: str | None, name: str) -> int:
    clean = (text or "").strip()
    if clean.isascii() and clean.isdecimal() and len(clean) < 10:
        return int(clean)
    raise UseError("wrong-use", item=name, expected="a whole number", found="something else",
                   remedy="write digits alone")  # fmt: skip


def _milliseconds(text: str) -> int:
    """Read ``1:02:03.5``, ``2:03`` or ``3.5``: hours, minutes, seconds."""
    parts = text.strip().replace(",", ".").split(":")
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        numbers = []
    total = 0.0
    for number in numbers:
        total = total * 60 + number
    if (
        not numbers
        or len(numbers) > 3
        or not 0 <= total < 10_000_000
        or any(n < 0 for n in numbers)
    ):
        raise UseError("wrong-use", item="the time", expected="minutes and seconds: 2:03.5",
                       found="something else",
                       remedy="write it as the player shows it")  # fmt: skip
    return round(total * 1000)

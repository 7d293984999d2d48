"""A report beside its suggestions: to read, and to look at one of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from probatum.acts.candidates import Candidate, Candidates, reprints_of
from probatum.acts.cite import newest_text
from probatum.acts.review_item import Step
from probatum.acts.review_look import Look, look
from probatum.acts.session import Session
from probatum.acts.suggested import hidden_characters
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.desk.pages.review import correcting, wording
from probatum.desk.pages.review.showing import Shown, of_sentence, plainly
from probatum.errors import UseError
from probatum.model.roles import Deed

_KINDS = ("assertion", "incident", "place", "person", "source")
_MOST_FALLS = 100
_MOST_AT_ONCE = 30_000  # characters: parts of a longer text come when they are scrolled to


@page(Deed.READ)
def review(request: HttpRequest, ref: str) -> HttpResponse:
    """The whole report; of a very long one the part that is asked for, others follow."""
    focus = request.GET.get("at")
    with turn(request) as session:
        try:
            found = look(session, ref)
        except UseError as error:
            if error.code != "wrong-use":
                raise
            return _unread(request, session, ref, error)
        shown = Shown(found, focus=focus)
        context = _around(shown, session)
        if focus in shown.order:
            context["focused"] = step_context(session, shown, focus or "")
    number = _part_number(request, shown)
    chosen = shown.page.parts[number - 1]
    context |= {
        "part": chosen, "sentences": shown.sentences(chosen), "focus": focus or "",
        "nowhere": shown.steps(shown.page.nowhere) if number == 1 else (),
        "against": [
            {"why": wording.word(wording.CONTRADICTIONS, each.why), "one": each.one,
             "other": each.other, "words": [plainly(words) for words in each.words]}
            for each in shown.page.against()
        ],
    }  # fmt: skip
    return render(request, "desk/review/report.html", context)


@page(Deed.READ)
def part(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """One more part of a long report, for the page that shows the others."""
    with turn(request) as session:
        shown = Shown(look(session, ref))
        context = _around(shown, session)
    if not 1 <= number <= len(shown.page.parts):
        raise Http404
    chosen = shown.page.parts[number - 1]
    context |= {"part": chosen, "sentences": shown.sentences(chosen)}
    return render(request, "desk/review/part.html", context)


@page(Deed.READ)
def step(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """One suggestion with all that is needed to decide about it."""
    with turn(request) as session:
        found = look(session, ref)
        context = step_context(session, Shown(found, focus=name), name)
    part_only = bool(getattr(request, "htmx", False))
    template = "desk/review/step_body.html" if part_only else "desk/review/step_page.html"
    return render(request, template, context)


@page(Deed.REVIEW)
def correct(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """The form in which a suggestion is corrected."""
    with turn(request) as session:
        found = look(session, ref)
        shown = Shown(found, focus=name)
        context = correct_context(session, shown, name)
    part_only = bool(getattr(request, "htmx", False))
    template = "desk/review/correct.html" if part_only else "desk/review/correct_page.html"
    return render(request, template, context)


@page(Deed.READ)
def where(request: HttpRequest, ref: str, start: int, end: int) -> HttpResponse:
    """Where words stand: characters and bytes of the text, entries of the log."""
    with turn(request) as session:
        found = look(session, ref)
        shown = Shown(found)
        made = newest_text(session, found.sheet.row.id)
        refs = {row.id: session.record_ref(row.number) for one in found.sheet.steps
                for row in one.rows}  # fmt: skip
        decisions = {row.id: session.record_ref(row.number) for row in found.decisions.values()}
    text = found.sheet.text
    if not 0 <= start < end <= len(text):
        raise Http404
    before = len(text[:start].encode("utf-8", "surrogatepass"))
    words = text[start:end]
    entries = []
    for one in found.sheet.steps:
        if not any(mark.start < end and mark.end > start for mark in shown.page.marks_of(one.name)):
            continue
        about = shown.step(one.name)
        entries.append((about.kind_word, about.title, _("suggestion"), refs[one.head.id],
                        one.head.index))  # fmt: skip
        row = found.decision(one)
        if row is not None:
            entries.append((about.kind_word, about.title, about.state_word, decisions[row.id],
                            row.index))  # fmt: skip
        entries += [(about.kind_word, each.caption, each.row.noun, each.ref, each.row.index)
                    for each in about.made]  # fmt: skip
    context = {
        "item": found.sheet.row, "words": plainly(words), "start": start, "end": end, "text": made,
        "from_byte": before, "to_byte": before + len(words.encode("utf-8", "surrogatepass")),
        "text_sha256": found.sheet.text_sha256, "entries": entries, "reading": found.sheet.reading,
    }  # fmt: skip
    part_only = bool(getattr(request, "htmx", False))
    template = "desk/review/where.html" if part_only else "desk/review/where_page.html"
    return render(request, template, context)


@page(Deed.READ)
def reprints(request: HttpRequest, ref: str) -> HttpResponse:
    """Other items whose text is nearly this one."""
    with turn(request) as session:
        found = reprints_of(session, look(session, ref).sheet)
    return render(request, "desk/review/reprints.html", {"reprints": found[:20], "ref": ref})


@page(Deed.REVIEW)
def missed(request: HttpRequest, ref: str) -> HttpResponse:
    """The form for what the reader missed, about chosen characters."""
    if not request.GET:  # the button's own address: a script adds which characters
        return redirect("review", ref)
    with turn(request) as session:
        found = look(session, ref)
    text = found.sheet.text
    start, end = (_number(request.GET.get(name, "")) for name in ("start", "end"))
    if start is None or end is None or not start < end <= len(text):
        raise Http404
    context = {
        "item": found.sheet.row, "start": start, "end": end, "words": text[start:end],
        "kinds": [(kind, wording.word(wording.NOUNS, kind)) for kind in _KINDS],
        "stances": list(wording.STANCES.items()),
        "speakers": [name for _code, name in correcting.sources_of(found.sheet)],
    }  # fmt: skip
    part_only = bool(getattr(request, "htmx", False))
    template = "desk/review/missed.html" if part_only else "desk/review/missed_page.html"
    return render(request, template, context)


# -- what the templates need --------------------------------------------------------------------


def marks(found: Look) -> dict[str, object]:
    """Return what stands in every piece: the item, its address, the file of the icons."""
    row = found.sheet.row
    base = reverse("review", args=[row.ref or row.id])
    kept = found.sheet.reading.kept
    language = kept.reading.language if kept is not None else "und"
    return {
        "item": row, "base": base, "sprite": static("desk/icons.svg"),
        # Not "language": that is the page's own.
        "text_lang": "" if language == "und" else language,
    }  # fmt: skip


def step_context(session: Session, shown: Shown, name: str) -> dict[str, object]:
    """Return what the body of a step shows: what comes with it, what falls with it, candidates."""
    found, one = shown.look, shown.look.sheet.step(name)
    falls = found.sheet.falls_with(one)
    candidates: list[dict[str, object]] = []
    if one.state == "open":
        known = Candidates(session, found.sheet, one).of(one)
        candidates = [_candidate(one, each) for each in known]
    rests = found.sheet.rests_on(one) if one.decided else ()
    return {
        **marks(found), "step": shown.step(name), "focus": name,
        "before": shown.steps(each.name for each in found.sheet.before(one)),
        "falls": shown.steps(each.name for each in falls[:_MOST_FALLS]),
        "fall_names": [each.name for each in falls], "fall_count": len(falls),
        "rests": shown.steps(each.name for each in rests[:_MOST_FALLS]),
        "rest_count": len(rests), "candidates": candidates,
        "next": shown.next_open(name), "mine": session.by,
    }  # fmt: skip


def correct_context(session: Session, shown: Shown, name: str) -> dict[str, object]:
    """Return what the form of a correction shows."""
    found, one = shown.look, shown.look.sheet.step(name)
    return {
        **marks(found), "step": shown.step(name),
        "fields": correcting.fields_of(found.sheet, one), "mine": session.by,
    }  # fmt: skip


def _candidate(step: Step, each: Candidate) -> dict[str, object]:
    return {
        "suggestion": each.suggestion, "ref": each.ref, "called": of_sentence(each.called),
        "reasons": [of_sentence(why) for why in each.reasons],
        "undecided": each.may_be_undecided,
        "what": step.head.id != each.suggestion,
    }  # fmt: skip


def _around(shown: Shown, session: Session) -> dict[str, object]:
    """Return what every part of the page needs."""
    found = shown.look
    page_ = shown.page
    kept = found.sheet.reading.kept
    return {
        **marks(found), "soon": len(found.sheet.text) <= _MOST_AT_ONCE, "shown": shown,
        "parts": page_.parts,
        "language_word": wording.word(wording.LANGUAGES, page_.language),
        "publisher": page_.publisher or "", "published": page_.published or "",
        "extractor": kept.extractor if kept else "", "version": kept.version if kept else "",
        "unseen": sorted(hidden_characters(found.sheet.text).items()),
        "total": shown.total, "decided": found.decided, "left": shown.left,
        "next": shown.next_open(None), "ended": found.ended, "mine": session.by,
        "roles": [(code, str(words)) for code, words in wording.ROLES.items()],
        "bulk_kinds": _bulk_kinds(found),
    }  # fmt: skip


def _bulk_kinds(found: Look) -> list[tuple[str, str, int]]:
    counts: dict[str, int] = {}
    for one in found.sheet.open:
        noun = str(one.proposed.get("record")).partition("/")[0]
        counts[noun] = counts.get(noun, 0) + 1
    return [(noun, wording.word(wording.NOUNS, noun), count) for noun, count in counts.items()]


def _unread(request: HttpRequest, session: Session, ref: str, error: UseError) -> HttpResponse:
    row = session.live(ref)
    return render(request, "desk/review/unread.html", {"item": row, "error": error})


def _part_number(request: HttpRequest, shown: Shown) -> int:
    asked = _number(request.GET.get("part", ""))
    if asked is None and shown.focus in shown.order:
        asked = shown.page.part_of(shown.focus or "")
    return min(max(asked or 1, 1), len(shown.page.parts))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None

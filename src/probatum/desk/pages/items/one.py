"""One item: its content beside its facts."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, gettext

from probatum.acts.cite_place import place_in
from probatum.acts.item_history import HistoryLine, history
from probatum.acts.look_at_item import (
    PLAYED,
    STRETCH_MS,
    Sight,
    Stretch,
    clock,
    content,
    look,
    play,
)
from probatum.acts.session import Session
from probatum.acts.text_of import TextOf, text_of
from probatum.acts.view_item import Citing, ItemView, marks, view
from probatum.desk.evidence.tickets import counter
from probatum.desk.holding import turn
from probatum.desk.jobs.asking import NEEDED
from probatum.desk.moments import moment
from probatum.desk.page import page
from probatum.desk.pages.items import reading, words
from probatum.desk.pages.items.custody import told
from probatum.model import vocab
from probatum.model.captions import when
from probatum.model.kinds import Note
from probatum.model.nouns import Description, Suggestion
from probatum.model.roles import Deed, Role, may
from probatum.model.values import Citation

EDGE, MOST_EDGE = 1_800, 4_096
MOST_READS = 300
_LONGEST_MS = 1_000 * 3_600 * 1_000  # of a film: a thousand hours
_TABLES = ("text/csv", "text/tab-separated-values")
_HEADERS = ("from", "to", "cc", "bcc", "date", "subject", "reply-to", "message-id")


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A remark: its words, and the place that it is about with the address that shows it."""

    index: int
    by: str
    at: object
    text: str
    place: Citation | None
    href: str | None


@page(Deed.READ)
def item(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the content beside the facts."""
    with turn(request) as session:
        found = view(session, ref)
        as_text = request.GET.get("as") == "text"
        drawn = found.form.name in ("picture", "pages") and not as_text
        played = found.form.name in ("sound", "film")
        text = None if drawn or played else text_of(session, ref)
        context = _around(request, found, "content")
        if text is not None:
            context |= _text(session, request, found, text)
    if played:
        context |= _recording(request, found)
    context |= {
        "drawn": drawn, "played": played, "as_text": as_text,
        "page_number": _number(request.GET.get("page"), 1),
        "dimensions": terms("dimension"),
    }  # fmt: skip
    return render(request, "desk/items/item.html", context)


@page(Deed.READ)
def picture(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a picture, or one page of a PDF, made anew: a part of the page, or a page by itself."""
    number = _number(request.GET.get("page"), 1)
    large = request.GET.get("large") == "1"
    copy = request.GET.get("copy") or None
    with turn(request) as session:
        seen = content(session, ref, "picture", copy=copy)
    edge = MOST_EDGE if large else EDGE
    done = look(seen, page=number, edge=edge)
    row = seen.row
    context: dict[str, object] = {
        "row": row, "ref": row.ref, "page_number": number, "large": large, "copy": copy,
        "form": seen.form, "trail": trail(row.ref or row.id, gettext("Picture")),
    }  # fmt: skip
    if isinstance(done, Sight):
        context |= {
            "sight": done, "size": f"{done.width} × {done.height}",
            "address": counter(request).address(
                row.id, "sight", page=number, edge=edge, copy=copy, logged=True
            ),
            "before": number - 1 if number > 1 else None,
            "after": number + 1 if number < done.pages else None,
        }  # fmt: skip
    else:
        context |= {"why": words.unseen(done.why, done.most)}
    whole = not getattr(request, "htmx", False)
    template = "desk/items/picture_page.html" if whole else "desk/items/picture.html"
    return render(request, template, context)


@page(Deed.READ)
def film(request: HttpRequest, ref: str) -> HttpResponse:
    """Play a stretch of a film as a working copy: a part of the page, or a page by itself."""
    from_ms = min(_number(request.GET.get("from"), 0), _LONGEST_MS)
    with turn(request) as session:
        seen = content(session, ref, "recording")
    done = play(seen, from_ms=from_ms)
    row = seen.row
    context: dict[str, object] = {
        "row": row, "ref": row.ref, "trail": trail(row.ref or row.id, gettext("Film")),
        "shown": request.GET.get("shown") == "1",
    }  # fmt: skip
    if isinstance(done, Stretch):
        last = from_ms + STRETCH_MS
        more = done.total_ms is None or last < done.total_ms
        context |= {
            "address": counter(request).address(row.id, "stretch", from_ms=from_ms, logged=True),
            "from_ms": from_ms, "begins": clock(from_ms),
            "ends": clock(last if more else done.total_ms or last),
            "whole": clock(done.total_ms) if done.total_ms is not None else None,
            "before": max(0, from_ms - STRETCH_MS) if from_ms else None,
            "after": last if more else None,
        }  # fmt: skip
    else:
        context |= {"why": words.unseen(done.why, done.most)}
    whole = not getattr(request, "htmx", False)
    template = "desk/items/film_page.html" if whole else "desk/items/film.html"
    return render(request, template, context)


@page(Deed.READ)
def custody(request: HttpRequest, ref: str) -> HttpResponse:
    """Show who did what with an item, and who saw it: one page, made to be printed."""
    acts_only = request.GET.get("reads") == "no"
    with turn(request) as session:
        found = history(session, ref, most_reads=0 if acts_only else MOST_READS)
    row = found.row
    name = row.ref or row.id
    lines = [_line(each) for each in found.lines]
    shown = sum(each.log == "access" for each in found.lines)
    context = {
        "row": row, "ref": name, "lines": lines, "acts": len(lines) - shown, "reads": found.reads,
        "left_out": 0 if acts_only else found.reads - shown, "acts_only": acts_only,
        "tab": "custody", "trail": trail(name, gettext("Custody")), "tabs": _tabs(name),
    }  # fmt: skip
    return render(request, "desk/items/custody.html", context)


@page(Deed.READ)
def records(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what cites or names an item."""
    with turn(request) as session:
        found = view(session, ref)
    context = _around(request, found, "records")
    context["cited"] = [_cited(each, ref) for each in found.citing]
    return render(request, "desk/items/records.html", context)


def _around(request: HttpRequest, found: ItemView, tab: str) -> dict[str, object]:
    row = found.row
    ref = row.ref or row.id
    body = found.description.body if found.description is not None else None
    described = body if isinstance(body, Description) else None
    role = Role(request.user.role)
    return {
        "view": found, "row": row, "ref": ref, "tab": tab, "tabs": _tabs(ref),
        "trail": trail(ref), "described": described,
        "kind": words.kind_of(found.form, found.media_type),
        "icon": words.icon_of(row.file_name, found.media_type),
        "times": _times(found, described),
        "taken": [(each, moment(each.acquired.at), moment(each.acquired.modified_at))
                  for each in found.taken],
        "notes": [_note(each, index, row.id, ref) for index, each in found.notes],
        "links": [(words.relation(each.relation, forward=each.forward), each)
                  for each in found.links],
        "derived": [(words.operation(each.operation), each, moment(each.at))
                    for each in found.derived],
        "assessments": [(each, _term("dimension", each.body.dimension),
                         moment(each.record.at)) for each in found.assessments],
        "review_href": _reversed("review", ref) if found.media_type else None,
        "redact_href": _reversed("item_redact", ref),
        "may_write": may(role, Deed.RECORD) or may(role, Deed.REVIEW),
        "may_extract": may(role, NEEDED["extract"]), "may_read": may(role, NEEDED["read"]),
    }  # fmt: skip


def _text(
    session: Session, request: HttpRequest, found: ItemView, text: TextOf
) -> dict[str, object]:
    context: dict[str, object] = {
        "text": text,
        "attachments": text.attachments,
        "no_text": words.failure(text.last.failure) if text.last is not None else None,
    }
    if text.text is None or text.made is None:
        return context
    digest = text.made.sha256 or ""
    citing = marks(session, text.row, digest)
    spans = reading.spans_of(citing, digest)
    at = _number(request.GET.get("at"), -1)
    shown = reading.window(text.text, spans, at, _number(request.GET.get("to"), -1))
    ref = found.row.ref or found.row.id
    inside = [each for each in citing if any(
        place.start is not None and place.start < shown.end and (place.end or 0) > shown.start
        for place in each.places)]  # fmt: skip
    context |= {
        "window": shown, "digest": digest, "language": _language(text, found),
        "before": shown.start - 1 if shown.number > 1 else None,
        "after": shown.end if shown.number < shown.count else None,
        "marks": [_cited(each, ref) for each in sorted(inside, key=_place)[:200]],
        "suggested": sum(isinstance(each.record.body, Suggestion) for each in citing),
    }  # fmt: skip
    facts = text.outline.metadata if text.outline is not None else ()
    mail = found.media_type == "message/rfc822"
    headers = [each for each in facts if mail and each.name.casefold() in _HEADERS]
    context |= {"headers": headers, "facts": [each for each in facts if each not in headers]}
    if found.media_type in _TABLES and request.GET.get("as") != "text":
        context["table"] = reading.table(text, _number(request.GET.get("row"), 1))
    return context


def _place(each: Citing) -> int:
    return min((place.start or 0 for place in each.places), default=0)


def _recording(request: HttpRequest, found: ItemView) -> dict[str, object]:
    if found.form.media_type not in PLAYED:
        return {"player": None}
    return {"player": counter(request).address(found.row.id, "stream")}


def _times(found: ItemView, described: Description | None) -> list[tuple[str, object, str]]:
    """Return the four kinds of time with what is known of each: a moment, or words."""
    first = found.taken[0].acquired if found.taken else None
    said = {
        gettext("Created"): described.created if described else None,
        gettext("Published"): described.published if described else None,
        gettext("Collected"): described.collected if described else None,
    }
    times: list[tuple[str, object, str]] = [
        (name, None, when(value) if value is not None else "") for name, value in said.items()
    ]
    if first is not None:
        times.append((gettext("File says changed"), moment(first.modified_at), ""))
        times.append((gettext("Recorded here"), moment(first.at), ""))
    return times


def _note(note: Note, index: int, item: str, ref: str) -> NoteShown:
    text, place = place_in(note.text, item)
    return NoteShown(index, note.by, moment(note.at), text, place, place_address(place, ref))


def place_address(place: Citation | None, ref: str) -> str | None:
    """Return the address that shows a place of an item."""
    if place is None:
        return None
    href = str(reverse("item", args=[ref]))
    if place.start is not None:
        return f"{href}?as=text&at={place.start}&to={place.end}#at"
    if place.region is not None:
        box = place.region
        page = f"page={place.page}&" if place.page else ""
        return f"{href}?{page}box={box.left},{box.top},{box.width},{box.height}#content"
    if place.from_ms is not None:
        return f"{href}?from={place.from_ms}#content"
    return f"{href}?page={place.page}#content" if place.page else None


@dataclass(frozen=True, slots=True)
class Cited:
    """A record that cites the item, as a line: where it leads, and whether a machine said it."""

    citing: Citing
    href: str | None
    place: str | None
    noun: str
    stance: str | None
    stance_word: str
    suggested: bool


def _cited(each: Citing, ref: str) -> Cited:
    href = words.record_address(each.record.noun, each.ref)
    first = each.places[0] if each.places else None
    stance = getattr(each.record.body, "stance", None)
    suggested = isinstance(each.record.body, Suggestion)
    return Cited(each, href, place_address(first, ref), words.hit_kind(each.record.noun), stance,
                 "" if stance is None else _term("stance", stance), suggested)  # fmt: skip


def _line(each: HistoryLine) -> tuple[HistoryLine, object, str]:
    return each, moment(each.at), told(each.fields, each.kind)


def _tabs(ref: str) -> list[tuple[str, str, str]]:
    return [
        ("content", gettext("Content"), str(reverse("item", args=[ref]))),
        ("records", gettext("Cited by"), str(reverse("item_records", args=[ref]))),
        ("custody", gettext("Custody"), str(reverse("item_custody", args=[ref]))),
    ]


def trail(ref: str, last: str | None = None) -> list[dict[str, str]]:
    """Return the way back from a page of an item."""
    steps = [{"label": gettext("Items"), "href": str(reverse("items"))}]
    if last is None:
        return [*steps, {"label": ref}]
    return [*steps, {"label": ref, "href": str(reverse("item", args=[ref]))}, {"label": last}]


def _reversed(name: str, ref: str) -> str | None:
    try:
        return str(reverse(name, args=[ref]))
    except NoReverseMatch:  # a page that is not built
        return None


def _language(text: TextOf, found: ItemView) -> str:
    body = found.description.body if found.description is not None else None
    said = body.language if isinstance(body, Description) else None
    facts = text.outline.metadata if text.outline is not None else ()
    return said or next((each.value for each in facts if each.name == "language"), "")


def terms(name: str) -> list[tuple[str, str]]:
    """Return code and words of each term of a vocabulary."""
    return [(each.code, _term(name, each.code)) for each in vocab.vocabulary(name).terms]


def _term(name: str, code: str) -> str:
    for each in vocab.vocabulary(name).terms:
        if each.code == code:
            return each.labels.get(get_language() or "en") or str(gettext(each.label))
    return code.replace("-", " ")


def _number(text: str | None, usual: int) -> int:
    fits = text is not None and text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if fits and text is not None else usual

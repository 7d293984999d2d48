"""Items: found by the one query language, or the newest; as a list or as pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from probatum.acts.browse_items import Order as ItemOrder
from probatum.acts.browse_items import browse, media_types
from probatum.acts.search import (
    FACETS,
    Effort,
    Facet,
    FacetValue,
    Found,
    FoundHit,
    Order,
    Snippet,
    search,
)
from probatum.acts.session import Session
from probatum.desk.evidence.tickets import Counter, counter
from probatum.desk.holding import turn
from probatum.desk.moments import moment
from probatum.desk.page import page
from probatum.desk.pages.items import querying, saved
from probatum.desk.pages.items.words import (
    hit_kind,
    icon_of,
    may_be_drawn,
    record_address,
    stance_word,
    who_says,
)
from probatum.errors import UseError
from probatum.model.nouns import Suggestion
from probatum.model.roles import Deed

ROWS, FOUND, PICTURES = 50, 30, 48
SMALL_EDGE = 480
_LONGEST_QUERY = 2_000
_OF_ITEMS = ("item", "text", "note", "description")  # what is shown as the item that it is about


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a snippet; ``marked`` if it is what was searched for."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One line or picture of the page. ``ref`` is the item's, if one can choose it."""

    ref: str | None
    href: str | None
    label: str
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    cut: tuple[bool, bool]
    icon: str
    kind: str
    stance: str | None
    size_bytes: int | None
    at: object
    by: str | None
    badges: tuple[str, ...]
    picture: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many have it, and the address that puts it on or takes it off."""

    label: str
    documents: int
    href: str
    chosen: bool


@page(Deed.READ)
def items(request: HttpRequest) -> HttpResponse:
    """List what fits a query; without one the newest items."""
    query = request.GET.get("q", "").strip()[:_LONGEST_QUERY]
    gallery = request.GET.get("view") == "gallery"
    context: dict[str, object] = {
        "query": query, "gallery": gallery, "sorts": _sorts(request, query),
        "as_list": querying.address(request.path, request.GET, view=None),
        "as_gallery": querying.address(request.path, request.GET, view="gallery"),
        "filters": [(each.text, querying.address(request.path, request.GET, q=each.without))
                    for each in querying.filters_of(query)],
        "saved": saved.of(request.user.pk), "may_save": bool(query),
        "here": querying.address(request.path, request.GET),
    }  # fmt: skip
    try:
        with turn(request) as session:
            context |= (_found if query else _newest)(session, request, query, gallery)
    except UseError as error:
        if error.code != "wrong-use" or not query:
            raise
        context |= {"wrong": error, "shown": [], "helps": True}
        return render(request, "desk/items/items.html", context, status=400)
    return render(request, "desk/items/items.html", context)


def _newest(
    session: Session,
    request: HttpRequest,
    _query: str,
    gallery: bool,  # noqa: FBT001
) -> dict[str, object]:
    order: ItemOrder = "oldest" if request.GET.get("sort") == "oldest" else "newest"
    after = _number(request.GET.get("after"))
    found = browse(session, order=order, after=after, limit=PICTURES if gallery else ROWS)
    tickets = counter(request)
    shown = [
        Shown(
            ref=row.ref, href=reverse("item", args=[row.ref]), label=row.ref or "",
            title=(Piece(row.file_name or "", False),), snippet=(), cut=(False, False),
            icon=icon_of(row.file_name, found.media.get(row.id)), kind="", stance=None,
            size_bytes=row.size_bytes, at=moment(row.acquired_at), by=row.by,
            badges=_badges(row.cleared, row.held),
            picture=_picture(tickets, row.id, row.file_name) if gallery else None,
        )
        for row in found.rows
    ]  # fmt: skip
    more = str(found.rows[-1].number) if found.more else None
    return {
        "shown": shown, "alive": found.alive, "first_page": after is None,
        "next": querying.address(request.path, request.GET, after=more) if more else None,
        "start": querying.address(request.path, request.GET) if after is not None else None,
    }  # fmt: skip


def _found(
    session: Session,
    request: HttpRequest,
    query: str,
    gallery: bool,  # noqa: FBT001
) -> dict[str, object]:
    sort = request.GET.get("sort", "")
    order: Order = "newest" if sort == "newest" else "oldest" if sort == "oldest" else "best"
    limit = PICTURES if gallery else FOUND
    asked = query
    if gallery:  # in brackets only where it matters: errors name a character of what was typed
        about = " OR ".join("kind:" + kind for kind in _OF_ITEMS)
        asked = f"({query}) ({about})" if " OR " in query else f"{query} ({about})"
    found = search(session, asked, limit=limit, order=order, behind=_behind(request),
                   within=Effort())  # fmt: skip
    tickets = counter(request)
    media = media_types(session, [hit.item for hit in found.hits if hit.item is not None])
    shown = [_hit(hit, media, tickets if gallery else None) for hit in found.hits]
    if gallery:  # one picture of an item, wherever the words stand
        shown = list({one.ref: one for one in reversed(shown)}.values())[::-1]
    more = None
    if len(found.hits) == limit:
        last = found.hits[-1].hit
        more = f"{last.score!r}:{last.number}"
    here = request.GET.get("after")
    return {
        "shown": shown, "found": found, "facets": _facets(found, request, query),
        "spelled": sorted(found.spelled.items()), "first_page": not here,
        "next": querying.address(request.path, request.GET, after=more) if more else None,
        "start": querying.address(request.path, request.GET) if here else None,
    }  # fmt: skip


def _hit(found: FoundHit, media: object, tickets: Counter | None) -> Shown:
    hit, row = found.hit, found.item
    types = media if isinstance(media, dict) else {}
    ref = row.ref if row is not None and not row.erased else None
    named = hit.title.text.strip()
    title = _pieces(hit.title) if named else ()
    if hit.kind in _OF_ITEMS[1:] and row is not None:
        title = (Piece(row.file_name or "", False),)
    elif found.record is not None and isinstance(found.record.body, Suggestion):
        # Its own name is one that a machine gave it, such as i2.
        title = (Piece(hit_kind(found.record.body.proposed), False),)
    elif not named and found.said:
        title = (Piece(who_says(found) or "", False),)
    badges = [gettext("Suggestion")] if hit.suggestion else []
    badges += [gettext("Retracted")] if hit.retracted else []
    kind_icon = "quote" if found.record is not None else None
    picture = None
    if tickets is not None and row is not None:
        picture = _picture(tickets, row.id, row.file_name)
    return Shown(
        ref=ref if hit.kind in _OF_ITEMS else None,
        href=_address(found), title=title,
        label=(ref if hit.kind in _OF_ITEMS else found.ref) or found.ref or ref or "",
        snippet=_pieces(hit.body), cut=hit.body.cut,
        icon=kind_icon or icon_of(row.file_name if row else None, types.get(row.id if row else "")),
        kind=hit_kind(hit.kind), stance=who_says(found) if hit.kind == "assertion" else None,
        size_bytes=row.size_bytes if hit.kind == "item" and row else None,
        at=moment(row.acquired_at) if hit.kind == "item" and row else None,
        by=None, badges=tuple(badges), picture=picture,
    )  # fmt: skip


def _address(found: FoundHit) -> str | None:
    """Return where a hit is shown whole: a record on its page, the rest on that of its item."""
    if found.record is not None and found.ref is not None and found.hit.kind not in _OF_ITEMS:
        return record_address(found.record.noun, found.ref)
    if found.item is None:
        return None
    href = reverse("item", args=[found.item.ref or found.item.id])
    if found.hit.kind == "text" and found.hit.body.spans:
        first, last = found.hit.body.spans[0]
        return f"{href}?as=text&at={first}&to={last}#at"
    return str(href) + ("#notes" if found.hit.kind == "note" else "")


def _pieces(snippet: Snippet) -> tuple[Piece, ...]:
    """Cut a snippet at its marks. Offsets count characters of the whole text."""
    pieces, at = [], snippet.start
    for first, last in snippet.spans:
        first, last = max(first, at), max(last, at)
        pieces.append(Piece(snippet.text[at - snippet.start : first - snippet.start], False))
        pieces.append(Piece(snippet.text[first - snippet.start : last - snippet.start], True))
        at = last
    pieces.append(Piece(snippet.text[at - snippet.start :], False))
    return tuple(piece for piece in pieces if piece.text)


def _facets(found: Found, request: HttpRequest, query: str) -> list[tuple[str, str, list[Choice]]]:
    titles: dict[Facet, str] = {
        "kind": gettext("Kind"), "stance": gettext("Stance"), "speaker": gettext("Speaker"),
        "place": gettext("Place"), "language": gettext("Language"), "label": gettext("Label"),
    }  # fmt: skip
    named: dict[Facet, Callable[[str], str]] = {"kind": hit_kind, "stance": stance_word}
    sections: list[tuple[str, str, list[Choice]]] = []
    for facet in FACETS:
        values: Sequence[FacetValue] = found.facets.get(facet, ())
        choices = [
            _choice(request, query, facet, value, named.get(facet, str))
            for value in values if value.value.strip()
        ]  # fmt: skip
        if choices:
            sections.append((facet, titles[facet], choices))
    return sections


def _choice(
    request: HttpRequest, query: str, facet: Facet, value: FacetValue, name: Callable[[str], str]
) -> Choice:
    there = querying.chosen(query, facet, value.value)
    wanted = there.without if there else querying.with_filter(query, facet, value.value)
    href = querying.address(request.path, request.GET, q=wanted)
    return Choice(name(value.value), value.documents, href, there is not None)


def _sorts(request: HttpRequest, query: str) -> list[tuple[str, str, bool]]:
    """Return the orders that there are: their names, addresses, and which one is in force."""
    known = {"newest": gettext("Newest"), "oldest": gettext("Oldest")}
    if query:
        known = {"best": gettext("Best"), **known}
    usual = next(iter(known))
    now = request.GET.get("sort", usual)
    now = now if now in known else usual
    return [
        (words, querying.address(request.path, request.GET, sort=None if code == usual else code),
         code == now)
        for code, words in known.items()
    ]  # fmt: skip


def _picture(tickets: Counter, item: str, name: str | None) -> str | None:
    if not may_be_drawn(name):
        return None
    return tickets.address(item, "sight", edge=SMALL_EDGE, logged=True)


def _badges(cleared: bool, held: bool) -> tuple[str, ...]:  # noqa: FBT001
    badges = [gettext("Cleared")] if cleared else []
    return (*badges, gettext("On hold")) if held else tuple(badges)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 16 else None


def _behind(request: HttpRequest) -> tuple[float, int] | None:
    score, _, number = request.GET.get("after", "").partition(":")
    try:
        at = float(score)
    except ValueError:
        return None
    found = _number(number)
    return None if found is None or at != at or abs(at) == float("inf") else (at, found)

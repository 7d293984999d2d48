"""Search items, their texts, notes and records; the search is a read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.acts.captions_of import captions_of
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.query_language import FIELDS, All, Any, Choice, Not, Query, parse
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.index.searching import FACETS, Behind, Effort, Facet, FacetValue, Hit, Order
from probatum.index.snippets import Snippet
from probatum.model.captions import caption
from probatum.model.nouns import NOUNS, Assertion, Source
from probatum.model.vocab import codes

__all__ = [
    "FACETS", "FIELDS", "Behind", "Denied", "Effort", "Facet", "FacetValue", "Found", "FoundHit",
    "Order", "Snippet", "denied_lately", "search",
]  # fmt: skip


KINDS = ("item", "text", "note", *sorted(NOUNS))
STANCES = tuple(sorted(codes("stance")))


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A hit with what a person calls it. ``item`` is the item itself, or the one that a text, note
    or record is about; ``ref`` is None for a text or note, which has the reference of its item.
    ``said`` is a record in a line: of an assertion who takes which stance, so that the words of a
    denial are not taken for a claim; None for what is no record.
    """

    hit: Hit
    id: str
    ref: str | None
    item: ItemRow | None
    record: RecordRow | None
    said: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """``total`` of ``searched`` documents fit; facets count ``counted`` of them. ``without_text``
    items were searched by name alone. ``ranked``: the best are chosen among so many, the newest of
    those with words that stand nearly everywhere; None: among all.

    ``spelled`` are the spellings in other scripts that were searched as well, by word.
    """

    total: int
    counted: int
    ranked: int | None
    searched: int
    without_text: int
    hits: tuple[FoundHit, ...]
    facets: dict[Facet, tuple[FacetValue, ...]]
    spelled: dict[str, tuple[str, ...]]


def search(
    session: Session, query: str, *, limit: int = 20, offset: int = 0,
    facets: Sequence[Facet] = FACETS, purpose: str | None = None, order: Order = "best",
    behind: Behind | None = None, within: Effort | None = None,
) -> Found:  # fmt: skip
    """Return what fits a query of ``docs/searching.md``; logged before it is answered.

    The entry names the items and records that are shown, those that facets name included. Raises
    UseError ``wrong-use`` for a query that means nothing.
    """
    require_writable(session)
    asked = parse(query)
    _require_known(asked)
    session.catch_up()
    answer = session.index.search(
        asked, limit=limit, offset=offset, facets=facets, order=order, behind=behind,
        within=within,
    )  # fmt: skip
    hits = _shown(session, "search", answer.hits, answer.facets, purpose)
    return Found(
        total=answer.total, counted=answer.counted, ranked=answer.ranked,
        searched=answer.searched, without_text=session.index.items_without_text(), hits=hits,
        facets=answer.facets, spelled=answer.spelled,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Denied:
    """What was denied lately: how many of it, and whether there are assertions not looked at."""

    hits: tuple[FoundHit, ...]
    total: int
    older: bool


def denied_lately(session: Session, limit: int) -> Denied:
    """Return what the newest assertions deny, dispute, retract or correct; logged first.

    ``has:contradiction`` looks through all of them; this takes as long in a large case as in a
    small one.
    """
    require_writable(session)
    session.catch_up()
    ids, older = session.index.denied_lately()
    hits = session.index.documents_of(ids[:limit])
    return Denied(_shown(session, "contradicted", hits, {}, None), len(ids), older)


def _shown(
    session: Session, what: str, found: Sequence[Hit], facets: dict[Facet, tuple[FacetValue, ...]],
    purpose: str | None,
) -> tuple[FoundHit, ...]:  # fmt: skip
    """Return hits with what people call them; logged as a read."""
    ids = session.index.ids_at(_positions(found, facets))
    records = {row.id: row for row in session.index.some_records(ids.values())}
    named = [
        row.body.speaker for row in records.values()
        if isinstance(row.body, Assertion) and row.body.speaker is not None
    ]  # fmt: skip
    captions, others = captions_of(session, records.values())
    records |= {row.id: row for row in (*session.index.some_records(named), *others)}
    there = session.index.some_items(ids.values())
    hits = tuple(_hit(session, hit, ids, there, records, captions) for hit in found)
    items = {hit.item.id: hit.item for hit in hits if hit.item is not None}
    session.saw_records(what, list(records.values()), list(items.values()), purpose)
    return hits


def _require_known(query: Query) -> None:
    """Refuse a kind or stance that does not exist: *none found* would sound like an answer."""
    match query:
        case All() | Any():
            for part in query.parts:
                _require_known(part)
        case Not():
            _require_known(query.part)
        case Choice(field="kind" | "stance"):
            known = KINDS if query.field == "kind" else STANCES
            value = query.value.casefold()
            if not any(each.startswith(value) if query.prefix else each == value for each in known):
                raise UseError(
                    "wrong-use", item=f"{query.field}: in the query",
                    expected="one of " + ", ".join(known), found="another word",
                    remedy="say one of these, or leave it out",
                )  # fmt: skip


def _positions(hits: Sequence[Hit], facets: dict[Facet, tuple[FacetValue, ...]]) -> set[int]:
    shown = {hit.object for hit in hits} | {hit.about for hit in hits if hit.about is not None}
    for values in facets.values():
        shown |= {value.object for value in values if value.object is not None}
    return shown


def _hit(
    session: Session, hit: Hit, ids: dict[int, str], there: dict[str, ItemRow],
    records: dict[str, RecordRow], captions: dict[str, str],
) -> FoundHit:  # fmt: skip
    own = ids[hit.object]
    record, item = records.get(own), there.get(own)
    if item is None and hit.about is not None:
        about = ids[hit.about]
        item = there.get(about)
        if item is None and about not in records:  # erased, or no item
            item = session.index.item(about)
    ref = None
    if record is not None:
        ref = session.record_ref(record.number)
    elif item is not None and item.id == own and hit.kind == "item":
        ref = item.ref
    said = None if record is None else _said(session, record, records, captions)
    return FoundHit(hit, own, ref, item, record, said)


def _said(
    session: Session, record: RecordRow, records: dict[str, RecordRow], captions: dict[str, str]
) -> str | None:
    """Return a record in a line; of an assertion who takes which stance."""
    if record.body is None:
        return None
    if not isinstance(record.body, Assertion):
        return captions[record.id] or None
    speaker = records.get(record.body.speaker or "")
    who = "an unknown speaker"
    if speaker is not None and isinstance(speaker.body, Source):
        who = caption(speaker.body) or session.record_ref(speaker.number)
        if speaker.body.protected:
            who = "protected source " + session.record_ref(speaker.number)
    return f"{who} {record.body.stance.replace('_', ' ')}"

"""What waits for a reviewer: readings that nobody read to the end, texts that nobody read.

Each list is asked by the page, newest first, and logged as a read of the items that it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from probatum.acts.derived import derived_bytes
from probatum.acts.read_item import READING
from probatum.acts.session import Session, require_writable
from probatum.errors import EvidenceError
from probatum.index.record_queries import RecordRow
from probatum.index.review_queries import ReadingRow
from probatum.index.rows import ItemRow
from probatum.model.nouns import Assessment, Review

SECOND_LOOK = "second look asked"  # value of an assessment of a decision (``acts.second_look``)
_ASKED_LATELY = 500
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list; ``next`` is where the following one begins, None at the end."""

    lines: tuple[T, ...]
    next: int | None


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A reading that waits; ``language`` and ``publisher`` are as the reading says, or unknown."""

    item: ItemRow
    reading: ReadingRow
    language: str | None
    publisher: str | None
    steps: int
    decided: int


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """That somebody read a text to its end."""

    item: ItemRow
    row: RecordRow
    ref: str
    review: Review


class _Reading(msgspec.Struct, frozen=True):
    language: str
    publisher: str | None = None


class _Kept(msgspec.Struct, frozen=True):
    """What a list needs of a stored reading; the suggestions are skipped, not decoded."""

    reading: _Reading


def waiting(session: Session, limit: int, before: int | None = None) -> Page[WaitingLine]:
    """Return readings that nobody read to the end yet."""
    require_writable(session)
    session.catch_up()
    page = session.index.readings_to_review(limit, before)
    items = session.index.some_items(each.item for each in page.found)
    session.saw("reviews that wait", list(items.values()))
    lines = []
    for each in page.found:
        if each.item in items:
            steps, decided = session.index.steps_of(each.item, each.group)
            language, publisher = _said(session, each)
            lines.append(WaitingLine(items[each.item], each, language, publisher, steps, decided))
    return Page(tuple(lines), page.next)


def unread(session: Session, limit: int, before: int | None = None) -> Page[ItemRow]:
    """Return items that have a text and were never read."""
    require_writable(session)
    session.catch_up()
    page = session.index.unread_texts(limit, before)
    items = session.index.some_items(page.found)
    session.saw("texts that nobody read", list(items.values()))
    return Page(tuple(items[each] for each in page.found if each in items), page.next)


def closed(session: Session, limit: int, before: int | None = None) -> Page[ClosedLine]:
    """Return the reviews that somebody ended."""
    require_writable(session)
    session.catch_up()
    page = session.index.newest_records("review", limit, before)
    rows = {row.id: row for row in session.index.some_records(page.found)}
    bodies = {id: row.body for id, row in rows.items()}
    items = session.index.some_items(
        body.item for body in bodies.values() if isinstance(body, Review)
    )
    session.saw_records("reviews that were ended", list(rows.values()), list(items.values()))
    lines = []
    for each in page.found:
        body = bodies.get(each)
        if isinstance(body, Review) and body.item in items:
            ref = session.record_ref(rows[each].number)
            lines.append(ClosedLine(items[body.item], rows[each], ref, body))
    return Page(tuple(lines), page.next)


def second_looks(session: Session) -> tuple[ItemRow, ...]:
    """Return items with a decision about which somebody asked for a second look, newest first."""
    require_writable(session)
    session.catch_up()
    ids = session.index.newest_records("assessment", _ASKED_LATELY).found
    rows = [row for row in session.index.some_records(ids)
            if isinstance(row.body, Assessment) and row.body.value == SECOND_LOOK]  # fmt: skip
    answered = {
        row.body.reviews
        for row in session.index.naming((row.id for row in rows), ["assessment"])
        if isinstance(row.body, Assessment) and not row.retracted
    }
    open_ = [row.body.target for row in reversed(rows)
             if row.id not in answered and isinstance(row.body, Assessment)]  # fmt: skip
    decisions = session.index.some_records(open_)
    suggestions = session.index.some_records(
        getattr(row.body, "suggestion", "") or row.id for row in decisions
    )
    wanted = [
        citation.item for row in suggestions for citation in getattr(row.body, "citations", ())
    ]
    items = session.index.some_items(wanted)
    if items:
        session.saw("second looks asked for", list(items.values()))
    return tuple(items[each] for each in dict.fromkeys(wanted) if each in items)


def _said(session: Session, each: ReadingRow) -> tuple[str | None, str | None]:
    made = next((one for one in session.index.derivations(each.item, READING)
                 if one.id == each.group), None)  # fmt: skip
    if made is None:
        return None, None
    try:
        kept = msgspec.json.decode(derived_bytes(session, made), type=_Kept)
    except (EvidenceError, msgspec.DecodeError):
        return None, None  # the review itself says what is wrong with it
    return kept.reading.language, kept.reading.publisher

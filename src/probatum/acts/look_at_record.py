"""A record on one page: its fields, what it names and what names it, its history and judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probatum.acts.captions_of import captions_of
from probatum.acts.record_history import Change, RecordHistory, Version, record_history
from probatum.acts.session import Session
from probatum.acts.show_record import Named, ShownRecord, show_record
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import NOUNS
from probatum.model.nouns.judgements import Assessment
from probatum.model.nouns.people import SameAs

__all__ = ["Change", "Judged", "Named", "RecordLooked", "SaidSame", "Version", "look_at_record"]

NAMED_BY = 50


@dataclass(frozen=True, slots=True)
class Judged:
    """One assessment of the record. ``reviews`` is the reference of the one that it reviews;
    ``mine``: whoever asks wrote a version of it, and cannot be its second reviewer.
    """

    ref: str
    body: Assessment
    by: str
    at: str
    index: int
    reviews: str | None
    mine: bool
    replaced: bool


@dataclass(frozen=True, slots=True)
class SaidSame:
    """One judgement of identity with another record."""

    ref: str
    answer: str
    reasons: str
    other: str
    caption: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class RecordLooked:
    """A record with everything on its page. ``times`` counts by noun how often it is named.

    ``latest`` is the log position of its newest version or retraction: what a form was made from.
    """

    shown: ShownRecord
    history: RecordHistory
    judged: tuple[Judged, ...]
    same: tuple[SaidSame, ...]
    times: Mapping[str, int]
    latest: int


def look_at_record(session: Session, record: str, purpose: str | None = None) -> RecordLooked:
    """Return a record's page; logged before it is answered.

    Raises UseError ``unknown-id``, ``bad-reference``; InputError ``erased``.
    """
    shown = show_record(session, record, purpose, most=NAMED_BY)
    history = record_history(session, shown.row.id)
    judging = [
        row for row in session.index.naming([shown.row.id], ["assessment", "same_as"])
        if not row.retracted
    ]  # fmt: skip
    same = {row.id: row.body for row in judging if isinstance(row.body, SameAs)}
    others = {
        each for body in same.values() for each in body.between if each != shown.row.id
    }  # fmt: skip
    others |= {
        row.body.reviews for row in judging
        if isinstance(row.body, Assessment) and row.body.reviews is not None
    }  # fmt: skip
    rows = {row.id: row for row in session.index.some_records(others)}
    captions, named = captions_of(session, [*judging, *rows.values()])
    seen = {row.id: row for row in (*judging, *rows.values(), *named)}
    if seen:
        session.saw_records("judgements of a record", list(seen.values()), (), purpose)
    return RecordLooked(
        shown, history, _judged(session, judging, rows, shown.row.id),
        _same(session, judging, rows, captions, shown.row.id),
        {noun: times for noun in NOUNS if (times := session.index.times_named(shown.row.id, noun))},
        history.versions[-1].index,
    )  # fmt: skip


def _judged(
    session: Session, judging: list[RecordRow], rows: Mapping[str, RecordRow], target: str
) -> tuple[Judged, ...]:
    bodies = [row.body for row in judging]
    replaced = {body.supersedes for body in bodies if isinstance(body, Assessment)}
    me = session.by.strip().casefold()
    return tuple(
        Judged(
            session.record_ref(row.number), row.body, row.by, row.at, row.index,
            _ref_of(session, rows.get(row.body.reviews or "")),
            me in {each.by.strip().casefold() for each in session.index.versions(row.id)},
            row.id in replaced,
        )
        for row in judging
        if isinstance(row.body, Assessment) and row.body.target == target
    )  # fmt: skip


def _ref_of(session: Session, row: RecordRow | None) -> str | None:
    return None if row is None else session.record_ref(row.number)


def _same(
    session: Session, judging: list[RecordRow], rows: Mapping[str, RecordRow],
    captions: Mapping[str, str], target: str,
) -> tuple[SaidSame, ...]:  # fmt: skip
    found = []
    for row in judging:
        body = row.body
        if isinstance(body, SameAs) and target in body.between:
            [one] = set(body.between) - {target}
            other = rows.get(one)
            if other is not None:
                hidden = getattr(other.body, "protected", False)
                found.append(SaidSame(
                    session.record_ref(row.number), body.answer, body.reasons,
                    session.record_ref(other.number), "" if hidden else captions[other.id],
                    row.by, row.at,
                ))  # fmt: skip
    return tuple(found)

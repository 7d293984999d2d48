"""People, groups and sources by the page: identities that are undecided, grades per topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.acts.browse_records import PAGE, Browsed, browse_records, listed_rows
from probatum.acts.session import Session
from probatum.acts.show_record import Listed
from probatum.index.record_queries import RecordRow
from probatum.model.nouns.people import SameAs
from probatum.model.nouns.sources import Source, SourceGrade
from probatum.model.record import Record
from probatum.model.values import When

MOST_UNDECIDED = 10


@dataclass(frozen=True, slots=True)
class Undecided:
    """A judgement that two may be the same: both records, side by side."""

    ref: str
    reasons: str
    by: str
    at: str
    pair: tuple[Listed, Listed]


@dataclass(frozen=True, slots=True)
class People:
    """One page of persons and groups, and the newest undecided identities."""

    page: Browsed
    undecided: tuple[Undecided, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """What somebody thinks of a source on one topic in one period."""

    ref: str
    topic: str
    period: When | None
    reliability: str
    information: str
    by: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source. Of a protected one nothing stands here but its reference and its kind."""

    listed: Listed
    kind: str
    role: str | None
    party: str | None
    protected: bool
    named: int
    grades: tuple[Grade, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """One page of sources; ``next`` is the cursor of the next one."""

    lines: tuple[SourceLine, ...]
    next: str


def browse_people(
    session: Session, *, cursor: str = "", words: str = "",
    nouns: Sequence[str] = ("person", "group"), limit: int = PAGE,
) -> People:  # fmt: skip
    """Return a page of persons and groups, newest first; logged before it is answered."""
    page = browse_records(
        session, "people and groups", nouns, cursor=cursor, words=words, limit=limit
    )
    first = not cursor and not words.strip()
    return People(page, _undecided(session) if first else ())


def browse_sources(
    session: Session, *, cursor: str = "", words: str = "", limit: int = PAGE
) -> Sources:
    """Return a page of sources with their grades; logged before it is answered."""
    page = browse_records(session, "sources", ["source"], cursor=cursor, words=words, limit=limit)
    ids = [each.row.id for each in page.listed]
    grades: dict[str, list[RecordRow]] = {}
    rows = [row for row in session.index.naming(ids, ["source_grade"]) if not row.retracted]
    if rows:
        session.saw_records("grades of sources", rows)
    for row in rows:
        if isinstance(row.body, SourceGrade):
            grades.setdefault(row.body.source, []).append(row)
    return Sources(
        tuple(_line(session, each, grades.get(each.row.id, [])) for each in page.listed), page.next
    )


def _line(session: Session, each: Listed, grades: Sequence[RecordRow]) -> SourceLine:
    body = each.row.body
    if not isinstance(body, Source):
        raise AssertionError("asked for sources")
    hidden = body.protected
    return SourceLine(
        each, body.kind, None if hidden else body.role, None if hidden else body.party, hidden,
        session.index.times_named(each.row.id, "assertion"),
        tuple(
            Grade(
                session.record_ref(row.number), row.body.topic, row.body.period,
                row.body.reliability, row.body.information, row.by,
            )
            for row in grades if isinstance(row.body, SourceGrade)
        ),
    )  # fmt: skip


def _undecided(session: Session) -> tuple[Undecided, ...]:
    judged = session.index.undecided(MOST_UNDECIDED)
    ids = {each for row in judged if isinstance(row.body, SameAs) for each in row.body.between}
    rows = session.index.some_records(ids)
    listed, others = listed_rows(session, rows)
    if judged:
        seen: dict[str, RecordRow] = {row.id: row for row in (*judged, *rows, *others)}
        session.saw_records("undecided identities", list(seen.values()))
    by_id = {each.row.id: each for each in listed}
    found = []
    for row in judged:
        body: Record | None = row.body
        if isinstance(body, SameAs) and all(each in by_id for each in body.between):
            one, other = (by_id[each] for each in body.between)
            found.append(Undecided(
                session.record_ref(row.number), body.reasons, row.by, row.at, (one, other)
            ))  # fmt: skip
    return tuple(found)

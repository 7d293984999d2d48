"""Revise a record that was read before: if somebody revised it meanwhile, theirs is shown first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probatum.acts.put_record import Put, put
from probatum.acts.record_checks import Checker
from probatum.acts.session import Session, require_writable
from probatum.model.ids import COMPARTMENT_NUMBERS
from probatum.model.nouns import plain
from probatum.model.record import Record


@dataclass(frozen=True, slots=True)
class Newer:
    """That the record has a version which whoever revises it has not seen.

    ``before`` are the fields that they began with (None if that version is gone), ``now`` those of
    today, ``mine`` theirs; ``index`` is the log position of today's version.
    """

    ref: str
    noun: str
    index: int
    by: str
    at: str
    why: str | None
    retracted: bool
    before: Mapping[str, object] | None
    now: Mapping[str, object]
    mine: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ToRevise:
    """A record as a form begins with it: ``index`` goes with the form and comes back with it."""

    id: str
    ref: str
    noun: str
    index: int
    retracted: bool
    body: Record


def begin_revision(session: Session, record: str) -> ToRevise:
    """Return a record to be revised; logged before it is answered.

    Raises UseError ``unknown-id``, ``bad-reference``; InputError ``erased``.
    """
    require_writable(session)
    row = session.find_record(record)
    session.saw_records("record to be revised", [row])
    versions = session.index.versions(row.id)
    body = next(each.body for each in reversed(versions) if each.body is not None)
    return ToRevise(
        row.id, session.record_ref(row.number), row.noun, versions[-1].index, row.retracted, body
    )


def revise(
    session: Session, record: str, fields: Mapping[str, object], why: str, seen: int
) -> Put | Newer:
    """Record a new version if ``seen`` is the log position of the newest one, else return that one.

    Raises what ``put`` raises.
    """
    require_writable(session)
    row = session.find_record(record)
    versions = session.index.versions(row.id)
    last = versions[-1]
    if last.index == seen:
        return put(session, fields, id=row.id, why=why)
    mine = Checker(session, inside=row.number > COMPARTMENT_NUMBERS).parse(fields, row.id)
    session.saw_records("record that somebody revised meanwhile", [row])
    bodies = {each.index: each.body for each in versions}
    now = next(each.body for each in reversed(versions) if each.body is not None)
    before = bodies.get(seen)
    return Newer(
        session.record_ref(row.number), row.noun, last.index, last.by, last.at, last.why,
        last.body is None, None if before is None else plain(before), plain(now),
        plain(mine),
    )  # fmt: skip

"""Put one record into the case: a new one, or a new version of one with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from probatum.acts.record_checks import Checker
from probatum.acts.record_reading import bad
from probatum.acts.session import Session, require_writable
from probatum.errors import InputError
from probatum.model.ids import COMPARTMENT_NUMBERS
from probatum.model.kinds import Fields, Recorded
from probatum.model.nouns import plain
from probatum.model.record import Record

Done = Literal["created", "revised", "unchanged"]


@dataclass(frozen=True, slots=True)
class Put:
    """What became of a record: ``index`` is the log position of its newest version."""

    id: str
    ref: str
    noun: str
    index: int
    done: Done


def put(
    session: Session, record: Record | Mapping[str, object], *,
    id: str | None = None, why: str | None = None, inside: bool = False,
) -> Put:  # fmt: skip
    """Record a noun, typed or as plain fields (``record`` names it); with ``id`` revise that one.

    A revision that changes nothing is not recorded. ``inside`` puts a new record into the
    compartment that the session is in; a revision stays where its record is. Raises InputError
    ``bad-record``, ``missing-record``, ``erased``; UseError ``unknown-id``.
    """
    require_writable(session)
    session.catch_up()
    found = None if id is None else session.find_record(id)
    if found is not None:
        inside = found.number > COMPARTMENT_NUMBERS
    checker = Checker(session, inside=inside)
    fields = plain(record) if isinstance(record, Record) else record
    body = checker.parse(fields, None if found is None else found.id)
    if found is not None:
        draft = revision(session, found.id, body, why)
        ref = session.record_ref(found.number)
        if draft is None:
            return Put(found.id, ref, body.noun, found.index, "unchanged")
        [index] = session.record(session.draft(*draft, inside=inside))
        return Put(found.id, ref, body.noun, index, "revised")
    number = session.index.next_record_number(inside=inside)
    object_id, _ = session.case.new_object()
    [index] = session.record(session.draft(object_id, recorded(session, body), inside=inside))
    return Put(object_id, session.record_ref(number), body.noun, index, "created")


def recorded(
    session: Session, body: Record, why: str | None = None, at: str | None = None
) -> Recorded:
    """Return the entry for a version of a record; ``at`` is now unless it is given."""
    return Recorded(by=session.by, at=at or session.now(), why=why, body=body)


def revision(
    session: Session, object_id: str, body: Record, why: str | None
) -> tuple[str, Fields] | None:
    """Return the draft of a new version, None if it says what the newest one says.

    Raises InputError ``bad-record``: another noun, or no reason.
    """
    found = session.index.record(object_id)
    if found is None or found.body is None:
        raise InputError("missing-record", item="id", expected="a record of this case")
    same_noun(found.noun, body)
    if found.body == body and not found.retracted:
        return None
    if not (why or "").strip():
        raise bad("why", "the reason of the revision", "none", "say it with --why")
    return object_id, recorded(session, body, why)


def same_noun(noun: str, body: Record) -> None:
    """Refuse to make another noun of a record. Raises InputError ``bad-record``."""
    if noun != body.noun:
        raise bad("record", noun + ", which it was recorded as", body.noun)

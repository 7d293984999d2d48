"""The history of a record: every version, who made it, when, why, and which fields changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from probatum.acts.session import Session, require_writable
from probatum.acts.show_record import Named, names_in
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import plain

Did = Literal["created", "revised", "retracted"]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs from the version before; None: it was left out (not stated)."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Version:
    """One version, or a retraction: the log position, who, when, why, the differences."""

    index: int
    by: str
    at: str
    did: Did
    why: str | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """A record and all its versions, oldest first; ``names`` is what any of them names."""

    row: RecordRow
    ref: str
    versions: tuple[Version, ...]
    names: tuple[Named, ...]


def record_history(session: Session, record: str) -> RecordHistory:
    """Return every version of a record; logged before it is answered.

    Raises UseError ``unknown-id``; InputError ``erased``: what it said is gone, its entries stay.
    """
    require_writable(session)
    row = session.find_record(record)
    rows = session.index.versions(row.id)
    names = names_in(session, "history of a record", row, [each.body for each in rows])
    versions: list[Version] = []
    before: dict[str, object] = {}
    for each in rows:
        after = before if each.body is None else plain(each.body)
        did: Did = "retracted" if each.body is None else "revised" if versions else "created"
        versions.append(
            Version(each.index, each.by, each.at, did, each.why, differences(before, after))
        )
        before = after
    return RecordHistory(row, session.record_ref(row.number), tuple(versions), tuple(names))


def differences(before: dict[str, object], after: dict[str, object]) -> tuple[Change, ...]:
    """Return the fields in which two versions differ, in the order of the newer one."""
    names = dict.fromkeys((*after, *before))
    return tuple(
        Change(name, before.get(name), after.get(name))
        for name in names
        if name != "record" and before.get(name) != after.get(name)
    )

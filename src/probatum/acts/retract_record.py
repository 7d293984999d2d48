"""Withdraw a record: it stays in the log with its reason, and no rule counts it any more."""

from __future__ import annotations

from probatum.acts.session import Session, require_writable
from probatum.acts.vocabulary_checks import require_unused
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.model.ids import COMPARTMENT_NUMBERS
from probatum.model.kinds import Retract


def retract(session: Session, record: str, why: str) -> int:
    """Retract a record by id or reference; return the position of the entry in the log.

    Revising it later, with a reason, makes it count again. Raises UseError ``unknown-id``,
    ``wrong-use`` (no reason); InputError ``erased``, ``retracted``, ``bad-record`` (terms in use).
    """
    require_writable(session)
    found = session.find_record(record)
    require_counting(found, session.record_ref(found.number))
    if not why.strip():
        raise UseError(
            "wrong-use", item="retract", expected="the reason of the retraction", found="none",
            remedy="say it with --why",
        )  # fmt: skip
    require_unused(session, found)
    entry = Retract(by=session.by, at=session.now(), why=why)
    inside = found.number > COMPARTMENT_NUMBERS
    [index] = session.record(session.draft(found.id, entry, inside=inside))
    return index


def require_counting(row: RecordRow, item: str) -> None:
    """Refuse a record that was retracted, called ``item``. Raises InputError ``retracted``."""
    if row.retracted:
        raise InputError(
            "retracted", item=item, expected="a record that counts",
            found="one that was withdrawn",
            remedy="if it counts again: revise it, with the reason",
        )  # fmt: skip

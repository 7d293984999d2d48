"""Clear an item or record for disclosure, or take that back; by default nothing is cleared."""

from __future__ import annotations

from probatum.acts.session import Session, require_writable
from probatum.errors import InputError
from probatum.model.ids import COMPARTMENT_NUMBERS
from probatum.model.kinds import Clear


def clear(session: Session, ref: str, *, cleared: bool, reason: str | None) -> int:
    """Record a clearance or its withdrawal; return its log position."""
    require_writable(session)
    entry = Clear(by=session.by, at=session.now(), cleared=cleared, reason=reason)
    if not session.is_record(ref):
        return session.record((session.live(ref).id, entry))[0]
    row = session.find_record(ref)
    if row.number > COMPARTMENT_NUMBERS:
        raise InputError(
            "not-cleared", item="a record in a compartment", expected="a record outside",
            found="one that its key alone opens",
            remedy="put what may leave into a record of its own, under a pseudonym, and clear that",
        )  # fmt: skip
    return session.record((row.id, entry))[0]

"""Clear an item for disclosure, or take that back; by default nothing is cleared."""

from __future__ import annotations

from probatum.acts.session import Session, require_writable
from probatum.model.kinds import Clear


def clear(session: Session, ref: str, *, cleared: bool, reason: str | None) -> int:
    """Record a clearance or its withdrawal; return its log position."""
    require_writable(session)
    row = session.live(ref)
    entry = Clear(by=session.by, at=session.now(), cleared=cleared, reason=reason)
    return session.record((row.id, entry))[0]

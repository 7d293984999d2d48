"""Place a legal hold on an item, or lift it."""

from __future__ import annotations

from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.model.kinds import Hold, Release


def hold(session: Session, ref: str, reason: str | None) -> int:
    """Place a hold: the item cannot be erased. Returns the log position."""
    require_writable(session)
    row = session.live(ref)
    entry = Hold(by=session.by, at=session.now(), reason=reason)
    return session.record((row.id, entry))[0]


def release(session: Session, ref: str, reason: str | None) -> int:
    """Lift a hold. Raises UseError ``wrong-use`` if there is none."""
    require_writable(session)
    row = session.live(ref)
    if not row.held:
        raise UseError("wrong-use", item=row.ref or row.id, expected="a hold", found="none",
                       remedy="nothing: no hold is on it")  # fmt: skip
    entry = Release(by=session.by, at=session.now(), reason=reason)
    return session.record((row.id, entry))[0]

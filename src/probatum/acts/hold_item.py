"""Place a legal hold on an item or record, or lift it."""

from __future__ import annotations

from collections.abc import Iterable

from probatum.acts.meant import lies_inside, meant
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.kinds import Hold, Release


def hold(session: Session, ref: str, reason: str | None) -> int:
    """Place a hold: the item or record cannot be erased. Returns the log position.

    Raises UseError ``unknown-id``; InputError ``erased``.
    """
    return _say(session, meant(session, ref), Hold(by=session.by, at=session.now(), reason=reason))


def release(session: Session, ref: str, reason: str | None) -> int:
    """Lift a hold. Raises UseError ``wrong-use`` if there is none."""
    row = meant(session, ref)
    if not held_among(session, [row.id]):
        name = session.record_ref(row.number) if isinstance(row, RecordRow) else row.ref or row.id
        raise UseError("wrong-use", item=name, expected="a hold", found="none",
                       remedy="nothing: no hold is on it")  # fmt: skip
    return _say(session, row, Release(by=session.by, at=session.now(), reason=reason))


def held_among(session: Session, ids: Iterable[str]) -> set[str]:
    """Return which of these items and records are under a legal hold."""
    wanted = set(ids)
    found = session.index.held(wanted)
    if session.inside is not None:  # a hold on what lies inside shows to nobody outside
        found |= {each for each in wanted if session.inside.held(each)}
    return found


def _say(session: Session, row: ItemRow | RecordRow, entry: Hold | Release) -> int:
    require_writable(session)
    return session.record(session.draft(row.id, entry, inside=lies_inside(row)))[0]

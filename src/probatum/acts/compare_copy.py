"""Compare a copy of something with what was taken into custody: the same bytes, or not."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.session import Session
from probatum.index.rows import ItemRow
from probatum.model.roles import Deed


@dataclass(frozen=True, slots=True)
class Compared:
    """``same`` is the item with exactly these bytes, None if there is none."""

    sha256: str
    same: ItemRow | None


def compare(session: Session, sha256: str) -> Compared:
    """Say which item has these bytes (SHA-256 in hex), if any; logged before it is answered."""
    session.require(Deed.READ)
    session.catch_up()
    object_id = session.index.same_bytes(session.dedupe_mac(sha256))
    same = None if object_id is None else session.index.item(object_id)
    if same is not None and same.erased:
        same = None
    session.saw("a copy compared", [] if same is None else [same])
    return Compared(sha256, same)

"""List the items of a case; the list is a read."""

from __future__ import annotations

from probatum.acts.session import Session, require_writable
from probatum.index.rows import ItemRow

__all__ = ["ItemRow", "list_items"]


def list_items(session: Session) -> list[ItemRow]:
    """Return all items by running number; logged before it is answered."""
    require_writable(session)
    session.catch_up()
    rows = session.index.items()
    session.saw("list", rows)
    return rows

"""Items by the page, newest or oldest first; the page is a read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probatum.acts.session import Session, require_writable
from probatum.index.item_queries import Order
from probatum.index.rows import ItemRow

__all__ = ["Order", "Page", "browse", "media_types"]


@dataclass(frozen=True, slots=True)
class Page:
    """Some items. ``alive`` counts all that were not erased; ``more`` says whether others follow.

    ``media`` has the media types of those whose text was read, by item.
    """

    rows: tuple[ItemRow, ...]
    media: Mapping[str, str]
    alive: int
    more: bool


def browse(
    session: Session, *, order: Order = "newest", after: int | None = None, limit: int = 50
) -> Page:
    """Return items behind a running number; logged before it is answered."""
    require_writable(session)
    session.catch_up()
    rows = session.index.items_page(order=order, after=after, limit=limit + 1)
    shown = rows[:limit]
    session.saw("list", shown)
    return Page(tuple(shown), media_types(session, shown), session.index.items_alive(),
                len(rows) > limit)  # fmt: skip


def media_types(session: Session, rows: Sequence[ItemRow]) -> Mapping[str, str]:
    """Return item -> media type that reading its text found; the caller has logged the read."""
    return session.index.media_of(row.id for row in rows)

"""Say how two items stand to each other: attachment, translation, reprint, the same scene."""

from __future__ import annotations

from collections.abc import Mapping

from probatum.acts.put_record import Put, put
from probatum.acts.session import Session, require_writable


def link_items(
    session: Session, item: str, relation: str, of: str, more: Mapping[str, object] | None = None
) -> Put:
    """Record that ``item`` is this of ``of``; ``more`` may have maker, citations, labels, remark.

    Raises UseError ``unknown-id``; InputError ``erased``, ``bad-record`` for a relation that is
    none, or one item named twice.
    """
    require_writable(session)
    first, second = session.live(item), session.live(of)
    return put(
        session,
        {**(more or {}), "record": "link/1", "item": first.id, "relation": relation,
         "of": second.id},
    )  # fmt: skip

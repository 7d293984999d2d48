"""What is attached to an item becomes items of the same intake, linked to their parent.

Taken once: bytes that are linked to the parent already are not taken again, so that reading a
message with a newer tool changes nothing here.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

from probatum.acts.acquire import Acquirer, Incoming
from probatum.acts.put_record import put
from probatum.acts.session import Session
from probatum.derive.text.extracted import Attachment
from probatum.index.rows import ItemRow
from probatum.model.nouns.items import Link

# A message in a message in a message ... each as large as all that is inside it.
MOST_DEPTH = 8


def take_attachments(
    session: Session, parent: ItemRow, found: Sequence[Attachment]
) -> tuple[str, ...] | None:
    """Take attachments as items; return the references of the new ones.

    None, and nothing is taken, where the parent itself was taken out of eight messages.
    """
    session.catch_up()
    linked = _attached_to(session, parent.id)
    new = []
    for number, each in enumerate(found, start=1):
        known = session.index.same_bytes(_mac(session, each))
        if known is None or (known not in linked and known != parent.id):
            new.append((number, each))
    if not new:
        return ()
    if _depth(session, parent.id) >= MOST_DEPTH:
        return None
    acquirer = Acquirer(session, parent.intake or "", lambda _: None)
    lines = [acquirer.take(_incoming(parent, number, each)) for number, each in new]
    acquirer.flush()
    for line in {line.id: line for line in lines}.values():
        put(session, Link(item=line.id, relation="attachment_of", of=parent.id))
    return tuple(dict.fromkeys(line.ref for line in lines))


def attachments_of(session: Session, item: str) -> list[ItemRow]:
    """Return the items that were attached to an item."""
    rows = [session.index.item(each) for each in sorted(_attached_to(session, item))]
    return sorted((row for row in rows if row is not None), key=lambda row: row.number or 0)


def _attached_to(session: Session, item: str) -> set[str]:
    return {link.item for link in _links(session, item) if link.of == item}


def _links(session: Session, item: str) -> list[Link]:
    found = (row.body for row in session.index.naming([item], ["link"]) if not row.retracted)
    return [each for each in found if isinstance(each, Link) and each.relation == "attachment_of"]


def _depth(session: Session, item: str) -> int:
    depth, seen = 0, {item}
    parents = {item}
    while parents and depth < MOST_DEPTH:
        parents = {
            link.of for each in parents for link in _links(session, each) if link.item == each
        } - seen
        seen |= parents
        depth += bool(parents)
    return depth


def _mac(session: Session, each: Attachment) -> bytes:
    return session.dedupe_mac(hashlib.sha256(each.data).hexdigest())


def _incoming(parent: ItemRow, number: int, each: Attachment) -> Incoming:
    # The path names the parent by reference, not by its name: that may be erased one day.
    return Incoming(
        file_name=each.file_name, source_path=f"{parent.ref}/{number}/{each.file_name}",
        size_bytes=len(each.data), modified_at=None, changed_at=None, accessed_at=None,
        open=lambda: io.BytesIO(each.data), check=lambda _stream, _read: None,
    )  # fmt: skip

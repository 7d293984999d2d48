"""What gives its contents to what is to leave: the items it quotes, the statement it comes from.

Whoever restricts an interview, or consents to one use of it, means what was said in it too,
wherever that was written down since. Every version counts, because every version leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from probatum.acts.record_walk import items_of
from probatum.acts.session import Session
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.nouns import Assertion, Link, Statement

# A reprint was published, a redacted version was made to leave: they stand for themselves.
_SAME_CONTENTS = frozenset(
    {"part_of", "attachment_of", "translation_of", "transcript_of", "working_copy_of"}
)


def drawn_on(
    session: Session, items: Sequence[ItemRow], records: Sequence[RecordRow]
) -> dict[str, set[str]]:
    """Return, for every object that is to leave, itself and all that it draws on."""
    found: dict[str, set[str]] = {}
    for chosen in [*(row.id for row in items), *(row.id for row in records)]:
        reached = {chosen}
        waiting = {chosen}
        while waiting:
            waiting = {each for one in waiting for each in _sources(session, one)} - reached
            reached |= waiting
        found[chosen] = reached
    return found


def _sources(session: Session, object_id: str) -> Iterator[str]:
    """Yield where the contents of an item or record come from, one step back."""
    for version in session.index.versions(object_id):
        yield from _of_record(version)
    for row in session.index.naming([object_id], ["link"]):
        link = row.body
        if isinstance(link, Link) and not row.retracted and link.item == object_id:
            if link.relation in _SAME_CONTENTS:
                yield link.of


def _of_record(version: RecordRow) -> Iterable[str]:
    body = version.body
    if body is None or isinstance(body, Link):
        return
    yield from items_of(version)
    if isinstance(body, Assertion):
        yield from (each for each in (body.statement, body.speaker) if each is not None)
    elif isinstance(body, Statement):
        yield body.source

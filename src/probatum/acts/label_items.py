"""Put labels on items, or take them off: in the description that each item has.

A label is one's own word to find and group by (``label:`` in a search).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from probatum.acts.put_record import Put, put
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import Description, plain

MOST_LABELS = 20


def label(
    session: Session, refs: Sequence[str], labels: Sequence[str], *, off: bool = False
) -> list[Put]:
    """Put labels on these items; ``off`` takes them away. Items that have them stay as they are.

    Raises UseError ``unknown-id``, ``wrong-use``; InputError ``erased``, ``bad-record``.
    """
    require_writable(session)
    wanted = list(dict.fromkeys(each.strip() for each in labels if each.strip()))
    if not wanted or len(wanted) > MOST_LABELS:
        raise UseError("wrong-use", item="the labels", expected=f"1 to {MOST_LABELS}",
                       found="none, or more",
                       remedy="say them with commas between them")  # fmt: skip
    rows = [session.live(ref) for ref in refs]
    done = []
    for row in rows:
        found = description_of(session, row.id)
        body = Description(item=row.id) if found is None else found.body
        assert isinstance(body, Description)
        new = _with(body.labels, wanted, off=off)
        if new == body.labels:
            continue
        revised = msgspec.structs.replace(body, labels=new)
        if found is None:
            done.append(put(session, plain(revised)))
        else:
            why = "labels taken off" if off else "labels put on"
            done.append(put(session, plain(revised), id=found.id, why=why))
    return done


def _with(had: Sequence[str], wanted: Sequence[str], *, off: bool) -> tuple[str, ...]:
    if off:
        gone = {each.casefold() for each in wanted}
        return tuple(each for each in had if each.casefold() not in gone)
    known = {each.casefold() for each in had}
    return (*had, *(each for each in wanted if each.casefold() not in known))


def description_of(session: Session, item: str) -> RecordRow | None:
    """Return the newest description of an item that counts; the caller logs the read."""
    session.catch_up()
    found = session.index.naming_some(item, ["description"], 200)
    ours = [row for row in found if isinstance(row.body, Description) and row.body.item == item]
    return ours[-1] if ours else None

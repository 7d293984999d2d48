"""What records are called in lists and references, with the names of those they speak of."""

from __future__ import annotations

from collections.abc import Iterable

from probatum.acts.record_walk import Records
from probatum.acts.session import Session
from probatum.index.record_queries import RecordRow
from probatum.model.captions import caption, named_in


def captions_of(
    session: Session, rows: Iterable[RecordRow], records: Records | None = None
) -> tuple[dict[str, str], list[RecordRow]]:
    """Return each record's caption by its id, and the records that were looked at for names.

    Whoever asks logs these as seen. Protected people have none but their reference; as the record
    stood before (``records``) not either: who is protected today was somebody before that, too.
    """
    bodies = {row.id: row.body for row in rows}
    wanted = {one for body in bodies.values() if body is not None for one in named_in(body)}
    named = list((records or session.index).some_records(wanted))
    called = {row.id: _called(session, row) for row in named}
    if records is not None:
        for row in session.index.some_records(wanted):
            if getattr(row.body, "protected", False):
                called[row.id] = _called(session, row)
    found = {one: "" if body is None else caption(body, called) for one, body in bodies.items()}
    return found, named


def _called(session: Session, row: RecordRow) -> str:
    ref = session.record_ref(row.number)
    if getattr(row.body, "protected", False):
        return f"protected {row.noun} {ref}"
    return ("" if row.body is None else caption(row.body)) or f"{row.noun} {ref}"

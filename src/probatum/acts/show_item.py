"""Show what is recorded about an item."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.session import Session, require_writable
from probatum.index.rows import ItemRow
from probatum.model.kinds import Acquire, Intake, Note


@dataclass(frozen=True, slots=True)
class Shown:
    """An item with its acquisitions, their intakes, and its notes; each with its log position."""

    row: ItemRow
    acquisitions: tuple[tuple[int, Acquire], ...]
    intakes: tuple[tuple[int, Intake], ...]
    notes: tuple[tuple[int, Note], ...]


def show(session: Session, ref: str) -> Shown:
    """Return the sealed fields about an item; logged before they are answered."""
    require_writable(session)
    row = session.live(ref)
    session.saw("fields", [row])
    acquisitions: list[tuple[int, Acquire]] = []
    notes: list[tuple[int, Note]] = []
    for about in session.index.entries_about(row.id):
        if about.log != "evidence" or about.object_id != row.id:
            continue
        _, fields = session.entry(about.index)
        if isinstance(fields, Acquire):
            acquisitions.append((about.index, fields))
        elif isinstance(fields, Note):
            notes.append((about.index, fields))
    wanted = {fields.intake for _, fields in acquisitions}
    intakes = []
    for about in session.index.all_of("intake/1"):
        if about.object_id in wanted:
            _, fields = session.entry(about.index)
            if isinstance(fields, Intake):
                intakes.append((about.index, fields))
    return Shown(row, tuple(acquisitions), tuple(intakes), tuple(notes))

"""What was given to whom, from the log, and what was asked back."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.kinds import Disclose, Recall
from probatum.model.roles import Deed


@dataclass(frozen=True, slots=True)
class Given:
    """A disclosure: its position in the log, what its entry says, and its object.

    ``recalls`` are (position, what it says), the oldest first.
    """

    index: int
    said: Disclose
    object_id: str
    recalls: tuple[tuple[int, Recall], ...]


def disclosures(session: Session, *, limit: int = 50, before: int | None = None) -> list[Given]:
    """Return disclosures, the newest first; ``before`` is a position in the log."""
    session.require(Deed.DISCLOSE)
    session.catch_up()
    newest = session.index.newest_of(Disclose.kind, limit, before)
    found = [given for row in newest if (given := _given(session, row.index)) is not None]
    session.saw("disclosures", [])
    return found


def disclosure(session: Session, index: int) -> Given:
    """Return the disclosure at a position of the log. Raises UseError ``unknown-id``."""
    session.require(Deed.DISCLOSE)
    session.catch_up()
    found = _given(session, index) if 0 <= index < session.case.evidence.size else None
    if found is None:
        raise UseError("unknown-id", item="the disclosure", expected="the entry of a package",
                       found="none at that place",
                       remedy="list them: probatum disclosures")  # fmt: skip
    session.saw("disclosures", [])
    return found


def _given(session: Session, index: int) -> Given | None:
    opened, fields = session.entry(index)
    if not isinstance(fields, Disclose):
        return None
    recalls = []
    for row in session.index.entries_about(opened.leaf.id):
        if row.kind == Recall.kind:
            _, said = session.entry(row.index)
            if isinstance(said, Recall):
                recalls.append((row.index, said))
    return Given(index, fields, opened.leaf.id, tuple(recalls))

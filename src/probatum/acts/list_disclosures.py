"""What was given to whom, from the log."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.session import Session
from probatum.model.kinds import Disclose
from probatum.model.roles import Deed


@dataclass(frozen=True, slots=True)
class Given:
    """A disclosure: its position in the log, and what its entry says."""

    index: int
    said: Disclose


def disclosures(session: Session, *, limit: int = 50, before: int | None = None) -> list[Given]:
    """Return disclosures, the newest first; ``before`` is a position in the log."""
    session.require(Deed.DISCLOSE)
    session.catch_up()
    found = []
    for row in session.index.newest_of(Disclose.kind, limit, before):
        _, fields = session.entry(row.index)
        if isinstance(fields, Disclose):
            found.append(Given(row.index, fields))
    session.saw("disclosures", [])
    return found

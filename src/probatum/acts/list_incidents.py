"""Incidents by the page, with how much is claimed of each and how much is denied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probatum.acts.browse_records import PAGE, browse_records
from probatum.acts.session import Session
from probatum.acts.show_record import Listed
from probatum.model.nouns.incidents import Incident

_FOR = ("asserts", "reports", "acknowledges", "claims_responsibility", "estimates", "corrects")
_AGAINST = ("denies", "disputes")


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident. ``stances`` counts assertions about its propositions by their stance."""

    listed: Listed
    title: str
    kind: str | None
    stances: Mapping[str, int]

    @property
    def claimed(self) -> int:
        """How many assertions say that something of it is so."""
        return sum(self.stances.get(each, 0) for each in _FOR)

    @property
    def denied(self) -> int:
        """How many deny or dispute something of it."""
        return sum(self.stances.get(each, 0) for each in _AGAINST)

    @property
    def others(self) -> int:
        """How many say neither."""
        return sum(self.stances.values()) - self.claimed - self.denied


@dataclass(frozen=True, slots=True)
class Incidents:
    """One page; ``next`` is the cursor of the next one, empty for the last."""

    lines: tuple[IncidentLine, ...]
    next: str


def list_incidents(
    session: Session, *, cursor: str = "", words: str = "", limit: int = PAGE
) -> Incidents:
    """Return a page of incidents, newest first; logged before it is answered."""
    page = browse_records(
        session, "incidents", ["incident"], cursor=cursor, words=words, limit=limit
    )
    lines = [
        IncidentLine(
            each, each.row.body.title, each.row.body.kind,
            session.index.stances_about(each.row.id),
        )
        for each in page.listed
        if isinstance(each.row.body, Incident)
    ]  # fmt: skip
    return Incidents(tuple(lines), page.next)

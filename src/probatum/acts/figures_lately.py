"""Of which incident figures came in lately, for a chart on the first page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from probatum.acts.browse_records import page_of
from probatum.acts.session import Session
from probatum.model.nouns.figures import Figure
from probatum.model.nouns.incidents import Incident
from probatum.model.roles import Deed

LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Lately:
    """An incident of which several of the newest figures say their number and their day."""

    ref: str
    title: str


def figures_lately(session: Session) -> Lately | None:
    """Return the incident with most of the newest dated figures, None if no two are of one.

    Logged as a read of the incident; the figures themselves are read by whoever draws them.
    """
    session.require(Deed.READ)
    session.catch_up()
    rows, _ = page_of(session, ["figure"], cursor="", words="", limit=LOOKED_AT)
    counted = Counter(
        body.incident for row in rows
        if isinstance(body := row.body, Figure) and body.incident and body.as_of is not None
        and (body.low is not None or body.high is not None)
    )  # fmt: skip
    for incident, count in counted.most_common(1):
        for row in session.index.some_records([incident]):
            if count > 1 and isinstance(row.body, Incident):
                session.saw_records("newest figures", [row])
                return Lately(session.record_ref(row.number), row.body.title)
    return None

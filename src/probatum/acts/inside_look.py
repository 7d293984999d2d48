"""Look at the compartment that one is in: its people, and what lies in it, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.browse_records import page_of
from probatum.acts.captions_of import captions_of
from probatum.acts.compartment import Members, members
from probatum.acts.session import Session
from probatum.index.record_queries import RecordRow
from probatum.model.ids import COMPARTMENT_NUMBERS
from probatum.model.nouns import NOUNS

MOST = 200


@dataclass(frozen=True, slots=True)
class Lying:
    """A record inside. Members see the names of who is protected."""

    row: RecordRow
    ref: str
    caption: str


@dataclass(frozen=True, slots=True)
class InsideLook:
    """A compartment as its members see it; ``more`` says that there are older records."""

    members: Members
    lying: tuple[Lying, ...]
    more: bool


def look_inside(session: Session) -> InsideLook:
    """Return what members see; logged inside. Raises UseError ``wrong-use`` outside of one."""
    people = members(session)
    nouns = [each for each in NOUNS if each != "compartment"]
    # Records inside are numbered beyond all others: they are the newest.
    rows, _ = page_of(session, nouns, cursor="", words="", limit=MOST + 1)
    mine = [row for row in rows if row.number > COMPARTMENT_NUMBERS]
    captions, others = captions_of(session, mine[:MOST])
    if mine:
        session.saw_records("list of records", [*mine[:MOST], *others])
    lying = tuple(
        Lying(row, session.record_ref(row.number), captions[row.id]) for row in mine[:MOST]
    )
    return InsideLook(people, lying, len(mine) > MOST)

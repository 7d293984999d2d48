"""A review as one person finds it: the sheet, who decided what, who read to the end, second looks.

Several people may review one text. Before somebody decides, ``require_as_seen`` compares what they
saw with what is there: whoever comes second sees the first one's decision, and decides then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from probatum.acts import decide_suggestion as deciding
from probatum.acts.captions_of import captions_of
from probatum.acts.read_item import decisions_on
from probatum.acts.review_item import Sheet, Step, close, sheet
from probatum.acts.second_look import looks_at
from probatum.acts.session import Session
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import Decision, Review


@dataclass(frozen=True, slots=True)
class Made:
    """A record that a step became, or that it was said to mean."""

    row: RecordRow
    ref: str
    caption: str


@dataclass(frozen=True, slots=True)
class Ended:
    """That somebody read the text to its end."""

    row: RecordRow
    ref: str
    review: Review


@dataclass(frozen=True, slots=True)
class Look:
    """A sheet with the people in it.

    ``decisions`` are rows by suggestion, ``made`` records by id, ``looks`` the assessments of a
    decision by its id, ``ended`` the reviews of this reading, oldest first.
    """

    sheet: Sheet
    decisions: Mapping[str, RecordRow]
    made: Mapping[str, Made]
    looks: Mapping[str, list[RecordRow]]
    ended: tuple[Ended, ...]

    def decision(self, step: Step) -> RecordRow | None:
        """Return the decision about what a step shows."""
        return self.decisions.get(step.head.id)

    def token(self, step: Step) -> str:
        """Return what stands for the decisions about a step: it changes with each of them."""
        known = sorted(self.decisions[row.id].id for row in step.rows if row.id in self.decisions)
        return hashlib.sha256(" ".join(known).encode()).hexdigest()[:16] if known else "open"

    def made_of(self, step: Step) -> tuple[Made, ...]:
        """Return the records that a step became."""
        return tuple(self.made[each] for each in step.made if each in self.made)

    @property
    def decided(self) -> int:
        """How many steps somebody decided about."""
        return sum(step.state != "open" for step in self.sheet.steps)


def look(session: Session, ref: str) -> Look:
    """Return a review as it stands. Logged reads. Raises as ``review_item.sheet``."""
    return _with_people(session, sheet(session, ref))


def after(session: Session, shown: Look, done: Iterable[deciding.Decided]) -> Look:
    """Return it as it stands after decisions of this turn."""
    return _with_people(session, shown.sheet.after(done))


def without(session: Session, shown: Look) -> Look:
    """Return it as it stands after decisions were taken back in this turn."""
    session.catch_up()
    rows = [row.id for step in shown.sheet.steps for row in step.rows]
    bodies = {
        suggestion: row.body for suggestion, row in decisions_on(session, rows).items()
        if isinstance(row.body, Decision)
    }  # fmt: skip
    return _with_people(session, replace(shown.sheet, decisions=bodies).standing())


def end(session: Session, shown: Look, added: int) -> Ended:
    """Record that this person read the text to its end; saying it twice records it once."""
    mine = [each for each in shown.ended if each.row.by == session.by]
    newest = max((row.index for row in shown.decisions.values()), default=-1)
    if mine and mine[-1].row.index > newest and mine[-1].review.added == added:
        return mine[-1]
    put = close(session, shown.sheet, added)
    session.catch_up()
    row = session.find_record(put.id)
    assert isinstance(row.body, Review)
    return Ended(row, put.ref, row.body)


def _with_people(session: Session, shown: Sheet) -> Look:
    session.catch_up()
    rows = [row.id for step in shown.steps for row in step.rows]
    decisions = decisions_on(session, rows)
    ids = {one for step in shown.steps for one in step.made}
    records = session.index.some_records(ids)
    captions, named = captions_of(session, records)
    looks = looks_at(session, [row.id for row in decisions.values()])
    ended = [
        Ended(row, session.record_ref(row.number), row.body)
        for row in session.index.naming([shown.row.id], ["review"])
        if isinstance(row.body, Review) and not row.retracted
        and row.body.group == shown.reading.group
    ]  # fmt: skip
    seen = {row.id: row for row in (*records, *named, *decisions.values())}
    if seen:
        session.saw_records("review", list(seen.values()), [])
    made = {row.id: Made(row, session.record_ref(row.number), captions[row.id]) for row in records}
    return Look(shown, decisions, made, looks, tuple(ended))

"""An incident on one page: each proposition with who is for and against, and all that surrounds it.

What is asked at once is gathered once and logged as one read: contradictions, how each is known,
figures, places, dates, people, what nobody looked for, what nobody knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from probatum.acts.claimed_figures import FigureLine, figure_lines
from probatum.acts.contradictions import Shown, answered, shown
from probatum.acts.incident_surroundings import Named, PlaceOfIncident, named_in, places_of
from probatum.acts.incident_view import others_of
from probatum.acts.record_board import Gathered, gather
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.propositions import Proposition
from probatum.model.record import Record
from probatum.record.board import Known
from probatum.record.contradictions import Answer, answer, touching
from probatum.record.incidents import Told, View, view
from probatum.record.resolution import RULES, Rule
from probatum.record.sentences import ALLEGED, Said, Sentences
from probatum.record.timeline import Dated, timeline
from probatum.record.weighing import bearing

__all__ = [
    "RULES", "Asserted", "Column", "Dated", "FigureLine", "IncidentLooked", "Named",
    "PlaceOfIncident", "PropositionLooked", "QuestionLooked", "Rule", "Said", "Shown",
    "look_at_incident",
]  # fmt: skip

Column: TypeAlias = Literal["for", "against", "other", "withdrawn"]
_COLUMNS: dict[str, Column] = {"supports": "for", "opposes": "against"}


@dataclass(frozen=True, slots=True)
class Asserted:
    """One assertion: ``column`` says on which side, ``relay`` whether it is about another one.

    ``cited`` are references of items with the words for the place in each.
    """

    said: Said
    stance: str
    denies: str | None
    basis: str | None
    column: Column
    relay: bool
    speaker_ref: str | None
    language: str | None
    cited: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True, slots=True)
class PropositionLooked:
    """A proposition with everybody who takes a stance.

    ``searched`` says in words who looked for contradictions, None if nobody did.
    """

    told: Told
    noun: str
    alleged: bool
    asserted: tuple[Asserted, ...]
    searched: str | None

    def of(self, column: Column) -> tuple[Asserted, ...]:
        """Return what stands in a column."""
        return tuple(each for each in self.asserted if each.column == column)


@dataclass(frozen=True, slots=True)
class QuestionLooked:
    """One question of the page: what the rule shows first and why, then everything told."""

    title: str
    value: str | None
    why: str
    propositions: tuple[PropositionLooked, ...]


@dataclass(frozen=True, slots=True)
class IncidentLooked:
    """Everything on an incident's page. ``index`` is the log position of this version of it."""

    incident: Known[Incident]
    as_of: str | None
    view: View
    answer: Answer
    contradictions: tuple[Shown, ...]
    questions: tuple[QuestionLooked, ...]
    others: tuple[tuple[str, str, str], ...]
    figures: tuple[FigureLine, ...]
    places: tuple[PlaceOfIncident, ...]
    dated: tuple[Dated, ...]
    named: tuple[Named, ...]
    bases: Mapping[str, int]
    assertions: int
    speakers: int
    items: int
    uncited: int
    unread: int


def look_at_incident(
    session: Session, record: str, *,
    rule: Rule | None = None, as_of: str | None = None, purpose: str | None = None,
) -> IncidentLooked:  # fmt: skip
    """Return an incident's page by a rule of resolution; logged before it is answered.

    Raises UseError ``wrong-use`` for another noun, and what ``gather`` raises.
    """
    gathered, incident = gather_incident(session, "incident", record, as_of, purpose)
    weighed, board = gathered.weighed, gathered.board
    found = answered(gathered)
    looking = _Looking(gathered, incident, found)
    page = view(weighed, gathered.reprints, incident, found.found, rule, looking.sentences)
    questions = tuple(
        QuestionLooked(each.title, each.value, each.why, tuple(map(looking.proposition, each.told)))
        for each in page.questions
    )
    mine = [each.told.proposition for one in questions for each in one.propositions]
    claims = {each.said.id: each for one in questions for two in one.propositions
              for each in two.asserted}  # fmt: skip
    bases: dict[str, int] = {}
    for each in claims.values():
        bases[each.basis or ""] = bases.get(each.basis or "", 0) + 1
    return IncidentLooked(
        incident, gathered.as_of, page, found, shown(looking.sentences, found.found), questions,
        tuple(others_of(board, incident)),
        figure_lines(weighed, looking.sentences, mine), places_of(weighed, looking.sentences, mine),
        timeline(weighed, sentences=looking.sentences), named_in(gathered, mine),
        bases, len(claims), len({each.said.speaker for each in claims.values()}),
        len({ref for each in claims.values() for ref, _ in each.cited if ref}),
        sum(not each.cited for each in claims.values()), gathered.unread,
    )  # fmt: skip


def gather_incident(
    session: Session, what: str, record: str, as_of: str | None, purpose: str | None = None
) -> tuple[Gathered, Known[Incident]]:
    """Return what bears on an incident. Raises UseError ``wrong-use`` for another noun."""
    gathered = gather(session, what, record, as_of=as_of, with_texts=True, purpose=purpose)
    asked: Known[Record] | None = gathered.subject
    incident = gathered.board.get(asked.id, Incident) if asked is not None else None
    if asked is None or incident is None:
        raise UseError(
            "wrong-use", item=asked.ref if asked else "the record", expected="an incident",
            found=asked.noun if asked else "nothing", remedy="look for it among the incidents",
        )  # fmt: skip
    return gathered, incident


class _Looking:
    def __init__(self, gathered: Gathered, incident: Known[Incident], found: Answer) -> None:
        self._weighed, self._board = gathered.weighed, gathered.board
        self._found = found
        self._incident = incident
        self.sentences = Sentences(gathered.weighed)

    def proposition(self, told: Told) -> PropositionLooked:
        known = told.proposition
        about = {claim.id for claim in self._board.about(known.id)}
        return PropositionLooked(
            told, known.noun, isinstance(known.record, ALLEGED),
            tuple(self._asserted(said, relay=said.id not in about) for said in told.said),
            self._searched(known),
        )  # fmt: skip

    def _asserted(self, said: Said, *, relay: bool) -> Asserted:
        claim = self._board.get(said.id, Assertion)
        if claim is None:
            raise AssertionError("the view speaks of an assertion that is not on its board")
        record = claim.record
        column: Column = "other"
        if said.withdrawn is not None:
            column = "withdrawn"
        elif not relay:
            column = _COLUMNS.get(bearing(record.stance), "other")
        speaker = self._weighed.speaker(claim)
        source = None if speaker is None else self._board.find(speaker)
        return Asserted(
            said, record.stance, record.denies, record.basis, column, relay,
            None if source is None else source.ref, record.language,
            tuple(
                (self._board.item_ref(each.item), words)
                for each, words in zip(record.citations, said.citations, strict=True)
            ),
        )  # fmt: skip

    def _searched(self, known: Known[Proposition]) -> str | None:
        ids = {known.id, *(claim.id for claim in self._board.about(known.id))}
        own = answer(self._board, ids, touching(self._found.found, ids))
        if own.searches or not self._found.searches:
            return own.words if own.searches else None
        return answer(self._board, {self._incident.id}, ()).words

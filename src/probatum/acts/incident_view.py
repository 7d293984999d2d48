"""An incident's page: what is said of it, by whom, what contradicts, what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probatum.acts.contradictions import Shown, answered, shown
from probatum.acts.record_board import gather
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.nouns.incidents import Incident, IncidentLink
from probatum.model.nouns.people import SameAs
from probatum.record.board import Board, Known
from probatum.record.contradictions import Answer
from probatum.record.incidents import View, view
from probatum.record.resolution import RULES, Rule
from probatum.record.sentences import Sentences

_PASSIVE = {
    "precedes": "follows", "encompasses": "is a part of", "causes": "is caused by",
    "during": "has during it",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """A view with the contradictions that its numbers mean.

    ``others`` are incidents linked with this one: reference, how, title.
    """

    view: View
    as_of: str | None
    answer: Answer
    contradictions: tuple[Shown, ...]
    others: tuple[tuple[str, str, str], ...]
    records: int
    unread: int


def incident_page(
    session: Session, record: str, *,
    rule: Rule | None = None, as_of: str | None = None, purpose: str | None = None,
) -> IncidentPage:  # fmt: skip
    """Return an incident's page by a rule of resolution; logged before it is answered.

    Raises UseError ``wrong-use`` for another noun, and what ``gather`` raises.
    """
    gathered = gather(session, "incident", record, as_of=as_of, with_texts=True, purpose=purpose)
    asked = gathered.subject
    incident = gathered.board.get(asked.id, Incident) if asked is not None else None
    if asked is None or incident is None:
        raise UseError(
            "wrong-use", item=asked.ref if asked else "the record", expected="an incident",
            found=asked.noun if asked else "nothing",
            remedy="list them: probatum record list incident",
        )  # fmt: skip
    found = answered(gathered)
    page = view(gathered.weighed, gathered.reprints, incident, found.found, rule)
    sentences = Sentences(gathered.weighed)
    return IncidentPage(
        page, gathered.as_of, found, shown(sentences, found.found),
        tuple(others_of(gathered.board, incident)), len(gathered.board), gathered.unread,
    )  # fmt: skip


def rule_called(name: str) -> Rule:
    """Return the rule of that name. Raises UseError ``wrong-use``."""
    for rule in RULES:
        if name == rule:
            return rule
    raise UseError(
        "wrong-use", item="the rule", expected=" or ".join(RULES), found="another word"
    )  # fmt: skip


def others_of(board: Board, incident: Known[Incident]) -> Iterator[tuple[str, str, str]]:
    """Yield the incidents linked with this one: reference, how, title."""
    for link in board.of(IncidentLink):
        first, second = link.record.between
        other = board.get(second if first == incident.id else first, Incident)
        if incident.id in (first, second) and other is not None:
            words = link.record.relation if first == incident.id else _PASSIVE[link.record.relation]
            yield other.ref, words, other.record.title
    for judged in board.of(SameAs):
        if incident.id in judged.record.between:
            [one] = set(judged.record.between) - {incident.id}
            other = board.get(one, Incident)
            if other is not None:
                yield other.ref, f"the same as ({judged.record.answer})", other.record.title

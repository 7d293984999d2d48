"""What contradicts an incident, a proposition, an assertion, or anything in the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probatum.acts.record_board import Gathered, gather
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.captions import labelled
from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.judgements import Assessment
from probatum.model.nouns.propositions import Proposition
from probatum.model.record import Record
from probatum.model.tongue import say
from probatum.record.board import Known
from probatum.record.clashes import Contradiction, Side
from probatum.record.contradictions import Answer, answer, contradictions, touching
from probatum.record.sentences import Said, Sentences

_ASKED = (Incident, Proposition, Assertion, Assessment)


@dataclass(frozen=True, slots=True)
class SideShown:
    """One side in words: what is said (reference, log position, words), and who says it."""

    propositions: tuple[tuple[Known[Record], str], ...]
    said: tuple[Said, ...]
    judgements: tuple[tuple[Known[Record], str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A contradiction with its number and both sides in words."""

    number: int
    contradiction: Contradiction
    one: SideShown
    other: SideShown


@dataclass(frozen=True, slots=True)
class Contradicting:
    """The answer to *what contradicts this?*; ``subject`` None is the whole case."""

    subject: Known[Record] | None
    as_of: str | None
    answer: Answer
    shown: tuple[Shown, ...]


def contradicting(
    session: Session, record: str | None = None, *,
    as_of: str | None = None, purpose: str | None = None,
) -> Contradicting:  # fmt: skip
    """Return what contradicts a record, or all contradictions; logged before it is answered.

    Raises UseError ``wrong-use`` for another noun, and what ``gather`` raises.
    """
    gathered = gather(session, "contradictions", record, as_of=as_of, purpose=purpose)
    asked = gathered.subject
    if asked is not None and not isinstance(asked.record, _ASKED):
        # "None recorded" of a source or place would say that nobody contradicts it.
        raise UseError(
            "wrong-use", item=asked.ref, expected="an incident, a proposition or an assertion",
            found=asked.noun, remedy="all of the case: probatum contradictions",
        )  # fmt: skip
    found = answered(gathered)
    return Contradicting(
        gathered.subject, gathered.as_of, found, shown(Sentences(gathered.weighed), found.found)
    )


def answered(gathered: Gathered) -> Answer:
    """Return the contradictions of what was gathered, limited to its subject."""
    weighed, subject = gathered.weighed, gathered.subject
    found = contradictions(weighed, gathered.reprints)
    if subject is None:
        return answer(gathered.board, (), found)
    ids = set(_of_subject(gathered, subject))
    return answer(gathered.board, ids, touching(found, ids))


def _of_subject(gathered: Gathered, subject: Known[Record]) -> Iterator[str]:
    """Yield the ids that a question about a record is about."""
    weighed = gathered.weighed
    yield subject.id
    if isinstance(subject.record, Incident):
        for known in gathered.board.of(Proposition):
            act = gathered.board.get(getattr(known.record, "act", None), Proposition)
            named = (known.record.incident, act.record.incident if act else None)
            if any(each is not None and weighed.same.same(each, subject.id) for each in named):
                yield known.id
                yield from (claim.id for claim in gathered.board.about(known.id))
    elif isinstance(subject.record, Proposition):
        yield from (claim.id for claim in gathered.board.about(subject.id))
        yield from (claim.id for claim in weighed.relays(subject.id))
    elif isinstance(subject.record, Assertion):
        claim = gathered.board.get(subject.id, Assertion)
        about = None if claim is None else weighed.subject(claim)
        if about is not None and claim is not None and claim in weighed.supporters(about.id):
            yield about.id


def shown(sentences: Sentences, found: tuple[Contradiction, ...]) -> tuple[Shown, ...]:
    """Return contradictions with both sides in words, numbered from 1."""
    return tuple(
        Shown(number, each, _side(sentences, each.one), _side(sentences, each.other))
        for number, each in enumerate(found, 1)
    )


def _side(sentences: Sentences, side: Side) -> SideShown:
    return SideShown(
        tuple((known, sentences.proposition(known)) for known in side.propositions),
        tuple(sentences.said(claim) for claim in side.claims),
        tuple(
            (known, say("{what} judged by {who}: {value} ({reasons})",
                        what=labelled("dimension", known.record.dimension), who=known.by,
                        value=known.record.value, reasons=known.record.reasons))
            for known in side.judgements
        ),
    )  # fmt: skip

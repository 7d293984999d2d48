"""How many distinct origins support a proposition, and why they are distinct."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.record_board import gather
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.propositions import Proposition
from probatum.record.board import Known
from probatum.record.corroboration import Corroboration, corroboration, in_words
from probatum.record.sentences import Said, Sentences


@dataclass(frozen=True, slots=True)
class OriginShown:
    """One origin in words; ``may_be`` are numbers of origins that may be this one, and why."""

    number: int
    hand: str
    said: tuple[Said, ...]
    why: tuple[str, ...]
    may_be: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Supported:
    """A proposition's support in words. ``asked`` is the record that was asked about.

    ``beside`` are propositions that hang on this one, each with the answer for itself.
    """

    asked: str
    proposition: Known[Proposition]
    words: str
    as_of: str | None
    result: Corroboration
    origins: tuple[OriginShown, ...]
    against: tuple[Said, ...]
    neither: tuple[Said, ...]
    relays: tuple[Said, ...]
    withdrawn: tuple[Said, ...]
    beside: tuple[tuple[Known[Proposition], str, str], ...]
    unread: int


def supported(
    session: Session, record: str, *, as_of: str | None = None, purpose: str | None = None
) -> Supported:
    """Return the support of a proposition, or of what an assertion is about; logged first.

    Raises UseError ``wrong-use`` for another noun, and what ``gather`` raises.
    """
    gathered = gather(
        session, "corroboration", record, as_of=as_of, with_texts=True, purpose=purpose
    )
    weighed, board = gathered.weighed, gathered.board
    asked = gathered.subject
    proposition = board.get(asked.id, Proposition) if asked else None
    claim = board.get(asked.id, Assertion) if asked else None
    if claim is not None:
        proposition = weighed.subject(claim)
    if asked is None or proposition is None:
        raise UseError(
            "wrong-use", item=asked.ref if asked else "the record",
            expected="a proposition, or an assertion about one",
            found=asked.noun if asked else "nothing",
            remedy="an incident's propositions: probatum incident ID",
        )  # fmt: skip
    result = corroboration(weighed, gathered.reprints, proposition)
    sentences = Sentences(weighed)
    return Supported(
        asked.ref, proposition, sentences.proposition(proposition), gathered.as_of, result,
        tuple(
            OriginShown(
                number, sentences.naming.name(group.hand), tuple(map(sentences.said, group.claims)),
                group.why, group.may_be,
            )
            for number, group in enumerate(result.origins.groups, 1)
        ),
        tuple(map(sentences.said, result.against)), tuple(map(sentences.said, result.neither)),
        tuple(map(sentences.said, result.relays)),
        tuple(sentences.said(gone.what) for gone in result.withdrawn),
        tuple(
            (known, sentences.proposition(known), in_words(found))
            for known, found in result.beside
        ),
        gathered.unread,
    )  # fmt: skip

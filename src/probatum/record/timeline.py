"""What is dated, in order, with four kinds of time kept apart.

*event*: when something is said to have happened. *said*: when it was said or published.
*collected*: when material was made or got. *recorded*: when it was put into this record. None is
ever filled from another one. What has no date stands at the end, with the reason if there is one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from probatum.model.edtf import Edtf, parse
from probatum.model.nouns.figures import Figure
from probatum.model.nouns.items import Description, Exhibit
from probatum.model.nouns.propositions import Proposition
from probatum.model.nouns.statements import Statement
from probatum.model.record import Record
from probatum.model.tongue import later, say
from probatum.model.values import When
from probatum.record.board import Known
from probatum.record.sentences import Sentences, whose
from probatum.record.weighing import Weighed

KindOfTime: TypeAlias = Literal["event", "said", "collected", "recorded"]
KINDS: tuple[KindOfTime, ...] = get_args(KindOfTime)


@dataclass(frozen=True, slots=True)
class Dated:
    """One line: what kind of time, the time in words, its bounds (ISO days, None: open, unknown).

    ``stands`` is False for what was withdrawn, and for what nobody is recorded as saying.
    """

    kind: KindOfTime
    when: str
    earliest: str | None
    latest: str | None
    what: str
    id: str
    ref: str
    index: int
    stands: bool = True


def timeline(
    weighed: Weighed, subjects: Collection[str] = (), kinds: Collection[KindOfTime] = KINDS,
    sentences: Sentences | None = None,
) -> tuple[Dated, ...]:  # fmt: skip
    """Return what is dated, undated lines last. ``subjects`` limits it to these records.

    ``sentences``: those that a caller has of these records already.
    """
    lines = [
        each
        for each in _lines(weighed, sentences or Sentences(weighed), subjects)
        if each.kind in kinds
    ]
    return tuple(sorted(lines, key=_order))


def _order(each: Dated) -> tuple[object, ...]:
    known = each.earliest or each.latest
    return (known is None, known or "", each.latest or "", KINDS.index(each.kind), each.index,
            each.id, each.what)  # fmt: skip


def _lines(weighed: Weighed, sentences: Sentences, subjects: Collection[str]) -> Iterator[Dated]:
    """Yield the lines of these records (all, if there are none); of others no words are made."""
    board, naming = weighed.board, sentences.naming

    def wanted(known: Known[Record]) -> bool:
        return not subjects or known.id in subjects

    for known in board.of(Proposition):
        claims = list(filter(wanted, (*board.about(known.id), *weighed.relays(known.id))))
        if not claims and not wanted(known):
            continue
        words = sentences.proposition(known)
        if wanted(known):
            yield from _of_proposition(weighed, known, words, sentences)
        for claim in claims:
            said = sentences.said(claim)
            words_of_claim = say(
                "{who_says}; {basis}: {what}", who_says=whose(said), basis=said.basis, what=words
            )
            stands = claim.id not in weighed.withdrawn
            said_at = claim.record.said_at or When(unknown="not-stated")
            yield _dated("said", said_at, words_of_claim, claim, sentences, stands=stands)
            yield _recorded(claim, words_of_claim)
    for statement in filter(wanted, board.of(Statement)):
        who = naming.name(statement.record.source)
        taken = say("statement of {who} taken", who=who)
        yield _dated("said", statement.record.taken, taken, statement, sentences)
    for described in filter(wanted, board.of(Description)):
        yield from _of_description(weighed, described, sentences)
    for exhibit in filter(wanted, board.of(Exhibit)):
        if exhibit.record.found is not None:
            what = say("exhibit {number} found", number=exhibit.record.number)
            yield _dated("collected", exhibit.record.found, what, exhibit, sentences)


def _of_proposition(
    weighed: Weighed, known: Known[Proposition], words: str, sentences: Sentences
) -> Iterator[Dated]:
    record, stands = known.record, bool(weighed.supporters(known.id))
    when = record.period if isinstance(record, Figure) else getattr(record, "when", None)
    if when is not None:
        yield _dated("event", when, words, known, sentences, stands=stands)
    if isinstance(record, Figure) and record.as_of is not None and record.as_of.edtf:
        as_of = say("(as of) {words}", words=words)
        yield _dated("event", record.as_of, as_of, known, sentences, stands=stands)
    yield _recorded(known, words)


def _of_description(
    weighed: Weighed, described: Known[Description], sentences: Sentences
) -> Iterator[Dated]:
    record = described.record
    item = weighed.board.item_ref(record.item) or say("an item that is not here")
    title = f" ({record.title})" if record.title else ""
    moments: tuple[tuple[KindOfTime, When | None, str], ...] = (
        ("said", record.published, later("{item} published")),
        ("collected", record.created, later("{item} made")),
        ("collected", record.collected, later("{item} collected")),
    )
    for kind, when, word in moments:
        if when is not None:
            yield _dated(kind, when, say(word, item=item + title), described, sentences)


def _dated(
    kind: KindOfTime, when: When, what: str, known: Known[Record], sentences: Sentences,
    *, stands: bool = True,
) -> Dated:  # fmt: skip
    bounds = when.bounds
    return Dated(
        kind, sentences.naming.when(when), _day(bounds, first=True), _day(bounds, first=False),
        what, known.id, known.ref, known.index, stands,
    )  # fmt: skip


def _recorded(known: Known[Record], what: str) -> Dated:
    day = parse(known.recorded_at[:10])
    at = known.recorded_at[:19].replace("T", " ") + " UTC"
    return Dated("recorded", at, _day(day, first=True), _day(day, first=False), what, known.id,
                 known.ref, known.index)  # fmt: skip


def _day(bounds: Edtf | None, *, first: bool) -> str | None:
    if bounds is None:
        return None
    day = bounds.earliest if first else bounds.latest
    return None if day is None else day.isoformat()

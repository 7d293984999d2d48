"""A case file about one incident: what it says, as values without any layout.

Every statement carries who said it, through whom, where it can be read, its short reference and its
position in the log. What contradicts it stands beside it. What is not known is a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One assertion, all in words for a reader; ``index`` is its log position.

    ``via`` is the relay chain; ``notes`` how it is known, hedges, who recorded it; ``cites`` where
    it can be read.
    """

    ref: str
    index: int
    speaker: str
    stance: str
    said_at: str
    via: tuple[str, ...]
    notes: tuple[str, ...]
    quote: str | None
    translation: str | None
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition with everything that is said about it; never shown as a fact.

    ``first`` says that the rule shows it first; ``contradictions`` are numbers in the file's list.
    """

    ref: str
    index: int
    words: str
    first: bool
    origins: str
    said: tuple[Said, ...]
    contradictions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an incident, what the rule shows first and why, and all that is claimed."""

    title: str
    value: str | None
    why: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Contradicted:
    """Two sides that cannot both be so, or may not, and why; each side is lines of words."""

    number: int
    certain: bool
    why: str
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A line of the timeline. ``time`` is as precise as its source, ``sort`` says which time."""

    time: str
    sort: str
    what: str
    ref: str
    index: int
    stands: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list at the end: a reference and what it stands for."""

    ref: str
    index: int
    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The whole file. ``as_known_on`` is None for the present; times are RFC 3339 in UTC.

    ``protected`` counts persons who stand in it under another name; ``recipient`` is who knows them
    by these names, None for nobody in particular. ``left_out`` counts records and items that a
    restriction or consent keeps from them.
    """

    case_name: str
    title: str
    ref: str
    index: int
    made_by: str
    made_at: str
    as_known_on: str | None
    recipient: str | None
    log_size: int
    log_root: str
    fingerprint: str
    rule: str
    questions: tuple[Question, ...]
    contradictions: tuple[Contradicted, ...]
    contradictions_answer: str
    timeline: tuple[Dated, ...]
    not_known: tuple[str, ...]
    others: tuple[Listed, ...]
    searches: tuple[Listed, ...]
    sources: tuple[Listed, ...]
    items: tuple[Listed, ...]
    protected: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the file and where it stands, as people find it again: mostly by its reference.

    ``repeats`` are the places whose words it says again, None for words of its own.
    """

    where: str
    text: str
    repeats: tuple[str, ...] | None = None


def passages(file: CaseFile) -> Iterator[Passage]:
    """Yield every text that people wrote or are named in, those that say it first first."""
    yield Passage("the name of the case", file.case_name)
    yield Passage(f"the title of {file.ref}", file.title)
    yield Passage("the person who makes the file", file.made_by)
    if file.recipient is not None:
        yield Passage("the recipient", file.recipient)
    for question in file.questions:
        for claim in question.claims:
            yield Passage(f"claim {claim.ref}", claim.words)
            yield Passage(f"claim {claim.ref}", claim.origins)
            for one in claim.said:
                yield from _of_said(one)
        claims = tuple(f"claim {claim.ref}" for claim in question.claims)
        for text in (question.value or "", question.why):
            yield Passage(f"what is shown first: {question.title}", text, claims)
    for name, rows in (("incident", file.others), ("search", file.searches),
                       ("source", file.sources), ("item", file.items)):  # fmt: skip
        for row in rows:
            yield Passage(f"{name} {row.ref}", row.what)
            yield Passage(f"{name} {row.ref}", row.detail)
    for text in file.not_known:
        yield Passage("what is not known", text)
    yield Passage("who looked for contradictions", file.contradictions_answer)
    for each in file.contradictions:
        refs = [line.rpartition("(")[2].rstrip(")") for line in (*each.one, *each.other)]
        for text in (each.why, *each.one, *each.other):
            yield Passage(f"contradiction {each.number}", text, _said_of(refs))
    for dated in file.timeline:
        for text in (dated.time, dated.what):
            yield Passage(f"the timeline, {dated.ref}", text, _said_of([dated.ref]))


def _of_said(one: Said) -> Iterator[Passage]:
    texts = (one.speaker, one.said_at, one.quote or "", one.translation or "", *one.via, *one.notes,
             *one.cites)  # fmt: skip
    for text in texts:
        yield Passage(f"statement {one.ref}", text)


def _said_of(refs: list[str]) -> tuple[str, ...]:
    return tuple(f"{name} {ref}" for ref in refs for name in ("claim", "statement", "item"))

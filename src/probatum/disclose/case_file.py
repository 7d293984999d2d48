"""A case file about one incident: what it says, as values without any layout.

Every statement carries who said it, through whom, where it can be read, its short reference and its
position in the log. What contradicts it stands beside it. What is not known is a list of its own.
"""

from __future__ import annotations

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

"""An incident as its template shows it: sides, stances and kinds of time in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probatum.acts.contradictions import SideShown
from probatum.acts.look_at_incident import (
    Asserted,
    Column,
    Dated,
    IncidentLooked,
    PropositionLooked,
    Said,
    Shown,
)
from probatum.desk.pages.incidents import words

MOST_DATED = 150


@dataclass(frozen=True, slots=True)
class Stand:
    """One assertion with its stance in a word."""

    asserted: Asserted
    word: str
    denies: str
    shape: str
    basis: str
    position: str

    @property
    def said(self) -> Said:
        """The assertion in words."""
        return self.asserted.said


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A proposition with its two columns, and what stands below them."""

    looked: PropositionLooked
    pro: tuple[Stand, ...]
    contra: tuple[Stand, ...]
    others: tuple[Stand, ...]
    withdrawn: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """One question with its propositions."""

    title: str
    value: str | None
    why: str
    claims: tuple[ClaimShown, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A contradiction with its kind in words."""

    shown: Shown
    kind: str
    aspect: str
    certain: bool
    sides: tuple[SideShown, SideShown]


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline: the days that it allows in words, beside the words of the source."""

    dated: Dated
    kind: str
    days: str


def questions_of(looked: IncidentLooked) -> list[QuestionShown]:
    """Return the questions of an incident with everybody in their column."""
    return [
        QuestionShown(
            words.question(each.title), each.value, each.why, tuple(map(_claim, each.propositions))
        )
        for each in looked.questions
    ]


def _claim(looked: PropositionLooked) -> ClaimShown:
    def column(name: Column) -> tuple[Stand, ...]:
        return tuple(map(_stand, looked.of(name)))

    return ClaimShown(
        looked, column("for"), column("against"), column("other"), column("withdrawn")
    )


def _stand(asserted: Asserted) -> Stand:
    return Stand(
        asserted, words.word(words.STANCES, asserted.stance),
        words.word(words.ASPECTS, asserted.denies) if asserted.denies else "",
        words.SHAPES.get(asserted.stance, asserted.stance),
        words.word(words.BASES, asserted.basis), str(asserted.said.index),
    )  # fmt: skip


def sides_of(looked: IncidentLooked) -> list[Clash]:
    """Return the contradictions of an incident."""
    return [
        Clash(
            each, words.word(words.CONTRADICTIONS, each.contradiction.kind),
            words.word(words.ASPECTS, each.contradiction.aspect)
            if each.contradiction.aspect not in (None, "other") else "",
            each.contradiction.certainty == "certain", (each.one, each.other),
        )
        for each in looked.contradictions
    ]  # fmt: skip


def timeline_of(looked: IncidentLooked) -> list[Moment]:
    """Return what is dated of an incident, without when it was recorded."""
    lines = [each for each in looked.dated if each.kind != "recorded" and each.earliest]
    return moments(lines[:MOST_DATED])


def moments(lines: Iterable[Dated]) -> list[Moment]:
    """Return lines with their kind and days in words."""
    return [
        Moment(each, words.word(words.KINDS_OF_TIME, each.kind),
               words.days(each.earliest, each.latest))
        for each in lines
    ]  # fmt: skip

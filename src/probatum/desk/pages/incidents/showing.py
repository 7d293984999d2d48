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

# What one page shows of a large incident; it says how much there is, and shows all if asked.
MOST_STANDS, MOST_DATED, MOST_NAMED = 60, 60, 40


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
    """A proposition with its two columns, and what stands below them.

    ``is_whole`` is false where a page has more than it can show at once: then it says how many
    stand in each column, and leads to them.
    """

    looked: PropositionLooked
    pro: tuple[Stand, ...]
    contra: tuple[Stand, ...]
    others: tuple[Stand, ...]
    withdrawn: tuple[Stand, ...]
    is_whole: bool
    counts: tuple[int, int, int, int]


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


def questions_of(
    looked: IncidentLooked, *, everybody: bool = True, wanted: str = ""
) -> list[QuestionShown]:
    """Return the questions of an incident with who takes which stance.

    Unless ``everybody`` is shown, propositions that come when the page is full say only how many;
    ``wanted`` is the reference of one that is shown whole.
    """
    room = MOST_STANDS
    found = []
    for each in looked.questions:
        claims = []
        for proposition in each.propositions:
            size = len(proposition.asserted)
            whole = everybody or size <= room or proposition.told.proposition.ref == wanted
            room -= size if whole else 0
            claims.append(_claim(proposition, is_whole=whole))
        found.append(QuestionShown(words.question(each.title), each.value, each.why, tuple(claims)))
    return found


def stands_of(questions: Iterable[QuestionShown]) -> frozenset[str]:
    """Return the references of the assertions that a page shows."""
    return frozenset(
        stand.said.ref for question in questions for claim in question.claims if claim.is_whole
        for column in (claim.pro, claim.contra, claim.others, claim.withdrawn) for stand in column
    )  # fmt: skip


def _claim(looked: PropositionLooked, *, is_whole: bool) -> ClaimShown:
    def column(name: Column) -> tuple[Stand, ...]:
        return tuple(map(_stand, looked.of(name))) if is_whole else ()

    names: tuple[Column, ...] = ("for", "against", "other", "withdrawn")
    pro, contra, other, withdrawn = (len(looked.of(name)) for name in names)
    return ClaimShown(
        looked, column("for"), column("against"), column("other"), column("withdrawn"),
        is_whole, (pro, contra, other, withdrawn),
    )  # fmt: skip


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


def dated_of(looked: IncidentLooked) -> list[Dated]:
    """Return what is dated of an incident, without when it was recorded."""
    return [each for each in looked.dated if each.kind != "recorded" and each.earliest]


def moments(lines: Iterable[Dated]) -> list[Moment]:
    """Return lines with their kind and days in words."""
    return [
        Moment(each, words.word(words.KINDS_OF_TIME, each.kind),
               words.days(each.earliest, each.latest))
        for each in lines
    ]  # fmt: skip

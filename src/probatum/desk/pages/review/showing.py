"""What the templates of a review show: each step and each sentence in words, nothing untested.

Words of the text stay plain ``str``; templates escape them. Nothing here is marked safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from probatum.acts.review_item import Step
from probatum.acts.review_look import Look, Made
from probatum.acts.review_page import (
    JOINERS,
    Claim,
    Part,
    Piece,
    ReportPage,
    Sentence,
    hidden_name,
)
from probatum.acts.review_told import Told
from probatum.desk.pages.review import wording
from probatum.model.nouns import Assertion, Assessment, Decision
from probatum.model.tongue import FSI, PDI, RLI

# Characters in one mark that are shown at once: of longer words the beginning.
_MOST_WORDS = 220
_SPEAKING = ("assertion", "figure")


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One thing that is decided about, with its state."""

    name: str
    kind: str
    kind_word: str
    icon: str
    title: str
    what: str
    words: str
    facts: tuple[tuple[str, str], ...]
    stance: str
    stance_word: str
    speaker: str
    state: str
    state_word: str
    state_icon: str
    by: str
    at: datetime | None
    reasons: str
    bulk: bool
    same_as: bool
    decision: str
    decision_ref_index: int | None
    token: str
    made: tuple[Made, ...]
    looks: tuple[dict[str, str], ...]
    claims: bool

    @property
    def small(self) -> bool:
        """Whether its name says enough until somebody opens it."""
        return self.kind not in _SPEAKING

    @property
    def open(self) -> bool:
        """Whether there is something left to decide."""
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """Characters with what they are marked as: ``marks`` is ``step:role`` and so on."""

    start: int
    text: str
    marks: str
    roles: str
    unseen: str
    joins: bool


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """Who takes which stance in a sentence; ``state`` is that of its step."""

    step: str
    speaker: str
    stance: str
    stance_word: str
    via: str
    state: str
    state_word: str


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence with what stands beside it."""

    start: int
    end: int
    begins: bool
    stance: str
    claims: tuple[ShownClaim, ...]
    pieces: tuple[ShownPiece, ...]
    steps: tuple[ShownStep, ...]
    words: str


class Shown:
    """One look at a review, for templates. ``focus`` is the step that is open, by its name."""

    def __init__(self, look: Look, page: ReportPage | None = None, focus: str | None = None):
        self.look = look
        self.page = page or ReportPage(look.sheet)
        self.focus = focus
        self._steps = {step.name: step for step in look.sheet.steps}
        self.order = self.page.order

    def step(self, name: str) -> ShownStep:
        """Return one step."""
        step, told = self._steps[name], self.page.told(name)
        row = self.look.decision(step)
        body = row.body if row is not None else None
        bulk = isinstance(body, Decision) and body.bulk is not None
        same = isinstance(body, Decision) and body.same_as is not None
        made = self.look.made_of(step)
        stance = self._stance(told, step, made)
        looks = self.look.looks.get(row.id, []) if row is not None else []
        return ShownStep(
            name=name, kind=told.kind, kind_word=wording.word(wording.KINDS, told.kind),
            icon=wording.ICONS[told.kind], title=_short(told.title), what=_what(told),
            words=plainly(told.words),
            facts=tuple((wording.word(wording.FACTS, code), plainly(wording.fact(code, value)))
                        for code, value in told.facts),
            stance=stance, stance_word=wording.word(wording.STANCES, stance),
            speaker=_speaker(told), state=step.state,
            state_word=wording.word(wording.STATES, step.state),
            state_icon=wording.STATE_ICONS[step.state],
            by=row.by if row is not None else "",
            at=datetime.fromisoformat(row.at) if row is not None else None,
            reasons=(getattr(body, "reasons", None) or "") if row is not None else "",
            bulk=bulk, same_as=same, decision=row.id if row is not None else "",
            decision_ref_index=row.index if row is not None else None,
            token=self.look.token(step), made=made,
            looks=tuple(
                {"by": each.by, "at": each.at, "value": _looked(each.body.value),
                 "reasons": each.body.reasons}
                for each in looks if isinstance(each.body, Assessment)
            ),
            claims=told.kind in _SPEAKING and step.state in ("accepted", "corrected"),
        )  # fmt: skip

    def steps(self, names: Iterable[str]) -> tuple[ShownStep, ...]:
        """Return several steps."""
        return tuple(map(self.step, names))

    def sentences(self, part: Part) -> tuple[ShownSentence, ...]:
        """Return the sentences of a part of the text."""
        return tuple(map(self.sentence, self.page.sentences_of(part)))

    def sentence(self, each: Sentence) -> ShownSentence:
        """Return one sentence."""
        claims = tuple(self._claim(claim) for claim in each.claims)
        counted = [claim for claim in claims if claim.state != "rejected"]
        text = self.look.sheet.text[each.start : each.end]
        return ShownSentence(
            each.start, each.end, each.begins, counted[0].stance if counted else "",
            _distinct(counted), tuple(map(self._piece, each.pieces)), self.steps(each.steps),
            _short(text),
        )  # fmt: skip

    @property
    def total(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    @property
    def left(self) -> int:
        """How many are open."""
        return self.total - self.look.decided

    def next_open(self, name: str | None) -> str | None:
        """Return the first open step behind this one, else the first open one."""
        behind = self.order.index(name) + 1 if name in self.order else 0
        turned = (*self.order[behind:], *self.order[:behind])
        return next((each for each in turned if self._steps[each].state == "open"), None)

    def _claim(self, claim: Claim) -> ShownClaim:
        step = self._steps[claim.step]
        stance = self._stance(self.page.told(claim.step), step, self.look.made_of(step))
        return ShownClaim(
            claim.step, plainly(claim.speaker or _nobody(claim.voice)), stance,
            wording.word(wording.STANCES, stance), plainly(" > ".join(claim.via)), step.state,
            wording.word(wording.STATES, step.state),
        )  # fmt: skip

    def _piece(self, piece: Piece) -> ShownPiece:
        marks = " ".join(dict.fromkeys(f"{mark.step}:{mark.role}" for mark in piece.marks))
        focus = [f"m-{mark.role}" for mark in piece.marks if mark.step == self.focus]
        return ShownPiece(piece.start, piece.text, marks, " ".join(dict.fromkeys(focus)),
                          piece.unseen or "", piece.joins)  # fmt: skip

    @staticmethod
    def _stance(told: Told, step: Step, made: Sequence[Made]) -> str:
        """Return the stance that counts: a person's correction stands over the suggestion."""
        if step.state == "corrected":
            for each in reversed(made):
                if isinstance(each.row.body, Assertion):
                    return each.row.body.stance
        return told.stance or ""


def _what(told: Told) -> str:
    match told.kind:
        case "entity":
            return wording.word(wording.ENTITIES, told.what[0])
        case "incident":
            kinds = [wording.term("act-type", each) for each in told.what[1:]]
            return ": ".join(filter(None, (wording.word(wording.STATUSES, told.what[0]),
                                           ", ".join(kinds))))  # fmt: skip
        case "figure":
            return wording.term("measure", told.what[0])
        case "assertion":
            words = wording.word(wording.PROPOSITIONS, told.what[0])
            if told.denies:
                denied = wording.word(wording.DENIES, told.denies)
                return str(_("denies %(what)s") % {"what": denied})
            return words
    return ""


def _speaker(told: Told) -> str:
    if told.kind != "assertion":
        return ""
    return plainly(told.speaker or _nobody(told.voice or ""))


def _nobody(voice: str) -> str:
    said = _("the publisher") if voice == "own" else _("somebody whom the text does not name")
    return str(said)


def plainly(words: str) -> str:
    """Return words of a text with the names of characters that nobody sees in their place.

    Such a character could turn round the letters of the page behind it. Joiners stay: they shape
    words of some scripts.
    """
    if words.isascii() and words.isprintable():
        return words
    named = (letter if letter in JOINERS else hidden_name(letter) for letter in words)
    return "".join(
        letter if name is None or name == letter else f"[{name}]"
        for letter, name in zip(words, named, strict=True)
    )


def of_sentence(words: str) -> str:
    """Return a sentence that was made here as ``plainly``, with what sets its parts apart.

    In a language that is written from right to left what a sentence is filled with stands in
    isolation (``probatum.model.tongue``): those marks stay where each has its end.
    """
    depth = 0
    for letter in words:
        depth += (letter in (FSI, RLI)) - (letter == PDI)
        if depth < 0:
            return plainly(words)
    if depth:
        return plainly(words)
    parts = re.split(f"([{FSI}{RLI}{PDI}])", words)
    return "".join(each if each in (FSI, RLI, PDI) else plainly(each) for each in parts)


def _short(words: str) -> str:
    line = plainly(" ".join(words.split()))
    return line if len(line) <= _MOST_WORDS else line[:_MOST_WORDS].rstrip() + " …"


def _distinct(claims: Sequence[ShownClaim]) -> tuple[ShownClaim, ...]:
    found: dict[tuple[str, str], ShownClaim] = {}
    for each in claims:
        found.setdefault((each.speaker, each.stance), each)
    return tuple(found.values())


def _looked(value: str) -> str:
    words = {
        "second look asked": _("asks for a second look"),
        "second look: agrees": _("sees it the same way"),
        "second look: differs": _("sees it differently"),
    }
    return str(words.get(value, value))

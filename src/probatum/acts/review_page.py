"""A report as a page for its review: its sentences in order, beside each what was suggested there.

Nothing here decides or reads anything: a ``Sheet`` goes in, values for a page come out. All offsets
count code points of the text, ends exclusive. Codes (kinds, stances, roles of marks) are codes of
the reading contract; whoever shows them says them in the person's language.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from probatum.acts.review_item import Sheet
from probatum.acts.review_told import Telling, Told
from probatum.read.contract import (
    Assertion,
    Contradiction,
    Date,
    Entity,
    Figure,
    Incident,
    Place,
    Span,
    Suggestion,
)
from probatum.read.sentences import sentences

Role = Literal["content", "speaker", "cue", "hedge", "figure", "place", "date", "mention"]
# Within a sentence: who, where and what first, and then who says what about them.
_ORDER: Mapping[str, int] = {"entity": 0, "place": 1, "incident": 2, "figure": 3, "assertion": 4}
MOST_MENTIONS = 200  # marks of one suggestion
# Signs of these kinds are seen, though Unicode counts them as format characters.
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
JOINERS = frozenset("\u200c\u200d\u00ad")  # they shape words of some scripts: kept as they are


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters that belong to a step, and what they are in it."""

    start: int
    end: int
    step: str
    role: Role


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one sentence that the same marks cover.

    ``unseen`` is the name of a character that nobody would see (``U+202E``); ``text`` is then it.
    ``joins``: it shapes the word round it and is written out; others are written as their name.
    """

    start: int
    text: str
    marks: tuple[Mark, ...]
    unseen: str | None = None
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Who takes which stance in a sentence, as the reader suggests it."""

    step: str
    speaker: str | None
    voice: str
    stance: str
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: ``steps`` are the names of what is decided about beside it, in order."""

    start: int
    end: int
    begins: bool
    steps: tuple[str, ...]
    claims: tuple[Claim, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Against:
    """Two suggestions of this text that cannot both be so."""

    why: str
    one: str
    other: str
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that is shown at once."""

    number: int
    start: int
    end: int


class ReportPage:
    """One sheet laid out. ``part_characters`` bounds what is shown at once."""

    def __init__(self, shown: Sheet, part_characters: int = 4_000) -> None:
        assert shown.reading.kept is not None
        self._sheet = shown
        self._reading = shown.reading.kept.reading
        self._said = {each.id: each for each in self._reading.suggestions}
        self._telling = Telling(self._said)
        self._steps = {step.name: step for step in shown.steps}
        self.language = self._reading.language
        self.publisher = self._reading.publisher
        self.published = self._reading.published
        self._spans = _sentence_spans(shown.text, self.language)
        self._starts = [start for start, _ in self._spans]
        self.parts = tuple(_parts(self._spans, part_characters))

    # -- steps ----------------------------------------------------------------------------------

    def told(self, name: str) -> Told:
        """Return what a step suggests."""
        return self._telling.told(name)

    def against(self) -> tuple[Against, ...]:
        """Return what the reader sees as a contradiction within this text."""
        return tuple(
            Against(each.why, *each.between,
                    (self._telling.called(each.between[0]), self._telling.called(each.between[1])))
            for each in self._reading.suggestions if isinstance(each, Contradiction)
        )  # fmt: skip

    def place_of(self, name: str) -> int:
        """Return where a step stands first, -1 for a publisher that the text never names."""
        return self._steps[name].line.start

    def part_of(self, name: str) -> int:
        """Return the part of the text beside which a step stands; 1 for one that stands nowhere."""
        at = self.place_of(name)
        return next((part.number for part in self.parts if part.start <= at < part.end), 1)

    @property
    def nowhere(self) -> tuple[str, ...]:
        """The steps that stand in no one place of the text."""
        return tuple(name for name, step in self._steps.items() if step.line.start < 0)

    @property
    def order(self) -> tuple[str, ...]:
        """The names of all steps as the page has them: by sentence, those of no place first."""
        ranked = sorted(self._steps, key=self._rank)
        return tuple(ranked)

    def _rank(self, name: str) -> tuple[int, int, int]:
        line = self._steps[name].line
        sentence = bisect_right(self._starts, line.start) if line.start >= 0 else -1
        return sentence, _ORDER.get(self.told(name).kind, 9), line.start

    # -- sentences ------------------------------------------------------------------------------

    def sentences_of(self, part: Part) -> Iterator[Sentence]:
        """Yield the sentences of a part of the text, with their characters."""
        beside: dict[int, list[str]] = {}
        for name in self.order:
            at = self.place_of(name)
            if part.start <= at < part.end:
                beside.setdefault(bisect_right(self._starts, at) - 1, []).append(name)
        marks = sorted(self._marks(part), key=lambda mark: mark.start)
        claims = list(self._claims(part))
        text, first = self._sheet.text, bisect_right(self._starts, part.start) - 1
        for number in range(max(first, 0), len(self._spans)):
            start, end = self._spans[number]
            if start >= part.end:
                return
            inside = [mark for mark in marks if mark.start < end and mark.end > start]
            yield Sentence(
                start, end, number == 0 or "\n" in text[self._spans[number - 1][1] : start],
                tuple(beside.get(max(number, 0), ())),
                tuple(claim for span, claim in claims if span.start < end and span.end > start),
                tuple(_pieces(text, start, end, inside)),
            )  # fmt: skip

    def labels_of(self, names: Iterable[str]) -> Iterator[Sentence]:
        """Yield the sentences in which these steps claim something, without their characters."""
        spans = [each.content for name in names
                 if isinstance(each := self._said.get(name), Assertion)]  # fmt: skip
        numbers = {
            number
            for span in spans
            for number in range(max(bisect_right(self._starts, span.start) - 1, 0),
                                bisect_right(self._starts, span.end - 1))
        }  # fmt: skip
        for number in sorted(numbers):
            start, end = self._spans[number]
            claims = [claim for span, claim in self._claims(Part(0, start, end))]
            yield Sentence(start, end, False, (), tuple(claims), ())

    def _claims(self, part: Part) -> Iterator[tuple[Span, Claim]]:
        for each in self._reading.suggestions:
            if isinstance(each, Assertion) and each.id in self._steps:
                if each.content.start < part.end and each.content.end > part.start:
                    speaker = None if each.speaker is None else self._telling.called(each.speaker)
                    via = tuple(map(self._telling.called, each.via))
                    yield each.content, Claim(each.id, speaker, each.voice, each.stance, via)

    def marks_of(self, name: str) -> Iterator[Mark]:
        """Yield the characters that belong to a step, wherever they stand."""
        for span, role in self._marked(self._said[name]):
            yield Mark(span.start, span.end, name, role)

    def _marks(self, part: Part) -> Iterator[Mark]:
        for name in self._steps:
            for mark in self.marks_of(name):
                if mark.start < part.end and mark.end > part.start:
                    yield mark

    def _marked(self, each: Suggestion) -> Iterator[tuple[Span, Role]]:
        match each:
            case Entity():
                yield from ((span, "mention") for span in each.mentions[:MOST_MENTIONS])
            case Place():
                spans = (*each.mentions, *each.metonym_mentions)
                yield from ((span, "place") for span in spans[:MOST_MENTIONS])
            case Incident():
                yield from ((span, "content") for span in each.mentions[:MOST_MENTIONS])
                yield from self._near(each.mentions, each.places, each.when)
            case Figure():
                yield each.span, "content"
                if each.number_span is not None:
                    yield each.number_span, "figure"
                if each.source_span is not None:
                    yield each.source_span, "speaker"
                for date in (each.as_of, each.period):
                    yield from self._near((each.span,), (), date)
            case Assertion():
                yield each.content, "content"
                if each.speaker_mention is not None:
                    yield each.speaker_mention, "speaker"
                if each.cue is not None:
                    yield each.cue, "cue"
                yield from ((span, "hedge") for span in each.hedges)
                yield from self._near((each.content,), each.places, each.said_at)
                for name in each.figures:
                    figure = self._said.get(name)
                    if isinstance(figure, Figure):
                        yield figure.number_span or figure.span, "figure"

    def _near(
        self, spans: Sequence[Span], places: Iterable[str], when: str | None
    ) -> Iterator[tuple[Span, Role]]:
        """Yield the names of places and dates that belong to words, where they stand near them."""
        if not spans:
            return
        low = min(span.start for span in spans) - 300
        high = max(span.end for span in spans) + 300
        for name in places:
            place = self._said.get(name)
            if isinstance(place, Place):
                for span in place.mentions[:MOST_MENTIONS]:
                    if low <= span.start <= high:
                        yield span, "place"
        date = self._said.get(when or "")
        if isinstance(date, Date) and low <= date.span.start <= high:
            yield date.span, "date"


def hidden_name(letter: str) -> str | None:
    """Return the name of a character that nobody would see, None for one that is seen."""
    if letter in "\n\r\t" or letter in _SEEN:
        return None
    if unicodedata.category(letter) in ("Cf", "Cc", "Co", "Cs") or letter in "\u2028\u2029\u115f":
        return f"U+{ord(letter):04X}"
    return None


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    cuts = {start, end}
    for mark in marks:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    for at in range(start, end):
        if hidden_name(text[at]):
            cuts |= {at, at + 1}
    places = sorted(cuts)
    for low, high in zip(places, places[1:], strict=False):
        over = tuple(mark for mark in marks if mark.start <= low and mark.end >= high)
        unseen = hidden_name(text[low]) if high == low + 1 else None
        yield Piece(low, text[low:high], over, unseen, joins=text[low] in JOINERS)


def _sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    return [(mark.start, mark.end) for mark in sentences(text, language)]


def _parts(spans: Sequence[tuple[int, int]], most: int) -> Iterator[Part]:
    """Yield stretches of whole sentences of about ``most`` characters; they cover the text."""
    if not spans:
        yield Part(1, 0, 1)
        return
    number, begin = 1, 0
    for at, (start, _) in enumerate(spans):
        if start - begin >= most and at:
            yield Part(number, begin, start)
            number, begin = number + 1, start
    yield Part(number, begin, max(spans[-1][1], begin) + 1)

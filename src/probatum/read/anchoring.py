"""Spans for quotations that a plug-in gives without offsets; what is not found is rejected.

A model repeats words and cannot count. It gives ``"exact"`` alone, perhaps with the number of the
paragraph; where the words stand is said here, and they stand there as the *text* has them. Only
white space and the shape of quotation marks may differ. Words that stand in several places count
only with a paragraph, or beside the words of the same suggestion.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from probatum.read.contract import (
    Assertion,
    Contradiction,
    Date,
    Entity,
    Figure,
    Incident,
    Place,
    Suggestion,
)

KINDS: Mapping[str, type[Suggestion]] = {
    "entity": Entity, "place": Place, "date": Date, "incident": Incident,
    "assertion": Assertion, "figure": Figure, "contradiction": Contradiction,
}  # fmt: skip
_MAIN = ("content", "span", "number_span")
# Characters looked through for one reading, so that no plug-in can make us search for ever; looking
# for words with any white space costs more, and so does every place that is found.
_MOST_SEARCHED, _LOOSELY, _OF_ONE_PLACE = 4_000_000_000, 30, 100
_QUOTES = "\"'‘’‚‛“”„‟«»‹›′″"
_Found = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A suggestion that was not taken, and why, in a few fixed words."""

    id: str
    why: str


class Anchor:
    """Finds quotations in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._left = _MOST_SEARCHED
        self._known: dict[tuple[str, int, int], list[_Found]] = {}
        self._paragraphs = [
            (each.start(), each.end()) for each in re.finditer(r"[^\r\n]+", text)
            if each.group().strip()
        ]  # fmt: skip

    def suggestion(self, given: object, number: int) -> Suggestion | Rejected:
        """Return one suggestion of a plug-in with all its spans, or why it is not taken."""
        if not isinstance(given, dict):
            return Rejected(f"number {number}", "not an object")
        named = given.get("id")
        name = named if isinstance(named, str) and len(named) <= 32 else f"number {number}"
        kind = KINDS.get(str(given.get("kind")))
        if kind is None:
            return Rejected(name, "no kind of suggestion")
        try:
            placed = self._placed(given)
            return msgspec.convert(placed, kind)
        except _NotFoundError as error:
            return Rejected(name, str(error))
        except (TypeError, ValueError, OverflowError, RecursionError):
            return Rejected(name, "not as the contract says")

    def _placed(self, given: Mapping[str, object]) -> dict[str, object]:
        near: _Found | None = None
        for field in _MAIN:  # the words of the suggestion itself first: others stand beside them
            if _is_span(given.get(field)) and near is None:
                near = self._place(given[field], None)
        placed: dict[str, object] = {}
        for field, value in given.items():
            if _is_span(value):
                placed[field] = self._span(self._place(value, near))
            elif isinstance(value, list) and any(map(_is_span, value)):
                placed[field] = [self._span(self._place(each, near)) for each in value]
            else:
                placed[field] = value
        return placed

    def _span(self, found: _Found) -> dict[str, object]:
        start, end = found
        return {"start": start, "end": end, "exact": self._text[start:end]}

    def _place(self, given: object, near: _Found | None) -> _Found:
        if not isinstance(given, dict) or not isinstance(given.get("exact"), str):
            raise _NotFoundError("a span without words")
        exact: str = given["exact"]
        start, end = given.get("start"), given.get("end")
        if isinstance(start, int) and isinstance(end, int):
            if 0 <= start < end and self._text[start:end] == exact:
                return start, end
            raise _NotFoundError("offsets that do not fit their words")
        low, high = self._paragraph(given.get("paragraph"))
        places = self._places(exact.strip(), low, high)
        if len(places) == 1:
            return places[0]
        if not places:
            raise _NotFoundError("words that do not stand in the text")
        if near is None:
            raise _NotFoundError("words that stand in several places")
        after = bisect(places, near)
        beside = places[max(0, after - 1) : after + 1]
        return min(beside, key=lambda place: (_distance(place, near), place))

    def _paragraph(self, number: object) -> _Found:
        if isinstance(number, int) and 1 <= number <= len(self._paragraphs):
            return self._paragraphs[number - 1]
        if number is not None:
            raise _NotFoundError("a paragraph that the text does not have")
        return 0, len(self._text)

    def _places(self, wanted: str, low: int, high: int) -> list[_Found]:
        """Return where words stand, overlapping places included; asked for again, it is known."""
        key = wanted, low, high
        if key not in self._known:
            found = self._exactly(wanted, low, high) if wanted else []
            if wanted and not found:
                self._spend(_LOOSELY * (high - low))
                found = [each.span() for each in _loose(wanted).finditer(self._text, low, high)]
            self._known[key] = found
        return self._known[key]

    def _exactly(self, wanted: str, low: int, high: int) -> list[_Found]:
        self._spend(high - low)
        found: list[_Found] = []
        start = self._text.find(wanted, low, high)
        while start >= 0:
            found.append((start, start + len(wanted)))
            start = self._text.find(wanted, start + 1, high)
        self._spend(_OF_ONE_PLACE * len(found))
        return found

    def _spend(self, characters: int) -> None:
        self._left -= characters
        if self._left < 0:
            raise _NotFoundError("more searching than a reading may ask for")


class _NotFoundError(Exception):
    """A quotation has no one place in the text."""


def _is_span(value: object) -> bool:
    return isinstance(value, dict) and "exact" in value


def _distance(one: _Found, other: _Found) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])


def _loose(words: str) -> re.Pattern[str]:
    """Return a pattern for the same words with other white space and other quotation marks."""
    parts = []
    for word in words.split():
        marked = (f"[{_QUOTES}]" if each in _QUOTES else re.escape(each) for each in word)
        parts.append("".join(marked))
    return re.compile(r"\s+".join(parts))

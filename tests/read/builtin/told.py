"""Reads a text with the built-in reader and says in a few words what it attributes to whom."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from probatum.read.builtin.reader import BuiltinReader
from probatum.read.contract import Assertion, Entity, Figure, Reading
from probatum.read.extractor import Article
from probatum.read.soundness import Sound, sound, spans_of

PUBLISHER = "The Harbour Post"


class Told(NamedTuple):
    """One assertion: who (as the text names the entity), stance, and the words of the content."""

    who: str | None
    stance: str
    content: str


@cache
def _reader() -> BuiltinReader:
    return BuiltinReader()


def read(text: str, language: str) -> Reading:
    """Return the reading of a text published on Thursday 12 June 2031."""
    return _reader().read(Article(text, language, date(2031, 6, 12), PUBLISHER))


def checked(text: str, language: str) -> Sound:
    """Return what is left of a reading after the host's checks, and what was rejected."""
    article = Article(text, language, date(2031, 6, 12), PUBLISHER)
    return sound(_reader().read(article), article)


def assertions(reading: Reading) -> list[Assertion]:
    """Return the assertions in the order of the text."""
    return [each for each in reading.suggestions if isinstance(each, Assertion)]


def names(reading: Reading) -> dict[str | None, str | None]:
    """Return the names of the entities by id."""
    found: dict[str | None, str | None] = {None: None}
    found |= {each.id: each.name for each in reading.suggestions if isinstance(each, Entity)}
    return found


def told(text: str, language: str) -> list[Told]:
    """Return who says what in a text; the publisher is None."""
    reading = read(text, language)
    known = names(reading)
    return [
        Told(
            None if each.voice == "own" else known[each.speaker], each.stance, each.content.exact
        )
        for each in assertions(reading)
    ]  # fmt: skip


def sources(text: str, language: str) -> list[tuple[str, str | None]]:
    """Return the figures of a text with the names of their sources."""
    reading = read(text, language)
    known = names(reading)
    return [
        (each.span.exact, known[each.source])
        for each in reading.suggestions if isinstance(each, Figure)
    ]  # fmt: skip


def has_exact_spans(reading: Reading, text: str) -> bool:
    """Say whether every span is that slice of the text."""
    return all(
        text[span.start : span.end] == span.exact
        for each in reading.suggestions for span in spans_of(each)
    )  # fmt: skip

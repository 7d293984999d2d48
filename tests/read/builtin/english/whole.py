"""Reads a text with a gazetteer of invented places, and looks into the reading by words."""

from __future__ import annotations

from datetime import date
from functools import cache

from probatum.read.builtin.reader import BuiltinReader
from probatum.read.contract import Assertion, Contradiction, Entity, Figure, Incident, Reading
from probatum.read.extractor import Article
from probatum.read.gazetteer import Gazetteer
from probatum.read.gazetteer.entries import Entry
from probatum.read.gazetteer.layers import MemoryLayer

PUBLISHED = date(2031, 5, 8)  # a Thursday
PUBLISHER = "The Harbour Post"
_TOWNS = (("Dorna", 1.5, 2.5), ("Halm", 1.9, 2.9), ("Vetka", 3.5, 4.5))


@cache
def reader() -> BuiltinReader:
    towns = [
        Entry(id=f"own:{name}", name=name, lat=lat, lon=lon, precision_m=5000, kind="town",
              country="XA", names=(name,))
        for name, lat, lon in _TOWNS
    ]  # fmt: skip
    state = Entry(id="own:Norland", name="Norland", lat=2.0, lon=3.0, precision_m=500_000,
                  kind="country", country="XA", names=("Norland",))  # fmt: skip
    return BuiltinReader(Gazetteer([MemoryLayer("own", [*towns, state])]))


def read(text: str, publisher: str | None = PUBLISHER) -> Reading:
    return reader().read(Article(text, "en", PUBLISHED, publisher))


def entities(reading: Reading) -> dict[str, Entity]:
    return {each.name: each for each in reading.suggestions if isinstance(each, Entity)}


def assertions(reading: Reading) -> list[Assertion]:
    return [each for each in reading.suggestions if isinstance(each, Assertion)]


def incidents(reading: Reading) -> list[Incident]:
    return [each for each in reading.suggestions if isinstance(each, Incident)]


def figures(reading: Reading) -> list[Figure]:
    return [each for each in reading.suggestions if isinstance(each, Figure)]


def contradictions(reading: Reading) -> list[Contradiction]:
    return [each for each in reading.suggestions if isinstance(each, Contradiction)]


def speaker_of(reading: Reading, words: str) -> str | None:
    """Name of whoever says what contains these words; the innermost assertion counts."""
    best = said(reading, words)
    names = {each.id: name for name, each in entities(reading).items()}
    return None if best.speaker is None else names[best.speaker]


def said(reading: Reading, words: str) -> Assertion:
    """Return the assertion with the shortest content that contains these words."""
    holding = [each for each in assertions(reading) if words in each.content.exact]
    assert holding, f"nobody says {words!r}: {[each.content.exact for each in assertions(reading)]}"
    return min(holding, key=lambda each: len(each.content.exact))

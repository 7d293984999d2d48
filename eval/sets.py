"""The evaluation sets: texts of our own with what a careful reader finds in them.

``tune`` is for working on the reader, ``test`` for the figures that are published; ``README.md``
says how they were made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from probatum.read.contract import Assertion, Date, Entity, Figure, Incident, Place, Reading
from probatum.read.extractor import Article

HERE = Path(__file__).resolve().parent
HALVES = ("tune", "test")
PROMISED = frozenset({"news report", "press release", "statement", "post"})
"""Kinds of texts that the reader is for; of others it is measured what it makes of them."""


@dataclass(frozen=True, slots=True)
class Report:
    """One text with its gold reading. ``country`` is the context that a person would give."""

    id: str
    article: Article
    gold: Reading
    kind: str = "sentence"


@dataclass(frozen=True, slots=True)
class Event:
    """Reports about the same event, and which suggestions of theirs mean the same.

    A suggestion is named by (report, id). ``denies`` are pairs: a denial, and what it denies.
    """

    id: str
    reports: tuple[Report, ...]
    same: tuple[tuple[tuple[str, str], ...], ...]
    reprints: tuple[tuple[str, str], ...]
    denies: tuple[tuple[tuple[str, str], tuple[str, str]], ...]


class GoldDate(msgspec.Struct, frozen=True):
    """A line of ``dates.jsonl``."""

    id: str
    language: str
    text: str
    dates: tuple[dict[str, object], ...]
    published: str | None = None


class GoldFigures(msgspec.Struct, frozen=True):
    """A line of ``figures.jsonl``; ``source_text`` of a figure are the words for its source."""

    id: str
    language: str
    text: str
    figures: tuple[dict[str, object], ...]
    published: str | None = None


class GoldPlace(msgspec.Struct, frozen=True):
    """One place of a line of ``places.jsonl``; without a position it is unknown to gazetteers."""

    name: str
    mention: dict[str, object]
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    is_country: bool = False


class GoldPlaces(msgspec.Struct, frozen=True):
    """A line of ``places.jsonl``."""

    id: str
    language: str
    text: str
    places: tuple[GoldPlace, ...]
    context_country: str | None = None


def reports(half: str) -> list[Report]:
    """Return the reports of a half with their gold."""
    return [_report(json.loads(path.read_text())) for path in _files(half, "reports")]


def events(half: str) -> list[Event]:
    """Return the groups of reports about one event each."""
    return [_event(json.loads(path.read_text())) for path in _files(half, "events")]


def read_twice(half: str) -> list[tuple[Report, Reading]]:
    """Return the reports that a second annotator read too, with that second reading."""
    of = {report.id: report for report in reports(half)}
    return [
        (of[path.stem], msgspec.json.decode(path.read_bytes(), type=Reading))
        for path in sorted((HERE / "second").glob("*.json"))
        if path.stem in of
    ]


def figures(half: str) -> list[GoldFigures]:
    """Return the sentences with figures."""
    return _lines(half, "figures", GoldFigures)


def dates(half: str) -> list[GoldDate]:
    """Return the sentences with dates."""
    return _lines(half, "dates", GoldDate)


def places(half: str) -> list[GoldPlaces]:
    """Return the sentences with names of places."""
    return _lines(half, "places", GoldPlaces)


def day(text: str | None) -> date | None:
    """Return a publication day as the sets spell it."""
    return None if text is None else date.fromisoformat(text)


def of_kind(reading: Reading, kind: type) -> list:
    """Return the suggestions of one kind."""
    return [each for each in reading.suggestions if isinstance(each, kind)]


KINDS = {"entity": Entity, "place": Place, "date": Date, "incident": Incident,
         "assertion": Assertion, "figure": Figure}  # fmt: skip


def _files(half: str, folder: str) -> Iterator[Path]:
    yield from sorted((HERE / half / folder).glob("*.json"))


def _report(given: dict) -> Report:
    article = Article(
        text=given["text"], language=given["language"], published=day(given.get("published")),
        publisher=given.get("publisher"),
    )  # fmt: skip
    gold = msgspec.convert(given["reading"], Reading)
    return Report(given["id"], article, gold, given.get("kind", "report"))


def _event(given: dict) -> Event:
    def pairs(name: str) -> tuple:
        return tuple(tuple(map(tuple, group)) for group in given.get(name, ()))

    return Event(
        given["id"], tuple(map(_report, given["reports"])), pairs("same"),
        tuple(map(tuple, given.get("reprints", ()))), pairs("denies"),
    )  # fmt: skip


def _lines(half: str, name: str, kind: type) -> list:
    path = HERE / half / f"{name}.jsonl"
    if not path.exists():
        return []
    return [msgspec.json.decode(line, type=kind) for line in path.read_bytes().splitlines() if line]

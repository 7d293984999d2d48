"""Names without a telling word before them, borne out by places that the text surely names."""

from __future__ import annotations

from collections.abc import Iterable

from probatum.read.gazetteer.choosing import distance_km
from probatum.read.gazetteer.entries import BY_SOUND, Entry
from probatum.read.places.named import Hits

_NEAR_KM = 500.0
_PEOPLE = 3_000
_WITNESSES = 30


def witnesses(accepted: Iterable[Hits]) -> list[Entry]:
    """Return the places that accepted names most likely mean, at most a few dozen."""
    found: list[Entry] = []
    for hits in accepted:
        entries = [hit.entry for _, hit in hits if hit.rank != BY_SOUND]
        if entries and len(found) < _WITNESSES:
            found.append(max(entries, key=lambda entry: entry.people))
    return found


def borne_out(hits: Hits, beside: Iterable[Entry]) -> bool:
    """Say whether a name may mean a town near one of these, in the same country."""
    towns = [hit.entry for _, hit in hits if hit.rank != BY_SOUND]
    towns = [entry for entry in towns if entry.people >= _PEOPLE]
    return any(
        entry.country == other.country and distance_km(entry, other) <= _NEAR_KM
        for other in beside
        for entry in towns
    )

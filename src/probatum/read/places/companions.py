"""Names that each may mean many places, and together mean one part of the world."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from probatum.read.gazetteer.choosing import distance_km
from probatum.read.gazetteer.entries import Entry

_NEAR_KM = 200.0
_MOST_NAMES = 16  # compared each with each
_MOST_PLACES = 6  # of one name
_FEWEST_PEOPLE = 500
_LEAD = 2.0


def companions(names: Sequence[Sequence[Entry]]) -> list[Entry]:
    """Return the places of one country that most of the names have near each other.

    ``names`` are the places that each name may mean, the likeliest first. Nothing is returned
    where no two names have places near each other, or where two countries fit as well.
    """
    known = [
        [each for each in places[:_MOST_PLACES] if each.people >= _FEWEST_PEOPLE]
        for places in names[:_MOST_NAMES]
    ]
    of_country: dict[str, dict[int, list[Entry]]] = defaultdict(dict)
    for name, places in enumerate(known):
        for each in places:
            if each.country and each.kind not in ("country", "region"):
                of_country[each.country].setdefault(name, []).append(each)
    found = [near for each in of_country.values() if len(near := _near(each)) > 1]
    found.sort(key=_weight, reverse=True)
    if not found or len(found) > 1 and _weight(found[0]) < _weight(found[1]) + _LEAD:
        return []
    return found[0]


def _near(places: dict[int, list[Entry]]) -> list[Entry]:
    """Return for each name its place that lies near a place of another name."""
    found = []
    for name, own in places.items():
        others = [each for other, theirs in places.items() if other != name for each in theirs]
        beside = (
            one for one in own if any(distance_km(one, other) <= _NEAR_KM for other in others)
        )
        if (one := next(beside, None)) is not None:
            found.append(one)
    return found


def _weight(places: Sequence[Entry]) -> float:
    """Return how well places fit: how many names they are, then how many people live there."""
    return 4.0 * len(places) + sum(math.log10(each.people) for each in places) / len(places)

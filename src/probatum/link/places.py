"""Places as they are compared: the smallest named, what it lies in, and where it is.

Names of places are compared like names of persons, by sound and by bones, so that a village
written in three scripts is one. The hierarchy is the one that the list gives.

>>> place = compared(PlaceSaid(path=("Vissarin", "Haldrevin")))
>>> place.leaf == compared(PlaceSaid(text="Халдревін, Віссарін")).leaf, place.top.bones
(True, 'fsrn')
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from probatum.link.names import NOTHING, Heard, heard
from probatum.model.letters import apart
from probatum.model.victims import PlaceSaid

_KINDS = frozenset(
    "village town city region oblast district raion province governorate near in the of "
    "село селище смт місто м с область обл район р н "
    "деревня посёлок поселок город г "
    "قريه مدينه محافظه ناحيه منطقه قضاء".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """One place for comparing; empty parts were not said. Degrees are None without a point."""

    leaf: Heard = NOTHING
    up: Heard = NOTHING
    top: Heard = NOTHING
    lat: float | None = None
    lon: float | None = None


NOWHERE = Place()


@lru_cache(maxsize=1 << 18)
def _named(words: str) -> Heard:
    known = apart(words)
    kept = [word for word in known if word not in _KINDS] or known
    parts = [heard(word) for word in kept]
    return Heard(" ".join(part.sound for part in parts), "".join(part.bones for part in parts))


def compared(place: PlaceSaid | None) -> Place:
    """Return a place as it is compared.

    Words without a path are read as people write them: the smallest first, commas between.
    """
    if place is None:
        return NOWHERE
    path = place.path
    if not path and place.text is not None:
        path = tuple(part.strip() for part in place.text.replace("،", ",").split(","))[::-1]
    levels = [named for named in map(_named, path) if named.sound]
    return Place(
        leaf=levels[-1] if levels else NOTHING,
        up=levels[-2] if len(levels) > 1 else NOTHING,
        top=levels[0] if len(levels) > 1 else NOTHING,
        lat=None if place.lat is None else float(place.lat),
        lon=None if place.lon is None else float(place.lon),
    )

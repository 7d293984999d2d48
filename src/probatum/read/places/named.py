"""A name in the text that may be a place, and what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from probatum.read.found import Mark
from probatum.read.gazetteer.entries import Hit

Hits = tuple[tuple[str, Hit], ...]


class Evidence(IntEnum):
    """What the words around a name say about its being a place."""

    NONE = 0
    SOME = 1  # "from Dorna", "to Dorna"
    STRONG = 2  # "in Dorna", "the village of Dorna"


@dataclass(slots=True, kw_only=True)
class Named:
    """One mention. ``key`` groups mentions of one name; ``hits`` are what the gazetteer has.

    ``kind`` is what the text calls it; ``within`` the key of the place named after a comma;
    ``beside`` that of the other end of a way.
    """

    mark: Mark
    name: str
    key: str
    hits: Hits = ()
    evidence: Evidence = Evidence.NONE
    kind: str | None = None
    metonym: bool = False
    within: str | None = None
    region: bool = False
    feature: bool = False
    dateline: bool = False
    beside: str | None = None

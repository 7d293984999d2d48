"""What a list says of one victim: a row, its words kept, nothing added.

Lists of victims are items of a case; their rows are values read from them by a mapping, not
records: a list may have a million. What a row leaves out is unknown, never filled in.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from probatum.model.record import Code, Count, Name, Text, Value, require
from probatum.model.values import NameForm, When

Years = Annotated[int, msgspec.Meta(ge=0, le=130)]
Degrees = Annotated[str, msgspec.Meta(max_length=24)]


class PlaceSaid(Value, frozen=True, kw_only=True):
    """Where, as the list says it: ``path`` from the largest to the smallest, ``text`` verbatim.

    ``lat`` and ``lon`` are decimal degrees as text, known to ``precision_m`` metres.
    """

    text: Name | None = None
    path: tuple[Name, ...] = ()
    lat: Degrees | None = None
    lon: Degrees | None = None
    precision_m: Count | None = None

    def __post_init__(self) -> None:
        require(self.text or self.path or self.lat, "expected words or a point")
        require((self.lat is None) == (self.lon is None), "expected lat and lon together")


class Standing(Value, frozen=True, kw_only=True):
    """What the list says became of the person, and as of when."""

    status: Literal["missing", "detained", "dead", "found-alive"]
    when: When | None = None


class Victim(Value, frozen=True, kw_only=True):
    """One row of one list: what it says of one person.

    ``list`` names the list, ``row`` is the row's own id in it, ``number`` its line or row in the
    file, from 1. Ages are whole years at the incident, a range where the source is not sure.
    ``status`` is what this source calls the person; None is *unknown*, and is not *civilian*.
    """

    list: Name
    row: Name
    number: Count
    names: tuple[NameForm, ...] = ()
    sex: Code | None = None
    age_low: Years | None = None
    age_high: Years | None = None
    born: When | None = None
    died: When | None = None
    place: PlaceSaid | None = None
    cause: Name | None = None
    weapon: Name | None = None
    alleged_perpetrator: Name | None = None
    status: Literal["civilian", "combatant"] | None = None
    standings: tuple[Standing, ...] = ()
    source: Text | None = None
    source_url: Text | None = None

    def __post_init__(self) -> None:
        low, high = self.age_low, self.age_high
        require((low is None) == (high is None), "expected age_low and age_high together")
        require(low is None or high is None or low <= high, "expected age_low at most age_high")


class BareNumber(Value, frozen=True, kw_only=True):
    """A row that names nobody and gives a number: kept, and never counted as persons."""

    list: Name
    row: Name
    number: Count
    people_low: Count
    people_high: Count | None = None
    died: When | None = None
    place: PlaceSaid | None = None
    words: Text | None = None

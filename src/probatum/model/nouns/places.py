"""Places, with how precisely they are known."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec

from probatum.model.record import Code, Country, Name, Record, Ref, about, require
from probatum.model.values import NameForm

Degrees = Annotated[str, msgspec.Meta(max_length=16)]

_DEGREES = re.compile(r"-?(0|[1-9][0-9]{0,2})(\.[0-9]{1,7})?")


class Place(Record, frozen=True, kw_only=True, tag="place/1"):
    """A place: names in several languages, and a point or outline with its precision in metres.

    Degrees are decimal text (WGS 84), as precise as given. ``outline`` is a ring of points,
    ``"lat lon"`` each. That something happened here is a proposition; that a picture was taken here
    an assessment.
    """

    names: tuple[NameForm, ...] = ()
    kind: Annotated[Code, about(vocabulary="place-kind")] | None = None
    lat: Degrees | None = None
    lon: Degrees | None = None
    precision_m: Annotated[int, msgspec.Meta(ge=1, le=20_100_000)] | None = None
    outline: tuple[Annotated[str, msgspec.Meta(max_length=40)], ...] = ()
    within: Annotated[Ref, about("place")] | None = None
    country: Country | None = None
    gazetteer: Name | None = None
    gazetteer_id: Name | None = None
    protected: bool = False
    located_by: Literal["source", "gazetteer", "map", "device", "analyst"] | None = None

    def check(self) -> None:
        """A point has both degrees and a precision; a place has a name or a position."""
        require((self.lat is None) == (self.lon is None), "expected lat and lon together")
        if self.lat is not None and self.lon is not None:
            _require_point(self.lat, self.lon)
            require(self.precision_m is not None, "expected `precision_m` with a point")
        for point in self.outline:
            lat, space, lon = point.partition(" ")
            require(space, "expected points of the outline as `lat lon`")
            _require_point(lat, lon)
        require(not self.outline or 3 <= len(self.outline) <= 10_000, "expected at least 3 points")
        require(self.names or self.lat is not None or self.outline,
                "expected a name, a point or an outline")  # fmt: skip


def _require_point(lat: str, lon: str) -> None:
    # Stricter than ``places.parse_point``: what is stored is a JSON number as it stands.
    for name, text, limit in (("lat", lat, 90), ("lon", lon, 180)):
        fits = _DEGREES.fullmatch(text) and abs(float(text)) <= limit
        said = f"expected `{name}` as decimal degrees, -{limit} to {limit}, at most 7 decimals"
        require(fits, said)

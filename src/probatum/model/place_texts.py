"""Read places as people and programs write them: degrees with minutes, WKT, GeoJSON.

>>> read_point("49°58′48″N 36°15′09″E")
(Point(lat=499800000, lon=362525000), 31)
>>> bounds(read_shape("POLYGON((36.2 49.9, 36.3 49.9, 36.3 50, 36.2 49.9))")).north
500000000

MGRS and other grids are not read: a point that was given in one is converted by whoever records it,
and the text is kept verbatim beside it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from probatum.model.places import DEGREE_M, UNITS, Point, decimals_of, parse_point

MOST_POINTS = 10_000
MOST_CHARACTERS = 200  # of a point as people write it

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,10})?"
_ANGLE = re.compile(
    rf"(?P<before>[NSEW+-])?\s*(?P<degrees>{_NUMBER})\s*[°º˚]?"
    rf"(?:\s*(?P<minutes>{_NUMBER})\s*['’′]?(?:\s*(?P<seconds>{_NUMBER})\s*(?:[\"”″]|['’′]{{2}})?)?)?"
    r"\s*(?P<after>[NSEW])?"
)
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+|(?<=[NSEW])(?=[0-9])")


@dataclass(frozen=True, slots=True)
class Shape:
    """A point, or a polygon: its outer ring and its holes, each ring closed."""

    kind: Literal["point", "polygon"]
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """The least rectangle of degrees round a shape, in ten-millionths of a degree.

    A shape that crosses the 180th meridian has to be cut there (RFC 7946, section 3.1.9).
    """

    south: int
    west: int
    north: int
    east: int

    def holds(self, point: Point) -> bool:
        """Say whether a point lies in the rectangle or on its edge."""
        return self.south <= point.lat <= self.north and self.west <= point.lon <= self.east


def bounds(shape: Shape) -> Box:
    """Return the rectangle round a shape."""
    points = [point for ring in shape.rings for point in ring]
    lats, lons = [point.lat for point in points], [point.lon for point in points]
    return Box(min(lats), min(lons), max(lats), max(lons))


# -- degrees, minutes, seconds --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Angle:
    """An angle that was read: value and step of its last digit in ten-millionths of a degree."""

    value: int
    step: int
    parts: int
    axis: Literal["lat", "lon"] | None


def read_point(text: str) -> tuple[Point, int]:
    """Read latitude and longitude as people write them; also the metres that the digits carry.

    Decimal degrees, degrees and minutes, or degrees, minutes and seconds, both alike, with N S E W
    or a sign; latitude first unless the letters say otherwise. Raises ValueError.
    """
    text = text.strip().upper()
    if len(text) <= MOST_CHARACTERS:
        for cut in _BETWEEN.finditer(text):
            one, other = _angle(text[: cut.start()]), _angle(text[cut.end() :])
            if one is None or other is None or one.parts != other.parts:
                continue
            if one.axis == "lon" or other.axis == "lat":
                one, other = other, one
            if one.axis != "lon" and other.axis != "lat" and abs(one.value) <= 90 * UNITS:
                step = max(one.step, other.step)
                return Point(one.value, other.value), -(-DEGREE_M * step // UNITS)
    raise ValueError(
        "expected latitude and longitude, such as 49.98, 36.25 or 49°58'48\"N 36°15'09\"E"
    )


def _angle(text: str) -> Angle | None:
    """Read one angle; None if there is none: 61 minutes, a decimal before minutes, N and a sign."""
    found = _ANGLE.fullmatch(text)
    if found is None or (found["before"] and found["after"]):
        return None
    parts = [part for part in (found["degrees"], found["minutes"], found["seconds"]) if part]
    if any("." in part for part in parts[:-1]) or any(Fraction(part) >= 60 for part in parts[1:]):
        return None
    value = sum(Fraction(part) / 60**place for place, part in enumerate(parts))
    letter = found["after"] or found["before"] or "+"
    axis: Literal["lat", "lon"] | None = None
    if letter in "NSEW":
        axis = "lat" if letter in "NS" else "lon"
    if value > (90 if axis == "lat" else 180):
        return None
    step = UNITS / (Fraction(60) ** (len(parts) - 1) * 10 ** decimals_of(parts[-1]))
    units = round(value * UNITS)
    return Angle(-units if letter in "SW-" else units, max(1, -(-step // 1)), len(parts), axis)


# -- WKT and GeoJSON ------------------------------------------------------------------------------


def read_shape(text: str) -> Shape:
    """Read a point or polygon from WKT or from a GeoJSON geometry (RFC 7946), longitude first.

    No third dimension, no other reference system, at most 10,000 points, no more than 7 decimals.
    Raises ValueError.
    """
    if text.lstrip().startswith("{"):
        return _geojson(text)
    return _wkt(text)


_WKT = re.compile(r"\s*(POINT|POLYGON)\s*\(([-0-9.,()\s]*)\)\s*", re.IGNORECASE)
_RING = re.compile(r"\(([^()]*)\)")
_RINGS = re.compile(r"\s*\([^()]*\)\s*(?:,\s*\([^()]*\)\s*)*")


def _wkt(text: str) -> Shape:
    found = _WKT.fullmatch(text)
    if found is None:
        raise ValueError("expected POINT(lon lat) or POLYGON((lon lat, ...)), or GeoJSON")
    if found[1].upper() == "POINT":
        return _shape("point", [[tuple(found[2].split())]])
    rings = _RINGS.fullmatch(found[2])
    if rings is None:
        raise ValueError("expected POLYGON((lon lat, ...), (a hole, ...))")
    texts = _RING.findall(found[2])
    return _shape("polygon", [[tuple(point.split()) for point in one.split(",")] for one in texts])


def _geojson(text: str) -> Shape:
    try:
        # Numbers as they are written: a float would add or lose digits.
        value = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        raise ValueError("expected a GeoJSON geometry, and this is no JSON") from None
    kind = value.get("type") if isinstance(value, dict) else None
    if kind not in ("Point", "Polygon") or "crs" in value:
        raise ValueError("expected a GeoJSON geometry of type Point or Polygon, without crs")
    found = value.get("coordinates")
    rings = [[found]] if kind == "Point" else found
    if not isinstance(rings, list) or not all(isinstance(ring, list) for ring in rings):
        raise ValueError("expected the coordinates of a polygon as rings of [lon, lat]")
    points = [[tuple(point) if _is_pair(point) else () for point in ring] for ring in rings]
    return _shape("point" if kind == "Point" else "polygon", points)


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _shape(kind: Literal["point", "polygon"], rings: list[list[tuple[str, ...]]]) -> Shape:
    if sum(map(len, rings)) > MOST_POINTS:
        raise ValueError(f"a shape has at most {MOST_POINTS} points")
    if any(len(point) != 2 for ring in rings for point in ring):
        raise ValueError("a point is two numbers, longitude and latitude")
    made = tuple(tuple(parse_point(lat, lon) for lon, lat in ring) for ring in rings)
    if kind == "polygon" and not (
        made and all(len(ring) >= 4 and ring[0] == ring[-1] for ring in made)
    ):
        raise ValueError("a ring of a polygon has four points or more and ends where it began")
    return Shape(kind, made)

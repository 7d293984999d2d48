"""Points on the Earth that keep the precision of their source.

Degrees are decimal text (WGS 84) and inside whole ten-millionths of a degree, about a centimetre:
no float goes into the log. A point has a *precision*: the metres within which the true place lies.
Whoever prints a point prints no more decimals than that carries.

>>> bridge = parse_point("49.980000", "36.2527193")
>>> printed(bridge, precision_m=1000), rounded(bridge, precision_m=20)
('49.98, 36.25 (± 1,000 m)', ('49.980', '36.253'))
>>> round(distance_m(bridge, parse_point("49.98", "36.3527193")) / 100) / 10
7.2
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

DECIMALS = 7
UNITS = 10_000_000  # in one degree
EARTH_RADIUS_M = 6_371_008.8  # the mean radius (IUGG); a sphere is within 0.6 % of the ellipsoid
DEGREE_M = 111_320  # a degree of latitude, and of longitude at the equator
FARTHEST_M = 20_020_000  # half round the Earth

_DEGREES = re.compile(r"(-?)([0-9]{1,3})(?:\.([0-9]{1,7}))?")


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """Latitude and longitude in ten-millionths of a degree, north and east positive."""

    lat: int
    lon: int

    def __post_init__(self) -> None:
        if abs(self.lat) > 90 * UNITS or abs(self.lon) > 180 * UNITS:
            raise ValueError("latitude is -90 to 90 degrees, longitude -180 to 180")


def parse_degrees(text: str) -> int:
    """Read decimal degrees into ten-millionths.

    At most 7 decimals, a minus for south and west, no plus, no exponent. Raises ValueError.
    """
    found = _DEGREES.fullmatch(text)
    if found is None:
        raise ValueError(
            f"degrees are decimal, such as 49.98 or -0.5, with at most {DECIMALS} decimals"
        )
    sign, whole, decimals = found.groups()
    number = int(whole) * UNITS + int((decimals or "").ljust(DECIMALS, "0"))
    return -number if sign else number


def parse_point(lat: str, lon: str) -> Point:
    """Read latitude and longitude in decimal degrees. Raises ValueError."""
    return Point(parse_degrees(lat), parse_degrees(lon))


def decimals_for(precision_m: int) -> int:
    """Return the most decimals whose last one is not finer than the precision, at most 7."""
    if precision_m < 1:
        raise ValueError("a precision is at least one metre")
    decimals = 0
    while decimals < DECIMALS and DEGREE_M >= precision_m * 10 ** (decimals + 1):
        decimals += 1
    return decimals


def rounded(point: Point, precision_m: int) -> tuple[str, str]:
    """Return latitude and longitude as text with the decimals that the precision carries."""
    decimals = decimals_for(precision_m)
    return _text(point.lat, decimals), _text(point.lon, decimals)


def printed(point: Point, precision_m: int) -> str:
    """Return a point for people, with its precision and no more decimals than that carries."""
    lat, lon = rounded(point, precision_m)
    far = f"{precision_m:,} m" if precision_m < 10_000 else f"{-(-precision_m // 1000):,} km"
    return f"{lat}, {lon} (± {far})"


def written(point: Point) -> tuple[str, str]:
    """Return latitude and longitude as text, exact, without zeros at the end."""
    lat, lon = _text(point.lat, DECIMALS), _text(point.lon, DECIMALS)
    return lat.rstrip("0").rstrip("."), lon.rstrip("0").rstrip(".")


def _text(number: int, decimals: int) -> str:
    step = 10 ** (DECIMALS - decimals)
    steps, rest = divmod(abs(number), step)
    steps += 2 * rest > step or (2 * rest == step and steps % 2 == 1)  # half to even
    whole, part = divmod(steps, 10**decimals)
    sign = "-" if number < 0 and steps else ""
    return f"{sign}{whole}.{part:0{decimals}d}" if decimals else f"{sign}{whole}"


def distance_m(a: Point, b: Point) -> float:
    """Return the great-circle distance in metres on a sphere (haversine)."""
    a_lat, b_lat = math.radians(a.lat / UNITS), math.radians(b.lat / UNITS)
    north = math.sin((b_lat - a_lat) / 2) ** 2
    east = math.sin(math.radians((b.lon - a.lon) / UNITS) / 2) ** 2
    half = math.sqrt(north + math.cos(a_lat) * math.cos(b_lat) * east)
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, half))


def may_be_one_place(a: Point, a_precision_m: int, b: Point, b_precision_m: int) -> bool:
    """Say whether two points, each known within its precision, can be the same place."""
    # The sphere is short of the ellipsoid by up to 0.6 %: in doubt they can.
    return distance_m(a, b) * 0.994 <= a_precision_m + b_precision_m

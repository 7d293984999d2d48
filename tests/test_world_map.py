"""What the map shows whose, as decisions/0034 says: read from the files that ship."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORLD = ROOT / "src" / "probatum" / "desk" / "static" / "vendor" / "world"
DECISION = ROOT / "decisions" / "0034-what-the-map-shows.md"

Ring = list[list[float]]


@cache
def read(name: str) -> Any:
    assert (WORLD / name).is_file(), "run `make web` first"
    return json.loads((WORLD / name).read_text("utf-8"))


def crosses(lon: float, lat: float, ring: Ring) -> bool:
    within = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > lat) != (by > lat) and lon < (bx - ax) * (lat - ay) / (by - ay) + ax:
            within = not within
    return within


def holds(lon: float, lat: float, geometry: Any) -> bool:
    parts = geometry["coordinates"]
    polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
    return any(sum(crosses(lon, lat, ring) for ring in rings) % 2 for rings in polygons)


def country(lon: float, lat: float) -> list[str]:
    shown = read("countries.json")["features"]
    return [one["properties"]["name"] for one in shown if holds(lon, lat, one["geometry"])]


def pieces(kind: str) -> Iterator[tuple[list[float], list[float]]]:
    for feature in read("lines.json")["features"]:
        if feature["properties"]["kind"] == kind:
            for line in feature["geometry"]["coordinates"]:
                yield from zip(line, line[1:], strict=False)


def kilometres_to(lon: float, lat: float, kind: str) -> float:
    narrow = math.cos(math.radians(lat))
    nearest = math.inf
    for (ax, ay), (bx, by) in pieces(kind):
        px, py, qx, qy = (ax - lon) * narrow, ay - lat, (bx - lon) * narrow, by - lat
        dx, dy = qx - px, qy - py
        along = dx * dx + dy * dy
        t = max(0.0, min(1.0, -(px * dx + py * dy) / along)) if along else 0.0
        nearest = min(nearest, math.hypot(px + t * dx, py + t * dy))
    return nearest * 111.2


@pytest.mark.parametrize(
    ("place", "lon", "lat", "expected"),
    [
        ("Simferopol", 34.10, 44.95, "Ukraine"),
        ("Sevastopol", 33.52, 44.60, "Ukraine"),
        ("Kerch", 36.47, 45.35, "Ukraine"),
        ("Donetsk", 37.80, 48.00, "Ukraine"),
        ("Luhansk", 39.30, 48.57, "Ukraine"),
        ("Mariupol", 37.55, 47.12, "Ukraine"),
        ("Kherson", 32.62, 46.64, "Ukraine"),
        ("Laayoune", -13.20, 27.15, "W. Sahara"),
        ("Tifariti", -10.60, 26.15, "W. Sahara"),
        ("Pristina", 21.16, 42.66, "Kosovo"),
        ("Katzrin, Golan", 35.69, 32.99, "Syria"),
        ("Quneitra", 35.82, 33.12, "Syria"),
        ("Tiberias", 35.53, 32.79, "Israel"),
        ("East Jerusalem", 35.235, 31.78, "Palestine"),
        ("Gaza", 34.45, 31.50, "Palestine"),
        ("Sukhumi", 41.02, 43.00, "Georgia"),
        ("Tskhinvali", 43.97, 42.23, "Georgia"),
        ("Tiraspol", 29.60, 46.84, "Moldova"),
        ("Kyrenia", 33.32, 35.32, "Cyprus"),
        ("Hargeisa", 44.06, 9.56, "Somalia"),
        ("Stepanakert, Khankendi", 46.75, 39.82, "Azerbaijan"),
        ("Grozny", 45.70, 43.30, "Russia"),
        ("Rostov", 39.70, 47.23, "Russia"),
    ],
)
def test_a_place_lies_where_the_policy_says(
    place: str, lon: float, lat: float, expected: str
) -> None:
    assert country(lon, lat) == [expected], place


def test_what_the_united_nations_do_not_draw_is_not_drawn_apart() -> None:
    names = {one["properties"]["name"] for one in read("countries.json")["features"]}
    assert len(names) > 200
    assert names & {"Somaliland", "N. Cyprus", "Crimea", "Abkhazia", "South Ossetia"} == set()


@pytest.mark.parametrize(
    ("line", "lon", "lat"),
    [
        ("Morocco and Western Sahara", -10.5, 27.667),
        ("Kosovo and Serbia", 21.35, 42.88),
        ("Golan, the line of separation", 35.85, 33.05),
        ("Golan, its western side", 35.62, 33.10),
        ("West Bank", 34.98, 31.85),
        ("Cyprus, the buffer zone", 33.36, 35.18),
        ("Kashmir, the line of control", 74.0, 34.0),
        ("Korea", 127.0, 38.1),
    ],
)
def test_a_line_in_dispute_is_broken(line: str, lon: float, lat: float) -> None:
    assert kilometres_to(lon, lat, "disputed") < 25, line
    assert kilometres_to(lon, lat, "disputed") < kilometres_to(lon, lat, "boundary"), line


@pytest.mark.parametrize(
    ("line", "lon", "lat"),
    [("Perekop, north of Crimea", 33.70, 46.15), ("Donetsk, the front of 2015", 38.0, 48.0)],
)
def test_no_line_runs_through_ukraine(line: str, lon: float, lat: float) -> None:
    assert kilometres_to(lon, lat, "boundary") > 40, line
    assert kilometres_to(lon, lat, "disputed") > 40, line


def test_nothing_is_drawn_across_the_whole_world() -> None:
    """Rings that cross the date line are cut there, not led round the world."""
    land = read("land.json")["geometry"]
    for geometry in (*(one["geometry"] for one in read("countries.json")["features"]), land):
        for rings in geometry["coordinates"]:
            for ring in rings:
                across = [
                    (a, b) for a, b in zip(ring, ring[1:], strict=False)
                    if abs(a[0] - b[0]) > 180 and max(a[1], b[1]) > -89
                ]  # fmt: skip
                assert across == []
                assert all(-180 <= lon <= 180 for lon, _ in ring)
    assert country(179.0, 67.0) == country(-175.0, 66.5) == ["Russia"]


def test_countries_have_names_where_they_are() -> None:
    names = read("names.json")["countries"]
    assert len(names) > 200
    shown = {
        one["properties"]["name"]: one["geometry"] for one in read("countries.json")["features"]
    }
    large = [one for one in names if one["size"] > 1]
    outside = [
        one["name"] for one in large if not holds(one["lon"], one["lat"], shown[one["name"]])
    ]
    assert outside == []
    assert {one["code"] for one in names} >= {"UA", "RU", "SY", "IL", "PS", "EH", "XK"}


def test_towns_of_crimea_are_there_and_the_largest_come_first() -> None:
    towns = read("towns.json")
    at = {
        name: country(lon, lat)
        for name, lon, lat, _ in towns
        if name in {"Simferopol", "Sevastopol"}
    }
    assert at == {"Simferopol": ["Ukraine"], "Sevastopol": ["Ukraine"]}
    people = [town[3] for town in towns]
    assert people == sorted(people, reverse=True)


def test_the_policy_names_what_it_decides() -> None:
    words = DECISION.read_text("utf-8")
    for name in ("Crimea", "Sevastopol", "Western Sahara", "Golan", "Kosovo", "Palestine", "Cyprus",
                 "Somaliland", "Kashmir", "Taiwan", "Abkhazia"):  # fmt: skip
        assert name in words, name

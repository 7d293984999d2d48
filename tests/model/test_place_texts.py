"""Places as people and programs write them."""

from __future__ import annotations

import pytest

from probatum.model.place_texts import Box, bounds, read_point, read_shape
from probatum.model.places import Point, parse_point

HERE = parse_point("49.98", "36.2525")


@pytest.mark.parametrize(
    ("text", "precision_m"),
    [
        ("49.98, 36.2525", 1114),
        ("49.9800 36.2525", 12),
        ("49.98N 36.2525E", 1114),
        ("N49.98 E36.2525", 1114),
        ("36.2525 E, 49.98 N", 1114),
        ("49°58'48\"N 36°15'09\"E", 31),
        ("49°58′48″N, 36°15′09″E", 31),
        ("49 58 48 36 15 09", 31),
        ("49°58'48''n36°15'09''e", 31),
        ("49°58.800'N 36°15.150'E", 2),
        ("49° 58' 48.0\" N ; 36° 15' 09.0\" E", 4),
    ],
)
def test_a_point_is_read_with_the_precision_of_its_digits(text: str, precision_m: int) -> None:
    point, found = read_point(text)
    assert abs(point.lat - HERE.lat) <= 1 and abs(point.lon - HERE.lon) <= 1
    assert found == precision_m


@pytest.mark.parametrize(
    ("text", "point"),
    [("33.9S 18.4E", ("-33.9", "18.4")), ("-33.9, -70.6", ("-33.9", "-70.6")),
     ("12°00'S 77°03'W", ("-12", "-77.05"))],
)  # fmt: skip
def test_south_and_west_are_negative(text: str, point: tuple[str, str]) -> None:
    assert read_point(text)[0] == parse_point(*point)


@pytest.mark.parametrize(
    "text",
    ["", "49.98", "the bridge", "49°60'N 36°15'E", "49.5°30'N 36°15'E", "-49.98N 36E", "91N 0E",
     "49 58, 36", "49N 36N", "91, 0", "0, 181", "36E 49", "1" * 300, "49°58'48\"N"],
)  # fmt: skip
def test_what_is_no_point_is_refused(text: str) -> None:
    if text == "36E 49":  # the letter says which one is the longitude
        assert read_point(text)[0] == parse_point("49", "36")
        return
    with pytest.raises(ValueError, match="expected latitude and longitude"):
        read_point(text)


def test_a_point_is_its_own_rectangle() -> None:
    for text in ("POINT(36.2525 49.98)", '{"type":"Point","coordinates":[36.2525,49.98]}'):
        shape = read_shape(text)
        assert shape.kind == "point"
        assert bounds(shape) == Box(HERE.lat, HERE.lon, HERE.lat, HERE.lon)


RING = "36.2 49.9, 36.3 49.9, 36.3 50, 36.2 49.9"


@pytest.mark.parametrize(
    "text",
    [
        f"POLYGON(({RING}))",
        f" polygon ( ( {RING} ) , (36.22 49.91, 36.23 49.91, 36.23 49.92, 36.22 49.91) ) ",
        '{"coordinates": [[[36.2,49.9],[36.3,49.9],[36.3,50],[36.2,49.9]]], "type": "Polygon"}',
    ],
)
def test_a_polygon_has_a_rectangle_round_it(text: str) -> None:
    box = bounds(read_shape(text))
    assert box == Box(499000000, 362000000, 500000000, 363000000)
    assert box.holds(parse_point("49.95", "36.25")) and not box.holds(parse_point("50.1", "36.25"))


def test_geojson_numbers_are_taken_as_they_are_written() -> None:
    text = '{"type":"Point","coordinates":[36.1234567,-0.0000001]}'
    assert read_shape(text).rings[0][0] == Point(-1, 361234567)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "POINT(1)",
        "POINT(1 2 3)",
        "POINT(200 0)",
        "POINT(1e1 2)",
        "POINT Z (1 2 3)",
        "LINESTRING(1 2, 3 4)",
        "POLYGON((1 2, 3 4, 1 2))",
        "POLYGON((1 2, 3 4, 5 6, 7 8))",
        f"POLYGON(({RING}) ({RING}))",
        f"POLYGON(({RING}),)",
        "POLYGON()",
        "POLYGON((" + ",".join(["1 2"] * 10_001) + "))",
        "{",
        "{}",
        "[" * 100_000,
        '{"type":' + "[" * 100_000,
        '{"type":"Point","coordinates":["1","2"],"crs":{}}',
        '{"type":"Point","coordinates":[1]}',
        '{"type":"Point","coordinates":[NaN,1]}',
        '{"type":"Point","coordinates":[[1,2]]}',
        '{"type":"Point"}',
        '{"type":"Polygon","coordinates":[1,2]}',
        '{"type":"Polygon","coordinates":[]}',
        '{"type":"MultiPoint","coordinates":[[1,2]]}',
    ],
)
def test_shapes_that_are_broken_or_not_ours_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_shape(text)

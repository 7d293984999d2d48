"""Points: read, measured and printed, never with more decimals than the precision carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.model.places import (
    DEGREE_M,
    UNITS,
    Point,
    decimals_for,
    distance_m,
    may_be_one_place,
    parse_degrees,
    parse_point,
    printed,
    rounded,
    written,
)

POINTS = st.builds(
    Point, st.integers(-90 * UNITS, 90 * UNITS), st.integers(-180 * UNITS, 180 * UNITS)
)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("49.98", 499800000),
        ("-0.0000001", -1),
        ("0", 0),
        ("-0", 0),
        ("180", 180 * UNITS),
        ("36.2500000", 362500000),
    ],
)
def test_decimal_degrees_are_read_without_a_float(text: str, units: int) -> None:
    assert parse_degrees(text) == units


@pytest.mark.parametrize(
    "text",
    ["", "+49", "4e1", "49.", ".5", "49.12345678", "49,98", " 49", "٤٩", "49.9\n", "1234", "nan"],
)
def test_other_spellings_of_degrees_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="decimal"):
        parse_degrees(text)


@pytest.mark.parametrize(("lat", "lon"), [("90.0000001", "0"), ("0", "-180.0000001"), ("91", "0")])
def test_a_point_outside_the_earth_is_refused(lat: str, lon: str) -> None:
    with pytest.raises(ValueError, match="-90 to 90"):
        parse_point(lat, lon)


@pytest.mark.parametrize(
    ("precision_m", "text"),
    [
        (1, "49.98765, 36.12346 (± 1 m)"),
        (2, "49.9877, 36.1235 (± 2 m)"),
        (11, "49.9877, 36.1235 (± 11 m)"),
        (50, "49.988, 36.123 (± 50 m)"),
        (100, "49.988, 36.123 (± 100 m)"),
        (1_000, "49.99, 36.12 (± 1,000 m)"),
        (1_200, "50.0, 36.1 (± 1,200 m)"),
        (25_001, "50, 36 (± 26 km)"),
        (20_000_000, "50, 36 (± 20,000 km)"),
    ],
)
def test_printed_decimals_are_no_finer_than_the_precision(precision_m: int, text: str) -> None:
    assert printed(parse_point("49.9876549", "36.1234561"), precision_m) == text


def test_a_precision_finer_than_a_metre_is_refused() -> None:
    with pytest.raises(ValueError, match="one metre"):
        printed(Point(0, 0), 0)


@pytest.mark.parametrize(
    ("lat", "precision_m", "text"),
    [("-0.004", 1_000, "0.00"), ("-0.006", 1_000, "-0.01"), ("89.999", 1_000, "90.00"),
     ("0.05", 11_000, "0.0"), ("0.15", 11_000, "0.2"), ("-12.5", 100_000, "-12")],
)  # fmt: skip
def test_rounding_goes_to_the_nearest_and_keeps_signs_honest(
    lat: str, precision_m: int, text: str
) -> None:
    assert rounded(parse_point(lat, "0"), precision_m)[0] == text


@given(POINTS, st.integers(1, 20_000_000))
def test_the_last_decimal_is_never_finer_than_the_precision(point: Point, precision_m: int) -> None:
    lat, lon = rounded(point, precision_m)
    decimals = decimals_for(precision_m)
    assert [len(text.partition(".")[2]) for text in (lat, lon)] == [decimals] * 2
    assert decimals == 0 or DEGREE_M / 10**decimals >= precision_m
    back = parse_point(lat, lon)
    assert abs(back.lat - point.lat) * 2 <= UNITS // 10**decimals
    assert abs(back.lon - point.lon) * 2 <= UNITS // 10**decimals


@given(POINTS)
def test_an_exact_point_comes_back_from_its_text(point: Point) -> None:
    assert parse_point(*written(point)) == point


@pytest.mark.parametrize(
    ("a", "b", "metres"),
    [
        (("0", "0"), ("0", "1"), 111_195),
        (("0", "0"), ("1", "0"), 111_195),
        (("60", "0"), ("60", "1"), 55_597),
        (("0", "179.5"), ("0", "-179.5"), 111_195),
        (("90", "0"), ("-90", "0"), 20_015_115),
        (("49.98", "36.25"), ("49.98", "36.25"), 0),
    ],
)
def test_distances_on_the_sphere(a: tuple[str, str], b: tuple[str, str], metres: int) -> None:
    assert distance_m(parse_point(*a), parse_point(*b)) == pytest.approx(metres, abs=1)


@given(POINTS, POINTS)
def test_a_distance_is_the_same_both_ways_and_at_most_half_round(a: Point, b: Point) -> None:
    assert distance_m(a, b) == pytest.approx(distance_m(b, a))
    assert 0 <= distance_m(a, b) <= 20_016_000


def test_two_rough_points_may_be_one_place() -> None:
    a, b = parse_point("49.98", "36.25"), parse_point("49.99", "36.25")
    assert may_be_one_place(a, 1_000, b, 200)
    assert not may_be_one_place(a, 500, b, 200)

"""Two dates: before, shared, or not to be told. Never more than the texts say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.model.edtf import parse
from probatum.model.edtf_order import certainly_before, overlaps


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2022-03-04", "2022-03-04", True),
        ("2022-03-04", "2022-03-05", False),
        ("2022-03", "2022-03-04", None),
        ("2022-03", "2022-03", None),
        ("2022-03", "2022-04", False),
        ("2022-03~", "2022-04", None),
        ("2022-03-04?", "2022-03-04", None),
        ("2022-03-01/2022-03-09", "2022-03-04", True),
        ("2022-03-01/2022-03-09", "2022-03-09", True),
        ("2022-03-01/2022-03-09", "2022-03-10", False),
        ("2022-03-01/2022-03-09", "2022-03", None),
        ("2022-02/2022-04", "2022-03", True),
        ("2022-02/2022-04", "2022-03?", None),
        ("2022-02/2022-04", "2022-04-03", None),
        ("2022-03-01/2022-03-09", "2022-03-05/2022-03-20", True),
        ("2022-03/..", "2024-01-01", True),
        ("2022-03/", "2024-01-01", None),
        ("2022-03/", "2022-02-28", False),
        ("/2022-03", "2022-03-04", None),
        ("../2022-03", "2022-02-04", True),
        ("2022-03/..", "../2022-03", None),
        ("2022-XX-04", "2022-03-04", None),
        ("201X", "2022", False),
        ("Y170000002", "9999", False),
        ("-1985", "0001", False),
        ("{2022-03-04,2022-03-09}", "2022-03-09", True),
        ("[2022-03-04,2022-03-09]", "2022-03-09", None),
        ("[2022-03-04,2022-03-09]", "2022-03-05", False),
        ("[2022-03-04,2022-03-09]", "2022-03-01/2022-03-09", True),
        ("[2022-03-04..2022-03-09]", "2022-03-05", None),
        ("{2022-03-04..2022-03-09}", "2022-03-05", True),
        ("[..2022]", "2021-01-01", None),
    ],
)
def test_two_dates_share_a_day_or_not_or_nobody_can_tell(
    a: str, b: str, answer: bool | None
) -> None:
    assert overlaps(parse(a), parse(b)) is answer
    assert overlaps(parse(b), parse(a)) is answer


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2022-03", "2022-04-01", True),
        ("2022-03?", "2022-04-01", False),
        ("2022-03", "2022-03-31", False),
        ("2022-03/", "2022-04", False),
        ("../2022-03", "2022-04", True),
        ("/2022-03", "2022-04/..", True),
        # Half past eleven at night in UTC is the next day in the east.
        ("2022-03-01T23:30:00Z", "2022-03-02", False),
        ("2022-03-01T23:30:00Z", "2022-03-03", True),
        ("2022-03-01T01:30:00Z", "2022-03-02", True),
        ("2022-02-28", "2022-03-01T01:30:00Z", False),
        ("2022-02-27", "2022-03-01T01:30:00Z", True),
        ("2022-03-01T01:00:00+03:00", "2022-03-01T00:00:00Z", True),
        ("2022-03-01T00:00:00Z", "2022-03-01T01:00:00+03:00", False),
        # Without a zone a time of day cannot be compared with another place's.
        ("2022-03-01T01:00:00", "2022-03-01T09:00:00", False),
        ("2022-03-01T01:00:00", "2022-03-02T09:00:00", True),
        ("0001-01-01T00:00:00+14:00", "0001-01-02", True),
    ],
)
def test_before_is_said_only_where_it_is_certain(a: str, b: str, answer: bool) -> None:
    assert certainly_before(parse(a), parse(b)) is answer


def test_the_same_moment_in_two_zones_is_shared() -> None:
    noon, same = parse("2022-03-01T12:00:00Z"), parse("2022-03-01T15:00:00+03:00")
    assert overlaps(noon, same) is True
    assert overlaps(noon, parse("2022-03-01T12:00:01Z")) is False
    assert overlaps(parse("2022-03-01T12:00:00"), parse("2022-03-01T12:00:00")) is None
    assert overlaps(parse("2022-03-01T12:00:00"), parse("2022-03-01")) is True


SPAN = st.dates(date(2000, 1, 1), date(2002, 12, 31))
COARSE = st.tuples(SPAN, st.sampled_from([4, 7, 10])).map(lambda one: str(one[0])[: one[1]])


@given(COARSE, COARSE)
def test_the_answers_agree_with_every_day_that_the_texts_allow(a: str, b: str) -> None:
    one, other = parse(a), parse(b)
    assert one.earliest and one.latest and other.earliest and other.latest
    assert certainly_before(one, other) == (one.latest < other.earliest)
    shared = max(one.earliest, other.earliest) <= min(one.latest, other.latest)
    assert (overlaps(one, other) is not False) == shared
    assert (overlaps(one, other) is True) == (a == b and len(a) == 10)


@given(SPAN, SPAN, st.integers(0, 90))
def test_a_day_within_an_interval_of_days_is_certainly_within(
    day: date, start: date, length: int
) -> None:
    end = start + timedelta(days=length)
    assert overlaps(parse(f"{start}/{end}"), parse(str(day))) is (start <= day <= end)

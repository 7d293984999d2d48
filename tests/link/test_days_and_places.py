"""Days as intervals, ages against births, and places in their hierarchy."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from probatum.link.dates import born_between, days_of, exchanged
from probatum.link.places import NOWHERE, compared
from probatum.model.values import When
from probatum.model.victims import PlaceSaid


def test_an_open_or_unknown_date_says_nothing() -> None:
    assert days_of(None) is None
    assert days_of(When(text="long ago")) is None
    assert days_of(When(edtf="2019/..")) is None
    assert days_of(When(edtf="19XX-XX-XX")) is not None
    assert days_of(When(edtf="1800/1950")) is None


def test_an_uncertain_day_is_wider_than_a_day() -> None:
    low, high = days_of(When(edtf="2019-04-03~")) or (0, 0)
    assert high - low == 14


@given(st.dates(date(1900, 1, 1), date(2030, 1, 1)), st.integers(0, 110))
def test_somebody_of_an_age_was_born_between_those_days(died: date, age: int) -> None:
    day = died.toordinal()
    found = born_between(None, age, age, (day, day))
    assert found is not None
    birthday_today = day - round(age * 365.2425)
    assert found[0] - 2 <= birthday_today <= found[1] + 2
    assert 360 <= found[1] - found[0] <= 370


def test_a_birth_that_is_said_goes_before_an_age() -> None:
    assert (
        born_between(When(edtf="1980-05-06"), 3, 3, (737152, 737152))
        == (date(1980, 5, 6).toordinal(),) * 2
    )


def test_day_and_month_are_exchanged_only_where_that_is_a_date() -> None:
    fourth = date(2019, 3, 4).toordinal()
    assert exchanged(fourth, fourth) == (date(2019, 4, 3).toordinal(), 304)
    late = date(2019, 3, 14).toordinal()
    assert exchanged(late, late) == (None, 314)
    assert exchanged(late, late + 1) == (None, None)


def test_a_place_in_one_piece_is_read_from_the_smallest() -> None:
    whole = compared(PlaceSaid(text="село Кембрин، Вессарін"))
    parts = compared(PlaceSaid(path=("Vessarin district", "Kembryn")))
    assert whole.leaf.bones == parts.leaf.bones
    assert whole.top.bones == parts.top.bones


def test_a_point_without_words_has_no_name() -> None:
    found = compared(PlaceSaid(lat="-31.4", lon="-17.2"))
    assert (found.lat, found.lon, found.leaf.sound) == (-31.4, -17.2, "")
    assert compared(None) == NOWHERE

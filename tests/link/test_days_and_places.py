"""Days as intervals, ages against births, and places in their hierarchy."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from link.shown import row
from probatum.link.columns import columns
from probatum.link.comparisons import COMPARISONS
from probatum.link.dates import born_between, days_of, exchanged
from probatum.link.levels import levels
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


@pytest.mark.parametrize(("died", "known"), [
    ((None, None, None), True),
    (("2019-05-02", "2019-05", None), True),
    (("1919", "2019-05", None), False),
])  # fmt: skip
def test_ages_tell_where_days_of_death_are_not_said(
    died: tuple[str | None, ...], known: bool
) -> None:
    rows = [
        row(of, 1, "Ada Brun", died=day, age=age)
        for of, age, day in zip("abc", (30, 30, 61), died, strict=True)
    ]
    made = columns(rows, policy={})
    found = levels(made, np.array([0, 0], np.int32), np.array([1, 2], np.int32), threads=1)
    at = [each.name for each in COMPARISONS].index("born")
    same, other = found[:, at]
    said = [each.words for each in COMPARISONS[at].levels]
    if known:
        assert (said[same], said[other]) == ("may be the same", "further apart")
    else:
        assert other == -1, "nobody can tell when the third one died"


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

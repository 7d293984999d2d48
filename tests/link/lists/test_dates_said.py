"""Dates of lists: never more precise than they are written, never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.link.lists.dates import read_date
from probatum.model.edtf import parse


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2022", "2022"), ("2022-03", "2022-03"), ("2022-03-05", "2022-03-05"),
        ("2022-03-05T14:30:00", "2022-03-05"), ("05.03.2022 14:30", "2022-03-05"),
        ("05.03.2022", "2022-03-05"), ("5.3.2022 р.", "2022-03-05"), ("03/2022", "2022-03"),
        ("05/13/2022", "2022-05-13"), ("13/05/2022", "2022-05-13"), ("05/05/2022", "2022-05-05"),
        ("5 March 2022", "2022-03-05"), ("March 5th, 2022", "2022-03-05"),
        ("5-Mar-2022", "2022-03-05"), ("Monday, 5 March 2022", "2022-03-05"),
        ("5 березня 2022 року", "2022-03-05"), ("березень 2022", "2022-03"),
        ("5 марта 2022 г.", "2022-03-05"), ("1 мая 2022", "2022-05-01"),
        ("٥ آذار ٢٠٢٢", "2022-03-05"), ("15 كانون الثاني 2013", "2013-01-15"),
        ("۵.۳.۲۰۲۲", "2022-03-05"), ("late March 2022", "2022-03"), ("spring 2022", "2022-21"),
        ("весна 2022", "2022-21"), ("00.03.2022", "2022-03"), ("??.??.2022", "2022"),
        ("about March 2022", "2022-03~"), ("бл. 05.03.2022", "2022-03-05~"), ("2022?", "2022?"),
        ("~2022", "2022~"), ("5-7 March 2022", "2022-03-05/2022-03-07"),
        ("05.03.2022 - 07.03.2022", "2022-03-05/2022-03-07"), ("2020-2022", "2020/2022"),
        ("before 1 May 2022", "../2022-05-01"), ("після 05.03.2022", "2022-03-05/.."),
        ("2022-03-05/2022-03-07", "2022-03-05/2022-03-07"), ("20220305", "2022-03-05"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_it_is_written(text: str, edtf: str) -> None:
    found = read_date(text)
    assert found.edtf == edtf
    assert found.code is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31.02.2022", "impossible-date"), ("2022-02-30", "impossible-date"),
        ("29.02.2023", "impossible-date"), ("99.99.2022", "impossible-date"),
        ("0022-03-05", "impossible-date"), ("2022-03-07 - 2022-03-05", "impossible-date"),
        ("5.3.22", "short-year"), ("44625", "serial-number"), ("1443", "other-calendar"),
        ("15 رمضان 1443", "other-calendar"), ("yesterday", "not-a-date"), ("5 March", "not-a-date"),
        ("in the war", "not-a-date"), ("12", "not-a-date"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_unknown_and_says_why(text: str, code: str) -> None:
    assert read_date(text) == (None, code)


def test_day_and_month_that_may_be_either_stay_both() -> None:
    assert read_date("03/04/2022") == ("[2022-03-04,2022-04-03]", "ambiguous-date")
    assert read_date("03-04-2022").code == "ambiguous-date"


def test_a_stated_order_decides_and_its_exceptions_are_said() -> None:
    assert read_date("03/04/2022", "day-first") == ("2022-04-03", None)
    assert read_date("03/04/2022", "month-first") == ("2022-03-04", None)
    assert read_date("25/03/2022", "month-first") == ("2022-03-25", "other-order")


def test_years_of_two_digits_need_their_hundred() -> None:
    assert read_date("5.3.22", None, 1930).edtf == "2022-03-05"
    assert read_date("5.3.85", None, 1930).edtf == "1985-03-05"
    assert read_date("5 Mar 29", None, 1930).edtf == "2029-03-05"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_comes_back_from_its_usual_spellings(day: date) -> None:
    for text in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day} {day:%B} {day.year}"):
        assert read_date(text).edtf == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_breaks_it_and_what_comes_is_a_date(text: str) -> None:
    found = read_date(text)
    assert (found.edtf is None) <= (found.code is not None)
    if found.edtf is not None:
        assert str(parse(found.edtf)) == found.edtf


@given(st.text("0123456789./- ?xмартаMarch", max_size=24))
def test_nothing_that_looks_like_a_date_breaks_it(text: str) -> None:
    found = read_date(text)
    assert found.edtf is None or str(parse(found.edtf)) == found.edtf

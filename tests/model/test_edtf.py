"""Dates of EDTF: what is read, how it is spelt, which days it allows."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

import published
from probatum.model.edtf import Edtf, parse

EXAMPLES = published.load("edtf-2019")
CASES = [case for level in (0, 1, 2) for case in EXAMPLES[f"level_{level}"]]


def days(one: Edtf) -> tuple[str | None, str | None]:
    return (
        None if one.earliest is None else str(one.earliest),
        None if one.latest is None else str(one.latest),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_examples_of_the_specification_are_read(case: dict[str, object]) -> None:
    one = parse(str(case["text"]))
    assert str(one) == case.get("canonical", case["text"])
    assert one.precision == case["precision"]
    assert days(one) == (case["first"], case["last"])
    assert one.uncertain == case.get("uncertain", False)
    assert one.approximate == case.get("approximate", False)


@pytest.mark.parametrize("text", EXAMPLES["refused"])
def test_years_with_exponents_or_significant_digits_are_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match="not supported: write an interval"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("?2004-?06-?11", "2004-06-11?"),
        ("2004?-06-~11", "?2004-06-~11"),
        ("2004?-06~-11", "%2004-~06-11"),
        ("?2004", "2004?"),
        ("2004-06?-11?", "2004-06-11?"),
        ("?2004-06-11~", "%2004-~06-~11"),
        ("[1667, 1668]", "[1667,1668]"),
        ("2022-03-01T08:00:00+03", "2022-03-01T08:00:00+03:00"),
        ("2022-03-01T08:00:00+00:00", "2022-03-01T08:00:00+00:00"),
    ],
)
def test_there_is_one_canonical_spelling(text: str, canonical: str) -> None:
    assert str(parse(text)) == canonical
    assert parse(canonical) == parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-02-2X", "2023-02-20", "2023-02-28"),
        ("2024-02-2X", "2024-02-20", "2024-02-29"),
        ("202X-02-29", "2020-02-29", "2028-02-29"),
        ("2022-X2", "2022-02-01", "2022-12-31"),
        ("2022-XX-31", "2022-01-31", "2022-12-31"),
        ("20X1", "2001-01-01", "2091-12-31"),
        ("2022-25", "2022-03-01", "2022-06-22"),
        ("2022-28", "2021-12-01", "2023-03-21"),
        ("2022-30", "2021-12-01", "2023-03-21"),
        ("2022-32", "2022-06-01", "2022-09-23"),
        ("2022-33", "2022-01-01", "2022-03-31"),
        ("2022-36", "2022-10-01", "2022-12-31"),
        ("2022-37", "2022-01-01", "2022-04-30"),
        ("2024-39", "2024-09-01", "2024-12-31"),
        ("2022-40", "2022-01-01", "2022-06-30"),
        ("2022-41", "2022-07-01", "2022-12-31"),
        ("2022-03/2022-24", "2022-03-01", "2023-03-21"),
        ("0000", None, None),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_the_bounds_are_the_widest_that_the_text_allows(
    text: str, first: str | None, last: str | None
) -> None:
    assert days(parse(text)) == (first, last)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("201X-XX", "decade"),
        ("20XX-XX-XX", "century"),
        ("1XXX", "unspecified"),
        ("XXXX", "unspecified"),
        ("2X22", "unspecified"),
        ("2022-XX-12", "unspecified"),
        ("2022-04-1X", "unspecified"),
        ("2022-XX-XX", "year"),
        ("2022-40", "season"),
    ],
)
def test_precision_is_what_is_known_and_not_what_is_written(text: str, precision: str) -> None:
    assert parse(text).precision == precision


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a date"),
        ("/", "a date at one end"),
        ("../..", "a date at one end"),
        ("2022/..", None),
        ("2022/2021", "ends before it starts"),
        ("2022/2023/2024", "one start and one end"),
        ("2022-13", "the month"),
        ("2022-00", "the month"),
        ("2022-42", "the month"),
        ("2022-2X", "the month"),
        ("2022-04-31", "no such day"),
        ("2022-04-00", "no such day"),
        ("2023-02-29", "leap year"),
        ("2022-4-1", "not a date"),
        ("20220401", "not a date"),
        ("2022 ", "not a date"),
        ("2022\n", "not a date"),
        ("٢٠٢٢", "not a date"),
        ("2022-04-01T10:00", "time of day"),
        ("2022-04-01T24:00:00", "00:00:00 to 23:59:59"),
        ("2022-04-01T10:00:00-00:00", "means nothing"),
        ("2022-04-01T10:00:00+14:30", "offset -12 to"),
        ("2022-04-01T10:00:00?", "time of day"),
        ("2022-04-01T10:00:00/..", "time of day"),
        ("2022-04-31T10:00:00", "no such day"),
        ("0000-01-01T00:00:00", "0001 to 9999"),
        ("-0000", "no sign"),
        ("Y2022", "5 to 12 digits"),
        ("Y02022", "5 to 12 digits"),
        ("Y20222-01", "no month"),
        ("2022-21-01", "no day"),
        ("202X-21", "without X"),
        ("[]", "a set is"),
        ("[2022", "a set is"),
        ("[2022}", "a set is"),
        ("[2022,]", "not a date"),
        ("[2022,..2023]", "first element"),
        ("[2022..,2023]", "first element"),
        ("[..]", "first element"),
        ("{2023..2022}", "ends before it starts"),
        ("[2022/2023]", "not a date"),
        ("2022??", "not a date"),
        ("2022" + "-" * 2000, "at most 1000"),
    ],
)
def test_what_is_refused_says_why_and_does_not_repeat_the_text(
    text: str, reason: str | None
) -> None:
    if reason is None:
        assert parse(text)
        return
    with pytest.raises(ValueError, match=reason) as caught:
        parse(text)
    assert len(text) < 5 or text not in str(caught.value)


def test_a_moment_keeps_its_zone_or_says_that_it_has_none() -> None:
    east = timezone(timedelta(hours=3))
    assert parse("2022-03-01T08:00:00+03:00").moment == datetime(2022, 3, 1, 8, tzinfo=east)
    bare = parse("2022-03-01T08:00:00").moment
    assert bare is not None and bare.tzinfo is None
    assert parse("2022-03-01").moment is None


def test_the_ends_of_an_interval_are_known_open_or_unknown() -> None:
    assert parse("2022/..").ends == ("known", "open")
    assert parse("/2022").ends == ("unknown", "known")
    assert [str(one) for one in parse("2022-03?/2022-04").members] == ["2022-03?", "2022-04"]


def test_every_day_of_a_month_lies_within_its_bounds() -> None:
    for year in (1900, 2000, 2023, 2024):
        for month in range(1, 13):
            last = calendar.monthrange(year, month)[1]
            one = parse(f"{year}-{month:02d}")
            assert (one.earliest, one.latest) == (date(year, month, 1), date(year, month, last))


MASK = st.text("0123456789X", min_size=2, max_size=2)
MASKED = st.tuples(st.text("0129X", min_size=4, max_size=4), MASK, MASK).map("-".join)


@given(MASKED, st.dates(date(1, 1, 1)))
def test_a_day_that_fits_an_unspecified_date_lies_within_its_bounds(text: str, day: date) -> None:
    shaped = "".join(
        digit if mask == "X" else mask for mask, digit in zip(text, day.isoformat(), strict=True)
    )
    try:
        fitting = date.fromisoformat(shaped)
    except ValueError:
        return
    one = parse(text)
    assert one.first is not None and one.last is not None
    assert one.first <= (fitting.year, fitting.month, fitting.day) <= one.last


@given(st.text("0123456789X-?~%/.[]{},TZ:+Y", max_size=24))
def test_any_text_is_refused_or_comes_back_from_its_own_spelling(text: str) -> None:
    try:
        one = parse(text)
    except ValueError:
        return
    assert parse(str(one)) == one
    assert one.first is None or one.last is None or one.first <= one.last

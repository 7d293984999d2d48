"""The library edtf, which we did not write, reads what we read and finds the same days."""

from __future__ import annotations

import warnings
from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import published
from probatum.model.edtf import parse

EXAMPLES = published.load("edtf-2019")
# Seasons: the library takes the northern ones; we take any hemisphere. It has no days for "1X", a
# month of which one digit is known. Left out below: unknown ends, to which it adds ten years; sets
# and open ends, of which it has no days; the year 0, which datetime.date does not know.
OURS_ALONE = {"2001-21", "Y170000002", "Y-170000002", "-1985", "1984-1X"}


def judged(text: str) -> tuple[date | None, date | None] | None:
    """What the library says; None if it refuses the text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            one = edtf.parse_edtf(text)
        except edtf.EDTFParseException:
            return None
        return _date(one.lower_strict()), _date(one.upper_strict())


def _date(value: object) -> date | None:
    if isinstance(value, tuple) and 1 <= value[0] <= 9999:
        return date(value[0], value[1], value[2])
    return None


@pytest.mark.parametrize(
    "text",
    [
        case["text"]
        for level in (0, 1, 2)
        for case in EXAMPLES[f"level_{level}"]
        if case["text"] not in OURS_ALONE and not case["text"].startswith(("[", "{", "/", ".."))
        and not case["text"].endswith("/") and "X" not in case["text"][:1]
    ],
)  # fmt: skip
def test_both_find_the_same_days_in_the_examples_of_the_specification(text: str) -> None:
    one = parse(text)
    assert judged(text) == (one.earliest, one.latest)


DAY = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(str)
PART = st.tuples(DAY, st.sampled_from([4, 7, 10])).map(lambda one: one[0][: one[1]])
MASKED = st.tuples(PART, st.integers(1, 3)).map(
    lambda one: one[0][: 4 - one[1]] + "X" * one[1] if len(one[0]) == 4 else one[0][:-2] + "XX"
)
MARK = st.sampled_from(["", "?", "~", "%"])
SINGLE = st.tuples(PART, MARK).map("".join)
ENDS = st.tuples(PART, PART).map(lambda two: "/".join(sorted(two)))


@given(st.one_of(SINGLE, MASKED, ENDS, st.tuples(MARK, DAY).map("".join)))
def test_both_read_the_same_dates_and_find_the_same_days(text: str) -> None:
    one = parse(text)
    assert judged(text) == (one.earliest, one.latest)


NUMBER = st.one_of(st.just("XX"), st.integers(0, 99).map("{:02d}".format))


@given(st.integers(0, 9999).map("{:04d}".format), NUMBER, NUMBER)
def test_a_date_that_the_other_refuses_we_refuse_too(year: str, month: str, day: str) -> None:
    text = f"{year}-{month}-{day}"
    if not edtf.is_valid_edtf(text):
        with pytest.raises(ValueError):
            parse(text)

"""Ages of lists, in whole years from and to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.link.lists.ages import MOST_YEARS, read_age


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("34", (34, 34)), ("34.0", (34, 34)), ("34 years", (34, 34)), ("45 y.o.", (45, 45)),
        ("18 лет", (18, 18)), ("34 роки", (34, 34)), ("٣٤", (34, 34)), ("٣٤ سنة", (34, 34)),
        ("about 70", (65, 75)), ("~70", (65, 75)), ("близько 70 років", (65, 75)),
        ("70?", (65, 75)),
        ("30-35", (30, 35)), ("30–35 років", (30, 35)), ("30 or 35", (30, 35)),
        ("6 months", (0, 0)), ("18 months", (1, 1)), ("6 міс.", (0, 0)), ("6 أشهر", (0, 0)),
        ("2 тижні", (0, 0)), ("infant", (0, 1)), ("дитина", (0, 17)), ("طفل", (0, 17)),
        ("over 60", (60, 130)), ("60+", (60, 130)), ("до 18", (0, 18)), ("in his 30s", (30, 39)),
    ],
)  # fmt: skip
def test_an_age_is_read_as_it_is_written(text: str, ages: tuple[int, int]) -> None:
    found = read_age(text)
    assert (found.low, found.high, found.code) == (*ages, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("400", "impossible-age"),
        ("-5", "not-an-age"),
        ("old", "not-an-age"),
        ("35-30", "not-an-age"),
    ],
)
def test_what_is_no_age_is_unknown(text: str, code: str) -> None:
    assert read_age(text) == (None, None, code)


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    found = read_age(text)
    assert (found.low is None) == (found.high is None) == (found.code is not None)
    if found.low is not None and found.high is not None:
        assert 0 <= found.low <= found.high <= MOST_YEARS

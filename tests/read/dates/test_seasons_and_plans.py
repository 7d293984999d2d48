"""Seasons without a year, and days for which something is still planned."""

from __future__ import annotations

from datetime import date

import pytest

from probatum.read.dates import dates_of, edtfs_of

FRIDAY = date(2034, 7, 14)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "He accused them of having laid it in the spring.", ["2034-21"]),
        ("en", "The town was shelled during the autumn.", ["2033-23"]),
        ("en", "The town was shelled during the summer.", []),  # this one, or the last?
        ("en", "He was killed in the winter.", []),
        ("en", "He drowned in the spring floods.", []),
        ("uk", "Ще восени сапери запевняли, що дорога чиста.", ["2033-23"]),
        ("ru", "Ещё осенью сапёры уверяли, что дорога чиста.", ["2033-23"]),
        ("uk", "Восени дорогу відкриють.", []),
        ("uk", "Уночі проти 5 лютого через річку переправили полонених.",
         ["2034-02-04/2034-02-05"]),
        ("en", "An exchange, planned for Saturday, has been postponed.", ["2034-07-15"]),
        ("en", "The judge rose until Monday, when an engineer is to speak.", ["2034-07-17"]),
        ("en", "The army is ready to open a corridor at noon on Sunday.", ["2034-07-16"]),
        ("en", "He promised the same in March and they never arrived.", ["2034-03"]),
    ],
)  # fmt: skip
def test_seasons_and_plans_have_their_day(language: str, text: str, wanted: list[str]) -> None:
    assert [one.edtf for one in dates_of(text, language, FRIDAY)] == wanted


def test_a_season_follows_from_its_word_and_the_day_of_publication() -> None:
    assert "2034-21" in edtfs_of("spring", "en", FRIDAY)
    assert "2033-23" in edtfs_of("восени", "uk", FRIDAY)

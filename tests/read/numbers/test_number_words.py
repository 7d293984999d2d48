"""Numbers in digits and words, and the bounds that they may have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.model.nouns.figures import Bound
from probatum.read.numbers import bounds_of, number_of

LANGUAGES = ["en", "uk", "ru", "ar"]
ONE = [
    ("en", "312", 312), ("en", "1,408", 1408), ("en", "12 000", 12000),
    ("en", "1.2 million", 1200000),
    ("en", "Twenty-seven", 27), ("en", "one hundred and fifty-two", 152), ("en", "two dozen", 24),
    ("en", "half a dozen", 6), ("en", "a dozen", 12), ("en", "twelve hundred", 1200),
    ("en", "two thousand three hundred", 2300), ("en", "three hundred thousand and five", 300005),
    ("en", "a hundred and thirty-two", 132), ("en", "two and a half million", 2500000),
    ("uk", "дві з половиною тисячі", 2500), ("ru", "двух с половиной тысяч", 2500),
    ("uk", "чверті мільйона", 250000), ("ru", "двух десятках", 20), ("ru", "пятнадцатью", 15),
    ("ar", "صيادان", 2), ("ar", "عيادتين", 2),
    ("uk", "двадцять п’ять", 25), ("uk", "1,2 мільйона", 1200000), ("uk", "сто двадцять три", 123),
    ("uk", "п'ять тисяч двісті", 5200), ("uk", "півтори тисячі", 1500), ("uk", "два десятки", 20),
    ("uk", "четверо", 4), ("uk", "5 тис", 5000), ("uk", "сотню", 100),
    ("ru", "трёхсот", 300), ("ru", "сорока", 40), ("ru", "полутора десятков", 15),
    ("ru", "двадцать один", 21), ("ru", "две тысячи сто пять", 2105), ("ru", "12 тыс", 12000),
    ("ar", "٣١٢", 312), ("ar", "خمسة وعشرون", 25), ("ar", "ثلاثمئة وأربعة وعشرين", 324),
    ("ar", "اثنا عشر", 12), ("ar", "ثلاث عشرة", 13), ("ar", "خمسة آلاف", 5000),
    ("ar", "ألفين", 2000),
    ("ar", "1.2 مليون", 1200000), ("ar", "قتيلان", 2), ("ar", "مئتان وخمسون ألف", 250000),
]  # fmt: skip
RANGES = [
    ("en", "20-25", 20, 25), ("en", "20 to 25 thousand", 20000, 25000), ("en", "20 and 25", 20, 25),
    ("en", "two or three", 2, 3), ("uk", "20 до 25", 20, 25), ("ru", "три-четыре", 3, 4),
    ("ar", "٢٠ و٢٥", 20, 25),
]  # fmt: skip
OPEN = [
    ("en", "Dozens", 24), ("en", "tens of thousands", 20000), ("en", "scores", 40),
    ("uk", "десятки", 20), ("uk", "сотні тисяч", 200000), ("ru", "сотни", 200),
    ("ar", "عشرات", 20), ("ar", "عشرات الآلاف", 20000),
]  # fmt: skip
NONE = [
    ("en", "one two"), ("en", "far higher"), ("en", "at least 12"), ("en", "1.5"), ("en", ""),
    ("en", "9" * 40), ("uk", "понад 5"), ("ru", "более 5"), ("en", "hundred"), ("en", "12 people"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "value"), ONE)
def test_one_number(language: str, words: str, value: int) -> None:
    assert number_of(words, language) == (value, value)


@pytest.mark.parametrize(("language", "words", "low", "high"), RANGES)
def test_two_numbers_are_a_range(language: str, words: str, low: int, high: int) -> None:
    assert number_of(words, language) == (low, high)
    assert bounds_of(words, language, "range") == (low, high)
    assert bounds_of(words, language, "exact") is None


@pytest.mark.parametrize(
    ("language", "words", "bound", "low", "high"),
    [("ru", "тысячи", "more_than", 1_000, None), ("uk", "тисячі", "about", 1_000, 1_000),
     ("ru", "сотни", "less_than", None, 100), ("uk", "сотні", "up_to", None, 100)],
)  # fmt: skip
def test_a_word_for_many_is_one_of_them_behind_a_bound(
    language: str, words: str, bound: Bound, low: int | None, high: int | None
) -> None:
    assert bounds_of(words, language, bound) == (low, high)


@pytest.mark.parametrize(("language", "words", "low"), OPEN)
def test_words_without_an_upper_end(language: str, words: str, low: int) -> None:
    assert number_of(words, language) == (low, None)
    assert bounds_of(words, language, "at_least") == (low, None)
    assert bounds_of(words, language, "exact") is None


@pytest.mark.parametrize(("language", "words"), NONE)
def test_words_that_are_no_number_give_none(language: str, words: str) -> None:
    assert number_of(words, language) is None


def test_a_bound_takes_away_the_end_that_it_does_not_say() -> None:
    assert bounds_of("312", "en", "at_least") == (312, None)
    assert bounds_of("312", "en", "up_to") == (None, 312)
    assert bounds_of("312", "en", "about") == (312, 312)
    assert bounds_of("20 to 25", "en", "more_than") == (20, None)


@given(st.integers(1, 10**9), st.sampled_from(LANGUAGES), st.sampled_from(["", ",", " ", "\u00a0"]))
def test_digits_say_their_number_however_they_are_grouped(
    value: int, language: str, by: str
) -> None:
    assert number_of(f"{value:,}".replace(",", by), language) == (value, value)


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_words_are_a_number_or_none(words: str, language: str) -> None:
    amount = number_of(words, language)
    assert amount is None or amount.high is None or 0 <= amount.low <= amount.high

"""Dates in words: what they resolve to, what stays unknown, what is no date."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.model.edtf import parse
from probatum.read.dates import dates_of, edtfs_of

TUESDAY = date(2031, 5, 6)
DATES = [
    ("en", "The mill was hit on Tuesday.", "2031-05-06"),
    ("en", "It was hit last Tuesday.", "2031-04-29"),
    ("en", "It fell on Monday night.", "2031-05-05"),
    ("en", "Envoys will return on Thursday.", "2031-05-08"),
    ("en", "They will meet next Friday.", "2031-05-09"),
    ("en", "It fell on 3 April 2031.", "2031-04-03"),
    ("en", "It fell on April 3, 2031.", "2031-04-03"),
    ("en", "It fell on 12 May.", "2030-05-12"),
    ("en", "on Dec. 24", "2030-12-24"),
    ("en", "the twenty-first of June 2030", "2030-06-21"),
    ("en", "in May", "2031-05"),
    ("en", "in mid-March 2030", "2030-03"),
    ("en", "since March", "2031-03/.."),
    ("en", "until 1 April", "2031-04-01"),
    ("en", "Between 3 and 9 April", "2031-04-03/2031-04-09"),
    ("en", "from 28 December to 3 January 2031", "2030-12-28/2031-01-03"),
    ("en", "from March to May 2030", "2030-03/2030-05"),
    ("en", "April 3-5, 2031", "2031-04-03/2031-04-05"),
    ("en", "the night of 3 to 4 April", "2031-04-03/2031-04-04"),
    ("en", "struck overnight", "2031-05-05/2031-05-06"),
    ("en", "overnight into Tuesday", "2031-05-05/2031-05-06"),
    ("en", "three days ago", "2031-05-03"),
    ("en", "two months ago", "2031-03"),
    ("en", "a year ago", "2030"),
    ("en", "last week", "2031-04-28/2031-05-04"),
    ("en", "in March last year", "2030-03"),
    ("en", "on or about 12 March 2030", "2030-03-12~"),
    ("en", "the spring of 2030", "2030-21"),
    ("en", "after the siege of 2029.", "2029"),
    ("en", "on 13/04/2031", "2031-04-13"),
    ("en", "Friday 9 May", "2031-05-09"),
    ("en", "It rose to 130 this morning.", "2031-05-06"),
    ("en", "It was held until March 2030.", "2030-03"),
    ("en", "The shelling went on until Monday.", "2031-05-05"),
    ("en", "Norland has until Friday to answer.", "2031-05-09"),
    ("en", "The school was a prison between March and May 2030.", "2030-03/2030-05"),
    ("en", "A hearing is set for 12 June.", "2031-06-12"),
    ("en", "The ceasefire expires on Thursday.", "2031-05-08"),
    ("en", "From Monday to Wednesday the road was shut.", "2031-04-28/2031-04-30"),
    ("en", "They were seen alive before 12 April.", "2031-04-12"),
    ("en", "The search would go on until Friday.", "2031-05-09"),
    ("en", "They asked him to open the gate before Sunday.", "2031-05-11"),
    ("en", "The guards were ordered to leave by Thursday.", "2031-05-08"),
    ("en", "By Friday the toll had risen to 12.", "2031-05-02"),
    ("en", "She promised to open the archive on Thursday.", "2031-05-08"),
    ("en", "Mortars fell on the airport road this morning.", "2031-05-06"),
    ("uk", "Вона пообіцяла назвати імена до п'ятниці.", "2031-05-09"),
    ("uk", "Місто тримали до березня 2030 року.", "2030-03"),
    ("ru", "Миссия призвала допустить врачей до субботы.", "2031-05-10"),
    ("ar", "ووعد الوزير بفتح ممر آمن يوم الخميس", "2031-05-08"),
    ("uk", "у ніч проти середи", "2031-04-29/2031-04-30"),
    ("uk", "у вівторок", "2031-05-06"),
    ("uk", "минулої п'ятниці", "2031-05-02"),
    ("uk", "3 квітня 2031 року", "2031-04-03"),
    ("uk", "у ніч на 4 квітня", "2031-04-03/2031-04-04"),
    ("uk", "в ніч з 3 на 4 квітня", "2031-04-03/2031-04-04"),
    ("uk", "з 3 по 9 квітня", "2031-04-03/2031-04-09"),
    ("uk", "Торік село горіло", "2030"),
    ("uk", "тиждень тому", "2031-04-29"),
    ("uk", "наприкінці 2029 року", "2029"),
    ("uk", "за минулу добу", "2031-05-05/2031-05-06"),
    ("ru", "в среду", "2031-04-30"),
    ("ru", "в минувший вторник", "2031-04-29"),
    ("ru", "позавчера", "2031-05-04"),
    ("ru", "с мая по июль 2030 года", "2030-05/2030-07"),
    ("ru", "2 дек. 2030 г.", "2030-12-02"),
    ("ru", "на прошлой неделе", "2031-04-28/2031-05-04"),
    ("ar", "يوم الثلاثاء", "2031-05-06"),
    ("ar", "الثلاثاء الماضي", "2031-04-29"),
    ("ar", "٣ نيسان ٢٠٣١", "2031-04-03"),
    ("ar", "في 3 أيار/مايو", "2031-05-03"),
    ("ar", "منذ كانون الثاني 2030", "2030-01/.."),
    ("ar", "قبل ثلاثة أيام", "2031-05-03"),
    ("ar", "قبل يومين", "2031-05-04"),
    ("ar", "بين 3 و9 أبريل", "2031-04-03/2031-04-09"),
]
NO_DATES = [
    ("en", "She may march in a second."), ("en", "May said so; April Tanner agreed."),
    ("en", "the March on the capital"), ("en", "Every Monday bread came."),
    ("en", "the Sunday Times"), ("en", "Mr. Friday told the court."),
    ("en", "Friday Okoro said he saw the men."), ("en", "They met Sunday Adeyo at the gate."),
    ("en", "in 2000 homes"), ("en", "on 14 October Street"), ("en", "The sun sat low."),
    ("en", "He says a captain had told them “nobody leaves today”."),
    ("en", "It happened on Easter Monday."),
    ("en", "at 6 a.m."), ("en", "recently, for weeks"), ("en", "12th of the month"),
    ("uk", "повідомила Ольга Середа"), ("uk", "лютий голод серед них"), ("uk", "понад 2031 осіб"),
    ("ru", "вредная среда, одна секунда"), ("ru", "майор Май"), ("ar", "في اليوم التالي"),
    ("ar", "مارس الحق"),
    ("ar", "خميس العلي"), ("ar", "قبل أسبوع من الهجوم أغلق الطريق."),
]  # fmt: skip
UNKNOWN = [
    ("en", "on Monday"), ("en", "yesterday"), ("en", "last month"), ("en", "overnight"),
    ("uk", "у середу"), ("ru", "вчера"), ("ar", "يوم الجمعة"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "edtf"), DATES)
def test_a_date_resolves(language: str, text: str, edtf: str) -> None:
    (found,) = dates_of(text, language, TUESDAY)
    assert found.edtf == edtf
    words = text[found.mark.start : found.mark.end]
    assert edtf in edtfs_of(words, language, TUESDAY)


@pytest.mark.parametrize(("language", "text"), NO_DATES)
def test_other_words_are_no_dates(language: str, text: str) -> None:
    assert dates_of(text, language, TUESDAY) == []


@pytest.mark.parametrize(("language", "text"), UNKNOWN)
def test_without_a_day_of_publication_what_is_relative_stays_unknown(
    language: str, text: str
) -> None:
    (found,) = dates_of(text, language, None)
    assert found.edtf is None and found.relative


def test_a_day_without_a_year_keeps_its_year_unspecified() -> None:
    (found,) = dates_of("on 14 August", "en", None)
    assert (found.edtf, found.relative) == ("XXXX-08-14", True)


@pytest.mark.parametrize(
    "text",
    [
        "on 03/04/2031",
        "on 31 April",
        "will meet on Tuesday",
        "until Friday",
        "On the following Monday they left.",
        "They asked him to send a convoy on Monday.",
    ],
)
def test_what_can_mean_two_days_or_none_is_not_guessed(text: str) -> None:
    assert all(found.edtf is None for found in dates_of(text, "en", TUESDAY))


def test_months_and_years_side_by_side_are_two_dates() -> None:
    text = "In April and May 2030 it burned, and again in 2028 and 2029."
    found = [each.edtf for each in dates_of(text, "en", TUESDAY)]
    assert found == [None, "2030-05", "2028", "2029"]  # "April" alone does not say its year


def test_a_time_on_the_clock_belongs_to_its_day() -> None:
    text = "Hit at 6 a.m. on 3 April 2031 and on 5 April at 14:30."
    found = [text[each.mark.start : each.mark.end] for each in dates_of(text, "en", TUESDAY)]
    assert found == ["6 a.m. on 3 April 2031", "5 April at 14:30"]


PIECES = st.sampled_from(
    "on since until between and from to 3 14 31 2031 1999 April May march Monday last next week "
    "ago "
    "days three early the of night overnight – / , . 3 квітня з по у ніч на вівторок року тому "
    "в ночь с среду марта года منذ قبل أيام مارس كانون الثاني الماضي ليلة و ٣ ٢٠٣١".split()
)


@given(
    st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map(" ".join)),
    st.sampled_from(["en", "uk", "ru", "ar", "fr"]),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_marks_inside_it_and_dates_that_follow_from_their_words(
    text: str, language: str, published: date | None
) -> None:
    last = 0
    for found in dates_of(text, language, published):
        assert last <= found.mark.start < found.mark.end <= len(text)
        last = found.mark.end
        if found.edtf is not None:
            assert str(parse(found.edtf)) == found.edtf
            words = text[found.mark.start : found.mark.end]
            assert found.edtf in edtfs_of(words, language, published)


@pytest.mark.parametrize("unit", ["1 ", "a", "on 3 April to ", "from 3 to ", "last "])
def test_a_line_of_any_length_takes_time_in_proportion(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        began = process_time()
        dates_of(text, "en", TUESDAY)
        return process_time() - began

    small, large = (min(cost(size) for _ in range(3)) for size in (5_000, 20_000))
    assert large < 12 * small + 0.3

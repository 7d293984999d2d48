"""Figures: number, bound, measure, whom, by whom, in four languages."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.model import vocab
from probatum.read.dates import dates_of
from probatum.read.figures import bounds_of, figures_of
from probatum.read.found import FigureFound, Mark, PlaceFound

PUBLISHED = date(2031, 6, 12)
# text; for each figure: measure, bound, low, high, population; who gives them
FIGURES = [
    ("en", "The death toll from the strike on Dorna has risen to 45, the mayor said.",
     [("killed", "exact", 45, 45, "not-stated")], "the mayor"),
    ("en", "Shelling killed at least 12 people and wounded 30 others in Veska.",
     [("killed", "at_least", 12, None, "not-stated"),
      ("injured", "exact", 30, 30, "not-stated")], None),
    ("en", "At least 312 killed and 540 injured since dawn, the health office said.",
     [("killed", "at_least", 312, None, "not-stated"),
      ("injured", "at_least", 540, None, "not-stated")],
     "the health office"),
    ("en", "Twelve people, including three children, were killed when a shell fell.",
     [("killed", "exact", 12, 12, "not-stated"), ("killed", "exact", 3, 3, "children")], None),
    ("en", "Of the 57 people killed, 21 were women.",
     [("killed", "exact", 57, 57, "not-stated"), ("killed", "exact", 21, 21, "women")], None),
    ("en", "The ministry said 20-25 soldiers were killed.",
     [("killed", "range", 20, 25, "combatants")], "The ministry"),
    ("en", "The toll rose from 20 to 25, the hospital said.",
     [("killed", "exact", 20, 20, "not-stated"), ("killed", "exact", 25, 25, "not-stated")],
     "the hospital"),
    ("en", "Up to two dozen journalists have been arrested.",
     [("detained", "up_to", None, 24, "journalists")], None),
    ("en", "Dozens were killed and scores more wounded.",
     [("killed", "at_least", 24, None, "not-stated"),
      ("injured", "at_least", 40, None, "not-stated")],
     None),
    ("en", "300 houses were destroyed and 1,200 damaged.",
     [("buildings-destroyed", "exact", 300, 300, "not-stated"),
      ("buildings-damaged", "exact", 1200, 1200, "not-stated")], None),
    ("en", "An estimated 1.2 million people have been displaced, according to Open Hand.",
     [("displaced", "about", 1200000, 1200000, "not-stated")], "Open Hand"),
    ("en", "Gunmen kidnapped 17 schoolgirls.", [("abducted", "exact", 17, 17, "children")], None),
    ("en", "Seven nurses and 12 patients were killed.",
     [("killed", "exact", 7, 7, "medical-staff"), ("killed", "exact", 12, 12, "not-stated")], None),
    ("uk", "Щонайменше 312 людей загинули, 540 поранені, повідомив мер.",
     [("killed", "at_least", 312, None, "not-stated"),
      ("injured", "at_least", 540, None, "not-stated")],
     "мер"),
    ("uk", "Кількість загиблих зросла до 45.", [("killed", "exact", 45, 45, "not-stated")], None),
    ("uk", "За словами очевидців, солдати розстріляли сімох чоловіків.",
     [("killed", "exact", 7, 7, "men")], "очевидців"),
    ("uk", "Понад сотню будинків пошкоджено.",
     [("buildings-damaged", "more_than", 100, None, "not-stated")], None),
    ("uk", "Снаряди влучили у шість лікарень.",
     [("buildings-damaged", "exact", 6, 6, "not-stated")], None),
    ("ru", "Снаряды попали в шесть больниц.",
     [("buildings-damaged", "exact", 6, 6, "not-stated")], None),
    ("ar", "اقتاد الجنود نحو 40 رجلا.", [("detained", "about", 40, 40, "men")], None),
    ("ar", "احتجز المسلحون 18 صيادا.", [("detained", "exact", 18, 18, "not-stated")], None),
    ("uk", "Зникли безвісти 12 рибалок.", [("missing", "exact", 12, 12, "not-stated")], None),
    ("ru", "Погибли 11 человек, в том числе двое детей и один медик.",
     [("killed", "exact", 11, 11, "not-stated"), ("killed", "exact", 2, 2, "children"),
      ("killed", "exact", 1, 1, "medical-staff")], None),
    ("ru", "Трое раненых скончались в больнице.", [("killed", "exact", 3, 3, "not-stated")], None),
    ("ru", "Миссия подтвердила гибель 1408 гражданских лиц.",
     [("killed", "exact", 1408, 1408, "civilians")], "Миссия"),
    ("ru", "Обстрел унёс жизни девяти спасателей.",
     [("killed", "exact", 9, 9, "not-stated")], None),
    ("ar", "قتل 45 شخصا على الأقل وأصيب 120 آخرون، بحسب الدفاع المدني.",
     [("killed", "at_least", 45, None, "not-stated"), ("injured", "exact", 120, 120, "not-stated")],
     "الدفاع المدني"),
    ("ar", "أعلنت وزارة الصحة مقتل 312 شخصا بينهم 14 طفلا.",
     [("killed", "exact", 312, 312, "not-stated"), ("killed", "exact", 14, 14, "children")],
     "وزارة الصحة"),
    ("ar", "سقط قتيلان وثلاثة جرحى عند الحاجز.",
     [("killed", "exact", 2, 2, "not-stated"), ("injured", "exact", 3, 3, "not-stated")], None),
    ("ar", "نزح نحو 1.2 مليون شخص منذ آذار.",
     [("displaced", "about", 1200000, 1200000, "not-stated")], None),
]  # fmt: skip
NO_FIGURES = [
    ("en", "Lena Orvik, 34, and her son, 9, were on the fourth floor."),
    ("en", "The 93rd Brigade fired 152-millimetre shells from 24 kilometres at 6.40 a.m."),
    ("en", "Call 0800 555 019 or write to box 312."), ("en", "It cost 4.5 million marks."),
    ("en", "Eight aircraft and 300 tanks were lost in two years of war."),
    ("en", "Many homes were damaged and several people were hurt."), ("en", "No casualties."),
    ("en", "At least 40 per cent of the town has no water."),
    ("en", "Nearly half of the 900 homes burned."),
    ("en", "Two cows were also killed."), ("en", "It was the deadliest attack in 12 years."),
    ("uk", "Снаряд калібру 152 мм упав за 300 метрів від школи № 5 о 14:30."),
    ("uk", "Олена Ткач, 42 роки, нарахувала 150 ракет."),
    ("ru", "93-я бригада прошла 24 километра за 3 часа."), ("ru", "Выбиты стёкла в 14 окнах."),
    ("uk", "Мати трьох дітей загинула."), ("ru", "Мать троих детей погибла."),
    ("ar", "لم تقع إصابات في الهجوم."),
]  # fmt: skip


def read(text: str, language: str) -> list[FigureFound]:
    return figures_of(text, language, dates_of(text, language, PUBLISHED))


def words_of(text: str, mark: Mark | None) -> str | None:
    return None if mark is None else text[mark.start : mark.end]


@pytest.mark.parametrize(("language", "text", "wanted", "source"), FIGURES)
def test_a_figure_is_read(
    language: str,
    text: str,
    wanted: list[tuple[str, str, int | None, int | None, str]],
    source: str | None,
) -> None:
    found = read(text, language)
    assert [(f.measure, f.bound, f.low, f.high, f.population) for f in found] == wanted
    assert {words_of(text, each.source) for each in found} == {source}


@pytest.mark.parametrize(("language", "text"), NO_FIGURES)
def test_numbers_that_count_no_people_or_buildings_stay_out(language: str, text: str) -> None:
    assert read(text, language) == []


def test_a_number_given_only_relative_to_another_names_it() -> None:
    text = "The true toll is far higher than the 86 dead announced by the ministry, said the bloc."
    far, dead = read(text, "en")
    assert (far.number, far.relation, far.compares) == (None, "far_higher", dead.mark)
    assert words_of(text, far.source) == "the bloc"
    assert words_of(text, dead.source) == "the ministry"


def test_a_total_has_its_day_its_period_its_scope_and_how_it_was_counted() -> None:
    text = "As of 12 May, the mission had verified 1,408 civilian deaths in Norland since March."
    at = text.index("Norland")
    place = PlaceFound("Norland", (Mark(at, at + 7),))
    (found,) = figures_of(text, "en", dates_of(text, "en", PUBLISHED), [place])
    assert words_of(text, found.as_of) == "12 May"
    assert words_of(text, found.period) == "since March"
    assert words_of(text, found.scope) == "Norland"
    assert found.method_claimed == "verified"


PIECES = st.sampled_from(
    "at least more than 312 20 to 25 1.2 million dozens of killed wounded people children were and "
    ", . ; including whom far higher the toll rose said ministry according two three houses "
    "destroyed "
    "щонайменше загинули осіб двоє дітей поранено до від серед них повідомив погибли человек из "
    "них "
    "قتل ٣١٢ شخصا وأصيب قتيلان وثلاثة جرحى بينهم طفلا عشرات قال".split()
)


@given(
    st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=16).map(" ".join)),
    st.sampled_from(["en", "uk", "ru", "ar", "fr"]),
)
def test_any_text_gives_marks_inside_it_and_numbers_that_follow_from_their_words(
    text: str, language: str
) -> None:
    measures = {term.code for term in vocab.vocabulary("measure").terms}
    for found in read(text, language):
        marks = (found.mark, found.number, found.source, found.as_of, found.period, found.compares)
        assert all(0 <= mark.start < mark.end <= len(text) for mark in marks if mark)
        assert found.measure in measures
        if found.number is None:
            assert found.relation and found.low is found.high is found.bound is None
        else:
            words = text[found.number.start : found.number.end]
            assert found.bound is not None
            assert bounds_of(words, language, found.bound) == (found.low, found.high)


@pytest.mark.parametrize("unit", ["1 ", "a", "12 killed, ", "including 3 ", "at least ", "said "])
def test_a_line_of_any_length_takes_time_in_proportion(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        began = process_time()
        figures_of(text, "en")
        return process_time() - began

    small, large = (min(cost(size) for _ in range(3)) for size in (5_000, 20_000))
    assert large < 12 * small + 0.3

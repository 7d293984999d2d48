"""Figures of those whom gunmen took, of whom nothing is known, who lie in hospital."""

from __future__ import annotations

from datetime import date

import pytest

from probatum.read.dates import dates_of
from probatum.read.figures import figures_of

COUNTED = [
    ("uk", "Бойовики забрали з ринку двадцять одного підлітка.", [("abducted", 21)]),
    ("uk", "Поліція забрала з ринку двадцять одного підлітка.", [("detained", 21)]),
    ("ru", "Боевики взяли сорок солдат в плен.", [("detained", 40)]),
    ("ar", "داهم مسلحون القرية واعتقلوا ستة عمال.", [("abducted", 6)]),
    ("ar", "داهمت الشرطة القرية واعتقلت ستة عمال.", [("detained", 6)]),
    ("ru", "До сих пор ничего не известно о 38 рыбаках.", [("missing", 38)]),
    ("uk", "Досі нічого не відомо про 38 рибалок.", [("missing", 38)]),
    ("ru", "В больницах Канска остаются 48 человек.", [("injured", 48)]),
    ("uk", "У лікарнях Гайсина залишаються 48 людей.", [("injured", 48)]),
    ("ar", "ودُمّرت مدرستان في القصف.", [("buildings-destroyed", 2)]),
]


@pytest.mark.parametrize(("language", "text", "wanted"), COUNTED)
def test_what_befell_them(language: str, text: str, wanted: list[tuple[str, int]]) -> None:
    assert [(one.measure, one.low) for one in figures_of(text, language)] == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Семьи погибших получат компенсацию до 15 июля."),
        ("uk", "Родини загиблих отримають допомогу до 15 липня."),
        ("ar", "ونعلن إضراباً عاماً حتى 15 يوليو."),
    ],
)
def test_what_will_be_done_by_a_day_is_done_by_the_next_such_day(language: str, text: str) -> None:
    (one,) = dates_of(text, language, date(2031, 6, 12))
    assert one.edtf == "2031-07-15"

"""Names of one person or body in other words, letters, cases and lengths; and names of two."""

from __future__ import annotations

import pytest

from probatum.model.values import NameForm
from probatum.record.name_likeness import is_name, same_name, telling


def weight(one: str, two: str) -> float:
    names = ((NameForm(full=one),), (NameForm(full=two),))
    there = sum(part for part, _ in same_name(*names))
    back = sum(part for part, _ in same_name(*reversed(names)))
    assert there == back
    return there


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Irwin Sall", "Commodore Sall"),
        ("Ганна Сторож", "Ганни Сторож"),
        ("Андрія Мельника", "Андрій Мельник"),
        ("полковник Мельник", "Андрій Мельник"),
        ("Петренка", "Петренко"),
        ("Петренка", "Petrenko"),
        ("Иван Орлов", "Ивана Орлова"),
        ("العقيد سامي نور", "سامي نور"),
        ("Ministry of Defence", "the Defence Ministry"),
        ("Міністерство оборони", "Міністерства оборони"),
        ("Harbour Safety Agency", "HSA"),
        ("Міністерство охорони здоров'я", "МОЗ"),
        ("Dawn Shield", "the Dawn Shield militia"),
        ("Wells for All", "the aid group Wells for All"),
        ("Imre Salk", "Imre Salk of Radio Bastion"),
    ],
)
def test_one_name(one: str, two: str) -> None:
    assert weight(one, two) >= 1.0


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Colonel Sall", "Colonel Maun"),
        ("Colonel", "Colonel Maun"),
        ("Ганна Сторож", "Ганна Коваль"),
        ("Петренко", "Петрович"),
        ("Іван", "Ірина"),
        ("Salt Republic", "Salt Republic Coast Service"),
        ("Dawn Shield", "Dawn Shield Information Office"),
        ("Harbour Safety Agency", "HSC"),
        ("residents", "residents"),
        ("жителі села", "жителі села"),
        ("Village elders", "village elders"),
        ("elders of Dorna", "elders of Dorna"),
        ("Norland", "the"),
    ],
)
def test_two_names(one: str, two: str) -> None:
    assert weight(one, two) < 1.0


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("the Norland officials", True),
        ("UN monitors", False),
        ("the rescue service", False),
        ("Ministry of Health", True),
        ("سكان القرية", True),
        ("Storozh", True),
        ("Рятувальна служба", True),
        ("рятувальники", False),
    ],
)
def test_what_is_a_name(words: str, named: bool) -> None:
    assert is_name(NameForm(full=words)) is named


def test_the_words_that_tell_a_name_are_neither_titles_nor_too_short() -> None:
    assert telling(NameForm(full="Commodore Irwin Sall")) == {"irwin", "sall"}
    assert telling(NameForm(full="Ali")) == frozenset()
    assert telling(NameForm(full="residents")) == frozenset()

"""Mappings that headings suggest, in four languages: modest, and never a rule about names."""

from __future__ import annotations

import msgspec
import pytest

from probatum.link.lists.cells import headings
from probatum.link.lists.suggesting import suggested
from probatum.model.list_mapping import Mapping


def meant(*head: str) -> Mapping:
    found = suggested(head).mapping
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("head", "name", "died", "place"),
    [
        (("ID", "Name", "Sex", "Age", "Date of death", "Place of death", "Source"), "Name",
         "Date of death", "Place of death"),
        (("№", "ПІБ", "Стать", "Вік", "Дата загибелі", "Місце загибелі", "Джерело"), "ПІБ",
         "Дата загибелі", "Місце загибелі"),
        (("№ п/п", "Ф.И.О.", "Пол", "Возраст", "Дата гибели", "Место гибели", "Источник"), "Ф.И.О.",
         "Дата гибели", "Место гибели"),
        (("الرقم", "الاسم الكامل", "الجنس", "العمر", "تاريخ الوفاة", "مكان الوفاة", "المصدر"),
         "الاسم الكامل", "تاريخ الوفاة", "مكان الوفاة"),
    ],
)  # fmt: skip
def test_headings_of_four_languages_are_understood(
    head: tuple[str, ...], name: str, died: str, place: str
) -> None:
    found = meant(*head)
    assert found.names[0].full == name
    assert found.died is not None
    assert found.died.whole == died
    assert found.place is not None
    assert found.place.text == place
    assert (found.row_id, found.sex, found.source) == (head[0], head[2], head[6])
    assert suggested(head).unused == ()
    assert found.names[0].order is None
    assert found.date_order is None


def test_names_of_several_languages_become_several_forms() -> None:
    found = meant("first name (en)", "last name (en)", "ім'я (укр)", "прізвище (укр)", "name_ar")
    assert [(form.language, form.given, form.family, form.full) for form in found.names] == [
        ("en", "first name (en)", "last name (en)", None),
        ("uk", "ім'я (укр)", "прізвище (укр)", None),
        ("ar", None, None, "name_ar"),
    ]


def test_a_date_of_birth_is_no_date_of_death() -> None:
    found = meant("Name", "Date of birth", "Date")
    assert found.born is not None
    assert found.born.whole == "Date of birth"
    assert found.died is not None
    assert found.died.whole == "Date"


@pytest.mark.parametrize(
    "heading",
    ["Place of birth", "Date of report", "Місце народження", "Дата рождения", "مكان الولادة",
     "Name of witness", "Телефон", "Date of burial"],
)  # fmt: skip
def test_what_is_said_of_something_else_is_not_taken_for_death(heading: str) -> None:
    found = meant("Name", heading)
    assert (found.died, found.place) == (None, None)
    assert len(found.names) == 1


def test_the_name_of_a_village_is_no_name_of_a_person() -> None:
    found = meant("Victim name", "Name of village", "Source name")
    assert found.place is not None
    assert (found.names[0].full, found.place.path, found.source) == (
        "Victim name", ("Name of village",), "Source name",
    )  # fmt: skip


def test_columns_that_mean_nothing_known_are_not_read() -> None:
    assert suggested(("Name", "Shoe size", "")).unused == ("Shoe size", "column 3")


def test_headings_that_make_no_list_suggest_nothing() -> None:
    assert suggested(("alpha", "beta")).mapping is None
    assert suggested(()).mapping is None


def test_headings_are_told_apart_when_they_repeat() -> None:
    assert headings(("Name", " Name ", "", "Na\nme")) == ("Name", "Name (2)", "column 3", "Na me")


def test_a_mapping_survives_being_written_and_read() -> None:
    found = meant("ID", "Name", "Age", "Date", "Region", "Town", "Latitude", "Longitude", "Fate")
    assert msgspec.json.decode(msgspec.json.encode(found), type=Mapping) == found

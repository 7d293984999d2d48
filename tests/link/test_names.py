"""Names across scripts: what is one name, and what is not."""

from __future__ import annotations

import pytest

from probatum.link.names import NOBODY, compared, father_of, heard, parts_of
from probatum.model.letters import apart
from probatum.model.values import NameForm


@pytest.mark.parametrize(
    "written",
    ["Олександр Александр Oleksandr Aleksandr Alexander", "محمد Mohammed Muhammad Мохаммед",
     "Володимир Владимир Volodymyr Wladimir", "فاطمة Fatima Fatma Фатима",
     "Сергій Сергей Serhii Sergei", "Микола Николай Mykola Nikolai نيكولاي"],
)  # fmt: skip
def test_a_given_name_is_one_name_in_every_script(written: str) -> None:
    assert len({heard(word) for word in apart(written)}) == 1


@pytest.mark.parametrize(
    "written",
    ["Гронський Gronskii Hronskyi غرونسكي", "Жапренко Zhaprenko جابرنكو", "حلقده Halqadeh Халкаде",
     "Хяшемук Khiashemuk خياشموك"],
)  # fmt: skip
def test_a_family_name_has_the_same_bones_in_every_script(written: str) -> None:
    assert len({heard(word, True).bones for word in apart(written)}) == 1


def test_different_given_names_stay_different() -> None:
    assert heard("іван") != heard("петро")
    assert heard("ahmad").bones != heard("mahmoud").bones


@pytest.mark.parametrize(
    "full",
    ["Коваленко Іван Петрович", "Ivan Petrovych Kovalenko", "Kovalenko, Ivan Petrovich",
     "Коваленко Иван Петрович"],
)  # fmt: skip
def test_a_patronymic_says_where_the_family_name_stands(full: str) -> None:
    found = compared([NameForm(full=full)])
    assert found.given.sound == "ivan"
    assert found.father == heard("петро")
    assert found.family.bones == heard("коваленко", True).bones


def test_a_woman_and_a_man_of_one_family_have_one_family_name() -> None:
    assert heard("ковальська", True).sound == heard("ковальський", True).sound
    assert heard("петрова", True).sound == heard("петров", True).sound


def test_articles_and_sons_of_and_honorifics_are_no_parts_of_a_name() -> None:
    plain = parts_of(apart("Yusuf Karim Halabi"))
    assert parts_of(apart("Yusuf ibn Karim al-Halabi")) == plain
    assert parts_of(apart("Abu Omar Yusuf Karim Halabi")) == plain


def test_servant_of_is_one_word_with_what_follows() -> None:
    for full in ("Abd al-Rahman Nasser", "Abdulrahman Nasser", "عبد الرحمن ناصر"):
        assert parts_of(apart(full)).given.bones == "bdrhmn"


def test_what_one_script_leaves_out_the_other_fills() -> None:
    forms = (NameForm(given="يوسف"), NameForm(full="Jussuf Marendi"))
    found = compared(forms)
    assert found.family.bones == heard("marendi", True).bones


@pytest.mark.parametrize("full", ["-", "؟؟", "1", " "])
def test_marks_and_nothing_are_no_name_and_one_letter_is(full: str) -> None:
    found = compared([NameForm(full=full)])
    assert found == NOBODY or found.family.sound == full


def test_one_letter_is_kept_and_has_no_father() -> None:
    assert compared([NameForm(given="А", family="Б")]).given.sound == "a"
    assert father_of("ович") == heard("ович")

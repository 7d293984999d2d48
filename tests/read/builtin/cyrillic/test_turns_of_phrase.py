"""Turns of phrase of agencies, ministries and residents, by what carries them."""

from __future__ import annotations

import pytest

from probatum.read.contract import Assertion, Entity
from read.builtin.told import names, read, told

HOW = [
    ("uk", "Свідок Іван Рига розповів, як солдати били полонених.",
     [("Іван Рига", "asserts", "солдати били полонених")]),
    ("ru", "Житель села Пётр Лом рассказал о том, как солдаты сожгли его дом.",
     [("Пётр Лом", "asserts", "солдаты сожгли его дом")]),
    ("uk", "Мешканка Марія Литвин пригадує: спершу вимкнулося світло.",
     [("Марія Литвин", "asserts", "спершу вимкнулося світло")]),
]  # fmt: skip

IN_CAPITALS = [
    ("ru", "В Тбилиси обвинения отвергли.", [("Тбилиси", "denies", "обвинения")]),
    ("uk", "У Лангарі обстріл Лубен не коментували.",
     [("Лангарі", "declines_to_comment", "обстріл Лубен")]),
    ("ru", "На запрос агентства в штабе округа не ответили.",
     [("штабе округа", "declines_to_comment", "На запрос агентства")]),
    ("ru", "На вопрос, куда делись списки, министр не ответил.",
     [("министр", "declines_to_comment", "На вопрос, куда делись списки")]),
    ("uk", "Про долю зниклих у штабі мовчать.",
     [("штабі", "declines_to_comment", "Про долю зниклих")]),
]  # fmt: skip

ASKED = [
    ("uk", "Ми звертаємося до Червоного Хреста з проханням відвідати місця утримання.",
     [(None, "calls_for", "відвідати місця утримання")]),
    ("uk", "Прокурорка Анна Сич сказала, що слідство триває, і звернулася до свідків "
     "із проханням надати відео.",
     [("Анна Сич", "asserts", "слідство триває"), ("Анна Сич", "calls_for", "надати відео")]),
    ("ru", "Умоляю: заберите отсюда детей.", [(None, "calls_for", "заберите отсюда детей")]),
    ("ru", "Не пишите в чатах, куда прилетело.",
     [(None, "calls_for", "Не пишите в чатах, куда прилетело")]),
]  # fmt: skip

GOES_ON = [
    ("ru", "«Вепрь» отрицает обстрел. Мол, ударили ополченцы.",
     [("«Вепрь»", "denies", "обстрел"), ("«Вепрь»", "asserts", "ударили ополченцы")]),
    ("ru", "По данным штаба, мост взорван; двое ранены.",
     [("штаба", "asserts", "мост взорван"), ("штаба", "asserts", "двое ранены")]),
    ("ru", "UPD: Соня нашлась, жива.", [(None, "corrects", "Соня нашлась, жива")]),
    ("uk", "А бургомістрові скажу так: морити містечко спрагою — це злочин.",
     [(None, "asserts", "морити містечко спрагою — це злочин")]),
    ("ru", "Осуждаем налёт самым решительным образом.", [(None, "condemns", "налёт")]),
]  # fmt: skip

UNTRUE = [
    ("ru", "Лев Щукин назвал сообщения о пытках «фантазиями».",
     [("Лев Щукин", "disputes", "сообщения о пытках «фантазиями»")]),
    ("ru", "Мэр назвал данные комиссии верными.",
     [("Мэр", "asserts", "данные комиссии верными")]),
    ("ru", "Был удар по школе. Эти сообщения не соответствуют действительности.",
     [(None, "asserts", "Был удар по школе"),
      (None, "denies", "Эти сообщения не соответствуют действительности")]),
    ("ru", "В ряде СМИ появилась информация об ударе по школе.",
     [(None, "reports", "ударе по школе")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "wanted"), HOW + IN_CAPITALS + ASKED + GOES_ON + UNTRUE
)
def test_who_says_what_by_a_turn_of_phrase(
    language: str, text: str, wanted: list[tuple[str | None, str, str]]
) -> None:
    assert [tuple(each) for each in told(text, language)] == wanted


def test_a_headline_that_names_a_topic_says_nothing() -> None:
    text = "Заява Ради щодо удару по школі\n\nУдар стався вранці."
    assert [each.content for each in told(text, "uk")] == ["Удар стався вранці"]


def test_what_people_tell_in_a_town_is_not_said_by_the_town() -> None:
    assert "Сумах" not in names(read("У Сумах розповіли, що вода є.", "uk")).values()


@pytest.mark.parametrize(
    ("text", "name"),
    [("Её закопала разведгруппа Лангарской республики.", "разведгруппа Лангарской республики"),
     ("Следователи подняли останки из ямы.", "Следователи"),
     ("Облавы в Кяхте проводит Народная гвардия Селенгии.", "Народная гвардия Селенгии")],
)  # fmt: skip
def test_who_acts_without_speaking_is_named(text: str, name: str) -> None:
    assert name in names(read(text, "ru")).values()


def test_a_place_behind_a_title_is_no_name() -> None:
    reading = read("Военный комендант Моздока заявил, что в Моздоке тихо.", "ru")
    people = [each for each in reading.suggestions if isinstance(each, Entity)]
    assert "Военный комендант Моздока" in [each.name for each in people]
    assert "Бывший" not in names(read("Бывший узник сказал, что их били.", "ru")).values()


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Эксперт Анна Лом сказала, что это была противотанковая мина.", "weapon"),
     ("Эксперт Анна Лом сказала, что это узники лагеря.", "identity")],
)  # fmt: skip
def test_what_it_was_is_told_by_the_noun(text: str, kind: str) -> None:
    found = [one for one in read(text, "ru").suggestions if isinstance(one, Assertion)]
    assert [each.proposition for each in found] == [kind]

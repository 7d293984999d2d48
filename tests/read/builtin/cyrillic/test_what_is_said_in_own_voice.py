"""Ukrainian and Russian: what a text asks, mends and promises itself. All of it is invented."""

from __future__ import annotations

import pytest

from probatum.read.contract import Incident
from read.builtin.told import assertions, read, told

OWN = [
    ("uk", "Пришліть автобуси на Садову!", [("calls_for", "Пришліть автобуси на Садову!")]),
    ("ru", "Обращаюсь к губернатору: пришлите водолазов!",
     [("calls_for", "пришлите водолазов!")]),
    ("uk", "Хто має авто — відгукніться, вивозимо лежачих.",
     [("calls_for", "Хто має авто — відгукніться, вивозимо лежачих")]),
    ("uk", "Бережіть себе.", []),
    ("uk", "Виправляю: загиблих не троє.", [("corrects", "загиблих не троє")]),
    ("ru", "Поправка: в сообщении от 5 июня речь шла о семи погибших.",
     [("corrects", "в сообщении от 5 июня речь шла о семи погибших")]),
    ("ru", "Каждого виновного назовём поимённо.",
     [("commits_to", "Каждого виновного назовём поимённо")]),
    ("uk", "За перевіреними нами даними, у підвалі померли семеро.",
     [("asserts", "у підвалі померли семеро")]),
    ("uk", "Ми вважаємо ці дії катуванням.", [("asserts", "ці дії катуванням")]),
    ("ru", "В поезде не обнаружено ни оружия, ни следов взрыва.",
     [("denies", "В поезде не обнаружено ни оружия, ни следов взрыва")]),
]  # fmt: skip
STANCES = [
    ("ru", "Командир заявил, что его бойцов на реке не было.", "denies", "attribution"),
    ("ru", "«Нас там не было», — сказал комбат.", "denies", "attribution"),
    ("ru", "«Нас не было дома, когда прилетело», — сказал сторож.", "asserts", None),
    ("ru", "Адвокат настаивает, что никаких приказов полковник не отдавал.", "denies",
     "attribution"),
    ("ru", "«Они не кричали и не стреляли», — вспоминает сторож.", "asserts", None),
    ("uk", "«Ніхто нас не попередив», — скаржиться вдова.", "asserts", None),
    ("uk", "Доглядач запевняє, що стрілянини не було.", "denies", "occurrence"),
    ("ru", "Мэр клянётся, что никто не погиб.", "denies", "occurrence"),
    ("uk", "Звинувачення безпідставні, йдеться в заяві штабу.", "denies", "attribution"),
    ("uk", "«Якщо не буде пального, ми втратимо дітей», — сказала лікарка.", "asserts", None),
]  # fmt: skip
PROPOSITIONS = [
    ("uk", "Мер каже, що людей розстріляли бійці загону.", "attribution"),
    ("ru", "Мэр говорит, что удар нанесли военные лиги.", "attribution"),
    ("ru", "Мэр говорит, что приказ отдал полковник.", "attribution"),
    ("ru", "«По нам били прицельно», — сказал рыбак.", "intent"),
    ("ru", "Рыбак сказал, что огонь вели с другого берега.", "event_place"),
    ("uk", "Рибалка сказав, що в будинку жили самі студенти.", "identity"),
    ("uk", "Мер каже, що поліція відкрила провадження.", "measure"),
    ("uk", "Спілка назвала удар розправою.", "characterisation"),
    ("ru", "Мэр говорит, что 9 человек погибли, когда снаряд попал в дом.", "figure"),
    ("ru", "Мэр говорит, что снаряд попал в дом и погибли 9 человек.", "occurrence"),
    ("ru", "Власти не сообщают, где пленные.", "status"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), OWN)
def test_the_text_itself_asks_mends_and_promises(
    language: str, text: str, wanted: list[tuple[str, str]]
) -> None:
    assert [tuple(each) for each in told(text, language)] == [(None, *each) for each in wanted]


@pytest.mark.parametrize(("language", "text", "stance", "denies"), STANCES)
def test_a_denial_says_that_it_was_not_so_or_not_us(
    language: str, text: str, stance: str, denies: str | None
) -> None:
    (one,) = assertions(read(text, language))
    assert (one.stance, one.denies) == (stance, denies)


@pytest.mark.parametrize(("language", "text", "kind"), PROPOSITIONS)
def test_what_a_content_is_about(language: str, text: str, kind: str) -> None:
    assert assertions(read(text, language))[0].proposition == kind


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "В Орске увезли рыбаков. Часть похищенных нашли в лесу у Минска. Мэр осудил налёт."),
     ("uk", "У порту викрали моряків. Мер спростував чутки про евакуацію."),
     ("uk", "У порту викрали моряків. Затримано підозрюваного сторожа.")],
)  # fmt: skip
def test_words_that_point_to_an_event_begin_no_other(language: str, text: str) -> None:
    found = [each for each in read(text, language).suggestions if isinstance(each, Incident)]
    assert len(found) == 1

"""Ukrainian and Russian: posts, lists and letters that tell what happened. All invented."""

from __future__ import annotations

import pytest

from read.builtin.told import assertions, read, told

TELLS = [
    ("uk", "Людей завантажили у фургони й повезли за річку.", "asserts"),
    ("ru", "Людей погрузили в товарные вагоны и повезли на север.", "asserts"),
    ("uk", "Двірникові зламали руку прикладом.", "asserts"),
    ("ru", "На рассвете во двор зашли люди с канистрами.", "asserts"),
    ("uk", "Другу добу наш квартал живе без води.", "asserts"),
    ("ru", "Нашей улицы больше нет.", "asserts"),
    ("uk", "Ми чули черги за млином.", "asserts"),
    ("ru", "Наша батарея огня не вела.", "denies"),
    ("uk", "Це неправда.", "denies"),
    ("uk", "Хай хтось пояснить, за що забрали дитину.", "calls_for"),
    ("uk", "Завтра вранці понесу скаргу до прокуратури.", "commits_to"),
    ("ru", "Завтра утром отнесу жалобу в прокуратуру.", "commits_to"),
]
SILENT = [
    ("uk", "Скільки забрали загалом?"),
    ("ru", "Сколько увезли людей?"),
    ("uk", "Старий пором роками возив людей на базар."),
    ("ru", "Сторож дежурил в котельной у реки."),
    ("uk", "Звідки вони це взяли, не кажуть."),
    ("ru", "Он позже рассказал, что людей погрузили в вагоны."),
    ("uk", "Вона додала, що людей завантажили у фургони."),
]
CALLS = [
    ("uk", "Люди, не виходьте на вокзал!", "calls_for", "не виходьте на вокзал!"),
    ("ru", "Господин прокурор, заведите дело!", "calls_for", "заведите дело!"),
    ("uk", "Сусідам раджу записувати номери машин.", "calls_for", "записувати номери машин"),
    ("ru", "Советую не ездить через мост.", "calls_for", "не ездить через мост"),
    ("uk", "Ганьба катам.", "condemns", "катам"),
    ("ru", "Будьте прокляты, поджигатели.", "condemns", "поджигатели"),
    ("ru", "Мы готовы допустить наблюдателей.", "commits_to", "допустить наблюдателей"),
]
CUT = [
    ("uk", "Кажуть, міну поставили вночі, однак перевірити цього ми не можемо.",
     [("reports", "міну поставили вночі")]),
    ("ru", "Говорят ещё, что на той неделе сожгли хутор.",
     [("reports", "на той неделе сожгли хутор")]),
    ("ru", "Мы отвергаем эту ложь: никто из нас ничего не подписывал.",
     [("denies", "эту ложь"), ("denies", "никто из нас ничего не подписывал")]),
    ("uk", "1. Вікна вибило.\n\n2) Комору обчистили до дна.",
     [("asserts", "Вікна вибило"), ("asserts", "Комору обчистили до дна")]),
    ("ru", "3/ Амбар подожгли ночью.", [("asserts", "Амбар подожгли ночью")]),
]  # fmt: skip
PROPOSITIONS = [
    ("uk", "Другу добу наш квартал живе без води.", "status"),
    ("ru", "Мэр признал, что вывозил документы.", "attribution"),
    ("uk", "Мер визнав, що вогонь відкрили солдати полку.", "attribution"),
    ("ru", "Мы убеждены, что это депортация.", "characterisation"),
]


@pytest.mark.parametrize(("language", "text", "stance"), TELLS)
def test_what_was_done_needs_no_word_for_an_event(language: str, text: str, stance: str) -> None:
    (one,) = assertions(read(text, language))
    assert (one.voice, one.stance) == ("own", stance)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_scenery_questions_and_unknown_speakers_are_no_claim_of_the_publisher(
    language: str, text: str
) -> None:
    assert [one for one in assertions(read(text, language)) if one.voice == "own"] == []


@pytest.mark.parametrize(("language", "text", "stance", "content"), CALLS)
def test_the_text_calls_warns_curses_and_offers(
    language: str, text: str, stance: str, content: str
) -> None:
    assert [tuple(each) for each in told(text, language)] == [(None, stance, content)]


@pytest.mark.parametrize(("language", "text", "wanted"), CUT)
def test_a_claim_ends_where_the_writer_says_something_else(
    language: str, text: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(each.stance, each.content) for each in told(text, language)] == wanted


@pytest.mark.parametrize(("language", "text", "kind"), PROPOSITIONS)
def test_what_is_told_is_of_a_kind(language: str, text: str, kind: str) -> None:
    assert assertions(read(text, language))[0].proposition == kind


def test_whoever_is_called_is_the_addressee() -> None:
    (one,) = assertions(read("Господин прокурор, заведите дело!", "ru"))
    assert one.addressee is not None

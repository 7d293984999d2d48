"""Names that belong to bodies and persons, and places that only the words around them show."""

from __future__ import annotations

import pytest

from probatum.read.gazetteer import Gazetteer
from probatum.read.gazetteer.entries import Entry
from probatum.read.gazetteer.layers import MemoryLayer
from probatum.read.places import places_of


def town(number: int, name: str, *names: str) -> Entry:
    return Entry(
        id=f"t:{number}", name=name, lat=48.0 + number / 10, lon=37.0, precision_m=5000,
        kind="town", country="UA", region="05", population=90_000, names=names,
    )  # fmt: skip


GAZETTEER = Gazetteer([MemoryLayer("test", [
    town(1, "Vilshansk", "Вільшанськ", "Вильшанск", "فيلشانسك"),
    town(2, "Torhiv", "Торгів", "Торгов", "Торгив"), town(3, "Khorol", "Хорол"),
    town(4, "Marda", "Марді", "مردة"), town(5, "Hodana"), town(6, "Tal Sabir", "تل صابر"),
    town(7, "Khmelny", "Хмелни"),
])])  # fmt: skip
# language, text, what it names as places
NAMES = [
    ("en", "The lorry burnt out somewhere between Vilshansk and Tal Saqra.",
     {"Vilshansk", "Tal Saqra"}),
    ("en", "Families blocked the main street of Sevaro on Wednesday.", {"Sevaro"}),
    ("en", "The depot at the Sukha Yarka railway junction blew up.", {"Sukha Yarka"}),
    ("en", "Ships left the port of Hodanah.", {"Hodanah"}),
    ("en", "Talks between Anna and Peter failed.", set()),
    ("en", "They accused the navy of the Outer Isles.", {"the Outer Isles"}),
    ("en", "Women washed the wounded at the Lomisa Spring.", {"the Lomisa Spring"}),
    ("en", "Some had fled to Hodana and Vilshansk.", {"Hodana", "Vilshansk"}),
    ("en", "We protest.\n\nStavnes, 9 November 2031", {"Stavnes"}),
    ("en", "The monitor for the region, Anne Hart, reported it.", set()),
    ("en", "The Corsan Minister of War denied it, and I'd believe him.", set()),
    ("en", "A ferryman who gave only his first name, Petrus, recalled a flash.", set()),
    ("en", "Rockets struck a ferry landing on the Okavango at dawn.", {"the Okavango"}),
    ("en", "They read out the Treaty of Hodana and the Accord of Vilshansk.", set()),
    ("en", "He vanished at a checkpoint of the Norland peacekeeping contingent.", set()),
    ("uk", "Крім того, зникли ще двоє.", set()),
    ("uk", "Мер Хорола Юхим Палій заперечив чутки.", {"Хорола"}),
    ("uk", "Комендант Торгівського гарнізону мовчить.", set()),
    ("uk", "Як з'ясував Суд краю, він телефонував двічі.", set()),
    ("uk", "З Хмелен до Хорола вели дорогою.", {"Хмелен", "Хорола"}),
    ("ru", "В Лиге назвали обвинения постановкой.", set()),
    ("ru", "Следственное управление Озёрного края завершило осмотр.", set()),
    ("ru", "Ночью в Озёрном крае шли бои.", {"Озёрном крае"}),
    ("ar", "تدين هيئة «مردة» للإغاثة القصف.", set()),
    ("ar", "نُقلوا إلى تلصابر ليلاً.", {"تلصابر"}),
    ("ar", "يعملون في منجم الملح في وادي الريح.", {"وادي الريح"}),
    ("ar", "قال مجلس أهالي وادي الزعتر إنه ينتظر.", set()),
    ("ar", "نُقلوا إلى معسكر كبير، ثم إلى مقر الجمعية.", set()),
    ("en", "The Ministry of Foreign Affairs of the Republic of Lorne protested.", set()),
    ("en", "Shells hit the Rahba maternity clinic.", set()),
    ("en", "Researchers from Lantern Watch counted the dead.", set()),
    ("en", "One midwife, Asma, whose name is withheld, survived.", set()),
    ("en", "Lorne's army shelled Vilshansk, a senior Lorne official said.", {"Vilshansk"}),
    ("en", "A man called himself the Katiba's spokesman.", set()),
    ("en", "Shots were heard, for Vilshansk is a quiet town.", {"Vilshansk"}),
    ("en", "The colonel commanding the district, Stefan Ruk, fled.", set()),
    ("en", "They were picked up at the sports hall in Wick Cross.", {"Wick Cross"}),
    ("en", "The minister, visiting Port Hallow, promised help.", {"Port Hallow"}),
    ("en", "The dead were two sisters from Abash.", {"Abash"}),
    ("en", "Two families left Vilshansk, and from there for Tin Zoul.",
     {"Vilshansk", "Tin Zoul"}),
    ("en", "Barn survivors bury their own. The mothers of Ward Six spoke.", set()),
    ("en", "The priest prayed and May Torhiv read out the list.", set()),
    ("en", "In May Vilshansk was shelled.", {"Vilshansk"}),
    ("en", "A path joins Vilshansk with Torhiv.", {"Vilshansk", "Torhiv"}),
    ("uk", "Мешканка розповіла це «Торгівському листку» й «Хоролу».", set()),
    ("uk", "У Третій міській лікарні лежать двоє.", set()),
    ("uk", "Їх тримають на базі Берегової варти.", set()),
    ("uk", "Начальник порту Левко Тимощак відкинув це.", set()),
    ("uk", "Екіпаж буксира «Хорол» зник.", set()),
    ("uk", "Міну знайшли біля села Сині Криниці.", {"Сині Криниці"}),
    ("uk", "Табір розбили на околиці Торгива.", {"Торгива"}),
    ("uk", "Пишуть до Вас із Торгива. Звернення до Вашого офісу лежить у Мене.", {"Торгива"}),
    ("ru", "Обращаемся к Вам в связи с обстрелом. В Ваших письмах этого нет.", set()),
    ("ru", "Общество потребовало от Совета поручителей ответа.", set()),
    ("ru", "Она рассказала это «Заречному телеграфу».", set()),
    ("ar", "احتُجزوا على الطريق بين فيلشانسك وتلصابر.", {"فيلشانسك", "تلصابر"}),
    ("ar", "ندعو الحاكم إلى كشف مصيرهم.", set()),
    ("ar", "جاءت الأوامر من عوض بن سداح.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "names"), NAMES)
def test_a_place_is_named_and_a_body_is_none(language: str, text: str, names: set[str]) -> None:
    places = places_of(text, language, GAZETTEER)
    assert {text[slice(*mark)] for each in places for mark in each.mentions} == names

"""Whether words that no gazetteer knows name a place: where one goes, lands that speak."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.read.places.tokens import Token
from probatum.read.places.words_cyrillic import Words

_INTO = frozenset("в у во".split())
_FAR = 6
_GOES = re.compile(
    "^(?:на|от|по|вы|у|в|за|при|про|пере|до|с|з|ви|від|пові|до)?(?:прав|ход|йш|шл|шел|йд|ид|еха|езж"
    "|їх|їжд|воз|вез|віз|вод|вел|вів|беж|біг|сыл|сла|рибул|рибы|рибув|рибуд|тик|тек)"
)
_LOCATIVE = re.compile(r"(?:ому|ій|ом|ой|ем|их|ых|ого|ої)$")
_ONE_OF_THEM = ("житель", "мешканець", "мешканк", "старшин")
_ACCUSATIVE = re.compile("(?:[иы]й|ую|ое|ее)$")
_LAND = re.compile("(?:[иі]я|ланд|стан|марк|бург)$")
_WOMEN_AND_BODIES = frozenset(
    "мария марія анастасия анастасія евгения євгенія наталия наталія валерия валерія виктория "
    "вікторія юлия юлія лидия лідія ксения ксенія евдокия євдокія клавдия клавдія амалия амалія "
    "аурелия цецилия соломія соломия софия софія розалия розалія эмилия емілія сильвия сільвія "
    "корнелия корнелія аделия аделія глория лилия лілія виталия віталія авдотія меланія мелания "
    "полиция поліція комиссия комісія миссия місія армия армія администрация адміністрація "
    "редакция редакція партия партія организация організація коалиция коаліція федерация "
    "федерація компания компанія авиация авіація станция станція дивизия дивізія гимназия "
    "гімназія академия академія епархия єпархія ассоциация асоціація корпорация корпорація "
    "делегация делегація инспекция інспекція оппозиция опозиція дирекция дирекція коллегия "
    "колегія росгвардия нацполіція лаборатория лабораторія история історія операция операція "
    "территория територія ситуация ситуація информация інформація эвакуация евакуація агенция "
    "агенція экспертиза диаспора делегации братия мэрия мерія".split()
)


def is_gone_to(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether unknown words are where one goes: "в Остмарк", "зайшла в Зелений Брід"."""
    if first == 0 or tokens[first - 1].low not in _INTO or not tokens[first].joined:
        return False
    if tokens[first].text.isupper():
        return False
    if end - first == 2:
        return _ACCUSATIVE.search(tokens[first].low) is not None
    near = range(max(0, first - _FAR), first - 1)
    return end - first == 1 and any(
        _GOES.search(tokens[at].low) is not None and not tokens[at].capital for at in near
    )


def is_land(token: Token) -> bool:
    """Say whether a name ends as those of states do, and is no woman's nor that of a body."""
    return _LAND.search(token.low) is not None and token.low not in _WOMEN_AND_BODIES


def has_role_before(tokens: Sequence[Token], first: int, words: Words) -> bool:
    """Say whether a person's role stands two or three words before: then the name is theirs."""
    if _LOCATIVE.search(tokens[first].low):
        return False
    before = tokens[max(0, first - 3) : first]
    return any(each.low.startswith(words.titles + _ONE_OF_THEM) for each in before)

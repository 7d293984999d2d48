"""Ages as lists write them, to whole years from and to.

>>> read_age("34"), read_age("about 70"), read_age("30-35"), read_age("6 months")
(AgeRead(low=34, high=34, code=None), AgeRead(low=65, high=75, code=None), AgeRead(low=30, high=35, code=None), AgeRead(low=0, high=0, code=None))
>>> read_age("٣٤ سنة").low, read_age("over 60"), read_age("340").code
(34, AgeRead(low=60, high=130, code=None), 'impossible-age')
"""  # noqa: E501 - a line of the example

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from probatum.link.lists.month_words import ABOUT, DIGITS
from probatum.model.letters import fold

MOST_YEARS = 130
_NUMBER = r"(\d{1,4})(?:[.,](\d{1,2}))?"
_ONE = re.compile(rf"{_NUMBER}\s*([^\W\d_'\-]*)\.?(?: (?:old|of age|years old))?")
_TWO = re.compile(
    rf"{_NUMBER}\s*(?:-|–|—|to|до|or|або|или|الي|او)\s*{_NUMBER}\s*([^\W\d_]*)\.?(?: old)?"
)
_DECADE = re.compile(r"(?:in (?:his|her|their) )?(\d0)(?:'?s|-?ті|-?е)")
_YEARS = frozenset(
    fold(word)
    for word in "|y|yo|yr|yrs|year|years|р|рік|роки|років|г|л|год|года|лет|سنة|سنه|سنوات|عام|"
    "عاما|عاماً|سنين".split("|")
)
_MONTHS = frozenset(
    fold(word)
    for word in "m|mo|month|months|міс|місяць|місяці|місяців|мес|месяц|месяца|месяцев|شهر|أشهر|"
    "اشهر|شهور|شهرا".split("|")
)
_DAYS = frozenset(
    fold(word)
    for word in "d|day|days|week|weeks|день|дні|днів|дня|дней|тиждень|тижні|тижнів|неделя|недели|"
    "недель|يوم|أيام|أسبوع|أسابيع".split("|")
)
_WORDS = {
    "newborn|new born|новонароджений|новонароджена|новорожденный|новорожденная|حديث الولادة": (
        0,
        0,
    ),
    "infant|baby|немовля|младенец|رضيع|رضيعة": (0, 1),
    "child|minor|дитина|ребенок|طفل|طفلة": (0, 17),
    "adult|дорослий|доросла|взрослый|взрослая|بالغ|بالغة": (18, MOST_YEARS),
}
_SAID = {fold(word): ages for words, ages in _WORDS.items() for word in words.split("|")}
_OVER = tuple(
    fold(word)
    for word in "over|more than|>|older than|понад|старше|більше|свыше|более|فوق|اكثر من".split("|")
)
_UNDER = tuple(
    fold(word)
    for word in "under|less than|<|younger than|до|молодше|менше|младше|менее|تحت|اقل من".split("|")
)


class AgeRead(NamedTuple):
    """An age in whole years from and to, None where there is none; and what is to be said of it."""

    low: int | None
    high: int | None
    code: str | None = None


_NOT = AgeRead(None, None, "not-an-age")


@lru_cache(maxsize=1 << 14)
def read_age(text: str, about_years: int = 5) -> AgeRead:
    """Return what a cell says as an age. *About* is ``about_years`` less and more."""
    if text.isdecimal() and text.isascii() and len(text) <= 3:
        return _age(int(text), int(text))
    said = " ".join(fold(text.translate(DIGITS)).split()).strip(" .,;").replace("y.o", "yo")
    if said in _SAID:
        low, high = _SAID[said]
        return AgeRead(low, high)
    for words, is_over in ((_OVER, True), (_UNDER, False)):
        rest = _behind(said, words)
        if rest is not None and (found := _plain(rest)).low is not None:
            return _age(found.low, MOST_YEARS) if is_over else _age(0, found.low)
    if said.endswith("+") and (found := _plain(said[:-1])).low is not None:
        return _age(found.low, MOST_YEARS)
    rest = _behind(said, (*ABOUT, "~"))
    doubtful = rest is not None or said.endswith("?")
    found = _plain((said if rest is None else rest).rstrip(" ?()"))
    if not doubtful or found.low is None or found.high is None or found.low != found.high:
        return found
    least = max(0, found.low - about_years)
    return _age(least, min(MOST_YEARS, found.high + about_years))


def _plain(said: str) -> AgeRead:
    if said.isdecimal():
        return _age(int(said), int(said))
    decade = _DECADE.fullmatch(said)
    if decade is not None:
        return _age(int(decade[1]), int(decade[1]) + 9)
    one = _ONE.fullmatch(said)
    if one is not None:
        years = _years(int(one[1]), one[3])
        return _NOT if years is None else _age(years, years)
    two = _TWO.fullmatch(said)
    if two is not None:
        low, high = _years(int(two[1]), two[5]), _years(int(two[3]), two[5])
        return _NOT if low is None or high is None or low > high else _age(low, high)
    return _NOT


def _years(number: int, unit: str) -> int | None:
    if unit in _YEARS:
        return number
    if unit in _MONTHS:
        return number // 12
    return 0 if unit in _DAYS else None


def _age(low: int, high: int) -> AgeRead:
    if high > MOST_YEARS:
        return AgeRead(None, None, "impossible-age")
    return AgeRead(low, high)


def _behind(said: str, words: tuple[str, ...]) -> str | None:
    for word in words:
        if said.startswith(word) and (
            word in "<>~" or said[len(word) : len(word) + 1] in (" ", ".")
        ):
            return said[len(word) :].strip(" .")
    return None

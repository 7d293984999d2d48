"""Invented names of persons and places, in Cyrillic, Latin and Arabic letters.

A *word* is one name in the spellings that lists use for it. Given names are ordinary ones of their
languages, or invented; family names and places are syllables with the endings of their language.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache

from probatum.model.alphabets import GIVEN_NAMES
from probatum.model.letters import fold
from probatum.model.romanising import romanised

_MEN = """
Олександр/Александр Андрій/Андрей Сергій/Сергей Дмитро/Дмитрий Микола/Николай Михайло/Михаил
Володимир/Владимир Василь/Василий Іван/Иван Петро/Пётр Павло/Павел Юрій/Юрий Олексій/Алексей
Ігор/Игорь Євген/Евгений Віктор/Виктор Анатолій/Анатолий Степан/Степан Максим/Максим Олег/Олег
Богдан/Богдан Тарас/Тарас Роман/Роман Кирило/Кирилл Артем/Артём Данило/Даниил Семен/Семён
""".split()
_WOMEN = """
Олена/Елена Ірина/Ирина Наталія/Наталья Тетяна/Татьяна Катерина/Екатерина Ганна/Анна Марія/Мария
Ольга/Ольга Світлана/Светлана Людмила/Людмила Галина/Галина Юлія/Юлия Вікторія/Виктория
Софія/София Дарія/Дарья Надія/Надежда Лідія/Лидия Оксана/Оксана Ніна/Нина Любов/Любовь
""".split()
_ARAB_WOMEN = frozenset("فاطمه عائشه خديجه مريم زينب سميره ليلي هدي".split())
_CYRILLIC_ONSETS = "б в г д ж з к л м н п р с т х ч ш бр гр др кр тр ст сл вл пл".split()
_CYRILLIC_VOWELS = "а е и о у і я".split()
_CODAS = ["", "", "", "н", "р", "л", "м", "с", "к", "т"]
_LATIN_ONSETS = "b t j h kh d r z s sh f q k l m n gh".split()
_TO_ARABIC = {
    "shch": "شتش", "kh": "خ", "sh": "ش", "gh": "غ", "zh": "ج", "ch": "تش", "ts": "تس", "ya": "يا",
    "yu": "يو", "ye": "ي", "b": "ب", "t": "ت", "j": "ج", "h": "ه", "d": "د", "r": "ر", "z": "ز",
    "s": "س", "f": "ف", "q": "ق", "k": "ك", "l": "ل", "m": "م", "n": "ن", "w": "و", "y": "ي",
    "v": "ف", "p": "ب", "g": "غ", "a": "ا", "i": "ي", "o": "و", "u": "و", "e": "ي",
}  # fmt: skip
_TO_CYRILLIC = {
    "kh": "х", "sh": "ш", "gh": "г", "ou": "у", "oo": "у", "ee": "и", "aa": "а", "a": "а", "b": "б",
    "t": "т", "j": "дж", "h": "х", "d": "д", "r": "р", "z": "з", "s": "с", "f": "ф", "q": "к",
    "k": "к", "l": "л", "m": "м", "n": "н", "w": "в", "y": "й", "i": "и", "o": "о", "u": "у",
    "e": "е", "g": "г", "p": "п", "v": "в",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One name: as written in its own script, in Russian and in Ukrainian Cyrillic, and Arabic.

    ``latin`` are usual Latin spellings; for a Cyrillic name empty, for its letters give them.
    """

    uk: str
    ru: str
    ar: str
    latin: tuple[str, ...] = ()


def _replaced(text: str, table: dict[str, str]) -> str:
    made, at = "", 0
    while at < len(text):
        size = next((size for size in (4, 2, 1) if text[at : at + size] in table), 0)
        made += table[text[at : at + size]] if size else ""
        at += size or 1
    return made


@lru_cache(maxsize=1 << 17)
def in_arabic(cyrillic: str) -> str:
    """Write a Cyrillic name in Arabic letters, vowels as long ones, the way newspapers do."""
    plain = romanised(fold(cyrillic), "bgn-ru")
    thinned = plain[:1] + plain[1:].replace("e", "").replace("iy", "i").replace("yy", "y")
    return _replaced(thinned, _TO_ARABIC)


def in_russian(ukrainian: str) -> str:
    """Write a Ukrainian family name or place with the letters of Russian."""
    return ukrainian.translate(str.maketrans("іїєґІЇЄҐ", "ииегИИЕГ")).replace("'", "ъ")


def _syllables(chance: random.Random, count: int) -> str:
    made = ""
    for _ in range(count):
        made += chance.choice(_CYRILLIC_ONSETS) + chance.choice(_CYRILLIC_VOWELS)
    return made + chance.choice(_CODAS)


def slavic_given(chance: random.Random, *, woman: bool, count: int) -> list[Word]:
    """Return ordinary given names, and as many invented ones until there are ``count``."""
    known = [pair.split("/") for pair in (_WOMEN if woman else _MEN)]
    words = [Word(uk, ru, in_arabic(ru)) for uk, ru in known]
    while len(words) < count:
        uk = (_syllables(chance, 2) + ("а" if woman else "ан")).capitalize()
        words.append(Word(uk, in_russian(uk), in_arabic(uk)))
    return words


def slavic_family(chance: random.Random, *, russian: bool) -> Word:
    """Return an invented family name of a man; `of_a_woman` gives hers."""
    endings = ("ов", "ин", "ский", "ев") if russian else ("енко", "ук", "ський", "чак", "ко", "ін")
    stem = _syllables(chance, chance.choice((1, 2, 2, 3))).capitalize()
    if stem[-1] in "аеиоуія":
        stem += chance.choice("нрлмвд")
    uk = stem + chance.choice(endings)
    ru = in_russian(uk).replace("ський", "ский")
    return Word(uk.replace("ский", "ський"), ru, in_arabic(ru))


@lru_cache(maxsize=1 << 18)
def of_a_woman(name: str) -> str:
    """Return the family name of a woman, in Cyrillic."""
    for ending, hers in (("ський", "ська"), ("ский", "ская")):
        if name.endswith(ending):
            return name.removesuffix(ending) + hers
    return name + "а" if name.endswith(("ов", "ев", "ин", "ін")) else name


@lru_cache(maxsize=1 << 16)
def patronymic(father: str, *, woman: bool, russian: bool) -> str:
    """Return the patronymic of a father's name in Cyrillic."""
    stem = father[:-1] if father[-1] in "оайьяіиЇї" else father
    soft = father[-1] in "йьї"
    if russian:
        ending = ("евна" if soft else "овна") if woman else ("евич" if soft else "ович")
    else:
        ending = ("ївна" if soft else "івна") if woman else ("йович" if soft else "ович")
    return stem + ending


def arabic_given(*, woman: bool) -> list[Word]:
    """Return ordinary Arabic given names."""
    words = []
    for arabic, latin in GIVEN_NAMES.items():
        if arabic in ("عبد", "الله") or (arabic in _ARAB_WOMEN) != woman:
            continue
        cyrillic = _replaced(latin[0], _TO_CYRILLIC).capitalize()
        words.append(Word(cyrillic, cyrillic, arabic, tuple(each.title() for each in latin)))
    return words


def arabic_name(chance: random.Random, *, article: bool) -> Word:
    """Return an invented Arabic-like name of three or four consonants, in several spellings."""
    onsets = [chance.choice(_LATIN_ONSETS) for _ in range(chance.choice((3, 3, 4)))]
    vowels = [chance.choice(("a", "a", "i", "u", "aa", "ii", "uu")) for _ in onsets[1:]]
    bare = "".join(map("".join, zip(onsets, vowels, strict=False))) + onsets[-1]
    arabic = "".join(
        _TO_ARABIC[onset] + (_TO_ARABIC[vowel[0]] if len(vowel) > 1 else "")
        for onset, vowel in zip(onsets, [*vowels, ""], strict=True)
    )
    short = bare.replace("aa", "a").replace("ii", "i").replace("uu", "u")
    latin = (short, bare.replace("uu", "ou").replace("ii", "ee").replace("aa", "a"))
    cyrillic = _replaced(short, _TO_CYRILLIC).capitalize()
    if article:
        spelled = tuple(
            f"{the}{each.capitalize()}" for the in ("al-", "el-", "Al ") for each in latin
        )
        return Word("Аль-" + cyrillic, "Аль-" + cyrillic, "ال" + arabic, spelled)
    return Word(cyrillic, cyrillic, arabic, tuple(each.capitalize() for each in latin))

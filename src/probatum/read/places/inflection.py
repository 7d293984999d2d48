"""Base forms that an inflected Ukrainian or Russian place name may come from.

The rules make more forms than exist: the gazetteer says which of them is a place. Forms are folded
(`probatum.model.letters.fold`), without apostrophes.

>>> "краматорськ" in bases("краматорську", "uk"), "миколаїв" in bases("миколаєвом", "uk")
(True, True)
>>> "харьков" in bases("харькове", "ru"), "сумы" in bases("сум", "ru")
(True, True)
>>> "харків" in region_bases("харківській"), "одесса" in region_bases("одесской")
(True, True)
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

# Ending of the text -> endings of the base form, "-" for none; every ending that fits is tried.
_UKRAINIAN: Mapping[str, str] = {
    "а": "- о", "у": "- а о", "ю": "ь я й е", "ом": "- о", "ем": "- ь е", "єм": "й", "ою": "а",
    "ею": "я а", "єю": "я ія", "ові": "- о ів", "еві": "- ь ів", "єві": "й їв",
    "і": "- а я о е ь", "ї": "я й", "и": "- а", "я": "ь й е", "ям": "я и і", "ах": "и а",
    "ам": "и а", "ами": "и а", "ях": "і я", "ями": "і", "ів": "и і", "їв": "ї", "ці": "ка ець ця",
    "зі": "га", "сі": "ха", "ця": "ець це", "цю": "ець ця", "цем": "ець", "цеві": "ець",
    "ого": "е ий", "ому": "е ий", "им": "е ий", "ім": "є ій", "ього": "є ій", "ьому": "є ій",
    "ій": "а я", "ої": "а", "их": "і", "ими": "і", "ова": "ів", "ову": "ів", "овом": "ів",
    "ева": "ів", "еву": "ів", "евом": "ів", "єва": "їв", "єву": "їв", "євом": "їв", "ога": "іг",
    "огу": "іг", "озі": "іг", "огом": "іг", "оля": "іль", "олю": "іль", "олі": "іль",
    "олем": "іль", "еня": "інь", "ені": "інь", "еню": "інь", "енем": "інь", "ора": "ір",
    "орі": "ір", "орів": "ір", "ей": "і я", "е": "ь", "ії": "ія", "ію": "ія", "ією": "ія",
    "": "и і а о",
    "ка": "ок ек", "ку": "ок ек", "ком": "ок ек", "ен": "ни",  # "з Лубен"
    "льця": "лець", "льцю": "лець", "льці": "лець", "льцем": "лець",
}  # fmt: skip
_RUSSIAN: Mapping[str, str] = {
    "а": "- о", "у": "- а о", "ю": "ь я й е", "ом": "- о ое ый ой ий", "ем": "- ь й е ее ий",
    "ой": "а ая", "ей": "я а ь", "е": "- а я о ь й", "и": "а я ь", "ы": "а", "я": "ь й е",
    "ах": "ы и а", "ам": "ы и а", "ами": "ы и а", "ях": "и", "ями": "и", "ям": "и", "ов": "ы и",
    "ев": "и", "ии": "ия ий ие", "ию": "ия ий ие", "ией": "ия ие", "ия": "ий ие", "ием": "ий ие",
    "ье": "ья ье", "ьем": "ье", "ья": "ье", "ью": "ь ье", "це": "ец ца", "ца": "ец", "цу": "ец",
    "цом": "ец", "цем": "ец", "цы": "ца", "ого": "ое ый ой ий", "ому": "ое ый ой ий",
    "ым": "ое ый ой", "им": "ий ое", "его": "ее ий", "ему": "ее ий", "ую": "ая", "ых": "ые",
    "их": "ие", "ими": "ие", "ова": "ово", "ове": "ов ово", "": "ы и а о",
    "ка": "ок ек", "ку": "ок ек", "ком": "ок ек", "ке": "ок ек",  # the vowel that comes and goes
    "льца": "лец", "льцу": "лец", "льцом": "лец", "льце": "лец",
}  # fmt: skip
_RULES = {"uk": _UKRAINIAN, "ru": _RUSSIAN}
_ADJECTIVE = re.compile(
    r"(?:ий|ій|ого|ому|им|ім|ою|ої|а|у|е|і|их|ими|ый|ой|ым|ом|ая|ую|ое|ые|ых|ыми|ий|их|ими|ие)$"
)
_DISTRICT = re.compile(
    r"([а-яіїєґ]+?)([сзц])ь?к(?:ий|ій|ого|ому|им|ім|а|у|ої|ою|ой|ом|ая|ую|ое|ие)$"
)
_LAND = re.compile(r"([а-яіїєґ]+?)(щ|чч)ин(?:а|и|і|у|ою|е|ой|ы)$")


# What an adjective of a town lost or took on: Рівненський of Рівне, Запорізький of Запоріжжя.
_CUT = (
    ("ан", "а"), ("ен", "е"), ("ен", "о"), ("ов", "а"), ("ин", "а"), ("е", "ці"), ("и", "цы"),
    ("и", "ца"), ("и", "ця"), ("і", "іжжя"), ("ев", "и"), ("ів", "и"), ("ин", "и"), ("в", ""),
    ("ан", "и"), ("ян", "я"), ("ен", "а"),
)  # fmt: skip


@functools.lru_cache(maxsize=1 << 14)
def bases(word: str, language: str) -> tuple[str, ...]:
    """Return the forms that a word may be a case of, itself first."""
    found = {word: None}
    for ending, instead in _RULES.get(language, {}).items():
        if ending and not word.endswith(ending):
            continue
        stem = word[: len(word) - len(ending)]
        if len(stem) < (1 if len(ending) > 3 else 2) or not ending and word[-1] in "аеиіїоуюяєыэьй":
            continue
        for each in instead.split():
            found[stem + ("" if each == "-" else each)] = None
    return tuple(each for each in found if len(each) > 2 or each == word)


@functools.lru_cache(maxsize=1 << 12)
def adjective_bases(word: str) -> tuple[str, ...]:
    """Return the forms of the adjective before a noun, as in a name of two words."""
    if not (ending := _ADJECTIVE.search(word)) or ending.start() < 2:
        return (word,)
    stem = word[: ending.start()]
    every: tuple[str, ...] = ("ий", "а", "е", "і", "ый", "ая", "ое", "ые", "ой", "о")
    if stem.endswith(("ов", "ев", "ин", "ын", "ів", "їв")):
        every = (*every, "")  # "в Часовом Яре"
    return (word, *(stem + each for each in every if stem + each != word))


@functools.lru_cache(maxsize=1 << 12)
def region_bases(word: str) -> tuple[str, ...]:
    """Return the towns that a district or region may be called after ("Харківська область")."""
    found: list[str] = []
    if match := _DISTRICT.fullmatch(word):
        stem, sign = match[1], match[2]
        soft = "ь" in word[len(stem) :]
        tail = sign + ("ьк" if soft else "к")
        found = [stem + tail, stem, stem + "а", stem + "и", stem + "ы", stem + "о", stem + "ь"]
        found += [stem + sign + end for end in ("а", "и", "ы", "я")]
        found += [stem + tail + end for end in ("ий", "ое", "е", "а", "ая")]
        found += [stem + "е", stem.removesuffix("ж") + "жье"]
        found += [stem.removesuffix(cut) + end for cut, end in _CUT if stem.endswith(cut)]
    elif match := _LAND.fullmatch(word):
        stem = match[1]
        ends = ("цьк", "ця", "цк", "ца") if match[2] == "чч" else (
            "", "ськ", "а", "и", "ск", "ы", "са", "си", "я", "ь")  # fmt: skip
        found = [stem + each for each in ends]
    return tuple(dict.fromkeys(each for each in found if len(each) > 2))

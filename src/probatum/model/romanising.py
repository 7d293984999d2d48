"""A word from one alphabet into another, letter by letter, by the tables of `alphabets`.

All words are folded and without spaces.
"""

from __future__ import annotations

import re

from probatum.model.alphabets import CYRILLIC, START

_VOWELS = frozenset("аеиіїоуыэюяє'ьъйў")
_ADJECTIVE = re.compile("(?:ый|ий|ій)$")
MOST = 192  # spellings of one word: each open question doubles them


def romanised(word: str, scheme: str, ending: str = "") -> str:
    """Return a Cyrillic word in Latin letters; other letters stay.

    ``ending`` replaces what the scheme makes of a last *-ий, -ый, -ій* (newspapers shorten it).
    """
    table, start = CYRILLIC[scheme], START.get(scheme, {})
    stem, end = word, ""
    if ending and (found := _ADJECTIVE.search(word)):
        stem, end = word[: found.start()], ending
    if scheme == "kmu":
        stem = stem.replace("зг", "zgh")
    made, before = [], ""
    for letter in stem:
        first = not before or (scheme != "kmu" and before in _VOWELS)
        made.append(start[letter] if first and letter in start else table.get(letter, letter))
        before = letter
    return "".join(made) + end


# Latin -> what it may stand for, the most usual first; longer spellings are tried first.
_BACK: dict[str, dict[str, str]] = {
    "uk": {
        "shch": "щ", "zgh": "зг", "tsch": "ч", "sch": "ш", "zh": "ж", "kh": "х", "ts": "ц",
        "ch": "ч", "sh": "ш", "ye": "є", "ie": "є іє", "je": "є", "yi": "ї", "ji": "ї", "yu": "ю",
        "iu": "ю", "ju": "ю", "ya": "я", "ia": "я ія", "ja": "я", "yo": "йо ьо", "io": "іо йо",
        "iy": "ій ий", "yy": "ий", "ou": "у оу", "oo": "у", "a": "а", "b": "б", "v": "в", "w": "в",
        "h": "г", "g": "ґ г", "d": "д", "e": "е є", "z": "з", "y": "и й", "i": "і и ї й", "j": "й",
        "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т",
        "u": "у", "f": "ф", "c": "ц к", "x": "кс", "q": "к",
    },
    "ru": {
        "shch": "щ", "tsch": "ч", "sch": "ш", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч",
        "sh": "ш", "ye": "е", "ie": "ие е", "je": "е", "yu": "ю", "iu": "ю", "ju": "ю",
        "ya": "я", "ia": "я ия", "ja": "я", "yo": "е", "iy": "ий", "yy": "ый", "ou": "у оу",
        "oo": "у", "a": "а", "b": "б", "v": "в", "w": "в", "h": "х г", "g": "г", "d": "д",
        "e": "е э", "z": "з", "y": "ы й ий", "i": "и й", "j": "й", "k": "к", "l": "л", "m": "м",
        "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф",
        "c": "ц к", "x": "кс", "q": "к",
    },
}  # fmt: skip
# Signs that Latin spellings leave out: ь before k and at the end, the apostrophe before є, ю, я, ї.
_SIGNS = (
    (re.compile("(?<=[сзц])(?=к)|(?<=[лнцтд])$"), "ь"),
    (re.compile("(?<=[бпвмфр])(?=[яюєї])"), "'"),
)
_RUSSIAN_SIGNS = ((re.compile("(?<=л)(?=[бгдкмнстч])|(?<=р)(?=ков)|(?<=[лнтд])$"), "ь"),)


def back_to_cyrillic(word: str) -> list[str]:
    """Return what a Latin word may have been in Ukrainian and in Russian letters."""
    if re.fullmatch("[a-z']+", word) is None:
        return []
    plain = word.replace("'", "")
    ukrainian = _signed(_back(plain, _BACK["uk"]), _SIGNS)
    russian = _signed(_back(plain, _BACK["ru"]), _RUSSIAN_SIGNS)
    both = [each for pair in zip(ukrainian, russian, strict=False) for each in pair]
    return list(dict.fromkeys([*both, *ukrainian, *russian]))


def _back(word: str, table: dict[str, str]) -> list[str]:
    made, at = [""], 0
    while at < len(word):
        length = next(n for n in (4, 3, 2, 1) if word[at : at + n] in table and at + n <= len(word))
        choices = table[word[at : at + length]].split()
        made = [before + choice for choice in choices for before in made][:MOST]
        at += length
    return made


def _signed(made: list[str], signs: tuple[tuple[re.Pattern[str], str], ...]) -> list[str]:
    for pattern, sign in signs:
        with_sign = [pattern.sub(sign, each) for each in made]
        pairs = [each for pair in zip(made, with_sign, strict=True) for each in pair]
        made = list(dict.fromkeys(pairs))
    return made[: 2 * MOST]


_TO_ARABIC = {
    "kh": "خ", "sh": "ش", "th": "ث", "dh": "ذ", "gh": "غ", "ch": "تش", "ou": "و", "oo": "و",
    "ee": "ي", "zh": "ج", "aa": "ا", "b": "ب", "t": "ت ط", "j": "ج", "h": "ه ح", "d": "د ض",
    "r": "ر", "z": "ز", "s": "س ص", "f": "ف", "q": "ق", "k": "ك ق", "l": "ل", "m": "م", "n": "ن",
    "w": "و", "y": "ي", "v": "ف", "p": "ب", "g": "غ ج", "c": "ك", "x": "كس",
}  # fmt: skip
_VOWEL_TO_ARABIC = {"a": "ا", "e": "", "i": "ي", "o": "و", "u": "و"}


def back_to_arabic(word: str) -> list[str]:
    """Return guesses at a Latin word in Arabic letters: vowels written, and left out."""
    if re.fullmatch("[a-z']+", word) is None:
        return []
    found: list[str] = []
    for vowels in ("all", "none", "last"):
        found += _to_arabic(word.replace("'", ""), vowels)
    bare = list(dict.fromkeys(each for each in found if len(each) > 1))
    return bare + ["ال" + each for each in bare]  # towns and family names may have their article


def _to_arabic(word: str, vowels: str) -> list[str]:
    made, at = [""], 0
    while at < len(word):
        length = 2 if word[at : at + 2] in _TO_ARABIC else 1
        piece = word[at : at + length]
        choices = _TO_ARABIC.get(piece, "").split() or [""]
        if piece in _VOWEL_TO_ARABIC:
            # A vowel at the beginning needs its alef; a last a is the feminine ending as well.
            long = at == 0 or vowels == "all" or (vowels == "last" and "a" not in word[at:][1:])
            choices = [_VOWEL_TO_ARABIC[piece] if long else ""]
            if at == 0:
                choices = ["ا"]
            elif piece == "a" and at + 1 == len(word):
                choices = ["ا", "ه"]
        if at and word[at : at + 1] == word[at - 1 : at]:
            choices = [""]  # doubling is a vowel sign, and not written
        made = [before + choice for choice in choices for before in made][:24]
        at += length
    return made

"""One spelling for comparing: of letters that look alike, and of names across scripts.

*Folding* makes one spelling out of those that a reader takes for the same word: capitals, accents,
apostrophes, ё and е, hamza and vowel signs. *Words* are what is left between spaces and marks;
scripts that set no spaces are taken letter by letter. A *spelling* is one of the ways a name is
written in another alphabet.

>>> fold("Слов’янськ"), fold("Ёлка"), fold("مُحَمَّد"), fold("Łódź")
("слов'янськ", 'елка', 'محمد', 'lodz')
>>> apart("The road to Kupʼyansk, closed.")
['the', 'road', 'to', "kup'yansk", 'closed']
>>> latin("харків"), "kharkiv" in spellings("Харків"), "харків" in spellings("Kharkiv")
('kharkiv', True, True)
>>> sound("Kharkiv") == sound("Харків"), skeleton("Mohammed") == skeleton("محمد")
(True, True)

Loose keys match what is not the same: `sound` takes *Oleh* for *Oleg* (wanted) and *war* for
*вар* (not wanted); `skeleton` knows no vowels, so *Salim* and *Salma* share a key. Neither says
that two names are one; they say where to look.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from probatum.model.alphabets import ARABIC, CYRILLIC, GIVEN_NAMES, GREEK
from probatum.model.romanising import back_to_arabic, back_to_cyrillic, romanised

__all__ = [
    "Word",
    "apart",
    "fold",
    "is_spelled",
    "latin",
    "skeleton",
    "sound",
    "spellings",
    "words",
]

APOSTROPHE = "'"
_APOSTROPHES = "`´ʹʻʼʽʾʿˈ‘’‛′՚׳ꞌ"
_HYPHENS = "‐‑⁃"
_ALIKE = {
    **dict.fromkeys(_APOSTROPHES, APOSTROPHE),
    **dict.fromkeys(_HYPHENS, "-"),
    "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "ŧ": "t", "þ": "th",
       "æ": "ae", "œ": "oe", "ə": "a", "ς": "σ", "ѝ": "и", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي",
       "ے": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ۃ": "ه", "ھ": "ه", "ە": "ه", "ـ": "", "־": "-",
}  # fmt: skip
_KEPT = frozenset("йїўќѓ")  # letters of their own, not letters with an accent
_MARKS = re.compile(  # accents and vowel signs that a reader may leave out
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+"
)
_BARE = ((0x41, 0x24F), (0x370, 0x52F), (0x590, 0x77F), (0x8A0, 0x8FF), (0x1E00, 0x1FFF))
# Written without spaces: each letter is a word, and a word is found as a phrase.
_UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its folded spelling and where it stands, in code points."""

    start: int
    end: int
    folded: str


class _Letters(dict[int, str]):
    """Code point -> what folding makes of it, worked out when first met."""

    def __missing__(self, code: int) -> str:
        made = self[code] = _letter(chr(code))
        return made


def _letter(letter: str) -> str:
    before, made = "", letter
    while made != before:
        before, made = made, "".join(map(_once, unicodedata.normalize("NFKC", made.casefold())))
    return made


def _once(letter: str) -> str:
    if letter in _ALIKE:
        return _ALIKE[letter]
    if unicodedata.category(letter) == "Cf":
        return ""  # joiners, direction marks, soft hyphens: nobody sees them
    if unicodedata.category(letter) == "Nd":
        return str(unicodedata.decimal(letter))
    if letter not in _KEPT and any(first <= ord(letter) <= last for first, last in _BARE):
        letter = unicodedata.normalize("NFD", letter)
    return _MARKS.sub("", letter)


_TABLE = _Letters()


def fold(text: str) -> str:
    """Return the one spelling of a text for comparing; folding it again changes nothing.

    Compatibility forms, capitals, accents on Latin, Greek and Cyrillic letters, Hebrew points,
    Arabic vowel signs, tatweel, hamza on a carrier and invisible characters go; ё becomes е, teh
    marbuta heh, alef maksura yeh, every apostrophe ``'``, digits of any script 0-9. Kept apart: й,
    ї, ў, ґ and г, a hamza that stands alone. Spaces and punctuation stay.
    """
    if text.isascii():
        return text.lower().replace("`", APOSTROPHE)
    whole = unicodedata.normalize("NFKC", text).translate(_TABLE)
    return whole if whole.isascii() else unicodedata.normalize("NFC", whole)


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text with their places; offsets count code points of ``text``."""
    for chunk in _CHUNK.finditer(text):
        for word in _placed(chunk[0]):
            yield Word(chunk.start() + word.start, chunk.start() + word.end, word.folded)


def apart(text: str) -> list[str]:
    """Return the words of a text, folded, in order: what `words` finds, without the places."""
    if len(text) < _SHORT and text.isascii():  # no letter of it needs to be looked at
        return _WORD.findall(fold(text))
    return [word for chunk in text.split() for word in _folded(chunk)]


_CHUNK = re.compile(r"\S+")
_SHORT = 200  # letters: in longer texts most words return
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:'[^\W_{_UNSPACED}]+)*")


# Words return: what was between two spaces is worked out once, not for each time it is met.
@functools.lru_cache(maxsize=1 << 18)
def _folded(chunk: str) -> tuple[str, ...]:
    folded = fold(chunk)
    return tuple(_pattern_for(folded).findall(folded))


@functools.lru_cache(maxsize=1 << 14)
def _placed(chunk: str) -> tuple[Word, ...]:
    """Return the words of a text without spaces."""
    folded, starts, ends = _folded_with_places(chunk)
    pattern = _pattern_for(folded)
    return tuple(
        Word(starts[found.start()], ends[found.end() - 1], found[0])
        for found in pattern.finditer(folded)
    )


def _pattern_for(folded: str) -> re.Pattern[str]:
    # Vowel signs of Indic and other scripts are marks that folding keeps, and no letters to "\\w".
    if folded.isascii() or not any(unicodedata.category(each)[0] == "M" for each in folded):
        return _WORD
    return _pattern("".join({each for each in folded if unicodedata.category(each)[0] == "M"}))


def _pattern(marks: str) -> re.Pattern[str]:
    one = rf"(?:[^\W_{_UNSPACED}][{marks}]*)+"
    return re.compile(rf"[{_UNSPACED}][{marks}]*|{one}(?:'{one})*")


_WORD = _pattern("\u0300")  # no accent is left after folding


def _folded_with_places(text: str) -> tuple[str, list[int], list[int]]:
    """Fold a text; say of each letter of the result from where to where it stood before."""
    folded, pieces, starts, ends = fold(text), [], list[int](), list[int]()
    at = 0
    while at < len(text):
        start = at
        at += 1
        while at < len(text) and _continues(text[at]):
            at += 1
        pieces.append(fold(text[start:at]))
        starts += [start] * len(pieces[-1])
        ends += [at] * len(pieces[-1])
    if "".join(pieces) != folded:  # letters that joined across: all of it is one place
        return folded, [0] * len(folded), [len(text)] * len(folded)
    return folded, starts, ends


def _continues(letter: str) -> bool:
    """Say whether a character belongs to the one before: a mark, invisible, a part of Hangul."""
    return (
        letter > "\u007f"
        and unicodedata.category(letter) in {"Mn", "Mc", "Me", "Cf"}
        or "\u1160" <= letter <= "\u11ff"
    )


def latin(text: str) -> str:
    """Return a rough Latin spelling of Cyrillic, Greek and Arabic letters; the rest is folded.

    A Cyrillic word with ы, э or ъ is read as Russian (г is *g*, и is *i*), any other by Ukraine's
    rules of 2010 (*h*, *y*). Arabic gives its consonants and long vowels: محمد is *mhmd*.
    """
    return re.sub(r"[^\W\d_]+(?:'[^\W\d_]+)*", lambda found: _latin_word(found[0]), fold(text))


@functools.lru_cache(maxsize=1 << 12)
def _latin_word(word: str) -> str:
    if word.isascii():
        return word
    if any(letter in CYRILLIC["kmu"] for letter in word if letter != APOSTROPHE):
        russian = any(letter in "ыэъ" for letter in word)
        word = romanised(word, "passport-ru" if russian else "kmu")
        if word.isascii():
            return word
    return "".join(ARABIC.get(letter, GREEK.get(letter, letter)) for letter in word)


def spellings(name: str) -> frozenset[str]:
    """Return folded ways to write a name: its own, in Latin letters, and in Cyrillic and Arabic.

    Cyrillic goes by every scheme of `alphabets`; Latin goes back under Ukrainian and Russian
    habits, the most usual first, at most a few hundred; common Arabic given names by a list. Made
    for finding: some results are spellings that nobody uses. Raises nothing; "" gives nothing.
    """
    parts = apart(name)
    if not parts:
        return frozenset()
    whole = " ".join(parts)
    found = {whole, latin(whole)}
    for scheme in CYRILLIC:
        for ending in ("", "y", "i", "iy", "yi", "ij"):
            found.add(" ".join(romanised(part, scheme, ending) for part in parts))
    found |= _joined([_other_letters(part) for part in parts])
    if bare := [part for part in parts if part not in _ARTICLES]:
        found |= _joined([_other_letters(part) for part in bare])
    for habit, instead in _HABITS:
        found |= {each.replace(habit, instead) for each in found if habit in each}
    return frozenset(each for each in found if each)


# What newspapers make of the rules: Юлія is Yuliia by rule and Yulia in print.
_HABITS = (("iia", "ia"), ("iya", "ia"), ("iya", "ya"), ("ks", "x"), (APOSTROPHE, ""))


_ARTICLES = frozenset({"al", "el", "ال"})


def _other_letters(word: str) -> list[str]:
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    known = GIVEN_NAMES.get(bare)
    if known:
        return [
            each for name in known for each in ([name] if bare == word else [name, "al " + name])
        ]
    if not word.isascii():
        return [word, bare, _latin_word(word), _latin_word(bare)]
    names = [arabic for arabic, spelled in GIVEN_NAMES.items() if word in spelled]
    same = [other for arabic in names for other in GIVEN_NAMES[arabic]]
    return [*same, *names, *back_to_cyrillic(word), *back_to_arabic(word)]


def _joined(choices: list[list[str]]) -> set[str]:
    """Join one choice for each part, all parts in one script; a long name takes the first few."""
    most = {1: 400, 2: 14, 3: 6}.get(len(choices), 3)
    names = [""]
    for options in choices:
        names = [f"{before} {each}".strip() for before in names for each in options[:most]]
        names = names[:400]
    return set(names)


_SOUNDS = {
    **dict.fromkeys(("schtsch", "shch", "chtch", "sch", "sh", "sc"), "s"),
    **dict.fromkeys(("tsch", "tch", "ch", "ts", "tz", "cz"), "c"),
    "zh": "z", "ph": "f", "kh": "h", "gh": "h", "ou": "u", "ck": "k", "ie": "e", "ye": "e",
       "je": "e",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)).replace("|sc|", "|sc(?=i)|"))
# Letters alone come second: nothing in front makes one of them.
_SOUND_ALONE = str.maketrans(
    {"g": "h", "x": "ks", "w": "v", "q": "k", "y": "i", "j": "i", APOSTROPHE: ""}
)
_DOUBLED = re.compile(r"(\w)\1+")


def sound(word: str) -> str:
    """Return a loose key of one word: equal for most Latin spellings of one Cyrillic name.

    Over-matches where spellings differ by what it drops: h and g, y, i and j, doubled letters.
    """
    folded = fold(word)
    written = folded if folded.isascii() else _latin_word(folded)
    key = _SOUND.sub(_sounds, written).translate(_SOUND_ALONE)
    return _DOUBLED.sub(r"\1", key.replace("iie", "e").replace("ie", "e"))


def _sounds(found: re.Match[str]) -> str:
    return _SOUNDS[found[0]]


_CONSONANTS = {
    "kh": "x", "ch": "x", "sh": "c", "dh": "d", "th": "t", "gh": "g", "ph": "f", "zh": "s",
    "q": "k", "v": "f", "p": "b", "z": "s", "j": "g",
}  # fmt: skip
_CONSONANT = re.compile("|".join(_CONSONANTS))
_VOWELS = str.maketrans("", "", "aeiouwy'")


def skeleton(text: str) -> str:
    """Return the consonants of the words of a text: a loose key between Arabic and Latin.

    Vowels, doubling, the article *al-* and final *h* go; letters that Arabic or its romanisations
    mix up are one. It over-matches much: use it only for names of three consonants or more, and
    show the name that was found.
    """
    spelled = [word for word in map(_latin_word, apart(text)) if word not in _ARTICLES]
    return " ".join(filter(None, map(_consonants, spelled)))


def _consonants(word: str) -> str:
    key = word[2:] if word.startswith(("al", "el")) and len(word) > 4 else word
    key = _CONSONANT.sub(lambda found: _CONSONANTS[found[0]], key)
    key = key[:-1] if key.endswith("h") and len(key) > 1 else key
    first = "1" if key[:1] in tuple("aeiou") else ""
    return _DOUBLED.sub(r"\1", first + key.translate(_VOWELS))


_TWO_LETTERS = re.compile(r"[^\W\d_]['’ʼ`\u0300-\u036f\u064b-\u065f]*[^\W\d_]")


def is_spelled(name: str) -> bool:
    """Say whether any word of a name has two letters: initials alone are shared by many people.

    >>> [is_spelled(each) for each in ("O. Li", "O. L.", "О’", "Ол")]
    [True, False, False, True]
    """
    return _TWO_LETTERS.search(name) is not None

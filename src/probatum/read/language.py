"""Tell which language a text is written in: by its letters, its commonest words, then by lingua.

Letters decide between scripts, and between the languages of a script where each has letters of its
own (Ukrainian і ї є ґ, Russian ы э ъ ё). English is told by its small words. Only other text in
Latin letters is handed to lingua, in its low-accuracy mode: 25 MB instead of 900. Of a long text
three samples are looked at.

>>> language_of("Мешканці Дорни розповіли про обстріл."), language_of("أعلن المتحدث أمس")
('uk', 'ar')
>>> language_of("12:40")
'und'
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from probatum.read.libraries import require_library

if TYPE_CHECKING:
    from lingua import LanguageDetector

UNKNOWN = "und"
SAMPLE = 4_000  # characters; three of them are taken from a text that is longer than all three
CERTAIN = 0.5  # what lingua must be sure of, of 1

# Script -> the language it stands for when nothing below says otherwise.
_SCRIPTS = {
    "LATIN": "", "CYRILLIC": "", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "GEORGIAN": "ka",
    "ARMENIAN": "hy", "ETHIOPIC": "am", "MYANMAR": "my", "DEVANAGARI": "hi", "BENGALI": "bn",
    "THAI": "th", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "KHMER": "km",
    "TIFINAGH": "ber", "SYRIAC": "syc", "TAMIL": "ta",
}  # fmt: skip
# Letters that one language of a script has and its neighbours do not.
_CYRILLIC = {
    "uk": "їєґ", "be": "ў", "sr": "ђћџљњј", "mk": "ѓќѕ", "kk": "әғқңөұүһ", "ru": "ыэё",
}  # fmt: skip
_ARABIC = {"fa": "پچژگ", "ur": "ٹڈڑےں", "ps": "ټډړښږڼې", "ckb": "ڕڵێۆە"}
_LINGUA = (
    "ALBANIAN", "AZERBAIJANI", "BOSNIAN", "CROATIAN", "CZECH", "DANISH", "DUTCH", "ENGLISH",
    "FINNISH", "FRENCH", "GERMAN", "HUNGARIAN", "INDONESIAN", "ITALIAN", "LATVIAN", "LITHUANIAN",
    "POLISH", "PORTUGUESE", "ROMANIAN", "SLOVAK", "SOMALI", "SPANISH", "SWAHILI", "SWEDISH",
    "TURKISH",
)  # fmt: skip


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = _set(
    "the of and to that was were is are been by said from for have has had it this they their "
    "with who which not but after when there on at as an he she be"
)
_ALSO_ENGLISH = _set("in a i we you his her its or if no so up out all one two")
_UKRAINIAN = _set("і й та що як це у від з із зі до був була було були їх його її про під після")
_RUSSIAN = _set("и что как это в во от с со из был была было были их его ее её о об под после не")
_ONLY_UKRAINIAN, _ONLY_RUSSIAN = _UKRAINIAN - _RUSSIAN, _RUSSIAN - _UKRAINIAN
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the BCP 47 code of the language that most of a text is in, ``und`` if unknown.

    Takes any text, lone surrogates and nothing at all included. Raises WorldError
    ``missing-library`` where another language in Latin letters may be meant and lingua is missing.
    """
    sample = _sample(text).lower()
    letters = Counter(each for each in sample if each.isalpha())
    scripts: Counter[str] = Counter()
    for letter, times in letters.items():
        scripts[_script(letter)] += times
    if not scripts:
        return UNKNOWN
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > scripts["CJK"] / 8:
        scripts["HIRAGANA"] += scripts["CJK"] + scripts["KATAKANA"]
    script = scripts.most_common(1)[0][0]
    if script == "CYRILLIC":
        return _cyrillic(sample, letters)
    if script == "ARABIC":
        return _by_letters(letters, _ARABIC, at_least=scripts[script] / 200) or "ar"
    if script == "LATIN":
        return _latin(sample)
    return _SCRIPTS.get(script, UNKNOWN)


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    middle = (len(text) - SAMPLE) // 2
    return " ".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


@functools.lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0].partition("-")[0]


def _by_letters(letters: Counter[str], own: dict[str, str], *, at_least: float) -> str | None:
    """Return the language most of whose own letters are there, if more than ``at_least`` are."""
    counts = {code: sum(letters[each] for each in sign) for code, sign in own.items()}
    code = max(counts, key=lambda each: counts[each])
    return code if counts[code] > at_least else None


def _cyrillic(sample: str, letters: Counter[str]) -> str:
    total = sum(times for letter, times in letters.items() if _script(letter) == "CYRILLIC")
    others = {code: _CYRILLIC[code] for code in ("be", "sr", "mk", "kk")}
    if other := _by_letters(letters, others, at_least=total / 100):
        return other
    words = Counter(_WORD.findall(sample))
    ukrainian = sum(letters[each] for each in _CYRILLIC["uk"] + "і")
    russian = sum(letters[each] for each in _CYRILLIC["ru"])
    if letters["ъ"] > total / 100 and not letters["ы"]:
        return "bg"
    ukrainian += 2 * sum(words[each] for each in _ONLY_UKRAINIAN)
    russian += 2 * sum(words[each] for each in _ONLY_RUSSIAN)
    if ukrainian != russian:
        return "uk" if ukrainian > russian else "ru"
    # A sentence of Ukrainian without one і is rare; of Russian without ы and э less so.
    return "ru" if total >= 60 else UNKNOWN


def _latin(sample: str) -> str:
    words = _WORD.findall(sample)
    english = sum(each in _ENGLISH for each in words)
    some = english + sum(each in _ALSO_ENGLISH for each in words)
    if english and some >= len(words) / 5 or english >= 2 and some >= len(words) / 8:
        return "en"
    if sum(map(len, words)) < 20:
        return UNKNOWN
    detector = _detector()
    # Lone surrogates cannot be handed to code outside of Python.
    clean = " ".join(words).encode("utf-8", "replace").decode("utf-8")[: 2 * SAMPLE]
    surest = detector.compute_language_confidence_values(clean)[0]
    if surest.value < CERTAIN:
        return UNKNOWN
    return str(surest.language.iso_code_639_1.name).lower()


@functools.lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    require_library("telling the language", "lingua-language-detector", "lingua")
    from lingua import Language, LanguageDetectorBuilder

    languages = [getattr(Language, name) for name in _LINGUA]
    builder = LanguageDetectorBuilder.from_languages(*languages)
    return builder.with_low_accuracy_mode().build()

"""The words by which one word of a name may be written: cases, alphabets, look-alike letters.

Ukrainian and Russian change the end of a name with its case (*Олена, Олени, Оленою*), and sometimes
a letter before it (*Ольга, Ользі*; *Федір, Федора*). The rules here make more forms than a grammar
would: a form that nobody writes finds nothing. Arabic joins particles to the front. A name of three
letters or fewer is taken as it is.

>>> {"олени", "оленою", "olena", "oleny", "елена"} <= forms("Олена")
True
>>> {"ользі", "федора", "кравця"} <= forms("Ольга") | forms("Федір") | forms("Кравець")
True
"""

from __future__ import annotations

import functools
import re

from probatum.model.alphabets import CYRILLIC
from probatum.model.letters import APOSTROPHE, fold, sound, spellings
from probatum.model.romanising import romanised

SHORT = 3  # letters; up to here a word is only found exactly
_ENDINGS = (
    "", *"аяуюоеєиіїыьй", "ом", "ем", "єм", "ам", "ям", "им", "ім", "їм", "ым", "ою", "ею", "єю",
    "ой", "ей", "єй", "ий", "ій", "ый", "ого", "его", "ому", "ему", "ові", "еві", "єві", "ами",
    "ями", "ими", "іми", "ыми", "ах", "ях", "их", "іх", "ых", "ів", "їв", "ов", "ев", "ая", "яя",
    "ую", "юю",
)  # fmt: skip
_STEMS = (re.compile("[аяоеєиіїыьйую]$"), re.compile("(?:ий|ій|ый|ая|яя)$"))
_NEEDS_NONE = re.compile(".*[аяоеєиіїыую]")
_FLEETING = re.compile("(?P<before>.*[бвгґджзклмнпрстфхцчшщ])[оеє](?P<after>[квнлрт]|ць|ц)$")
_SOFTENED = {"г": "зж", "к": "цч", "х": "сш", "ґ": "з"}
_PARTICLES = ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب", "يا")
_CYRILLIC_WORD = re.compile("[а-яёіїєґўђѓќ']+")
_LATIN_WORD = re.compile("[a-z']+")
_ARABIC = re.compile("[\u0600-\u06ff]+")
_SCHEMES = tuple(CYRILLIC)

# One name in Ukrainian and Russian: papers of the same person carry both.
_PAIRS = """
олена елена|микола николай|олександр александр|олександра александра|сергій сергей|катерина
екатерина|дмитро дмитрий|володимир владимир|михайло михаил|василь василий|павло павел|петро петр|
андрій андрей|олексій алексей|євген евгений|євгенія евгения|григорій григорий|юрій юрий|ігор игорь|
олег олег|наталія наталья|тетяна татьяна|ганна анна|світлана светлана|ірина ирина|людмила людмила|
оксана ксения|галина галина|лідія лидия|любов любовь|надія надежда|віра вера|зінаїда зинаида|
марія мария|софія софья|юлія юлия|анастасія анастасия|вікторія виктория|валентина валентина|
віктор виктор|анатолій анатолий|валерій валерий|віталій виталий|геннадій геннадий|іван иван|
костянтин константин|кирило кирилл|лев лев|матвій матвей|микита никита|назар назар|пилип филипп|
семен семен|степан степан|тимофій тимофей|федір федор|яків яков|артем артем|богдан богдан|
данило даниил|денис денис|ілля илья|максим максим|олесь олесь|остап остап|роман роман|руслан
руслан|тарас тарас|антоніна антонина|раїса раиса|тамара тамара|ніна нина|лариса лариса|
єлизавета елизавета|дарія дарья|поліна полина|христина кристина|аліна алина|інна инна
"""
_SAME: dict[str, str] = {}
for _pair in _PAIRS.replace("\n", " ").split("|"):
    _one, _other = _pair.split()
    _SAME[_one], _SAME[_other] = _other, _one


@functools.lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """Return the folded words, without apostrophes, that may stand for one word of a name."""
    base = _bare(fold(word))
    if len(base) <= SHORT:
        return frozenset({base, *(_bare(each) for each in spellings(word) if " " not in each)})
    bases = {base} | ({_bare(_SAME[fold(word)])} if fold(word) in _SAME else set())
    found: set[str] = set()
    for each in bases:
        found |= _all_of(each, each if each != base else word)
    return frozenset(each for each in found if len(each) > SHORT)


def _all_of(base: str, word: str) -> set[str]:
    found = {base}
    written = {_bare(each) for each in spellings(word) if " " not in each}
    for each in {base} | written:
        if _CYRILLIC_WORD.fullmatch(each):
            found |= cases(each)
        elif _ARABIC.fullmatch(each):
            found |= {each, *(particle + each for particle in _PARTICLES)}
        else:
            found |= {each, each + "s"}  # Olena's
    if _CYRILLIC_WORD.fullmatch(base):
        for each in cases(base):
            found |= {_bare(romanised(each, scheme)) for scheme in _SCHEMES}
    return found


def cases(word: str) -> set[str]:
    """Return a folded Cyrillic word with the endings that cases give it."""
    stems = {pattern.sub("", word) for pattern in _STEMS}
    if _NEEDS_NONE.fullmatch(word):
        stems.discard(word)
    for stem in tuple(stems):
        if fleeting := _FLEETING.fullmatch(stem):
            stems.add(fleeting["before"] + fleeting["after"].rstrip("ь"))
            stems.add(fleeting["before"] + "ь" + fleeting["after"].rstrip("ь"))
        if re.search("[іїо][бвгґджзклмнпрстфхцчшщ]ь?$", stem):  # Федір, Федора; Антін, Антона
            at = max(stem.rfind("і"), stem.rfind("ї"))
            if at >= 0:
                stems |= {stem[:at] + vowel + stem[at + 1 :] for vowel in "оеє"}
        if stem[-1:] in _SOFTENED:
            stems |= {stem[:-1] + letter for letter in _SOFTENED[stem[-1]]}
    made = {stem + ending for stem in stems if len(stem) >= 2 for ending in _ENDINGS}
    return {each for each in made if len(each) >= len(word) - 2} | {word}


def sound_of(word: str) -> str | None:
    """Return the loose key under which a Latin spelling of the word is found; None if too short."""
    key = sound(word)
    return key if len(key) > SHORT and key.isascii() else None


def sounds(word: str) -> frozenset[str]:
    """Return the loose keys of a word of a name and of its pair in the other language."""
    names = {fold(word), _SAME.get(fold(word), fold(word))}
    return frozenset(key for name in names for key in [sound_of(name)] if key)


_FIRST_SOUNDS = {
    "t": "tc", "c": "cs", "p": "pf", "k": "kh", "g": "h", "x": "h", "o": "ou", "w": "v", "q": "k",
    "y": "ie", "j": "ie", "i": "ie", "т": "t", "с": "s", "п": "p", "к": "k", "г": "h", "ґ": "h",
    "х": "h", "о": "ou", "в": "v", "й": "ie", "і": "ie", "ї": "ie", "и": "ie", "ы": "ie", "ю": "i",
    "я": "i", "є": "ei", "е": "ei", "э": "e", "а": "a", "б": "b", "д": "d", "ж": "z", "з": "z",
    "л": "l", "м": "m", "н": "n", "р": "r", "у": "u", "ф": "f", "ц": "c", "ч": "c", "ш": "s",
    "щ": "s",
}  # fmt: skip


def first_sounds(word: str) -> str:
    """Return the letters with which the loose key of a folded word can begin: a quick look."""
    return _FIRST_SOUNDS.get(word[0], word[0])


def _bare(word: str) -> str:
    return word.replace(APOSTROPHE, "")


# -- look-alike letters ---------------------------------------------------------------------------

_TO_CYRILLIC = str.maketrans("aceiopxykmhtbj", "асеіорхукмнтвј")
_TO_LATIN = str.maketrans("асеіорхукмнтвѕј", "aceiopxykmhtbsj")
_GREEK = str.maketrans("αειονρτυκμ", "aeiovptykm")
_LOOKS_CYRILLIC = re.compile("[aceiopxyhkmtbj]+")


def disguises(word: str) -> tuple[str, ...]:
    """Return what a folded word says if letters of another alphabet were put in for their looks.

    Nothing for a word in one alphabet, unless all its Latin letters could be Cyrillic ones.
    """
    if word.isascii():
        return (word.translate(_TO_CYRILLIC),) if _LOOKS_CYRILLIC.fullmatch(word) else ()
    plain = word.translate(_GREEK)
    if _CYRILLIC_WORD.fullmatch(plain) and plain == word:
        return ()
    return plain.translate(_TO_CYRILLIC), plain.translate(_TO_LATIN)


__all__ = ["SHORT", "cases", "disguises", "first_sounds", "forms", "sound_of", "sounds"]

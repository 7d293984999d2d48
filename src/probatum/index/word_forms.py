"""Stems: what the forms of one word share, so that *Харкова* is found by *Харків*.

Light rules for Ukrainian, Russian, English and Arabic, which take off endings (in Arabic also the
article and what is written in front of it) and know no dictionary: names of villages stand in none.
Two stems of one word may be right, so a word has up to two. They over-match where two words differ
by an ending alone; a word in quotation marks is searched as it stands.

>>> stems("харків"), stems("харкові"), stems("мешканців"), stems("shelled"), stems("والخرطوم")
(['харков', 'харк'], ['харков', 'харк'], ['мешканцов', 'мешканц'], ['shell'], ['خرطوم'])
"""

from __future__ import annotations

import re

_SHORTEST = 3  # letters of a stem: село, сели
_SHORTEST_ENGLISH = 4
_CYRILLIC = re.compile(
    "(?:ого|ому|ему|его|ыми|ими|ами|ями|еві|єві|ові|иям|иях|ией|"
    "ах|ях|ам|ям|ом|ем|єм|ою|ею|єю|ый|ий|ій|ой|ым|им|ых|их|ая|яя|ое|ее|ые|ие|ую|юю|ей|ия|ию|ии|"
    "а|я|у|ю|і|ї|и|ы|о|е|є|ь|й)$"
)
_CLOSED = re.compile("([бвгґджзклмнпрстфхцчшщ])[іо]([вкнлмрсдтгз])$")  # ніч, ночі: і and о change
_PLURAL = re.compile("(?:ів|їв|ов|ев)$")
_ENGLISH = re.compile("(?:ies|es|s|ed|ing)$")
_ARABIC_FRONT = re.compile("^(?:[وف]?(?:[بك]?ال|لل)|و)(?=...)")
_ARABIC_END = re.compile("(?<=...)(?:ها|ان|ات|ون|ين|يه|ه|ي)$")


def stems(word: str) -> list[str]:
    """Return the stems of a folded word, the likelier one first; none for a short word."""
    if len(word) <= _SHORTEST or not word.isalpha():
        return []
    if "\u0400" <= word[0] <= "\u052f":
        found = _cyrillic(word)
    elif word.isascii():
        found = [_english(word)]
    elif "\u0620" <= word[0] <= "\u06ff":
        return [_ARABIC_END.sub("", _ARABIC_FRONT.sub("", word))]
    else:
        return []
    return [stem for stem in dict.fromkeys(found) if len(stem) >= _SHORTEST]


def _cyrillic(word: str) -> list[str]:
    plural = _PLURAL.search(word)
    if plural is not None:  # either an ending, or the last syllable of Харків, Київ, Іванов
        before = word[: plural.start()]
        return [before + {"ів": "ов", "їв": "єв"}.get(plural[0], plural[0]), before]
    if word.endswith(("ові", "еві")):  # Харкові, and міністрові
        return [word[:-1], word[:-3]]
    stem = _CYRILLIC.sub("", word)
    if len(stem) < _SHORTEST:
        stem = word
    stem = _CLOSED.sub(r"\1о\2", stem)
    if stem.endswith(("ец", "ок")) and len(stem) > _SHORTEST:
        return [stem[:-2] + stem[-1]]  # мешканець, мешканці; свідок, свідки
    return [stem]


def _english(word: str) -> str:
    found = _ENGLISH.search(word)
    if found is None or found.start() < _SHORTEST_ENGLISH:
        return word
    return word[: found.start()] + ("y" if found[0] == "ies" else "")

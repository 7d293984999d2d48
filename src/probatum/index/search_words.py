"""Words as the search index holds them.

They are folded (`probatum.model.letters`), and an apostrophe goes, with the *s* of an English
possessive: many write *Словянськ* for *Слов'янськ*, and a search for *minister* wants the
*minister's* car. Index and query cut words here, so they agree.

>>> tokens("The minister’s car in Слов’янськ")
['the', 'minister', 'car', 'in', 'словянськ']
"""

from __future__ import annotations

import re

from probatum.index.word_forms import stems
from probatum.model.letters import apart, skeleton, sound

_POSSESSIVE = re.compile(r"(?<=[a-z])'s(?= |$)|'")
_ARABIC = re.compile("[\u0620-\u06ff]")
_LETTERS = re.compile(r"[^\W\d_]+")
SHORTEST = 4  # letters of a sound, and of the consonants of a Latin word, that other scripts share
SHORTEST_ARABIC = 3
LONG = 6


def joined(text: str) -> str:
    """Return the words of a text with a space between: what the full-text table is given."""
    if not text:
        return ""
    words = " ".join(apart(text))
    return _POSSESSIVE.sub("", words) if "'" in words else words


def tokens(text: str) -> list[str]:
    """Return the words of a text."""
    return joined(text).split()


def keys(word: str) -> list[str]:
    """Return the keys under which other forms and spellings of a word are found.

    Stems (``^``) lead to forms in the same script, the sound between Latin, Cyrillic and Greek, the
    consonants (``~``) to and from Arabic. Short words have few: they would find anything.
    """
    if not 3 <= len(word) <= 40 or _LETTERS.fullmatch(word) is None:
        return []
    found = ["^" + stem for stem in stems(word)]
    if _ARABIC.search(word):
        consonants = skeleton(word)
        if len(consonants) >= SHORTEST_ARABIC:
            found.append("~" + consonants)
    elif script(word) in ("latin", "cyrillic", "greek"):
        sounds, consonants = sound(word), skeleton(word)
        if len(sounds) >= SHORTEST:
            found.append(sounds)
        if len(consonants) >= SHORTEST_ARABIC:
            found.append("~" + consonants)
    return found


def script(word: str) -> str:
    """Return a rough script of a word: enough to tell another alphabet."""
    first = word[:1]
    if first.isascii():
        return "latin"
    if "\u0400" <= first <= "\u052f":
        return "cyrillic"
    if "\u0370" <= first <= "\u03ff":
        return "greek"
    return "arabic" if _ARABIC.match(first) else "another"

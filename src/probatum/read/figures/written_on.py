"""Numbers of Arabic with letters written onto them, and nouns whose ending says two."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.lexicon import FigureWords, Head, Trigger
from probatum.read.numbers import Amount, number_at
from probatum.read.tokens import Token, bare

_SHORTEST = 5
_PLURALS = frozenset("مسعفين مصابين مواطنين صحفيين صحافيين ممرضين عاملين مدنيين فلسطينيين".split())


def without_prefix(
    read: Sequence[Token], at: int, language: str
) -> tuple[tuple[Amount, int] | None, int]:
    """Read a number word with and, a preposition or an article written onto it."""
    word = read[at].word
    for form in bare(word)[1:]:
        if form in _PLURALS and word.removesuffix(form).endswith(("ال", "لل")):
            continue  # "the medics", of whom nobody says that they are two
        apart = [read[at]._replace(word=form), *read[at + 1 : at + 12]]
        if (found := number_at(apart, 0, language, reach="range")) is not None:
            cut = len(word) - len(form)
            if read[at].raw[cut:] and len(read[at].raw) >= len(word):
                return (found[0], found[1] + at), cut
    return None, 0


def is_and(token: Token, words: FigureWords) -> bool:
    """Say whether "and" is written onto a word of Arabic."""
    rest = token.word[1:]
    return token.word.startswith("و") and len(rest) > 1 and (
        words.triggers.has(rest) or words.people.has(rest) or words.buildings.has(rest)
    )  # fmt: skip


def dual(token: Token, words: FigureWords) -> tuple[Head, str, Trigger | None] | None:
    """Return what a noun of two counts: itself, or without its ending ("ضابطان", "عيادتان")."""
    forms = [token.word]
    if token.word.endswith(("ان", "ين")) and len(token.word) >= _SHORTEST:
        forms.append(token.word[:-3] + "ه" if token.word[-3] == "ت" else token.word[:-2])
    if any(words.buildings.at([token._replace(word=form)], 0) for form in forms):
        return "buildings", "not-stated", None  # "two schools", before "two (women) teachers"
    for form in forms:
        one = [token._replace(word=form)]
        if people := words.people.at(one, 0):
            return "people", str(people[0]), None
        if (counted := words.triggers.at(one, 0)) and "n" in counted[0].sides:
            return "counted", "not-stated", counted[0]
    return None

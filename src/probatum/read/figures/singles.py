"""Things of a list without a number: "21 houses, | a school and the fire station | were burnt"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.lexicon import FigureWords
from probatum.read.tokens import Token

_COMMAS = frozenset(",،")
_MOST_WORDS = 2


def behind_singles(read: Sequence[Token], at: int, limit: int, words: FigureWords) -> int | None:
    """Return the token behind such things, where their predicate begins; None if it does not."""
    named, linked = False, False
    while at < limit:
        word = read[at].word
        if named and linked and (
            word in words.auxiliaries
            or (words.has_verb_first and words.triggers.at(read, at) is not None)
        ):  # fmt: skip
            return at
        if (noun := noun_at(read, at, words)) is not None:
            named, at = True, noun
        elif word in words.links or word in words.small:
            linked = linked or word not in _COMMAS
            at += 1
        elif is_modifier(read, at, words) and noun_at(read, at + 1, words) is not None:
            at += 1
        else:
            return None
    return None


def noun_at(read: Sequence[Token], at: int, words: FigureWords) -> int | None:
    """Return the token behind a noun of people or buildings, of one as of many."""
    found = words.people.at(read, at) or words.buildings.at(read, at)
    if found is not None:
        return found[1]
    if words.has_verb_first:
        return None
    for last in range(at, min(at + _MOST_WORDS, len(read))):  # "mill", "fire station"
        many = [*read[at:last], read[last]._replace(word=f"{read[last].word}s")]
        found = words.people.at(many, 0) or words.buildings.at(many, 0)
        if found is not None and found[1] == len(many):
            return last + 1
    return None


def is_modifier(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether a word may stand before such a noun: no verb, no word for what befell."""
    return read[at].kind == "word" and not (
        read[at].word in words.auxiliaries or words.triggers.at(read, at) is not None
        or words.says.at(read, at) is not None or words.stops.at(read, at) is not None
    )  # fmt: skip

"""What is said behind the object of a verb of little meaning: "took 12 soldiers prisoner"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.tokens import Token

_NEAR = 6
_NO_OBJECT = frozenset(". , ; : and in with inside when as on at where".split())


def complemented(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Read "took a dozen soldiers prisoner", "treated 27 people for burns", "left 40 homeless"."""
    if one.head == "bare" and one.amount.low < 2:
        return None
    found = words.complements.at(read, one.end)
    whom = read[one.end - 1].word
    if found is None and (some := words.parts_behind.at(read, one.end)) is not None:
        found = words.complements.at(read, some[1])  # "судьба троих из них неизвестна"
    if found is None and one.end - 1 > one.number_end:
        found = words.complements.at(read, one.end - 1)  # "shoppers hostage" is no noun of two
    if found is None and one.head == "other":
        found = words.complements.at(read, one.number_end)  # "судьба девяти неизвестна"
    if found is None and one.end - 1 == one.number_end and whom in words.captives:
        start = _verb_before(read, one, words, words.takes)
        if start is not None and words.care.at(read, one.end) is None:  # "took 112 prisoners"
            measure = words.captives[whom]
            return Measured(one, measure, start, one.end, by_own_verb=True)
    if found is None:
        return None
    measure, end = found
    if measure.startswith("buildings") != (one.head == "buildings"):
        return None
    start = _verb_before(read, one, words, words.light)
    return None if start is None else Measured(one, measure, start, end, by_own_verb=True)


def captive(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Read "locked 12 detainees in a cellar": where nothing else is said, the noun says it.

    Not of those who are free again, or who tell of it.
    """
    noun = read[one.end - 1].word
    if one.head != "people" or noun not in words.captives or noun in words.held_by_law:
        return None
    near = read[max(0, one.number - 1) : one.end + _NEAR]
    if any(token.word in words.freed for token in near) or words.says.at(read, one.end):
        return None
    return Measured(one, words.captives[noun], one.start, one.end)


def wiped_out(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Read "уничтожила 45 боевиков", "знищено 12 окупантів": of fighters, they are killed."""
    if one.head != "people":
        return None
    if (dead := _burnt(read, one, words)) is not None:
        return dead
    if one.population != "combatants":
        return None
    if (verb := words.wipes_out.before(read, one.start)) is not None:
        return Measured(one, "killed", verb[1], one.end, by_own_verb=True)
    step = one.end
    while step < len(read) and read[step].word in words.auxiliaries:
        step += 1
    if (verb := words.wipes_out.at(read, step)) is not None:
        return Measured(one, "killed", one.start, verb[1], by_own_verb=True)
    return None


def _burnt(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Read "сгорели четверо рабочих", "four watchmen burned with the mill"."""
    if (verb := words.burns.before(read, one.start)) is not None and words.has_verb_first:
        return Measured(one, "killed", verb[1], one.end, by_own_verb=True)
    if (verb := words.burns.at(read, one.end)) is None:
        return None
    follows = read[verb[1]].word if verb[1] < len(read) else "."
    if not words.has_verb_first and follows not in _NO_OBJECT:
        return None
    return Measured(one, "killed", one.start, verb[1], by_own_verb=True)


def _verb_before(
    read: Sequence[Token], one: Counted, words: FigureWords, verbs: frozenset[str]
) -> int | None:
    """Return the light verb that has the number as its object, over bounds and small words."""
    for at in range(one.start - 1, max(-1, one.start - _NEAR), -1):
        token = read[at]
        if token.word in verbs:
            return at
        if token.word in words.more:
            continue
        if token.kind != "word" or token.word in words.auxiliaries:
            return None
        if token.word not in words.small and words.bounds.at(read, at) is None:
            return None
    return None

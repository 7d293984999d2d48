"""Those counted who are free or safe again: "six of the hostages were freed"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.tokens import Token, bare

_NEAR = 4
_LEADS = frozenset(
    "were was are have has had been since all already also now later then since "
    "було були был были уже вже".split()
)
_BE = frozenset("were was been are".split())
_FREED = frozenset("freed released liberated exchanged swapped rescued".split())
_RETURNED = frozenset("returned".split())
_FREES = frozenset("freed released liberated rescued".split())
_FREE = frozenset(
    "звільнили звільнив звільнила звільнено звільнені визволили визволив визволено відпустили "
    "відпустив відпустила відпущено відпущені випустили випущено обміняли обміняно "
    "освободили освободил освободила освобождены освобождено отпустили отпустил отпустила отпущены "
    "отпущено выпустили выпущены обменяли обменяны".split()
)
_FREE_ARABIC = frozenset("افرج اطلق الافراج اطلاق".split())
_FROM = frozenset("عن سراح عنهم عنهما عنهن سراحهم سراحهما سراحهن".split())


def freed(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Return a number of those who were freed, exchanged or saved, and nothing else.

    Not of whom somebody only asks to free, or will.
    """
    if words.titles:
        return _freed_in_arabic(read, one, words)
    if one.head not in ("people", "counted", "bare") or one.start == one.end:
        return None
    some = words.parts_behind.at(read, one.number_end) if one.head == "bare" else None
    if end := _goes_free(read, one.end if some is None else max(some[1], one.end), words):
        return Measured(one, "other", one.start, end, by_own_verb=True)
    at = one.start
    if one.head == "bare" or not at:
        return None
    verbs = _FREE if words.has_verb_first else _FREES
    helped = at > 1 and read[at - 2].word in _BE | {"be", "the"}
    if read[at - 1].word in verbs and not helped:
        return Measured(one, "other", at - 1, one.end, by_own_verb=True)
    return None


def _goes_free(read: Sequence[Token], at: int, words: FigureWords) -> int | None:
    """Return the token behind "had since been freed", which begins at a token."""
    step, passive = at, words.has_verb_first
    while step < len(read) and step - at < _NEAR and read[step].word in _LEADS:
        passive = passive or read[step].word in _BE
        step += 1
    if step >= len(read):
        return None
    if words.has_verb_first:
        return step + 1 if read[step].word in _FREE else None
    if passive and read[step].word in _FREED | _RETURNED:
        return step + 1
    return None


def _freed_in_arabic(
    read: Sequence[Token], one: Counted, words: FigureWords
) -> Measured | None:  # fmt: skip
    """Read "أفرج عن 12 معتقلا", "اثنين منهم أفرج عنهما"."""
    near = range(max(0, one.start - 3), one.start)
    for at in near:
        if _is_free(read, at) and all(token.kind == "word" for token in read[at : one.start]):
            return Measured(one, "other", at, one.end, by_own_verb=True)
    some = words.parts_behind.at(read, one.number_end)
    at = one.end if some is None else max(some[1], one.end)
    if _is_free(read, at):
        return Measured(one, "other", one.start, at + 2, by_own_verb=True)
    return None


def _is_free(read: Sequence[Token], at: int) -> bool:
    if at + 1 >= len(read) or read[at + 1].word not in _FROM:
        return False
    return any(form in _FREE_ARABIC for form in bare(read[at].word))

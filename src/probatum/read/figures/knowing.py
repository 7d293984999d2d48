"""How the source of a figure says it knows, and whether the text hides it."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.alleging import is_called_false
from probatum.read.figures.lexicon import FigureWords
from probatum.read.found import Method
from probatum.read.tokens import Token

CUTS = frozenset(";؛")
_FAR = 60
_NEAR = 20


def method_of(read: Sequence[Token], start: int, end: int, words: FigureWords) -> Method:
    """Return how the source says it knows, from the words of the clause."""
    first, last = clause_of(read, start, end)
    near = range(max(first, start - _NEAR), min(last, end + _NEAR))
    for at in sorted(near, key=lambda at: min(abs(at - start), abs(at - end))):
        found = words.method.at(read, at)
        if found is not None and found[1] <= last:
            return found[0]
    return "not_stated"


def is_hidden(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether the clause has a source that it does not name: "by preliminary data"."""
    first, last = clause_of(read, start, end)
    near = range(max(first, start - _NEAR), min(last, end + _NEAR))
    if is_called_false(read, start, end):
        return True
    return any(words.unnamed.at(read, at) is not None for at in near)


def clause_of(read: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Return the part of the sentence between semicolons that holds some tokens."""
    low, high = max(0, start - _FAR), min(len(read), end + _FAR)
    first = next((at + 1 for at in range(start - 1, low - 1, -1) if read[at].word in CUTS), low)
    last = next((at for at in range(end, high) if read[at].word in CUTS), high)
    return first, last

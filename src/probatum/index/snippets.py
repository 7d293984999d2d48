"""A few words round what was found, out of the original text, and where the words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from probatum.index.query_language import Words
from probatum.index.search_words import joined
from probatum.model.letters import apart, words

AROUND = 90  # letters shown on either side of the first word found
_WINDOW = 1_500  # letters looked at in one go
_CHUNK = re.compile(r"\S+")
_Standing: TypeAlias = tuple[str, int, str, int]  # word, where its text begins, text, which in it
_MOST_WINDOWS = 400  # of a very long text; what stands further back is found, but not shown


@dataclass(frozen=True, slots=True)
class Snippet:
    """``text`` is a slice of the original that begins at ``start``; ``spans`` are (start, end).

    All offsets count code points of the original text; ``cut`` says whether text was left out
    before and after.
    """

    text: str
    start: int
    spans: tuple[tuple[int, int], ...]
    cut: tuple[bool, bool] = (False, False)


def snippet(text: str, wanted: Sequence[Words], *, whole: bool = False) -> Snippet:
    """Return the passage with the most of the words; the beginning if none stands in the text."""
    best: tuple[int, int, list[tuple[int, int]]] = (0, 0, [])
    for at, end in _windows(text):
        spans, kinds = _found(text[at:end], wanted)
        if kinds > best[0]:
            best = (kinds, at, [(at + first, at + last) for first, last in spans])
        if best[0] == len(wanted):
            break
    _, _, spans = best
    if whole:
        return Snippet(text, 0, tuple(spans))
    if not spans:
        end = _edge(text, 2 * AROUND, 1)
        return Snippet(text[:end], 0, (), (False, end < len(text)))
    start = _edge(text, max(0, spans[0][0] - AROUND), -1)
    end = _edge(text, min(len(text), spans[0][1] + AROUND), 1)
    inside = tuple(span for span in spans if span[1] <= end)
    return Snippet(text[start:end], start, inside, (start > 0, end < len(text)))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for _ in range(_MOST_WINDOWS):
        if at >= len(text):
            return
        end = _edge(text, min(len(text), at + _WINDOW), 1)
        yield at, end
        at = end


def _edge(text: str, at: int, step: int) -> int:
    """Return the nearest end of a word from a place, at most 40 letters away."""
    for _ in range(40):
        if not 0 < at < len(text) or text[at].isspace():
            break
        at += step
    return max(0, min(at, len(text)))


def _found(text: str, wanted: Sequence[Words]) -> tuple[list[tuple[int, int]], int]:
    """Return where wanted words stand, and how many of them do."""
    there = joined(text)
    padded = f" {there} "
    present = [
        each for each in wanted
        if f" {' '.join(each.words)}{'' if each.prefix else ' '}" in padded
    ]  # fmt: skip
    if not present:
        return [], 0
    stands = list(_standing(text))
    spans: set[tuple[int, int]] = set()
    for each in present:
        size = len(each.words)
        for at in [n for n, one in enumerate(stands) if one[0].startswith(each.words[0])]:
            if at + size <= len(stands) and _fits([one[0] for one in stands[at : at + size]], each):
                spans.add((_place(stands[at])[0], _place(stands[at + size - 1])[1]))
    return _merged(sorted(spans)), len(present)


def _standing(text: str) -> Iterator[_Standing]:
    """Yield the words of a text with what stands round them; places are worked out for few."""
    for chunk in _CHUNK.finditer(text):
        for nth, word in enumerate(apart(chunk[0])):
            if folded := joined(word) if "'" in word else word:
                yield folded, chunk.start(), chunk[0], nth


def _place(standing: _Standing) -> tuple[int, int]:
    _, start, chunk, nth = standing
    word = next(islice(words(chunk), nth, None))
    return start + word.start, start + word.end


def _fits(found: list[str], wanted: Words) -> bool:
    if wanted.prefix:
        *whole, last = found
        return tuple(whole) == wanted.words[:-1] and last.startswith(wanted.words[-1])
    return tuple(found) == wanted.words


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for first, last in spans:
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found

"""A few words round what was found, out of the original text, and where the words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from operator import add
from typing import TypeAlias

from probatum.index.query_language import Words
from probatum.index.search_words import tokens
from probatum.model.letters import Word, fold, words

AROUND = 90  # letters shown on either side of the first word found
_WINDOW = 1_500  # letters looked at in one go
_CHUNK = re.compile(r"\S+")
# Signs whose folding is their small letter, whatever stands beside them: ASCII without the grave
# accent, quotation marks and dashes, Cyrillic and Arabic letters. Most texts have no others.
_USUAL = re.compile(
    r"[\x00-_a-\x7f\u00a1\u00a7\u00a9\u00ab\u00b6\u00bb\u00bf\u2013\u2014\u201a\u201c-\u201e"
    r"\u0430-\u044f\u0454\u0456\u0457\u045e\u0491"
    r"\u060c\u061b\u061f\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]*"
)
_Standing: TypeAlias = tuple[int, int]  # number of a chunk, which word of it
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
    """Return where wanted words stand, and how many of them do.

    A text is folded whole, which is quick, and a chunk is cut into words only where the letters of
    a wanted word occur in it: cutting all of them took most of the time of a search.
    """
    chunks = text.split()
    folded = _lines(chunks)
    possible = [each for each in wanted if each.words[0] in folded]
    if not possible:
        return [], 0
    starts = _starts(text, chunks)
    spans: set[tuple[int, int]] = set()
    kinds = 0
    for each in possible:
        found = [
            (_place(chunks[at], starts[at], nth).start, _place(chunks[end], starts[end], last).end)
            for number in _having(folded, each.words[0])
            for (at, nth), (end, last) in _standing(chunks, number, each)
        ]
        spans.update(found)
        kinds += bool(found)
    return _merged(sorted(spans)), kinds


def _lines(chunks: Sequence[str]) -> str:
    """Return chunks folded, each on a line of its own: folding neither makes nor takes lines.

    Apostrophes are left out, so every word of `tokens` stands in the line of its chunk.
    """
    lines = "\n".join(chunks).lower().replace("\u2019", "'")
    folded = lines if _USUAL.fullmatch(lines) else fold(lines)
    return folded.replace("'", "")


def _starts(text: str, chunks: Sequence[str]) -> list[int]:
    """Return where chunks begin; quicker where one space stands between all of them."""
    ends = list(accumulate(map(len, chunks)))
    if ends[-1] + len(chunks) - 1 == len(text):
        return list(map(add, [0, *ends], range(len(chunks))))
    return [found.start() for found in _CHUNK.finditer(text)]


def _having(lines: str, letters: str) -> Iterator[int]:
    """Yield the numbers of the lines in which some letters stand."""
    line, counted, at = 0, 0, lines.find(letters)
    while at >= 0:
        line += lines.count("\n", counted, at)
        yield line
        counted, end = at, lines.find("\n", at)
        at = lines.find(letters, end) if end >= 0 else -1


def _standing(
    chunks: Sequence[str], number: int, wanted: Words
) -> Iterator[tuple[_Standing, _Standing]]:
    """Yield the first and the last word of each phrase that begins in a chunk."""
    size = len(wanted.words)
    for nth, word in enumerate(tokens(chunks[number])):
        if word.startswith(wanted.words[0]):
            run = list(islice(_running(chunks, number, nth), size))
            if len(run) == size and _fits([each for each, _ in run], wanted):
                yield run[0][1], run[-1][1]


def _running(chunks: Sequence[str], number: int, nth: int) -> Iterator[tuple[str, _Standing]]:
    """Yield words and where they stand, from one of them on."""
    for at in range(number, len(chunks)):
        for which, word in enumerate(tokens(chunks[at])):
            if at > number or which >= nth:
                yield word, (at, which)


def _place(chunk: str, start: int, nth: int) -> Word:
    word = next(islice(words(chunk), nth, None))
    return Word(start + word.start, start + word.end, word.folded)


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

"""A few words round what was found, out of the original text, and where the words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from probatum.index.query_language import Words
from probatum.index.search_words import tokens
from probatum.model.letters import Word, fold, words

AROUND = 90  # letters shown on either side of the first word found
_WINDOW = 1_500  # letters looked at in one go
_CHUNK = re.compile(r"\S+")
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
    folded = _lines(text)
    possible = [each for each in wanted if each.words[0] in folded]
    if not possible:
        return [], 0
    chunks = list(_CHUNK.finditer(text))
    spans: set[tuple[int, int]] = set()
    kinds = 0
    for each in possible:
        found = [
            span for nth in _having(folded, each.words[0]) for span in _standing(chunks, nth, each)
        ]
        spans.update(found)
        kinds += bool(found)
    return _merged(sorted(spans)), kinds


def _lines(text: str) -> str:
    """Return a text folded, with one chunk on each line: folding neither makes nor takes lines.

    Without apostrophes, every word of `tokens` stands in the line of its chunk.
    """
    return fold("\n".join(text.split())).replace("'", "")


def _having(lines: str, letters: str) -> Iterator[int]:
    """Yield the numbers of the lines in which some letters stand."""
    line, counted, at = 0, 0, lines.find(letters)
    while at >= 0:
        line += lines.count("\n", counted, at)
        yield line
        counted, end = at, lines.find("\n", at)
        at = lines.find(letters, end) if end >= 0 else -1


def _standing(
    chunks: Sequence[re.Match[str]], number: int, wanted: Words
) -> Iterator[tuple[int, int]]:
    """Yield from where to where a phrase stands that begins in a chunk."""
    size = len(wanted.words)
    own = tokens(chunks[number][0])
    first = wanted.words[0]
    for nth in [nth for nth, word in enumerate(own) if word.startswith(first)]:
        run = list(islice(_running(chunks, number, nth), size))
        if len(run) == size and _fits([word for word, _, _ in run], wanted):
            _, chunk, last = run[-1]
            yield _place(chunks[number], nth).start, _place(chunks[chunk], last).end


def _running(
    chunks: Sequence[re.Match[str]], number: int, nth: int
) -> Iterator[tuple[str, int, int]]:
    """Yield words, with the chunk of each and which it is of it, from one of them on."""
    for at in range(number, len(chunks)):
        for which, word in enumerate(tokens(chunks[at][0])):
            if at > number or which >= nth:
                yield word, at, which


def _place(chunk: re.Match[str], nth: int) -> Word:
    word = next(islice(words(chunk[0]), nth, None))
    return Word(chunk.start() + word.start, chunk.start() + word.end, word.folded)


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

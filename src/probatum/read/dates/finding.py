"""All dates of a text: points and intervals, sentence by sentence, resolved to EDTF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from probatum.read.dates.arabic import ARABIC
from probatum.read.dates.calendar import Point
from probatum.read.dates.cyrillic import RUSSIAN, UKRAINIAN
from probatum.read.dates.days_alone import day_alone
from probatum.read.dates.english import ENGLISH
from probatum.read.dates.intervals import expression_at
from probatum.read.dates.lexicon import DateWords
from probatum.read.dates.sentence import Sentence
from probatum.read.found import DateFound, Mark
from probatum.read.numbers import first_words
from probatum.read.sentences import sentences
from probatum.read.tokens import Token, bare, tokens

_WORDS = {"en": ENGLISH, "uk": UKRAINIAN, "ru": RUSSIAN, "ar": ARABIC}
_MOST_CHARACTERS = 400
_NEAR = 6
_WITHIN = 6  # tokens from the first one of a date to a word that no other phrase has
_DAY = len("2031-04-03")
_HALVES = frozenset({"a.m.", "p.m.", "a.m", "p.m", "am", "pm"})
_CLOCKS = frozenset({"number", "clock"})


def dates_of(text: str, language: str, published: date | None) -> list[DateFound]:
    """Return the dates of a text in order, without overlap; none in a language not known."""
    words = _WORDS.get(language)
    if words is None:
        return []
    found = []
    month: str | None = None
    for start, end in sentences(text, language):
        read = tokens(text, start, end)
        for first, last, point in _scan(
            Sentence(read, words, language, published), language, month
        ):
            mark = Mark(read[first].start + _and(read[first], words), read[last - 1].end)
            month = _month_of(point.known) or month
            if mark.end - mark.start <= _MOST_CHARACTERS:
                found.append(DateFound(mark, point.known, point.is_relative))
    return found


def _and(token: Token, words: DateWords) -> int:
    """Return how many letters of a word before a date are an "and" (Arabic)."""
    return int(words.joined and token.raw[:1] == "و" and token.word[1:] in words.since.first_words)


def edtfs_of(words: str, language: str, published: date | None) -> frozenset[str]:
    """Return every EDTF that can follow from the words of a date alone.

    They are two where the tense of the sentence decides ("on Tuesday" behind us or before us).
    """
    table = _WORDS.get(language)
    if table is None or len(words) > _MOST_CHARACTERS:
        return frozenset()
    read = tokens(words)
    made = set()
    for future in (False, True):
        alone = Sentence(read, table, language, published, strict=False, future=future)
        made |= {point.known for _, _, point in _scan(alone, language) if point.known}
    return frozenset(made)


@cache
def _triggers(language: str) -> frozenset[str]:
    return _WORDS[language].triggers()


@cache
def _kernels(language: str) -> frozenset[str]:
    return _WORDS[language].kernels()


def _before_kernels(s: Sentence, language: str) -> bytearray:
    """Mark the tokens behind which, not far, something stands that is told by a date alone."""
    marked, kernels, left = bytearray(len(s.read)), _kernels(language), 0
    for at in range(len(s.read) - 1, -1, -1):
        token = s.read[at]
        if token.kind in ("number", "date") or any(
            word in kernels for word in (bare(token.word) if s.words.joined else (token.word,))
        ):
            left = _WITHIN
        marked[at] = left > 0
        left -= 1
    return marked


def _month_of(known: str | None) -> str | None:
    """Return the month of a day, or that in which an interval of days ends."""
    day = (known or "").split("/")[-1]
    return day[:7] if len(day) == _DAY else None


def _scan(s: Sentence, language: str, month: str | None = None) -> Iterator[tuple[int, int, Point]]:
    """Yield the expressions of a sentence: first token, the token behind it, what it says.

    ``month`` is that of the date before the sentence.
    """
    triggers, at = _triggers(language), 0
    before = _before_kernels(s, language)
    while at < len(s.read):
        begins = before[at] and _may_begin(s, at, triggers, language)
        found = expression_at(s, at) if begins else None
        found = found or day_alone(s, at, month)
        if found is None:
            at += 1
            continue
        month = _month_of(found[0].known) or month
        yield _with_clock_before(s, at), found[1], found[0]
        at = found[1]


def _with_clock_before(s: Sentence, at: int) -> int:
    """Return the token where "6 a.m. on" or "14:30 on" before a date begins, or the date's own."""
    before = at - 1 if s.word(at - 1) in ("on", ",") else at
    if before > 0 and s.read[before - 1].kind == "clock":
        return before - 1
    if before > 1 and s.word(before - 1) in _HALVES and s.read[before - 2].kind in _CLOCKS:
        return before - 2
    return at


def _may_begin(s: Sentence, at: int, triggers: frozenset[str], language: str) -> bool:
    """Say whether a date can begin with a token; a number in words only before a unit of time."""
    token = s.read[at]
    if token.kind in ("number", "date"):
        return True
    if token.kind != "word":
        return False
    forms = bare(token.word) if s.words.joined else (token.word,)
    if any(word in triggers for word in forms):
        return True
    counts = first_words(language)
    if not s.words.one.at(s.read, at) and not any(word in counts for word in forms):
        return False
    return any(s.words.units.at(s.read, near) for near in range(at + 1, at + _NEAR))

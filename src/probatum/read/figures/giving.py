"""Numbers of which only who gives them is new: "the ministry counts 611 dead, the Front 1,890"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.figures.naming import ENDS
from probatum.read.figures.other_uses import fits
from probatum.read.tokens import Token

_FAR = 30
_MOST = 8
_DASHES = frozenset("-–—")
_BREAKS = frozenset(",;")
_TURNS = frozenset("and but while whereas а но але і и тогда тоді как як же".split())
_ABOUT = frozenset("о об про".split())
_IN = frozenset(
    "в у на під под біля возле близ поблизу за позаторік торік тогда тоді вчера вчора учора "
    "сегодня сьогодні раньше раніше прежде".split()
)
_NEXT = frozenset("second third fourth fifth other others next last latter former first".split())
_QUOTES = frozenset('«»„“”"')


def given_anew(
    read: Sequence[Token], one: Counted, last: Measured | None, words: FigureWords
) -> Measured | None:  # fmt: skip
    """Return such a number with the measure of the figure before it.

    In Ukrainian and Russian a dash stands for what is left out, and it may be the place that is
    said anew: "в Орве погибли 12 человек, в Белме — 15".
    """
    if last is None or last.part or words.titles or one.head != "bare":
        return None
    if not fits(one, last.measure) or not _ends(read, one.end):
        return None
    opens, end = _phrase(read, one.start, last.end, words)
    if opens == end:
        return None
    elsewhere = words.has_verb_first and read[opens].word in _IN
    if not elsewhere and giver_before(read, one.start, one.end, words) is None:
        return None
    return Measured(one, last.measure, one.start, one.end, shares=True)


def giver_before(
    read: Sequence[Token], start: int, end: int, words: FigureWords
) -> tuple[int, int] | None:  # fmt: skip
    """Return the words that name who gives the number at tokens ``start`` to ``end``."""
    if words.titles or not _ends(read, end) or words.numbers.at(read, start) is not None:
        return None
    opens, closes = _phrase(read, start, max(0, start - _MOST - 2), words)
    if opens == closes:
        return None
    if (found := words.according.at(read, opens)) is not None:
        return (found[1], closes) if found[1] < closes else None
    near = range(max(0, opens - _FAR), opens)
    if not any(words.says.at(read, at) for at in near):
        return None
    first = read[opens]
    if words.has_verb_first:
        return None if first.word in _IN else (opens, closes)
    if first.word != "the" and not first.is_capitalised:
        return None
    names = read[opens + (first.word == "the") : closes]
    superlative = any(token.word.endswith("est") or token.word in _NEXT for token in names)
    return None if superlative or not names else (opens, closes)


def _ends(read: Sequence[Token], at: int) -> bool:
    return at >= len(read) or read[at].word in ENDS


def _phrase(read: Sequence[Token], start: int, low: int, words: FigureWords) -> tuple[int, int]:
    """Return the words between a mark and a number, without its dash; none if a verb is there."""
    end = start
    if end > low and read[end - 1].word in _ABOUT:
        end -= 1
    dashed = end > low and read[end - 1].word in _DASHES
    end -= dashed
    if dashed != words.has_verb_first:
        return end, end
    at = end
    while at > low and end - at < _MOST and (
        read[at - 1].kind == "word" or read[at - 1].word in _QUOTES
    ):  # fmt: skip
        at -= 1
        if _is_verb(read, at, words):
            return end, end
    if at == end or not at or read[at - 1].word not in _BREAKS:
        return end, end
    while at < end and read[at].word in _TURNS:
        at += 1
    return at, end


def _is_verb(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    return (
        read[at].word in words.auxiliaries or words.triggers.at(read, at) is not None
        or words.says.at(read, at) is not None or words.parts.at(read, at) is not None
    )  # fmt: skip

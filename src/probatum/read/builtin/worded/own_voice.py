"""Sentences in which the text itself says what happened, and that no attribution has taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.contents import has, negates
from probatum.read.builtin.worded.happenings import Told
from probatum.read.builtin.worded.lexicon import Lexicon
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.found import FigureFound, Mark
from probatum.read.tokens import Token

_FEWEST = 3


class Own(NamedTuple):
    """A sentence of the text's own voice that bears on an event."""

    content: Mark
    stance: Stance
    passage: int


def own_words(
    text: str, passages: Sequence[Passage], sayings: Sequence[Saying], told: Sequence[Told],
    figures: Sequence[FigureFound], lexicon: Lexicon, is_publisher: Callable[[str], bool],
) -> list[Own]:  # fmt: skip
    """Return the sentences of the own voice that are in scope, in order.

    ``is_publisher`` says of a word whether the publisher calls itself so.
    """
    taken = {one.passage for one in sayings}
    firm = {one.passage for one in told if one.happening.firm and not one.is_backdrop}
    counted = _passages_of([one.mark for one in figures], passages)
    found = []
    for at, passage in enumerate(passages):
        if at in taken or passage.is_line or passage.speech or len(passage.frame) < _FEWEST:
            continue
        words = passage.frame
        vows = _vows(words, lexicon, is_publisher)
        promises = vows or has(lexicon.promise, words)
        doubts = has(lexicon.doubts, words)
        saw = any(lexicon.saw.at(words, each) for each in range(min(3, len(words))))
        denies = not doubts and negates(words, lexicon)
        in_scope = (
            denies or at in firm or at in counted or doubts or has(lexicon.matters, words)
            or vows or bool(told) and (promises or saw)
        )  # fmt: skip
        if not in_scope or has(lexicon.skips, words):
            continue
        content = trimmed(text, passage.mark.start, passage.mark.end)
        if content is None:
            continue
        stance: Stance = "disputes" if doubts else "denies" if denies else "asserts"
        if vows or promises and at not in firm and at not in counted:
            stance = "commits_to"
        found.append(Own(content, stance, at))
    return found


def _vows(
    words: Sequence[Token], lexicon: Lexicon, is_publisher: Callable[[str], bool]
) -> bool:  # fmt: skip
    """Say whether the publisher says what it will do ("we will ...", "the council will ...")."""
    ours = any(one.word in lexicon.first_person for one in words)
    for at, one in enumerate(words):
        if lexicon.shall_we.search(one.word) and (ours or at == 0):
            return True
        if one.raw[:1].islower() and lexicon.shall.search(one.word):
            return any(is_publisher(other.word) for other in words[:at])
    return False


def _passages_of(marks: Sequence[Mark], passages: Sequence[Passage]) -> set[int]:
    found: set[int] = set()
    at = 0
    for mark in sorted(marks):
        while at < len(passages) and passages[at].mark.end <= mark.start:
            at += 1
        if at < len(passages) and passages[at].mark.start <= mark.start:
            found.add(at)
    return found

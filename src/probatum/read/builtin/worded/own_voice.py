"""Sentences in which the text itself says what happened, and that no attribution has taken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
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
    taken: dict[int, list[Mark]] = {}
    for one in sayings:
        marks = [one.content, one.cue, None if one.speaker is None else one.speaker.mark]
        taken.setdefault(one.passage, []).extend(each for each in marks if each is not None)
    firm = sorted(one.mark for one in told if one.happening.firm and not one.is_backdrop)
    counted = sorted(one.mark for one in figures)
    found = []
    for at, mark, words in _unsaid(text, passages, taken):
        vows = _vows(words, lexicon, is_publisher)
        promises = vows or has(lexicon.promise, words)
        doubts = has(lexicon.doubts, words)
        saw = any(lexicon.saw.at(words, each) for each in range(min(3, len(words))))
        denies = not doubts and negates(words, lexicon)
        happens, counts = _stands_in(firm, mark), _stands_in(counted, mark)
        in_scope = (
            denies or happens or counts or doubts or has(lexicon.matters, words)
            or vows or bool(told) and (promises or saw)
        )  # fmt: skip
        if not in_scope or has(lexicon.skips, words):
            continue
        content = trimmed(text, *mark)
        if content is None:
            continue
        stance: Stance = "disputes" if doubts else "denies" if denies else "asserts"
        if vows or promises and not happens and not counts:
            stance = "commits_to"
        found.append(Own(content, stance, at))
    return found


def _vows(
    words: Sequence[Token], lexicon: Lexicon, is_publisher: Callable[[str], bool]
) -> bool:  # fmt: skip
    """Say whether the publisher says what it will do ("we will ...", "the council will ...")."""
    ours = any(one.word in lexicon.first_person for one in words)
    for at, one in enumerate(words):
        led = at == 0 or at < 3 and words[0].word in lexicon.each
        if lexicon.shall_we.search(one.word) and (ours or led):
            return True
        if one.raw[:1].islower() and lexicon.shall.search(one.word):
            return any(is_publisher(other.word) for other in words[:at])
    return False


def _unsaid(
    text: str, passages: Sequence[Passage], taken: Mapping[int, Sequence[Mark]]
) -> Iterator[tuple[int, Mark, Sequence[Token]]]:
    """Yield the passages that nobody says, and clauses between semicolons that nobody says."""
    for at, passage in enumerate(passages):
        if passage.is_line or passage.speech or len(passage.frame) < _FEWEST:
            continue
        if at not in taken:
            yield at, passage.mark, passage.frame
            continue
        for clause in _clauses(passage.frame):
            mark = Mark(clause[0].start, clause[-1].end)
            if len(clause) >= _FEWEST and not any(
                one.start < mark.end and mark.start < one.end for one in taken[at]
            ):
                yield at, mark, clause


def _clauses(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the clauses that semicolons part; none if there is no semicolon."""
    start = 0
    for at, one in enumerate(words):
        if one.word == ";":
            if at > start:
                yield words[start:at]
            start = at + 1
    if 0 < start < len(words):
        yield words[start:]


def _stands_in(marks: Sequence[Mark], mark: Mark) -> bool:
    """Say whether one of the sorted marks begins within a mark."""
    at = bisect_left(marks, (mark.start, 0))
    return at < len(marks) and marks[at].start < mark.end

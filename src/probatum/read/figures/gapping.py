"""Numbers that leave out what was just said: "the first bomb killed six, the second nine"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.figures.other_uses import fits
from probatum.read.tokens import Token

_FAR = 16
_MOST = 9
_ENDS = frozenset(".,;:)!?")
_BREAKS = frozenset({",", ";", "and", "while", "but"})
_NEXT = frozenset("second third fourth fifth other next last latter former first".split())
_IN = frozenset("in on at near around outside inside by".split())
_EXCEPT = frozenset("not rather instead".split())


def gapped(
    read: Sequence[Token], one: Counted, last: Measured | None, words: FigureWords
) -> Measured | None:
    """Read "killed six, the second eleven", "another nine", "..., on the plateau five".

    Also what a number is put right against: "128 died and not, as it had said, 142".
    """
    if words.has_verb_first or last is None or last.part or one.head not in ("bare", "people"):
        return None
    if not fits(one, last.measure) or not _ends(read, one.end) or one.start - last.end > _FAR:
        return None
    between = read[last.end : one.start]
    if not _is_corrected(between) and (len(between) > _MOST or not _leads(between, words)):
        return None
    return Measured(one, last.measure, one.start, one.end, shares=True)


def dead_elsewhere(
    read: Sequence[Token], one: Counted, last: Measured | None, words: FigureWords
) -> Measured | None:  # fmt: skip
    """Read "seven died on the spot and three more in hospital": the same befell them."""
    if words.has_verb_first or last is None or last.measure != "killed" or one.head != "bare":
        return None
    more = read[one.end - 1].word in words.more or read[one.number - 1].word in words.more
    behind = [token.word for token in read[one.end : one.end + 3]]
    if not more or behind[:1] != ["in"] or one.start - last.end > _MOST:
        return None
    stop = one.end + 2 + (behind[1:2] == ["the"])
    if words.triggers.at(read, one.end) is None or not _ends(read, stop):
        return None
    return Measured(one, last.measure, one.start, one.end, shares=True)


def _ends(read: Sequence[Token], at: int) -> bool:
    return at >= len(read) or read[at].word in _ENDS or read[at].word in ("and", "by")


def _leads(between: Sequence[Token], words: FigureWords) -> bool:
    """Say whether the words name another part: ", the second |", "and in the south |"."""
    at = 0
    while at < len(between) and between[at].word in _BREAKS:
        at += 1
    rest = [token.word for token in between[at:]]
    if not at or not rest or any(token.kind != "word" for token in between[at:]):
        return False
    if any(_is_verb(between, step, words) for step in range(at, len(between))):
        return False
    if rest == ["another"]:
        return True
    if rest[0] == "the" and len(rest) <= 3:
        return len(rest) > 1 and rest[1] in _NEXT
    return rest[0] in _IN and 1 < len(rest) < 6


def _is_corrected(between: Sequence[Token]) -> bool:
    """Say whether they set aside what was said before: "and not, as it had said, |"."""
    at = next((at for at, token in enumerate(between) if token.word in _EXCEPT), len(between))
    if at and between[at - 1 : at] and between[at - 1].word not in _BREAKS:
        return between[at].word == "rather" if at < len(between) else False
    rest = [token.word for token in between[at + 1 :] if token.word not in _BREAKS]
    return at < len(between) and (not rest or rest[0] in ("as", "the", "of", "than"))


def _is_verb(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    return (
        read[at].word in words.auxiliaries or words.triggers.at(read, at) is not None
        or words.says.at(read, at) is not None
    )  # fmt: skip

"""Verbs of saying behind a figure that tell of something else: they give it no source."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.naming import ENDS
from probatum.read.tokens import Token

_NEAREST = 4
_CONTRARY = frozenset("though although while whereas but and хотя хоча однак но але а".split())


def gives_another(read: Sequence[Token], end: int, subject: tuple[int, int] | None) -> bool:
    """Read "112, half the 240 that families have reported": the families give the 240."""
    if subject is None:
        return False
    near = range(max(end + 1, subject[0] - _NEAREST), subject[0])
    return any(read[at].kind == "number" and read[at - 1].word == "the" for at in near)


def tells_its_own(
    read: Sequence[Token], at: int, end: int, subject: tuple[int, int] | None
) -> bool:  # fmt: skip
    """Read "40 homes burned, though the army maintains that it hit none": another clause."""
    if subject is None or not subject[0] or end >= len(read):
        return False
    joined = read[subject[0] - 1].word in _CONTRARY
    return joined and read[end].kind == "word" and read[end].word not in ENDS


def is_of_a_clause(
    read: Sequence[Token], subject: tuple[int, int] | None, words: FigureWords
) -> bool:  # fmt: skip
    """Read "..., a stretch that the | Rifles said was cleared": they say it of the stretch."""
    if subject is None or subject[0] < 2 or read[subject[0] - 1].word not in ("that", "which"):
        return False
    of = subject[0] - 1
    return read[of - 1].kind == "word" and words.numbers.before(read, of) is None

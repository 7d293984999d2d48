"""Verbs of saying behind a figure that tell of something else: they give it no source."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.naming import ENDS
from probatum.read.tokens import Token

_NEAREST = 4
_LEADS_TO_WHICH = frozenset("for of in from about on over to by after during with".split())
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
    read: Sequence[Token], subject: tuple[int, int] | None, words: FigureWords, *, is_behind: bool
) -> bool:  # fmt: skip
    """Read "..., a stretch that the | Rifles said was cleared": they say it of the stretch.

    So of "an incident for which | the army has admitted its part".
    """
    if subject is not None and subject[0] > 1 and read[subject[0] - 1].word in ("which", "whom"):
        if read[subject[0] - 2].word in _LEADS_TO_WHICH:
            return True
    if (
        not is_behind
        or subject is None
        or subject[0] < 2
        or read[subject[0] - 1].word not in ("that", "which")
    ):
        return False
    of = subject[0] - 1
    return read[of - 1].kind == "word" and words.numbers.before(read, of) is None


def counts_anew(read: Sequence[Token], end: int, subject: tuple[int, int] | None) -> bool:
    """Say whether a clause gives a number and nothing else: "41 houses gone, the mayor says 38"."""
    if subject is None or not subject[0] or end >= len(read):
        return False
    alone = end + 1 >= len(read) or read[end + 1].kind == "mark"
    return read[subject[0] - 1].word == "," and read[end].kind == "number" and alone

"""A season without a year: "in the spring", "восени", of the year in which it was last over."""

from __future__ import annotations

from probatum.read.dates.sentence import Sentence

_WINTER = 24
_FIRST_MONTH = {21: 3, 22: 6, 23: 9}
_MONTHS = 3
_IN = frozenset("in during over".split())
_GOES_ON = frozenset("and but when after before by as while that on at with from to they".split())
_ADVERBS = frozenset("навесні весною влітку улітку восени весной летом осенью".split())


def season_gone(s: Sentence, at: int, season: int, end: int) -> str | None:
    """Return the season at tokens ``at`` to ``end`` in EDTF; None if it may be another one.

    A winter has two years, and a season that goes on may be this one or the last.
    """
    if s.published is None or season == _WINTER:
        return None
    if s.strict and (s.looks_ahead or not s.tells_of_past):
        return None
    if not s.strict:
        pass  # the words alone, as whoever checks has them
    elif s.words.has_capitals:
        closed = end >= len(s.read) or s.read[end].kind == "mark" or s.word(end) in _GOES_ON
        led = s.word(at - 1) == "the" and s.word(at - 2) in _IN
        if not closed or not led:
            return None
    elif s.word(at) not in _ADVERBS:
        return None
    begins = _FIRST_MONTH[season]
    month, year = s.published.month, s.published.year
    if begins <= month < begins + _MONTHS:
        return None
    return f"{year - (month < begins):04d}-{season}"

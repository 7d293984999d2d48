"""A day without its month: "the pumps came back on the 8th"."""

from __future__ import annotations

from datetime import date

from probatum.read.dates.calendar import Point
from probatum.read.dates.sentence import Sentence
from probatum.read.tokens import is_beside

_SUFFIXES = frozenset("st nd rd th".split())
_LEADS = frozenset("on of by since until before after".split())
_GOES_ON = frozenset(
    "and or but to when after before while as at he she they it we the a an two his her their our "
    "nobody somebody everybody there in".split()
)
_LAST_DAY = 31
_MONTHS = 12


def day_alone(s: Sentence, at: int, month: str | None) -> tuple[Point, int] | None:
    """Return the latest such day up to publication, and the token behind it.

    ``month`` is that of the date before it in the text ("2031-04"): where it is another one, the
    text speaks of another time, and no day is guessed.
    """
    if not s.words.has_capitals or s.published is None or s.word(at) != "the":
        return None
    end = at + 3
    if s.strict and s.word(at - 1) not in _LEADS or end > len(s.read):
        return None
    number, suffix = s.read[at + 1], s.read[at + 2]
    if number.kind != "number" or suffix.word not in _SUFFIXES or not is_beside(number, suffix):
        return None
    if not number.raw.isdecimal() or not 1 <= int(number.raw[:3]) <= _LAST_DAY:
        return None
    if end < len(s.read) and s.read[end].kind == "word" and s.word(end) not in _GOES_ON:
        return None  # "the 8th Brigade", "the 8th century"
    day = _latest(int(number.raw), s.published)
    if day is None or s.is_future(at) is not False:
        return None
    if s.strict and month is not None and month != day[:7]:
        return None
    return Point(known=day, is_relative=True), end


def _latest(day: int, published: date) -> str | None:
    year, month = published.year, published.month
    if day > published.day:
        year, month = (year, month - 1) if month > 1 else (year - 1, _MONTHS)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

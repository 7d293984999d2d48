"""Expressions of one day, month, year or stretch of the calendar, at a token of a sentence.

Each function looks at one place and answers with a point and the token behind it, or None.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

from probatum.read.dates import calendar
from probatum.read.dates.calendar import Point
from probatum.read.dates.naming import ends_a_name, is_of_person, is_ordinal_name
from probatum.read.dates.seasons import season_gone
from probatum.read.dates.sentence import Sentence
from probatum.read.numbers import number_at
from probatum.read.tokens import is_beside

At: TypeAlias = tuple[Point, int] | None

_AND = frozenset("and or та і й и или або".split())
_SUFFIXES = frozenset("st nd rd th го ого е ше те є".split())
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})[./](\d{4}|\d{2})")
_GOES_ON = frozenset(
    "and when after the to by was were but as at on with according during before or in has have "
    "had is are that which who while until from it he she they we there nobody some about over "
    "around only nearly almost more alone together combined respectively when where "
    "i та й в у и на с з его не".split()
)


_THAT = frozenset("ذلك تلك".split())
_WINTER = 24
_OF_A_YEAR = frozenset(
    "inquiry report census war siege famine flood floods truce treaty agreement accord offensive "
    "massacre battle election law study survey uprising coup blockade strike trial earthquake "
    "raid constitution ceasefire retreat crisis drought".split()
)


def point_at(s: Sentence, at: int) -> At:
    """Return the day, month, year or stretch that begins at a token."""
    for look in (_numeric, _ago, _day_word, _weekday, _dated, _turned, _season, _year_alone):
        if found := look(s, at):
            return found
    return None


def day_at(s: Sentence, at: int) -> tuple[int, int] | None:
    """Return the day of a month in digits or as an ordinal, and the token behind it."""
    read = s.read
    if s.words.has_capitals and s.word(at) == "the":
        at += 1
    if found := s.words.ordinals.at(read, at):
        if is_ordinal_name(s, at):
            return None
        counts = s.words.joined and at > 0 and s.words.units.at(read, at - 1, joined=True)
        return None if counts else found  # "the first week of May" is no first of May
    if at >= len(read) or read[at].kind != "number" or not read[at].raw.isdecimal():
        return None
    day, end = int(read[at].raw[:3]), at + 1
    if len(read[at].raw) > 2 or not 1 <= day <= 31:
        return None
    if s.word(end) in _SUFFIXES and is_beside(read[end - 1], read[end]):
        end += 1
    elif s.word(end) == "-" and s.word(end + 1) in _SUFFIXES:
        end += 2
    return day, end


def _is_name(s: Sentence, at: int) -> bool:
    """Say whether a capital makes a word a name: in English all months and weekdays have one."""
    if at >= len(s.read):
        return True
    if s.words.has_capitals:
        return not s.read[at].is_capitalised
    return s.words.is_lower and s.strict and at > 0 and s.read[at].is_capitalised


def month_at(s: Sentence, at: int, *, short: bool = False) -> tuple[int, int] | None:
    """Return a month by name and the token behind it; twice the same month is one (أيار/مايو)."""
    if _is_name(s, at):
        return None
    found = s.words.months.at(s.read, at, joined=s.words.joined)
    if found is None and short:
        found = s.words.short_months.at(s.read, at)
    if found is None:
        return None
    month, end = found
    if s.word(end) in ("/", "("):
        again = s.words.months.at(s.read, end + 1)
        if again and again[0] == month:
            end = again[1] + (s.word(end) == "(" and s.word(again[1]) == ")")
    return month, end


def year_at(s: Sentence, at: int) -> tuple[int, int] | None:
    """Return a year in four digits and the token behind it."""
    if before := s.words.year_before.at(s.read, at):
        if not s.words.has_capitals:
            at = before[1]
    if at >= len(s.read) or s.read[at].kind != "number":
        return None
    raw = s.read[at].raw
    if len(raw) != 4 or not raw.isdecimal() or int(raw) not in calendar.YEARS:
        return None
    after = s.words.year_after.at(s.read, at + 1)
    return int(raw), after[1] if after else at + 1


def turned_year_at(s: Sentence, at: int) -> tuple[int, int] | None:
    """Return -1, 0 or 1 for "last year", "this year", "next year" at a token."""
    found = _turned(s, at, only="year")
    return (found[0].turn, found[1]) if found else None


def _year_behind(s: Sentence, point: Point, at: int) -> tuple[Point, int]:
    """Add the year that follows a day or month, said or counted from publication."""
    step = s.words.of.at(s.read, at)
    for start in (at, step[1]) if step else (at,):
        if found := year_at(s, start):
            return replace(point, year=found[0]), found[1]
        if turned := turned_year_at(s, start):
            if s.published is None:
                unknown = Point(is_relative=True)
                return unknown, turned[1]
            year = s.published.year + turned[0]
            return replace(point, year=year, is_relative=True), turned[1]
    if s.words.turn_behind and (found := s.words.turn.at(s.read, at)):
        return replace(point, turn=found[0], is_relative=True), found[1]
    return point, at


def _dated(s: Sentence, at: int) -> At:
    """Read "3 April 2031", "April 3, 2031", "the 3rd of April", "April 2031", "last April"."""
    if day := day_at(s, at):
        step = s.words.of.at(s.read, day[1])
        for start in (day[1], step[1]) if step else (day[1],):
            if month := month_at(s, start, short=True):
                return _year_behind(s, Point(month=month[0], day=day[0]), month[1])
        return None
    turn = s.words.turn.at(s.read, at) if not s.words.turn_behind else None
    if turn and (month := month_at(s, turn[1])):
        return Point(month=month[0], turn=turn[0], is_relative=True), month[1]
    month = month_at(s, at, short=True)
    if month is None or (s.word(at - 1) == "of" and is_ordinal_name(s, at - 2)):
        return None
    if s.words.has_capitals and (day := day_at(s, month[1])) and s.word(month[1]) != "the":
        if day[1] >= len(s.read) or s.word(day[1]) != "%":
            return _year_behind(s, Point(month=month[0], day=day[0]), day[1])
    point, end = _year_behind(s, Point(month=month[0]), month[1])
    if s.strict and point.year is None and not point.turn and _shares_a_year(s, end):
        return (Point(), end) if s.is_licensed(at) else None  # which year, its words do not say
    if point.month is None or point.year is not None or point.turn:
        return point, end
    full = month_at(s, at)
    if s.strict and s.words.has_capitals and s.word(at - 1) in ("by", "of"):
        if end < len(s.read) and s.read[end].is_capitalised:
            return None  # somebody called May
    return (point, end) if full and s.is_licensed(at) else None


def _shares_a_year(s: Sentence, at: int) -> bool:
    """Say whether the next month gives the year of the one before: "in April and May 2030"."""
    if s.word(at) not in _AND or (second := month_at(s, at + 1)) is None:
        return False
    return year_at(s, second[1]) is not None


def _numeric(s: Sentence, at: int) -> At:
    """Read 2031-04-03, 03.04.2031; 3/4/2031 says neither which is the month nor the day."""
    if at >= len(s.read) or s.read[at].kind != "date":
        return None
    word = s.read[at].word
    found = _NUMERIC.fullmatch(word)
    if found is None:
        known = calendar.spelled(word)
        return (Point(known=known), at + 1) if known else None
    day, slash, month, year = int(found[1]), found[2] == "/", int(found[3]), int(found[4])
    if slash and s.words.has_capitals and day <= 12 and month <= 12 and day != month:
        return Point(), at + 1
    if month > 12 >= day:
        day, month = month, day
    year += 2000 if len(found[4]) == 2 else 0
    after = s.words.year_after.at(s.read, at + 1)
    known = calendar.spelled(f"{year:04d}-{month:02d}-{day:02d}")
    return (Point(known=known), after[1] if after else at + 1) if known else None


def _year_alone(s: Sentence, at: int) -> At:
    found = year_at(s, at)
    if found is None:
        return None
    year, end = found
    after = s.words.year_after.at(s.read, end - 1) or s.words.year_after.at(s.read, end)
    said = end > at + 1 or after is not None
    if s.strict and not said:
        before = (
            at > 0
            and (
                _is_second_year(s, at)
                or s.words.year_before.at(s.read, at - 1)
                or (not s.words.year_after.first_words and s.words.licence.at(s.read, at - 1))
            )
            and s.word(at - 2) not in s.words.crowds
        )
        behind = s.read[end] if end < len(s.read) else None
        told = behind is not None and behind.word in s.words.reported  # "the siege of 2030 lasted"
        told = told or s.word(at - 1) == "of" and s.word(at - 2) in _OF_A_YEAR
        if _is_apart(s, at, end):
            return Point(year=year), end
        if not before or (
            behind and behind.kind == "word" and behind.word not in _GOES_ON and not told
            and not behind.is_capitalised
        ):  # fmt: skip
            return None
    if s.word(end) == "s" or (s.word(end) in "%$€£" and s.word(end)):
        return None
    return Point(year=year), end


def _is_apart(s: Sentence, at: int, end: int) -> bool:
    """Read "that is Skopje, 2026, the refinery fire", "(2026)": a year between two marks."""
    marks = s.word(at - 1), s.word(end)
    if marks not in ((",", ","), ("(", ")"), (",", ".")) or not s.words.has_capitals:
        return False
    return marks[0] == "(" or (at > 1 and s.read[at - 2].kind == "word")


def _is_second_year(s: Sentence, at: int) -> bool:
    """Read the second of "in 2028 and 2029"."""
    return at > 2 and s.word(at - 1) in _AND and bool(
        year_at(s, at - 2) and s.words.year_before.at(s.read, at - 3)
    )  # fmt: skip


def _day_word(s: Sentence, at: int) -> At:
    """Read yesterday, today, overnight, with the part of the day before or behind."""
    if found := s.words.nights.at(s.read, at, joined=s.words.joined):
        known = calendar.overnight(s.published)
        return Point(known=known, is_relative=True), found[1]
    if year := s.words.years.at(s.read, at):
        if season := s.words.seasons.at(s.read, year[1]):  # "торік восени"; a winter has two years
            away = calendar.away(s.published, "year", year[0])
            known = None if away is None or season[0] == _WINTER else f"{away}-{season[0]}"
            return Point(known=known, is_relative=True), season[1]
        return Point(known=calendar.away(s.published, "year", year[0]), is_relative=True), year[1]
    days = s.words.days.at(s.read, at, joined=s.words.joined)
    if days is not None and (ends_a_name(s, at) or s.word(at - 1) in _THAT):
        return None
    if days is None or s.is_of_then(at) or s.word(days[1]) in s.words.never_after:
        return None
    known = calendar.away(s.published, "day", days[0])
    named = s.words.weekdays.at(s.read, days[1]) if s.words.joined else None
    if named is not None and s.published is not None:
        if (s.published.weekday() + days[0] - named[0]) % 7:
            return None  # "أمس" and another weekday: which of the two is meant?
        return Point(known=known, is_relative=True), named[1]  # "أمس الأربعاء"
    return Point(known=known, is_relative=True), days[1]


def _weekday(s: Sentence, at: int) -> At:
    """Read a weekday, alone or before its date ("Tuesday, 3 April"), or "Tuesday last week"."""
    turn = None if s.words.turn_behind else s.words.turn.at(s.read, at)
    start = turn[1] if turn else at
    if _is_name(s, start):
        return None
    found = s.words.weekdays.at(s.read, start, joined=s.words.joined)
    if found is None:
        if short := s.words.short_weekdays.at(s.read, start):
            comma = short[1] + (s.word(short[1]) == ",")
            return _dated(s, comma)
        return None
    day, end = found
    comma = end + (s.word(end) in (",", "،", "الموافق"))
    if not turn and (dated := _dated(s, comma)) and dated[0].day is not None:
        return calendar.on_weekday(dated[0], day, s.published), dated[1]
    if s.words.turn_behind and (behind := s.words.turn.at(s.read, end)):
        turn, end = behind, behind[1]
    if s.strict and not turn and not _may_be_weekday(s, at, end):
        return None
    if not turn and (week := _turned(s, end, only="week")):
        return Point(known=_of_week(s, day, week[0].turn), is_relative=True), week[1]
    if not turn and s.word(at - 1) in s.words.of_another:
        return Point(known=None, is_relative=True), end  # "the following Monday": after which day?
    known = calendar.weekday(day, s.published, turn[0] if turn else None, future=s.is_future(start))
    return Point(known=known, is_relative=True), end


def _may_be_weekday(s: Sentence, at: int, end: int) -> bool:
    if s.word(at - 1) in s.words.never_before or s.word(end) in s.words.never_after:
        return False
    if s.words.has_capitals and is_of_person(s, at, end):
        return False
    needs = s.words.weekday_needs
    if needs is None or end > at + 1:
        return True
    return at > 0 and needs.at(s.read, at - 1) is not None


def _of_week(s: Sentence, day: int, turn: int) -> str | None:
    if s.published is None:
        return None
    return calendar.away(s.published, "day", turn * 7 + day - s.published.weekday())


def _ago(s: Sentence, at: int) -> At:
    """Read "three days ago", "тиждень тому", "قبل يومين"."""
    if before := s.words.ago_before.at(s.read, at):
        about = s.words.about.at(s.read, before[1])
        if found := _count(s, before[1] if about is None else about[1]):
            unit, count, end = found
            if s.word(end) == "من" and s.word(end + 1) not in ("الان", "الآن", "اليوم"):
                return None  # "قبل أسبوع من الهجوم": before the attack, not before today
            known = calendar.away(s.published, unit, -count)
            if known is not None and about is not None:
                known = None if "/" in known else calendar.spelled(known + "~")
            return Point(known=known, is_relative=True), end
        return None
    if not s.words.ago_after.first_words or (found := _count(s, at)) is None:
        return None
    unit, count, end = found
    behind = s.words.ago_after.at(s.read, end)
    if behind is None or unit == "weekend":
        return None
    return Point(known=calendar.away(s.published, unit, -count), is_relative=True), behind[1]


def _count(s: Sentence, at: int) -> tuple[str, int, int] | None:
    """Return unit, how many of them, and the token behind: "three days", "a week", "يومين"."""
    count, is_counted = 1, True
    if one := s.words.one.at(s.read, at):
        at = one[1]
    elif number := number_at(s.read, at, s.language, reach="one"):
        if number[0].low != number[0].high:
            return None
        count, at = number[0].low, number[1]
    else:
        is_counted = False
    unit = s.words.units.at(s.read, at)
    if unit is None or count > 2_000 or (not is_counted and s.word(at) not in s.words.alone):
        return None
    return unit[0][0], count * unit[0][1], unit[1]


def _turned(s: Sentence, at: int, only: str | None = None) -> At:
    """Read "last month", "минулого року", "الأسبوع الماضي"."""
    if s.words.turn_behind:
        unit = s.words.units.at(s.read, at, joined=True)
        turn = s.words.turn.at(s.read, unit[1]) if unit else None
        end = turn[1] if turn else 0
    else:
        turn = s.words.turn.at(s.read, at)
        unit = s.words.units.at(s.read, turn[1]) if turn else None
        end = unit[1] if unit else 0
    if unit is None or turn is None or (only is not None and unit[0][0] != only):
        return None
    name, many = unit[0]
    if name == "day" or many != 1 and name != "24 hours":
        return None
    if s.strict and s.words.has_capitals and s.word(at - 1) == "the":
        return None
    if name == "24 hours":
        if turn[0] != -1:
            return None
        return Point(known=calendar.running(s.published, "day", many), is_relative=True), end
    known = calendar.whole(s.published, name, turn[0])
    return Point(known=known, is_relative=True, turn=turn[0]), end


def _season(s: Sentence, at: int) -> At:
    """Read "the spring of 2031", "весною 2031 року"; without a year only "last summer"."""
    turn = None if s.words.turn_behind else s.words.turn.at(s.read, at)
    found = s.words.seasons.at(s.read, turn[1] if turn else at, joined=s.words.joined)
    if found is None:
        return None
    point, end = _year_behind(s, Point(season=found[0]), found[1])
    if turn:
        return replace(point, turn=turn[0], is_relative=True), end
    if point.year is not None or point.turn:
        return point, end
    known = season_gone(s, at, found[0], found[1])
    return None if known is None else (Point(known=known, is_relative=True), found[1])

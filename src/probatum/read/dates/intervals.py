"""Expressions with two ends or one open end, parts of months and years, nights, approximations."""

from __future__ import annotations

from dataclasses import replace

from probatum.read.dates import calendar
from probatum.read.dates.calendar import Point
from probatum.read.dates.points import At, day_at, month_at, point_at, year_at
from probatum.read.dates.sentence import Sentence
from probatum.read.numbers import number_at

_OVER = {21: 6, 22: 9, 23: 12}  # the month in which a season is over for this year
_NEVER = 13
_FRIDAY = 4
_MADE = frozenset("built born founded established dating dates dated written made died".split())
_GOES_ON = frozenset("and when after the by but as at on with before until or that".split())


def expression_at(s: Sentence, at: int) -> At:
    """Return the longest expression of a time at a token, resolved, with clock and part of day."""
    if s.strict and s.word(at - 1) in s.words.streets and _bears_a_street(s, at):
        return None
    if s.word(at - 1) == "of" and s.word(at - 2) == "week" and day_at(s, at):
        return None
    if this := _part_of_this(s, at):
        return this
    loose = replace(s, strict=False)
    for look in (_night, _between, _since, _running, _about, _part, _range):
        if found := look(s, loose, at):
            return found[0], _with_clock(s, found[1])
    if before := s.words.parts_of_day.at(s.read, at, joined=s.words.joined):
        if (day := _day(loose, before[1])) and before[1] == at + 1 and not _is_month(day):
            return day[0], _with_clock(s, day[1])
    if (found := point_at(s, at)) is None:
        return None
    if s.strict and s.word(found[1]) in s.words.streets and s.read[found[1]].is_capitalised:
        return None
    point = _resolved(s, found[0], at)
    return point, _with_clock(s, found[1])


def _resolved(s: Sentence, point: Point, at: int) -> Point:
    past = s.tells_of_past and s.word(at - 1) not in s.words.deadlines
    return calendar.resolved(point, s.published, future=s.is_future(at), past=past)


def _bears_a_street(s: Sentence, at: int) -> bool:
    """Say whether a day or month may be the name of the street before it: "вулиця 8 Березня"."""
    return s.read[at].kind == "number" or month_at(s, at) is not None


def _is_month(found: tuple[Point, int]) -> bool:
    known = found[0].known
    return known is not None and len(known) != 10


def _day(s: Sentence, at: int) -> At:
    if (found := point_at(s, at)) is None:
        return None
    return _resolved(s, found[0], at), found[1]


def _with_clock(s: Sentence, end: int) -> int:
    """Return the token behind the part of the day and the time on the clock that follow."""
    if found := s.words.parts_of_day.at(s.read, end):
        end = found[1]
    if found := s.words.at_clock.at(s.read, end):
        after = found[1]
        if after < len(s.read) and s.read[after].kind == "clock":
            end = after + 1
        elif after < len(s.read) and s.read[after].kind == "number" and s.word(after + 1) in (
            "a.m.", "p.m.", "am", "pm", "годині", "годин", "часов", "часа",
        ):  # fmt: skip
            end = after + 2
        if s.word(end) in ("a.m.", "p.m.", "am", "pm") and end == after + 1:
            end += 1
    return end


def _end(s: Sentence, at: int) -> At:
    """Return a point that may be the first end of an interval, a bare day included."""
    if found := point_at(s, at):
        return found
    if day := day_at(s, at):
        return Point(day=day[0]), day[1]
    return None


def _two(s: Sentence, first: tuple[Point, int], second: tuple[Point, int], at: int) -> At:
    """Return the interval of two ends; a bare day needs a month in the second."""
    start, end = first[0], second[0]
    if start.day and not start.month and not start.known and not end.day:
        return None
    made = calendar.interval(start, end, s.published, future=s.is_future(at))
    return made, second[1]


def _between(s: Sentence, loose: Sentence, at: int) -> At:
    """Read "between 3 and 9 April", "from March to May 2031", "з 3 по 9 квітня"."""
    for word, middle in s.words.spans.items():
        phrase = word.split()
        if [s.word(at + step) for step in range(len(phrase))] != phrase:
            continue
        first = _end(loose, _behind_clock(s, at + len(phrase)))
        if first is None:
            continue
        if part := s.words.parts_of_day.at(s.read, first[1]):
            first = first[0], part[1]  # "between Monday evening and ..."
        between = middle.at(s.read, first[1])
        start = between[1] if between else first[1]
        if between is None and not (s.words.joined and s.word(start).startswith("و")):
            continue
        if second := point_at(loose, _behind_clock(s, start)):
            return _two(s, first, second, at)
    return None


def _behind_clock(s: Sentence, at: int) -> int:
    """Return the token behind "23:00 on" before a day, or the token itself."""
    if at + 2 >= len(s.read) or not s.words.has_capitals:
        return at
    step = at
    if s.read[at].kind == "clock":
        step = at + 1
    elif s.read[at].kind == "number" and s.word(at + 1) in ("a.m.", "p.m.", "am", "pm"):
        step = at + 2
    elif s.word(at) in ("noon", "midnight", "midday", "dawn", "dusk"):
        step = at + 1
    if step > at and s.word(step) in ("a.m.", "p.m.", "am", "pm"):
        step += 1
    return step + (s.word(step) == "on") if step > at else at


def _since(s: Sentence, loose: Sentence, at: int) -> At:
    """Read "since March": open at its end. Until, before and after stay outside of a date."""
    found = s.words.since.at(s.read, at, joined=s.words.joined)
    if found is None:
        return None
    start = found[1]
    if weekend := _since_weekend(s, start):
        return weekend
    if season := _season_of_late(s, start):
        return season
    loose = replace(loose, future=False)  # what goes on since Thursday began before today
    if s.has_season_behind_article(start):
        start += 1  # "since the autumn of 2034"
    day = _part_of_this(s, start, is_led=True) or _part(s, loose, start) or _day(loose, start)
    if day is None:
        return None
    point, end = day
    following = s.read[end] if end < len(s.read) else None
    if following and following.word == "'s":
        return None
    if at and s.word(at) == "від" and point.known is not None and len(point.known) == 10:
        return None  # "лист від 3 квітня" bears that date
    if point.known is None:
        return point, end
    first = point.known.split("/")[0]
    return replace(point, known=calendar.spelled(f"{first}/..")), end


def _since_weekend(s: Sentence, at: int) -> At:
    """Read "since the weekend": since its Saturday, unless today is one of its days."""
    if not s.words.has_capitals or (s.word(at), s.word(at + 1)) != ("the", "weekend"):
        return None
    if s.published is None or s.published.weekday() > _FRIDAY:
        return Point(is_relative=True), at + 2
    saturday = calendar.away(s.published, "day", -s.published.weekday() - 2)
    return Point(known=calendar.spelled(f"{saturday}/.."), is_relative=True), at + 2


def _season_of_late(s: Sentence, at: int) -> At:
    """Read "since spring": of this year or of the last one, the words do not say."""
    start = at + (s.word(at) in ("the", "last"))
    found = s.words.seasons.at(s.read, start, joined=s.words.joined)
    if found is None or year_at(s, found[1]) or s.word(found[1]) in ("of", "in"):
        return None
    if s.word(at) == "last" or s.words.turn.at(s.read, found[1]):
        return None
    if s.published is not None and s.published.month >= _OVER.get(found[0], _NEVER):
        known = calendar.spelled(f"{s.published.year:04d}-{found[0]}/..")
        return Point(known=known, is_relative=True), found[1]
    return Point(is_relative=True), found[1]


def _part_of_this(s: Sentence, at: int, *, is_led: bool = False) -> At:
    """Read "by the end of the month", "до конца года", "since the start of the year": of ours."""
    found = s.words.part_of.at(s.read, at)
    if found is None and is_led and s.word(at - 1) == "بدايه":
        found = "early", at
    if found is None or not (is_led or s.word(at - 1) in s.words.deadlines or s.future is not None):
        return None
    if not is_led and s.future is None and not s.looks_ahead:
        return None  # "by the end of the week he was dead": of which week?
    if s.words.has_capitals and (s.word(found[1]) != "the" or s.word(at - 1) == "before"):
        return None
    unit = s.words.units.at(s.read, found[1] + s.words.has_capitals, joined=s.words.joined)
    if unit is None or unit[0][0] not in ("week", "month", "year") or unit[0][1] != 1:
        return None
    end = unit[1]
    if s.word(end) in ("of", "in") or (end < len(s.read) and s.read[end].kind == "number"):
        return None
    if s.words.turn.at(s.read, end) and s.words.turn_behind:
        return None
    return Point(known=calendar.whole(s.published, unit[0][0], 0), is_relative=True), end


def _night(s: Sentence, loose: Sentence, at: int) -> At:
    """Read "the night of 3 to 4 April", "в ночь на 4 апреля": the two days it lies between."""
    if found := s.words.night_to.at(s.read, at):
        if (day := _day(loose, found[1])) is None:
            return None
        before = calendar.day_before(day[0].known)
        known = calendar.spelled(f"{before}/{day[0].known}") if before else None
        return replace(day[0], known=known), day[1]
    if (found := s.words.night_of.at(s.read, at)) is None:
        return None
    if two := _range(s, loose, found[1], night=True):
        return two
    day = _day(loose, found[1])
    if day is None or (day[0].known is not None and len(day[0].known) != 10):
        return None
    return day


def _range(s: Sentence, loose: Sentence, at: int, *, night: bool = False) -> At:
    """Read "3–5 April", "April 3-5, 2031", "March–April 2031", "2029–2031"."""
    if s.words.has_capitals and (month := month_at(s, at, short=True)):
        first = day_at(s, month[1])
        to = s.words.to.at(s.read, first[1]) if first else None
        second = day_at(s, to[1]) if to else None
        if first and second and not month_at(s, second[1]):
            year = year_at(s, second[1] + (s.word(second[1]) == ","))
            said = year[0] if year else None
            start = Point(year=said, month=month[0], day=first[0])
            end = Point(year=said, month=month[0], day=second[0])
            return _two(s, (start, 0), (end, year[1] if year else second[1]), at)
    first_end = _end(loose if night else s, at) or _opening(loose, at)
    if first_end is None:
        return None
    to = s.words.to.at(s.read, first_end[1])
    if to is None and night and s.word(first_end[1]) in ("на", "and", "into"):
        to = True, first_end[1] + 1
    if to is None and s.word(first_end[1]) in ("and", "і", "й", "та", "и"):
        return _next_day(s, loose, first_end, at)
    if to is None or (second_end := point_at(loose, to[1])) is None:
        return None
    if not night and not (_alike(first_end[0], second_end[0])):
        return None
    return _two(s, first_end, second_end, at)


def _opening(loose: Sentence, at: int) -> At:
    """Return a month or year that stands before a dash, without a word that licenses it."""
    if found := month_at(loose, at):
        return Point(month=found[0]), found[1]
    if found := year_at(loose, at):
        return Point(year=found[0]), found[1]
    return None


def _alike(first: Point, second: Point) -> bool:
    """Say whether two points are of one sort, so that a dash between them makes an interval."""
    if first.known or second.known:
        return bool(first.known and second.known)
    return bool(first.day) == bool(second.day) and (
        bool(second.month) if first.month or first.day else bool(first.year and second.year)
    )


def _next_day(s: Sentence, loose: Sentence, first: tuple[Point, int], at: int) -> At:
    """Read "3 and 4 April", two days in a row, as one stretch."""
    second = point_at(loose, first[1] + 1)
    if second is None or not first[0].day or first[0].month or second[0].day != first[0].day + 1:
        return None
    return _two(s, first, second, at)


def _about(s: Sentence, loose: Sentence, at: int) -> At:
    """Read "around 3 April" as approximate."""
    found = s.words.about.at(s.read, at)
    if found is None or (day := _day(loose, found[1])) is None:
        return None
    point, end = day
    if end == found[1] + 1 and s.read[found[1]].kind == "number" and not _is_bare_year(s, at, end):
        return None
    if point.known is None or "/" in point.known or point.known[-1:] in "~?%":
        return None
    return replace(point, known=calendar.spelled(point.known + "~")), end


def _is_bare_year(s: Sentence, at: int, end: int) -> bool:
    """Say whether four digits behind "about" are a year, not a number of people or things."""
    if not s.words.has_capitals or (s.word(at - 1) not in _MADE and not s.is_licensed(at)):
        return False
    return end >= len(s.read) or s.read[end].kind == "mark" or s.word(end) in _GOES_ON


def _part(s: Sentence, loose: Sentence, at: int) -> At:
    """Read "early March", "the end of 2031", "early on Tuesday"; the part adds no precision."""
    found = s.words.part_of.at(s.read, at)
    if found is None:
        return None
    start = found[1]
    if s.word(start) in ("on", "in", "of"):
        start += 1
    if s.words.has_capitals and start < len(s.read) and s.read[start].kind == "number":
        if len(s.read[start].raw) != 4:
            return None
    return _day(loose, start)


def _running(s: Sentence, loose: Sentence, at: int) -> At:
    """Read "the past three days", "за останню добу": up to the publication day."""
    found = s.words.past.at(s.read, at)
    if found is None:
        return None
    start, count = found[1], 1
    number = number_at(s.read, start, s.language, reach="one")
    unit = None if number is None else s.words.units.at(s.read, start)  # "24 hours" is one unit
    if number and unit is None:
        if number[0].low != number[0].high:
            return None
        count, start = number[0].low, number[1]
        unit = s.words.units.at(s.read, start)
    elif unit is None and (unit := s.words.units.at(s.read, start)) and unit[0][0] != "24 hours":
        if s.word(start) != "day" or s.word(at) != "the":
            return None  # "the past day" alone runs up to now
    if unit is None or unit[0][0] == "weekend":
        return None
    name, many = unit[0]
    known = calendar.running(s.published, name, count * many)
    return Point(known=known, is_relative=True), unit[1]

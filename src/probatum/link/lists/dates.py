"""Dates as lists write them, to EDTF, never more precise than they are written.

>>> read_date("5 березня 2022 р.").edtf, read_date("٥ آذار ٢٠٢٢").edtf, read_date("03.2022").edtf
('2022-03-05', '2022-03-05', '2022-03')
>>> read_date("03/04/2022")
DateRead(edtf='[2022-03-04,2022-04-03]', code='ambiguous-date')
>>> read_date("03/04/2022", order="month-first").edtf, read_date("about 5.3.2022").edtf
('2022-03-04', '2022-03-05~')
>>> read_date("30.02.2022"), read_date("??.03.2022").edtf, read_date("before 1 May 2022").edtf
(DateRead(edtf=None, code='impossible-date'), '2022-03', '../2022-05-01')
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from probatum.link.lists.month_words import (
    ABOUT,
    AFTER,
    BEFORE,
    BETWEEN,
    DIGITS,
    FILLERS,
    ISLAMIC,
    MONTHS,
    SEASONS,
)
from probatum.model.edtf import parse
from probatum.model.letters import fold

Order: TypeAlias = Literal["day-first", "month-first"]
_FIRST_YEAR, _LAST_YEAR = 1850, 2149
_OTHER_YEARS = range(1300, 1500)  # of the Islamic and the Persian calendar, in our time
_PLAIN = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})")
_TIME = re.compile(
    r"[t ,]+(?:at|о|об|в|الساعة)? ?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?$"
)
_EDTF = re.compile(
    r"\d{2}[\dX]{2}(?:-[\dX]{2}(?:-[\dX]{2})?)?[?~%]?|\.\./.+|.+/\.\.|\[.+\]|\d{4}-\d\d[-\d]*/\d{4}[-\d]*"
)
_THREE = re.compile(
    r"(\d{1,4}|[?xх_]{1,4})\s*([./\- ])\s*(\d{1,2}|[?xх_]{1,2})\s*\2\s*"
    r"(\d{4}|\d{1,2}|[?xх_]{1,2})"
)
_TWO = re.compile(r"(\d{1,2}|\d{4}|[?xх_]{1,2})\s*[./\- ]\s*(\d{4}|\d{1,2})")
_DAYS = re.compile(r"(\d{1,2})\s*[-–—]\s*(\d{1,2})([ .].+)")
_BETWEEN_DATES = re.compile(
    r"\s+(?:-|–|—|to|по|до|и|та|і|and|الي|حتي|و)\s+|\s*[–—]\s*|(?<=\d{4})\s*[-/]\s*(?=\d{1,2}[./])"
)
_TOKEN = re.compile(r"\d+|[^\W\d_']+(?:'[^\W\d_]+)*")
_UNKNOWN = frozenset("?xх_0")


class DateRead(NamedTuple):
    """A date as EDTF, None where there is none; and the code of what is to be said of it."""

    edtf: str | None
    code: str | None = None


_NOT = DateRead(None, "not-a-date")
_IMPOSSIBLE = DateRead(None, "impossible-date")


@lru_cache(maxsize=1 << 16)
def read_date(
    text: str, order: Order | None = None, short_years_from: int | None = None
) -> DateRead:
    """Return what a cell says as a date; lists repeat their dates, so each is read once."""
    plain = _PLAIN.fullmatch(text) if order != "month-first" else None
    if plain is not None:  # what most cells are, without the way round
        try:
            day = date(int(plain[3]), int(plain[2]), int(plain[1]))
        except ValueError:
            return _read(text, order, short_years_from)
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return DateRead(day.isoformat())
    return _read(text, order, short_years_from)


def _read(text: str, order: Order | None, short_years_from: int | None) -> DateRead:
    said = " ".join(fold(text.translate(DIGITS)).split()).strip(" .,;")
    if _EDTF.fullmatch(text.strip()):
        try:
            found = parse(text.strip())
        except ValueError:
            found = None
        days = () if found is None else (found.first, found.last)
        if found and all(day is None or _FIRST_YEAR <= day[0] <= _LAST_YEAR for day in days):
            return DateRead(str(found))
    return _Reader(order, short_years_from).read(said)


class _Reader:
    """Reads dates under what the mapping states of them."""

    def __init__(self, order: Order | None, short_years_from: int | None) -> None:
        self._order, self._short = order, short_years_from

    def read(self, said: str) -> DateRead:
        said, doubt = _doubt(said)
        found = self._bounded(said)
        if doubt and found.edtf is not None and "/" not in found.edtf and found.edtf[0] != "[":
            return DateRead(str(parse(found.edtf + doubt)), found.code)
        return found

    def _bounded(self, said: str) -> DateRead:
        for words, form in ((BEFORE, "../{}"), (AFTER, "{}/..")):
            rest = _after(said, words)
            if rest is not None:
                return self._within(rest, form)
        rest = _after(said, BETWEEN)
        found = self._single(said if rest is None else rest)
        return self._interval(said if rest is None else rest) if found == _NOT else found

    def _within(self, said: str, form: str) -> DateRead:
        found = self._single(said)
        if found.edtf is None or found.edtf[0] == "[":
            return found if found.edtf is None else DateRead(None, found.code)
        return DateRead(form.format(found.edtf), found.code)

    def _interval(self, said: str) -> DateRead:
        days = _DAYS.fullmatch(said)
        if days is not None:
            ends = [self._single(day + days[3]) for day in (days[1], days[2])]
        else:
            parts = _BETWEEN_DATES.split(said)
            if len(parts) != 2:
                return _NOT
            ends = [self._single(part.strip()) for part in parts]
        if any(each.edtf is None or each.edtf[0] == "[" for each in ends):
            return next((each for each in ends if each.code), _NOT)._replace(edtf=None)
        try:
            return DateRead(str(parse(f"{ends[0].edtf}/{ends[1].edtf}")))
        except ValueError:
            return _IMPOSSIBLE

    def _single(self, said: str) -> DateRead:
        bare = _TIME.sub("", said)
        if bare.isdecimal():
            return self._digits(bare)
        three = _THREE.fullmatch(bare.rstrip(" гр.م"))
        if three is not None:
            return self._three(three[1], three[2], three[3], three[4])
        two = _TWO.fullmatch(bare.rstrip(" гр.م"))
        if two is not None:
            if len(two[1]) == 4 and len(two[2]) == 4:
                return _checked(f"{two[1]}/{two[2]}")
            year, month = (two[1], two[2]) if len(two[1]) == 4 else (two[2], two[1])
            return _NOT if len(year) != 4 else _date(int(year), month, None)
        return self._words(bare)

    def _digits(self, bare: str) -> DateRead:
        if len(bare) == 4:
            return _date(int(bare), None, None)
        if len(bare) == 8 and _FIRST_YEAR <= int(bare[:4]) <= _LAST_YEAR:
            return _date(int(bare[:4]), bare[4:6], bare[6:])
        return DateRead(None, "serial-number") if len(bare) == 5 else _NOT

    def _three(self, first: str, mark: str, middle: str, last: str) -> DateRead:
        if len(first) == 4 and first.isdecimal():
            return _date(int(first), middle, last)
        if not last.isdecimal() or len(last) == 1 or len(first) > 2:
            return _NOT
        year = self._year(last)
        if year is None:
            return DateRead(None, "short-year")
        return self._ordered(year, first, middle, dotted=mark == ".")

    def _ordered(self, year: int, first: str, middle: str, *, dotted: bool) -> DateRead:
        # Day, point, month is an order of its own: nobody writes the month first with points.
        order = self._order or ("day-first" if dotted else None)
        by_day, by_month = _date(year, middle, first), _date(year, first, middle)
        if order is not None:
            meant, other = (by_day, by_month) if order == "day-first" else (by_month, by_day)
            if meant.edtf is None and other.edtf is not None and not _partial(first, middle):
                return other._replace(code="other-order")
            return meant
        if by_day == by_month or by_month.edtf is None or _partial(first, middle):
            return by_day
        if by_day.edtf is None:
            return by_month
        both = ",".join(sorted((by_day.edtf, by_month.edtf)))
        return DateRead(str(parse(f"[{both}]")), "ambiguous-date")

    def _year(self, text: str) -> int | None:
        if len(text) == 4:
            return int(text)
        if self._short is None:
            return None
        return self._short + (int(text) - self._short) % 100

    def _words(self, said: str) -> DateRead:
        month = season = None
        numbers: list[str] = []
        tokens = _TOKEN.findall(said)
        at = 0
        while at < len(tokens):
            pair = " ".join(tokens[at : at + 2])
            word, step = (pair, 2) if pair in MONTHS or pair in ISLAMIC else (tokens[at], 1)
            at += step
            if word.isdecimal():
                numbers.append(word)
            elif word in MONTHS and month is None:
                month = MONTHS[word]
            elif word in ISLAMIC:
                return DateRead(None, "other-calendar")
            elif word in SEASONS and season is None:
                season = SEASONS[word]
            elif word not in FILLERS:
                return _NOT
        return self._assembled(numbers, month, season)

    def _assembled(self, numbers: list[str], month: int | None, season: int | None) -> DateRead:
        years = [each for each in numbers if len(each) == 4]
        days = [each for each in numbers if len(each) <= 2]
        if (month is None) == (season is None) or len(numbers) > 2 or len(years) > 1:
            return self._digits(numbers[0]) if len(numbers) == 1 and not month else _NOT
        if not years:
            if len(days) < 2:
                return _NOT  # a day and a month of no year
            year = self._year(days[1])
            if year is None:
                return DateRead(None, "short-year")
            return _date(year, str(month), days[0])
        if season is not None:
            return _NOT if days else _checked(f"{years[0]}-{season}")
        return _date(int(years[0]), str(month), days[0] if days else None)


def _doubt(said: str) -> tuple[str, str]:
    """Return the text without the words and marks of doubt, and these as EDTF has them."""
    about = _after(said, ABOUT)
    if about is None and said.startswith("~"):
        about = said[1:].strip()
    rest = said if about is None else about
    sure = re.sub(r"\s*\(?\?\)?$", "", rest) if re.search(r"\d\s*\(?\?\)?$", rest) else rest
    marks = ("~" if about is not None else "") + ("?" if sure != rest else "")
    return sure, "%" if len(marks) == 2 else marks


def _after(said: str, words: list[str]) -> str | None:
    for word in words:
        if said.startswith(word) and said[len(word) : len(word) + 1] in (" ", ".", ":"):
            return said[len(word) :].strip(" .:")
    return None


def _partial(*parts: str) -> bool:
    return any(set(part) <= _UNKNOWN for part in parts)


def _date(year: int, month: str | None, day: str | None) -> DateRead:
    """Return a date of these parts; zeros and question marks are not known."""
    if year in _OTHER_YEARS:
        return DateRead(None, "other-calendar")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return _IMPOSSIBLE
    text = f"{year:04}"
    if month is not None and not _partial(month):
        if not 1 <= int(month) <= 12:
            return _IMPOSSIBLE
        text += f"-{int(month):02}"
        if day is not None and not _partial(day):
            text += f"-{int(day):02}"
    return _checked(text)


def _checked(text: str) -> DateRead:
    try:
        return DateRead(str(parse(text)))
    except ValueError:
        return _IMPOSSIBLE

"""Find telephone numbers and coordinates in text, however they are spaced and written.

>>> from probatum.model.places import parse_point
>>> list(find_digits("call +380 (50) 000-11-22 or 0500001199", ["500001122"]))
[(6, 24, '500001122')]
>>> bridge = parse_point("49.98", "36.2525")
>>> [near for _, _, near in find_points("at 49°58′50″N, 36°15′10″E.", [bridge], radius_m=1000)]
[Point(lat=499800000, lon=362525000)]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from probatum.model.places import DEGREE_M, UNITS, Point, distance_m

_RUN = re.compile("[0-9](?:[ \\t\\n\u00a0\u202f().‐‑–/-]{0,4}[0-9]){5,60}")
_NO_DIGITS = bytes(sorted(set(range(256)) - set(b"0123456789")))
_OTHER_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]")
MOST_PREFIX = 6  # 00, three digits of a country and 0


def plain_digits(text: str) -> str:
    """Return a text with the digits of other scripts as 0-9, the same length."""
    return _OTHER_DIGITS.sub(lambda found: str(int(found[0])), text)


def find_digits(text: str, wanted: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where one of the digit strings stands: with any spacing, and any prefix to dial."""
    # All digits of the text as one: where a number is not in these, it is nowhere.
    all_digits = text.encode("utf-8", "replace").translate(None, _NO_DIGITS).decode("ascii")
    wanted = [key for key in wanted if key in all_digits]
    for run in _RUN.finditer(text) if wanted else ():
        joined = "".join(filter(str.isdigit, run[0]))
        for key in wanted:
            at = joined.find(key)
            while at >= 0:
                if _stands_alone(run[0], at, at + len(key)):
                    yield run.start(), run.end(), key
                    break
                at = joined.find(key, at + 1)


def _stands_alone(run: str, start: int, end: int) -> bool:
    """Say whether the digits from start to end are a number, not the middle of a longer one."""
    places = [at for at, letter in enumerate(run) if letter.isdigit()]
    if end < len(places) and places[end] == places[end - 1] + 1:
        return False
    first = places[start]
    group = first
    while group and run[group - 1].isdigit():
        group -= 1
    return first - group <= MOST_PREFIX


# -- coordinates ----------------------------------------------------------------------------------

# Begins with a digit, which is looked for fast; what stands before it is looked at afterwards.
_DECIMAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{2,15}|,[0-9]{2,15}(?![0-9.]))(?![0-9])")
_MARKED = re.compile(
    r"(?P<sign>[-−])?(?P<before>[NSEW]\s*)?(?<![0-9.,])(?P<d>[0-9]{1,3}(?:[.,][0-9]+)?)\s*"
    r"(?:[°º˚]|deg|(?=[ :][0-9]{1,2}[ :][0-9.,]+\s*[NSEW]))[\s:]*"
    r"(?:(?P<m>[0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:['’′ʹ´]|min|[ :])?\s*"
    r"(?:(?P<s>[0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:[\"”″ʺ]|['’′ʹ´]{2}|sec)?)?)?"
    r"\s*(?P<after>[NSEW](?![A-Za-z]))?"
)
_AROUND = 120
_FOLLOWS = (".", ",", "°", "º", "˚", " ", "d", ":")
_APART = 48  # characters between latitude and longitude: names of fields and quotation marks


def find_points(
    text: str, wanted: Collection[Point], radius_m: int
) -> Iterator[tuple[int, int, Point]]:
    """Yield pairs of numbers that are coordinates within so many metres of a wanted point.

    Either order of the two; a pair with few decimals counts if it may lie that near.
    """
    for low, high in _windows(text, wanted):
        for pattern, read in ((_DECIMAL, _decimal), (_MARKED, _marked)):
            before: tuple[int, int, float, float] | None = None
            for found in pattern.finditer(text, low, high):
                value = read(found)
                if value is None:
                    continue
                here = (found.start(), found.end(), *value)
                if before is not None and here[0] - before[1] <= _APART:
                    for near in _near(before, here, wanted, radius_m):
                        yield before[0], here[1], near
                before = here


def _windows(text: str, wanted: Collection[Point]) -> Iterator[tuple[int, int]]:
    """Yield the places of a text where a whole degree of a wanted latitude stands, and round it."""
    starts = {f"{degrees}{mark}" for point in wanted for degrees in _degrees(point.lat)
              for mark in _FOLLOWS}  # fmt: skip
    places = sorted(at for start in starts if start in text for at in _all(text, start))
    low = high = 0
    for at in places:
        if at - _AROUND > high:
            if high:
                yield low, high
            low = max(0, at - _AROUND)
        high = at + _AROUND
    if high:
        yield low, high


def _all(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _degrees(value: int) -> set[int]:
    """Return the whole degrees of a value and of those within a tenth of a degree."""
    return {abs(value + shift) // UNITS for shift in (-UNITS // 10, 0, UNITS // 10)}


def _near(
    one: tuple[int, int, float, float],
    other: tuple[int, int, float, float],
    wanted: Collection[Point],
    radius_m: int,
) -> Iterator[Point]:
    far_m = radius_m + max(one[3], other[3]) * DEGREE_M / 2
    far = (far_m / DEGREE_M) * UNITS * 1.02
    for lat, lon in ((one[2], other[2]), (other[2], one[2])):
        if abs(lat) > 90 or abs(lon) > 180:
            continue
        north = lat * UNITS
        for each in wanted:
            # Nearly all pairs end here: a table of positions has thousands.
            if abs(north - each.lat) <= far:
                point = Point(round(north), round(lon * UNITS))
                if distance_m(point, each) <= far_m:
                    yield each


def _decimal(found: re.Match[str]) -> tuple[float, float] | None:
    before = found.string[max(0, found.start() - 1) : found.start()]
    if before.isdigit() or before == "." or (before == "," and "," in found[0]):
        return None
    text = found[0].replace(",", ".")
    value = -float(text) if before in ("-", "−") else float(text)
    return value, _step(text)


def _marked(found: re.Match[str]) -> tuple[float, float] | None:
    parts = [part.replace(",", ".") for part in (found["d"], found["m"], found["s"]) if part]
    numbers = [float(part) for part in parts]
    if any(number >= 60 for number in numbers[1:]):
        return None
    value = sum(number / _SIXTIES[at] for at, number in enumerate(numbers))
    letter = (found["before"] or found["after"] or "N").strip()
    step = _step(parts[-1]) / _SIXTIES[len(parts) - 1]
    return (-value if letter in "SW" or found["sign"] else value), step


_SIXTIES = (1.0, 60.0, 3600.0)


def _step(text: str) -> float:
    """Return what one in the last digit of a decimal number is."""
    return float("1e-" + str(len(text.partition(".")[2])))

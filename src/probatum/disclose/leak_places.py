"""Places of a text that lead to a person, each of them once, whatever it was found by.

One word is found by its case, by its sound and by two recorded names at once; a full name by each
of its words; and both again behind escapes and across lines. People count places.

>>> text = "Olena Prykladenko, and Olena again"
>>> def find(start, end, kind, word):
...     return Find("R", kind, text, start, end, frozenset({(0, word)}))
>>> finds = [find(0, 5, "name", 0), find(6, 17, "name", 1), find(23, 28, "part-of-name", 0)]
>>> [(each.kind, each.start, each.end) for each in places(finds + finds[:1])]
[('name', 0, 17), ('part-of-name', 23, 28)]
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from probatum.disclose.protected import Kind

NEAR_WORDS = 3
NEAR_LETTERS = 60
_AROUND = 30  # characters before and behind a place
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")
_DIGITS = re.compile("[0-9]+")
_NAMES = ("name", "part-of-name")

# (number of the recorded name, number of the word in it): what a word of a text may be.
Words: TypeAlias = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True, repr=False)
class Find:
    """A word or number that leads to a person; ``start`` and ``end`` count characters of text."""

    person: str
    kind: Kind
    text: str
    start: int
    end: int
    words: Words = frozenset()

    @property
    def excerpt(self) -> str:
        """The place with what stands round it, in one line."""
        around = self.text[max(0, self.start - _AROUND) : self.end + _AROUND]
        return " ".join(around.split())

    @property
    def context(self) -> str:
        """The same without numbers: times of the clock and positions change by themselves."""
        return " ".join(_DIGITS.sub("", self.excerpt).split())


def places(finds: Iterable[Find]) -> list[Find]:
    """Return the places of one reading of a text, in their order; a name is more than its part."""
    found: list[Find] = []
    last: dict[tuple[str, str, int], int] = {}
    for find in sorted(set(finds), key=_order):
        key = (find.person, _family(find.kind), id(find.text))
        at = last.get(key)
        if at is not None and (find.start < found[at].end or _goes_on(found[at], find)):
            found[at] = _together(found[at], find)
        else:
            last[key] = len(found)
            found.append(find)
    return found


def _order(find: Find) -> tuple[int, int, str, str]:
    return find.start, -find.end, find.person, find.kind


def most(readings: Iterable[list[Find]]) -> list[Find]:
    """Return each person's places from the reading in which there are most of them.

    What is behind escapes holds what stands before them, so that places of both are the same.
    """
    best: dict[tuple[str, str], list[Find]] = {}
    for reading in readings:
        of: dict[tuple[str, str], list[Find]] = {}
        for find in reading:
            of.setdefault((find.person, _family(find.kind)), []).append(find)
        for key, some in of.items():
            if key not in best or _weight(some) > _weight(best[key]):
                best[key] = some
    return [find for some in best.values() for find in some]


def with_joined(found: list[Find], more: Iterable[Find]) -> list[Find]:
    """Return finds with those of the same text put together, where these say something new.

    Lines put together make one long word of two places that were found already.
    """
    starts: dict[tuple[str, str], list[Find]] = {}
    for place in places(found):
        starts.setdefault((place.person, _family(place.kind)), []).append(place)
    kept = list(found)
    for find in more:
        there = starts.get((find.person, _family(find.kind)), [])
        at = bisect_left(there, find.end, key=lambda each: each.start)
        if at < 2 or there[at - 2].end <= find.start:
            kept.append(find)
    return kept


def joined(
    text: str, pattern: re.Pattern[str], join: Callable[[re.Match[str]], str]
) -> tuple[str, Callable[[int], int]]:
    """Return a text with words put together, and what says where a place of it stood before.

    >>> made, before = joined("Prykla-den ko", re.compile("[- ]"), lambda found: "")
    >>> made, [before(at) for at in (0, 6, 9, 11)]
    ('Prykladenko', [0, 7, 11, 13])
    """
    parts: list[str] = []
    steps: list[tuple[int, int]] = []  # (first place behind a step, how far it was moved)
    at = length = 0
    for found in pattern.finditer(text):
        put = join(found)
        parts += (text[at : found.start()], put)
        length += found.start() - at + len(put)
        at = found.end()
        steps.append((length, at - length))
    parts.append(text[at:])
    return "".join(parts), lambda place: place + _moved(steps, place)


def _moved(steps: list[tuple[int, int]], place: int) -> int:
    number = bisect_right(steps, place, key=lambda step: step[0])
    return steps[number - 1][1] if number else 0


def _family(kind: Kind) -> str:
    return "name" if kind in _NAMES else kind


def _goes_on(place: Find, find: Find) -> bool:
    """Say whether a word is another word of the name that a place has so far."""
    between = find.text[place.end : find.start]
    if len(between) > NEAR_LETTERS or not place.kind == find.kind == "name":
        return False
    names = {name for name, _ in place.words} & {name for name, _ in find.words}
    if not any(_of(place.words, name).isdisjoint(_of(find.words, name)) for name in names):
        return False
    return sum(1 for _ in _WORD.finditer(between)) < NEAR_WORDS


def _of(words: Words, name: int) -> Words:
    return frozenset(each for each in words if each[0] == name)


def _together(place: Find, find: Find) -> Find:
    kind: Kind = "name" if "name" in (place.kind, find.kind) else place.kind
    end = max(place.end, find.end)
    return Find(place.person, kind, place.text, place.start, end, place.words | find.words)


def _weight(some: list[Find]) -> tuple[int, int]:
    return len(some), sum(find.kind == "name" for find in some)


def persons_in(finds: Iterable[Find]) -> Iterator[tuple[tuple[str, Kind], list[Find]]]:
    """Yield the places of each person and kind, those found first first."""
    of: dict[tuple[str, Kind], list[Find]] = {}
    for find in finds:
        of.setdefault((find.person, find.kind), []).append(find)
    yield from of.items()

"""Invented persons, and the invented country in which they die: what is true."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal, TypeAlias

from probatum.exercise.victim_lists.words import (
    Word,
    arabic_given,
    arabic_name,
    slavic_family,
    slavic_given,
)

Tongue: TypeAlias = Literal["uk", "ru", "ar"]
FIRST_DAY = date(2018, 3, 1)
DAYS = 700


@dataclass(frozen=True, slots=True)
class Spot:
    """A settlement with the district and the province it lies in; degrees in the open sea."""

    name: Word
    district: Word
    province: Word
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented, and what is true of them."""

    number: int
    tongue: Tongue
    woman: bool
    given: Word
    father: Word
    family: Word
    born: date
    died: date
    spot: Spot
    seen: float
    """How easily lists reach this person, as a standard normal number."""
    grandfather: Word
    mother: Word
    kunya: Word | None
    """The name of a child by which the person is called, of some who speak Arabic."""


class Choice:
    """Draws from things of falling frequency, the first most often."""

    def __init__(self, things: Sequence[Word | Spot], evenness: float) -> None:
        self.things = things
        self.sums = list(accumulate(1 / (rank + evenness) for rank in range(len(things))))

    def __call__(self, chance: random.Random) -> Word | Spot:
        """Return one of them."""
        return self.things[bisect(self.sums, chance.random() * self.sums[-1])]


def spots(chance: random.Random, count: int, names: Sequence[tuple[str, str]] = ()) -> list[Spot]:
    """Return settlements in six provinces of five districts; the first have the given names."""
    made = [slavic_family(chance, russian=False) for _ in range(36)]
    provinces, districts = made[:6], made[6:]
    found = []
    for number in range(count):
        if number < len(names):
            latin, cyrillic = names[number]
            name = Word(cyrillic, cyrillic, slavic_place(cyrillic), (latin,))
        else:
            name = slavic_family(chance, russian=number % 2 == 0)
        district = number % len(districts)
        found.append(Spot(
            name, districts[district], provinces[district % 6],
            round(-31 - 0.6 * (district % 6) - 0.4 * chance.random(), 4),
            round(-17 - 0.5 * (district // 6) - 0.4 * chance.random(), 4),
        ))  # fmt: skip
    return found


def slavic_place(cyrillic: str) -> str:
    """Return a place's Cyrillic name in Arabic letters."""
    from probatum.exercise.victim_lists.words import in_arabic

    return in_arabic(cyrillic)


def persons(
    count: int, *, seed: int, places: Sequence[tuple[str, str]] = (), villages: int | None = None,
    days: int = DAYS, first_day: date = FIRST_DAY,
) -> list[Person]:  # fmt: skip
    """Invent persons: three tongues, families of the same name, and days on which many die."""
    chance = random.Random(f"persons {seed}")
    families = max(120, count // 8)
    names: dict[Tongue, tuple[Choice, Choice, Choice]] = {}
    for tongue in ("uk", "ru"):
        known = [slavic_family(chance, russian=tongue == "ru") for _ in range(families)]
        men, women = (slavic_given(chance, woman=woman, count=45) for woman in (False, True))
        names[tongue] = Choice(men, 4), Choice(women, 4), Choice(known, 25)
    arabic = [arabic_name(chance, article=chance.random() < 0.6) for _ in range(families)]
    invented = [arabic_name(chance, article=False) for _ in range(30)]
    names["ar"] = (
        Choice([*arabic_given(woman=False), *invented[:20]], 4),
        Choice([*arabic_given(woman=True), *invented[20:]], 4),
        Choice(arabic, 25),
    )
    known_spots = spots(chance, villages or max(30, count // 300), places)
    anywhere = Choice(known_spots, 6)
    worst = [
        (chance.choice(known_spots[: max(8, len(known_spots) // 4)]), chance.randrange(days))
        for _ in range(max(3, count // 2_000))
    ]
    beside = random.Random(f"further names {seed}")  # apart: what is above stays what it is
    return [
        _person(number, chance, beside, names, anywhere, worst, days, first_day)
        for number in range(count)
    ]


def _person(
    number: int, chance: random.Random, beside: random.Random,
    names: dict[Tongue, tuple[Choice, Choice, Choice]],
    anywhere: Choice, worst: list[tuple[Spot, int]], days: int, first_day: date,
) -> Person:  # fmt: skip
    tongue: Tongue = chance.choices(("uk", "ru", "ar"), (5, 2, 3))[0]
    men, women, families = names[tongue]
    woman = chance.random() < 0.4
    spot, day = anywhere(chance), chance.randrange(days)
    if chance.random() < 0.25:
        spot, day = chance.choice(worst)
        day = min(days - 1, day + chance.choice((0, 0, 0, 1, 2)))
    died = first_day + timedelta(days=day)
    age = min(101.0, abs(chance.gauss(chance.choice((8, 30, 38, 50, 72)), 11)))
    given, father, family = (women if woman else men)(chance), men(chance), families(chance)
    grandfather, mother, child = men(beside), women(beside), men(beside)
    kunya = child if tongue == "ar" and age > 18 and beside.random() < 0.6 else None
    assert isinstance(grandfather, Word) and isinstance(mother, Word)
    assert kunya is None or isinstance(kunya, Word)
    assert isinstance(spot, Spot)
    assert isinstance(given, Word) and isinstance(father, Word) and isinstance(family, Word)
    return Person(
        number, tongue, woman, given, father, family,
        died - timedelta(days=int(age * 365.25) + chance.randrange(5)), died, spot,
        chance.gauss(0, 1), grandfather, mother, kunya,
    )  # fmt: skip

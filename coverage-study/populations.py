"""Invented populations whose number is known, and the lists that reach them.

Each sort of population is a function of a generator: the number of persons N, and whether each is
in each of four lists, shape (N, 4). Nothing here is taken from any case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probatum.count.overlap import Overlap, overlap

LISTS = ("A", "B", "C", "D")
CLASSES, SHAPE, RATE = 5, 0.25, 0.25
FEWEST, MOST = 300, 20_000
"""N is drawn log-uniformly between these."""

Member = NDArray[np.bool_]
Chance = np.random.Generator


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of population: how many of it are tried, and whether its prior is used in the fit."""

    name: str
    what: str
    make: Callable[[Chance], tuple[int, Member]]
    tried: int
    own_prior: bool = False


def number(chance: Chance) -> int:
    """Draw N."""
    return round(float(np.exp(chance.uniform(np.log(FEWEST), np.log(MOST)))))


def from_the_prior(chance: Chance) -> tuple[int, Member]:
    """The model itself: stick-breaking classes, uniform chances, N log-uniform."""
    people = number(chance)
    concentration = chance.gamma(SHAPE, 1 / RATE)
    left, shares = 1.0, np.zeros(CLASSES)
    for k in range(CLASSES):
        taken = 1.0 if k == CLASSES - 1 else chance.beta(1.0, max(concentration, 1e-12))
        shares[k] = left * taken
        left *= 1 - taken
    chances = chance.random((CLASSES, len(LISTS)))
    kind = chance.choice(CLASSES, size=people, p=shares / shares.sum())
    return people, chance.random((people, len(LISTS))) < chances[kind]


def rates(chance: Chance) -> NDArray[np.float64]:
    """How large a part of all each list reaches: between a tenth and four tenths."""
    return chance.uniform(0.1, 0.4, len(LISTS))


def alike(chance: Chance) -> tuple[int, Member]:
    """Everybody is as easy to reach as anybody else."""
    people = number(chance)
    return people, chance.random((people, len(LISTS))) < rates(chance)


def two_kinds(chance: Chance) -> tuple[int, Member]:
    """Three tenths are easy to reach, the others four times as hard."""
    people = number(chance)
    easy = chance.random(people) < 0.3
    reached = rates(chance)[None, :] * np.where(easy, 1.6, 0.4)[:, None]
    return people, chance.random((people, len(LISTS))) < reached


def heterogeneous(spread: float) -> Callable[[Chance], tuple[int, Member]]:
    """Everybody is of a kind of their own: log-odds differ by a normal of this deviation."""

    def make(chance: Chance) -> tuple[int, Member]:
        people = number(chance)
        middle = rates(chance)
        odds = np.log(middle / (1 - middle)) + spread * chance.standard_normal((people, 1))
        return people, chance.random((people, len(LISTS))) < 1 / (1 + np.exp(-odds))

    return make


def dependent(times: float) -> Callable[[Chance], tuple[int, Member]]:
    """Being in list A changes the chance to be in list B by this factor."""

    def make(chance: Chance) -> tuple[int, Member]:
        people = number(chance)
        reached = np.tile(rates(chance), (people, 1))
        first = chance.random(people) < reached[:, 0]
        reached[:, 1] *= np.where(first, times, 1.0)
        member = chance.random((people, len(LISTS))) < reached
        member[:, 0] = first
        return people, member

    return make


def badly_linked(missed: float, wrong: float) -> Callable[[Chance], tuple[int, Member]]:
    """Two kinds of persons, linked badly.

    Each row of a person but the first is left alone with the chance ``missed``; with the chance
    ``wrong`` a person in lists is taken to be the next one.
    """

    def make(chance: Chance) -> tuple[int, Member]:
        people, member = two_kinds(chance)
        seen = member[member.any(axis=1)]
        first = np.zeros_like(seen)
        first[np.arange(len(seen)), seen.argmax(axis=1)] = True
        split = seen & ~first & (chance.random(seen.shape) < missed)
        alone = np.zeros((int(split.sum()), len(LISTS)), dtype=np.bool_)
        alone[np.arange(len(alone)), np.nonzero(split)[1]] = True
        known = seen & ~split
        taken = np.flatnonzero(chance.random(len(known) - 1) < wrong)
        known[taken + 1] |= known[taken]
        known = np.delete(known, taken, axis=0)
        return people, np.concatenate((known, alone))

    return make


SORTS = (
    Sort("prior", "the model's own prior, also used in the fit", from_the_prior, 500, True),
    Sort("alike", "everybody is alike, lists are independent", alike, 40),
    Sort("two-kinds", "two kinds of persons, lists independent within each", two_kinds, 40),
    Sort("spread-1", "everybody differs: deviation 1 of the log-odds", heterogeneous(1.0), 40),
    Sort("spread-2", "everybody differs: deviation 2", heterogeneous(2.0), 40),
    Sort("fed", "list B takes from A: twice as likely to have who is there", dependent(2.0), 40),
    Sort("avoiding", "list B avoids A: half as likely", dependent(0.5), 40),
    Sort("missed-5", "two kinds; 5 % of links missed", badly_linked(0.05, 0.0), 40),
    Sort("missed-15", "two kinds; 15 % of links missed", badly_linked(0.15, 0.0), 40),
    Sort("wrong-2", "two kinds; 2 % of persons linked to a stranger", badly_linked(0.0, 0.02), 40),
)


def table(member: Member) -> Overlap:
    """Return the overlap table of those in at least one list."""
    seen = member[member.any(axis=1)].astype(int)
    histories, counts = np.unique(seen, axis=0, return_counts=True)
    return overlap(LISTS, histories.tolist(), counts.tolist())

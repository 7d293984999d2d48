"""Whom a list reaches: how many, how unevenly, and how much one list leans on another."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from probatum.exercise.victim_lists.persons import Person


@dataclass(frozen=True, slots=True)
class Coverage:
    """How lists reach persons, in logits.

    ``unevenness`` multiplies how visible a person is (0: everybody alike). ``leaning`` is added to
    the chance of every list after the first for who stands in the first already, so that lists
    depend on one another (below 0: they avoid each other).
    """

    unevenness: float = 0.0
    leaning: float = 0.0


EVENLY = Coverage()
"""Every list reaches everybody alike, and no list leans on another."""


def reached(
    people: Sequence[Person], shares: Sequence[float], coverage: Coverage, chance: random.Random
) -> list[list[Person]]:
    """Return whom each list names; ``shares`` is about how much of all persons it has."""
    found: list[list[Person]] = [[] for _ in shares]
    base = [math.log(share / (1 - share)) for share in shares]
    for person in people:
        first = False
        for number, logit in enumerate(base):
            at = logit + coverage.unevenness * person.seen
            if number and first:
                at += coverage.leaning
            if chance.random() < 1 / (1 + math.exp(-at)):
                found[number].append(person)
                first = first or number == 0
    return found

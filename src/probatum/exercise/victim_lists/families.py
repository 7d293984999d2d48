"""Families that die together: who of invented persons is kin of whom, on one day in one place."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from probatum.exercise.victim_lists.persons import Person

MOST = 6  # persons of a family, the first one included
TWINS = 0.03  # of brothers and sisters


def together(people: Sequence[Person], share: float, chance: random.Random) -> list[Person]:
    """Return the same persons, about ``share`` of them in families of two to six.

    Who becomes somebody's kin keeps number, given name, sex and how easily lists reach them, and
    gets the family name, the day, the place, and what kin share: brothers and sisters father,
    mother and grandfather, a child the given name of its father as father's name. No two of a
    family have one given name.
    """
    made = list(people)
    waiting: dict[str, list[int]] = {}
    for at, person in enumerate(people):
        waiting.setdefault(person.tongue, []).append(at)
    average = (2 + MOST) / 2
    for places in waiting.values():
        at = 0
        while at < len(places):
            # Of families and of persons alone, drawn one after the other, as many as it takes.
            if chance.random() >= share / (share + average * (1 - share)):
                at += 1
                continue
            size = chance.randint(2, MOST)
            first, *others = places[at : at + size]
            at += size
            given = {made[first].given}
            for place in others:
                if made[place].given not in given:
                    given.add(made[place].given)
                    made[place] = _kin(made[place], made[first], chance)
    return made


def _kin(person: Person, first: Person, chance: random.Random) -> Person:
    shared = replace(person, family=first.family, died=first.died, spot=first.spot)
    how = chance.random()
    age = (first.died - first.born).days
    if how < 0.25 and age > 20 * 365:
        born = first.born + timedelta(days=chance.randrange(18 * 365, min(age, 40 * 365)))
        mother = person.mother if first.woman else first.mother
        father = person.father if first.woman else first.given
        return replace(shared, born=born, father=father, mother=mother,
                       grandfather=person.grandfather if first.woman else first.father,
                       kunya=None if age < 36 * 365 else person.kunya)  # fmt: skip
    if how < 0.35 and not person.woman and age < 60 * 365:
        born = first.born - timedelta(days=chance.randrange(19 * 365, 40 * 365))
        return replace(shared, given=first.father, father=first.grandfather, born=born)
    apart = 0 if chance.random() < TWINS else chance.choice((-1, 1)) * chance.randrange(330, 4_500)
    born = min(first.born + timedelta(days=apart), first.died)
    return replace(shared, father=first.father, mother=first.mother,
                   grandfather=first.grandfather, born=max(born, date(1900, 1, 1)))  # fmt: skip

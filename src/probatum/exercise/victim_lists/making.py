"""Rows of invented lists: what each writes of the persons that it reaches."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from msgspec.structs import replace

from probatum.exercise.victim_lists.coverage import EVENLY, Coverage, reached
from probatum.exercise.victim_lists.families import together
from probatum.exercise.victim_lists.habits import FOUR_HABITS, Habit
from probatum.exercise.victim_lists.persons import Person, Spot, persons
from probatum.exercise.victim_lists.words import Word, of_a_woman, patronymic
from probatum.model.letters import fold
from probatum.model.romanising import romanised
from probatum.model.values import NameForm, When
from probatum.model.victims import BareNumber, PlaceSaid, Victim

_CALLED = {
    "uk": ("Абу", "Умм"), "ru": ("Абу", "Умм"), "ar": ("أبو", "أم"), "latin": ("Abu", "Umm"),
}  # fmt: skip
_LETTERS = {"uk": "аеиіорнтк", "ru": "аеиорнтк", "ar": "اينملرت", "latin": "aeionrst"}


@dataclass(frozen=True, slots=True)
class Made:
    """Lists, their rows in the order of the files, and the person that each row means.

    ``people`` is how many persons there are in all, ``named`` how many stand in a list at least.
    """

    lists: tuple[str, ...]
    policy: dict[str, str]
    victims: list[Victim]
    person_of_row: list[int]
    bare: list[BareNumber]
    people: int

    @property
    def named(self) -> int:
        """How many different persons the lists name together."""
        return len(set(self.person_of_row))


def make_lists(
    people: int, *, seed: int, habits: Sequence[Habit] = FOUR_HABITS,
    coverage: Coverage = EVENLY, truth: Sequence[Person] | None = None, families: float = 0.0,
) -> Made:  # fmt: skip
    """Invent ``people`` persons (or take ``truth``) and the lists that name some of them.

    ``families`` is about the share of persons who die together with kin.
    """
    everybody = persons(people, seed=seed) if truth is None else truth
    if families:
        everybody = together(everybody, families, random.Random(f"families {seed}"))
    chance = random.Random(f"lists {seed}")
    named = reached(everybody, [habit.share for habit in habits], coverage, chance)
    beside = random.Random(f"further names in lists {seed}")  # apart: the rest stays what it is
    victims: list[Victim] = []
    of_row: list[int] = []
    bare: list[BareNumber] = []
    for habit, reached_people in zip(habits, named, strict=True):
        rows = [(person, 0) for person in reached_people]
        rows += [(person, 1) for person in reached_people if chance.random() < habit.repeated]
        chance.shuffle(rows)
        for number, (person, _again) in enumerate(rows, 1):
            victims.append(_row(habit, number, person, chance, beside))
            of_row.append(person.number)
            if chance.random() < habit.bare_numbers:
                bare.append(_bare(habit, len(rows) + len(bare) + 1, person, chance))
    policy = {habit.name: "may-repeat" if habit.repeated else "one-row-per-person"
              for habit in habits}  # fmt: skip
    return Made(tuple(policy), policy, victims, of_row, bare, len(everybody))


def _row(
    habit: Habit, number: int, person: Person, chance: random.Random, beside: random.Random
) -> Victim:  # fmt: skip
    died = _died(habit, person, chance)
    born, age = None, None
    if chance.random() < habit.born_given:
        born = _when(person.born, habit, chance)
    if born is None and chance.random() >= habit.age_missing:
        age = int((person.died - person.born).days / 365.25)
        if chance.random() < habit.age_off:
            age = max(0, age + chance.choice((-2, -1, -1, 1, 1, 2, 3)))
        if age > 15 and chance.random() < 0.06:
            age = 5 * round(age / 5)
    return Victim(
        list=habit.name,
        row=f"{number}",
        number=number,
        names=_with_further(_names(habit, person, chance), habit, person, beside),
        sex=None if chance.random() < habit.sex_missing else "female" if person.woman else "male",
        age_low=age,
        age_high=age,
        born=born,
        died=died,
        place=_place(habit, person.spot, chance),
    )


@lru_cache(maxsize=1 << 16)
def _written(edtf: str) -> When:
    return When(edtf=edtf)


def _when(day: date, habit: Habit, chance: random.Random) -> When:
    if chance.random() < habit.day_off / 2:
        day += timedelta(days=chance.choice((-365, 365, -30, 31, 10, -10, 1, -1)))
    if day.day <= 12 and chance.random() < habit.day_month_swapped:
        day = date(day.year, day.day, day.month)
    return _written(f"{day.year}" if chance.random() < 0.1 else day.isoformat())


def _died(habit: Habit, person: Person, chance: random.Random) -> When | None:
    if chance.random() < habit.day_missing:
        return None
    day = person.died
    if chance.random() < habit.day_off:
        day += timedelta(days=chance.choice((-1, 1, 1, 2, -2, 3, 5, 7, -10, 30)))
    if chance.random() < habit.month_only:
        return _written(day.isoformat()[:7])
    if day.day <= 12 and chance.random() < habit.day_month_swapped:
        day = date(day.year, day.day, day.month)
    return _written(day.isoformat())


def _place(habit: Habit, spot: Spot, chance: random.Random) -> PlaceSaid | None:
    if chance.random() < habit.place_missing:
        return None
    script = habit.script
    scheme = habit.schemes[0]
    levels = [_spelled(word, script, scheme, 0) for word in (spot.province, spot.district)]
    if chance.random() < habit.place_other:
        pass  # somebody knew the district, and wrote the village where the body was found
    elif chance.random() >= habit.place_coarse:
        levels.append(_spelled(spot.name, script, scheme, 0))
    lat, lon = None, None
    if len(levels) == 3 and chance.random() < habit.point_given:
        lat = f"{spot.lat + chance.gauss(0, 0.01):.4f}"
        lon = f"{spot.lon + chance.gauss(0, 0.01):.4f}"
    if habit.place_in_one_piece:
        return PlaceSaid(text=", ".join(levels[::-1]), lat=lat, lon=lon)
    return PlaceSaid(path=tuple(levels), lat=lat, lon=lon)


def _names(habit: Habit, person: Person, chance: random.Random) -> tuple[NameForm, ...]:
    russian = habit.script == "ru" or person.tongue == "ru"
    scheme, variant = chance.choice(habit.schemes), chance.randrange(6)
    given = _spelled(person.given, habit.script, scheme, variant)
    family = _family(person, habit, scheme, variant)
    father = ""
    if chance.random() < habit.father_given:
        father = _father(person, habit, scheme, variant, russian=russian)
    parts = [
        _mistyped(part, habit.script, chance) if part and chance.random() < habit.mistyped else part
        for part in (given, father, family)
    ]
    given, father, family = parts
    if chance.random() < habit.family_missing:
        family = ""
    if chance.random() < habit.turned:
        given, family = family or given, given
    if not habit.in_one_piece:
        return (NameForm(given=given or None, father=father or None, family=family or None),)
    order = [family, given, father] if habit.family_first and person.tongue != "ar" else parts_in(
        given, father, family)  # fmt: skip
    return (NameForm(full=" ".join(part for part in order if part)),)


def _with_further(
    names: tuple[NameForm, ...], habit: Habit, person: Person, chance: random.Random
) -> tuple[NameForm, ...]:
    """Return the name with names of others beside it: in columns of their own, in few rows."""
    scheme, variant = chance.choice(habit.schemes), chance.randrange(6)
    said: dict[str, str] = {}
    for part, word, share in (
        ("grandfather", person.grandfather, habit.grandfather_given),
        ("mother", person.mother, habit.mother_given), ("kunya", person.kunya, habit.kunya_given),
    ):  # fmt: skip
        if word is None or chance.random() >= share:
            continue
        spelled = _spelled(word, habit.script, scheme, variant)
        if chance.random() < habit.mistyped:
            spelled = _mistyped(spelled, habit.script, chance)
        said[part] = (
            spelled if part != "kunya" else f"{_CALLED[habit.script][person.woman]} {spelled}"
        )
    return tuple(replace(each, **said) for each in names) if said else names


def parts_in(given: str, father: str, family: str) -> list[str]:
    """Return the parts in the order of most languages."""
    return [given, father, family]


def _family(person: Person, habit: Habit, scheme: str, variant: int) -> str:
    if person.tongue == "ar" or not person.woman:
        return _spelled(person.family, habit.script, scheme, variant)
    hers = Word(of_a_woman(person.family.uk), of_a_woman(person.family.ru), person.family.ar)
    return _spelled(hers, habit.script, scheme, variant)


def _father(person: Person, habit: Habit, scheme: str, variant: int, *, russian: bool) -> str:
    if person.tongue == "ar" or habit.script == "ar":
        return _spelled(person.father, habit.script, scheme, variant)
    name = person.father.ru if russian else person.father.uk
    made = patronymic(name, woman=person.woman, russian=russian)
    return _spelled(Word(made, made, ""), habit.script, scheme, variant)


@lru_cache(maxsize=1 << 19)
def _spelled(word: Word, script: str, scheme: str, variant: int) -> str:
    if script == "ar":
        return word.ar
    if script == "uk":
        return word.uk
    if script == "ru":
        return word.ru
    if word.latin:
        return word.latin[variant % len(word.latin)]
    source = word.ru if scheme.endswith("ru") else word.uk
    return romanised(fold(source), scheme).title()


def _mistyped(text: str, script: str, chance: random.Random) -> str:
    """Return a text with one slip: a letter left out, doubled, changed, or two turned round."""
    if len(text) < 3:
        return text
    at = chance.randrange(1, len(text) - 1)
    match chance.randrange(4):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        case 2:
            return text[:at] + chance.choice(_LETTERS[script]) + text[at + 1 :]
        case _:
            return text[:at] + text[at] + text[at:]


def _bare(habit: Habit, number: int, person: Person, chance: random.Random) -> BareNumber:
    low = chance.randrange(1, 15)
    return BareNumber(
        list=habit.name, row=f"{number}", number=number, people_low=low,
        people_high=low + chance.choice((0, 0, 5)), died=_died(habit, person, chance),
        place=_place(habit, person.spot, chance), words="unidentified (EXERCISE)",
    )  # fmt: skip

"""Invented lists: the same seed gives the same, the truth is known, and habits show."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from probatum.exercise.victim_lists import FOUR_HABITS, Coverage, make_lists
from probatum.exercise.victim_lists.families import together
from probatum.exercise.victim_lists.persons import persons
from probatum.exercise.victim_lists.words import in_arabic, patronymic


def test_the_same_seed_gives_the_same_lists_and_another_seed_others() -> None:
    one, same, other = (make_lists(150, seed=seed) for seed in (4, 4, 5))
    assert one == same
    assert one.victims != other.victims


def test_every_row_means_a_person_and_ids_are_not_repeated() -> None:
    made = make_lists(300, seed=1)
    ids = [(row.list, row.row) for row in made.victims]
    ids += [(row.list, row.row) for row in made.bare]
    assert len(set(ids)) == len(ids)
    assert len(made.person_of_row) == len(made.victims)
    assert set(made.person_of_row) <= set(range(made.people))


def test_only_a_list_that_may_repeat_names_somebody_twice() -> None:
    made = make_lists(800, seed=2)
    often = Counter((row.list, person) for row, person in
                    zip(made.victims, made.person_of_row, strict=True))  # fmt: skip
    repeating = {name for (name, _), count in often.items() if count > 1}
    assert repeating == {"exercise-office"}
    assert made.policy["exercise-office"] == "may-repeat"


def test_one_person_is_written_in_three_scripts() -> None:
    made = make_lists(200, seed=3)
    scripts = {
        row.list: {"ar" if "\u0600" < letter else "cyrillic" if "\u0400" < letter else "latin"
                   for form in row.names for letter in form.printed if letter.isalpha()}
        for row in made.victims
    }  # fmt: skip
    assert scripts["exercise-committee"] == {"ar"}
    assert scripts["exercise-families"] == {"cyrillic"}
    assert scripts["exercise-hospitals"] == {"latin"}


def test_a_list_that_leans_on_another_has_more_in_common_with_it() -> None:
    def common(coverage: Coverage) -> float:
        made = make_lists(600, seed=1, coverage=coverage)
        reached = [
            {person for row, person in zip(made.victims, made.person_of_row, strict=True)
             if row.list == name}
            for name in made.lists[:2]
        ]  # fmt: skip
        return len(reached[0] & reached[1]) / len(reached[1])

    assert common(Coverage(leaning=2)) > common(Coverage()) + 0.15


def test_a_clean_list_errs_nowhere() -> None:
    clean = [replace(habit.clean(), month_only=0, day_missing=0) for habit in FOUR_HABITS]
    made = make_lists(200, seed=1, habits=clean)
    days: dict[int, set[str | None]] = {}
    for row, person in zip(made.victims, made.person_of_row, strict=True):
        days.setdefault(person, set()).add(row.died.edtf if row.died else None)
    assert all(len(said) == 1 for said in days.values())


def test_words_are_written_the_way_their_languages_do() -> None:
    assert patronymic("Сергій", woman=False, russian=False) == "Сергійович"
    assert patronymic("Иван", woman=True, russian=True) == "Ивановна"
    assert in_arabic("Халдревін").startswith("خ")


def test_families_die_together_and_everybody_else_stays_as_they_were() -> None:
    before = persons(2_000, seed=4)
    after = together(before, 0.2, random.Random("families"))
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    # One of each family stays as they were: some fifteen in a hundred are somebody's kin.
    assert 0.11 < len(changed) / len(before) < 0.18
    homes = Counter((each.family, each.spot, each.died) for each in after)
    for one, other in changed:
        assert homes[other.family, other.spot, other.died] > 1
        assert (one.number, one.woman, one.seen) == (other.number, other.woman, other.seen)
        assert other.born <= other.died
    siblings = sum(one.father != other.father and one.mother != other.mother
                   for one, other in changed)  # fmt: skip
    assert siblings > len(changed) / 2


def test_lists_without_families_are_what_they_were() -> None:
    assert make_lists(100, seed=4) == make_lists(100, seed=4, families=0.0)
    assert make_lists(100, seed=4) != make_lists(100, seed=4, families=0.2)

"""Lists that repeat another one are no evidence of how well the search for pairs does."""

from __future__ import annotations

import pytest
from msgspec import structs

from probatum.exercise.victim_lists import Made, make_lists
from probatum.link.linking import Linkage, link
from probatum.model.victims import Victim

FIRST, OTHER = "exercise-committee", "exercise-families"


@pytest.fixture(scope="module")
def made() -> Made:
    return make_lists(400, seed=8)


def two(made: Made) -> list[Victim]:
    return [each for each in made.victims if each.list in (FIRST, OTHER)]


@pytest.fixture(scope="module")
def plain(made: Made) -> Linkage:
    return link(two(made), policy={}, seed=3)


@pytest.mark.parametrize("part", [1, 2])
def test_a_list_given_again_whole_or_half_does_not_make_the_search_look_better(
    made: Made, plain: Linkage, part: int
) -> None:
    again = [structs.replace(each, list="copy") for each in two(made) if each.list == FIRST][::part]
    found = link([*two(made), *again], policy={}, seed=3)
    names = found.draws.lists
    [copied] = found.copies.lists
    assert {names[copied.copy], names[copied.original]} == {FIRST, "copy"}
    assert copied.rows == len(again) == found.copies.rows.sum()
    assert found.draws.missed_high > 0.8 * plain.draws.missed_high


def test_a_copy_with_some_rows_changed_is_one_all_the_same(made: Made) -> None:
    again = [
        structs.replace(each, list="copy", place=None if number % 3 else each.place,
                        sex="female" if number % 8 == 0 else each.sex)
        for number, each in enumerate(each for each in made.victims if each.list == FIRST)
    ]  # fmt: skip
    assert len(link([*two(made), *again], policy={}, seed=3).copies.lists) == 1


def test_lists_of_their_own_are_no_copies(plain: Linkage) -> None:
    assert not plain.copies.lists
    assert not plain.copies.rows.any() and not plain.copies.silent.any()


def test_a_few_rows_that_stand_in_a_large_list_too_are_no_copy(made: Made) -> None:
    few = [structs.replace(each, list="few") for each in two(made) if each.list == FIRST][:10]
    assert not link([*two(made), *few], policy={}, seed=3).copies.lists

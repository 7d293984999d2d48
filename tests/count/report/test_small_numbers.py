"""Small numbers stay out of what is shared, with others that would give them away."""

from __future__ import annotations

import numpy as np
import pytest

from probatum.count.documented import Cell, Span
from probatum.count.report.small_numbers import cells_left_out, left_out


def exactly(number: int) -> Span:
    return Span(number, number, number)


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        ([9, 40], [False, False]),
        ([0, 40], [False, False]),
        ([3, 9, 40], [True, True, False]),
        ([1, 1, 40, 30], [True, True, False, True]),
        ([3, 4, 40], [True, True, False]),
        ([4], [True]),
    ],
)
def test_one_small_part_takes_another_with_it(parts: list[int], wanted: list[bool]) -> None:
    assert left_out([exactly(each) for each in parts], 5) == wanted


def test_the_threshold_can_be_another() -> None:
    assert left_out([exactly(7), exactly(8), exactly(90)], 10) == [True, True, False]
    assert left_out([exactly(1), exactly(90)], 1) == [False, False]


def test_what_may_be_small_is_small() -> None:
    assert left_out([Span(0, 0, 3), Span(60, 60, 60), Span(70, 70, 70)], 5) == [True, True, False]


def cells(**people: int) -> list[Cell]:
    return [Cell(tuple(name), exactly(number)) for name, number in people.items()]


def test_no_cell_can_be_worked_out_from_the_total_or_a_list() -> None:
    found = cells(a=50, b=40, c=30, ab=2, ac=9, bc=12, abc=8)
    hidden = cells_left_out(found, 5)
    assert hidden[3]
    for name in "abc":
        for inside in (True, False):
            out = [at for at, each in enumerate(found)
                   if hidden[at] and (name in each.lists) is inside]  # fmt: skip
            assert len(out) != 1, (name, inside)


def test_any_table_keeps_its_small_cells() -> None:
    random = np.random.default_rng(2)
    for _ in range(50):
        numbers = random.integers(0, 12, 15)
        found = [
            Cell(tuple("abcd"[at] for at in range(4) if (cell + 1) >> at & 1), exactly(int(people)))
            for cell, people in enumerate(numbers)
        ]
        hidden = cells_left_out(found, 5)
        assert all(out for each, out in zip(found, hidden, strict=True)
                   if 0 < each.people.best < 5)  # fmt: skip
        for name in "abcd":
            mine = [at for at, each in enumerate(found) if name in each.lists and hidden[at]]
            shown = [at for at, each in enumerate(found)
                     if name in each.lists and not hidden[at] and each.people.best]  # fmt: skip
            assert len(mine) != 1 or not shown

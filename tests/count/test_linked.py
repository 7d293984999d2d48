"""Draws become overlap tables; a person is what its rows say."""

from __future__ import annotations

import numpy as np
import pytest

from probatum.count.linked import DIFFERENT, UNKNOWN, labels_of_persons, overlaps, sizes
from probatum.count.overlap import overlap

LISTS = ("families", "hospital", "press")
AT = np.array([0, 0, 1, 1, 2], dtype=np.int16)
# The second draw has two rows of the press and the hospital apart.
PERSONS = np.array([[0, 1, 1, 2, 2], [0, 1, 1, 2, 3]], dtype=np.int32)


def test_every_draw_has_a_table_of_its_own() -> None:
    first, second = overlaps(LISTS, AT, PERSONS)
    assert first.lists == LISTS
    assert (first.observed, second.observed) == (3, 4)
    wanted = overlap(LISTS, [(1, 0, 0), (1, 1, 0), (0, 1, 1)], [1, 1, 1])
    assert first.full().tolist() == wanted.full().tolist()


def test_the_sizes_of_lists_do_not_depend_on_who_is_whom() -> None:
    assert {table.sizes for table in overlaps(LISTS, AT, PERSONS)} == {(2, 2, 1)}


def test_rows_that_do_not_count_put_nobody_on_a_list() -> None:
    keep = np.array([True, True, False, True, True])
    assert [table.sizes for table in overlaps(LISTS, AT, PERSONS, keep)] == [(2, 1, 1)] * 2
    by_draw = np.stack([keep, np.ones(5, dtype=bool)])
    assert [table.sizes[1] for table in overlaps(LISTS, AT, PERSONS, by_draw)] == [1, 2]


def test_one_person_twice_in_a_list_is_one_person() -> None:
    persons = np.array([[0, 0, 1, 2, 3]], dtype=np.int32)
    assert overlaps(LISTS, AT, persons)[0].sizes == (1, 2, 1)


def test_no_rows_are_no_persons() -> None:
    empty = np.zeros((2, 0), dtype=np.int32)
    tables = overlaps(LISTS, AT[:0], empty)
    assert [table.observed for table in tables] == [0, 0]


def test_a_table_counts_as_the_slow_way_does() -> None:
    random = np.random.default_rng(7)
    at = random.integers(0, 3, 500).astype(np.int16)
    persons = random.integers(0, 200, 500)[None, :]
    [table] = overlaps(LISTS, at, np.unique(persons, return_inverse=True)[1].reshape(1, -1))
    slow: dict[int, set[int]] = {}
    for place, person in zip(at, persons[0], strict=True):
        slow.setdefault(int(person), set()).add(int(place))
    cells = [tuple(int(place in lists) for place in range(3)) for lists in slow.values()]
    assert table.full().tolist() == overlap(LISTS, cells, [1] * len(cells)).full().tolist()


@pytest.mark.parametrize(
    ("labels", "wanted"),
    [
        ([4, -1, -1], 4),
        ([4, 4, 2], 4),
        ([4, 2, -1], DIFFERENT),
        ([-1, -1, -1], UNKNOWN),
        ([0, 0, 0], 0),
    ],
)
def test_a_person_is_what_most_of_its_rows_say(labels: list[int], wanted: int) -> None:
    persons = np.zeros((1, 3), dtype=np.int32)
    found = labels_of_persons(persons, np.array(labels, dtype=np.int32))
    assert found.tolist() == [[wanted] * 3]


def test_persons_are_as_large_as_the_rows_that_count() -> None:
    assert [each.tolist() for each in sizes(PERSONS)] == [[1, 2, 2], [1, 2, 1, 1]]
    keep = np.array([True, True, False, True, True])
    assert [each.tolist() for each in sizes(PERSONS, keep)] == [[1, 1, 2], [1, 1, 1, 1]]

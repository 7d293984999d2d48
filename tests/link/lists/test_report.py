"""The report of a list: every row counted once, and lists that are alike found."""

from __future__ import annotations

import random

from link.lists.made_lists import FULL, HEAD, MAPPING, TODAY, changed, read, victim
from probatum.link.lists.reading import read_rows
from probatum.link.lists.report import MOST_OF_A_CODE, Report, Tally
from probatum.link.lists.seen import Sketch, Sketching, content, likeness
from probatum.model.list_mapping import Mapping, NameColumns


def report_of(*rows: tuple[int, tuple[str, ...]]) -> Report:
    tally = Tally()
    tally.begin(1)
    given = [(number, cells, ()) for number, cells in rows]
    for each in read_rows(MAPPING, HEAD, given, of="A list", today=TODAY):
        tally.add(each)
    return tally.report()


def test_every_row_is_counted_once_and_gaps_are_empty_rows() -> None:
    found = report_of((2, FULL), (5, changed(id="2", given="Anna")), (6, ("", "")), (9, HEAD))
    assert (found.rows, found.victims, found.refused, found.bare_numbers) == (4, 2, 2, 0)
    assert found.empty == 4
    assert found.codes == {"nothing-said": 1, "header-again": 1, "too-few-cells": 1}
    assert found.known["died"] == 2
    assert (found.died_to_the_day, found.first_died) == (2, "2031-03-05")


def test_five_rows_of_garbage_in_a_hundred_are_a_warning() -> None:
    rows = [(at + 2, changed(id=str(at), given=f"Anna{at}")) for at in range(95)]
    rows += [(at + 200, ("***", "!!!", "")) for at in range(5)]
    found = report_of(*rows)
    assert (found.victims, found.refused) == (95, 5)
    assert found.warnings == (
        "5.0 % of its rows are refused: look at them before anything is counted",
    )


def test_days_that_no_calendar_has_are_no_known_dates_and_many_are_a_warning() -> None:
    rows = [(at + 2, changed(id=str(at), given=f"Anna{at}")) for at in range(6)]
    rows += [
        (at + 20, changed(id=str(at + 20), given=f"Olena{at}", died="31.02.2031"))
        for at in range(4)
    ]
    found = report_of(*rows)
    assert found.victims == 10, "the rows count"
    assert found.codes == {"impossible-date": 4}
    assert (found.known["died"], found.died_to_the_day) == (6, 6)
    assert found.warnings == (
        "many dates cannot be read: state in the mapping how they are written",
    )


def test_single_troubles_are_kept_up_to_a_number_and_all_are_counted() -> None:
    many = MOST_OF_A_CODE + 50
    found = report_of(*((at + 2, changed(id=str(at), age="old")) for at in range(many)))
    assert found.codes["not-an-age"] == many
    assert sum(each.code == "not-an-age" for each in found.troubles) == MOST_OF_A_CODE


def test_ids_that_are_none_and_a_list_without_rows_are_warnings() -> None:
    same = [(at + 2, changed(given=f"Anna{at}")) for at in range(20)]
    assert "row ids repeat" in report_of(*same).warnings[0]
    assert report_of().warnings == ("there is no row in it",)


def sketch(names: list[str]) -> Sketch:
    made = Sketching()
    mapping = Mapping(names=(NameColumns(full="name"),))
    for row in read(*((name,) for name in names), mapping=mapping, head=("name",)):
        made.add(content(victim(row)))
    return made.sketch()


def test_the_same_list_in_another_order_is_the_same() -> None:
    names = [f"Person {number}" for number in range(300)]
    shuffled = random.Random(1).sample(names, len(names))
    assert likeness(sketch(names), sketch(shuffled)).same
    assert likeness(sketch(names), sketch(shuffled)).contained == 1


def test_a_list_that_stands_in_another_is_found_in_long_lists_too() -> None:
    names = [f"Person {number}" for number in range(6_000)]
    part = likeness(sketch(names), sketch(names[:2_000]))
    assert part.contained == 1
    assert not part.same
    half = likeness(
        sketch(names), sketch([*names[:1_000], *(f"Other {at}" for at in range(1_000))])
    )
    assert 0.3 < half.contained < 0.7
    assert likeness(sketch(names), sketch([f"Other {at}" for at in range(3_000)])).contained == 0
    assert likeness(sketch([]), sketch(names)).contained == 0

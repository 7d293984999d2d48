"""Documented victims: low, best and high; what blocking lost lowers them; criteria leave open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from probatum.acts.count_documented import documented_csv
from probatum.count.documented import Documented, Linked, Span, documented
from probatum.count.inclusion import Inclusion, stances
from probatum.count.sentences import said_again
from probatum.count.unseen_by_tables import unseen_remarks
from probatum.model.values import NameForm, When
from probatum.model.victims import BareNumber, PlaceSaid, Standing, Victim


def row(name: str, number: int, **said: object) -> Victim:
    told = {"names": (NameForm(given="Ada", family=f"Orrin {number}"),), **said}
    return Victim(list=name, row=str(number), number=number, **told)  # type: ignore[arg-type]


def linked(
    rows: list[Victim], *draws: list[int], missed: tuple[float, float, float] = (0, 0, 0)
) -> Linked:
    lists = tuple(dict.fromkeys(each.list for each in rows))
    return Linked(
        lists=lists,
        list_of_row=np.array([lists.index(each.list) for each in rows], dtype=np.int16),
        persons=np.array(draws, dtype=np.int32),
        best=np.array(draws[0], dtype=np.int32),
        names_nobody_twice=np.ones(len(lists), dtype=bool),
        missed_low=missed[0], missed=missed[1], missed_high=missed[2],
    )  # fmt: skip


ROWS = [row("a", 1), row("a", 2), row("b", 1), row("b", 2)]


def test_draws_give_a_lower_and_an_upper_end() -> None:
    done = documented(ROWS, linked(ROWS, [0, 1, 0, 2], [0, 1, 0, 1], [0, 1, 2, 3]))
    assert done.people == Span(2, 3, 4)
    assert done.draws == 3


def test_pairs_that_blocking_lost_lower_the_documented_minimum() -> None:
    rows = [row(name, number) for name in "ab" for number in range(100)]
    same = list(range(100)) * 2
    apart = [*range(100), *range(50), *range(100, 150)]
    assert documented(rows, linked(rows, same)).people == Span(100, 100, 100)
    found = documented(rows, linked(rows, apart, missed=(0.1, 0.2, 0.33))).people
    # 50 pairs were found: 25, 12.5 and 5.6 more may have been lost.
    assert found == Span(125, 138, 145)


def test_where_nothing_is_known_of_blocking_the_longest_list_is_the_minimum() -> None:
    rows = [row("a", number) for number in range(7)] + [row("b", number) for number in range(3)]
    done = documented(rows, linked(rows, list(range(10)), missed=(0, 0, 1)))
    assert done.people == Span(7, 10, 10)


def test_what_blocking_lost_between_lists_lowers_no_list() -> None:
    rows = [row(name, number) for name in "ab" for number in range(10)]
    done = documented(rows, linked(rows, list(range(10)) * 2, missed=(0.2, 0.3, 0.4)))
    assert [each.people for each in done.lists] == [Span(10, 10, 10)] * 2


def test_no_pair_of_a_row_and_its_copy_was_missed() -> None:
    rows = [row(name, number) for name in "ab" for number in range(10)]
    told = linked(rows, list(range(10)) * 2, missed=(0.1, 0.2, 0.5))
    copied = replace(told, copied_rows=np.arange(20) >= 10, copied=(("b", "a", 10),))
    done = documented(rows, replace(copied, names_nobody_twice=np.zeros(2, dtype=bool)))
    assert done.people == Span(10, 10, 10) and not done.refused
    assert [each.partition(":")[0] for each in done.warnings] == ["list-copied"]
    refused = documented(rows, told)
    assert [each.partition(":")[0] for each in refused.refused] == ["search-missed"]


def test_the_minimum_is_no_less_than_what_one_list_names() -> None:
    rows = [*(row("a", number) for number in range(10)), *(row("b", number) for number in range(9))]
    told = linked(rows, [*range(10), *range(9)], missed=(0.2, 0.25, 0.3))
    done = documented(rows, replace(told, names_nobody_twice=np.zeros(2, dtype=bool)))
    assert done.people.low == 10 == max(each.people.low for each in done.lists)
    assert not done.warnings


def test_a_minimum_below_what_a_list_most_likely_names_is_explained() -> None:
    rows = [row("a", number) for number in range(4)]
    told = linked(rows, [0, 1, 2, 3], [0, 0, 1, 1])
    done = documented(rows, replace(told, names_nobody_twice=np.zeros(1, dtype=bool)))
    assert done.people == Span(2, 4, 4)
    assert done.warnings[0].startswith("minimum-below-list: the documented minimum, 2, lies below")
    assert said_again(done.warnings[0])


def test_lists_that_name_nobody_are_said_to() -> None:
    done = documented([], linked([], []))
    assert done.people == Span(0, 0, 0)
    assert [each.partition(":")[0] for each in done.warnings] == ["nobody"]
    assert said_again(done.warnings[0])


def spans(done: Documented, by: str) -> dict[str, Span]:
    return {each.name: each.people for each in done.strata if each.by == by}


def test_strata_are_what_rows_of_a_person_say_together() -> None:
    rows = [
        row("a", 1, sex="female", died=When(edtf="2023-04-02"), age_low=30, age_high=34),
        row("a", 2, sex="male", died=When(edtf="2023-04"), age_low=15, age_high=20),
        row("b", 1, died=When(edtf="2023"), born=When(edtf="1992-05-06")),
        row("b", 2, sex="female", died=When(edtf="2023-05-01"), born=When(edtf="2020-01-01")),
    ]
    done = documented(rows, linked(rows, [0, 1, 0, 1]))
    assert spans(done, "sex") == {"female": Span(1, 1, 1), "sources differ": Span(1, 1, 1)}
    assert spans(done, "month") == {"2023-04": Span(1, 1, 1), "sources differ": Span(1, 1, 1)}
    assert spans(done, "age") == {"0-17": Span(1, 1, 1), "18-59": Span(1, 1, 1)}
    assert spans(done, "place") == {"unknown": Span(2, 2, 2)}
    assert [each.left_open for each in done.strata if each.by == "place"] == [True]


def test_a_place_in_two_scripts_is_one_stratum() -> None:
    places = [("Kelmirad",), ("Кельмірад",), ("Kelmirad",), ("Other",)]
    rows = [row("a", n, place=PlaceSaid(path=path)) for n, path in enumerate(places)]
    done = documented(rows, linked(rows, [0, 1, 2, 3]))
    assert set(spans(done, "place")) >= {"Kelmirad", "Other"}


def test_who_was_found_alive_counts_only_where_sources_differ() -> None:
    alive = (Standing(status="missing"), Standing(status="found-alive"))
    rows = [row("a", 1, standings=alive), row("a", 2, standings=alive), row("b", 1), row("b", 2)]
    done = documented(rows, linked(rows, [0, 1, 0, 2]))
    # One person is alive and dead, one is alive, one is dead.
    assert done.people == Span(1, 2, 2)


@pytest.mark.parametrize("names", [(), (NameForm(full="A. O."),)])
def test_whom_no_list_names_raises_no_minimum(names: tuple[NameForm, ...]) -> None:
    bodies = [row("b", number, names=names, sex="male") for number in range(3)]
    rows = [*(row("a", number, sex="male") for number in range(4)), *bodies]
    done = documented(rows, linked(rows, [0, 1, 2, 3, 3, 4, 5]))
    # One body is a named person of list a; two may be any of the other three, or not.
    assert done.people == Span(4, 4, 6)
    assert spans(done, "sex") == {"male": Span(4, 4, 6)}
    # Nor do bodies put anybody on their list: those that are nobody's would be missing there.
    assert [(cell.lists, cell.people) for cell in done.overlap] == [(("a",), Span(4, 4, 4))]
    assert [each.unnamed for each in done.lists] == [0, 3]


def test_a_list_of_bodies_that_has_nobody_twice_is_a_minimum_all_the_same() -> None:
    rows = [row("a", 1), *(row("b", number, names=()) for number in range(5))]
    done = documented(rows, linked(rows, [0, 1, 2, 3, 4, 5]))
    assert done.people == Span(5, 5, 6)
    assert done.lists[1].people == Span(5, 5, 5)


SAME = (NameForm(full="Ada Orrin"),)


def test_a_row_told_again_by_a_list_without_repeats_counts_in_the_high_alone() -> None:
    rows = [*(row("a", number, names=SAME) for number in range(3)), row("b", 9, names=SAME)]
    for drawn in ([0, 1, 2, 0], [0, 1, 2, 2]):  # whichever of them the other list has
        done = documented(rows, linked(rows, drawn))
        assert done.people == Span(1, 1, 3)
        assert [(cell.lists, cell.people.best) for cell in done.overlap] == [(("a", "b"), 1)]
    alone = documented(rows[:3], linked(rows[:3], [0, 1, 2]))
    assert alone.people == Span(1, 1, 3) and alone.lists[0].people == Span(1, 1, 3)


def test_rows_told_again_are_several_persons_where_other_lists_have_several() -> None:
    rows = [row(name, number, names=SAME) for name in "ab" for number in range(2)]
    assert documented(rows, linked(rows, [0, 1, 0, 1])).people == Span(2, 2, 2)


def test_rows_without_a_name_or_of_a_list_with_repeats_are_not_told_again() -> None:
    bodies = [row("a", number, names=()) for number in range(5)]
    assert documented(bodies, linked(bodies, list(range(5)))).people == Span(5, 5, 5)
    rows = [row("a", number, names=SAME) for number in range(2)]
    free = replace(linked(rows, [0, 1]), names_nobody_twice=np.zeros(1, dtype=bool))
    assert documented(rows, free).people == Span(2, 2, 2)


def test_the_newest_standing_counts() -> None:
    found = (
        Standing(status="found-alive", when=When(edtf="2023-06")),
        Standing(status="missing", when=When(edtf="2023-05")),
    )
    rows = [row("a", 1, standings=found), row("a", 2, standings=(Standing(status="detained"),))]
    assert documented(rows, linked(rows, [0, 1])).people == Span(0, 0, 1)


@pytest.mark.parametrize(
    ("died", "wanted"),
    [
        ("2023-04-10", Span(1, 1, 1)),
        ("2023-04", Span(1, 1, 1)),
        ("2023", Span(0, 0, 1)),
        ("2023-04~", Span(0, 0, 1)),
        ("2023-05-01", Span(0, 0, 0)),
        (None, Span(0, 0, 1)),
    ],
)
def test_a_date_that_leaves_it_open_counts_in_the_high_alone(
    died: str | None, wanted: Span
) -> None:
    rows = [row("a", 1, died=None if died is None else When(edtf=died))]
    asked = Inclusion(first=date(2023, 4, 1), last=date(2023, 4, 30))
    assert documented(rows, linked(rows, [0]), asked=asked).people == wanted


def test_each_criterion_may_be_met_by_another_row() -> None:
    rows = [
        row("a", 1, died=When(edtf="2023-04-10")),
        row("b", 1, place=PlaceSaid(path=("North", "Kelmirad")), status="civilian"),
    ]
    asked = Inclusion(first=date(2023, 4, 1), place="kelmirad", status="civilian")
    done = documented(rows, linked(rows, [0, 0]), asked=asked)
    assert done.people == Span(1, 1, 1)
    assert any("kelmirad" in line for line in done.definitions)


def test_a_place_that_no_row_names_is_told() -> None:
    rows = [row("a", 1, place=PlaceSaid(path=("Kelmirad", "Mill"))), row("a", 2)]
    at = linked(rows, [0, 1])
    told = "No row of any list names the place Milk: write it as the lists do."
    assert told in documented(rows, at, asked=Inclusion(place="Milk")).definitions
    found = documented(rows, at, asked=Inclusion(place="mill"))
    assert not any("No row of any list" in each for each in found.definitions)


def test_numbers_without_names_are_kept_apart() -> None:
    numbers = [
        BareNumber(list="a", row="x", number=9, people_low=4, people_high=6),
        BareNumber(list="b", row="y", number=9, people_low=4),
    ]
    done = documented(ROWS, linked(ROWS, [0, 1, 2, 3]), numbers=numbers)
    assert done.people == Span(4, 4, 4)
    assert [(each.people_low, each.people_high) for each in done.number_only] == [(4, 6), (4, None)]


def test_the_overlap_of_lists_has_bounds_as_well() -> None:
    done = documented(ROWS, linked(ROWS, [0, 1, 0, 2], [0, 1, 0, 1]))
    assert {each.lists: each.people for each in done.overlap} == {
        ("a",): Span(0, 1, 1),
        ("b",): Span(0, 1, 1),
        ("a", "b"): Span(1, 1, 2),
    }


@pytest.mark.parametrize("missed_high", [0.33, 0.34])
def test_beyond_a_third_that_may_be_missed_no_number_is_the_most_likely_one(
    missed_high: float,
) -> None:
    rows = [row(name, number) for name in "ab" for number in range(10)]
    done = documented(rows, linked(rows, list(range(10)) * 2, missed=(0.0, 0.1, missed_high)))
    is_refused = missed_high > 1 / 3
    assert bool(done.refused) is is_refused
    assert ("may have missed 34%" in done.definitions[0]) is is_refused
    assert all(map(said_again, done.refused))
    line = f"all,,{done.people.low},,{done.people.high},2026-01-01"
    assert (line in documented_csv(done, "2026-01-01")) is is_refused


def test_one_list_in_which_nobody_stands_twice_is_not_refused() -> None:
    rows = [row("a", number) for number in range(10)]
    assert documented(rows, linked(rows, list(range(10)), missed=(0, 0.5, 1))).refused == ()


def test_no_rows_are_nobody() -> None:
    assert documented([], linked([], [], [])).people == Span(0, 0, 0)


def test_the_true_number_lies_between_low_and_high() -> None:
    random = np.random.default_rng(11)
    truth, rows, person = 400, [], []
    for name in "abcd":
        for each in np.flatnonzero(random.random(truth) < 0.5):
            rows.append(row(name, int(each)))
            person.append(int(each))
    labels = np.unique(person, return_inverse=True)[1]
    draws = []
    for _ in range(20):  # a share of the rows is never compared with those of its person
        lost = np.flatnonzero(np.random.default_rng(3).random(len(labels)) < 0.03)
        drawn = labels.copy()
        drawn[lost] = labels.max() + 1 + np.arange(len(lost))
        draws.append(np.unique(drawn, return_inverse=True)[1].tolist())
    done = documented(rows, linked(rows, *draws, missed=(0.04, 0.06, 0.08)))
    named = len(set(person))
    assert done.people.low <= named <= done.people.high
    assert done.people.high > named or done.people.low < named


def test_what_tables_do_not_know_of_is_said() -> None:
    rows = [row("a", 1), row("a", 2), row("b", 1), row("b", 2, names=())]
    at = linked(rows, [0, 1, 0, 2], [0, 1, 0, 1], missed=(0.001, 0.01, 0.05))
    remarks = [str(each) for each in unseen_remarks(at, stances(rows, Inclusion()))]
    assert remarks == [
        "unnamed-left-out: 0 to 1 persons whom no list names are in no estimate: they may be"
        " persons whom another list names",
        "pairs-missed: of pairs of rows that are one person the search missed 1.0% (0.1% to 5.0%):"
        " no estimate knows of these, and each makes lists seem to share less, and the estimates"
        " too high",
    ]
    assert all(map(said_again, remarks))
    quiet = linked(rows[:3], [0, 1, 0], missed=(0, 0.001, 0.01))
    assert unseen_remarks(quiet, stances(rows[:3], Inclusion())) == ()

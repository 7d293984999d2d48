"""Rows as columns, pairs that share a key, and levels in loops: the same as row by row, by SQL."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from probatum.exercise.victim_lists import make_lists
from probatum.link import hearing
from probatum.link.blocking import RULES, keys, rules_of
from probatum.link.columns import Columns, columns
from probatum.link.comparisons import COMPARISONS, PLACE_OF
from probatum.link.dates import UNSAID, exchanged, turned
from probatum.link.levels import levels
from probatum.link.model import LEARNED_FROM, Matcher, sampled
from probatum.link.pairing import pairs_of_keys
from probatum.link.preparing import prepare
from probatum.link.rivals import among_free_rows
from probatum.model.values import NameForm, When
from probatum.model.victims import PlaceSaid, Victim


def odd(number: int) -> Victim:
    """A row of few letters: everything that can be alike is, in some pair."""
    names = ("Ab Cd", "Cd Ab", "Abe Cdef", "Cdef Abe", "Я", "Abd al-Aa Bb", "李 明", "Abeh Cdefgh")
    days = (None, "2019-03-05", "2019-05-03", "2019-03", "2019", "2019-03-07", "2001~")
    points = (None, ("48.1", "11.2"), ("48.1001", "11.2"))
    point = points[number % 3]
    died, born = days[number % 7], days[number // 7 % 7]
    return Victim(
        list="ab"[number % 2], row=str(number), number=number + 1,
        names=(NameForm(full=names[number % 8], mother=(None, "Cd", "Cde", "Gh")[number % 4],
                        kunya=(None, None, "Abu Cd", "Umm Cd", "Abeh Cd")[number % 5]),
               NameForm(given="Ab", father="Ef", grandfather=(None, "Ab")[number // 2 % 2],
                        alias=True)),
        died=None if died is None else When(edtf=died),
        born=None if born is None else When(edtf=born),
        age_low=number % 90 if number % 5 else None, age_high=number % 90 if number % 5 else None,
        place=PlaceSaid(path=("Top", "Up", "Leaf")[number % 3 :],
                        lat=point[0] if point else None, lon=point[1] if point else None),
        sex=("female", "male", None)[number % 3],
    )  # fmt: skip


@pytest.fixture(scope="module", params=["invented", "odd"])
def prepared(request: pytest.FixtureRequest) -> Columns:
    if request.param == "odd":
        return columns(map(odd, range(120)), policy={"b": "may-repeat"})
    made = make_lists(150, seed=4, families=0.3)
    return columns(made.victims, policy=made.policy)


def test_loops_find_the_pairs_and_levels_that_splink_finds(prepared: Columns) -> None:
    found = keys(prepared)
    table = np.stack([found[rule.name] for rule in RULES], axis=1)
    left, right, rules = pairs_of_keys(table, prepared.list_of_row, prepared.repeats)
    with Matcher(prepared.table(found), seed=1) as matcher:
        theirs = matcher.compare(lambda _done, _of: None)
    assert len(left) > 100
    assert (left == theirs.left).all() and (right == theirs.right).all()
    assert (rules == rules_of(found, left, right)).all() and (rules > 0).all()
    ours = levels(prepared, left, right, threads=2)
    assert (ours == theirs.levels).all()
    assert (ours[:, PLACE_OF["kin"]] >= 0).sum() > 20 < (ours[:, PLACE_OF["kin_born"]] >= 0).sum()


def levels_of(one: NameForm, other: NameForm) -> dict[str, int]:
    """The level of each comparison of two rows that say a name and nothing else."""
    rows = [Victim(list=name, row="1", number=1, names=(form,))
            for name, form in (("a", one), ("b", other))]  # fmt: skip
    zero = np.zeros(1, dtype=np.int32)
    [found] = levels(columns(rows, policy={}), zero, zero + 1, threads=1).tolist()
    return dict(zip((each.name for each in COMPARISONS), found, strict=True))


def test_mothers_grandfathers_and_kunyas_are_compared_across_scripts() -> None:
    one = NameForm(given="أحمد", mother="فاطمة", grandfather="خالد", kunya="أبو عمر")
    other = NameForm(
        given="Ahmad", mother="Fatima", grandfather="Халид", kunya="Abu Omar al-Halabi"
    )
    found = levels_of(one, other)
    assert (found["mother"], found["grandfather"], found["kunya"]) == (0, 0, 0)
    found = levels_of(one, NameForm(given="Ahmad", mother="Zaynab", kunya="Umm Omar"))
    assert (found["mother"], found["grandfather"], found["kunya"]) == (3, -1, 3)


def test_a_kunya_is_compared_with_a_kunya_alone() -> None:
    found = levels_of(NameForm(given="Omar", family="Halabi"), NameForm(kunya="Abu Omar"))
    assert set(found.values()) == {-1}
    found = levels_of(NameForm(full="Abu Abd al-Rahman Yusuf Karim Halabi"),
                      NameForm(given="Yusuf", family="Halabi", kunya="أبو عبد الرحمن"))  # fmt: skip
    assert (found["given"], found["family"], found["kunya"]) == (0, 0, 1)


def test_brothers_are_not_joined_by_the_mother_they_share() -> None:
    one = NameForm(given="Yusuf", mother="Fatima", grandfather="Salim")
    for given in ("Khalid", None):
        found = levels_of(one, NameForm(given=given, mother="Fatima", grandfather="Salim"))
        assert (found["mother"], found["grandfather"]) == (-1, -1)


@pytest.mark.parametrize("names", [("Hassan", "Hussein"), ("حسن", "حسين"), ("Ахмад", "Mahmud"),
                                   ("Olena", "Olha")])  # fmt: skip
def test_two_names_that_everybody_knows_are_not_one_spelled_alike(names: tuple[str, str]) -> None:
    found = levels_of(NameForm(given=names[0]), NameForm(given=names[1]))
    assert COMPARISONS[0].levels[found["given"]].words == "different"
    same = levels_of(NameForm(given="Hassan"), NameForm(given="Хасан"))
    assert same["given"] == 0
    assert levels_of(NameForm(given="Husein"), NameForm(given="Husseyn"))["given"] < 4


def test_the_third_of_four_words_is_the_grandfathers_name() -> None:
    found = levels_of(NameForm(full="Юсуф Карим Салим Халаби"),
                      NameForm(given="Yusuf", grandfather="Salim", family="Halabi"))  # fmt: skip
    assert (found["given"], found["grandfather"], found["family"]) == (0, 0, 0)
    found = levels_of(
        NameForm(full="Yusuf Karim Abu Halabi"), NameForm(full="Yusuf Karim Abu Nasr")
    )
    assert found["grandfather"] == -1, "a part of the family name"


def test_names_heard_by_other_processes_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    made = make_lists(40, seed=4)
    here = columns(made.victims, policy=made.policy)
    monkeypatch.setattr("probatum.link.columns.TASK", 7)
    monkeypatch.setattr("probatum.link.hearing.TASK", 7)
    there = columns(iter(made.victims), policy=made.policy)
    assert here.words != () and set(here.words) == set(there.words)
    for name, codes in here.codes.items():
        spelled = [[each.words[code] if code >= 0 else None for code in each.codes[name].tolist()]
                   for each in (here, there)]  # fmt: skip
        assert spelled[0] == spelled[1], name
        assert len(codes) == len(made.victims)


def test_names_are_heard_here_where_no_process_can_be_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = make_lists(20, seed=4)
    monkeypatch.setattr("probatum.link.columns.TASK", 7)
    monkeypatch.setattr("probatum.link.hearing.TASK", 7)
    before = columns(made.victims, policy={})
    monkeypatch.setattr(hearing.sys, "executable", "/nowhere/python")
    assert columns(made.victims, policy={}).words == before.words
    monkeypatch.undo()
    monkeypatch.setattr("probatum.link.columns.TASK", 7)
    monkeypatch.setattr("probatum.link.hearing.TASK", 7)
    monkeypatch.setattr(hearing, "_START", "print('this answers nothing')")
    assert columns(made.victims, policy={}).words == before.words
    answer = "len(a).to_bytes(4, 'big') + a"
    monkeypatch.setattr(
        hearing, "_START", "import sys; i = sys.stdin.buffer; i.read(int.from_bytes(i.read(4),"
        f" 'big')); a = b'\\x92\\x90\\xc4\\x00'; sys.stdout.buffer.write({answer})",
    )  # fmt: skip
    assert columns(made.victims, policy={}).words == before.words, "another version answered"


def test_days_in_columns_are_those_of_each_row() -> None:
    numbers = np.array([737152, 737122, 1, 719163, UNSAID, 700000], dtype=np.int32)
    other, day = turned(numbers, numbers)
    for at, number in enumerate(numbers.tolist()):
        expected = (None, None) if number == UNSAID else exchanged(number, number)
        found = [None if each[at] == UNSAID else int(each[at]) for each in (other, day)]
        assert tuple(found) == expected


def test_weights_are_learned_from_a_sample_of_many_rows_and_from_all_of_few() -> None:
    assert sampled(10, 1).tolist() == list(range(10))
    many = sampled(LEARNED_FROM + 1_000, 1)
    assert len(set(many.tolist())) == LEARNED_FROM and many.tolist() == sorted(many.tolist())
    assert (many == sampled(LEARNED_FROM + 1_000, 1)).all()


def test_pairs_of_free_rows_are_worth_more_where_a_list_names_nobody_twice() -> None:
    lists = np.repeat(np.array([0, 1, 2], dtype=np.int16), 10)
    left, right = (np.array(each, dtype=np.int32) for each in zip(
        *itertools.combinations(range(0, 30, 5), 2), strict=True))  # fmt: skip
    odds = np.full(len(left), 2.0)
    none = np.zeros(len(left))
    all_repeat = among_free_rows(lists, np.ones(3, np.bool_), left, right, odds)
    assert (all_repeat == odds).all()
    gained = among_free_rows(lists, np.zeros(3, np.bool_), left, right, odds) - odds
    within = lists[left] == lists[right]
    assert (gained[within] == none[within]).all() and (gained[~within] > 0).all()
    assert (gained < 2 * np.log(5) + 1e-6).all(), "at most as if four in five had a partner"


def test_what_is_compiled_is_not_compiled_again() -> None:
    prepare(lambda _what, _done, _of: None)
    heard: list[str] = []
    assert not prepare(lambda what, _done, _of: heard.append(what))
    assert heard == []

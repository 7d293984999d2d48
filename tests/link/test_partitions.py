"""Groups of rows: constraints hold in every draw, and draws are as likely as the pairs say."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.errors import InputError
from probatum.link.clustering import cluster, graph
from probatum.link.draws import labels

NOBODY_WATCHES = lambda done, of: None  # noqa: E731


def grouping(
    lists: list[int],
    pairs: dict[tuple[int, int], float],
    *,
    repeats: tuple[bool, ...] = (False, False, False, False),
    decided: list[tuple[int, int, bool]] = [],  # noqa: B006
    draws: int = 20,
    seed: int = 1,
) -> tuple[np.ndarray, np.ndarray]:
    left = np.array([one for one, _ in pairs], dtype=np.int32)
    right = np.array([two for _, two in pairs], dtype=np.int32)
    odds = np.array(list(pairs.values()), dtype=np.float64)
    whole = graph(
        np.array(lists, dtype=np.int16), np.array(repeats), left, right, odds, decided
    )  # fmt: skip
    return cluster(whole, draws=draws, seed=seed, step=NOBODY_WATCHES)


def test_labels_count_from_zero_in_order_of_appearance() -> None:
    assert labels(np.array([5, 5, 2, 5, 9])).tolist() == [0, 0, 1, 0, 2]


def test_the_best_pair_wins_where_a_list_names_nobody_twice() -> None:
    best, _ = grouping([0, 1, 1], {(0, 1): 3.0, (0, 2): 5.0})
    assert best.tolist() == [0, 1, 0]


def test_a_list_that_may_repeat_joins_both() -> None:
    best, _ = grouping([0, 1, 1], {(0, 1): 6.0, (0, 2): 5.0, (1, 2): 4.0}, repeats=(False, True))
    assert best.tolist() == [0, 0, 0]


def test_one_pair_is_drawn_as_often_as_its_probability() -> None:
    _, draws = grouping([0, 1], {(0, 1): 1.0}, draws=2_000)
    share = float((draws[:, 0] == draws[:, 1]).mean())
    assert share == pytest.approx(1 / (1 + np.exp(-1.0)), abs=0.03)


def test_two_rivals_share_a_row_as_their_odds_say() -> None:
    _, draws = grouping([0, 1, 1], {(0, 1): 1.0, (0, 2): 2.0}, draws=3_000)
    first = float((draws[:, 0] == draws[:, 1]).mean())
    second = float((draws[:, 0] == draws[:, 2]).mean())
    whole = 1 + np.exp(1) + np.exp(2)
    assert first == pytest.approx(np.exp(1) / whole, abs=0.03)
    assert second == pytest.approx(np.exp(2) / whole, abs=0.03)


def test_rows_that_can_only_be_exchanged_are_exchanged() -> None:
    pairs = {(0, 2): 6.0, (0, 3): 6.0, (1, 2): 6.0, (1, 3): 6.0}
    _, draws = grouping([0, 0, 1, 1], pairs, draws=1_000)
    straight = float((draws[:, 0] == draws[:, 2]).mean())
    assert 0.4 < straight < 0.6


def test_answers_of_reviewers_hold_in_every_draw() -> None:
    pairs = {(0, 1): 2.0, (1, 2): 2.0, (0, 3): 0.5, (2, 3): 1.0}
    decided = [(0, 1, False), (0, 3, True), (1, 2, True)]
    best, draws = grouping([0, 1, 2, 3], pairs, decided=decided)
    for each in (best, *draws):
        assert each[0] != each[1]
        assert each[0] == each[3]
        assert each[1] == each[2]


def test_a_yes_counts_for_rows_that_no_rule_compared() -> None:
    best, _ = grouping([0, 1], {}, decided=[(0, 1, True)])
    assert best.tolist() == [0, 0]


@pytest.mark.parametrize(
    "decided",
    [
        [(0, 1, True), (1, 2, True), (0, 2, False)],
        [(0, 2, True), (0, 3, True)],  # rows 2 and 3 stand in one list
    ],
)
def test_answers_that_cannot_all_be_true_are_refused(decided: list[tuple[int, int, bool]]) -> None:
    with pytest.raises(InputError) as caught:
        grouping([0, 1, 2, 2], {(0, 1): 1.0}, decided=decided)
    assert caught.value.code == "conflicting-answers"


def test_no_rows_and_rows_without_pairs_are_persons_of_their_own() -> None:
    best, draws = grouping([], {})
    assert best.tolist() == [] and draws.shape == (20, 0)
    best, draws = grouping([0, 1, 1], {})
    assert best.tolist() == [0, 1, 2] and draws[3].tolist() == [0, 1, 2]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[int], dict[tuple[int, int], float]]:
    lists = draw(st.lists(st.integers(0, 3), min_size=2, max_size=9))
    possible = list(itertools.combinations(range(len(lists)), 2))
    chosen = draw(st.lists(st.sampled_from(possible), unique=True))
    return lists, {pair: draw(st.floats(-9, 9)) for pair in sorted(chosen)}


@settings(max_examples=60, deadline=None)
@given(worlds(), st.integers(0, 2**31))
def test_no_draw_ever_puts_two_rows_of_a_list_into_one_person(
    world: tuple[list[int], dict[tuple[int, int], float]], seed: int
) -> None:
    lists, pairs = world
    best, draws = grouping(lists, pairs, repeats=(False, False, True, False), seed=seed, draws=5)
    for each in (best, *draws):
        named = [(of, person) for of, person in zip(lists, each.tolist(), strict=True) if of != 2]
        assert len(set(named)) == len(named)
        assert sorted(set(each.tolist())) == list(range(max(each.tolist()) + 1))
    again = grouping(lists, pairs, repeats=(False, False, True, False), seed=seed, draws=5)[1]
    assert (draws == again).all()

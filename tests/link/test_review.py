"""Pairs for people to decide, and how good the links are by what they answered."""

from __future__ import annotations

import numpy as np
import pytest

from probatum.errors import UseError
from probatum.exercise.victim_lists import Made, make_lists
from probatum.link.comparisons import COMPARISONS
from probatum.link.linking import Linkage, link
from probatum.link.queue import NEAR, aspects, questions
from probatum.link.sampling import Judged, quality, sample


@pytest.fixture(scope="module")
def made() -> Made:
    return make_lists(300, seed=6)


@pytest.fixture(scope="module")
def linked(made: Made) -> Linkage:
    return link(made.victims, policy=made.policy, seed=1)


def test_questions_are_open_and_the_most_informative_come_first(linked: Linkage) -> None:
    asked = questions(linked, most=12)
    assert 3 <= len(asked) <= 12
    assert all(NEAR < each.probability < 1 - NEAR for each in asked)
    rows = [each for question in asked[:3] for each in (question.left, question.right)]
    assert len(set(rows)) == len(rows), "the first questions share no row"
    worth = [each.informative for each in asked[:3]]
    assert worth == sorted(worth, reverse=True)


def test_a_pair_that_was_answered_is_not_asked_again(linked: Linkage) -> None:
    first = questions(linked, most=1)[0]
    again = questions(linked, most=5, asked=[(first.right, first.left)])
    assert (first.left, first.right) not in [(each.left, each.right) for each in again]


def test_each_comparison_says_in_words_what_came_of_it(linked: Linkage) -> None:
    best = int(np.argmax(linked.pairs.probability))
    found = aspects(linked, best)
    assert [each.name for each in found] == [each.name for each in COMPARISONS]
    assert {each.verdict for each in found} <= {"agrees", "nearly", "silent"}
    assert sum(each.bits for each in found) > 5
    worst = int(np.argmin(linked.pairs.probability))
    assert "differs" in {each.verdict for each in aspects(linked, worst)}
    assert all(each.bits == 0 for each in found if each.verdict == "silent")


def test_a_judged_sample_says_how_good_the_links_are(made: Made, linked: Linkage) -> None:
    truth, pairs = np.array(made.person_of_row), linked.pairs
    same = truth[pairs.left] == truth[pairs.right]
    joined = linked.draws.best[pairs.left] == linked.draws.best[pairs.right]
    drawn = sample(pairs.probability, size=400, seed=2)
    assert len(set(drawn.tolist())) == len(drawn) <= 400
    judged = [Judged(int(pair), bool(same[pair])) for pair in drawn]
    judged[0] = Judged(judged[0].pair, None)
    found = quality(pairs.probability, joined, judged, seed=1)
    assert found.judged == len(drawn) - 1 and found.undecided == 1
    assert found.precision_low <= same[joined].mean() <= found.precision_high
    assert found.recall_low <= (same & joined).sum() / same.sum() <= found.recall_high


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    held = 0
    for seed in range(60):
        chance = np.random.default_rng(seed)
        probability = chance.beta(0.3, 0.5, size=5_000)
        same = chance.random(5_000) < probability**1.3  # the model is a little too sure
        linked = probability >= 0.5
        judged = [Judged(int(each), bool(same[each]))
                  for each in sample(probability, size=200, seed=seed)]  # fmt: skip
        found = quality(probability, linked, judged, seed=seed)
        held += found.recall_low <= (same & linked).sum() / same.sum() <= found.recall_high
    assert held >= 51


CERTAIN = np.array([0.9999] * 40 + [0.0001] * 400)
"""Pairs of which the model is sure, the first 40 joined."""


@pytest.mark.parametrize("number", [1, 5, 12, 39])
def test_a_few_answers_that_all_agree_leave_the_interval_open(number: int) -> None:
    judged = [Judged(pair, same=True) for pair in range(number)]
    found = quality(CERTAIN, CERTAIN > 0.5, judged, seed=1)
    assert found.precision_high == 1.0 and found.recall_high == 1.0
    assert found.precision_low == pytest.approx(0.025 ** (1 / number))
    assert found.recall_low == pytest.approx(0.025 ** (1 / number))


def test_only_no_leaves_precision_open_and_recall_unknown() -> None:
    found = quality(CERTAIN, CERTAIN > 0.5, [Judged(pair, same=False) for pair in range(6)], seed=1)
    assert found.precision_low < 0.05
    assert found.precision_high == pytest.approx(1 - 0.025 ** (1 / 6))
    assert (found.recall_low, found.recall_high) == (0.0, 1.0)


def test_answers_about_pairs_that_are_not_joined_say_nothing_of_precision() -> None:
    found = quality(CERTAIN, CERTAIN > 0.5, [Judged(pair, same=False) for pair in (50, 60)], seed=1)
    assert (found.precision_low, found.precision_high) == (0.0, 1.0)
    assert (found.recall_low, found.recall_high) == (0.0, 1.0)


def test_where_everybody_was_judged_nothing_is_open() -> None:
    judged = [Judged(pair, same=pair < 38) for pair in range(len(CERTAIN))]
    found = quality(CERTAIN, CERTAIN > 0.5, judged, seed=1)
    assert found.precision_low == found.precision_high == 38 / 40
    assert found.recall_low == found.recall_high == 1.0


def test_one_yes_that_stands_for_many_pairs_leaves_recall_wide_open() -> None:
    judged = [Judged(pair, same=True) for pair in range(20)]
    judged += [Judged(pair, same=pair == 40) for pair in range(40, 50)]
    found = quality(CERTAIN, CERTAIN > 0.5, judged, seed=1)
    assert found.recall_low < 0.3 < found.recall < 0.9 < found.recall_high


def test_nothing_judged_says_nothing() -> None:
    with pytest.raises(UseError):
        quality(np.array([0.5]), np.array([True]), [Judged(0, None)], seed=1)
    with pytest.raises(UseError):
        sample(np.array([0.5]), size=0, seed=1)

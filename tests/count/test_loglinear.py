"""Log-linear models: as by the reference implementation; what has no answer is refused."""

from __future__ import annotations

import numpy as np
import pytest

from probatum.count import chao, independence, loglinear
from probatum.count.loglinear.design import counts_of, design, model
from probatum.count.loglinear.fitting import exists, fit
from probatum.count.overlap import Overlap, overlap, read_table
from probatum.count.published import published

REFERENCE = {
    "uk": (11_418, 9_977, 13_146),
    "netherlands-5": (121_522, 98_675, 150_139),
}


def table(name: str) -> Overlap:
    path = published(name)
    assert path is not None
    return read_table(path.read_text("utf-8"))


@pytest.mark.parametrize("name", REFERENCE)
def test_the_estimate_is_that_of_the_reference(name: str) -> None:
    found = loglinear.estimate(table(name), seed=1, resamples=0)
    ends = (found.median, found.low, found.high)
    assert tuple(round(end or 0) for end in ends) == REFERENCE[name]


def test_a_pair_that_shares_nobody_is_in_the_model_at_minus_infinity() -> None:
    found = loglinear.estimate(table("netherlands-5"), seed=1, resamples=0)
    assert found.found["pairs that share nobody, and would not"] == "K-R"


def test_an_interval_that_forgets_the_choice_of_pairs_says_so() -> None:
    found = loglinear.estimate(table("netherlands-5"), seed=1, resamples=120)
    assert [warning.code for warning in found.warnings] == ["pairs-uncertain"]
    assert found.draws is not None and found.low is not None
    assert np.quantile(found.draws, 0.025) < found.low * 0.8


def test_what_nothing_can_be_told_from_is_refused() -> None:
    found = loglinear.estimate(table("artificial-3"), seed=1)
    assert found.refused and found.median is None
    assert [reason.code for reason in found.reasons] == ["not-identifiable"]


def test_the_linear_program_and_newton_agree_on_whether_there_is_an_estimate() -> None:
    given = table("artificial-3")
    shape, counts = design(given.lists), counts_of(given)
    for pairs, there in ((), True), ((0,), False), ((1, 2), True), ((0, 1), False):
        assert exists(model(shape, counts, pairs)) is there
        assert (fit(model(shape, counts, pairs)) is not None) is there


def test_counts_of_a_hundred_thousand_times_as_many_change_no_shares() -> None:
    small = table("kosovo")
    large = Overlap(small.lists, small.histories, small.counts * 100_000)
    one, other = (chao.estimate(each, seed=1).median or 0 for each in (small, large))
    assert other / one == pytest.approx(100_000)


def test_of_two_lists_the_lower_bound_is_that_of_lincoln_and_petersen() -> None:
    found = chao.estimate(overlap("AB", [(1, 0), (0, 1), (1, 1)], [1000, 10, 10]), seed=1)
    assert found.median == pytest.approx(1020 + 1000 * 10 / 10)
    assert found.warnings[0].code == "lower-bound"


def test_lists_that_never_meet_have_no_lower_bound() -> None:
    found = chao.estimate(overlap("AB", [(1, 0), (0, 1)], [10, 10]), seed=1)
    assert [reason.code for reason in found.reasons] == ["no-estimate"]


def test_independence_is_labelled_as_what_it_is() -> None:
    found = independence.estimate(table("kosovo"), seed=1)
    assert [warning.code for warning in found.warnings] == ["warning-example"]

"""The estimate by latent classes: what it says, when it warns, when it says nothing."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from probatum.count.latent_class import estimate, prepare, sensitivity
from probatum.count.latent_class.judging import modes
from probatum.count.overlap import Overlap, overlap
from probatum.errors import UseError

# Ball, Betts, Scheuren, Dudukovich, Asher 2002: killings in Kosovo by EXH, ABA, OSCE, HRW.
KOSOVO = (306, 936, 123, 845, 31, 217, 32, 1131, 106, 228, 42, 177, 18, 181, 27)


def cells(names: str, counts: tuple[int, ...]) -> Overlap:
    return overlap(names, list(product((0, 1), repeat=len(names)))[1:], counts)


def codes(remarks: object) -> list[str]:
    return [each.code for each in remarks]  # type: ignore[attr-defined]


def test_the_kosovo_table_is_near_what_others_found() -> None:
    """LCMCR gives 10,428 [9,072 - 13,869]; a long run of ours is in the decisions (0051)."""
    found = estimate(cells("EAOH", KOSOVO), seed=2, ess=150, most_sweeps=16_000)
    assert not found.refused
    assert found.median == pytest.approx(10_428, rel=0.03)
    assert found.low == pytest.approx(9_072, rel=0.06)
    assert found.high == pytest.approx(13_869, rel=0.1)
    assert found.rhat is not None and found.rhat < 1.05
    assert "settled-apart" not in codes(found.warnings)
    assert found.found["class 1 by size"].startswith("8"), "one large class that few lists reach"


ALIKE = cells("ABC", (40, 50, 11, 60, 14, 15, 4))


def test_the_same_seed_gives_the_same_draws_on_any_number_of_threads() -> None:
    one, two, other = (estimate(ALIKE, seed=seed, ess=20, most_sweeps=1_000, threads=threads)
                       for seed, threads in ((5, 1), (5, 3), (6, 1)))  # fmt: skip
    assert one.draws is not None and two.draws is not None and other.draws is not None
    assert np.array_equal(one.draws, two.draws)
    assert not np.array_equal(one.draws, other.draws)
    assert (one.draws >= ALIKE.observed).all()


def test_three_lists_are_answered_with_a_warning() -> None:
    found = estimate(ALIKE, seed=5, ess=100, most_sweeps=8_000)
    assert "three-lists" in codes(found.warnings)


def test_a_list_that_shares_nobody_is_not_estimated_around() -> None:
    """Chan, Silverman & Vincent 2021, Artificial_3: unidentifiable on purpose."""
    found = estimate(
        overlap("ABC", [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0)], [40, 30, 20, 6]), seed=1
    )
    assert found.refused and found.median is None and found.draws is None
    assert codes(found.reasons) == ["not-identifiable", "too-few-lists"]


def test_two_lists_are_not_enough() -> None:
    found = estimate(overlap("AB", [(1, 0), (0, 1), (1, 1)], [50, 60, 20]), seed=1)
    assert codes(found.reasons) == ["too-few-lists"]


def test_limits_that_the_cap_sets_are_no_answer() -> None:
    found = estimate(cells("ABC", (90, 90, 1, 90, 1, 1, 0)), seed=2, ess=100, most_missing=2_000,
                     most_sweeps=8_000)  # fmt: skip
    assert found.refused
    assert "set-by-cap" in codes(found.reasons)
    assert found.median is None and found.rhat is not None


def test_chains_that_were_not_given_time_are_no_answer() -> None:
    found = estimate(cells("EAOH", KOSOVO), seed=1, most_sweeps=200)
    assert "unconverged" in codes(found.reasons)


def test_mostly_unseen_people_are_warned_of() -> None:
    """Six lists of which few share anybody, as in the United Kingdom's table of 2014."""
    single = [tuple(int(at == j) for j in range(4)) for at in range(4)]
    pairs = [(1, 1, 0, 0), (0, 1, 1, 0), (0, 0, 1, 1), (1, 0, 0, 1), (1, 0, 1, 0), (0, 1, 0, 1)]
    table = overlap("ABCD", single + pairs, [400] * 4 + [12] * 6)
    found = estimate(table, seed=4, ess=100, most_sweeps=12_000)
    assert "mostly-unseen" in codes(found.warnings)


def test_a_stated_range_is_kept() -> None:
    found = estimate(ALIKE, seed=3, ess=100, population=(150, 330), most_sweeps=8_000)
    assert found.draws is not None
    assert found.draws.max() <= 330
    assert "near-range" in codes(found.warnings)
    assert found.settings["prior of N"] == "1/N from 150 to 330, as stated"


def test_progress_can_end_it() -> None:
    heard = []

    def interrupted(done: int, total: int) -> None:
        heard.append((done, total))
        if len(heard) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        estimate(ALIKE, seed=1, progress=interrupted)
    assert len(heard) == 5
    assert all(0 <= done <= total for done, total in heard)


def test_progress_ends_where_it_said() -> None:
    heard: list[tuple[int, int]] = []
    estimate(ALIKE, seed=1, ess=100, progress=lambda *at: heard.append(at))
    assert heard == sorted(heard, key=lambda at: at[0])
    assert heard[-1][0] == heard[-1][1]


@pytest.mark.parametrize("wrong", [{"classes": 0}, {"a": 0.0}, {"chains": 1}, {"ess": 0.0},
                                   {"population": (1, 100)}])  # fmt: skip
def test_settings_that_mean_nothing_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(UseError):
        estimate(ALIKE, seed=1, **wrong)  # type: ignore[arg-type]


def test_a_posterior_of_two_hills_has_two_modes() -> None:
    random = np.random.Generator(np.random.PCG64(1))
    one = np.exp(random.normal(9.0, 0.05, 8_000))
    assert len(modes(one)) == 1
    assert len(modes(np.concatenate((one, np.exp(random.normal(9.6, 0.1, 4_000)))))) == 2
    assert len(modes(np.concatenate((one, np.exp(random.normal(9.6, 0.1, 100)))))) == 1
    assert len(modes(np.full(1_000, 50.0))) == 1


def test_other_assumptions_stand_beside_one_another() -> None:
    found = sensitivity(ALIKE, seed=1, ess=50, most_sweeps=500)
    assert [each.what for each in found][:2] == ["at most 5 classes", "at most 20 classes"]
    assert len({each.what for each in found}) == len(found) == 5


def test_what_is_compiled_is_not_compiled_again() -> None:
    estimate(ALIKE, seed=1, ess=1, most_sweeps=50)
    heard: list[tuple[str, int, int]] = []
    assert prepare(lambda *said: heard.append(said)) == 0.0
    assert heard == []

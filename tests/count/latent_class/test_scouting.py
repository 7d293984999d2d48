"""Chains from other starts that settle at another answer are told, and slow ones are not."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from probatum.count.latent_class import estimate
from probatum.count.latent_class.running import Run
from probatum.count.latent_class.scouting import elsewhere_remarks, settled_elsewhere
from probatum.count.overlap import read_table
from probatum.count.published import published

Floats = NDArray[np.float64]
DRAWS = 300


def around(people: float, classes: float, chains: int, draws: int, slow: float = 0.0) -> Floats:
    """Return draws of N, concentration and classes; neighbours are alike as ``slow`` says."""
    random = np.random.Generator(np.random.PCG64([int(people), chains, draws]))
    noise = random.standard_normal((chains, draws))
    for at in range(1, draws):
        noise[:, at] = slow * noise[:, at - 1] + np.sqrt(1 - slow**2) * noise[:, at]
    held = classes + random.integers(0, 2, (chains, draws))
    return np.stack((people * np.exp(0.1 * noise), np.exp(0.3 * noise), held))


def met(people: float = 20_000, slow: float = 0.0) -> Run:
    return Run(
        draws=around(people, 2, 4, 3_000, slow), beginning=around(people, 2, 4, DRAWS, slow),
        classes=np.zeros((1, 1)), sweeps=20_000, rhat=1.0, ess_bulk=900.0, ess_tail=900.0,
    )  # fmt: skip


def test_chains_at_the_same_place_say_nothing() -> None:
    assert settled_elsewhere(met(), around(20_000, 2, 8, DRAWS)) == ()


@pytest.mark.parametrize("slow", [0.9, 0.99])
def test_slow_chains_are_not_elsewhere(slow: float) -> None:
    assert settled_elsewhere(met(slow=slow), around(20_000, 2, 8, DRAWS, slow)) == ()


def test_chains_that_stay_at_other_numbers_are_counted_by_place() -> None:
    low, lower = around(12_000, 2, 2, DRAWS), around(6_000, 2, 1, DRAWS)
    usual = around(20_000, 2, 5, DRAWS)
    found = settled_elsewhere(met(), np.concatenate((low, usual, lower), axis=1))
    assert [each.chains for each in found] == [1, 2]
    assert [each.people for each in found] == pytest.approx([6_000, 12_000], rel=0.02)
    words = elsewhere_remarks(found, 12)[0]
    assert words.code == "settled-apart" and "of 12 chains" in words.words


def test_places_are_told_apart_by_classes_where_numbers_overlap() -> None:
    assert settled_elsewhere(met(), around(17_500, 7, 1, DRAWS))[0].chains == 1
    # As many persons by other classes are the same answer.
    assert settled_elsewhere(met(), around(20_000, 7, 1, DRAWS)) == ()


def test_a_chain_that_comes_back_has_not_settled() -> None:
    back = around(12_000, 2, 1, DRAWS)
    back[:, :, 200:] = around(20_000, 2, 1, 100)
    assert settled_elsewhere(met(), back) == ()


def test_the_table_of_the_united_kingdom_has_more_than_one_answer() -> None:
    """LCMCR did not converge there (R-hat 1.04); ours may, and must not look as if it were sure."""
    path = published("uk")
    assert path is not None
    table = read_table(path.read_text("utf-8"))
    found = estimate(table, seed=3, ess=200, most_sweeps=16_000)
    said = [each.code for each in (*found.reasons, *found.warnings)]
    assert {"settled-apart", "unconverged"} & set(said)
    assert found.rhat is not None and found.rhat < 1.01, "this seed's chains agree with each other"
    assert "settled-apart" in said

"""R-hat and effective sample sizes against processes whose answer is known, and by plain loops."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from numpy.typing import NDArray

from probatum.count.convergence import ess_bulk, ess_tail, rhat

Draws = NDArray[np.float64]


def chance(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def autoregressive(share: float, chains: int = 4, draws: int = 20_000) -> Draws:
    """Stationary AR(1) of variance 1, whose ESS is draws * (1 - share) / (1 + share)."""
    noise = chance(7).standard_normal((chains, draws))
    values = np.empty_like(noise)
    values[:, 0] = noise[:, 0]
    for at in range(1, draws):
        values[:, at] = share * values[:, at - 1] + np.sqrt(1 - share**2) * noise[:, at]
    return values


def test_independent_draws_are_worth_what_they_are() -> None:
    draws = chance(1).standard_normal((4, 5_000))
    assert rhat(draws) == pytest.approx(1, abs=0.002)
    assert ess_bulk(draws) == pytest.approx(20_000, rel=0.1)
    assert ess_tail(draws) == pytest.approx(20_000, rel=0.1)


@pytest.mark.parametrize("share", [0.3, 0.9, -0.3])
def test_an_autoregressive_process_is_worth_its_known_part(share: float) -> None:
    draws = autoregressive(share)
    assert ess_bulk(draws) == pytest.approx(draws.size * (1 - share) / (1 + share), rel=0.12)


def test_draws_without_a_mean_are_judged_all_the_same() -> None:
    draws = chance(2).standard_cauchy((4, 5_000))
    assert rhat(draws) < 1.01
    assert ess_bulk(draws) == pytest.approx(20_000, rel=0.1)


def test_ranks_alone_count_for_the_bulk() -> None:
    draws = autoregressive(0.5, draws=2_000)
    assert ess_bulk(np.exp(3 * draws)) == pytest.approx(ess_bulk(draws), rel=1e-12)


def test_a_chain_elsewhere_is_seen() -> None:
    draws = chance(3).standard_normal((4, 1_000))
    draws[0] += 1
    assert rhat(draws) > 1.05
    assert ess_bulk(draws) < 400


def test_a_chain_of_another_width_is_seen() -> None:
    draws = chance(4).standard_normal((4, 1_000))
    draws[0] *= 4
    assert rhat(draws) > 1.02


def test_a_drift_within_chains_is_seen() -> None:
    draws = chance(5).standard_normal((4, 1_000)) + np.linspace(0, 2, 1_000)
    assert rhat(draws) > 1.05


def test_equal_draws_are_no_disagreement() -> None:
    draws = np.full((4, 100), 7.0)
    assert (rhat(draws), ess_bulk(draws), ess_tail(draws)) == (1.0, 400.0, 400.0)


def test_chains_that_stand_still_in_different_places_never_meet() -> None:
    assert rhat(np.repeat([[1.0], [2.0]], 100, axis=1)) > 1e6


def test_what_is_no_draws_is_refused() -> None:
    for wrong in (np.zeros(10), np.zeros((4, 3)), np.full((4, 10), np.nan)):
        with pytest.raises(ValueError, match="finite draws"):
            rhat(wrong)


def plainly(draws: Draws) -> tuple[float, float]:
    """R-hat and ESS of rank-normalised halves, by the formulas and loops over lags."""
    half = draws.shape[1] // 2
    chains = [list(each[:half]) for each in draws] + [list(each[-half:]) for each in draws]
    every = sorted(value for each in chains for value in each)
    size = len(every)
    place = {value: every.index(value) + 1 + (every.count(value) - 1) / 2 for value in set(every)}
    scored = [[NormalDist().inv_cdf((place[value] - 3 / 8) / (size + 1 / 4)) for value in each]
              for each in chains]  # fmt: skip
    means = [sum(each) / half for each in scored]
    inside = sum(sum((value - mean) ** 2 for value in each) / (half - 1)
                 for each, mean in zip(scored, means, strict=True)) / len(scored)  # fmt: skip
    middle = sum(means) / len(means)
    between = half / (len(means) - 1) * sum((mean - middle) ** 2 for mean in means)
    whole = (half - 1) / half * inside + between / half

    def correlation(lag: int) -> float:
        covariance = sum(
            sum((each[at] - mean) * (each[at + lag] - mean) for at in range(half - lag)) / half
            for each, mean in zip(scored, means, strict=True)
        ) / len(scored)
        return 1.0 if lag == 0 else 1 - (inside - covariance) / whole

    total, before, lag = 0.0, float("inf"), 0
    while lag + 1 < half:
        pair = correlation(lag) + correlation(lag + 1)
        if pair < 0:
            break
        before = min(before, pair)
        total += before
        lag += 2
    return (whole / inside) ** 0.5, size / (2 * total - 1)


def test_loops_over_the_published_formulas_agree() -> None:
    draws = np.round(autoregressive(0.7, chains=3, draws=60) * 5)
    by_hand, worth = plainly(draws)
    assert ess_bulk(draws) == pytest.approx(worth, rel=1e-9)
    assert rhat(draws) >= by_hand - 1e-12
    shifted = draws + np.array([[0.0], [0.0], [40.0]])
    assert rhat(shifted) == pytest.approx(plainly(shifted)[0], rel=1e-9)

"""The chain has the distribution that it claims: by a sum in closed form, and by simulation."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import betaln, gammaln

from probatum.count.latent_class import estimate
from probatum.count.latent_class.sweeps import SHIFTS, run_chain
from probatum.count.overlap import overlap

Floats = NDArray[np.float64]
LISTS, CLASSES = 4, 4
EVERY = np.array(list(product((0, 1), repeat=LISTS)), dtype=np.uint8)
FEWEST, MOST = 10, 400


def test_one_class_agrees_with_the_sum_in_closed_form() -> None:
    """With one class, chances integrate to beta functions, and N can be summed."""
    cells = list(product((0, 1), repeat=3))[1:]
    table = overlap("ABC", cells, [30, 25, 9, 40, 11, 8, 5])
    found = estimate(table, seed=3, classes=1, ess=4_000, most_missing=2_000, threads=1)
    people = np.arange(table.observed, table.observed + 2_001)
    logs = gammaln(people) - gammaln(people - table.observed + 1)  # (N - 1)! / n0!
    for size in table.sizes:
        logs = logs + betaln(size + 1, people - size + 1)
    share = np.cumsum(np.exp(logs - logs.max()))
    low, median, high = np.searchsorted(share, np.array([0.025, 0.5, 0.975]) * share[-1])
    assert found.median == pytest.approx(people[median], rel=0.01)
    assert found.low == pytest.approx(people[low], rel=0.02)
    assert found.high == pytest.approx(people[high], rel=0.02)


def table_of(
    random: np.random.Generator, people: int, shares: Floats, chances: Floats
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Draw how many persons have each history, those in no list left out."""
    given = np.where(EVERY[:, None, :] == 1, chances, 1 - chances).prod(axis=2) @ shares
    counts = random.multinomial(people, given / given.sum())
    seen = counts[1:] > 0
    return EVERY[1:][seen], counts[1:][seen].astype(np.int64)


def from_the_prior(random: np.random.Generator) -> tuple[int, float, Floats, Floats, float]:
    """Return N, concentration, shares, chances and the logarithm of the last share."""
    numbers = np.arange(FEWEST, MOST + 1)
    people = int(random.choice(numbers, p=(1 / numbers) / (1 / numbers).sum()))
    concentration = random.gamma(1.0, 1.0)
    kept = np.log(random.random(CLASSES - 1)) / concentration  # log(1 - stick), Beta(1, alpha)
    before = np.concatenate(([0.0], np.cumsum(kept)))
    shares = np.exp(before) * np.append(-np.expm1(kept), 1.0)
    return people, concentration, shares, random.random((CLASSES, LISTS)), before[-1]


def test_a_chain_that_starts_at_the_truth_stays_there_on_average() -> None:
    """Truth from the prior, data from the truth: then the truth is a draw from the posterior.

    Steps that keep the posterior lead to other draws from it, so that over many truths whatever is
    measured has the average of the prior before and after; a wrong Jacobian or bound moves it.
    """
    random = np.random.Generator(np.random.PCG64(11))
    scales, tally = np.full((CLASSES, SHIFTS), 0.8), np.zeros((CLASSES, SHIFTS, 2))
    row, by_size = np.empty((1, 3)), np.zeros((CLASSES, 1 + LISTS))
    moved = []
    while len(moved) < 4_000:
        people, concentration, shares, chances, log_last = from_the_prior(random)
        histories, counts = table_of(random, people, shares, chances)
        observed = int(counts.sum())
        if observed == 0:  # once in thousands; and no sampler is asked about it
            continue
        numbers = np.array([concentration, log_last, people - observed, 0.0])
        before = measured(people, concentration, shares, chances)
        bounds = (1.0, 1.0, max(0, FEWEST - observed), MOST - observed)
        run_chain(random, histories, counts, bounds, 8, 24, shares, chances, numbers, scales, tally,
                  row, by_size)  # fmt: skip
        assert FEWEST <= row[0, 0] <= MOST
        moved.append(measured(row[0, 0], row[0, 1], shares, chances) - before)
    change = np.array(moved)
    error = change.std(axis=0) / np.sqrt(len(change))
    assert (np.abs(change.mean(axis=0)) < 4 * error).all(), change.mean(axis=0) / error
    assert (tally[:, :, 0].sum(axis=0) > 300).all(), "each sort of shift is accepted at times"


def measured(people: float, concentration: float, shares: Floats, chances: Floats) -> Floats:
    return np.array([
        np.log(people), np.log(people) ** 2, np.exp(-concentration), shares[0], shares.max(),
        (shares**2).sum(), chances[0, 0], chances[0, 0] ** 2, chances[1].prod(), chances[-1, 1],
        shares @ chances[:, 2], (chances[0] - chances[1]) @ (chances[0] - chances[1]),
    ])  # fmt: skip

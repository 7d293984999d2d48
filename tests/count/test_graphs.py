"""Graphs averaged: as in print and by the reference implementation, refused where a cap decides."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from scipy.special import gammaln

from probatum.count import graphs
from probatum.count.estimate_values import Estimate
from probatum.count.graphs.decomposable import MOST_LISTS, decomposable
from probatum.count.overlap import Overlap, overlap, read_table
from probatum.count.published import published


def table(name: str) -> Overlap:
    path = published(name)
    assert path is not None
    return read_table(path.read_text("utf-8"))


def three(found: Estimate) -> tuple[float | None, float | None, float | None]:
    return found.median, found.low, found.high


def test_three_lists_are_as_madigan_and_york_printed_them() -> None:
    found = graphs.estimate(
        table("spina-bifida"), seed=1, delta=1, most_missing=300,
        prior=graphs.SpreadPoisson(13.14, 55.17),
    )  # fmt: skip
    assert three(found) == (731, 682, 797)


def test_kosovo_has_the_quantiles_of_the_reference() -> None:
    found = graphs.estimate(table("kosovo"), seed=1)
    assert three(found) == (12_595, 9_827, 16_544)
    assert found.found["likeliest graphs"].startswith("0.986 EXH-ABA, EXH-OSCE, EXH-HRW, ABA-OSCE")


def test_five_lists_have_the_quantiles_of_the_reference() -> None:
    assert three(graphs.estimate(table("uk-5"), seed=1)) == (22_990, 10_387, 33_508)


def test_an_answer_that_the_cap_sets_is_refused_with_what_it_would_have_been() -> None:
    found = graphs.estimate(table("netherlands-5"), seed=1)
    assert found.refused
    assert three(found) == (None, None, None)
    assert [reason.code for reason in found.reasons] == ["set-by-cap"]
    assert "49,385 [41,405 - 168,992]" in found.reasons[0].words


def test_lists_that_all_depend_on_all_say_nothing_of_who_is_missing() -> None:
    cells = list(product((0, 1), repeat=3))[1:]
    found = graphs.estimate(overlap("ABC", cells, [400, 400, 10, 400, 10, 10, 300]), seed=1)
    assert "not-identifiable" in {reason.code for reason in found.reasons}


@pytest.mark.parametrize("lists", [2, MOST_LISTS + 1])
def test_too_few_and_too_many_lists_are_refused(lists: int) -> None:
    cells = np.eye(lists, dtype=int).tolist() + [[1] * lists]
    found = graphs.estimate(
        overlap([f"L{number}" for number in range(lists)], cells, [9] * len(cells)), seed=1
    )
    assert found.refused


def test_decomposable_graphs_are_those_without_a_ring() -> None:
    missing = {
        each
        for each in range(64)
        if frozenset(pair for at, pair in enumerate(combinations(range(4), 2)) if each >> at & 1)
        not in {frozenset(graph.edges) for graph in decomposable(4)}
    }
    assert len(missing) == 3  # the three rings of four


def test_summing_over_points_is_summing_over_every_number() -> None:
    """The posterior written out graph by graph, at each number up to the cap."""
    cells = list(product((0, 1), repeat=3))[1:]
    given = overlap("ABC", cells, [500, 480, 90, 700, 140, 120, 30])
    found = graphs.estimate(given, seed=1, delta=0.125, most_missing=40_000)
    missing = np.arange(40_001.0)
    logs = []
    for graph in decomposable(3):
        log = gammaln(given.observed + missing) - gammaln(missing + 1)
        for member, before in graph.order:
            log += _set(given, before | 1 << member, missing) - _set(given, before, missing)
        logs.append(log)
    chance = np.exp(np.array(logs) - np.max(logs)).sum(axis=0)
    cumulated = np.cumsum(chance / chance.sum())
    wanted = [given.observed + int(np.searchsorted(cumulated, q)) for q in (0.5, 0.025, 0.975)]
    assert list(three(found)) == wanted


def _set(given: Overlap, members: int, missing: np.ndarray) -> np.ndarray:
    inside = [at for at in range(3) if members >> at & 1]
    prior = 0.125 * 2 ** (3 - len(inside))
    total = np.zeros_like(missing)
    for cell in product((0, 1), repeat=len(inside)):
        same = (given.histories[:, inside] == cell).all(axis=1)
        count = given.counts[same].sum() + (0 if any(cell) else missing)
        total = total + gammaln(count + prior) - gammaln(prior)
    return total


def test_the_same_seed_gives_the_same_draws() -> None:
    one, again, other = (
        graphs.estimate(table("kosovo"), seed=seed, draws=50).draws for seed in (4, 4, 5)
    )
    assert one is not None and again is not None and other is not None
    assert one.tolist() == again.tolist() != other.tolist()
    assert (one >= 4400).all()

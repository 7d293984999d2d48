"""The estimate: the posterior of N over all graphs and numbers of missing persons, summed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probatum.count.estimate_values import (
    LEVEL,
    Estimate,
    Progress,
    Remark,
    refusal,
    silent,
)
from probatum.count.graphs.decomposable import MOST_LISTS, Graph, decomposable
from probatum.count.graphs.grid import Grid, grid
from probatum.count.graphs.likelihood import (
    Prior,
    Reciprocal,
    SpreadPoisson,
    Terms,
    log_posterior,
    terms,
)
from probatum.count.graphs.posterior import Posterior
from probatum.count.overlap import Overlap

__all__ = ["CAP", "Prior", "Reciprocal", "SpreadPoisson", "estimate"]

CAP = 20
"""Unless said otherwise, at most so many are missing for each person that is in a list."""
DRAWS = 4000
MOVED = 0.05
"""A limit that a cap twice as high moves by more than this share is set by the cap."""
_NOTICED = 0.005
_COMPLETE = 0.5
_BLOCK = 4096
_SHOWN = 3
_TAIL = round((1 - LEVEL) / 2, 12)
ASSUMPTION = (
    "Nobody enters, leaves or is linked wrongly; within the group that the table is about everybody"
    " is as likely as any other to be in each list; and lists depend on each other in one of the"
    " ways that decomposable graphs can say, never all of them on all."
)


def estimate(
    table: Overlap,
    *,
    seed: int,
    progress: Progress = silent,
    delta: float | None = None,
    most_missing: int | None = None,
    prior: Prior | None = None,
    draws: int = DRAWS,
) -> Estimate:
    """Return the estimate of three to five lists, or a refusal.

    ``delta`` is the prior weight of each cell of the table, 2**-lists unless given;
    ``most_missing`` caps the number of persons in no list, 20 for each observed one unless given.
    Only ``draws`` depend on the ``seed``.
    """
    lists = len(table.lists)
    if not 3 <= lists <= MOST_LISTS:
        return refusal("graphs", table.observed, _wrong_size(lists))
    weight = 2.0**-lists if delta is None else delta
    cap = CAP * table.observed if most_missing is None else most_missing
    chosen = Reciprocal() if prior is None else prior
    given = terms(table, weight)
    points = grid(given, cap, chosen)
    whole = _posterior(given, points, chosen, len(decomposable(lists)), progress)
    return _answer(table, whole.within(cap), whole, cap, seed, draws, {
        "delta": f"{weight:g} in each cell",
        "prior of N": str(chosen),
        "cap": f"at most {cap:,} missing",
        "graphs": f"all {len(decomposable(lists)):,} decomposable ones, equally likely beforehand",
    })  # fmt: skip


def _posterior(
    given: Terms, points: Grid, prior: Prior, graphs: int, progress: Progress
) -> Posterior:
    """Sum over graphs in blocks of points."""
    size = len(points.missing)
    chance, share = np.zeros(size), np.zeros(graphs)
    top = -np.inf
    for start in range(0, size, _BLOCK):
        progress(start, size)
        block = slice(start, start + _BLOCK)
        log = log_posterior(given, points.missing[block], prior, points.graphs)
        if (higher := float(log.max())) > top:
            shrink = np.exp(top - higher)
            chance *= shrink
            share *= shrink
            top = higher
        weighed = np.exp(log - top)
        chance[block] = weighed.sum(axis=0)
        share[points.graphs] += weighed @ points.weights[block]
    progress(size, size)
    total = chance @ points.weights
    return Posterior(points.missing, chance / total, share / total)


def _answer(
    table: Overlap, capped: Posterior, whole: Posterior, cap: int, seed: int, draws: int,
    settings: dict[str, str],
) -> Estimate:  # fmt: skip
    observed = table.observed
    shares = np.array([0.5, _TAIL, 1 - _TAIL])
    near, farther = observed + capped.quantiles(shares), observed + whole.quantiles(shares)
    median, low, high = map(float, near)
    moved = float(np.abs(farther / near - 1).max())
    complete = float(whole.graphs[-1])
    found = {
        "likeliest graphs": _likeliest(table, whole),
        "complete graph": f"{complete:.3f}",
        "posterior within the cap": _three(near),
        "posterior within twice the cap": _three(farther),
    }
    reasons, warnings = [], []
    if moved > MOVED:
        reasons.append(Remark(
            "set-by-cap",
            f"the answer is set by the cap of {cap:,} missing persons: {_three(near)} becomes"
            f" {_three(farther)} when the cap is doubled"))  # fmt: skip
    elif moved > _NOTICED:
        warnings.append(Remark(
            "near-cap",
            f"twice the cap of {cap:,} missing persons moves a limit by {moved:.1%}"))  # fmt: skip
    if complete > _COMPLETE:
        reasons.append(Remark(
            "not-identifiable",
            f"the lists speak most (posterior {complete:.2f}) for all of them depending on all,"
            " and then they say nothing about persons in no list"))  # fmt: skip
    return Estimate(
        model="graphs", observed=observed, assumption=ASSUMPTION, settings=settings, found=found,
        refused=bool(reasons), reasons=tuple(reasons), warnings=tuple(warnings),
        median=None if reasons else median, low=None if reasons else low,
        high=None if reasons else high,
        draws=None if reasons else observed + capped.draws(draws, seed),
    )  # fmt: skip


def _wrong_size(lists: int) -> Remark:
    if lists < 3:
        return Remark("too-few-lists", f"this needs three lists, and there are {lists}")
    return Remark(
        "too-many-lists",
        f"this averages over all graphs of up to {MOST_LISTS} lists, and there are {lists}:"
        " merge lists that are of one kind, or leave some out",
    )


def _three(numbers: NDArray[np.float64]) -> str:
    return "{:,.0f} [{:,.0f} - {:,.0f}]".format(*numbers)


def _likeliest(table: Overlap, posterior: Posterior) -> str:
    graphs = decomposable(len(table.lists))
    best = np.argsort(-posterior.graphs, kind="stable")[:_SHOWN]
    return "; ".join(f"{posterior.graphs[at]:.3f} {_words(table, graphs[at])}" for at in best)


def _words(table: Overlap, graph: Graph) -> str:
    edges = [f"{table.lists[one]}-{table.lists[other]}" for one, other in graph.edges]
    return ", ".join(edges) or "no list depends on another"

"""What speaks against an answer: its cap, its modes, its prior, chains that have not met."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import gaussian_kde

from probatum.count.estimate_values import LEVEL, Remark
from probatum.count.latent_class.chains import Prior
from probatum.count.latent_class.chances import Floats
from probatum.count.latent_class.running import RHAT, Run
from probatum.count.overlap import Overlap

UNCONVERGED = 1.05
"""R-hat above which there is no answer; from 1.01 on there is one with a warning."""
FEWEST_ESS = 400
"""Effective draws below which there is no answer: a hundred for each of four chains."""
NEAR = 0.8
"""Persons in no list beyond this part of the cap are near it."""
NOTICED, SET = 0.0005, 0.005
"""Share of the posterior near the cap that is told, and that sets the upper limit.

A tail like N^-1 has four times as much beyond the cap as near it, and the upper limit leaves 2.5 %.
"""
UNSEEN = 0.8
"""An estimate by which more than this share of all is in no list is far from what was counted."""
_VALLEY, _SIDE = 0.8, 0.05
_MEDIAN_MOVED, _LIMIT_MOVED, _DECIDED = 1.1, 1.25, 1.5
_WORTH = 100.0


def chains_remarks(run: Run, ess: float) -> tuple[list[Remark], list[Remark]]:
    """Return reasons to refuse and warnings, of chains that did not come as far as was asked."""
    worth = min(run.ess_bulk, run.ess_tail)
    words = (
        f"after {run.sweeps:,} sweeps of each chain R-hat is {run.rhat:.3f} (asked: {RHAT}) and"
        f" the draws are worth {worth:,.0f} independent ones (asked: {ess:,.0f})"
    )
    if run.rhat > UNCONVERGED:
        places = ", ".join(f"{float(np.median(chain)):,.0f}" for chain in run.draws[0])
        words += f"; the medians of chains are {places}"
    if run.rhat > UNCONVERGED or worth < min(FEWEST_ESS, ess):
        return [Remark("unconverged", f"the chains do not agree with each other: {words}")], []
    if not run.enough(ess):
        return [], [Remark("short-of-asked", words)]
    return [], []


def cap_remarks(
    people: Floats, observed: int, prior: Prior, *, stated: bool
) -> tuple[list[Remark], list[Remark], float]:
    """Return reasons, warnings and the share of the posterior that is near the cap.

    A range that was stated (``stated``) is knowledge and not a cap: limits at it are only told.
    """
    cap = prior.most - observed
    near = float((people - observed > NEAR * cap).mean())
    if stated:
        width = np.log(prior.most / prior.fewest)
        edge = float((people > prior.most * np.exp(-0.02 * width)).mean())
        if edge > 0.025:
            return [], [Remark("near-range", f"{edge:.1%} of the posterior lies at the upper end of"
                               f" the range that was stated, {prior.most:,}")], near  # fmt: skip
        return [], [], near
    words = (f"{near:.1%} of the posterior has more than {NEAR * cap:,.0f} persons in no list, and"
             f" the cap is {cap:,}")  # fmt: skip
    if near > SET:
        return [Remark("set-by-cap", f"the upper limit is set by the cap: {words}")], [], near
    if near > NOTICED:
        return [], [Remark("near-cap", words)], near
    return [], [], near


def unseen_remarks(table: Overlap, median: float) -> list[Remark]:
    """Return a warning where most of what is estimated was never counted by anybody."""
    share = 1 - table.observed / median
    if share <= UNSEEN:
        return []
    several = int(table.counts[table.histories.sum(axis=1) > 1].sum())
    return [Remark(
        "mostly-unseen", f"by this estimate {share:.0%} of all are in no list, and that is taken"
        f" from {several:,} of {table.observed:,} persons who are in more than one: other models"
        " may differ by far more than the interval says")]  # fmt: skip


def modes(people: Floats) -> tuple[int, ...]:
    """Return where the posterior of N peaks, if that is at several places with a valley between.

    A place counts where the density on the scale of log N falls to four fifths of the lower peak
    before it rises again, and at least a twentieth of the draws lies on either side.
    """
    logs = np.log(people.ravel())
    logs = logs[:: max(1, logs.size // 8000)]
    low, high = np.quantile(logs, [0.002, 0.998])
    if not high - low > 1e-6:
        return (round(float(np.exp(low))),)
    points = np.linspace(low, high, 256)
    height = gaussian_kde(logs)(points)
    inner = height[1:-1]
    peaks = (np.flatnonzero((inner > height[:-2]) & (inner >= height[2:])) + 1).tolist()
    kept: list[int] = []
    for peak in peaks:
        if not kept:
            kept.append(peak)
            continue
        last = kept[-1]
        valley = last + int(np.argmin(height[last : peak + 1]))
        below = float((logs < points[valley]).mean())
        lower = min(height[last], height[peak])
        if height[valley] < _VALLEY * lower and _SIDE < below < 1 - _SIDE:
            kept.append(peak)
        elif height[peak] > height[last]:
            kept[-1] = peak
    return tuple(round(float(np.exp(points[peak]))) for peak in kept)


@dataclass(frozen=True, slots=True)
class Reweighed:
    """What the same draws say under another prior; ``worth`` is how many draws carry that."""

    what: str
    median: float
    low: float
    high: float
    worth: float

    def __str__(self) -> str:
        if self.worth < _WORTH:
            return "cannot be told from these draws"
        return f"{self.median:,.0f} [{self.low:,.0f} - {self.high:,.0f}]"


def reweigh(run: Run, prior: Prior) -> tuple[Reweighed, ...]:
    """Return answers under other priors of the concentration and of N, by weighting the draws."""
    people, concentration = run.draws[0].ravel(), run.draws[1].ravel()
    worth = min(run.ess_bulk, run.ess_tail) / people.size
    found = [
        _weighted(people, _gamma(concentration, a, b, prior), f"a = {a:g}, b = {b:g}", worth)
        for a, b in ((1.0, 1.0), (0.1, 0.1)) if (a, b) != (prior.a, prior.b)
    ]  # fmt: skip
    found.append(_weighted(people, people, "N uniform", worth))
    return tuple(found)


def prior_remarks(
    answer: tuple[float, float, float], others: tuple[Reweighed, ...]
) -> tuple[list[Remark], list[Remark]]:
    """Return reasons and warnings where another prior, as defensible, moves the answer far."""
    median, low, high = answer
    reasons, warnings = [], []
    for each in others:
        if each.worth < _WORTH:
            continue
        moved = _factor(each.median, median)
        limits = max(_factor(each.low, low), _factor(each.high, high))
        words = f"with the prior {each.what} it is {each}: the data leave that to the prior"
        if moved > _DECIDED:
            reasons.append(Remark("not-identifiable", words))
        elif moved > _MEDIAN_MOVED or limits > _LIMIT_MOVED:
            warnings.append(Remark("hangs-on-prior", words))
    return reasons, warnings


def _factor(one: float, other: float) -> float:
    return max(one / other, other / one)


def _gamma(values: Floats, a: float, b: float, prior: Prior) -> Floats:
    """Return weights of Gamma(a, b) against that of ``prior``, up to a constant."""
    logs = (a - prior.a) * np.log(np.maximum(values, 1e-300)) - (b - prior.b) * values
    return np.asarray(np.exp(logs - logs.max()), dtype=np.float64)


def _weighted(people: Floats, weights: Floats, what: str, worth: float) -> Reweighed:
    order = np.argsort(people, kind="stable")
    share: NDArray[np.float64] = np.cumsum(weights[order])
    tail = round((1 - LEVEL) / 2, 12)
    at = np.searchsorted(share, np.array([0.5, tail, 1 - tail]) * share[-1])
    median, low, high = (float(each) for each in people[order[at]])
    effective = float(weights.sum() ** 2 / (weights**2).sum()) * worth
    return Reweighed(what, median, low, high, effective)

"""How good the links are, from pairs that a person judged: a stratified sample, and intervals.

Pairs are put into strata by their probability; some of each are drawn at random and judged. What
share of a stratum is one person then says how many links are right (*precision*) and how many
right ones were found (*recall*, among the compared pairs; what blocking lost comes on top).
Answers *undecided* are left out and counted.

>>> chance = np.random.default_rng(5)
>>> probability = chance.random(10_000)
>>> drawn = sample(probability, size=400, seed=1)
>>> judged = [Judged(int(pair), bool(chance.random() < probability[pair])) for pair in drawn]
>>> found = quality(probability, probability >= 0.5, judged, seed=1)
>>> found.precision_low < 0.75 < found.precision_high, found.recall_low < 0.75 < found.recall_high
(True, True)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

from probatum.errors import UseError

EDGES = (0.0, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 1.0)
SAMPLES = 4_000
_FEWEST = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person answered about one pair of the sample; None is *undecided*."""

    pair: int
    same: bool | None


@dataclass(frozen=True, slots=True)
class Quality:
    """Precision and recall with 95 % intervals, and what they rest on."""

    precision: float
    precision_low: float
    precision_high: float
    recall: float
    recall_low: float
    recall_high: float
    judged: int
    undecided: int


def _strata(probability: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.clip(np.searchsorted(EDGES, probability, side="right") - 1, 0, len(EDGES) - 2)


def sample(probability: NDArray[np.float64], *, size: int, seed: int) -> NDArray[np.int64]:
    """Draw pairs to judge, in an order that tells nothing about them.

    Each stratum gets at least five, the rest goes where the answer is least known and many pairs
    are (Neyman's allocation, with the model's own probabilities as the guess).
    """
    if size < 1:
        raise UseError("wrong-use", item="a sample to judge", expected="one pair or more",
                       found=str(size))  # fmt: skip
    chance = np.random.Generator(np.random.PCG64([seed, 2]))
    strata = _strata(probability)
    members = [np.flatnonzero(strata == number) for number in range(len(EDGES) - 1)]
    spread = np.array([
        len(each) * np.sqrt(max(float(probability[each].mean()), 1e-4)
                            * max(1 - float(probability[each].mean()), 1e-4)) if len(each) else 0.0
        for each in members
    ])  # fmt: skip
    wanted = np.minimum(
        np.maximum(_FEWEST, np.floor(size * spread / max(spread.sum(), 1e-12))),
        [len(each) for each in members],
    ).astype(np.int64)
    while wanted.sum() > size and wanted.max() > 1:
        wanted[np.argmax(wanted)] -= 1
    drawn = [chance.choice(each, int(count), replace=False)
             for each, count in zip(members, wanted, strict=True)]  # fmt: skip
    together: NDArray[np.int64] = np.concatenate(drawn).astype(np.int64)
    return chance.permutation(together)[:size]


def quality(
    probability: NDArray[np.float64], linked: NDArray[np.bool_], judged: Sequence[Judged], *,
    seed: int,
) -> Quality:  # fmt: skip
    """Estimate precision and recall of the links from judged pairs of a `sample`.

    In each stratum, linked and not, the share of pairs that are one person has a beta posterior
    (prior one answer, at the model's own mean probability); what nobody judged is drawn from that.
    That posterior leans on the model: where all answers agree with it, it would be sure of itself
    after five of them. So the interval is never narrower than that of Clopper and Pearson for the
    answers alone, at their effective number under unequal weights (Korn & Graubard 1998): *yes* to
    each of n pairs leaves 1 - .025^(1/n) open. It is a point only where every pair was judged.
    Raises UseError ``wrong-use`` where nobody judged anything.
    """
    known = [each for each in judged if each.same is not None]
    if not known:
        raise UseError("wrong-use", item="quality of the links", expected="judged pairs",
                       found="none", remedy="judge some pairs first")  # fmt: skip
    chance = np.random.Generator(np.random.PCG64([seed, 3]))
    strata = _strata(probability)
    pairs = np.array([each.pair for each in known])
    same = np.array([each.same for each in known], dtype=np.bool_)
    right = np.zeros((2, SAMPLES))
    stands_for = np.zeros(len(known))
    for number in range(len(EDGES) - 1):
        for is_linked in (False, True):
            there = (strata == number) & (linked == is_linked)
            count = int(there.sum())
            if not count:
                continue
            prior = float(np.clip(probability[there].mean(), 1e-4, 1 - 1e-4))
            mine = there[pairs]
            yes, all_ = int(same[mine].sum()), int(mine.sum())
            stands_for[mine] = count / max(1, all_)
            share = chance.beta(prior + yes, 1 - prior + all_ - yes, size=SAMPLES)
            right[int(is_linked)] += yes + chance.binomial(count - all_, share)
    precision = right[1] / max(1, int(linked.sum()))
    recall = right[1] / np.maximum(right.sum(axis=0), 1e-12)
    middle, low, high = (np.quantile([precision, recall], at, axis=1) for at in (0.5, 0.025, 0.975))
    joined = linked[pairs]
    distinct = len(set(pairs.tolist()))
    if len(set(pairs[joined].tolist())) < linked.sum():
        _widen(low, high, 0, _alone(same[joined], stands_for[joined]))
    if distinct < len(probability):
        _widen(low, high, 1, _alone(joined[same], stands_for[same]))
    return Quality(
        float(middle[0]), float(low[0]), float(high[0]), float(middle[1]), float(low[1]),
        float(high[1]), len(known), len(judged) - len(known),
    )  # fmt: skip


def _alone(yes: NDArray[np.bool_], weights: NDArray[np.float64]) -> tuple[float, float]:
    """Return the 95 % interval of a share that answers leave by themselves, without a model.

    >>> [round(end, 3) for end in _alone(np.array([True] * 10), np.ones(10))]
    [0.692, 1.0]
    """
    if not len(yes):
        return 0.0, 1.0
    number = float(weights.sum() ** 2 / (weights**2).sum())
    found = number * float(weights[yes].sum() / weights.sum())
    low = 0.0 if yes.sum() == 0 else float(beta.ppf(0.025, found, number - found + 1))
    high = 1.0 if yes.all() else float(beta.ppf(0.975, found + 1, number - found))
    return low, high


def _widen(
    low: NDArray[np.float64], high: NDArray[np.float64], at: int, to: tuple[float, float]
) -> None:
    low[at], high[at] = min(low[at], to[0]), max(high[at], to[1])

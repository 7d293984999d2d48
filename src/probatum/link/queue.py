"""Pairs for people to look at, the most informative first, and what speaks for and against each.

A pair is worth a look if its answer is open and if much hangs on it: *informative* is how unsure
the draws are whether it is one person (entropy, in bits) times how many rows the answer would
join or part. Pairs that share rows tell much the same; one of them is shown first.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probatum.link.comparisons import COMPARISONS, PLACE_OF
from probatum.link.linking import Linkage, RowId

Verdict = Literal["agrees", "nearly", "differs", "silent"]
NEAR = 0.01  # pairs outside 1 to 99 in 100 are as good as decided
_STRONG = 0.7  # natural log: twice as likely
BITS = 1 / np.log(2)
_UNSAID = "not said in one of the rows"
_OF_KIN = "given names differ: weighed with what a family shares"


@dataclass(frozen=True, slots=True)
class Aspect:
    """One comparison of a pair, for people: what was compared, the outcome, and what it is worth.

    ``bits`` above 0 speak for one person, below 0 for two; 10 bits are a factor of 1,024. How rare
    a name is comes on top and is not in it.
    """

    name: str
    words: str
    outcome: str
    verdict: Verdict
    bits: float


@dataclass(frozen=True, slots=True)
class Question:
    """One pair to decide: ``pair`` is its place in the linkage's pairs."""

    pair: int
    left: RowId
    right: RowId
    probability: float
    informative: float
    aspects: tuple[Aspect, ...]


def aspects(linkage: Linkage, pair: int) -> tuple[Aspect, ...]:
    """Return what agrees and what does not, in the order of the comparisons."""
    found = []
    for at, comparison in enumerate(COMPARISONS):
        level = int(linkage.pairs.levels[pair, at])
        if level < 0:
            shared = comparison.shared and linkage.pairs.levels[pair, PLACE_OF["kin"]] >= 0
            found.append(Aspect(comparison.name, comparison.words, _OF_KIN if shared else _UNSAID,
                                "silent", 0.0))  # fmt: skip
            continue
        m, u = linkage.weights.m[at][level], linkage.weights.u[at][level]
        worth = float(np.log(m / u))
        last = level == len(comparison.levels) - 1
        verdict: Verdict = "agrees" if level == 0 else "differs" if last else "nearly"
        if verdict == "nearly" and worth < -_STRONG:
            verdict = "differs"
        found.append(Aspect(comparison.name, comparison.words, comparison.levels[level].words,
                            verdict, round(worth * BITS, 1)))  # fmt: skip
    return tuple(found)


def questions(
    linkage: Linkage, *, most: int = 50, asked: Collection[tuple[RowId, RowId]] = ()
) -> tuple[Question, ...]:
    """Return the pairs whose answers would tell most, first the most informative.

    ``asked`` are pairs that somebody answered, *undecided* included: they are not asked again.
    """
    pairs = linkage.pairs
    left, right = pairs.left, pairs.right
    open_ = (pairs.probability > NEAR) & (pairs.probability < 1 - NEAR)
    decided = {(one, two) for one, two, _ in linkage.decided}
    chosen = np.flatnonzero(open_)
    persons = linkage.draws.persons
    together = np.mean(persons[:, left[chosen]] == persons[:, right[chosen]], axis=0)
    # Few draws say 0 or 1 of what is 1 in 100: the model's own probability counts as well.
    share = np.clip((together + pairs.probability[chosen]) / 2, 1e-6, 1 - 1e-6)
    entropy = -(share * np.log2(share) + (1 - share) * np.log2(1 - share))
    size = _sizes(linkage.draws.best)
    worth = entropy * np.minimum(size[left[chosen]] + size[right[chosen]], 20)
    order = np.lexsort((right[chosen], left[chosen], -worth))
    seen = {frozenset(each) for each in asked}
    first: list[Question] = []
    later: list[Question] = []
    touched: set[int] = set()
    for at in order:
        pair = int(chosen[at])
        one, two = int(left[pair]), int(right[pair])
        names = linkage.rows[one], linkage.rows[two]
        if (one, two) in decided or frozenset(names) in seen:
            continue
        question = Question(pair, *names, float(pairs.probability[pair]), float(worth[at]),
                            aspects(linkage, pair))  # fmt: skip
        if one in touched or two in touched:
            if len(later) < most:
                later.append(question)
        else:
            touched |= {one, two}
            first.append(question)
        if len(first) == most:
            break
    return tuple([*first, *later][:most])


def _sizes(best: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return of each row how many rows its person has."""
    sizes: NDArray[np.int64] = np.bincount(best)[best] if len(best) else np.zeros(0, np.int64)
    return sizes

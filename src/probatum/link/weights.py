"""What agreement is worth: from what was learned and from how rare a name is to a probability.

The weight of a pair is the sum, over comparisons, of the logarithm of m / u at its level; where a
level names a column whose values differ in frequency, u is the frequency of the commoner of the
two values, as in Splink. The share of pairs that are one person is found from the pairs
themselves, and u is freed from the pairs of one person that random pairs contain, which matters in
short lists.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probatum.link.columns import Columns
from probatum.link.comparisons import COMPARISONS
from probatum.link.kinship import Kin
from probatum.link.learned import DIGITS, LEAST, Weights, rounded

ROUNDS = 12
BINS = 12_000


class Scoring:
    """Pairs and what a set of weights makes of them."""

    def __init__(self, columns: Columns, left: NDArray[np.int32], right: NDArray[np.int32],
                 levels: NDArray[np.int8], all_pairs: float) -> None:  # fmt: skip
        self.levels, self.all_pairs = levels, max(all_pairs, 1.0)
        # Where a level names a column, u is the frequency of the value itself: a sum of logarithms
        # that no weight changes.
        self._rarity = np.zeros(len(levels))
        self._told = [at for at in range(levels.shape[1]) if (levels[:, at] >= 0).any()]
        known: dict[str, NDArray[np.float64]] = {}
        for at in self._told:
            for number, level in enumerate(COMPARISONS[at].levels):
                if level.rare is None:
                    continue
                if level.rare not in known:
                    known[level.rare] = _frequencies(columns.codes[level.rare])
                there = np.flatnonzero(levels[:, at] == number)
                often = known[level.rare]
                commoner = np.maximum(often[left[there]], often[right[there]])
                self._rarity[there] -= np.log(np.maximum(commoner, LEAST))

    def evidence(self, weights: Weights) -> NDArray[np.float64]:
        """Return the natural logarithm of how much likelier each pair is one person than two."""
        total = self._rarity.copy()
        for at in self._told:
            m, u = weights.m[at], weights.u[at]
            named = [level.rare is not None for level in COMPARISONS[at].levels]
            worth = np.append(np.log(m / np.where(named, 1.0, u)), 0.0)  # last: a row says nothing
            total += worth[self.levels[:, at]]
        return total

    def settle(self, weights: Weights) -> tuple[Weights, NDArray[np.float64]]:
        """Find the share of pairs of one person; return the weights and each pair's log odds."""
        kin = Kin(self.levels, self.all_pairs)
        weights = kin.given_names(weights)
        share, first = weights.share, weights.u
        weights = kin.weighed(weights)
        for _ in range(3):
            # Each of millions of pairs, or how many there are in narrow bins: the sum is the same.
            place = (np.clip(self.evidence(weights), -60, 59.99) + 60) * (BINS / 120)
            often = np.bincount(place.astype(np.int32), minlength=BINS)
            evidence = (np.arange(BINS) + 0.5) * (120 / BINS) - 60
            for _ in range(ROUNDS):
                odds = evidence + np.log(share / (1 - share))
                expected_pairs = float((often / (1 + np.exp(-np.clip(odds, -40, 40)))).sum())
                share = min(0.5, (expected_pairs + 0.5) / (self.all_pairs + 1))
            share = float(f"{share:.{DIGITS}g}")
            # What random pairs show is a mixture: mostly two persons, sometimes one.
            freed = tuple(
                rounded(np.maximum((u - share * m) / (1 - share), u / 50))
                for u, m in zip(first, weights.m, strict=True)
            )
            weights = kin.weighed(Weights(weights.m, freed, share))
        odds = np.round(self.evidence(weights) + np.log(share / (1 - share)), DIGITS)
        return weights, odds


def _frequencies(codes: NDArray[np.int32]) -> NDArray[np.float64]:
    """Return of each row how frequent its value is among the rows that have one."""
    known = codes[codes >= 0]
    if not len(known):
        return np.ones(len(codes))
    often = np.append(np.bincount(known) / len(known), 1.0)  # the last one: nothing said
    return often[codes]


def as_settings(before: Mapping[str, Any], weights: Weights) -> str:
    """Return Splink's settings with these weights, as JSON that Splink reads."""
    made = json.loads(json.dumps(before))
    made["probability_two_random_records_match"] = weights.share
    for comparison, described, m, u in zip(
        made["comparisons"], COMPARISONS, weights.m, weights.u, strict=True
    ):
        levels = [each for each in comparison["comparison_levels"] if not each.get("is_null_level")]
        for level, said, likely, by_chance in zip(levels, described.levels, m, u, strict=True):
            level["m_probability"], level["u_probability"] = float(likely), float(by_chance)
            if said.rare is not None:
                level["tf_adjustment_column"] = said.rare
                level["tf_adjustment_weight"] = 1.0
                level["tf_minimum_u_value"] = LEAST
                level["disable_tf_exact_match_detection"] = True
    return json.dumps(made, ensure_ascii=False, indent=1)

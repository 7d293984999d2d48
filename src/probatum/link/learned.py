"""The weights of a linkage: what is expected of lists, and what Splink learned of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probatum.link.comparisons import COMPARISONS

Levels = tuple[NDArray[np.float64], ...]

PRIOR_PAIRS = 20.0  # as many matched pairs as what is expected of lists is worth
PRIOR_RANDOM = 50.0
LEAST = 1e-6
DIGITS = 6  # threads add up in any order: what differs after six digits is no difference


@dataclass(frozen=True, slots=True)
class Weights:
    """For each comparison m and u of its levels, the most alike first; ``share`` of all pairs."""

    m: Levels
    u: Levels
    share: float


def expected() -> Weights:
    """Return the weights before any list is looked at."""
    m, u = (
        [np.array([getattr(level, which) for level in each.levels]) for each in COMPARISONS]
        for which in ("likely", "by_chance")
    )
    return Weights(_halved(m), _halved(u), 1e-4)


def _halved(values: Sequence[NDArray[np.float64]]) -> Levels:
    """Return m or u, where a level counts twice its square root: the two make the whole again."""
    return tuple(
        np.where([level.twice for level in each.levels], np.sqrt(known), known)
        for each, known in zip(COMPARISONS, values, strict=True)
    )


def drawn_to_expectations(
    learned: Mapping[str, Any], matched: Mapping[str, float], sampled: Mapping[str, float]
) -> Weights:
    """Return what Splink learned, drawn to what is expected where it saw little.

    ``learned`` are Splink's settings; ``matched`` says from how many pairs of one person the m of
    a comparison was learned, ``sampled`` from how many random pairs its u. A comparison that is not
    among the settings was not learned.
    """
    m, u = [], []
    by_name = {each["output_column_name"]: each for each in learned["comparisons"]}
    for at, name in enumerate(comparison.name for comparison in COMPARISONS):
        known = by_name.get(name, {"comparison_levels": ()})["comparison_levels"]
        levels = [each for each in known if not each.get("is_null_level")]
        seen = matched.get(name, 0.0)
        before = COMPARISONS[at].levels
        likely = np.array([each.likely for each in before])
        by_chance = np.array([each.by_chance for each in before])
        m.append(_drawn(levels, "m_probability", likely, seen, PRIOR_PAIRS))
        u.append(_drawn(levels, "u_probability", by_chance, sampled[name], PRIOR_RANDOM))
    return Weights(_halved(m), _halved(u), expected().share)


def _drawn(
    levels: Sequence[Mapping[str, Any]], which: str, prior: NDArray[np.float64], seen: float,
    worth: float,
) -> NDArray[np.float64]:  # fmt: skip
    known = [each.get(which) for each in levels]
    found = np.array([each if isinstance(each, float) else 0.0 for each in known])
    found = found / found.sum() if found.sum() > 0 else prior
    mixed = (seen * found + worth * prior) / (seen + worth)
    return rounded(mixed / mixed.sum())


def rounded(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return shares to so many digits as threads agree on, none of them below ``LEAST``."""
    return np.array([float(f"{max(value, LEAST):.{DIGITS}g}") for value in values])

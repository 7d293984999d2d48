"""Which pairs of lists depend on each other: added one by one, the most surprising first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import pdtr, pdtrc

from probatum.count.loglinear.design import Design, Model, Pairs, identifiable, model
from probatum.count.loglinear.fitting import Fit, fit

Floats = NDArray[np.float64]
THRESHOLD = 0.02


@dataclass(frozen=True, slots=True)
class Chosen:
    """The pairs that stepwise choice ends with, their model and its fit."""

    pairs: Pairs
    model: Model
    fit: Fit


def choose(given: Design, counts: Floats, threshold: float = THRESHOLD) -> Chosen | None:
    """Return the chosen model, or None where not even independent lists can be fitted.

    At each step the pair is added whose persons in both are least likely to be so few or so many
    under the model so far (one-sided, Poisson), if that probability is below ``threshold`` and the
    larger model has one maximum at finite parameters, those of empty pairs aside.
    """
    at = model(given, counts, ())
    best = fit(at)
    if best is None:
        return None
    chosen = Chosen((), at, best)
    shared = given.both @ counts
    while len(chosen.pairs) < len(given.pairs):
        at = chosen.model
        means = np.zeros(len(counts))
        means[at.kept] = chosen.fit.expected
        expected = given.both @ means
        many = np.where(shared > 0, pdtrc(np.maximum(shared - 1, 0), expected), 1.0)
        chance = np.minimum(pdtr(shared, expected), many)
        chance[list(chosen.pairs)] = 1.0
        for pair in np.argsort(chance, kind="stable"):
            if not chance[pair] < threshold:
                return chosen
            pairs = (*chosen.pairs, int(pair))
            larger = model(given, counts, pairs)
            there = tuple(sorted(set(pairs) - set(larger.empty)))
            if not identifiable(len(given.lists), there, tuple(sorted(larger.empty))):
                continue
            better = fit(larger, chosen.fit.expected[larger.kept[at.kept]])
            if better is not None:
                chosen = Chosen(pairs, larger, better)
                break
        else:
            return chosen
    return chosen

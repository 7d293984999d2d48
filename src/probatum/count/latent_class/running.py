"""How long the chains run: until they have met and are worth enough, or to a limit."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from probatum.count.convergence import ess_bulk, ess_tail, rhat
from probatum.count.estimate_values import Progress
from probatum.count.latent_class.chains import WARMING, WARMING_SWEEPS, Chains
from probatum.count.latent_class.chances import Floats

RHAT = 1.01
"""Above it chains have not met (Vehtari and others 2021)."""
BEGINNING = 1500
"""Sweeps after warming up that are kept as the beginning of a chain."""
_FIRST, _CALL, _GROWTH = 4000, 1000, 1.5
_DROPPED = 0.25


@dataclass(frozen=True, slots=True)
class Run:
    """What the chains drew, and how far they can be trusted.

    ``draws`` has shape (3, chains, draws): N, concentration, classes that hold anybody; the first
    quarter of each chain is left out. ``classes`` has shape (K, 1 + lists): mean share and chances,
    the largest class first. ``sweeps`` are those of each chain after warming up. ``beginning`` is
    what was drawn in the first of them, shape (3, chains, draws).
    """

    draws: Floats
    beginning: Floats
    classes: Floats
    sweeps: int
    rhat: float
    ess_bulk: float
    ess_tail: float

    def enough(self, ess: float) -> bool:
        """Whether the chains have met and bulk and tail are worth ``ess`` draws."""
        return self.rhat <= RHAT and min(self.ess_bulk, self.ess_tail) >= ess


def run(chains: Chains, *, ess: float, most_sweeps: int, thin: int, progress: Progress) -> Run:
    """Run all chains; ``progress`` hears of sweeps of one chain, between short calls."""
    warming = WARMING * WARMING_SWEEPS
    aim = min(_FIRST, most_sweeps)
    for number in range(WARMING):
        progress(number * WARMING_SWEEPS, warming + aim)
        chains.warm(number)
    parts: list[Floats] = []
    done, kept = 0, 0
    while True:
        while done < aim:
            progress(warming + done, warming + aim)
            step = math.ceil(min(_CALL, aim - done) / thin)
            parts.append(chains.run(step, thin))
            done += step * thin
            kept += step
        found = _judged(parts, chains, done, kept, thin)
        if found.enough(ess) or done >= most_sweeps:
            progress(warming + done, warming + done)
            return found
        worth = max(min(found.ess_bulk, found.ess_tail), 1.0)
        wanted = done * min(max(1.1 * ess / worth, _GROWTH), 4.0)
        aim = min(math.ceil(wanted), most_sweeps)


def _judged(parts: list[Floats], chains: Chains, done: int, kept: int, thin: int) -> Run:
    whole = np.concatenate(parts, axis=2)
    parts[:] = [whole]
    draws = whole[:, :, int(_DROPPED * kept) :]
    people = draws[0]
    return Run(
        draws=draws, beginning=whole[:, :, : math.ceil(BEGINNING / thin)],
        classes=chains.by_size() / (kept * len(chains.every)), sweeps=done,
        rhat=rhat(people), ess_bulk=ess_bulk(people), ess_tail=ess_tail(people),
    )  # fmt: skip

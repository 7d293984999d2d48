"""Whether chains from other starts settle at another answer.

Four chains that agree may all have missed a place that a fifth would have stayed at. *Scouts* are
short chains from further starts; the beginnings of the chains themselves count as such as well. How
far the mean of a *stretch* of sweeps strays by chance is seen from the stretches of chains that
have met, so that a slow chain is not taken for one that is elsewhere.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probatum.count.estimate_values import Progress, Remark
from probatum.count.latent_class.chains import WARMING, WARMING_SWEEPS, Chains
from probatum.count.latent_class.chances import Floats
from probatum.count.latent_class.running import BEGINNING, Run

SCOUTS = 8
"""Further starts."""
STRETCHES = 3
FAR = 5.0
"""Standard deviations of the mean of a stretch, from which on a stretch is elsewhere."""
APART = 1.1
"""Places whose numbers differ by less than this factor are one answer."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An answer at which chains stayed that is not the one they met at; ``chains`` did."""

    people: int
    chains: int

    def __str__(self) -> str:
        return f"{self.people:,} ({self.chains} {'chain' if self.chains == 1 else 'chains'})"


def scout(chains: Chains, *, thin: int, done: int, progress: Progress) -> Floats:
    """Return what scouts draw after warming up, shape (3, scouts, draws).

    ``done`` is how many sweeps ``progress`` has heard of before.
    """
    if not chains.every:
        return np.empty((3, 0, math.ceil(BEGINNING / thin)))
    warming = WARMING * WARMING_SWEEPS
    whole = done + warming + BEGINNING
    for number in range(WARMING):
        progress(done + number * WARMING_SWEEPS, whole)
        chains.warm(number)
    progress(done + warming, whole)
    drawn = chains.run(math.ceil(BEGINNING / thin), thin)
    progress(whole, whole)
    return drawn


def settled_elsewhere(run: Run, scouts: Floats) -> tuple[Elsewhere, ...]:
    """Return other answers at which scouts, or chains in their beginning, stayed all the time.

    A chain stayed elsewhere if all its stretches lie on one side of those of the chains that met,
    by `FAR` of their standard deviations, in N, the concentration or the classes that hold anybody;
    and if the median of its N is another answer.
    """
    if run.sweeps < 2 * BEGINNING:  # too short to know what is usual
        return ()
    starts = np.concatenate((run.beginning, scouts), axis=1)
    length = max(1, starts.shape[2] // STRETCHES)
    usual = _stretches(run.draws, length).reshape(3, -1)
    centre, spread = usual.mean(axis=1), usual.std(axis=1)
    far = (_stretches(starts, length).T - centre) / np.maximum(spread, 1e-9)
    away = ((far > FAR).all(axis=0) | (far < -FAR).all(axis=0)).any(axis=1)
    middle = float(np.median(run.draws[0]))
    found = sorted(
        float(np.median(people))
        for people in starts[0][away]
        if not 1 / APART < np.median(people) / middle < APART
    )
    groups: list[list[float]] = []
    for people in found:
        if groups and people < APART * groups[-1][-1]:
            groups[-1].append(people)
        else:
            groups.append([people])
    return tuple(Elsewhere(round(float(np.median(group))), len(group)) for group in groups)


def elsewhere_remarks(found: tuple[Elsewhere, ...], starts: int) -> list[Remark]:
    """Return a warning where chains from some of ``starts`` starts stayed at another answer."""
    if not found:
        return []
    places = ", ".join(map(str, found))
    return [Remark(
        "settled-apart", f"of {starts} chains from dispersed starts, some stayed at another answer"
        f" for {BEGINNING:,} sweeps after warming up: {places}. The data fit more than one answer,"
        " chains cross between them too seldom to tell what each of them weighs, and the interval"
        " is that of one"
    )]  # fmt: skip


def _stretches(draws: Floats, length: int) -> NDArray[np.float64]:
    """Return means of stretches, shape (3, chains, stretches): log N, log concentration, classes.

    What is left at the end is left out.
    """
    whole = draws.shape[2] // length
    values = np.stack((np.log(draws[0]), np.log(np.maximum(draws[1], 1e-300)), draws[2]))
    cut = values[:, :, : whole * length].reshape(3, draws.shape[1], whole, length)
    return np.asarray(cut.mean(axis=3), dtype=np.float64)

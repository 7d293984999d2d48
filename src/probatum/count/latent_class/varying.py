"""The same table under other priors and numbers of classes, each fitted anew."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.count.estimate_values import Estimate, Progress, silent
from probatum.count.latent_class.estimating import estimate
from probatum.count.overlap import Overlap


@dataclass(frozen=True, slots=True)
class Variation:
    """One change of what is assumed, in words, and what comes of it."""

    what: str
    estimate: Estimate


def sensitivity(
    table: Overlap, *, seed: int, progress: Progress = silent, ess: float = 400.0,
    most_missing: int | None = None, most_sweeps: int = 100_000,
) -> tuple[Variation, ...]:  # fmt: skip
    """Return the estimate with other numbers of classes, concentrations and a higher cap."""
    cap = 20 * table.observed if most_missing is None else most_missing
    changes: tuple[tuple[str, int, float, float, int], ...] = (
        ("at most 5 classes", 5, 0.25, 0.25, cap),
        ("at most 20 classes", 20, 0.25, 0.25, cap),
        ("a = 1, b = 1", 10, 1.0, 1.0, cap),
        ("a = 0.1, b = 0.1", 10, 0.1, 0.1, cap),
        ("a cap five times as high", 10, 0.25, 0.25, 5 * cap),
    )
    done = []
    for number, (what, classes, a, b, missing) in enumerate(changes):

        def step(part: int, whole: int, number: int = number) -> None:
            progress(number * whole + part, len(changes) * whole)

        found = estimate(
            table, seed=seed, progress=step, classes=classes, a=a, b=b, most_missing=missing,
            ess=ess, most_sweeps=most_sweeps, scouts=0,
        )  # fmt: skip
        done.append(Variation(what, found))
    return tuple(done)

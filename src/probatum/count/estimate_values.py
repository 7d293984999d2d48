"""What a model answers: a median with an interval, or a refusal, and what to know about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Model = Literal["latent-class", "graphs", "loglinear", "chao", "independence"]
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Remark:
    """One reason of a refusal, or one warning: a stable code and a sentence for people."""

    code: str
    words: str

    def __str__(self) -> str:
        return f"{self.code}: {self.words}"


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many there were in all, by one model: those in the lists and those in none.

    ``draws`` has shape (draws,): the posterior, or a bootstrap where the model has none; it is what
    strata and linkage draws are combined by. Where ``refused``, there is no number, only
    ``reasons``.
    ``settings`` and ``found`` say what was fitted and what came of it, in words of the model.
    """

    model: Model
    observed: int
    median: float | None = None
    low: float | None = None
    high: float | None = None
    level: float = LEVEL
    draws: NDArray[np.float64] | None = None
    rhat: float | None = None
    ess_bulk: float | None = None
    ess_tail: float | None = None
    refused: bool = False
    reasons: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    assumption: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)


class Progress(Protocol):
    """Is told how far a computation is, and ends it by raising (KeyboardInterrupt, Cancelled)."""

    def __call__(self, done: int, total: int, /) -> None:
        """Say that ``done`` of ``total`` steps are done."""


def silent(_done: int, _total: int, /) -> None:
    """A progress that nobody watches."""


def summary(draws: NDArray[np.float64], level: float = LEVEL) -> tuple[float, float, float]:
    """Return median and equal-tailed interval of draws.

    >>> summary(np.arange(81.0))
    (40.0, 2.0, 78.0)
    """
    tail = round((1 - level) / 2, 12)  # 0.025, not 0.02500000000000002
    median, low, high = np.quantile(draws, [0.5, tail, 1 - tail])
    return float(median), float(low), float(high)


def refusal(model: Model, observed: int, *reasons: Remark) -> Estimate:
    """Return the answer of a model that cannot say: first-class, with its reasons."""
    return Estimate(model=model, observed=observed, refused=True, reasons=reasons)

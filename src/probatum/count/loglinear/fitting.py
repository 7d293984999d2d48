"""Maximum likelihood of a Poisson log-linear model, and whether there is such a thing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.special import ndtri

from probatum.count.estimate_values import LEVEL
from probatum.count.loglinear.design import Model

Floats = NDArray[np.float64]
_STEPS = 40
_HALVINGS = 30
_CLOSE = 1e-7
_POSITIVE = 1e-6
_FARTHEST = 300.0
_SPREAD = float(ndtri(1 - round((1 - LEVEL) / 2, 12)))


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model: ``coefficients``, the first of them the logarithm of the unseen persons.

    ``expected`` are the means of the kept cells.
    """

    coefficients: Floats
    expected: Floats

    @property
    def unseen(self) -> float:
        """How many persons are in no list."""
        return float(np.exp(self.coefficients[0]))


def fit(given: Model, start: Floats | None = None) -> Fit | None:
    """Return the fit, or None where there is none: the maximum lies at infinity.

    Newton's method, whose steps become small only where a maximum exists: where it lies at
    infinity they keep their size for ever. ``start`` are expected counts to begin from.
    """
    columns, counts = given.columns, given.counts
    logs = np.log(counts + 0.1 if start is None else start)
    height = np.inf
    for _ in range(_STEPS):
        # Steps towards infinity overflow; what is no number any more ends the search below.
        with np.errstate(over="ignore", invalid="ignore"):
            expected = np.exp(logs)
            weighed = columns.T * expected
            residual = columns.T @ (counts - expected)
            try:
                solved = np.linalg.solve(weighed @ columns, weighed @ logs + residual)
            except np.linalg.LinAlgError:
                return None
        found = solved.astype(np.float64, copy=False)
        moved = columns @ found - logs
        farthest = float(np.abs(moved).max())
        if not np.isfinite(farthest):
            return None
        if farthest < _CLOSE:
            return Fit(found, np.exp(logs + moved))
        # A step that is too long is halved; the first one only leads to where the model holds.
        for _ in range(_HALVINGS):
            height, before = _height(logs + moved, counts), height
            if height <= before + abs(before) * 1e-12 or not np.isfinite(before):
                break
            height, moved = before, moved / 2
        logs = logs + moved
    return None


def _height(logs: Floats, counts: Floats) -> float:
    """Return the negative logarithm of the likelihood, up to a constant."""
    return float(np.exp(np.minimum(logs, _FARTHEST)).sum() - counts @ logs)


def deviation(given: Model, fitted: Fit) -> float:
    """Return the standard error of the logarithm of the number of unseen persons."""
    information = (given.columns.T * fitted.expected) @ given.columns
    return float(np.sqrt(np.linalg.inv(information)[0, 0]))


def interval(observed: int, unseen: float, wide: float) -> tuple[float, float]:
    """Return the interval of N that is normal for the logarithm of the unseen.

    >>> [round(end) for end in interval(100, 50.0, 0.1)]
    [141, 161]
    """
    factor = float(np.exp(_SPREAD * wide))
    return observed + unseen / factor, observed + unseen * factor


def draws(observed: int, unseen: float, wide: float, number: int, seed: int) -> Floats:
    """Return draws of N from that interval's distribution, shape (number,)."""
    random = np.random.Generator(np.random.PCG64(seed))
    drawn: Floats = observed + unseen * np.exp(wide * random.standard_normal(number))
    return drawn


def exists(given: Model) -> bool:
    """Return whether the likelihood has a maximum at finite parameters, as a second opinion.

    It has one exactly where some table without an empty cell has the same sums as this one
    (Fienberg & Rinaldo 2012, Annals of Statistics 40, 996-1023): a linear program looks for the
    table whose smallest cell is largest.
    """
    cells, parameters = given.columns.shape
    found = linprog(
        np.append(np.zeros(cells), -1.0),
        A_eq=np.column_stack([given.columns.T, np.zeros(parameters)]),
        b_eq=given.columns.T @ given.counts,
        A_ub=np.column_stack([-np.eye(cells), np.ones(cells)]),
        b_ub=np.zeros(cells),
        bounds=[(0, None)] * (cells + 1),
        method="highs",
    )
    # The table itself is a solution: no answer is a matter of rounding, and refutes nothing.
    return bool(found.status != 0 or -found.fun > _POSITIVE)

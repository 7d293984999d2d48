"""What tests of linking share: how good a grouping is, and small rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probatum.model.values import NameForm, When
from probatum.model.victims import PlaceSaid, Victim


def pairs_in(groups: NDArray[np.int64]) -> float:
    """How many pairs of rows share a group."""
    _, sizes = np.unique(groups, return_counts=True)
    return float((sizes.astype(float) * (sizes - 1) / 2).sum())


def f1(truth: NDArray[np.int64], found: NDArray[np.int32]) -> float:
    """Pairwise F1 of a grouping."""
    both = found.astype(np.int64) * (int(truth.max()) + 1) + truth
    return 2 * pairs_in(both) / (pairs_in(found.astype(np.int64)) + pairs_in(truth))


def row(
    of: str,
    number: int,
    name: str,
    *,
    died: str | None = None,
    age: int | None = None,
    place: str | None = None,
    sex: str | None = None,
) -> Victim:
    """A small row, its number being its id."""
    return Victim(
        list=of,
        row=str(number),
        number=number,
        names=(NameForm(full=name),) if name else (),
        died=When(edtf=died) if died else None,
        age_low=age,
        age_high=age,
        place=PlaceSaid(text=place) if place else None,
        sex=sex,
    )

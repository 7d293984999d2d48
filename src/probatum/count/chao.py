"""Chao's lower bound: how many there were at least, if lists do not depend on each other.

Persons differ in how easily they come into any list, so those whom few lists name say most about
those whom none does. Chao (1987, Biometrics 43, 783-791) took all lists as equally large; for lists
that are not, Rivest & Baillargeon (2007, Biometrics 63, 999-1006) fit the persons in exactly one
and exactly two lists alone: a Poisson model with a term for each list, read off at no list.

>>> from probatum.count.overlap import overlap
>>> table = overlap("AB", [(1, 0), (0, 1), (1, 1)], [40, 20, 10])
>>> round(estimate(table, seed=1).median)  # of two lists: 40 * 20 / 10 unseen
150
"""

from __future__ import annotations

from probatum.count.estimate_values import (
    Estimate,
    Progress,
    Remark,
    refusal,
    silent,
)
from probatum.count.loglinear.design import Model, counts_of, design
from probatum.count.loglinear.fitting import deviation, fit, interval
from probatum.count.loglinear.fitting import draws as drawn
from probatum.count.overlap import Overlap

DRAWS = 4000
ASSUMPTION = (
    "Lists do not depend on each other, but persons may differ in how easily all lists find them;"
    " then this is a lower bound. Lists that feed each other make it too low; lists that avoid each"
    " other can make it too high."
)


def estimate(
    table: Overlap, *, seed: int, progress: Progress = silent, draws: int = DRAWS
) -> Estimate:
    """Return the lower bound, or a refusal where nobody is in two lists.

    The interval is normal for the logarithm of the unseen; ``draws`` are taken from it.
    """
    progress(0, 1)
    lists = len(table.lists)
    if lists < 2:
        return refusal("chao", table.observed, Remark(
            "too-few-lists", f"this needs two lists, and there are {lists}"))  # fmt: skip
    given, counts = design(table.lists), counts_of(table)
    in_lists = given.main[:, 1:].sum(axis=1)
    once, twice = counts[in_lists == 1].sum(), counts[in_lists == 2].sum()
    kept = in_lists <= 2
    model = Model(given.main[kept], counts[kept], kept, ())
    fitted = fit(model) if twice else None
    progress(1, 1)
    if fitted is None:
        return refusal("chao", table.observed, Remark(
            "no-estimate", f"{once:,.0f} persons are in one list and {twice:,.0f} in two: too few"
            " are in two lists to say anything about those in none"))  # fmt: skip
    observed, unseen, wide = table.observed, fitted.unseen, deviation(model, fitted)
    low, high = interval(observed, unseen, wide)
    alike = (lists - 1) / lists * once**2 / (2 * twice)
    many = f"{observed + once**2 / (2 * twice):,.0f}"
    return Estimate(
        model="chao", observed=observed, median=observed + unseen, low=low, high=high,
        draws=drawn(observed, unseen, wide, draws, seed), assumption=ASSUMPTION,
        warnings=(Remark("lower-bound", "a lower bound, and no estimate of how many there were"),),
        settings={"form": "lists of different size (Rivest & Baillargeon 2007)",
                  "interval": "normal for the logarithm of the unseen"},
        found={"in one list": f"{once:,.0f}", "in two lists": f"{twice:,.0f}",
               "bound if all lists were equally large": f"{observed + alike:,.0f}",
               "bound by f1^2 / (2 f2), for very many lists": many},
    )  # fmt: skip

"""Independent lists: the example that warns, never an estimate to use.

Lists of victims depend on each other: they share sources, or send people to one another, or serve
parts of a population that avoid each other. A model that says otherwise answers with a narrow
interval about a wrong number. It is shown so that nobody has to compute it to see that.

>>> from probatum.count.overlap import overlap
>>> table = overlap("ABC", [(1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 0, 1)], [40, 20, 10, 9])
>>> estimate(table, seed=1).warnings[0].code
'warning-example'
"""

from __future__ import annotations

from probatum.count.estimate_values import Estimate, Progress, Remark, refusal, silent
from probatum.count.loglinear.design import counts_of, design, model
from probatum.count.loglinear.fitting import deviation, fit, interval
from probatum.count.loglinear.fitting import draws as drawn
from probatum.count.overlap import Overlap

ASSUMPTION = (
    "Whether one list names a person has nothing to do with whether another does. For lists of"
    " victims this is known to be wrong."
)


def estimate(
    table: Overlap, *, seed: int, progress: Progress = silent, draws: int = 4000
) -> Estimate:
    """Return what independent lists would say, labelled as a warning example, or a refusal."""
    progress(0, 1)
    lists = len(table.lists)
    if lists < 2:
        return refusal("independence", table.observed, Remark(
            "too-few-lists", f"this needs two lists, and there are {lists}"))  # fmt: skip
    fits = model(design(table.lists), counts_of(table), ())
    fitted = fit(fits)
    progress(1, 1)
    if fitted is None:
        return refusal("independence", table.observed, Remark(
            "no-estimate", "too few persons are in two lists"))  # fmt: skip
    observed, unseen, wide = table.observed, fitted.unseen, deviation(fits, fitted)
    low, high = interval(observed, unseen, wide)
    return Estimate(
        model="independence", observed=observed, median=observed + unseen,
        low=low, high=high, assumption=ASSUMPTION,
        draws=drawn(observed, unseen, wide, draws, seed),
        warnings=(Remark(
            "warning-example", "an example of what goes wrong, not to be used: it takes lists as"
            " independent, which lists of victims are not"),),
    )  # fmt: skip

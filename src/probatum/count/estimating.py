"""All models side by side on one table, or on a table for each draw of who is whom.

There is no headline number: where models disagree, the range is the answer, and where one refuses,
that is an answer too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from probatum.count.estimate_values import Estimate, Model, Remark, summary
from probatum.count.models import ESTIMATING, MODELS, Settings, fit, prepare
from probatum.count.overlap import Overlap
from probatum.count.pooling import pooled
from probatum.count.sensitivity import Stages, Variation, told, vary
from probatum.count.usable import usable

__all__ = ["DISAGREE", "Answer", "Settings", "estimate"]

DISAGREE = 1.5
"""Medians farther apart than this factor are told as a range, and as disagreement."""
_MOST_CELLS_NAMED = 64


@dataclass(frozen=True, slots=True)
class Answer:
    """What all models say of one table.

    ``used`` is the table as the models saw it; of several linkage draws, ``table`` and ``used`` are
    the first ones. ``range`` goes from the lowest low to the highest high of the models that
    estimate. ``example`` is what independent lists would say, and never an estimate.
    """

    table: Overlap
    used: Overlap
    observed_low: int
    observed: int
    observed_high: int
    linkage_draws: int
    seed: int
    estimates: tuple[Estimate, ...]
    example: Estimate
    range: tuple[float, float] | None
    remarks: tuple[Remark, ...]
    variations: tuple[Variation, ...]

    @property
    def zero_cells(self) -> tuple[str, ...]:
        """Which combinations of the used lists nobody has, in words; at most 64."""
        return zero_cells(self.used)[:_MOST_CELLS_NAMED]


def estimate(
    tables: Overlap | Sequence[Overlap],
    *,
    seed: int,
    models: Sequence[Model] = MODELS,
    settings: Settings | None = None,
    progress: Stages = lambda _what, _done, _total: None,
    sensitivity: bool = True,
    refused: Sequence[Remark] = (),
) -> Answer:
    """Return what the models say of a table, or of one table for each linkage draw, pooled.

    ``refused`` are reasons that are known beforehand why no model may say anything.
    """
    every = [tables] if isinstance(tables, Overlap) else list(tables)
    given = settings or Settings()
    if len(every) > 1:
        given = replace(given, share=max(1 / len(every), 0.025))
    looked = [usable(table) for table in every]
    found = [replace(one, reasons=(*refused, *one.reasons)) for one in looked]

    def run(model: Model) -> Estimate:
        each = []
        if not all(one.reasons for one in found):
            prepare(model, progress)
        for number, one in enumerate(found):

            def step(done: int, total: int, number: int = number) -> None:
                progress(model, number * total + done, total * len(found))

            each.append(fit(model, one, seed=seed + number, settings=given, progress=step))
        return each[0] if len(each) == 1 else pooled(each, seed)

    wanted = [model for model in MODELS if model in models]
    estimates = [run(model) for model in wanted]
    variations: tuple[Variation, ...] = ()
    if sensitivity and not found[0].reasons:
        standing = [each.model for each in estimates
                    if each.model != "latent-class" or not each.refused]  # fmt: skip
        variations = vary(
            found[0].table,
            standing,
            seed=seed,
            settings=replace(given, share=1.0),
            progress=progress,
        )
        estimates = [told(each, variations) for each in estimates]
    observed = [table.observed for table in every]
    middle = round(float(np.median(observed)))
    low, high = (round(float(np.quantile(observed, share))) for share in (0.025, 0.975))
    return Answer(
        table=every[0], used=found[0].table, observed_low=low, observed=middle, observed_high=high,
        linkage_draws=len(every), seed=seed, estimates=tuple(estimates),
        example=run("independence"), range=_range(estimates),
        remarks=(*found[0].warnings, *_compared(estimates)), variations=variations,
    )  # fmt: skip


def zero_cells(table: Overlap) -> tuple[str, ...]:
    """Return the combinations of lists that nobody has, in words; none of more than eight lists."""
    if len(table.lists) > 8:
        return ()
    full = table.full()
    cells = list(product((0, 1), repeat=len(table.lists)))[1:]
    return tuple(
        " + ".join(name for name, is_in in zip(table.lists, cell, strict=True) if is_in)
        for cell, count in zip(cells, full[1:], strict=True)
        if count == 0
    )


def _range(estimates: Sequence[Estimate]) -> tuple[float, float] | None:
    ends = [_ends(each) for each in estimates if each.model in ESTIMATING and not each.refused]
    return (min(low for low, _ in ends), max(high for _, high in ends)) if ends else None


def _ends(estimate: Estimate) -> tuple[float, float]:
    """Return the wider of the interval and that of the draws, which may know more doubts."""
    low, high = estimate.low or 0.0, estimate.high or 0.0
    if estimate.draws is None or not len(estimate.draws):
        return low, high
    _, start, end = summary(estimate.draws)
    return min(low, start), max(high, end)


def _compared(estimates: Sequence[Estimate]) -> tuple[Remark, ...]:
    """Return what is to be said about the models together."""
    medians = {each.model: each.median for each in estimates
               if each.model in ESTIMATING and each.median is not None}  # fmt: skip
    remarks = []
    if not medians:
        remarks.append(Remark("no-estimate-stands", "no model can say how many there were in all:"
                              " what is documented is what is known"))  # fmt: skip
    elif len(medians) == 1:
        remarks.append(Remark("one-model", "only one model answers, and nothing stands beside it to"
                              " compare it with"))  # fmt: skip
    else:
        factor = max(medians.values()) / min(medians.values())
        span = _range(estimates)
        if factor > DISAGREE and span is not None:
            remarks.append(Remark(
                "models-disagree", f"the models differ by a factor of {factor:.1f}; all that can be"
                f" said is {span[0]:,.0f} to {span[1]:,.0f}"))  # fmt: skip
    bound = next(
        (each for each in estimates if each.model == "chao" and each.low is not None), None
    )
    for model, median in medians.items():
        if bound is not None and bound.low is not None and median < bound.low:
            remarks.append(Remark(
                "below-lower-bound", f"{model} lies below Chao's lower bound: lists that avoid each"
                " other make that bound too high, lists that feed each other make the model too"
                " low"))  # fmt: skip
    return tuple(remarks)

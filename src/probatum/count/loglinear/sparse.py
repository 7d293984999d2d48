"""The estimate: pairs of lists chosen stepwise, and the number of unseen persons read off."""

from __future__ import annotations

from itertools import combinations

from probatum.count.estimate_values import (
    Estimate,
    Progress,
    Remark,
    refusal,
    silent,
)
from probatum.count.loglinear.bootstrap import Resampled, bca, draws, resample
from probatum.count.loglinear.design import Design, Floats, counts_of, design
from probatum.count.loglinear.fitting import deviation, exists, interval
from probatum.count.loglinear.stepwise import THRESHOLD, Chosen, choose
from probatum.count.overlap import Overlap

MOST_LISTS = 10
RESAMPLES = 1000
_FEWER_RESAMPLES = 100  # of more than six lists: each takes many times as long
_WIDER = 1.25
_FAILED = 0.05
ASSUMPTION = (
    "Nobody enters, leaves or is linked wrongly; within the group that the table is about everybody"
    " is as likely as any other to be in each list; and lists depend on each other only in the"
    " pairs that were chosen, in the same way whoever else lists a person."
)


def estimate(
    table: Overlap,
    *,
    seed: int,
    progress: Progress = silent,
    threshold: float = THRESHOLD,
    resamples: int | None = None,
) -> Estimate:
    """Return the estimate of three to ten lists, or a refusal.

    ``low`` and ``high`` take the chosen pairs as known (normal for the logarithm of the unseen);
    ``draws`` come from ``resamples`` resampled tables in which pairs are chosen anew, and depend
    on the ``seed``: their quantiles are BCa intervals. None are made where ``resamples`` is 0.
    """
    lists = len(table.lists)
    if not 3 <= lists <= MOST_LISTS:
        return refusal("loglinear", table.observed, _wrong_size(lists))
    given, counts = design(table.lists), counts_of(table)
    if not any_three_overlap(given, counts):
        return refusal("loglinear", table.observed, Remark(
            "not-identifiable",
            "no three lists each share persons with both others, so the data cannot tell lists that"
            " depend on each other from few persons in all"))  # fmt: skip
    chosen = choose(given, counts, threshold)
    if chosen is None or not exists(chosen.model):
        return refusal("loglinear", table.observed, Remark(
            "no-estimate", "the likelihood has no maximum: too many cells of the table are empty"
            " for even independent lists to be fitted"))  # fmt: skip
    number = resamples
    if number is None:
        number = RESAMPLES if lists <= 6 else _FEWER_RESAMPLES
    again = resample(given, counts, threshold, number, seed, progress) if number else None
    return _answer(table, given, chosen, again, seed, {
        "pairs": f"added while one-sided Poisson p is below {threshold:g}",
        "interval": "normal for the logarithm of the unseen, the chosen pairs taken as known",
        "draws": f"BCa, from {number:,} resampled tables with pairs chosen anew in each",
    })  # fmt: skip


def any_three_overlap(given: Design, counts: Floats) -> bool:
    """Return whether some three lists share persons two by two.

    Where none do, the model with all pairs is not identifiable (Chan, Silverman & Vincent 2021).
    """
    share = {pair for pair, both in zip(given.pairs, given.both @ counts, strict=True) if both > 0}
    return any(
        share.issuperset(combinations(three, 2))
        for three in combinations(range(len(given.lists)), 3)
    )


def _answer(
    table: Overlap, given: Design, chosen: Chosen, again: Resampled | None, seed: int,
    settings: dict[str, str],
) -> Estimate:  # fmt: skip
    observed, unseen = table.observed, chosen.fit.unseen
    low, high = interval(observed, unseen, deviation(chosen.model, chosen.fit))
    empty = [given.name(pair) for pair in chosen.model.empty]
    there = [given.name(pair) for pair in chosen.pairs if pair not in chosen.model.empty]
    found = {"pairs that depend": ", ".join(there) or "none"}
    warnings, drawn = [], None
    if empty:
        found["pairs that share nobody, and would not"] = ", ".join(empty)
    if again is not None and len(again.people):
        start, end = bca(again, observed + unseen)
        drawn = draws(again, observed + unseen, len(again.people), seed)
        found["interval with the choice of pairs open"] = f"{start:,.0f} - {end:,.0f}"
        if (end - start) > _WIDER * (high - low):
            warnings.append(Remark(
                "pairs-uncertain",
                "the interval takes the chosen pairs as known; with their choice left open it is"
                f" {start:,.0f} - {end:,.0f}"))  # fmt: skip
        number = again.failed + len(again.people)
        if again.failed > _FAILED * number:
            warnings.append(Remark(
                "resamples-failed",
                f"{again.failed:,} of {number:,} resampled tables had no estimate: a few persons"
                " decide whether this one has"))  # fmt: skip
    return Estimate(
        model="loglinear", observed=observed, median=observed + unseen, low=low, high=high,
        draws=drawn, warnings=tuple(warnings),
        assumption=ASSUMPTION, settings=settings, found=found,
    )  # fmt: skip


def _wrong_size(lists: int) -> Remark:
    if lists < 3:
        return Remark("too-few-lists", f"this needs three lists, and there are {lists}")
    return Remark(
        "too-many-lists",
        f"this fits up to {MOST_LISTS} lists, and there are {lists}: merge lists that are of one"
        " kind, or leave some out",
    )

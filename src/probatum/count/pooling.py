"""Estimates of one thing pooled, of several things added: both by their draws.

*Linkage draws* are guesses at who is whom, each with a table of its own; their estimates are
pooled, so that doubt about linking widens the interval. *Strata* are parts of a population; their
estimates are added draw by draw.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from probatum.count.estimate_values import Estimate, Model, Remark, refusal, summary

FEWEST_DRAWS = 20
"""Fewer linkage draws do not show how much linking leaves open."""
POOLED = 4000
_REFUSED = 0.1
Floats = NDArray[np.float64]


def pooled(estimates: Sequence[Estimate], seed: int) -> Estimate:
    """Return one estimate from those of all linkage draws, of one model.

    Refused where fewer than 20 draws were made, or more than a tenth of them is refused. R-hat is
    the largest of all, effective sample sizes are the smallest.
    """
    model = estimates[0].model
    observed = round(float(np.median([each.observed for each in estimates])))
    given = [each for each in estimates if not each.refused]
    if len(estimates) < FEWEST_DRAWS:
        return refusal(model, observed, Remark(
            "too-few-linkage-draws",
            f"{FEWEST_DRAWS} draws of who is whom are needed, not {len(estimates)}"))  # fmt: skip
    refused = len(estimates) - len(given)
    if refused > _REFUSED * len(estimates):
        return replace(refusal(model, observed, *_reasons(estimates)), warnings=_warnings(given))
    draws = np.concatenate([
        _sized(each, -(-POOLED // len(given)), (seed, number)) for number, each in enumerate(given)
    ])  # fmt: skip
    median, low, high = summary(draws)
    warnings = _warnings(given)
    if refused:
        warnings = (*warnings, Remark(
            "draws-refused",
            f"{refused} of {len(estimates)} draws of who is whom had no estimate, and are left out"
        ))  # fmt: skip
    return Estimate(
        model=model, observed=observed, median=median, low=low, high=high, draws=draws,
        rhat=_most(max, [each.rhat for each in given]),
        ess_bulk=_most(min, [each.ess_bulk for each in given]),
        ess_tail=_most(min, [each.ess_tail for each in given]),
        warnings=warnings, assumption=given[0].assumption,
        settings={**given[0].settings, "pooled": f"{len(given)} draws of who is whom"},
        found={"medians of draws": _range([each.median for each in given])},
    )  # fmt: skip


def added(strata: Mapping[str, Estimate], seed: int) -> Estimate:
    """Return the sum over strata, of one model; refused where the estimate of a stratum is.

    A stratum in which nobody is documented is not a stratum without victims: it is named, and not
    in the sum.
    """
    empty = [name for name, each in strata.items() if each.observed == 0]
    rest = {name: each for name, each in strata.items() if each.observed}
    model: Model = next(iter(strata.values())).model
    observed = sum(each.observed for each in rest.values())
    warnings: tuple[Remark, ...] = ()
    if empty:
        warnings = (Remark(
            "empty-strata", f"nobody is documented in {', '.join(empty)}: how many there were is"
            " unknown, not zero, and not in the sum"),)  # fmt: skip
    reasons = tuple(
        Remark(reason.code, f"{name}: {reason.words}")
        for name, each in rest.items()
        for reason in each.reasons
    )
    if reasons or not rest:
        nobody = Remark("nobody", "nobody is in any list of any stratum")
        return replace(refusal(model, observed, *(reasons or (nobody,))), warnings=warnings)
    total = np.sum(
        [_sized(each, POOLED, (seed, number)) for number, each in enumerate(rest.values())], axis=0
    )
    median, low, high = summary(total)
    return Estimate(
        model=model, observed=observed, median=median, low=low, high=high, draws=total,
        rhat=_most(max, [each.rhat for each in rest.values()]),
        ess_bulk=_most(min, [each.ess_bulk for each in rest.values()]),
        ess_tail=_most(min, [each.ess_tail for each in rest.values()]),
        warnings=(*warnings, *(Remark(each.code, f"{name}: {each.words}")
                               for name, stratum in rest.items() for each in stratum.warnings)),
        assumption=next(iter(rest.values())).assumption,
        settings={"added": f"{len(rest)} strata, draw by draw"},
    )  # fmt: skip


def _sized(estimate: Estimate, size: int, seed: tuple[int, int]) -> Floats:
    """Return so many draws, in an order that has nothing to do with those of others."""
    draws = estimate.draws
    if draws is None or not len(draws):
        raise ValueError(f"an estimate by {estimate.model} without draws cannot be combined")
    random = np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed)))
    whole = [random.permutation(draws) for _ in range(size // len(draws))]
    return np.concatenate([*whole, random.permutation(draws)[: size % len(draws)]])


def _reasons(estimates: Sequence[Estimate]) -> tuple[Remark, ...]:
    """Return the reasons of all, each once by its code, with how many draws it concerns."""
    return _counted([each.reasons for each in estimates], len(estimates))


def _warnings(estimates: Sequence[Estimate]) -> tuple[Remark, ...]:
    return _counted([each.warnings for each in estimates], len(estimates))


def _counted(remarks: Sequence[Sequence[Remark]], of: int) -> tuple[Remark, ...]:
    first: dict[str, Remark] = {}
    times: dict[str, int] = {}
    for some in remarks:
        for code in dict.fromkeys(each.code for each in some):
            times[code] = times.get(code, 0) + 1
        for each in some:
            first.setdefault(each.code, each)
    return tuple(
        Remark(code, f"in {times[code]} of {of} draws of who is whom, as: {each.words}")
        for code, each in first.items()
    )


def _most(choose: Callable[[list[float]], float], values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return choose(known) if known else None


def _range(values: Sequence[float | None]) -> str:
    known = [value for value in values if value is not None]
    return f"{min(known):,.0f} - {max(known):,.0f}"

"""What becomes of an estimate when a list is left out, two are merged, or the prior is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, Protocol, TypeAlias

import numpy as np

from probatum.count import graphs
from probatum.count.changed_tables import merged, without
from probatum.count.estimate_values import Estimate, Model, Remark
from probatum.count.models import Effort, Settings, fit_table
from probatum.count.overlap import Overlap
from probatum.count.usable import FEWEST

Change: TypeAlias = Literal["list left out", "lists merged", "prior", "threshold"]
MOVED = 1.5
"""A change that moves the median by more than this factor is told beside the estimate."""
_MOST_MERGERS = 10
_WORDS: dict[Change, str] = {
    "list left out": "without {}",
    "lists merged": "with {} taken as one list",
    "prior": "with {}",
    "threshold": "with {}",
}
_MERGERS_OF_CHAINS = 6
"""Of the latent-class model, whose fits take seconds each, fewer pairs are merged."""
_PRIORS_EFFORT = Effort(ess=200.0, most_sweeps=50_000, scouts=0)
_EFFORT = Effort(ess=100.0, most_sweeps=20_000, scouts=0)
"""Of the latent-class model under other priors, and with other lists."""
_QUICK: tuple[Model, ...] = ("graphs", "loglinear")


@dataclass(frozen=True, slots=True)
class Variation:
    """One change, in words, and what one model says then."""

    change: Change
    what: str
    estimate: Estimate


class Stages(Protocol):
    """Is told what is done, and how far it is; ends it by raising."""

    def __call__(self, what: str, done: int, total: int, /) -> None:
        """Say that ``done`` of ``total`` steps of this are done."""


def vary(
    table: Overlap, models: Sequence[Model], *, seed: int, settings: Settings, progress: Stages
) -> tuple[Variation, ...]:
    """Return all variations, of lists and of priors.

    Of pairs of lists the ten that share most are merged, for the latent-class model the six. Its
    chains are shorter here, and asked for fewer draws; where they have not met after that, the
    variation is refused or warns. Point estimates of the log-linear model are not resampled.
    ``models`` are those that did not refuse for good.
    """
    quick = replace(settings, share=0.0)
    wanted = [model for model in _QUICK if model in models]
    changes = [each for model in wanted for each in _changes(table, model, quick)]
    done = []
    for number, (model, change, what, changed, given) in enumerate(changes):
        progress("sensitivity", number, len(changes))
        found = fit_table(model, changed, seed=seed, settings=given)
        done.append(Variation(change, what, found))
    progress("sensitivity", len(changes), len(changes))
    if "latent-class" in models:
        done += _classes(table, seed, settings, progress)
    return tuple(done)


def _classes(
    table: Overlap, seed: int, settings: Settings, progress: Stages
) -> Iterator[Variation]:
    # Its library compiles when it is first asked, so it is imported by whoever wants it.
    from probatum.count import latent_class

    given = replace(settings, effort=settings.effort or _EFFORT)
    priors = settings.effort or _PRIORS_EFFORT
    changes = list(_other_lists(table, _MERGERS_OF_CHAINS))
    for number, (change, what, changed) in enumerate(changes):

        def step(done: int, total: int, number: int = number) -> None:
            progress("latent-class with other lists", number * total + done, len(changes) * total)

        yield Variation(change, what, fit_table(
            "latent-class", changed, seed=seed, settings=given, progress=step))  # fmt: skip
    varied = latent_class.sensitivity(
        table, seed=seed, most_missing=settings.most_missing, ess=priors.ess,
        most_sweeps=priors.most_sweeps,
        progress=lambda done, total: progress("latent-class with other priors", done, total),
    )  # fmt: skip
    for each in varied:
        yield Variation("prior", each.what, each.estimate)


def _changes(
    table: Overlap, model: Model, settings: Settings
) -> Iterator[tuple[Model, Change, str, Overlap, Settings]]:
    for change, what, changed in _other_lists(table, _MOST_MERGERS):
        yield model, change, what, changed, settings
    if model == "graphs" and len(table.lists) <= graphs.MOST_LISTS:
        delta = 2.0 ** -len(table.lists) if settings.delta is None else settings.delta
        for factor, words in ((0.25, "a quarter of delta"), (4.0, "four times delta")):
            yield model, "prior", words, table, replace(settings, delta=factor * delta)
    if model == "loglinear":
        for threshold in (0.002, 0.1):
            other = replace(settings, threshold=threshold)
            yield model, "threshold", f"pairs added below p = {threshold:g}", table, other


def _other_lists(table: Overlap, most: int) -> Iterator[tuple[Change, str, Overlap]]:
    """Yield the table without each list, and with two taken as one; three lists are needed."""
    if len(table.lists) > FEWEST:
        for name in table.lists:
            yield "list left out", name, without(table, name)
        for pair in _mergers(table)[:most]:
            yield "lists merged", " + ".join(pair), merged(table, pair)


def _mergers(table: Overlap) -> list[tuple[str, str]]:
    member = table.histories.astype(np.int64)
    shared = member.T @ (member * table.counts[:, None])
    pairs = list(combinations(range(len(table.lists)), 2))
    pairs.sort(key=lambda pair: -shared[pair] / max(1, min(shared[one, one] for one in pair)))
    return [(table.lists[one], table.lists[other]) for one, other in pairs]


def told(estimate: Estimate, variations: Sequence[Variation]) -> Estimate:
    """Return the estimate with a warning for each sort of change that moves it far."""
    if estimate.median is None:
        return estimate
    worst: dict[Change, tuple[float, Variation]] = {}
    for each in variations:
        if each.estimate.model != estimate.model or each.estimate.median is None:
            continue
        ratio = each.estimate.median / estimate.median
        factor = max(ratio, 1 / ratio)
        if factor > max(MOVED, worst.get(each.change, (0.0, each))[0]):
            worst[each.change] = factor, each
    remarks = [
        Remark(f"hangs-on-{change.split()[0]}",
               f"{_WORDS[change].format(each.what)} it is {each.estimate.median:,.0f}: they differ"
               f" by a factor of {factor:.1f}")
        for change, (factor, each) in worst.items()
    ]  # fmt: skip
    return replace(estimate, warnings=(*estimate.warnings, *remarks))

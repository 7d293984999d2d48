"""The models by name: what each is given, and none before the table was looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from probatum.count import chao, graphs, independence, loglinear
from probatum.count.estimate_values import Estimate, Model, Progress, refusal, silent
from probatum.count.overlap import Overlap
from probatum.count.usable import Usable, usable

MODELS: tuple[Model, ...] = ("latent-class", "graphs", "loglinear", "chao")
"""In the order in which they are shown. Independence is no model to use, and stands apart."""

_CLASSES = 10
_ESS, _FEWEST_DRAWS = 1000.0, 200.0
_SWEEPS, _FEWER_SWEEPS = 400_000, 100_000
_SCOUTS = 8

ESTIMATING: frozenset[Model] = frozenset({"latent-class", "graphs", "loglinear"})
"""Those that say how many there were; Chao's says how many at least."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How many effective draws are asked of chains, after how many sweeps they end, and scouts."""

    ess: float
    most_sweeps: int
    scouts: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be said about the models; None is what each takes by itself.

    ``most_missing`` caps the persons in no list. ``share`` is 1 for a whole run; a fraction where
    many runs are pooled, of which each then needs fewer draws. ``effort`` is that of the chains.
    """

    most_missing: int | None = None
    delta: float | None = None
    classes: int | None = None
    threshold: float | None = None
    share: float = 1.0
    effort: Effort | None = None


def fit(
    model: Model, found: Usable, *, seed: int, settings: Settings, progress: Progress = silent
) -> Estimate:
    """Return what a model says of a table, with what was said about its lists before."""
    observed = found.table.observed
    if found.reasons:
        answer = refusal(model, observed, *found.reasons)
    else:
        answer = _FITS[model](found.table, seed, settings, progress)
    return replace(answer, warnings=(*found.warnings, *answer.warnings))


def fit_table(
    model: Model, table: Overlap, *, seed: int, settings: Settings, progress: Progress = silent
) -> Estimate:
    """Return what a model says of a table that was not looked at yet."""
    return fit(model, usable(table), seed=seed, settings=settings, progress=progress)


def prepare(model: Model, progress: Callable[[str, int, int], None]) -> None:
    """Make what a model needs and does not have yet on this machine, and say so."""
    if model == "latent-class":
        from probatum.count import latent_class

        latent_class.prepare(progress)


def _latent_class(table: Overlap, seed: int, settings: Settings, progress: Progress) -> Estimate:
    # Its library compiles when it is first asked, so it is imported by whoever wants it.
    from probatum.count import latent_class

    effort = settings.effort or _effort(settings.share)
    return latent_class.estimate(
        table, seed=seed, progress=progress, most_missing=settings.most_missing,
        classes=_CLASSES if settings.classes is None else settings.classes,
        ess=effort.ess, most_sweeps=effort.most_sweeps, scouts=effort.scouts,
    )  # fmt: skip


def _effort(share: float) -> Effort:
    if share == 1:
        return Effort(_ESS, _SWEEPS, _SCOUTS)
    # Chains of all runs that are pooled start at different places already.
    return Effort(max(_FEWEST_DRAWS, 2 * _ESS * share), _FEWER_SWEEPS, 0)


def _graphs(table: Overlap, seed: int, settings: Settings, progress: Progress) -> Estimate:
    return graphs.estimate(
        table, seed=seed, progress=progress, delta=settings.delta,
        most_missing=settings.most_missing, draws=_few(4000, settings),
    )  # fmt: skip


def _loglinear(table: Overlap, seed: int, settings: Settings, progress: Progress) -> Estimate:
    resamples = None if settings.share == 1 else _few(2000, settings)
    if settings.threshold is None:
        return loglinear.estimate(table, seed=seed, progress=progress, resamples=resamples)
    return loglinear.estimate(
        table, seed=seed, progress=progress, resamples=resamples, threshold=settings.threshold
    )


def _chao(table: Overlap, seed: int, settings: Settings, progress: Progress) -> Estimate:
    return chao.estimate(table, seed=seed, progress=progress, draws=_few(4000, settings))


def _independence(table: Overlap, seed: int, settings: Settings, progress: Progress) -> Estimate:
    return independence.estimate(table, seed=seed, progress=progress, draws=_few(4000, settings))


def _few(number: int, settings: Settings) -> int:
    return round(number * settings.share)


_FITS: dict[Model, Callable[[Overlap, int, Settings, Progress], Estimate]] = {
    "latent-class": _latent_class,
    "graphs": _graphs,
    "loglinear": _loglinear,
    "chao": _chao,
    "independence": _independence,
}

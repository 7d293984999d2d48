"""The estimate of the latent-class model, or a refusal with its reasons."""

from __future__ import annotations

from collections.abc import Callable

from probatum.count.estimate_values import (
    Estimate,
    Progress,
    Remark,
    refusal,
    silent,
    summary,
)
from probatum.count.latent_class.chains import WARMING, WARMING_SWEEPS, Chains, Prior
from probatum.count.latent_class.chances import Floats
from probatum.count.latent_class.judging import (
    cap_remarks,
    chains_remarks,
    modes,
    prior_remarks,
    reweigh,
    unseen_remarks,
)
from probatum.count.latent_class.running import Run, run
from probatum.count.latent_class.scouting import (
    SCOUTS,
    elsewhere_remarks,
    scout,
    settled_elsewhere,
)
from probatum.count.overlap import Overlap
from probatum.count.usable import usable
from probatum.errors import UseError

CAP = 20
"""Unless said otherwise, at most so many are in no list for each person that is in one."""
SHOWN = 0.005
"""Classes with a smaller share are not described."""
ASSUMPTION = (
    "Nobody enters, leaves or is linked wrongly; people are of several kinds, and within a kind"
    " being in one list says nothing about being in another; those in no list are of the same kinds"
    " as those in lists."
)


def estimate(
    table: Overlap,
    *,
    seed: int,
    progress: Progress = silent,
    classes: int = 10,
    a: float = 0.25,
    b: float = 0.25,
    chains: int = 4,
    ess: float = 1000.0,
    most_sweeps: int = 400_000,
    thin: int = 5,
    most_missing: int | None = None,
    population: tuple[int, int] | None = None,
    threads: int | None = None,
    scouts: int = SCOUTS,
) -> Estimate:
    """Return the estimate, or a refusal.

    The concentration is Gamma(``a``, rate ``b``); there are at most ``classes`` classes. N has the
    prior 1/N up to a cap of ``most_missing`` persons in no list, 20 for each observed one unless
    given; or, where ``population`` says from how many to how many there can have been, 1/N there.
    Chains go on until R-hat is at most 1.01 and bulk and tail are worth ``ess`` draws, or for
    ``most_sweeps``; then ``scouts`` short chains from further starts see whether there is another
    answer. The same seed gives the same draws, on however many ``threads``.
    """
    _check(classes, a, b, chains, ess, scouts)
    found = usable(table)
    if found.reasons:
        return refusal("latent-class", table.observed, *found.reasons)
    observed = table.observed
    if population is None:
        missing = CAP * observed if most_missing is None else most_missing
        prior = Prior(classes, a, b, observed, observed + missing)
    else:
        prior = Prior(classes, a, b, *population)
    if prior.most < observed or not 1 <= prior.fewest <= prior.most:
        raise _bad("a range of N whose upper end is at least those observed",
                   f"{prior.fewest:,} to {prior.most:,}")  # fmt: skip
    every = Chains(table, prior, seed=seed, chains=chains, threads=threads)
    drawn = run(every, ess=ess, most_sweeps=most_sweeps, thin=thin, progress=progress)
    done = WARMING * WARMING_SWEEPS + drawn.sweeps

    def look() -> list[Remark]:
        others = Chains(table, prior, seed=seed, chains=scouts, threads=threads, first=chains)
        drawn_by_them = scout(others, thin=thin, done=done, progress=progress)
        return elsewhere_remarks(settled_elsewhere(drawn, drawn_by_them), chains + scouts)

    return _answer(table, prior, drawn, ess, stated=population is not None, look=look, settings={
        "classes": f"at most {classes}",
        "prior of the concentration": f"Gamma({a:g}, {b:g})",
        "prior of N": _words(prior, observed, stated=population is not None),
        "chains": f"{chains} from dispersed starts",
        "scouts": f"{scouts} short chains from further starts",
        "asked": f"R-hat at most 1.01, effective draws at least {ess:,.0f}",
    })  # fmt: skip


def _answer(
    table: Overlap, prior: Prior, drawn: Run, ess: float, *, stated: bool,
    look: Callable[[], list[Remark]], settings: dict[str, str],
) -> Estimate:  # fmt: skip
    people = drawn.draws[0]
    observed = table.observed
    median, low, high = summary(people.ravel())
    reasons, warnings = chains_remarks(drawn, ess)
    by_cap, near_cap, near = cap_remarks(people, observed, prior, stated=stated)
    others = reweigh(drawn, prior)
    by_prior, by_prior_told = prior_remarks((median, low, high), others)
    peaks = modes(people)
    reasons += by_cap + by_prior
    warnings += near_cap + by_prior_told + _mode_remarks(people, peaks)
    warnings += [] if reasons else look()
    warnings += unseen_remarks(table, median)
    if len(table.lists) == 3:
        warnings.append(Remark(
            "three-lists", "three lists can tell of one class and not of two: how people differ is"
            " left to the prior"))  # fmt: skip
    found = {
        "sweeps": f"{drawn.sweeps:,} of each chain",
        "near the cap": f"{near:.2%} of the posterior",
        "classes that hold anybody": _classes_held(drawn.draws[2]),
        "peaks": " and ".join(f"{peak:,}" for peak in peaks),
        "medians of chains": ", ".join(f"{summary(chain)[0]:,.0f}" for chain in people),
        **{f"prior {each.what}": str(each) for each in others},
        **_classes(table, drawn.classes),
    }
    return Estimate(
        model="latent-class", observed=observed, rhat=drawn.rhat, ess_bulk=drawn.ess_bulk,
        ess_tail=drawn.ess_tail, assumption=ASSUMPTION, settings=settings, found=found,
        refused=bool(reasons), reasons=tuple(reasons), warnings=tuple(warnings),
        median=None if reasons else median, low=None if reasons else low,
        high=None if reasons else high, draws=None if reasons else people.ravel(),
    )  # fmt: skip


def _mode_remarks(people: Floats, peaks: tuple[int, ...]) -> list[Remark]:
    if len(peaks) < 2:
        return []
    places = " and ".join(f"{peak:,}" for peak in peaks)
    return [Remark("several-modes", f"the data fit several answers with nothing between, about"
                   f" {places}: neither the median nor a short run tells that")]  # fmt: skip


def _classes_held(held: Floats) -> str:
    median, low, high = summary(held.ravel())
    return f"{median:.0f} [{low:.0f} - {high:.0f}]"


def _classes(table: Overlap, classes: Floats) -> dict[str, str]:
    """Describe classes in the order of their size in each draw, so that labels do not matter."""
    return {
        f"class {number} by size": f"{each[0]:.1%} of all; "
        + ", ".join(f"{name} {chance:.2f}" for name, chance in zip(table.lists, each[1:],
                                                                   strict=True))
        for number, each in enumerate(classes, 1) if each[0] >= SHOWN
    }  # fmt: skip


def _words(prior: Prior, observed: int, *, stated: bool) -> str:
    if stated:
        return f"1/N from {prior.fewest:,} to {prior.most:,}, as stated"
    return f"1/N, at most {prior.most - observed:,} persons in no list"


def _check(classes: int, a: float, b: float, chains: int, ess: float, scouts: int) -> None:
    if not 1 <= classes <= 100:
        raise _bad("1 to 100 classes", f"{classes}")
    if not (a > 0 and b > 0):
        raise _bad("a and b above 0", f"{a:g} and {b:g}")
    if not 2 <= chains <= 64:
        raise _bad("2 to 64 chains", f"{chains}")
    if not 0 <= scouts <= 64:
        raise _bad("0 to 64 scouts", f"{scouts}")
    if not ess >= 1:
        raise _bad("an effective sample size of at least 1", f"{ess:g}")


def _bad(expected: str, found: str) -> UseError:
    return UseError(
        "wrong-use", item="latent classes", expected=expected, found=found,
        remedy="give another value",
    )  # fmt: skip

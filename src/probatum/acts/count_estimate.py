"""Estimate how many victims there were in all, over a link run of the case; kept as a run.

Each draw of who is whom gives an overlap table, each table its estimates: doubt about linking is
carried through. Strata are estimated by the models that answer quickly, and added draw by draw.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np
from numpy.typing import NDArray

from probatum.acts.count_documented import asked_of
from probatum.acts.count_linked import arrays, kept_in, rows_again
from probatum.acts.count_rows import inputs_of
from probatum.acts.count_runs import Input, Making, Run, keep, output, run, runs
from probatum.acts.session import Session, require_writable
from probatum.count.documented import Linked, Span
from probatum.count.estimate_values import Estimate, Model, Remark
from probatum.count.estimating import Answer, estimate
from probatum.count.inclusion import best_rows, stances
from probatum.count.linked import labels_of_persons, overlaps
from probatum.count.models import MODELS, Settings, fit_table
from probatum.count.overlap import Overlap
from probatum.count.pooling import added
from probatum.count.report.content import Estimated, ModelSaid, StratumSaid, Variant
from probatum.count.search_limit import search_refusal
from probatum.count.strata import By, Strata, strata
from probatum.count.told_again import YES, repeats
from probatum.count.unseen_by_tables import unseen_remarks
from probatum.model.roles import Deed
from probatum.model.table_cells import harmless

METHOD = "latent classes, averaged graphs, sparse log-linear and Chao's bound side by side"
JSON = "application/json"
QUICK: tuple[Model, ...] = ("graphs", "loglinear", "chao")
"""Strata are many: they are estimated by these."""
FEWEST = 20
"""Documented persons without whom a stratum is not estimated."""
TRACE = 400
"""Kept draws of a chain, for its picture."""

Stages = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class EstimateRun:
    """A run and the estimates that came out of it."""

    run: Run
    found: Estimated
    answer: Answer
    link: Run


def estimate_case(
    session: Session,
    *,
    seed: int,
    models: Sequence[Model] = MODELS,
    by: Sequence[By] = (),
    link: str | None = None,
    on_progress: Stages = lambda _what, _done, _total: None,
) -> EstimateRun:
    """Estimate over a link run, the newest if none is named; record the run.

    Whom to count, and how large a place is, is what the newest ``documented`` run of that link run
    says, else everybody, by the largest places.
    Raises InputError ``no-run``; UseError ``unknown-id``, ``not-permitted``.
    """
    require_writable(session)
    session.require(Deed.RECORD)
    linked = run(session, "link", link)
    counted = _counted(session, linked)
    kept = kept_in(session, linked)
    rows, _, lists = rows_again(session, linked, kept)
    with session.aside():
        at = arrays(kept)
        about = stances(rows, asked_of(counted))
        again = repeats(rows, at.list_of_row, at.names_nobody_twice, about[0] == YES)
        keeping = best_rows(at.persons, about, again)
        tables = overlaps(at.lists, at.list_of_row, at.persons, keeping)
        refused = search_refusal(kept.missed_low, kept.missed, kept.missed_high)
        answer = estimate(tables, seed=seed, models=models, progress=on_progress, refused=refused)
        answer = replace(answer, remarks=(*unseen_remarks(at, about), *answer.remarks))
        quick = [each for each in QUICK if each in models]
        level = _place_level(counted)
        divisions = [strata(rows, each, level=level) for each in by]
        whole = StrataEstimates(at, keeping, quick, seed, on_progress, refused)
        parts, sums = whole.of(divisions)
        traced = "latent-class" in models and not refused
        traces = _traces(answer.used, seed) if traced else ()
        found = _estimated(answer, parts, sums, traces)
        data = msgspec.json.encode(found, order="sorted")
    inputs = [Input(linked.id, linked.entry.sha256), *inputs_of(lists)]
    if counted is not None:
        inputs.insert(1, Input(counted.id, counted.entry.sha256))
    parameters = {"models": list(models), "by": list(by), "place_level": level}
    making = Making("estimate", tuple(inputs), METHOD, parameters, seed)
    return EstimateRun(keep(session, making, JSON, data), found, answer, linked)


def newest_estimate(session: Session, id: str | None = None) -> tuple[Run, Estimated]:
    """Return a run of estimates, the newest if none is named. The caller logs the read."""
    found = run(session, "estimate", id)
    return found, msgspec.json.decode(output(session, found), type=Estimated)


def _counted(session: Session, linked: Run) -> Run | None:
    """Return the newest documented run over a link run."""
    return next(
        (each for each in runs(session, "documented") if linked.id in {i.id for i in each.inputs}),
        None,
    )


def _place_level(counted: Run | None) -> int:
    """Return which part of places the strata of documented victims are, so that these are alike."""
    return msgspec.convert(0 if counted is None else counted.parameters.get("place_level", 0), int)


class StrataEstimates:
    """Estimates of strata, and of their sums. Whoever is in none that is large enough is a rest."""

    def __init__(
        self, at: Linked, keeping: NDArray[np.bool_], models: Sequence[Model], seed: int,
        progress: Stages, refused: Sequence[Remark] = (),
    ) -> None:  # fmt: skip
        self._at = at
        self._keeping = keeping
        self._models = models
        self._seed = seed
        self._progress = progress
        self._refused = refused

    def of(self, divisions: Sequence[Strata]) -> tuple[list[StratumSaid], list[Variant]]:
        """Return what models say of each stratum, and of the sum of each kind of strata."""
        parts: list[StratumSaid] = []
        sums: list[Variant] = []
        for division in divisions if self._models else ():
            each = division.by
            label = labels_of_persons(self._at.persons, division.label_of_row)
            answers: dict[str, Answer] = {}
            rest = np.ones(label.shape, dtype=bool)
            for number, name in enumerate(division.names):
                self._progress(f"strata by {each}", number, len(division.names))
                tables = self._tables(label == number)
                if np.median([table.observed for table in tables]) >= FEWEST:
                    answers[name] = self._answer(tables)
                    rest &= label != number
            left = self._tables(rest)
            if any(table.observed for table in left):
                answers[f"all others by {each}"] = self._answer(left)
            parts += [_stratum(each, name, answer) for name, answer in answers.items()]
            if len(answers) > 1:
                sums.append(Variant(f"sum of strata by {each}", tuple(self._sums(answers))))
        return parts, sums

    def _tables(self, who: NDArray[np.bool_]) -> list[Overlap]:
        at = self._at
        return overlaps(at.lists, at.list_of_row, at.persons, self._keeping & who)

    def _answer(self, tables: Sequence[Overlap]) -> Answer:
        return estimate(
            tables, seed=self._seed, models=self._models, sensitivity=False, refused=self._refused
        )

    def _sums(self, answers: dict[str, Answer]) -> Iterator[ModelSaid]:
        for number, model in enumerate(self._models):
            whole = {
                name: next(each for each in answer.estimates if each.model == model)
                for name, answer in answers.items()
            }
            yield said(added(whole, self._seed + number))


def _traces(table: Overlap, seed: int) -> tuple[tuple[float, ...], ...]:
    """Return the chains of the model that has some, on one table, thinned for a picture."""
    found = fit_table("latent-class", table, seed=seed, settings=Settings())
    chains = int(found.settings.get("chains", "0").split()[0])
    if found.draws is None or not chains or len(found.draws) % chains:
        return ()
    kept = found.draws.reshape(chains, -1)
    every = max(1, kept.shape[1] // TRACE)
    return tuple(tuple(np.rint(chain[::every]).tolist()) for chain in kept)


def _stratum(by: By, name: str, answer: Answer) -> StratumSaid:
    people = Span(answer.observed_low, answer.observed, answer.observed_high)
    return StratumSaid(by, name, people, tuple(said(each) for each in answer.estimates))


def _estimated(
    answer: Answer, parts: Sequence[StratumSaid], sums: Sequence[Variant],
    traces: tuple[tuple[float, ...], ...],
) -> Estimated:  # fmt: skip
    models = [said(each, traces if each.model == "latent-class" else ())
              for each in (*answer.estimates, answer.example)]  # fmt: skip
    variants: dict[str, list[ModelSaid]] = {}
    for each in answer.variations:
        variants.setdefault(f"{each.change}: {each.what}", []).append(said(each.estimate))
    return Estimated(
        models=tuple(models),
        strata=tuple(parts),
        variants=(
            *(Variant(what, tuple(found)) for what, found in variants.items()), *sums,
        ),
        draws=answer.linkage_draws,
        agreement=" ".join(f"{_sentence(str(each.words))}." for each in answer.remarks),
        lists=answer.used.lists,
        zero_cells=answer.zero_cells,
    )  # fmt: skip


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def said(found: Estimate, traces: tuple[tuple[float, ...], ...] = ()) -> ModelSaid:
    """Return an estimate as it is kept: without its draws."""
    return ModelSaid(
        model=found.model, median=found.median, low=found.low, high=found.high, level=found.level,
        rhat=found.rhat, ess_bulk=found.ess_bulk, ess_tail=found.ess_tail, refused=found.refused,
        reasons=tuple(map(str, found.reasons)), warnings=tuple(map(str, found.warnings)),
        assumption=found.assumption, settings=found.settings, found=found.found, traces=traces,
    )  # fmt: skip


def estimated_csv(found: Estimated, as_of: str) -> str:
    """Return estimates as CSV: one answer of one model a line, refusals with their reasons."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["what", "name", "model", "median", "low", "high", "level", "rhat", "ess_bulk",
         "ess_tail", "refused", "reasons", "warnings", "as_of"]
    )  # fmt: skip
    for what, name, each in _answers(found):
        writer.writerow([
            harmless(what), harmless(name), each.model, _round(each.median),
            _round(each.low), _round(each.high),
            each.level, _digits(each.rhat), _round(each.ess_bulk), _round(each.ess_tail),
            "yes" if each.refused else "no", harmless("; ".join(each.reasons)),
            harmless("; ".join(each.warnings)), as_of,
        ])  # fmt: skip
    return text.getvalue()


def _answers(found: Estimated) -> Iterator[tuple[str, str, ModelSaid]]:
    yield from (("all", "", each) for each in found.models)
    yield from ((one.by, one.name, each) for one in found.strata for each in one.models)
    yield from (("variant", one.what, each) for one in found.variants for each in one.models)


def _round(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"


def _digits(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"

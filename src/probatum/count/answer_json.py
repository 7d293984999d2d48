"""An answer of all models as plain values, the way ``count estimate`` prints JSON and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from probatum.count.estimate_values import Estimate
from probatum.count.estimating import Answer
from probatum.model.table_cells import harmless

Json: TypeAlias = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | bool | None


def as_json(answer: Answer) -> dict[str, Json]:
    """Return the whole answer; there is a headline, and it is always null."""
    return {
        "observed": answer.observed,
        "models": [model_json(each) for each in answer.estimates],
        "headline": None,
        "range": None if answer.range is None else [round(end) for end in answer.range],
        "remarks": [str(remark) for remark in answer.remarks],
        "warning_example": model_json(answer.example),
        "sensitivity_draw": 1 if answer.variations else None,
        "sensitivity": [
            {
                "change": each.change,
                "what": each.what,
                **_numbers(each.estimate),
                "rhat": _rounded(each.estimate.rhat, 4),
                "warnings": [str(remark) for remark in each.estimate.warnings],
            }
            for each in answer.variations
        ],
        "lists": dict(zip(answer.table.lists, answer.table.sizes, strict=True)),
        "lists_used": list(answer.used.lists),
        "zero_cells": list(answer.zero_cells),
        "observed_low": answer.observed_low,
        "observed_high": answer.observed_high,
        "linkage_draws": answer.linkage_draws,
        "seed": answer.seed,
    }


def model_json(estimate: Estimate) -> dict[str, Json]:
    """Return what one model says. Numbers of persons are whole."""
    return {
        **_numbers(estimate),
        "level": estimate.level,
        "rhat": _rounded(estimate.rhat, 4),
        "ess_bulk": _rounded(estimate.ess_bulk, 1),
        "ess_tail": _rounded(estimate.ess_tail, 1),
        "warnings": [str(remark) for remark in estimate.warnings],
        "assumption": estimate.assumption,
        "settings": dict(estimate.settings),
        "found": dict(estimate.found),
    }


def _numbers(estimate: Estimate) -> dict[str, Json]:
    return {
        "model": estimate.model,
        "median": _whole(estimate.median),
        "low": _whole(estimate.low),
        "high": _whole(estimate.high),
        "refused": estimate.refused,
        "reasons": [str(remark) for remark in estimate.reasons],
    }


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def as_csv(answer: Answer) -> str:
    """Return one line for each answer of a model; refusals with their reasons."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["what", "name", "model", "median", "low", "high", "level", "refused",
                     "reasons", "warnings"])  # fmt: skip
    rows = [("all", "", each) for each in (*answer.estimates, answer.example)]
    rows += [(each.change, each.what, each.estimate) for each in answer.variations]
    for what, name, each in rows:
        writer.writerow([
            harmless(what), harmless(name), each.model,
            *(_text(end) for end in (each.median, each.low, each.high)),
            each.level, "yes" if each.refused else "no",
            harmless("; ".join(map(str, each.reasons))),
            harmless("; ".join(map(str, each.warnings))),
        ])  # fmt: skip
    return text.getvalue()


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"

"""The page of results: how often intervals held the truth, and how far off medians were."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from populations import Sort
from scipy.stats import beta, kstest

HEAD = """# Coverage of the latent-class model

How often the 95 % interval held the true number of persons, in simulated populations. Written by
`make coverage-study`; each line of the CSV files in `results/` is one population, with its seed.
Refusals are counted and never left out: *of all* takes a refusal for an interval that held nothing.

| population | tried | refused | warned | held, of answered | 95 % | of all | median | width |
|---|---|---|---|---|---|---|---|---|
"""
LEVEL = 0.95


def write_page(results: Path, sorts: Sequence[Sort], settings: str) -> None:
    """Write ``README.md`` beside the folder of results, from the lines of all sorts."""
    rows, notes = [], []
    for sort in sorts:
        path = results / f"{sort.name}.csv"
        if not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        if not lines:
            continue
        rows.append(row(sort, lines))
        refused = Counter(code for each in lines for code in each["reasons"].split())
        told = Counter(code for each in lines for code in each["warnings"].split())
        notes.append(f"- `{sort.name}`: refused for {words(refused)}; warned of {words(told)}"
                     f"{ranks(lines) if sort.own_prior else ''}")  # fmt: skip
    text = HEAD + "\n".join(rows) + f"\n\n{settings}\n\n" + "\n".join(notes) + "\n" + READING
    (results.parent / "README.md").write_text(text, encoding="utf-8")


READING = """
*95 %* is the interval of Clopper and Pearson for the share before it; *median* and *width* of the
intervals are divided by the truth, and are medians over those answered. The first line is the test
of the program: there the model is right, and the share has to be 92 to 97 %. The other lines are
about the world: what becomes of the interval where people, lists or links are otherwise than the
model believes. An interval that misses there is no error of arithmetic, and a larger sample does
not mend it. Two kinds of persons are within the model, and missed all the same: where overlaps are
few its prior prefers one kind to two, and the answer is too low.

Errors of linkage are simulated on tables here: each row of a person is split off, or each person
joined to a stranger, by chance alone and the same for everybody. No rows with names are linked, and
no draws are pooled. Errors of real linkage gather where names are short, common or written in two
scripts, and so in some lists and some people: this study says nothing of these.
"""


def row(sort: Sort, lines: Sequence[dict[str, str]]) -> str:
    """Return the line of one sort."""
    answered = [each for each in lines if each["refused"] == "no"]
    held = sum(float(each["low"]) <= int(each["truth"]) <= float(each["high"]) for each in answered)
    warned = sum(bool(each["warnings"]) for each in answered)
    low, high = exact(held, len(answered))
    ratio = middle([float(each["median"]) / int(each["truth"]) for each in answered])
    width = middle([(float(each["high"]) - float(each["low"])) / int(each["truth"])
                    for each in answered])  # fmt: skip
    share = f"{held / len(answered):.1%}" if answered else "-"
    refused = len(lines) - len(answered)
    return (f"| {sort.what} (`{sort.name}`) | {len(lines)} | {refused} | {warned} |"
            f" {held} of {len(answered)}: {share} | {low:.1%} to {high:.1%} |"
            f" {held / len(lines):.1%} | {ratio:.2f} | {width:.2f} |")  # fmt: skip


def exact(held: int, of: int) -> tuple[float, float]:
    """Return the exact binomial interval of a share."""
    tail = (1 - LEVEL) / 2
    low = float(beta.ppf(tail, held, of - held + 1)) if held else 0.0
    high = float(beta.ppf(1 - tail, held + 1, of - held)) if held < of else 1.0
    return low, high


def middle(values: Sequence[float]) -> float:
    """Return the median; of nothing, no number."""
    return float(np.median(values)) if values else float("nan")


def ranks(lines: Sequence[dict[str, str]]) -> str:
    """Say whether the place of the truth among the draws is uniform, as it has to be."""
    places = np.array([float(each["rank"]) for each in lines if each["rank"]])
    if not len(places):
        return ""
    chance = float(kstest(places, "uniform").pvalue)
    tenths = np.histogram(places, bins=10, range=(0, 1))[0]
    return (f". Place of the truth among the draws, by tenths: {', '.join(map(str, tenths))}"
            f" (Kolmogorov-Smirnov p = {chance:.2f})")  # fmt: skip


def words(counted: Counter[str]) -> str:
    """Name codes and how often each was said."""
    found = ", ".join(f"`{code}` ({number})" for code, number in sorted(counted.items()))
    return found or "nothing"

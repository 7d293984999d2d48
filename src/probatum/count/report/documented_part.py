"""What a statistician checks first: who is documented, by stratum, and how lists overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probatum.count.documented import Span, Stratum
from probatum.count.report.content import ModelSaid, Report, StratumSaid
from probatum.count.report.figures import Line, intervals, months, upset
from probatum.count.report.first_page import key
from probatum.count.report.small_numbers import cells_left_out, left_out
from probatum.count.report.words import (
    BY,
    HIDDEN,
    figure,
    given,
    interval,
    people,
    table,
    title,
    word,
)

_HEADINGS = {"month": "By month", "place": "By place", "sex": "By sex", "age": "By age"}


def by_stratum(report: Report) -> Iterator[str]:
    """Yield documented and estimated victims by month, place, sex and age."""
    yield '<h2 id="strata">Documented and estimated, by stratum</h2>'
    yield "<p>A person is what most of its rows say. Where rows contradict each other evenly the "
    yield "stratum is <i>sources differ</i>, where none says it <i>unknown</i>. Bounds are those "
    yield "of each stratum by itself, so strata do not add up to the whole.</p>"
    estimates = () if report.estimated is None else report.estimated.strata
    yield key(_all_models(estimates))
    for by in dict.fromkeys(each.by for each in report.documented.strata):
        mine = [each for each in report.documented.strata if each.by == by]
        yield f"<h3>{_HEADINGS[by]}</h3>"
        yield from _one(by, mine, [each for each in estimates if each.by == by], report.smallest)


def _all_models(strata: Sequence[StratumSaid]) -> tuple[ModelSaid, ...]:
    found: dict[str, ModelSaid] = {}
    for each in strata:
        for said in given(each.models):
            found.setdefault(said.model, said)
    return tuple(found.values())


def _one(
    by: str, strata: Sequence[Stratum], estimates: Sequence[StratumSaid], smallest: int
) -> Iterator[str]:
    hidden = left_out([each.people for each in strata], smallest)
    models = {each.name: each.models for each in estimates}
    lines = [
        Line(each.name, None if out else each.people,
             () if out else tuple(given(models.get(each.name, ()))), hidden=out)
        for each, out in zip(strata, hidden, strict=True)
    ]  # fmt: skip
    known = [line for line, each in zip(lines, strata, strict=True) if not each.left_open]
    name = f"by-{by}"
    described = f"Documented victims by {BY[by]}"
    if by == "month" and len(known) > 2:
        drawn = months(name, described, known)
    else:
        drawn = intervals(name, described, lines, axis="persons")
    columns = list(dict.fromkeys(
        said.model for each in estimates for said in each.models if said.model != "independence"
    ))  # fmt: skip
    rows = [
        _row(each, models.get(each.name, ()), columns, out=out)
        for each, out in zip(strata, hidden, strict=True)
    ]
    head = [BY[by], "documented (low to high)", *map(title, columns)]
    numbers = table(f"{described}; estimates with 95 % intervals", head, rows,
                    range(1, len(head)))  # fmt: skip
    more = sum(hidden)
    said = f"{described}."
    if more:
        said += f" {more} of {len(hidden)} are left out: small, or they would give small ones away."
    if columns and any(each.name not in models for each in strata):
        said += (" –: too few persons, or in no stratum for certain, so no estimate is made of them"
                 " alone; the sum of strata has them as one group.")  # fmt: skip
    yield figure(drawn, said, numbers)


def _row(
    stratum: Stratum,
    models: Sequence[ModelSaid],
    columns: Sequence[str],
    *,
    out: bool,
) -> list[str]:
    answers = {each.model: each for each in models}
    name = f"<i>{stratum.name}</i>" if stratum.left_open else word(stratum.name)
    if out:
        return [name, HIDDEN, *(HIDDEN if each in answers else "–" for each in columns)]
    cells = [interval(answers[each]) if each in answers else "–" for each in columns]
    return [name, people(stratum.people), *cells]


def overlap(report: Report) -> Iterator[str]:
    """Yield how the lists overlap."""
    found = report.documented
    yield '<h2 id="overlap">How the lists overlap</h2>'
    yield "<p>Estimates rest on this table alone: how many persons stand on exactly these lists. "
    yield "Bounds are those of the draws; pairs that the search missed are not taken off here.</p>"
    hidden = cells_left_out(found.overlap, report.smallest)
    cells = [each for each, out in zip(found.overlap, hidden, strict=True) if not out]
    sizes = [(each.name, each.people) for each in found.lists]
    head = [*(each.name for each in found.lists), "persons (low to high)"]
    rows = []
    for cell, out in zip(found.overlap, hidden, strict=True):
        marks = ["1" if each.name in cell.lists else "0" for each in found.lists]
        rows.append([*marks, HIDDEN if out else people(cell.people)])
    empty = (1 << len(found.lists)) - 1 - len(found.overlap)
    caption = "Persons by the lists that they stand on (1) and do not stand on (0)"
    if empty > 0:
        caption += f"; {empty} combinations that nobody has are not shown"
    drawn = upset("overlap-plot", "Overlap of the lists", sizes, cells, sum(hidden))
    yield figure(
        drawn,
        "Each column is a combination of lists (filled dots), its bar the persons on exactly "
        "these; the line is low to high. To the left, how many persons each list has.",
        table(caption, head, rows, [len(head) - 1]),
    )
    rows = [[word(each.name), f"{each.rows:,}", f"{each.unnamed:,}", people(each.people)]
            for each in found.lists]  # fmt: skip
    heads = ("list", "rows", "without a name, or initials alone", "persons (low to high)")
    yield table("What each list has", heads, rows, [1, 2, 3])
    if found.number_only:
        yield table(
            "Rows that give a number and name nobody: kept apart, never added",
            ("list", "rows", "persons by their own words"),
            [[word(each.list), f"{each.rows:,}", _said(each.people_low, each.people_high)]
             for each in found.number_only],
            [1, 2],
        )  # fmt: skip


def _said(low: int, high: int | None) -> str:
    return f"at least {low:,}" if high is None else people(Span(low, low, high)) if (
        low == high) else f"{low:,} to {high:,}"  # fmt: skip

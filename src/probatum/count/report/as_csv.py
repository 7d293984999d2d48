"""A report as one CSV: what the page says, a number or a sentence a line, for programs.

Small numbers are left out where the page leaves them out. Pictures of chains have no lines here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from probatum.count.documented import Documented, Span
from probatum.count.report.content import Estimated, ModelSaid, Report, RunSaid
from probatum.count.report.small_numbers import cells_left_out, left_out
from probatum.count.report.words import HIDDEN
from probatum.model.table_cells import harmless

FIRST_DRAW = "on the first draw of who is whom alone, but for sums of strata"
HEADS = ("part", "what", "name", "model", "low", "value", "high", "words", "as_of")
Line: TypeAlias = tuple[str, str, str, str, object, object, object, str]
"""Part, what, name, model, low, value, high, words; what is not there is empty."""


def report_csv(report: Report) -> str:
    """Return what the report says as CSV. ``value`` is the most likely number, or the median."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADS)
    for line in _lines(report):
        said = ["" if each is None else harmless(each) for each in line]
        writer.writerow([*said, report.as_of])
    return text.getvalue()


def _lines(report: Report) -> Iterator[Line]:
    yield _words("report", "case", report.case_name)
    yield _number("report", "smallest number that is shown", report.smallest)
    yield from _documented(report.documented, report.smallest)
    if report.estimated is not None:
        yield from _estimated(report.estimated)
        yield from _strata(report, report.estimated)
    yield from _linkage(report)
    for run in report.runs:
        yield from _run(run)
    yield _number("log", "entries", report.log_size)
    yield _words("log", "root", report.log_root)
    yield _words("log", "key", report.fingerprint)


def _words(part: str, what: str, words: str, name: str = "", model: str = "") -> Line:
    return part, what, name, model, None, None, None, words


def _number(part: str, what: str, value: object, name: str = "", model: str = "") -> Line:
    return part, what, name, model, None, value, None, ""


def _documented(found: Documented, smallest: int) -> Iterator[Line]:
    def line(what: str, name: str, people: Span, *, out: bool = False) -> Line:
        if out:
            return _words("documented", what, HIDDEN, name)
        best = None if found.refused else people.best
        return "documented", what, name, "", people.low, best, people.high, ""

    yield line("all", "", found.people)
    for by in dict.fromkeys(each.by for each in found.strata):
        mine = [each for each in found.strata if each.by == by]
        hidden = left_out([each.people for each in mine], smallest)
        for each, out in zip(mine, hidden, strict=True):
            yield line(by, f"({each.name})" if each.left_open else each.name, each.people, out=out)
    for one in found.lists:
        yield line("list", one.name, one.people)
        yield _number("documented", "rows without a name, or initials alone", one.unnamed, one.name)
    hidden = cells_left_out(found.overlap, smallest)
    for cell, out in zip(found.overlap, hidden, strict=True):
        yield line("overlap", " + ".join(cell.lists), cell.people, out=out)
    for row in found.number_only:
        yield (
            "documented", "number only", row.list, "", row.people_low, None, row.people_high,
            f"{row.rows} rows",
        )  # fmt: skip
    for words in found.definitions:
        yield _words("documented", "who is counted", words)
    for words in found.warnings:
        yield _words("documented", "warning", words)


def _estimated(found: Estimated) -> Iterator[Line]:
    for each in found.models:
        yield _answer("all", "", each)
        for what, value in (("R-hat", each.rhat), ("ESS, bulk", each.ess_bulk),
                            ("ESS, tail", each.ess_tail)):  # fmt: skip
            if value is not None:
                yield _number("estimated", what, f"{value:.4f}", model=each.model)
        for words in each.warnings:
            yield _words("estimated", "warning", words, model=each.model)
        if each.assumption:
            yield _words("estimated", "what must hold", each.assumption, model=each.model)
        for name, words in (*each.settings.items(), *each.found.items()):
            yield _words("estimated", name.replace("_", " "), words, model=each.model)
    if found.variants and found.draws > 1:
        yield _words("estimated", "variant", FIRST_DRAW)
    for one in found.variants:
        for each in one.models:
            yield _answer("variant", one.what, each)
    if found.agreement:
        yield _words("estimated", "models together", found.agreement)
    yield _number("estimated", "draws of who is whom", found.draws)
    yield _words("estimated", "lists used", "; ".join(found.lists))
    for cell in found.zero_cells:
        yield _words("estimated", "nobody is in exactly", cell)


def _answer(what: str, name: str, said: ModelSaid) -> Line:
    if said.refused or said.median is None:
        words = "refused: " + "; ".join(said.reasons)
        return _words("estimated", what, words, name, said.model)
    low, median, high = (None if each is None else f"{each:.0f}"
                         for each in (said.low, said.median, said.high))  # fmt: skip
    words = f"{said.level:.0%} interval"
    if said.model == "independence":
        words += "; a warning example, no estimate"
    elif any(each.startswith("short-of-asked: ") for each in said.warnings):
        words += "; chains did not come as far as was asked: rough"
    return "estimated", what, name, said.model, low, median, high, words


def _strata(report: Report, found: Estimated) -> Iterator[Line]:
    """Yield the estimates of strata that the page has: of those whose people are shown."""
    for by in dict.fromkeys(each.by for each in report.documented.strata):
        mine = [each for each in report.documented.strata if each.by == by]
        hidden = left_out([each.people for each in mine], report.smallest)
        outs = {each.name: out for each, out in zip(mine, hidden, strict=True)}
        for each in found.strata:
            if each.by == by and each.name in outs:
                for said in each.models:
                    if said.model != "independence":
                        yield _out_or(by, each.name, said, out=outs[each.name])


def _out_or(by: str, name: str, said: ModelSaid, *, out: bool) -> Line:
    return _words("estimated", by, HIDDEN, name, said.model) if out else _answer(by, name, said)


def _linkage(report: Report) -> Iterator[Line]:
    for each in report.lists:
        yield _number("list", "rows", each.rows, each.name)
        yield _number("list", "rows with a number only", each.number_only, each.name)
        yield _number("list", "rows not used", each.refused, each.name)
        repeats = "yes" if each.policy == "may-repeat" else "no"
        facts: Sequence[tuple[str, str]] = (
            ("reference", each.ref), ("may name a person twice", repeats),
            ("SHA-256 of the file", each.sha256),
        )  # fmt: skip
        for what, words in facts:
            yield _words("list", what, words, each.name)
    found = report.documented
    yield _number("linkage", "draws of who is whom", found.draws)
    low, value, high = (
        f"{each:.6f}" for each in (found.missed_low, found.missed, found.missed_high)
    )
    yield (
        "linkage",
        "share of pairs that the search missed",
        "",
        "",
        low,
        value,
        high,
        "95% interval",
    )
    for one in report.measured:
        low, value, high = (f"{each:.6f}" for each in (one.low, one.value, one.high))
        yield "linkage", one.what, "", "", low, value, high, f"95% interval, {one.pairs} pairs"
    for answer, number in report.judged:
        yield _number("linkage", "judged by reviewers", number, answer)


def _run(run: RunSaid) -> Iterator[Line]:
    for what, words in (
        ("run", run.id), ("entry", str(run.index)), ("by", run.by), ("at", run.at),
        ("method", run.method), ("version", run.version), ("seed", str(run.seed)),
        ("parameters", run.parameters), ("SHA-256 of the result", run.sha256),
        *(("read", each) for each in run.inputs),
    ):  # fmt: skip
        yield _words("run", what, words, run.step)

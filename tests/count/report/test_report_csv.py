"""A report as CSV: what the page says, what it leaves out, and no formula."""

from __future__ import annotations

import csv
import importlib.util
import io
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from probatum.count.report.as_csv import FIRST_DRAW, HEADS, report_csv
from probatum.count.report.content import Report
from probatum.count.report.page import page

pytest.importorskip("matplotlib")


def _invented() -> ModuleType:
    place = importlib.util.spec_from_file_location(
        "invented_count", Path(__file__).with_name("invented.py")
    )
    assert place is not None and place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


invented = _invented()


def lines(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(report_csv(report))))


def test_each_line_has_every_column_and_the_day() -> None:
    report = invented.report()
    found = lines(report)
    assert all(set(each) == set(HEADS) for each in found)
    assert {each["as_of"] for each in found} == {report.as_of}
    parts = {each["part"] for each in found}
    assert parts == {"report", "documented", "estimated", "list", "linkage", "run", "log"}
    people = report.documented.people
    whole = next(each for each in found if (each["part"], each["what"]) == ("documented", "all"))
    assert (whole["low"], whole["value"], whole["high"]) == (
        str(people.low), str(people.best), str(people.high))  # fmt: skip


def test_what_the_page_leaves_out_is_left_out() -> None:
    report = invented.report()
    out = [each for each in lines(report) if each["words"] == "left out"]
    assert {each["name"] for each in out if each["part"] == "documented"} >= {"Tiny Hollow"}
    assert {each["name"] for each in out if each["part"] == "estimated"} >= {"Tiny Hollow"}
    assert not any(each["low"] or each["value"] or each["high"] for each in out)
    assert page(report).decode().count(">left out<") == len(out)


def test_a_refusal_has_no_number_and_its_reason() -> None:
    refused = [
        each for each in lines(invented.report())
        if each["model"] == "loglinear" and each["what"] == "all"
    ]  # fmt: skip
    assert [(each["low"], each["value"], each["high"]) for each in refused] == [("", "", "")]
    assert refused[0]["words"].startswith("refused: not-identifiable: ")
    documented = replace(invented.counted(), refused=("search-missed: too many",))
    whole = lines(invented.report(documented=documented))
    assert next(each for each in whole if each["what"] == "all")["value"] == ""


def test_variants_are_said_to_be_of_the_first_draw() -> None:
    report = invented.report()
    assert "Each change is fitted to the first draw of who is whom alone" in " ".join(
        page(report).decode().split()
    )
    assert any(each["what"] == "variant" and each["words"] == FIRST_DRAW for each in lines(report))


def test_no_cell_is_a_formula() -> None:
    text = report_csv(invented.report(case_name='=HYPERLINK("x")'))
    assert "'=HYPERLINK" in text
    assert not any(cell.startswith("=") for row in csv.reader(io.StringIO(text)) for cell in row)


def test_chains_and_names_have_no_lines() -> None:
    assert invented.VICTIM not in report_csv(invented.report())
    assert len(lines(invented.report())) < 400

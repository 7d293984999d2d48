"""Suggestions decided, one or many, and items linked, as a person types it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from command_line import Made, Ran

ROAD = {"record": "incident/1", "title": "Exercise: a suggested road"}


def run(made: Made, *arguments: str, typed: str | None = None) -> Ran:
    stream = None if typed is None else io.TextIOWrapper(io.BytesIO(typed.encode()))
    return made.line.run("record", *arguments, "--case", made.case, typed=stream)


def put(made: Made, fields: dict[str, object]) -> str:
    ran = run(made, "put", "-", "--json", typed=json.dumps(fields))
    assert ran.code == 0, ran
    return str(ran.json["ref"])


def suggest(made: Made, extractor: str, proposes: dict[str, object] = ROAD) -> str:
    return put(made, {
        "record": "suggestion/1", "citations": [],
        "proposed": str(proposes["record"]).partition("/")[0], "proposes": json.dumps(proposes),
        "machine": {"extractor": extractor, "version": "1"},
    })  # fmt: skip


def test_a_suggestion_is_corrected_from_a_file_or_what_is_typed(made: Made, tmp_path: Path) -> None:
    right = tmp_path / "right.yaml"
    right.write_text("record: incident/1\ntitle: 'Exercise: the right road'\n", "utf-8")
    one = suggest(made, "reader")
    assert run(made, "decide", one, "--correct", str(right)).code == 2, "a reason is needed"
    done = run(made, "decide", one, "--correct", str(right), "--reasons", "misread", "--json").json
    [record] = done["made"]
    assert "the right road" in run(made, "show", record["ref"]).out
    decided = run(made, "show", done["decision"]["ref"]).out
    assert "corrected" in decided and "misread" in decided
    other = suggest(made, "reader")
    typed = run(made, "decide", other, "--correct", "-", "--reasons", "x", typed=json.dumps(ROAD))
    assert typed.code == 0 and "Recorded: incident" in typed.out
    listed = json.dumps([ROAD, ROAD])
    third = suggest(made, "reader")
    refused = run(made, "decide", third, "--correct", "-", "--reasons", "x", typed=listed)
    assert refused.code == 2 and "one record" in refused.err
    assert run(made, "decide", third, "reject", "--reasons", "no such road").code == 0


def test_a_second_decision_is_refused_and_names_the_first(made: Made) -> None:
    one = suggest(made, "reader")
    first = run(made, "decide", one, "accept", "--json").json["decision"]["ref"]
    again = run(made, "decide", one, "reject", "--reasons", "no such road")
    assert again.code == 2 and first in again.err
    assert run(made, "decide", first, "undo", "--reasons", "too soon").code == 0
    assert run(made, "decide", one, "reject", "--reasons", "no such road").code == 0


def test_suggestions_are_accepted_in_bulk_by_a_filter_and_marked(made: Made) -> None:
    for _ in range(2):
        suggest(made, "bulk reader")
    bad = suggest(made, "bulk reader", {"record": "incident/1"})
    other = suggest(made, "another reader")
    ran = run(made, "decide", "--extractor", "bulk reader", "--noun", "incident")
    assert ran.code == 1 and "2 suggestions accepted in bulk, reviewed by nobody" in ran.out
    assert f"{bad} not accepted" in ran.out and "title" in ran.out
    again = run(made, "decide", "--extractor", "bulk reader", "--noun", "incident", "--json")
    assert (again.code, again.json["accepted"]) == (1, [])
    assert [each["ref"] for each in again.json["refused"]] == [bad]
    decisions = run(made, "list", "decision").out
    assert decisions.count("in bulk") == 2
    nothing = run(made, "decide", "--group", "nobody")
    assert nothing.code == 1 and "No suggestion" in nothing.out
    assert run(made, "decide", other, "accept").code == 0, "the filter left it alone"


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["accept"], ["--noun", "nonsense"], ["REF"], ["REF", "accept", "--noun", "incident"],
        ["REF", "accept", "--correct", "-"], ["--noun", "incident", "--reasons", "x"],
        ["REF", "reject"], ["--noun", ""],
    ],
)  # fmt: skip
def test_a_decision_that_is_not_clear_is_refused(made: Made, arguments: list[str]) -> None:
    ref = suggest(made, "unclear")
    ran = run(made, "decide", *(ref if each == "REF" else each for each in arguments))
    assert ran.code == 2, ran
    assert "expected" in ran.err


def test_items_are_linked(made: Made) -> None:
    first, second = made.ref("one.txt"), made.ref("two.txt")
    done = run(made, "link", first, "translation_of", second, "--maker", "Exercise Translator")
    assert done.code == 0 and "link" in done.out
    wrong = run(made, "link", first, "cousin_of", second)
    assert wrong.code == 1 and "relation" in wrong.err
    assert run(made, "link", first, "reprint_of", first).code == 1
    assert run(made, "link", "nothing", "reprint_of", first).code == 2

"""Records on the command line, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Made, Ran

YAML = """\
record: source/1
kind: organisation
names:
  - full: Радіо «Вправа»
    language: uk
  - full: إذاعة التمرين
country: NO
unknown: {party: not-asked}
"""


@pytest.fixture
def record(made: Made, tmp_path: Path) -> tuple[Made, Path]:
    return made, tmp_path


def run(made: Made, *arguments: str) -> Ran:
    return made.line.run("record", *arguments, "--case", str(made.folder))


def test_a_record_is_put_shown_revised_and_retracted(record: tuple[Made, Path]) -> None:
    made, folder = record
    file = folder / "source.yaml"
    file.write_text(YAML, "utf-8")
    put = run(made, "put", str(file), "--json").json
    assert put["done"] == "created"
    assert "Says this already" in run(made, "put", str(file), "--id", put["ref"]).out
    file.write_text(YAML.replace("NO", "DE"), "utf-8")
    assert run(made, "put", str(file), "--id", put["ref"]).code == 1
    assert "Revised" in run(made, "put", str(file), "--id", put["ref"], "--why", "moved").out
    shown = run(made, "show", put["ref"]).out
    assert "country: DE" in shown
    assert "party: unknown: not asked" in shown
    assert "not stated" in shown
    history = run(made, "history", put["ref"]).out
    assert "- NO" in history and "+ DE" in history and "moved" in history
    assert run(made, "retract", put["ref"], "--why", "twice").code == 0
    again = run(made, "retract", put["ref"], "--why", "twice")
    assert (again.code, "retracted" in again.err) == (1, True)
    assert "retracted" in run(made, "list", "source").out


def test_lines_that_are_refused_are_named_and_the_rest_is_in(record: tuple[Made, Path]) -> None:
    made, folder = record
    file = folder / "village.jsonl"
    given: list[dict[str, object]] = [
        {"record": "incident/1", "title": "Exercise: a road", "as": "@road"},
        {"record": "figure/1", "incident": "@road", "measure": "killled", "low": 3,
         "bound": "at_least"},
        {"record": "figure/1", "incident": "@road", "measure": "killed", "low": 3,
         "bound": "at_least"},
    ]  # fmt: skip
    file.write_text("\n".join(map(json.dumps, given)))
    ran = run(made, "put", str(file))
    assert ran.code == 1
    assert "Line 2. Error bad-record" in ran.out and "did you mean killed?" in ran.out
    assert "2 records new, 1 NOT taken." in ran.out
    file.write_text(
        file.read_text().replace("killled", "killed").replace('"low": 3', '"low": 4', 1)
    )
    ran = run(made, "put", str(file), "--json")
    assert (ran.code, ran.json["created"], ran.json["unchanged"]) == (0, 1, 2)
    assert "at least 4 killed" in run(made, "list", "figure").out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"record": "incident/1", "title": 3}', "found     a whole number"),
        ('{"record": "incident/1", "title": "a", "title": "b"}', "item      title"),
        ('{"record": "place/1", "lat": 49.98}', "item      lat"),
        ('{"record": "person/1", "names": [{"full": "a", "full": 2}]}', "item      names[0].full"),
        ('{"record": "person/1", "x y": 1e3}', "item      a field"),
        ('{"record": "place/1", "names": [], "lat": "95", "lon": "0"}', "`lat` as decimal degrees"),
        (
            '{"record": "occurrence/1", "when": {"edtf": "14 March"}}',
            "`edtf` as a date of EDTF: YYYY",
        ),
        ("record: &a incident/1\ntitle: *a", "an anchor or alias"),
        ("", "at least one record"),
        ('{"record": ', "JSON"),
    ],
)
def test_a_refused_record_says_what_was_expected_and_found(
    record: tuple[Made, Path], text: str, said: str
) -> None:
    made, folder = record
    file = folder / ("record.json" if text.startswith("{") else "record.yaml")
    file.write_text(text)
    ran = run(made, "put", str(file))
    assert (ran.code, said in ran.err) == (1, True), ran.err


def test_schemas_and_terms_need_no_case(made: Made) -> None:
    line = made.line
    assert line.ok("record", "schema", "figure").json["title"] == "figure/1"
    assert "assertion" in line.ok("record", "schema").out
    assert "killed" in line.ok("record", "terms", "measure").out
    assert "act-type" in line.ok("record", "terms").out
    assert line.run("record", "schema", "figures").code == 2
    assert line.run("record", "terms", "figures").code == 2


def test_terms_of_the_case_are_listed_with_the_others(record: tuple[Made, Path]) -> None:
    made, folder = record
    term = {
        "code": "well-poisoning",
        "label": "poisoning a well",
        "definition": "Of a well.",
        "definition_source": "our own",
        "labels": [{"language": "uk", "text": "отруєння"}],
    }
    file = folder / "terms.json"
    file.write_text(json.dumps({"record": "vocabulary/1", "name": "act-type", "terms": [term]}))
    assert run(made, "put", str(file)).code == 0
    assert "well-poisoning" not in run(made, "terms", "act-type").out
    assert "well-poisoning" in run(made, "terms", "act-type", "--own").out
    *_, last = run(made, "terms", "act-type", "--own", "--json").json["terms"]
    assert (last["code"], last["labels"]) == ("well-poisoning", {"uk": "отруєння"})


def test_a_text_from_a_record_cannot_move_the_cursor(record: tuple[Made, Path]) -> None:
    made, folder = record
    file = folder / "opinion.json"
    said = {"record": "opinion/1", "text": "red\x1b[31m \u202e right to left", "labels": ["\u202e"]}
    file.write_text(json.dumps(said))
    put = run(made, "put", str(file), "--json").json
    for command in (("show", put["ref"]), ("history", put["ref"]), ("list", "opinion")):
        out = run(made, *command).out
        assert "\x1b" not in out and "\u202e" not in out, command


def test_two_people_assess_and_a_name_is_the_same_or_not(record: tuple[Made, Path]) -> None:
    made, folder = record
    refs = []
    for title in ("Exercise: one", "Exercise: two"):
        file = folder / "incident.json"
        file.write_text(json.dumps({"record": "incident/1", "title": title}))
        refs.append(run(made, "put", str(file), "--json").json["ref"])
    done = run(made, "same-as", *refs, "undecided", "--reasons", "one day, two roads")
    assert "same_as" in done.out
    given = ("--dimension", "credibility", "--value", "likely", "--reasons", "two hands")
    made_ref = run(made, "assess", refs[0], *given, "--json").json["ref"]
    agree = ("assess", made_ref, "--agree", "--reasons", "the light fits")
    assert run(made, *agree).code == 2
    assert run(made, *agree, "--by", "B. Reviewer").code == 0
    assert run(made, "assess", refs[0], "--agree", *given).code == 2

"""Records in words: references with captions, what a suggestion counts, what is wrong use."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from command_line import Made, Ran


def run(made: Made, *arguments: str, typed: str | None = None) -> Ran:
    stream = None if typed is None else io.TextIOWrapper(io.BytesIO(typed.encode()))
    return made.line.run(*arguments, "--case", made.case, typed=stream)


def put(made: Made, noun: str, **fields: object) -> str:
    typed = json.dumps({"record": f"{noun}/1", **fields})
    ran = run(made, "record", "put", "-", "--json", typed=typed)
    assert ran.code == 0, ran
    return str(ran.json["ref"])


@pytest.fixture(scope="module")
def told(made: Made) -> dict[str, str]:
    refs = {"road": put(made, "incident", title="Exercise: a road")}
    names = [{"full": "Exercise Column"}]
    refs["army"] = put(made, "group", kind="unit", names=names)
    refs["did"] = put(made, "attribution", actor=refs["army"], incident=refs["road"])
    refs["clerk"] = put(made, "source", kind="person", names=[{"full": "Exercise Clerk"}])
    refs["hidden"] = put(made, "source", kind="person", protected=True,
                         names=[{"full": "Exercise Witness Kanarek"}])  # fmt: skip
    refs["low"] = put(made, "figure", measure="killed", low=12, bound="at_least",
                      population="civilians", incident=refs["road"])  # fmt: skip
    refs["high"] = put(made, "figure", measure="killed", relation="far_higher",
                       relative_to=refs["low"], incident=refs["road"])  # fmt: skip
    for name in ("clerk", "hidden"):
        refs["consent of " + name] = put(made, "consent", given_by=refs[name], covers=[refs[name]],
                                         uses=["investigation"])  # fmt: skip
    return refs


def test_ids_are_shown_as_references_with_what_they_are_called(
    made: Made, told: dict[str, str]
) -> None:
    page = run(made, "record", "show", told["did"]).out
    assert f"actor: {told['army']}  Exercise Column" in page
    ids = run(made, "record", "show", told["did"], "--json").json["fields"]
    assert len(ids["actor"]) == 32 and ids["actor"] not in page
    history = run(made, "record", "history", told["did"]).out
    assert f"+ {told['army']}  Exercise Column" in history and ids["actor"] not in history


def test_history_takes_records_too(made: Made, told: dict[str, str]) -> None:
    one, other = (run(made, *words, told["did"], "--json") for words in
                  (["history"], ["record", "history"]))  # fmt: skip
    assert one.json == other.json
    assert run(made, "history", told["did"]).out.startswith("attribution")


def test_what_says_most_by_whom_it_names_has_a_caption(made: Made, told: dict[str, str]) -> None:
    listed = {each["ref"]: each["caption"] for each in
              run(made, "record", "list", "--json").json["records"]}  # fmt: skip
    assert listed[told["did"]] == "alleged: Exercise Column did it"
    assert listed[told["high"]] == "killed: far higher than at least 12 killed"
    assert listed[told["consent of clerk"]] == "Exercise Clerk: investigation"
    assert listed[told["consent of hidden"]] == (
        f"protected source {told['hidden']}: investigation"
    )


def test_a_comparison_reads_as_one_on_the_page_of_the_incident(
    made: Made, told: dict[str, str]
) -> None:
    put(made, "assertion", about=told["high"], stance="estimates", speaker=told["clerk"])
    page = " ".join(run(made, "incident", told["road"]).out.split())
    assert f"killed: far higher than at least 12 ({told['low']})" in page


def test_a_suggestion_says_what_was_decided_and_never_that_it_counts(made: Made) -> None:
    proposes = {"record": "incident/1", "title": "Exercise: suggested"}
    one = put(made, "suggestion", citations=[], proposed="incident", proposes=json.dumps(proposes),
              machine={"extractor": "exercise", "version": "1"})  # fmt: skip
    before = run(made, "record", "show", one).out
    assert "decided by nobody; no rule counts it" in before
    decision = run(made, "record", "decide", one, "accept", "--json").json["decision"]["ref"]
    assert f"accepted by decision {decision}" in run(made, "record", "show", one).out


def test_found_figures_show_labels_and_no_codes(made: Made, told: dict[str, str]) -> None:
    hits = run(made, "search", "civilians", "--json").json["hits"]
    [found] = [hit for hit in hits if hit["ref"] == told["low"]]
    assert (found["said"], found["snippet"]["text"]) == ("at least 12 killed", "killed\ncivilians")


@pytest.mark.parametrize("query", ["kind:nonsense", "mill -kind:nonsense", "(a OR stance:hates)",
                                   "kind:zz*"])  # fmt: skip
def test_a_kind_that_does_not_exist_is_not_answered_with_none_found(made: Made, query: str) -> None:
    ran = run(made, "search", query)
    assert ran.code == 2
    assert "assertion" in ran.err or "denies" in ran.err


def test_kinds_that_exist_are_searched(made: Made, told: dict[str, str]) -> None:
    for query in ("kind:source", "kind:SOURCE", "kind:sour*", "stance:denies", "kind:exhibit"):
        assert run(made, "search", query).code == 0, query
    assert run(made, "search", "kind:SOURCE", "--json").json["total"] == 2


def test_another_noun_than_a_command_takes_is_wrong_use(
    made: Made, told: dict[str, str], tmp_path: Path
) -> None:
    page = str(tmp_path / "page.html")
    for arguments, expected in (
        (["incident", told["clerk"]], "an incident"),
        (["corroboration", told["clerk"]], "a proposition"),
        (["contradictions", told["clerk"]], "an incident, a proposition"),
        (["casefile", told["clerk"], "-o", page], "an incident"),
    ):
        ran = run(made, *arguments)
        assert ran.code == 2, ran
        assert expected in ran.err and "source" in ran.err and told["clerk"] in ran.err


def test_a_use_that_no_consent_could_name_is_wrong_use(
    made: Made, told: dict[str, str], tmp_path: Path
) -> None:
    run(made, "clear", made.ref("one.txt"), "--reason", "exercise")
    package = ["disclose", "--item", made.ref("one.txt"), "--to", "Exercise Court", "--plain",
               "--purpose", "exercise", "-o", str(tmp_path / "package.zip")]  # fmt: skip
    page = ["casefile", told["road"], "-o", str(tmp_path / "page.html")]
    for arguments in (package, page):
        ran = run(made, *arguments, "--use", "bogus")
        assert ran.code == 2 and "disclosure-to-court" in ran.err, ran
    put(made, "vocabulary", name="use", terms=[
        {"code": "exercise-use", "label": "exercise", "definition": "invented",
         "definition_source": "exercise"},
    ])  # fmt: skip
    assert run(made, *package, "--use", "exercise-use").code == 0


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", ""), ("b.jsonl", "\n \n"),
                                               ("c.csv", "record,title\n")])  # fmt: skip
def test_a_file_without_records_says_so(
    made: Made, tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content)
    ran = run(made, "record", "put", str(tmp_path / name))
    assert ran.code == 1
    assert "Nothing to put" in ran.out


def test_the_folder_of_an_export_goes_into_another_case(
    made: Made, told: dict[str, str], tmp_path: Path
) -> None:
    tables, other = tmp_path / "tables", tmp_path / "other"
    ran = run(made, "export", "csv", "-o", str(tables), "--with-protected", "--json")
    count = ran.json["records"]
    made.line.new_case(other, "--name", "Other", "--by", "N")
    (tables / "incident.csv").open("a").write(",,,,,hearsay/1,,,,,,\r\n")

    def give(*arguments: str) -> Ran:
        return made.line.run("record", "put", *arguments, "--case", str(other))

    ran = give(str(tables), "--json")
    assert (ran.code, ran.json["created"]) == (1, count)
    [refused] = ran.json["refused"]
    assert (refused["file"], refused["error"]["item"]) == ("incident.csv", "record")
    assert {each["file"] for each in ran.json["records"]} >= {"group.csv", "figure.csv"}
    ran = give(*(str(path) for path in sorted(tables.iterdir())))
    assert f"Line {refused['line']} of incident.csv" in ran.out
    assert f"{count} in already" in ran.out and "1 NOT taken" in ran.out
    listed = made.line.ok("record", "list", "attribution", "--case", str(other)).out
    assert "Exercise Column" in listed

    empty = tmp_path / "empty"
    empty.mkdir()
    incident = str(tables / "incident.csv")
    for wrong in (["-", incident], [incident, incident], [str(empty)], [incident, "none.csv"],
                  [incident, "--id", "EXR-00001-1"]):  # fmt: skip
        assert give(*wrong).code == 2, wrong
    (tables / "figure.csv").write_bytes(b"\xff\xfe")
    ran = give(str(tables), "--json")
    assert ran.code == 1 and ran.json["error"]["item"].startswith("figure.csv, ")

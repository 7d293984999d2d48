"""``read`` and ``review``: suggestions of a reader of one's own, stored, decided about, closed."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from command_line import PASSPHRASE, CommandLine, Made
from probatum.acts.init_case import init_case
from read import toy
from read.readings import TEXT

OPTIONS = ("--published", "2025-05-08", "--publisher", "The Harbour Post")


@pytest.fixture(scope="module")
def made(line: CommandLine, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return a case whose passphrase is stretched for a moment only: many commands open it."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in line.environment.items():
            patch.setenv(name, value)
        folder = tmp_path_factory.mktemp("cases") / "case"
        init_case(folder, PASSPHRASE, name="Invented Case", by="A. Analyst", memory_kib=64)
    return Made(line, folder, {})


@pytest.fixture
def delivered(made: Made, tmp_path: Path) -> tuple[Made, str, str]:
    """Return the case with one more report in it, its reference, and the command of a reader."""
    file = tmp_path / f"{tmp_path.name}.txt"
    file.write_text(f"{TEXT}Report {tmp_path.name}.\n", "utf-8")
    made.line.ok("add", str(file), "--case", made.case)
    return made, made.ref(file.name), toy.command(tmp_path)


def read(made: Made, *arguments: str) -> dict:
    return made.line.ok("read", *arguments, *OPTIONS, "--case", made.case, "--json").json


def review(made: Made, ref: str, *typed: str) -> str:
    answers = io.StringIO("".join(f"{each}\n" for each in typed))
    ran = made.line.run("review", ref, "--case", made.case, typed=answers)
    assert ran.code == 0, ran
    return ran.out


def suggestions(made: Made, ref: str) -> set[str]:
    steps = made.line.ok("review", ref, "--case", made.case, "--json").json["steps"]
    return {each["suggestion"] for each in steps}


def states(made: Made, ref: str) -> dict[str, str]:
    steps = made.line.ok("review", ref, "--case", made.case, "--json").json["steps"]
    return {each["name"]: each["state"] for each in steps}


def records(made: Made, noun: str) -> list[dict]:
    listed = made.line.ok("record", "list", noun, "--case", made.case, "--json").json["records"]
    return [
        made.line.ok("record", "show", each["ref"], "--case", made.case, "--json").json["fields"]
        for each in listed
    ]


def test_a_file_is_read_and_nothing_is_kept(line: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, "utf-8")
    ran = line.ok("read", str(file), *OPTIONS, "--program", toy.command(tmp_path), "--json")
    assert list(ran.json) == ["text_sha256", "language", "published", "publisher", "suggestions"]
    ids = [each["id"] for each in ran.json["suggestions"]]
    assert ids == ["e1", "e2", "e3", "p1", "d1", "i1", "f1", "a1", "a2"]
    page = line.ok("read", str(file), *OPTIONS, "--program", toy.command(tmp_path)).out
    assert page.startswith("The source says this. Not: this is so.")
    assert "Norland denies (attribution)" in " ".join(page.split())
    assert sorted(each.name for each in tmp_path.iterdir()) == ["report.txt", "toy_reader.py"]


def test_an_item_is_read_once_by_one_version(delivered: tuple[Made, str, str]) -> None:
    made, ref, reader = delivered
    first = read(made, ref, "--program", reader)
    assert read(made, ref, "--program", reader) == first
    ids = suggestions(made, ref)
    newer = reader.rpartition(" ")[0] + " 2"
    assert read(made, ref, "--program", newer)["suggestions"] == first["suggestions"]
    assert set(states(made, ref).values()) == {"open"}
    assert not ids & suggestions(made, ref)  # nobody decided about the old ones: set aside


def test_accepting_takes_along_what_it_cannot_do_without(
    delivered: tuple[Made, str, str],
) -> None:
    made, ref, reader = delivered
    read(made, ref, "--program", reader)
    skip_to_a2 = [""] * list(states(made, ref)).index("a2")
    page = review(made, ref, *skip_to_a2, "a", "q")
    assert "accepted with it: e2" in page and "recorded: attribution" in page
    found = states(made, ref)
    assert found["a2"] == found["e2"] == found["i1"] == found["e3"] == "accepted"
    assert found["a1"] == found["e1"] == "open"
    incidents = made.line.ok("record", "list", "incident", "--case", made.case, "--json").json
    said = made.line.ok("record", "list", "assertion", "--case", made.case, "--json").json
    assert incidents["records"] and said["records"]


def test_rejecting_names_what_falls_with_it_and_can_be_taken_back(
    delivered: tuple[Made, str, str],
) -> None:
    made, ref, reader = delivered
    read(made, ref, "--program", reader)
    skip_to_e1 = [""] * list(states(made, ref)).index("e1")
    page = review(made, ref, *skip_to_e1, "r not a name", "no", "r not a name", "yes", "u", "q")
    assert "falls with it: a1" in page and "Not rejected." in page and "Taken back: e1" in page
    assert set(states(made, ref).values()) == {"open"}


def test_correcting_makes_what_the_person_wants(delivered: tuple[Made, str, str]) -> None:
    made, ref, reader = delivered
    read(made, ref, "--program", reader)
    skip_to_e1 = [""] * list(states(made, ref)).index("e1")
    review(made, ref, *skip_to_e1, "c", "role: nurse", "", "it is said in the text", "q")
    assert states(made, ref)["e1"] == "corrected"
    assert any(each.get("role") == "nurse" for each in records(made, "source"))


def test_the_second_report_of_an_event_is_offered_the_first_ones_records(
    delivered: tuple[Made, str, str], tmp_path: Path
) -> None:
    made, ref, reader = delivered
    read(made, ref, "--program", reader)
    review(made, ref, *["a"] * 9, "q")
    file = tmp_path / "second.txt"
    file.write_text(TEXT + f"Another report {tmp_path.name}.\n", "utf-8")
    made.line.ok("add", str(file), "--case", made.case)
    second = made.ref(file.name)
    read(made, second, "--program", reader)
    page = review(made, second, "q")
    assert "the same as 1:" in page
    names = list(states(made, second))
    page = review(made, second, *[""] * names.index("e2"), "s 1", "q")
    assert "recorded" not in page.rpartition("s 1")[2]
    assert states(made, second)["e2"] == "accepted"


def test_undecided_is_an_answer_and_any_decision_can_be_taken_back(
    delivered: tuple[Made, str, str], tmp_path: Path
) -> None:
    made, ref, reader = delivered
    read(made, ref, "--program", reader)
    to_e2 = [""] * list(states(made, ref)).index("e2")
    review(made, ref, *to_e2, "a", "q")
    file = tmp_path / "third.txt"
    file.write_text(TEXT + f"A third report {tmp_path.name}.\n", "utf-8")
    made.line.ok("add", str(file), "--case", made.case)
    second = made.ref(file.name)
    read(made, second, "--program", reader)
    page = review(made, second, *to_e2, "d 99", "d 1", "another ministry?", "q")
    assert "undecided" in page.rpartition("why is it undecided?")[2]
    assert states(made, second)["e2"] == "accepted"
    assert any(each["answer"] == "undecided" for each in records(made, "same_as"))
    page = review(made, second, "u", "u e1", "u e2", "q")
    assert "u NAME" in page and "a decision to take back" in page and "Taken back: e2." in page
    assert states(made, second)["e2"] == "open"


def test_record_decide_says_which_record_is_meant(
    delivered: tuple[Made, str, str], tmp_path: Path
) -> None:
    made, ref, reader = delivered
    read(made, ref, "--program", reader)
    steps = made.line.ok("review", ref, "--case", made.case, "--json").json["steps"]
    suggestion = next(each["suggestion"] for each in steps if each["name"] == "p1")
    fields = '{"record": "place/1", "names": [{"full": "Dorna"}]}'
    file = tmp_path / "place.json"
    file.write_text(fields, "utf-8")
    made.line.ok("record", "put", str(file), "--case", made.case)
    listed = made.line.ok("record", "list", "place", "--case", made.case, "--json").json
    place = listed["records"][-1]["ref"]
    decided = made.line.ok("record", "decide", suggestion, "accept", "--same-as", place,
                           "--case", made.case, "--json").json  # fmt: skip
    assert decided["made"] == []
    assert states(made, ref)["p1"] == "accepted"
    ran = made.line.run("record", "decide", suggestion, "reject", "--same-as", place,
                        "--reasons", "x", "--case", made.case, "--json")  # fmt: skip
    assert (ran.code, ran.json["error"]["code"]) == (2, "wrong-use")


def test_what_was_missed_is_added_and_the_review_is_closed_by_name(
    delivered: tuple[Made, str, str],
) -> None:
    made, ref, reader = delivered
    read(made, ref, "--program", reader)
    page = review(
        made, ref, *["a"] * 9, "m", "We were not there", "assertion", "Norland", "denies", "end"
    )
    assert "No suggestion is left" in page and "Read to the end by A. Analyst" in page
    closed = records(made, "review")[-1]
    assert (closed["accepted"], closed["added"], closed["left_open"]) == (8, 1, 0)


def test_all_new_items_are_read_and_what_has_no_text_is_said(
    delivered: tuple[Made, str, str],
) -> None:
    made, ref, reader = delivered
    done = made.line.ok("read", "--all-new", "--program", reader, "--case", made.case, "--json")
    assert ref in [each["ref"] for each in done.json["items"]]
    again = made.line.ok("read", "--all-new", "--program", reader, "--case", made.case).out
    assert "0 items read" in again


FAILS = """
import json, sys
for line in sys.stdin:
    if json.loads(line)["ask"] != "identity":
        sys.exit(1)
    print(json.dumps({"id": "failing", "version": "1", "languages": ["en"]}), flush=True)
"""


def test_an_item_that_the_reader_fails_on_is_passed_over_and_said(
    delivered: tuple[Made, str, str], tmp_path: Path
) -> None:
    made, ref, _ = delivered
    (tmp_path / "failing.py").write_text(FAILS, "utf-8")
    program = f"{sys.executable} {tmp_path / 'failing.py'}"
    ran = made.line.run("read", "--all-new", "--program", program, "--case", made.case)
    assert ran.code == 1 and "failed" in ran.out and ref in ran.out
    assert "0 items read" in ran.out and "not read: the reader failed there" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (["read"], 2, "wrong-use"),
        (["read", "/nowhere/report.txt"], 2, "wrong-use"),
        (["read", "/tmp"], 1, "not-a-regular-file"),
        (["read", "{file}", "--published", "soon"], 2, "wrong-use"),
        (["read", "{file}", "--language", "../x"], 2, "wrong-use"),
        (["read", "{file}", "--country", "Norland"], 2, "wrong-use"),
        (["read", "{file}", "--program", "/nowhere/reader"], 1, "extractor-failed"),
        (["read", "{file}", "--program", "'"], 2, "wrong-use"),
        (["read", "{file}", "--extractor", "nobody-brings-this"], 2, "wrong-use"),
        (["read", "{file}", "--endpoint", "http://models.example/v1", "--model", "m"], 2,
         "wrong-use"),
        (["read", "{file}", "--endpoint", "http://127.0.0.1:9/v1"], 2, "wrong-use"),
        (["review", "XX-00001-7"], 2, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(
    made: Made, tmp_path: Path, arguments: list[str], code: int, error: str
) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, "utf-8")
    given = [each.format(file=file) for each in arguments]
    ran = made.line.run(*given, "--case", made.case, "--json")
    assert ran.code == code, ran
    assert error in ("", ran.json["error"]["code"]), ran

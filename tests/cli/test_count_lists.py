"""``count lists``: from a file to a report, as a person goes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from command_line import CommandLine, Made

TEXT = (
    "№;Прізвище;Ім'я;Стать;Вік;Дата смерті;Населений пункт;Примітка\r\n"
    "1;Вигадана;Олена;ж;34;05.03.2019;Млин;x\r\n"
    "2;Вигаданий;І.;ч;близько 70;31.02.2019;Млин;=1+1\r\n"
    "\r\n"
    "2;Іншенко;Олесь;ч;400;05/03/2019;Млин;\r\n"
    "4;;;;;;;\r\n"
    "Всього;4;;;;;;\r\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes(TEXT.encode("cp1251"))
    return path


def test_from_a_file_to_a_report(
    line: CommandLine, made: Made, table: Path, tmp_path: Path
) -> None:
    case = ("--case", str(made.folder))
    mapping = tmp_path / "mapping.json"
    page = line.ok("count", "lists", "mapping", str(table), "--save", str(mapping)).out
    assert "cp1251 (a guess)" in page
    assert "(not read)" in page
    assert json.loads(mapping.read_text("utf-8"))["row_id"] == "№"

    added = line.ok(
        "count", "lists", "add", str(table), "--mapping", str(mapping), "--name", "The hospital",
        "--as-of", "2019-05", "--criteria", "Who died there", "--json", *case,
    ).json  # fmt: skip
    assert added["item_is_new"]
    assert added["done"] == "created"

    problems = tmp_path / "problems.csv"
    ran = line.run("count", "lists", "check", added["ref"], "--csv", str(problems), *case)
    assert ran.code == 1
    assert "Refused       2" in ran.out
    with problems.open(encoding="utf-8-sig", newline="") as file:
        codes = [each["code"] for each in csv.DictReader(file)]
    assert set(codes) == {
        "one-letter-name", "impossible-date", "duplicate-row-id", "impossible-age",
        "ambiguous-date", "nothing-said", "total-row",
    }  # fmt: skip

    report = line.run("count", "lists", "check", "The hospital", "--json", *case).json
    [checked] = report["lists"]
    assert (checked["rows"], checked["empty"], checked["victims"], checked["refused"]) == (
        5,
        1,
        3,
        2,
    )
    assert checked["columns_not_read"] == ["Примітка"]
    shown = line.ok("count", "lists", "show", added["ref"], "--json", *case).json
    assert (shown["name"], shown["as_of"], shown["item"]) == (
        "The hospital", "2019-05", added["item"],
    )  # fmt: skip
    assert "Прізвище" in line.ok("count", "lists", "show", added["ref"], *case).out
    listed = line.ok("count", "lists", "list", "--json", *case).json["lists"]
    assert [each["ref"] for each in listed] == [added["ref"]]
    assert added["ref"] in line.ok("count", "lists", "list", *case).out


def test_a_mapping_of_one_list_serves_the_next(
    line: CommandLine, made: Made, table: Path, tmp_path: Path
) -> None:
    case = ("--case", str(made.folder))
    line.ok("count", "lists", "add", str(table), "--suggested", "--name", "First", *case)
    other = tmp_path / "other.csv"
    other.write_text(TEXT.replace("Олена", "Марта"), "utf-8")
    added = line.ok("count", "lists", "add", str(other), "--mapping", "First", "--json", *case).json
    assert line.ok("count", "lists", "show", added["ref"], "--json", *case).json["name"] == "other"


def test_the_persons_of_the_case_are_a_list(line: CommandLine, made: Made) -> None:
    case = ("--case", str(made.folder))
    added = line.ok("count", "lists", "add", "--from-records", "--json", *case).json
    assert added["item"] is None
    assert line.run("count", "lists", "check", added["ref"], *case).code in (0, 1)


@pytest.mark.parametrize(
    "more",
    [
        [], ["FILE"], ["FILE", "--suggested", "--mapping", "x"], ["--from-records", "FILE"],
        ["nowhere.csv", "--suggested"], ["FILE", "--mapping", "no such list"],
        ["FILE", "--suggested", "--sheet", "S"],
    ],
)  # fmt: skip
def test_calls_that_make_no_sense_say_so_and_take_nothing(
    line: CommandLine, made: Made, table: Path, more: list[str]
) -> None:
    given = [str(table) if each == "FILE" else each for each in more]
    before = line.items(made.folder)
    ran = line.run("count", "lists", "add", *given, "--case", str(made.folder))
    assert ran.code in (1, 2)
    assert "Вигадан" not in ran.err
    assert len(line.items(made.folder)) == len(before)


def test_headings_that_suggest_nothing_end_with_1(line: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "numbers.csv"
    path.write_text("alpha,beta\n1,2\n", "utf-8")
    ran = line.run("count", "lists", "mapping", str(path))
    assert ran.code == 1
    assert "no mapping" in ran.out


def test_names_that_move_the_cursor_are_shown_harmless(
    line: CommandLine, made: Made, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.csv"
    path.write_text("Name,Age\n\x1b[2J\u202eevil,old\n<script>,=cmd()\n", "utf-8")
    case = ("--case", str(made.folder))
    line.ok("count", "lists", "add", str(path), "--suggested", "--name", "Hostile", *case)
    problems = tmp_path / "p.csv"
    ran = line.run("count", "lists", "check", "Hostile", "--csv", str(problems), *case)
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "'=cmd()" in problems.read_text("utf-8-sig")

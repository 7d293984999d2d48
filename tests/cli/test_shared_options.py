"""Case, passphrase, person, JSON: before or after the command, from the environment, remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer.core
import typer.main

from command_line import PASSPHRASE, CommandLine, Made


@pytest.fixture
def passphrase_file(tmp_path: Path) -> str:
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n", "utf-8")
    return str(path)


def test_options_stand_before_or_after_the_command(made: Made, passphrase_file: str) -> None:
    shared = ["--case", made.case, "--passphrase-file", passphrase_file, "--json"]
    after = made.line.ok("list", *shared, PROBATUM_PASSPHRASE=None).json
    before = made.line.ok(*shared, "list", PROBATUM_PASSPHRASE=None).json
    assert before == after
    assert len(after["items"]) == 3


def test_options_stand_anywhere_around_a_command_of_two_words(made: Made) -> None:
    lines = [
        made.line.ok(*arguments).json["line"]
        for arguments in (
            ["--case", made.case, "--json", "checkpoint", "print"],
            ["checkpoint", "--case", made.case, "print", "--json"],
            ["checkpoint", "print", "--case", made.case, "--json"],
        )
    ]
    assert len(set(lines)) == 1 and lines[0].startswith("probatum-checkpoint ")


def test_what_stands_nearer_wins_over_the_environment(made: Made) -> None:
    ran = made.line.run(
        "--case", "nowhere", "list", "--case", made.case, "--json", PROBATUM_CASE="nowhere"
    )
    assert ran.code == 0


def test_the_environment_wins_over_the_remembered_case(made: Made, tmp_path: Path) -> None:
    ran = made.line.run("log", PROBATUM_CASE=str(tmp_path))
    assert (ran.code, "not-a-case" in ran.err) == (2, True)


def test_a_new_case_is_remembered_and_another_can_be_chosen(made: Made, tmp_path: Path) -> None:
    assert made.line.ok("log", "--json").json["vkey"] == made.created["vkey"]
    elsewhere = str(tmp_path / "config")
    assert made.line.run("log", XDG_CONFIG_HOME=elsewhere).code == 2
    made.line.ok("case", "use", made.case, XDG_CONFIG_HOME=elsewhere)
    chosen = made.line.ok("log", "--json", XDG_CONFIG_HOME=elsewhere)
    assert chosen.json["vkey"] == made.created["vkey"]
    remembered = tmp_path / "config" / "probatum" / "default-case"
    assert remembered.read_text("utf-8") == made.case + "\n"


def test_a_folder_that_is_no_case_is_not_remembered(made: Made, tmp_path: Path) -> None:
    ran = made.line.run("case", "use", str(tmp_path), XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert ran.code == 2
    assert not (tmp_path / "config").exists()


def test_the_person_is_named_by_option_environment_or_case(made: Made) -> None:
    ref = made.ref("two.txt")
    made.line.ok("note", ref, "by option", "--by", "B. Option", "--case", made.case)
    made.line.ok("note", ref, "by environment", PROBATUM_BY="C. Environment")
    made.line.ok("note", ref, "by case")
    shown = made.line.ok("show", ref, "--json").json
    assert [note["by"] for note in shown["notes"]] == ["B. Option", "C. Environment", "A. Analyst"]


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_one_line_end_behind_a_passphrase_is_not_part_of_it(
    made: Made, tmp_path: Path, end: str
) -> None:
    path = tmp_path / "passphrase"
    path.write_bytes((PASSPHRASE + end).encode())
    made.line.ok("log", "--passphrase-file", str(path), PROBATUM_PASSPHRASE=None)


def test_a_second_line_end_is_part_of_it(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "passphrase"
    path.write_bytes((PASSPHRASE + "\n\n").encode())
    ran = made.line.run("log", "--passphrase-file", str(path), PROBATUM_PASSPHRASE=None)
    assert (ran.code, "wrong-passphrase" in ran.err) == (2, True)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe", b"x" * 5000])
def test_a_file_that_is_no_passphrase_is_refused(
    made: Made, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "passphrase"
    path.write_bytes(content)
    ran = made.line.run("log", "--passphrase-file", str(path))
    assert (ran.code, "the passphrase file" in ran.err) == (2, True)


def test_without_a_terminal_nobody_is_asked(made: Made) -> None:
    ran = made.line.run("log", PROBATUM_PASSPHRASE=None)
    assert ran.code == 2
    assert "--passphrase-file" in ran.err


def test_no_option_takes_a_passphrase_on_the_command_line() -> None:
    from probatum.cli.main import app

    def walk(command: typer.core.TyperGroup | typer.core.TyperCommand) -> list[str]:
        found = [name for parameter in command.params for name in parameter.opts]
        for below in getattr(command, "commands", {}).values():
            found += walk(below)
        return found

    options = walk(typer.main.get_command(app))
    assert "--passphrase-file" in options
    secret = [name for name in options if "passphrase" in name or "recovery" in name]
    assert all(name.endswith("-file") for name in secret), secret


def test_init_needs_a_person(line: CommandLine, tmp_path: Path) -> None:
    ran = line.run("init", str(tmp_path / "case"), "--name", "N")
    assert (ran.code, "--by PERSON" in ran.err) == (2, True)
    assert not (tmp_path / "case").exists()

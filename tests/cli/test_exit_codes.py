"""0 fine, 1 evidence or input, 2 wrong use, 3 environment; errors say what to do."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import CommandLine, Made
from probatum.errors import CODES

SCRIPT = "import sys; from probatum.cli.main import main; sys.exit(main())"


def test_what_is_in_order_ends_with_0(made: Made) -> None:
    assert made.line.run("check", "--case", made.case).code == 0


def test_an_altered_case_fails_the_check_with_1(made: Made, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(made.folder, copy)
    stored = next(path for path in (copy / "vault").rglob("*") if path.is_file())
    content = bytearray(stored.read_bytes())
    content[len(content) // 2] ^= 1
    stored.write_bytes(content)
    ran = made.line.run("check", "--case", str(copy), XDG_STATE_HOME=str(tmp_path / "elsewhere"))
    assert ran.code == 1
    assert "FAILED" in ran.out.splitlines()[-1]


def test_what_cannot_be_taken_ends_with_1_and_the_rest_goes_on(made: Made, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("good", "utf-8")
    (tmp_path / "link").symlink_to("good.txt")
    ran = made.line.run("add", str(tmp_path), "--case", made.case, "--json")
    assert ran.code == 1
    assert [item["file_name"] for item in ran.json["items"]] == ["good.txt"]
    assert [refused["error"]["code"] for refused in ran.json["refused"]] == ["not-a-regular-file"]


def test_a_held_item_cannot_be_erased(made: Made, tmp_path: Path) -> None:
    (tmp_path / "held.txt").write_text("held", "utf-8")
    made.line.ok("add", str(tmp_path / "held.txt"), "--case", made.case)
    ref = made.ref("held.txt")
    made.line.ok("hold", ref, "--case", made.case, "--reason", "court order 5")
    ran = made.line.run("erase", ref, "--reason", "unlawful", "--yes", "--case", made.case)
    assert ran.code == 1
    assert "Error held" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["no-such-command"], "wrong-use"),
        (["add"], "wrong-use"),
        (["list", "--no-such-option"], "wrong-use"),
        (["show", "IC-00001-0"], "bad-reference"),
        (["show", "0" * 32], "unknown-id"),
        (["show", "something"], "unknown-id"),
        (["erase", "0" * 32, "--reason", "boredom", "--yes"], "wrong-use"),
        (["disclose", "--to", "X", "--purpose", "Y", "-o", "p.zip"], "wrong-use"),
        (["check", "--held", "no-such-file"], "wrong-use"),
        (["verify", "no-such-file.zip"], "wrong-use"),
        (["key"], "wrong-use"),
        (["add", ""], "wrong-use"),
        (["note", "0" * 32, "not UTF-8: \udcff"], "wrong-use"),
    ],
)
def test_wrong_use_ends_with_2(made: Made, arguments: list[str], code: str) -> None:
    ran = made.line.run(*arguments, "--json", PROBATUM_CASE=made.case)
    assert (ran.code, ran.json["error"]["code"]) == (2, code)
    assert code in ran.err


def test_a_wrong_passphrase_ends_with_2(made: Made) -> None:
    ran = made.line.run("list", "--case", made.case, PROBATUM_PASSPHRASE="not this one at all")
    assert ran.code == 2
    assert "Error wrong-passphrase" in ran.err
    assert ran.out == ""


def test_a_folder_that_is_no_case_ends_with_2(line: CommandLine, tmp_path: Path) -> None:
    ran = line.run("list", "--case", str(tmp_path))
    assert (ran.code, "Error not-a-case" in ran.err) == (2, True)


def test_no_case_at_all_ends_with_2(tmp_path: Path) -> None:
    ran = CommandLine(tmp_path).run("list")
    assert (ran.code, "Error no-case" in ran.err) == (2, True)


def test_a_case_is_not_made_over_other_files(line: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    ran = line.run("init", str(tmp_path), "--name", "N", "--by", "B")
    assert (ran.code, "Error case-exists" in ran.err) == (2, True)


def test_a_disk_that_refuses_ends_with_3(made: Made, tmp_path: Path) -> None:
    too_long = tmp_path / ("x" * 300)
    ran = made.line.run(
        "get", made.ref("one.txt"), "-o", str(too_long), "--case", made.case, "--json"
    )
    assert ran.code == 3
    assert ran.json["error"]["code"] == "io-error"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("command", ["verify", "receive"])
def test_a_pipe_in_place_of_a_package_ends_with_2(command: str, made: Made, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    ran = made.line.run(command, str(tmp_path / "pipe"), "--case", made.case, "--json")
    assert (ran.code, ran.json["error"]["found"]) == (2, "a pipe, device or socket")


def test_a_policy_of_more_than_a_mebibyte_ends_with_2(made: Made, tmp_path: Path) -> None:
    (tmp_path / "P.zip").write_bytes(b"not a package")
    (tmp_path / "policy").write_bytes(b"#" * (1 << 20) + b"\n")
    ran = made.line.run(
        "verify", str(tmp_path / "P.zip"), "--policy", str(tmp_path / "policy"), "--json"
    )
    assert (ran.code, ran.json["error"]["code"]) == (2, "too-large")


@pytest.mark.parametrize("command", ["get", "backup", "add"])
def test_a_folder_that_is_missing_ends_with_2_before_anything_is_logged(
    command: str, made: Made, tmp_path: Path
) -> None:
    target = str(tmp_path / "missing" / "x")
    (tmp_path / "new.txt").write_text("new", "utf-8")
    words = {
        "get": ["get", made.ref("one.txt"), "-o", target],
        "backup": ["key", "backup", "-o", target],
        "add": ["add", str(tmp_path / "new.txt"), "--receipt", target],
    }[command]
    before = made.line.run("log", "--case", made.case, "--json").json["size"]
    ran = made.line.run(*words, "--case", made.case, "--json")
    assert (ran.code, ran.json["error"]["expected"]) == (2, "a folder that exists")
    assert made.line.run("log", "--case", made.case, "--json").json["size"] == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="/dev/full is absent")
def test_a_full_disk_ends_with_3() -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT, "--version"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert ran.returncode == 3
    assert "Error no-space" in ran.stderr


def test_an_error_is_a_block_of_facts_without_a_traceback(made: Made) -> None:
    ran = made.line.run("show", "0" * 32, "--case", made.case)
    head, *facts = ran.err.splitlines()
    assert head == "Error unknown-id: " + CODES["unknown-id"]
    assert [line.split()[0] for line in facts] == ["item", "expected", "found", "to"]
    assert "Traceback" not in ran.err


def test_debugging_shows_the_traceback(made: Made) -> None:
    ran = made.line.run("show", "0" * 32, "--case", made.case, PROBATUM_DEBUG="1")
    assert "Traceback" in ran.err


class CtrlC(io.StringIO):
    """A person who presses Ctrl-C where the command waits for text."""

    def read(self, _size: int | None = -1, /) -> str:
        raise KeyboardInterrupt


def test_an_interruption_ends_with_130_and_says_that_nothing_is_lost(made: Made) -> None:
    ran = made.line.run("note", "0" * 32, "-", "--case", made.case, typed=CtrlC())
    assert ran.code == 130
    assert "acknowledged is kept" in ran.err


def test_a_reader_that_leaves_early_gets_neither_a_traceback_nor_0(made: Made) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "list", "--json"],
        env={**made.line.in_own_process(), "PROBATUM_CASE": made.case},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    assert process.wait(timeout=60) == 141, said
    assert "Traceback" not in said


def test_every_error_in_json_has_the_six_strings(made: Made) -> None:
    ran = made.line.run("show", "nothing", "--case", made.case, "--json")
    error = json.loads(ran.out)["error"]
    assert list(error) == ["code", "meaning", "item", "expected", "found", "remedy"]
    assert all(isinstance(value, str) for value in error.values())


def test_no_passphrase_is_asked_for_a_folder_that_is_no_case(tmp_path: Path) -> None:
    ran = CommandLine(tmp_path).run("list", "--case", str(tmp_path), PROBATUM_PASSPHRASE=None)
    assert "not-a-case" in ran.err and "passphrase" not in ran.err

"""Help comes at once: from a page that is kept current, without importing the commands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from command_line import SOURCE, CommandLine
from probatum.cli import front_page


def test_the_kept_page_is_current() -> None:
    assert front_page.PAGE.read_text("utf-8") == front_page.render(), (
        "run `python -m probatum.cli.front_page` and commit help.txt"
    )


def test_the_page_lists_every_command_whole() -> None:
    from probatum.cli.commands import app

    page = front_page.render()
    named = {name for names in front_page.SECTIONS.values() for name in names}
    root = front_page.typer.main.get_command(app)
    assert set(root.commands) == named  # type: ignore[attr-defined]
    assert ".." not in page, "a first sentence is too long for its line"
    assert max(map(len, page.splitlines())) <= 80


def test_no_help_names_a_type_of_the_programming_language(tmp_path: Path) -> None:
    page = (SOURCE.parent / "docs" / "commands.md").read_text("utf-8")
    assert page.count("Usage: probatum") > 25  # tests/test_commands_page.py keeps it current
    assert re.findall(r"<[a-z\[][^>]*>|\{[A-Z]", page) == []
    line = CommandLine(tmp_path)
    assert "Usage: probatum add [OPTIONS] PATH...\n" in line.ok("add", "--help").out
    disclosing = line.ok("disclose", "--help").out
    assert "disclose [OPTIONS] [ID]...\n" in disclosing and "  ID...  " in disclosing
    assert "--reason TEXT" in line.ok("hold", "--help").out


def test_the_page_explains_every_exit_code() -> None:
    page = front_page.render()
    said = page[page.index("Exit codes:") :]
    for code in (0, 1, 2, 3, 4, 70, 130, 141):
        assert re.search(rf"\b{code} ", said), code


def test_help_imports_nothing_slow(tmp_path: Path) -> None:
    script = (
        "import sys; from probatum.cli.main import main; code = main(); "
        "slow = {'typer', 'rich', 'cryptography', 'tink', 'sqlcipher3', 'msgspec'} "
        "& set(sys.modules); assert not slow, slow; sys.exit(code)"
    )
    for arguments in ([], ["--help"], ["-h"], ["help"]):
        ran = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            env={"PYTHONPATH": str(SOURCE), "HOME": str(tmp_path)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        assert "probatum" in ran.stdout


def test_without_arguments_the_first_three_commands_are_named(tmp_path: Path) -> None:
    out = CommandLine(tmp_path).ok().out
    commands = [line.split()[1] for line in out.splitlines() if line.startswith("      probatum")]
    assert commands == ["demo", "init", "add"]


def test_the_kept_page_and_the_commands_own_help_agree(tmp_path: Path) -> None:
    line = CommandLine(tmp_path)
    assert line.ok("--case", "x", "--help").out == line.ok("--help").out


def test_importing_a_command_imports_no_library_of_the_case(tmp_path: Path) -> None:
    script = (
        "import sys; import probatum.cli.commands; "
        "slow = {'cryptography', 'tink', 'sqlcipher3', 'msgspec', 'rich', 'segno'} "
        "& set(sys.modules); assert not slow, slow"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(SOURCE), "HOME": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr

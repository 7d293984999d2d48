"""The page about reading: its reader of one's own runs, its transcripts are what is printed."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from command_line import CommandLine
from test_readme import is_shown, lines_of, transcript

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "reading.md").read_text("utf-8")
MARK = "<!-- run by tests/test_reading_page.py -->"
REPORT = (
    "The mayor of Easthaven, Ada Bellord, said on Tuesday that at least 12 people were killed by "
    "shelling in the harbour.\nThe army of Sudmark denied that it shelled Easthaven.\n"
)


def blocks(language: str) -> list[str]:
    return re.findall(re.escape(MARK) + rf"\n```{language}\n(.*?)\n```", PAGE, re.DOTALL)


@pytest.fixture
def line(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    return CommandLine(tmp_path_factory.mktemp("home"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (program,) = blocks("python")
    (tmp_path / "fires.py").write_text(program + "\n", "utf-8")
    (tmp_path / "fire.txt").write_text("Two fires burned in Easthaven on Monday.\n", "utf-8")
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_transcripts_of_the_page_are_what_the_program_prints(
    line: CommandLine, folder: Path
) -> None:
    shown = [each for block in blocks("console") for each in transcript(block)]
    assert len(shown) == 2
    for each in shown:
        name, *arguments = shlex.split(each.command.replace("python3 ", f"{sys.executable} "))
        assert name == "probatum"
        printed = line.ok(*arguments, COLUMNS="200").out
        assert is_shown(lines_of("\n".join(each.output)), lines_of(printed)), printed


def test_the_reader_of_ones_own_has_few_lines() -> None:
    (program,) = blocks("python")
    assert len(program.splitlines()) <= 15
    assert PAGE.count(MARK) == len(blocks("python")) + len(blocks("console"))

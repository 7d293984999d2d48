"""One machine and one case for the tests of a module."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine, Made


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    return CommandLine(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def made(line: CommandLine, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("cases") / "case"
    created = line.new_case(folder, "--name", "Invented Case", "--by", "A. Analyst", "--json").json
    delivery = tmp_path_factory.mktemp("delivery")
    for name, text in {"one.txt": "one", "two.txt": "two two", "three.txt": "three"}.items():
        (delivery / name).write_text(text, "utf-8")
    line.ok("add", str(delivery), "--case", str(folder), "--given-by", "C. Courier")
    return Made(line, folder, created)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"

"""Documentation of the command line cannot drift: the page is generated, README names commands."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "write_commands", ROOT / "docs" / "write_commands.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_commands_is_current(writer: ModuleType) -> None:
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == writer.text(), (
        "run `make commands` and commit the page"
    )


def test_every_command_and_option_says_what_it_is_for(writer: ModuleType) -> None:
    silent = []
    for context in writer.contexts():
        if not (context.command.help or "").strip():
            silent.append(context.command_path)
        silent += [
            f"{context.command_path} {parameter.name}"
            for parameter in context.command.params
            if not (getattr(parameter, "help", None) or "").strip()
        ]
    assert not silent


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_pages_name_only_commands_that_exist(writer: ModuleType, page: str) -> None:
    known = {context.command_path for context in writer.contexts()}
    # A command in running text or at a prompt: `probatum add ...`, $ probatum key backup
    named = re.findall(
        r"(?:`|^\$ |^ {0,4})(probatum(?: [a-z][a-z-]+){1,2})",
        (ROOT / page).read_text("utf-8"),
        re.MULTILINE,
    )
    unknown = [
        name for name in named if name not in known and " ".join(name.split()[:2]) not in known
    ]
    assert not unknown

"""The page that ``probatum --help`` prints: every command in one line, by what it is for.

It is also kept as ``help.txt`` beside this file, which ``main`` prints without importing the
commands; ``python -m probatum.cli.front_page`` writes it anew, and a test fails if it is not
current.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer
import typer.core
import typer.main

PAGE = Path(__file__).with_name("help.txt")
SECTIONS = {
    "Collect and look": (
        "init", "add", "list", "show", "get", "extract", "text", "gazetteer", "search", "note",
        "history",
    ),
    "Record what sources say": ("read", "review", "record", "cite", "citations"),
    "Weigh what sources say": (
        "incident", "contradictions", "corroboration", "timeline", "asof", "casefile",
    ),
    "Count victims": ("count",),
    "Prove": ("check", "log", "checkpoint", "case"),
    "Disclose": (
        "clear", "redact", "disclose", "disclosures", "recall", "verify", "receive", "export",
    ),
    "Protect": ("compartment",),
    "Hold and erase": ("hold", "release", "erase"),
    "Keys and repair": ("key", "index"),
    "In a browser": ("up",),
    "Try it": ("demo",),
}  # fmt: skip
_HEAD = """Usage: probatum COMMAND [OPTIONS]

Collect, preserve, disclose and verify evidence so that tampering shows.
"""
_TAIL = """Every command takes --case DIR, --passphrase-file FILE, --by PERSON and --json,
before or after its name (or PROBATUM_CASE, PROBATUM_PASSPHRASE, PROBATUM_BY),
and --help. --version says which version this is.
Exit codes: 0 fine, 1 evidence or input is wrong, 2 wrong use, 3 environment,
4 nothing failed but whose log it is was not checked (verify), 70 a mistake in
Probatum, 130 interrupted, 141 whoever read the answer stopped before its end."""


class FrontPage(typer.core.TyperGroup):
    """The root of all commands, with a help page in sections."""

    # Typer's type for contexts is private, hence Any.
    def get_help(self, context: Any) -> str:
        """Return the page."""
        parts = [_HEAD]
        for title, names in SECTIONS.items():
            parts.append(title + ":")
            for name in names:
                parts += [f"  {path:<24}{about}" for path, about in _lines(self, name)]
            parts.append("")
        return "\n".join([*parts, _TAIL])


def _lines(group: typer.core.TyperGroup, name: str) -> list[tuple[str, str]]:
    found = group.commands[name]
    if isinstance(found, typer.core.TyperGroup):
        if place := before_commands(found):  # one line: its commands stand there already
            return [(f"{name} {place} COMMAND", found.get_short_help_str(54).removesuffix("."))]
        return [
            (f"{name} {path}", about)
            for below in found.commands
            for path, about in _lines(found, below)
        ]
    return [(name, found.get_short_help_str(54).removesuffix("."))]


def before_commands(group: typer.core.TyperGroup) -> str:
    """Return the word for what stands between a group's name and its commands, if anything."""
    own = [each for each in group.params if each.param_type_name == "argument"]
    return " ".join(each.metavar or each.name or "" for each in own)


def render() -> str:
    """Return the page with its last line end."""
    from probatum.cli.commands import app

    root = typer.main.get_command(app)
    return root.get_help(typer.Context(root, info_name="probatum")) + "\n"


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")

"""Write ``docs/commands.md`` from the help texts of the command line.

The page is taken from the commands themselves, so that it does not depend on the width or the
colours of a terminal. ``tests/test_commands_page.py`` fails when the committed page is not current.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer
import typer.core
import typer.main

PAGE = Path(__file__).resolve().parent / "commands.md"
WIDTH = 88
HEAD = """# Commands

Written by `make commands` from the help texts; do not edit. The same texts appear with
`probatum COMMAND --help`.
"""


def walk(context: typer.Context) -> Iterator[typer.Context]:
    """Yield ``context`` and the contexts of every visible command below it."""
    yield context
    group = context.command
    if isinstance(group, typer.core.TyperGroup):
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None and not command.hidden:
                yield from walk(
                    typer.Context(
                        command,
                        parent=context,
                        info_name=name,
                        terminal_width=WIDTH,
                        **command.context_settings,
                    )
                )


def help_text(context: typer.Context) -> str:
    """The help of one command as plain text, without the boxes that a terminal gets."""
    command = context.command
    if isinstance(command, (typer.core.TyperGroup, typer.core.TyperCommand)):
        command.rich_markup_mode = None
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def contexts() -> list[typer.Context]:
    """The context of every visible command, `probatum` itself first."""
    from probatum.cli.main import app

    root = typer.main.get_command(app)
    settings = root.context_settings
    return list(walk(typer.Context(root, info_name="probatum", terminal_width=WIDTH, **settings)))


def text() -> str:
    """The whole page."""
    parts = [HEAD]
    for context in contexts():
        level = "##" if context.parent is None else "###"
        parts.append(f"{level} `{context.command_path}`\n\n```text\n{help_text(context)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
    print("docs/commands.md")

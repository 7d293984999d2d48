"""``probatum demo``: the story of an invented case, told and tried step by step."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import shown
from probatum.errors import UseError

DEFAULT_FOLDER = Path("probatum-demo")
MARKER = "EXERCISE.txt"
MARK = "EXERCISE - invented material, made by `probatum demo`. It may be deleted.\n"


def demo(
    call: Call,
    folder: Annotated[
        Path, typer.Option("--dir", metavar="DIR", help="Where; a new or empty folder.")
    ] = DEFAULT_FOLDER,
    again: Annotated[
        bool, typer.Option("--again", help="Delete an earlier demonstration in that folder.")
    ] = False,
) -> None:
    """Tell the story of an invented case, step by step.

    Every command is shown, run and compared with what the story says of it. An earlier
    demonstration in the folder is moved aside unless --again is given.
    """
    moved = _make_room(folder, again=again)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_text(MARK, "utf-8")
    from probatum.cli.demo_story import PASSPHRASE, tell
    from probatum.cli.stage import NotAsTold, Stage

    stage = Stage(folder.absolute(), quiet=call.as_json)
    if moved is not None:
        stage.line(f"An earlier demonstration was moved to {shown(str(moved))}")
    as_told = True
    try:
        tell(stage)
    except NotAsTold as error:
        as_told = False
        print(f"\nThis did not turn out as told, and it should have:\n{error}", file=sys.stderr)
    if call.as_json:
        call.answer(
            {
                "as_told": as_told,
                "folder": str(stage.folder),
                "case": str(stage.folder / "case"),
                "passphrase": PASSPHRASE,
                "commands": [
                    {"step": ran.step, "command": ran.command, "exit_code": ran.exit_code}
                    for ran in stage.ran
                ],
            }
        )
    if not as_told:
        raise typer.Exit(1)


def _make_room(folder: Path, *, again: bool) -> Path | None:
    """Leave the folder free; return where an earlier demonstration went.

    Raises UseError ``case-exists`` for a folder with anything else in it.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return None
    marker = folder / MARKER
    ours = folder.is_dir() and not folder.is_symlink() and marker.is_file()
    if not ours or marker.read_bytes() != MARK.encode():
        raise UseError(
            "case-exists", item="the folder", expected="a new or empty one, or an earlier demo",
            found="other files in it", remedy="name another with --dir",
        )  # fmt: skip
    if again:
        shutil.rmtree(folder)
        return None
    number = 1
    while (aside := folder.with_name(f"{folder.name}.{number}")).exists():
        number += 1
    folder.rename(aside)
    return aside

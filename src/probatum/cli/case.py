"""``probatum case``: which case is meant, and taking over one that was moved."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from probatum.cli import remembered
from probatum.cli.calls import Call
from probatum.cli.wording import shown
from probatum.errors import UseError


def use(
    call: Call,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the case.")],
) -> None:
    """Let commands mean this case when none is named."""
    if not (folder / "case.json").exists():
        raise UseError(
            "not-a-case", item="the folder", expected="a Probatum case", found="none",
            remedy="make one: probatum init DIR --name NAME --by PERSON",
        )  # fmt: skip
    remembered.remember(folder)
    if call.as_json:
        call.answer({"case": str(folder.absolute())})
    else:
        print(f"Commands now mean {shown(str(folder.absolute()))}")


def adopt(
    call: Call,
    reason: Annotated[
        str, typer.Option("--reason", help="Why the case is here now; goes into the log.")
    ],
) -> None:
    """Take over a case that was moved, copied or restored.

    Until then it can be read but not written here. The reason goes into the log.
    """
    with call.session() as session:
        from probatum.acts.adopt_case import adopt as adopt_case

        entry = adopt_case(session, reason)
    if call.as_json:
        call.answer(
            {
                "size": entry.size,
                "remembered_size": entry.remembered_size,
                "machine": entry.machine,
                "reason": entry.reason,
            }
        )
        return
    print(f"Adopted at {entry.size} entries; this machine may write to it now.")
    if entry.remembered_size is not None:
        print(f"This machine remembered {entry.remembered_size} entries. The log now says so too.")
    print("Compare with checkpoints that others hold: probatum check --held LINE-OR-FILE")

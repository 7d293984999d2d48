"""``probatum checkpoint``: let others hold what this log cannot take back."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import shown, wrapped

USE = """Send this line, or print it and have it signed and dated, to somebody who is independent of
you; then record that they keep it: probatum checkpoint held-by NAME. Whoever keeps it can later
show whether the log was rewritten before it: probatum check --held LINE-OR-FILE. Nothing in it
tells what the case is about."""


def print_checkpoint(call: Call) -> None:
    """Print the signed checkpoint for others to keep.

    As a note for programs, as one line to send or read out, and as a QR code.
    """
    with call.session() as session:
        from probatum.acts.checkpoint_out import checkpoint_line

        out = checkpoint_line(session)
    if call.as_json:
        call.answer({"size": out.size, "note": out.note, "line": out.line})
        return
    print(out.note)
    print(out.line + "\n")
    if sys.stdout.isatty():
        import segno

        segno.make(out.line, error="l").terminal(compact=True)
        print()
    print(wrapped(USE))


def held_by(
    call: Call,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Who keeps the checkpoint; stays in the case.")
    ],
) -> None:
    """Record that somebody keeps the present checkpoint."""
    with call.session() as session:
        from probatum.acts.checkpoint_out import held_by as record

        entry = record(session, name)
    if call.as_json:
        call.answer({"name": entry.name, "size": entry.size, "root": entry.root})
    else:
        print(f"Recorded: {shown(entry.name)} keeps the checkpoint of {entry.size} entries.")

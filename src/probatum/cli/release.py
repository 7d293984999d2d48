"""``probatum release``: lift a legal hold."""

from __future__ import annotations

from typing import Annotated

import typer

from probatum.cli.calls import Call


def release(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of it.")],
    reason: Annotated[str | None, typer.Option("--reason", help="Who allowed it, and why.")] = None,
) -> None:
    """Lift a legal hold on an item or record."""
    with call.session() as session:
        from probatum.acts.hold_item import release as lift

        index = lift(session, item, reason)
    if call.as_json:
        call.answer({"entry": index, "held": False})
    else:
        print(f"Released, entry {index} of the log.")

"""``probatum hold``: place a legal hold."""

from __future__ import annotations

from typing import Annotated

import typer

from probatum.cli.calls import Call


def hold(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of it.")],
    reason: Annotated[str | None, typer.Option("--reason", help="Who ordered it, and why.")] = None,
) -> None:
    """Place a legal hold: it cannot be erased.

    On an item or a record; neither by itself nor as part of another erasure. It stays until
    somebody lifts it with `probatum release`.
    """
    with call.session() as session:
        from probatum.acts.hold_item import hold as place

        index = place(session, item, reason)
    if call.as_json:
        call.answer({"entry": index, "held": True})
    else:
        print(f"Held, entry {index} of the log. It cannot be erased until it is released.")

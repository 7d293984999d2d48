"""``probatum hold``: place a legal hold."""

from __future__ import annotations

from typing import Annotated

import typer

from probatum.cli.calls import Call


def hold(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the item.")],
    reason: Annotated[str | None, typer.Option("--reason", help="Who ordered it, and why.")] = None,
) -> None:
    """Place a legal hold: the item cannot be erased.

    It stays until somebody lifts it with `probatum release`.
    """
    with call.session() as session:
        from probatum.acts.hold_item import hold as hold_item

        index = hold_item(session, item, reason)
    if call.as_json:
        call.answer({"entry": index, "held": True})
    else:
        print(f"Held, entry {index} of the log. It cannot be erased until it is released.")

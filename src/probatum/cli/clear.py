"""``probatum clear``: clear an item for disclosure."""

from __future__ import annotations

from typing import Annotated

import typer

from probatum.cli.calls import Call


def clear(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the item.")],
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Take an earlier clearance back.")
    ] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="On what ground.")] = None,
) -> None:
    """Clear an item for disclosure; by default none is."""
    with call.session() as session:
        from probatum.acts.clear_item import clear as clear_item

        index = clear_item(session, item, cleared=not withdraw, reason=reason)
    if call.as_json:
        call.answer({"entry": index, "cleared": not withdraw})
    elif withdraw:
        print(f"No longer cleared, entry {index} of the log. What was disclosed stays disclosed.")
    else:
        print(f"Cleared for disclosure, entry {index} of the log.")

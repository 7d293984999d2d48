"""``probatum note``: write a remark about an item."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from probatum.cli.calls import Call


def note(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the item.")],
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="The remark; - reads it from standard input.")
    ],
) -> None:
    """Write a remark about an item.

    It stays beside the item and cannot be changed later.
    """
    said = sys.stdin.read().removesuffix("\n") if text == "-" else text
    with call.session() as session:
        from probatum.acts.note_item import note as note_item

        index = note_item(session, item, said)
    if call.as_json:
        call.answer({"entry": index})
    else:
        print(f"Noted, entry {index} of the log.")

"""``probatum get``: write an item's original to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from probatum.cli import answers
from probatum.cli.calls import Call
from probatum.cli.wording import shown, size


def get(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the item.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="A new file to write.")
    ],
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:
    """Write an item's original bytes to a file.

    They are checked against the digest that was recorded when they were acquired. This is a read:
    it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.get_item import get as get_item
        from probatum.cli.progress import bytes_bar

        with bytes_bar("Writing") as update:
            got = get_item(session, item, output, purpose, update)
    if call.as_json:
        call.answer(
            {
                "item": answers.item(got.row),
                "file": str(output),
                "size_bytes": got.size_bytes,
                "sha256": got.sha256,
            }
        )
    else:
        print(f"{got.row.ref}: {size(got.size_bytes)} written to {shown(str(output))}")
        print(f"SHA-256 {got.sha256}: the same as when it was acquired.")

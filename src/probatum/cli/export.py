"""``probatum export``: formats of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import many, shown, size


def bagit(
    call: Call,
    items: Annotated[
        list[str], typer.Argument(metavar="ID...", help="References or ids of items.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="A new folder for the bag.")
    ],
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:
    """Write originals, in plain text, as a BagIt bag.

    This is a read: it goes into the access log. The bag proves nothing by itself; to give items
    away use `probatum disclose`.
    """
    with call.session() as session:
        from probatum.acts.export_bag import export
        from probatum.cli.progress import bytes_bar

        with bytes_bar("Exporting") as update:
            bag = export(session, items, output, purpose, update)
    if call.as_json:
        call.answer(
            {
                "folder": str(bag.path),
                "items": bag.items,
                "size_bytes": bag.size_bytes,
                "names": bag.names,
            }
        )
        return
    print(f"{many(bag.items, 'item')}, {size(bag.size_bytes)}, in the bag {shown(str(bag.path))}")
    print("They lie there in plain text: keep the folder as safe as the case, or remove it.")

"""``probatum history``: the custody history of an item, printable."""

from __future__ import annotations

from typing import Annotated

import typer

from probatum.cli import answers, record_show
from probatum.cli.calls import Call
from probatum.cli.wording import many, maybe, moment, shown, table


def history(
    call: Call,
    subject: Annotated[
        str,
        typer.Argument(metavar="ID", help="Item or record; erased items too."),
    ],
) -> None:
    """Show every act on an item and every read of it.

    When, who, what and why, ready to be printed. An erased item keeps its history. Of a record:
    every version, as record history shows it.
    """
    with call.session() as session:
        from probatum.acts.item_history import history as history_of
        from probatum.acts.record_history import record_history

        if session.is_record(subject):
            record_show.show_history(call, record_history(session, subject))
            return
        found = history_of(session, subject)
    if call.as_json:
        call.answer(
            {
                "item": answers.item(found.row),
                "lines": [
                    {
                        "log": line.log,
                        "entry": line.index,
                        "kind": line.kind,
                        "at": line.at,
                        "by": line.by,
                        "what": line.what,
                        "leaf_hash": line.leaf_hash,
                    }
                    for line in found.lines
                ],
            }
        )
        return
    row = found.row
    print(f"Custody history of {row.ref or row.id}")
    print(f"  {row.id}  {answers.state(row)}\n")
    rows = [
        (
            moment(line.at).removesuffix(" UTC"),
            maybe(line.by),
            f"{line.log} {line.index}",
            shown(line.what),
        )
        for line in found.lines
    ]
    print(table(("When (UTC)", "Who", "Log entry", "What and why"), rows))
    print(f"\n{many(len(rows), 'line')}. This look at it is recorded too.")

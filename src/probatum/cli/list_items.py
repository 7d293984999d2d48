"""``probatum list``: the items of a case."""

from __future__ import annotations

from probatum.cli import answers
from probatum.cli.calls import Call
from probatum.cli.wording import many, maybe, minute, size, table


def list_items(call: Call) -> None:
    """List the items of the case.

    A list is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.list_items import list_items as all_items

        rows = all_items(session)
    if call.as_json:
        call.answer({"items": [answers.item(row) for row in rows]})
        return
    if not rows:
        print("No items yet. Put some in: probatum add FILE-OR-FOLDER")
        return
    states = ["" if (said := answers.state(row)) == "not cleared" else said for row in rows]
    lines = [
        (
            row.ref or row.id,
            size(row.size_bytes) if not row.erased else "",
            minute(row.acquired_at) if not row.erased else "",
            *([said] if any(states) else []),
            maybe(row.file_name, "") if not row.erased else "",
        )
        for row, said in zip(rows, states, strict=True)
    ]
    named = ["State"] if any(states) else []
    print(table(("Reference", "Size", "Acquired (UTC)", *named, "Name"), lines, right=[1]))
    kept = [row for row in rows if not row.erased]
    print(f"\n{many(len(kept), 'item')}, {size(sum(row.size_bytes or 0 for row in kept))}.", end="")
    print(f" {len(rows) - len(kept):,} erased." if len(kept) < len(rows) else "")

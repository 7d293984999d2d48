"""``probatum extract``: make the texts of items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import many, shown, table
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.extract_text import Extraction
    from probatum.cli.calls import Json

# What is recorded where nothing came out, for people.
CODES: Mapping[str, str] = {
    "unreadable": "it is not a whole file of its kind",
    "encrypted": "a password is needed",
    "no-text": "there are no characters in it: a scan, or an empty file",
    "unsupported": "no reader for this kind of file",
    "too-large": "more than the limits allow",
    "timed-out": "it took too long",
    "out-of-memory": "it needed more memory than a reader may have",
    "crashed": "the reader ended on it",
}
_MOST_LINES = 40


def extract(
    call: Call,
    items: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID...]", help="References or ids of items."),
    ] = None,
    all_new: Annotated[
        bool, typer.Option("--all-new", help="All items that were not read yet, and attachments.")
    ] = False,
) -> None:
    """Make the texts of items, to read, search and cite.

    Files are opened in a process of their own, with limits; what cannot be read is recorded with
    a code. Attachments of messages become items. After an interruption the same command goes on.
    """
    if bool(items) == all_new:
        raise UseError(
            "wrong-use", item="extract", expected="items, or --all-new",
            found="both" if items else "neither", remedy="probatum extract --all-new",
        )  # fmt: skip
    with call.session() as session:
        from probatum.acts.extract_text import extract as extract_items
        from probatum.acts.extract_text import extract_all_new
        from probatum.cli.progress import count_bar

        with count_bar("Extracting") as update:
            if items:
                done = extract_items(session, items, on_progress=update)
            else:
                done = extract_all_new(session, on_progress=update)
    if call.as_json:
        call.answer(_json(done))
    else:
        print(_page(done))
    if done.damaged or (items and any(each.failure for each in done.outcomes)):
        raise typer.Exit(1)


def _page(done: Extraction) -> str:
    counts = Counter(each.done for each in done.outcomes)
    failed = [each for each in done.outcomes if each.failure is not None]
    lines = []
    if failed:
        rows = [(each.row.ref or each.row.id, each.failure or "", CODES[each.failure or ""],
                 shown(each.row.file_name or "")) for each in failed[:_MOST_LINES]]  # fmt: skip
        lines += [table(("Reference", "Code", "Means", "Name"), rows)]
        if len(failed) > _MOST_LINES:
            lines.append(f"... and {len(failed) - _MOST_LINES:,} more: use --json")
        lines.append("")
    for row, error in done.damaged:
        lines.append(f"{row.ref}: {error}")
    attached = sum(len(each.attachments) for each in done.outcomes)
    said = [f"{many(counts['extracted'], 'text')} made"]
    if failed:
        said.append(f"{len(failed):,} without a text (recorded)")
    if known := counts["known"] - sum(each.done == "known" for each in failed):
        said.append(f"{known:,} made before")
    if attached:
        said.append(f"{many(attached, 'attachment')} taken as items")
    if done.damaged:
        said.append(f"{many(len(done.damaged), 'original')} DAMAGED")
    return "\n".join([*lines, ", ".join(said) + "."])


def _json(done: Extraction) -> Json:
    return {
        "items": [
            {
                "id": each.row.id,
                "ref": each.row.ref,
                "done": each.done,
                "failure": each.failure,
                "said": each.said,
                "attachments": list(each.attachments),
            }
            for each in done.outcomes
        ],
        "damaged": [
            {"id": row.id, "ref": row.ref, "error": error.as_dict()} for row, error in done.damaged
        ],
    }

"""``probatum add``: take files and folders into custody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import answers
from probatum.cli.calls import Call
from probatum.cli.wording import facts, many, maybe, moment, shown, size, table
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.acquire import ReceiptLine
    from probatum.acts.add_files import IntakeReceipt

MOST_LINES = 40


def add(
    call: Call,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files or folders, with all below them.")
    ],
    given_by: Annotated[
        str | None, typer.Option("--given-by", metavar="WHO", help="Who handed it over.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where it was handed over.")] = None,
    conditions: Annotated[
        str | None, typer.Option("--conditions", help="In what state, on what terms.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help="Why it was collected.")] = None,
    receipt: Annotated[
        Path | None,
        typer.Option("--receipt", metavar="FILE.html", help="Also write a receipt for paper."),
    ] = None,
) -> None:
    """Take files and folders into custody; give a receipt.

    One call is one intake. What cannot be taken is named and the rest goes on; exit code 1 says
    so. After an interruption the same command continues without duplicates; what it has already,
    under the same path with the same size and time, it does not read again.
    """
    if "" in paths:
        raise UseError(
            "wrong-use", item="add", expected="a file or folder", found="an empty name",
            remedy="a variable of your shell may be unset",
        )  # fmt: skip
    if receipt is not None:
        require_free(receipt)
    with call.session() as session:
        from probatum.acts.add_files import add as add_files
        from probatum.acts.add_files import measure
        from probatum.acts.checkpoint_out import checkpoint_line
        from probatum.cli.progress import bytes_bar

        _, total = measure(paths)
        with bytes_bar("Adding") as update:
            given = add_files(
                session, paths, given_by=given_by, place=place, conditions=conditions, why=why,
                on_progress=lambda done, _files: update(done, total),
            )  # fmt: skip
        line = checkpoint_line(session).line
    if receipt is not None:
        from probatum.cli.receipt_page import page

        with receipt.open("x", encoding="utf-8") as file:
            file.write(page(given, line))
    if call.as_json:
        call.answer(answers.receipt(given, line))
    else:
        print(receipt_text(given, "Receipt"))
        if receipt is not None:
            print(f"\nReceipt for paper: {shown(str(receipt))}")
    if given.refused:
        raise typer.Exit(1)


def require_free(target: Path) -> None:
    """Refuse a file that exists, or a missing folder, before any work is done for it."""
    from probatum.acts.package_file import require_free as require

    require(target)


def receipt_text(given: IntakeReceipt, title: str) -> str:
    """Return a receipt for a terminal; the digests of its items stand in --json and on paper."""
    known = [
        ("Intake", given.intake),
        ("Taken by", shown(given.by)),
        ("At", moment(given.at)),
        ("Given by", maybe(given.given_by)),
        ("Place", maybe(given.place)),
        ("Conditions", maybe(given.conditions)),
        ("Why", maybe(given.why)),
        ("Machine", f"{shown(given.machine)}, clock {given.clock}"),
        ("Contents", given.contents_sha256),
        ("Checkpoint", f"{given.checkpoint_size} entries"),
        ("Root", given.checkpoint_root),
    ]
    parts = [title, "", facts(known), ""]
    if given.lines:
        rows = [(line.ref, size(line.size_bytes), _name(line)) for line in given.lines[:MOST_LINES]]
        parts += [table(("Reference", "Size", "Name"), rows, right=[1])]
        if len(given.lines) > MOST_LINES:
            parts.append(f"... and {len(given.lines) - MOST_LINES:,} more: probatum list")
        parts.append("")
    if given.refused:
        parts.append(f"Not taken ({len(given.refused):,}):")
        parts += [
            f"  {refusal.error.code}: {shown(refusal.source_path)}: found {refusal.error.found}; "
            f"{refusal.error.remedy}"
            for refusal in given.refused
        ]
        parts.append("")
    total = sum(line.size_bytes for line in given.lines)
    last = f"{many(len(given.lines), 'item')} taken, {size(total)}"
    if given.resumed:
        last += f"; {given.resumed:,} of them by an earlier run that was interrupted"
    if given.refused:
        last += f"; {len(given.refused):,} NOT taken"
    parts.append(last + ".")
    return "\n".join(parts)


def _name(line: ReceiptLine) -> str:
    again = "  (the same bytes as before: no second copy)" if line.same_bytes_as_before else ""
    return shown(line.file_name) + again

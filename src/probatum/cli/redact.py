"""``probatum redact``: make a copy of an item in which something is hidden."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import answers
from probatum.cli.add import require_free
from probatum.cli.calls import Call
from probatum.cli.wording import facts, many, shown, size, wrapped

if TYPE_CHECKING:
    from probatum.acts.redact_item import Redacted
    from probatum.cli.calls import Json

LOOK = """Look at the copy before it leaves: no program knows what pictures show, those on a page
included. From now on `probatum disclose` gives it instead of the original."""


def redact(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the item.")],
    code: Annotated[
        str, typer.Option("--code", metavar="CODE", help="Why, in a word: witness-protection ...")
    ],
    basis: Annotated[
        str, typer.Option("--basis", metavar="TEXT", help="The rule, order or promise behind it.")
    ],
    approver: Annotated[str, typer.Option("--approver", metavar="PERSON", help="Who approves it.")],
    span: Annotated[
        list[str] | None,
        typer.Option("--span", metavar="START-END", help="Characters of a text, from 0."),
    ] = None,
    find: Annotated[
        list[str] | None,
        typer.Option("--find", metavar="TEXT", help="Every place of it, in a text or PDF."),
    ] = None,
    box: Annotated[
        list[str] | None,
        typer.Option(
            "--box",
            metavar="[PAGE:]L,T,R,B",
            help="A rectangle from the upper left: pixels of a picture, points of a page.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the copy to a new file too."),
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Only write it to FILE; nothing is stored.")
    ] = False,
    review: Annotated[
        str | None,
        typer.Option("--review", metavar="DATE", help="When to look at it again: 2027-01-31."),
    ] = None,
    text_layer: Annotated[
        bool,
        typer.Option("--text-layer", help="PDF: keep visible words searchable beside the boxes."),
    ] = False,
    dpi: Annotated[
        int, typer.Option("--dpi", metavar="N", help="PDF: resolution of the copy, 72 to 600.")
    ] = 200,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="Text that is not Unicode: windows-1251."),
    ] = None,
) -> None:
    """Make a redacted copy of a text, picture or PDF.

    The copy is made anew from what is visible: nothing hidden in the original is in it. --span,
    --find and --box may be repeated. The original stays as it is.
    """
    if output is not None:
        require_free(output)
    with call.session() as session:
        from probatum.acts.redact_item import Options, Wanted, parse_regions, parse_spans
        from probatum.acts.redact_item import redact as redact_item

        wanted = Wanted(
            code=code, basis=basis, approver=approver, spans=parse_spans(span or []),
            regions=parse_regions(box or []), find=tuple(find or ()), review=review,
        )  # fmt: skip
        options = Options(encoding=encoding, dpi=dpi, with_words=text_layer)
        made = redact_item(
            session, item, wanted, options=options, target=output, preview_only=preview
        )
    if call.as_json:
        call.answer(_json(made))
    else:
        print(_text(made))


def _text(made: Redacted) -> str:
    known = [
        ("Original", made.row.ref or made.row.id),
        ("Hidden", many(made.places, "place")),
        ("Copy", f"{made.media_type}, {size(made.size_bytes)}"),
        ("SHA-256", made.sha256),
    ]
    if made.pages is not None:
        known.append(("Pages", str(made.pages)))
    if made.copy_id is not None:
        known += [("Object", made.copy_id), ("Reason", f"record {made.record_ref}"),
                  ("Recorded", f"entry {made.index} of the log")]  # fmt: skip
    if made.path is not None:
        known.append(("File", shown(str(made.path))))
    title = "Redacted copy" if made.copy_id is not None else "Preview, not stored"
    parts = [title, "", facts(known), ""]
    if made.lost:
        parts += [wrapped("The copy has not: " + "; ".join(made.lost) + "."), ""]
    if made.copy_id is not None:
        parts.append(wrapped(LOOK))
    return "\n".join(parts).rstrip()


def _json(made: Redacted) -> Json:
    return {
        "item": answers.item(made.row),
        "copy": made.copy_id,
        "record": made.record_ref,
        "entry": made.index,
        "media_type": made.media_type,
        "size_bytes": made.size_bytes,
        "sha256": made.sha256,
        "places": made.places,
        "pages": made.pages,
        "lost": list(made.lost),
        "file": None if made.path is None else str(made.path),
    }

"""``probatum text``: the words of an item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import answers
from probatum.cli.calls import Call
from probatum.cli.extract import CODES
from probatum.cli.wording import facts, moment, shown

if TYPE_CHECKING:
    from probatum.acts.text_of import TextOf
    from probatum.cli.calls import Json


def text(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the item.")],
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:
    """Print the text of an item.

    It is made first if there is none. What the item states about itself is printed above it. This
    is a read: it goes into the access log. Exit code 1 says that there is no text. Whether the
    citations of it still stand in it: probatum citations ID.
    """
    with call.session() as session:
        from probatum.acts.extract_text import extract
        from probatum.acts.text_of import text_of

        found = text_of(session, item, purpose)
        if not found.attempted:
            extract(session, [item])
            found = text_of(session, item, purpose)
    if call.as_json:
        call.answer(_json(found))
    else:
        print(_page(found))
    if found.text is None:
        raise typer.Exit(1)


def _page(found: TextOf) -> str:
    row, made, last = found.row, found.made, found.last
    if found.text is None or made is None:
        code = (last.failure if last is not None else None) or "no-text"
        return f"{row.ref}: no text: {code}: {CODES[code]}."
    known = [("Text of", f"{row.ref}  {shown(row.file_name or '')}"), ("Type", _type(found)),
             ("Made", f"{moment(made.at)}, {made.tool} {made.tool_version}")]  # fmt: skip
    if found.outline is not None:
        known += [("  " + shown(fact.name), shown(fact.value)) for fact in found.outline.metadata]
    known += [("Attached", f"{each.ref}  {shown(each.file_name or '')}")
              for each in found.attachments]  # fmt: skip
    lines = [shown(line.replace("\t", "    ")) for line in found.text.split("\n")]
    newer = []
    if last is not None and last is not made and last.failure is not None:
        newer = [f"A later attempt failed ({last.failure}); this is the text made before it.", ""]
    return "\n".join([facts(known), "", *newer, *lines])


def _type(found: TextOf) -> str:
    return shown(found.outline.media_type) if found.outline is not None else "unknown"


def _json(found: TextOf) -> Json:
    made, last, outline = found.made, found.last, found.outline
    return {
        "item": answers.item(found.row),
        "text": found.text,
        "text_sha256": None if made is None else made.sha256,
        "failure": None if last is None else last.failure,
        "entry": None if made is None else made.index,
        "tool": None if made is None else made.tool,
        "tool_version": None if made is None else made.tool_version,
        "parameters": None if made is None else made.parameters,
        "media_type": None if outline is None else outline.media_type,
        "metadata": [] if outline is None else [
            {"name": fact.name, "value": fact.value} for fact in outline.metadata
        ],
        "parts": [] if outline is None else [
            {"kind": part.kind, "start": part.start, "end": part.end, "label": part.label}
            for part in outline.parts
        ],
        "attachments": [answers.item(row) for row in found.attachments],
    }  # fmt: skip

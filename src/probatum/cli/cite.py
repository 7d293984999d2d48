"""``probatum cite``: make a citation out of words of an item's text, or of offsets in it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Annotated, cast

import typer

from probatum.cli.calls import Call
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.cli.calls import Json

_SPAN = re.compile(r"([0-9]{1,12})-([0-9]{1,12})", re.ASCII)


def cite(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the item.")],
    quote: Annotated[
        str | None, typer.Option("--quote", metavar="TEXT", help="Words that stand in it once.")
    ] = None,
    span: Annotated[
        str | None,
        typer.Option("--span", metavar="START-END",
                     help="Characters of its text, from 0, the end not included: 120-188."),
    ] = None,
) -> None:  # fmt: skip
    """Print a citation of an item's text for a record.

    It is JSON that goes into `citations` of a record (record put). White space may differ from that
    of the text. This is a read: it goes into the access log.
    """
    if (quote is None) == (span is None):
        raise UseError(
            "wrong-use", item="cite", expected="--quote or --span", found="both or neither",
            remedy="quote words of the text, or give the offsets of its characters",
        )  # fmt: skip
    place = None if span is None else _span(span)
    with call.session() as session:
        from probatum.acts.cite import cite as make
        from probatum.acts.cite import newest_text
        from probatum.acts.extract_text import extract
        from probatum.model.citing import spelled

        row = session.live(item)
        if newest_text(session, row.id) is None:
            extract(session, [row.id])
        made = cast("Json", spelled(make(session, row.id, exact=quote, span=place)))
    if call.as_json:
        call.answer(made)
    else:
        print(_readable(json.dumps(made, indent=2, ensure_ascii=False)))


def _span(text: str) -> tuple[int, int]:
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise UseError(
            "wrong-use", item="--span", expected="START-END, such as 120-188", found="others",
            remedy="two whole numbers with a hyphen between",
        )  # fmt: skip
    return int(match[1]), int(match[2])


def _readable(text: str) -> str:
    """Return JSON in the letters of its language; what could move a cursor or order is escaped."""
    return "".join(
        letter if letter.isprintable() or letter == "\n" else json.dumps(letter)[1:-1]
        for letter in text
    )

"""``probatum timeline``: what is dated, with four kinds of time kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import record_answers, statements
from probatum.cli.calls import Call
from probatum.cli.wording import many, shown

if TYPE_CHECKING:
    from probatum.acts.timeline import Timeline


def timeline(
    call: Call,
    record: Annotated[
        str | None, typer.Argument(metavar="ID", help="Incident or proposition; else the case.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help="Only event, said, collected or recorded."),
    ] = None,
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:
    """Show what is dated, by four kinds of time.

    Event: when it is said to have happened. Said: when it was said or published. Collected: when
    material was made or got. Recorded: when it was put into this record. What has no date stands at
    the end. This is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.record_board import moment
        from probatum.acts.timeline import kinds_called
        from probatum.acts.timeline import timeline as dated

        as_of = None if call.as_of is None else moment(call.as_of)
        wanted = kinds_called(kind or ())
        found = dated(session, record, kinds=wanted, as_of=as_of, purpose=purpose)
    if call.as_json:
        call.answer(
            {
                "subject": None if found.subject is None else record_answers.record(found.subject),
                "as_of": found.as_of,
                "lines": [
                    {
                        "kind": each.kind,
                        "when": each.when,
                        "earliest": each.earliest,
                        "latest": each.latest,
                        "what": each.what,
                        "id": each.id,
                        "ref": each.ref,
                        "entry": each.index,
                        "stands": each.stands,
                    }
                    for each in found.lines
                ],
            }
        )
    else:
        print(_text(found))


def _text(found: Timeline) -> str:
    lines = statements.as_recorded(found.as_of)
    for each in found.lines:
        lines.append(f"{each.kind:<9}  {shown(each.when)}")
        what = each.what + ("" if each.stands else " (nobody stands by it)")
        lines.append(
            statements.paragraph(f"{what}  {statements.place(each.ref, each.index)}", "           ")
        )
    undated = sum(each.earliest is None and each.latest is None for each in found.lines)
    count = many(len(found.lines), "line")
    lines.append(f"\n{count}, {undated:,} of them without a date that is known.")
    return statements.page(lines)

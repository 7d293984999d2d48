"""``probatum contradictions``: what contradicts what, with both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import record_answers, statements
from probatum.cli.calls import Call

if TYPE_CHECKING:
    from probatum.acts.contradictions import Contradicting


def contradictions(
    call: Call,
    record: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Incident, proposition or assertion; else all."),
    ] = None,
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:
    """Show what contradicts what, and why.

    Denials show which proposition they deny. "None recorded" is not "none exists": the answer says
    whether somebody searched. This is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.contradictions import contradicting
        from probatum.acts.record_board import moment

        as_of = None if call.as_of is None else moment(call.as_of)
        found = contradicting(session, record, as_of=as_of, purpose=purpose)
    if call.as_json:
        call.answer(
            {
                "subject": None if found.subject is None else record_answers.record(found.subject),
                "as_of": found.as_of,
                **record_answers.answer(found.answer),
                "contradictions": [record_answers.contradiction(each) for each in found.shown],
            }
        )
    else:
        print(_text(found))


def _text(found: Contradicting) -> str:
    subject = found.subject
    what = "the case" if subject is None else f"{subject.noun} {subject.ref}"
    lines = [f"What contradicts in {what}", *statements.as_recorded(found.as_of), ""]
    for each in found.shown:
        lines += [*statements.contradiction(each), ""]
    lines.append(statements.paragraph(found.answer.words))
    lines += statements.searches(found.answer)
    if not found.shown:
        lines.append("None recorded is not none exists.")
    return statements.page(lines)

"""``probatum incident``: an incident's page, as sources tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import record_answers, statements
from probatum.cli.calls import Call
from probatum.cli.statements import paragraph, place
from probatum.cli.wording import many

if TYPE_CHECKING:
    from probatum.acts.incident_view import IncidentPage
    from probatum.cli.calls import Json
    from probatum.record.incidents import Question


def incident(
    call: Call,
    record: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the incident.")],
    rule: Annotated[
        str | None,
        typer.Option(
            "--rule", metavar="RULE",
            help="What is shown first where sources differ: newest, widest, most-origins, "
            "best-graded, analyst; else the incident's own rule, else widest.",
        ),
    ] = None,
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:  # fmt: skip
    """Show an incident as sources tell it.

    Every statement with who says it, through whom, where it is cited and recorded; what contradicts
    it; what is not known. This is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.incident_view import incident_page, rule_called
        from probatum.acts.record_board import moment

        as_of = None if call.as_of is None else moment(call.as_of)
        chosen = None if rule is None else rule_called(rule)
        page = incident_page(session, record, rule=chosen, as_of=as_of, purpose=purpose)
    if call.as_json:
        call.answer(_json(page))
    else:
        print(_text(page))


def _text(page: IncidentPage) -> str:
    view = page.view
    known = view.incident
    lines = [paragraph(f"{known.record.title}  {place(known.ref, known.index)}")]
    lines += statements.as_recorded(page.as_of)
    lines.append("An incident holds no facts: this is what sources say of it.")
    lines.append(f"Where they differ, the rule `{view.rule}` chooses what stands first (>).")
    for ref, words, title in page.others:
        lines.append(paragraph(f"This incident {words} {ref}: {title}"))
    for question in view.questions:
        lines += ["", *_question(question)]
    lines += ["", "WHAT CONTRADICTS", paragraph(page.answer.words)]
    lines += statements.searches(page.answer)
    if not page.contradictions:
        lines.append("None recorded is not none exists.")
    for each in page.contradictions:
        lines += ["", *statements.contradiction(each)]
    lines += ["", "WHAT IS NOT KNOWN"]
    lines += [paragraph("- " + words) for words in view.not_known] or ["- nothing is marked so"]
    if page.unread:
        lines.append(f"- whether {many(page.unread, 'cited item')} without a text repeat others")
    lines += ["", f"Out of {many(page.records, 'record')}. This look at them is recorded too."]
    return statements.page(lines)


def _question(question: Question) -> list[str]:
    lines = [paragraph(question.title.upper())]
    if question.value is not None:
        lines.append(paragraph(f"Stated: {question.value} ({question.why})", "  "))
    else:
        lines.append(paragraph(f"({question.why})", "  "))
    for told in question.told:
        mark = ">" if told.first else "-"
        known = told.proposition
        lines.append(paragraph(f"{mark} {told.words}  {place(known.ref, known.index)}", "  "))
        lines.append(paragraph(told.origins, "    "))
        if told.contradictions:
            numbers = ", ".join(map(str, told.contradictions))
            lines.append(f"    CONTRADICTED: see {numbers} below")
        for each in told.said:
            lines += statements.said(each)
        if not told.said:
            lines.append("    - nobody is recorded as saying this")
    return lines


def _json(page: IncidentPage) -> Json:
    view = page.view
    return {
        "incident": {**record_answers.record(view.incident), "title": view.incident.record.title},
        "as_of": page.as_of,
        "rule": view.rule,
        "linked": [
            {"ref": ref, "relation": words, "title": title} for ref, words, title in page.others
        ],
        "questions": [
            {
                "title": question.title,
                "value": question.value,
                "why": question.why,
                "told": [
                    {
                        **record_answers.record(told.proposition),
                        "words": told.words,
                        "first": told.first,
                        "origins": told.origins,
                        "contradictions": list(told.contradictions),
                        "said": [record_answers.said(each) for each in told.said],
                    }
                    for told in question.told
                ],
            }
            for question in view.questions
        ],
        **record_answers.answer(page.answer),
        "contradictions": [record_answers.contradiction(each) for each in page.contradictions],
        "not_known": list(view.not_known),
        "not_compared": page.unread,
        "records": page.records,
    }

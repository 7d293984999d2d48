"""``probatum corroboration``: how many distinct origins support a proposition, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import record_answers, statements
from probatum.cli.calls import Call
from probatum.cli.statements import paragraph, place
from probatum.cli.wording import many

if TYPE_CHECKING:
    from probatum.acts.corroboration import OriginShown, Supported
    from probatum.cli.calls import Json


def corroboration(
    call: Call,
    record: Annotated[
        str, typer.Argument(metavar="ID", help="Proposition, or an assertion about one.")
    ],
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:
    """Count the distinct origins that support a proposition.

    Reprints and relays of one origin count once. Independent are only origins that an assessment
    calls so. This is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.corroboration import supported
        from probatum.acts.record_board import moment

        as_of = None if call.as_of is None else moment(call.as_of)
        found = supported(session, record, as_of=as_of, purpose=purpose)
    if call.as_json:
        call.answer(_json(found))
    else:
        print(_text(found))


def _text(found: Supported) -> str:
    known, result = found.proposition, found.result
    lines = [paragraph(f"{found.words}  {place(known.ref, known.index)}")]
    if found.asked != known.ref:
        lines.append(f"(what {found.asked} is about)")
    lines += statements.as_recorded(found.as_of)
    lines += ["", paragraph(_capital(result.words) + "."), ""]
    for each in result.also:
        lines.append(f"Counted with it, the same content: {place(each.ref, each.index)}")
    for origin in found.origins:
        lines += [*_origin(origin), ""]
    for pair in result.independence:
        judged = pair.judged
        lines.append(
            paragraph(
                f"Origins {pair.one} and {pair.other} assessed as independent by {judged.by}: "
                f"{judged.record.reasons}  {place(judged.ref, judged.index)}"
            )
        )
    for title, rows in (
        ("Denied or disputed by:", found.against),
        ("Say neither that it is so nor that it is not:", found.neither),
        ("Say that it was said (relays, no support of their own):", found.relays),
        ("Withdrawn, no longer counted:", found.withdrawn),
    ):
        if rows:
            lines += [title, *(line for each in rows for line in statements.said(each)), ""]
    if found.beside:
        lines.append("This support does not carry over to what hangs on it:")
        for each, words, support in found.beside:
            lines.append(paragraph(f"- {words}: {support}  {place(each.ref, each.index)}", "  "))
    if found.unread:
        lines.append(
            f"Not compared: {many(found.unread, 'cited item')} without an extracted text; reprints"
            " among them may count apart (probatum extract makes texts)."
        )
    return statements.page(lines).rstrip()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _origin(origin: OriginShown) -> list[str]:
    count = many(len(origin.said), "assertion")
    lines = [paragraph(f"Origin {origin.number}: {origin.hand} ({count})")]
    if origin.why:
        lines.append(paragraph("One origin because: " + "; ".join(origin.why), "  "))
    for number, why in origin.may_be:
        lines.append(paragraph(f"May be the same as origin {number}: {why}", "  "))
    for each in origin.said:
        lines += statements.said(each)
    return lines


def _json(found: Supported) -> Json:
    result = found.result
    return {
        "asked": found.asked,
        "proposition": {**record_answers.record(found.proposition), "words": found.words},
        "as_of": found.as_of,
        "words": result.words,
        "origins_low": result.origins.low,
        "origins_high": result.origins.high,
        "independent": result.independent,
        "same_content": [record_answers.record(each) for each in result.also],
        "origins": [
            {
                "number": each.number,
                "hand": each.hand,
                "why": list(each.why),
                "may_be": [{"origin": number, "why": why} for number, why in each.may_be],
                "said": [record_answers.said(one) for one in each.said],
            }
            for each in found.origins
        ],
        "independence": [
            {
                "one": each.one,
                "other": each.other,
                **record_answers.record(each.judged),
                "reasons": each.judged.record.reasons,
            }
            for each in result.independence
        ],
        "against": [record_answers.said(each) for each in found.against],
        "neither": [record_answers.said(each) for each in found.neither],
        "relays": [record_answers.said(each) for each in found.relays],
        "withdrawn": [record_answers.said(each) for each in found.withdrawn],
        "beside": [
            {**record_answers.record(known), "words": words, "support": support}
            for known, words, support in found.beside
        ],
        "not_compared": found.unread,
    }

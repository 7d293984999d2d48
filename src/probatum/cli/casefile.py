"""``probatum casefile``: an incident on paper."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from probatum.cli import leaks
from probatum.cli.calls import Call
from probatum.cli.wording import many, shown, size, wrapped
from probatum.errors import UseError


def casefile(
    call: Call,
    incident: Annotated[
        str, typer.Argument(metavar="ID", help="Reference or id of the incident.")
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="FILE.html or FILE.pdf, which does not exist."
        ),
    ],
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="NAME", help="For whom; decides pseudonyms."),
    ] = None,
    use: Annotated[
        str | None,
        typer.Option(
            "--use", metavar="CODE", help="What it is given for, in the words of consent."
        ),
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option(
            "--rule", metavar="RULE",
            help="What is shown first where sources differ: newest, widest, most-origins, "
            "best-graded or analyst; else the incident's own, else widest.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="As it was known on this day, or moment."),
    ] = None,
    not_them: Annotated[
        list[str] | None,
        typer.Option(
            "--resolve", "--not-them", metavar="HIT=REASON",
            help="Why this hit of the leak check is not them, such as another person of that "
            "name; HIT is L-..., or G-... for all of one kind that were found. Repeatable.",
        ),
    ] = None,
    leaks_from: leaks.LeaksFrom = None,
    leaks_to: leaks.LeaksTo = None,
    show_leaks: leaks.ShowLeaks = False,
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="en, uk or ar: what it is written in.")
    ] = "en",
    purpose: Annotated[
        str | None,
        typer.Option("--purpose", metavar="TEXT", help="What for; goes into the access log."),
    ] = None,
) -> None:  # fmt: skip
    """Print a case file about an incident, HTML or PDF.

    Every statement with who said it, where it can be read, its reference and log position; what
    contradicts; what is not known. Protected persons stand in it under other names. What people
    said stays in their own words, whatever the language of the file.
    """
    if as_of is not None and call.as_of is not None:
        raise UseError(
            "wrong-use", item="--as-of", expected="one date", found="another one behind `asof`",
            remedy="leave one of them out",
        )  # fmt: skip
    as_of = as_of or call.as_of
    if output.suffix.lower() == ".pdf" and sys.stderr.isatty():
        print("Setting the pages of a PDF takes some seconds.", file=sys.stderr)
    with call.session() as session:
        from probatum.acts.case_file import PaperOrder, print_case_file
        from probatum.acts.incident_view import rule_called
        from probatum.acts.leak_check import Decisions
        from probatum.acts.record_board import moment
        from probatum.model.tongues import tongue

        decisions = Decisions(leaks.resolutions(not_them, leaks_from), show=show_leaks)
        with leaks.listed(leaks_to):
            done = print_case_file(
                session, incident, output,
                PaperOrder(
                    recipient=to, rule=None if rule is None else rule_called(rule),
                    as_of=None if as_of is None else moment(as_of), purpose=purpose,
                    decisions=decisions, use=use, tongue=tongue(language),
                ),
            )  # fmt: skip
    if call.as_json:
        call.answer(
            {"file": str(output), "size_bytes": len(done.data), "ref": done.ref,
             "claims": done.claims, "contradictions": done.contradictions,
             "protected": done.protected, "left_out": done.left_out}
        )  # fmt: skip
        return
    print(f"{shown(done.title)} ({done.ref}): {shown(str(output))}, {size(len(done.data))}")
    print(f"{many(done.claims, 'claim')}, {many(done.contradictions, 'contradiction')}.")
    if done.protected:
        print(wrapped(f"{many(done.protected, 'protected record')} under another name."))
    if done.left_out:
        kept = many(done.left_out, "record or item", "records or items")
        print(wrapped(f"Left out, by restriction or consent, for this recipient: {kept}."))
    print("It lies there in plain text: keep it as safe as the case, or remove it.")

"""``probatum disclosures`` and ``recall``: what was given to whom, and asking it back."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import shown, table, wrapped

if TYPE_CHECKING:
    from probatum.acts.list_disclosures import Given
    from probatum.acts.recall_disclosure import Recalled
    from probatum.cli.calls import Json


def disclosures(
    call: Call,
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=1, max=1000, help="How many; newest first.")
    ] = 50,
) -> None:
    """List what was given to whom, and what was asked back."""
    with call.session() as session:
        from probatum.acts.list_disclosures import disclosures as made

        found = made(session, limit=most)
    if call.as_json:
        call.answer({"disclosures": [_json(each) for each in found]})
        return
    if not found:
        print("Nothing was given away yet.")
        return
    rows = [
        (str(each.index), each.said.at[:16], shown(each.said.to), shown(each.said.purpose),
         ", ".join(filter(None, (each.said.confidentiality, each.said.disclosure_type))),
         ", ".join(f"{said.asks} (entry {index})" for index, said in each.recalls))
        for each in found
    ]  # fmt: skip
    print(table(("Entry", "When (UTC)", "To", "For", "Handling", "Asked back"), rows, right=[0]))


def recall(
    call: Call,
    entry: Annotated[
        int, typer.Argument(metavar="ENTRY", min=0, help="Of the disclosure: see `disclosures`.")
    ],
    asks: Annotated[
        str, typer.Option("--asks", metavar="WHAT", help="destroy, return or stop-using.")
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why, as the recipient is told.")
    ],
) -> None:
    """Ask a package back, and print the notice.

    Nothing that left comes back by itself: the log keeps that it was asked. Hand the notice over by
    the way on which you reach the recipient, and ask for an answer.
    """
    with call.session() as session:
        from probatum.acts.recall_disclosure import recall as ask_back

        done = ask_back(session, entry, asks=asks, reason=reason)
    if call.as_json:
        call.answer({"entry": done.index, "disclosure": _json(done.given), "asks": done.said.asks,
                     "reason": done.said.reason})  # fmt: skip
        return
    print("\n".join(_notice(done)))


def _notice(done: Recalled) -> list[str]:
    from probatum.acts.recall_disclosure import ASKS

    given, said = done.given.said, done.said
    return [
        "NOTICE OF RECALL", "",
        f"To       {shown(said.to)}",
        f"From     {shown(said.by)}",
        f"Date     {said.at[:10]}", "",
        wrapped(f"On {given.at[:10]} we gave you a package, for: {shown(given.purpose)}. "
                "The SHA-256 of its manifest is"),
        textwrap.indent(said.manifest_sha256, "  "), "",
        wrapped(f"We ask you to {ASKS[said.asks]}."), "",
        wrapped(f"Reason: {shown(said.reason)}"), "",
        wrapped("Tell us who else had a copy, and pass this notice on to them."), "",
        f"Entry {done.index} of our log; the package is entry {done.given.index}.",
    ]  # fmt: skip


def _json(given: Given) -> Json:
    said = given.said
    return {
        "entry": given.index, "at": said.at, "by": said.by, "to": said.to, "purpose": said.purpose,
        "kind_of_disclosure": said.kind_of_disclosure, "withheld": said.withheld,
        "confidentiality": said.confidentiality, "disclosure_type": said.disclosure_type,
        "manifest_sha256": said.manifest_sha256,
        "recalls": [
            {"entry": index, "at": each.at, "by": each.by, "asks": each.asks, "reason": each.reason}
            for index, each in given.recalls
        ],
    }  # fmt: skip

"""``probatum erase``: erase an item, after saying what that means."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import answers
from probatum.cli.calls import Call
from probatum.cli.wording import facts, many, maybe, moment, shown, size, wrapped
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.erase_item import Closure
    from probatum.cli.calls import Json


def erase(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the item.")],
    reason: Annotated[
        str,
        typer.Option(
            "--reason",
            metavar="CODE",
            help="consent-withdrawn, protection, data-subject-request, retention-ended, unlawful, "
            "out-of-scope or court-order.",
        ),
    ],
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask for the reference to be typed.")
    ] = False,
) -> None:
    """Erase an item for ever, after saying what that means.

    The log still verifies; only the reason code stays readable in it. You are asked to type the
    item's reference.
    """
    if call.as_json and not yes:
        raise UseError(
            "wrong-use", item="erase", expected="--yes together with --json", found="no --yes",
            remedy="look at the closure without --json first, then add --yes",
        )  # fmt: skip
    with call.session() as session:
        from probatum.acts.erase_item import REASONS, plan
        from probatum.acts.erase_item import erase as erase_item

        if reason not in REASONS:
            raise UseError(
                "wrong-use", item="--reason", expected="one of " + ", ".join(REASONS),
                found="another word", remedy="choose the code that fits; the log shows it for ever",
            )  # fmt: skip
        closure = plan(session, item)
        if not call.as_json:
            print(_text(closure, f"{reason}: {REASONS[reason]}"))
        if not yes and not closure.held:
            _confirm(closure)
        ended = erase_item(session, closure.row.id, reason)
    if call.as_json:
        call.answer({"closure": _json(closure), "id": closure.row.id, "epoch": ended.epoch})
    else:
        print(f"\nErased. Its key was destroyed; key epoch {ended.epoch} has begun.")
        print(f"What the log still shows: probatum history {closure.row.ref or closure.row.id}")


def _confirm(closure: Closure) -> None:
    wanted = closure.row.ref or closure.row.id
    if not sys.stdin.isatty():
        raise UseError(
            "wrong-use", item="erase", expected="a terminal to ask on, or --yes", found="neither",
            remedy="read the closure above; if it is right, add --yes",
        )  # fmt: skip
    typed = input(f"\nThis cannot be undone. Type {wanted} to erase it: ")
    if typed.strip().upper() != wanted.upper():
        raise UseError(
            "wrong-use", item="erase", expected="the item's reference", found="something else",
            remedy="nothing was erased; run the command again",
        )  # fmt: skip


def _text(closure: Closure, reason: str) -> str:
    row = closure.row
    known = [
        ("Item", f"{row.ref}  {row.id}"),
        ("Name", maybe(row.file_name)),
        ("Size", size(row.size_bytes)),
        ("Reason", reason),
        ("Goes with it", f"{many(closure.acquisitions, 'acquisition')}, "
                         f"{many(closure.notes, 'note')}, every field about it"
                         + (f", {many(closure.derived, 'object')} made from it (texts, copies)"
                            if closure.derived else "")),
        ("Legal hold", "YES: it will be refused" if closure.held else "none"),
        ("Disclosed", "never recorded" if not closure.disclosures else ""),
    ]  # fmt: skip
    parts = ["Closure of this erasure", facts(("  " + label, value) for label, value in known)]
    parts += [
        f"    to {shown(to)}, {moment(at)} (entry {index})" for to, at, index in closure.disclosures
    ]
    if closure.attachments:
        parts.append("  Attachments stay as items of their own: " + ", ".join(closure.attachments))
    parts.append("  Cannot be reached from here:")
    for sentence in closure.remains:
        parts.append("  - " + wrapped(sentence, "    ").lstrip())
    return "\n".join(parts)


def _json(closure: Closure) -> Json:
    return {
        "item": answers.item(closure.row),
        "acquisitions": closure.acquisitions,
        "notes": closure.notes,
        "derived": closure.derived,
        "attachments": list(closure.attachments),
        "held": closure.held,
        "disclosures": [
            {"to": to, "at": at, "entry": index} for to, at, index in closure.disclosures
        ],
        "cannot_reach": list(closure.remains),
    }

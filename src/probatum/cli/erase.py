"""``probatum erase``: erase an item or record, after saying what that means."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import answers
from probatum.cli.calls import Call
from probatum.cli.wording import facts, many, maybe, moment, shown, size, table, wrapped
from probatum.errors import UseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from probatum.acts.closure import Citing, Closure, Hanging
    from probatum.cli.calls import Json

_MOST = 40  # records that the page lists; --json lists them all


def erase(
    call: Call,
    item: Annotated[
        str, typer.Argument(metavar="ID", help="Reference or id of the item or record.")
    ],
    reason: Annotated[
        str,
        typer.Option(
            "--reason",
            metavar="CODE",
            help="consent-withdrawn, protection, data-subject-request, retention-ended, unlawful, "
            "out-of-scope or court-order.",
        ),
    ],
    with_citing: Annotated[
        bool, typer.Option("--with-citing", help="Erase the records that cite the item as well.")
    ] = False,
    keep_citing: Annotated[
        bool, typer.Option("--keep-citing", help="Keep them, with what they quote.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask for the reference to be typed.")
    ] = False,
) -> None:
    """Erase an item or record, after saying what it means.

    It is gone for ever. What was made from an item goes with it. If records cite it, say whether
    they go too. The log still verifies; only the reason code stays readable in it. You are asked to
    type the reference.
    """
    if call.as_json and not yes:
        raise UseError(
            "wrong-use", item="erase", expected="--yes together with --json", found="no --yes",
            remedy="look at the closure without --json first, then add --yes",
        )  # fmt: skip
    if with_citing and keep_citing:
        raise UseError(
            "wrong-use", item="erase", expected="--with-citing or --keep-citing", found="both",
            remedy="choose one: they go, or they stay with what they quote",
        )  # fmt: skip
    citing: Citing | None = "erase" if with_citing else "keep" if keep_citing else None
    with call.session() as session:
        from probatum.acts.erase_item import REASONS, plan, require_erasable
        from probatum.acts.erase_item import erase as erase_item

        if reason not in REASONS:
            raise UseError(
                "wrong-use", item="--reason", expected="one of " + ", ".join(REASONS),
                found="another word", remedy="choose the code that fits; the log shows it for ever",
            )  # fmt: skip
        closure = plan(session, item)
        if not call.as_json:
            print(_text(closure, f"{reason}: {REASONS[reason]}", citing))
        require_erasable(closure, citing)
        if not yes:
            _confirm(closure)
        ended = erase_item(session, closure.row.id, reason, citing=citing)
    gone = closure.goes(citing)
    if call.as_json:
        call.answer({
            "closure": _json(closure), "id": closure.row.id, "epoch": ended.epoch,
            "records": [row.id for row in gone],
        })  # fmt: skip
        return
    count = len(gone) + (1 + closure.derived if closure.is_item else 0)
    keys = "Its key was" if count == 1 else f"{count:,} keys were"
    print(f"\nErased. {keys} destroyed; key epoch {ended.epoch} has begun.")
    if closure.is_item:
        print(f"What the log still shows: probatum history {closure.ref}")


def _confirm(closure: Closure) -> None:
    wanted = closure.ref
    if not sys.stdin.isatty():
        raise UseError(
            "wrong-use", item="erase", expected="a terminal to ask on, or --yes", found="neither",
            remedy="read the closure above; if it is right, add --yes",
        )  # fmt: skip
    typed = input(f"\nThis cannot be undone. Type {wanted} to erase it: ")
    if typed.strip().upper() != wanted.upper():
        raise UseError(
            "wrong-use", item="erase", expected="the reference", found="something else",
            remedy="nothing was erased; run the command again",
        )  # fmt: skip


def _text(closure: Closure, reason: str, citing: Citing | None) -> str:
    known = [
        *_what(closure),
        ("Reason", reason),
        ("Goes with it", _along(closure)),
        ("Legal hold", "YES: it will be refused" if closure.held else "none"),
        ("Disclosed", "never recorded" if not closure.disclosures else ""),
    ]
    parts = ["Closure of this erasure", facts(("  " + label, value) for label, value in known)]
    parts += [
        f"    to {shown(to)}, {moment(at)} (entry {index})" for to, at, index in closure.disclosures
    ]
    if closure.attachments:
        parts.append("  Attachments stay as items of their own: " + ", ".join(closure.attachments))
    if closure.citing:
        fate = {
            "erase": "Records that cite it, erased too:",
            "keep": "Records that cite it STAY, with what they quote of it:",
            None: "Records that cite it, and may quote it:",
        }
        parts += ["  " + fate[citing], *_lines(closure.citing)]
    if closure.naming and (citing == "erase" or not closure.citing):
        parts += ["  Records that name what goes stay, and show it as erased:",
                  *_lines(closure.naming)]  # fmt: skip
    parts.append("  Cannot be reached from here:")
    for sentence in closure.remains:
        parts.append("  - " + wrapped(sentence, "    ").lstrip())
    return "\n".join(parts)


def _what(closure: Closure) -> list[tuple[str, str]]:
    row = closure.as_item
    if row is None:
        return [("Record", f"{closure.ref}  {closure.row.id}"), ("Says", shown(closure.caption))]
    return [
        ("Item", f"{closure.ref}  {row.id}"),
        ("Name", maybe(row.file_name)),
        ("Size", size(row.size_bytes)),
    ]


def _along(closure: Closure) -> str:
    if not closure.is_item:
        return many(closure.versions, "version") + ", every field of it"
    made = many(closure.derived, "object") + " made from it (texts, copies)"
    return (f"{many(closure.acquisitions, 'acquisition')}, {many(closure.notes, 'note')}, "
            "every field about it" + (", " + made if closure.derived else ""))  # fmt: skip


def _lines(hanging: Sequence[Hanging]) -> list[str]:
    rows = [
        ("  " + each.ref, each.row.noun, "held" if each.held else "", shown(each.caption))
        for each in hanging[:_MOST]
    ]
    lines = table(("  Reference", "Noun", "Hold", "Says"), rows).split("\n")
    if len(hanging) > _MOST:
        lines.append(f"  ... and {len(hanging) - _MOST:,} more; --json lists them all")
    return ["  " + line for line in lines]


def _json(closure: Closure) -> Json:
    item = closure.as_item
    return {
        "ref": closure.ref,
        "item": None if item is None else answers.item(item),
        "record": None if item is not None else closure.row.id,
        "acquisitions": closure.acquisitions,
        "notes": closure.notes,
        "versions": closure.versions,
        "derived": closure.derived,
        "attachments": list(closure.attachments),
        "held": closure.held,
        "citing": [_hanging(each) for each in closure.citing],
        "naming": [_hanging(each) for each in closure.naming],
        "disclosures": [
            {"to": to, "at": at, "entry": index} for to, at, index in closure.disclosures
        ],
        "cannot_reach": list(closure.remains),
    }


def _hanging(each: Hanging) -> dict[str, Json]:
    return {"id": each.row.id, "ref": each.ref, "noun": each.row.noun, "caption": each.caption,
            "held": each.held}  # fmt: skip

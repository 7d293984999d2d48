"""``probatum show``: what is recorded about an item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli import answers
from probatum.cli.calls import Call
from probatum.cli.wording import facts, maybe, moment, shown, size

if TYPE_CHECKING:
    from probatum.acts.show_item import Shown
    from probatum.cli.calls import Json
    from probatum.model.kinds import Acquire, Intake


def show(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the item.")],
) -> None:
    """Show what is recorded about an item.

    This is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.show_item import show as show_item

        found = show_item(session, item)
    if call.as_json:
        call.answer(_json(found))
    else:
        print(_text(found))


def _text(found: Shown) -> str:
    row = found.row
    exact = (
        "" if row.size_bytes is None or row.size_bytes < 1000 else f" ({row.size_bytes:,} bytes)"
    )
    known = [
        ("Reference", row.ref or "none"),
        ("Id", row.id),
        ("Name", maybe(row.file_name)),
        ("Size", size(row.size_bytes) + exact),
        ("SHA-256", row.sha256 or "unknown"),
        ("State", answers.state(row)),
        ("Disclosed", f"{row.disclosed} times" if row.disclosed else "never recorded"),
    ]
    parts = [facts(known)]
    for number, (index, each) in enumerate(found.acquisitions, 1):
        again = ", the same bytes as before" if each.same_bytes_as_before else ""
        parts += ["", f"Acquisition {number} (entry {index} of the log{again})"]
        parts.append(facts(("  " + label, value) for label, value in _acquired(each)))
    for index, intake in found.intakes:
        parts += ["", f"Intake (entry {index} of the log)"]
        parts.append(facts(("  " + label, value) for label, value in _taken(intake)))
    for index, note in found.notes:
        parts += ["", f"Note by {shown(note.by)}, {moment(note.at)} (entry {index})"]
        parts += ["  " + shown(line) for line in note.text.splitlines()]
    return "\n".join(parts)


def _acquired(entry: Acquire) -> list[tuple[str, str]]:
    return [
        ("By", shown(entry.by)),
        ("Recorded", moment(entry.at)),
        ("From", shown(entry.source_path)),
        ("Modified", moment(entry.modified_at) + " (file system)"),
        ("Changed", moment(entry.changed_at) + " (file system)"),
        ("Accessed", moment(entry.accessed_at) + " (file system)"),
    ]


def _taken(intake: Intake) -> list[tuple[str, str]]:
    return [
        ("By", shown(intake.by)),
        ("Began", moment(intake.at)),
        ("Given by", maybe(intake.given_by)),
        ("Place", maybe(intake.place)),
        ("Conditions", maybe(intake.conditions)),
        ("Why", maybe(intake.why)),
        ("Machine", f"{shown(intake.machine)}, clock {intake.clock}"),
    ]


def _json(found: Shown) -> Json:
    return {
        "item": answers.item(found.row),
        "acquisitions": [
            {
                "entry": index,
                "by": each.by,
                "at": each.at,
                "intake": each.intake,
                "file_name": each.file_name,
                "source_path": each.source_path,
                "sha256": each.sha256,
                "size_bytes": each.size_bytes,
                "modified_at": each.modified_at,
                "changed_at": each.changed_at,
                "accessed_at": each.accessed_at,
                "same_bytes_as_before": each.same_bytes_as_before,
                "received": each.sender is not None,
            }
            for index, each in found.acquisitions
        ],
        "intakes": [
            {
                "entry": index,
                "by": each.by,
                "at": each.at,
                "given_by": each.given_by,
                "place": each.place,
                "conditions": each.conditions,
                "why": each.why,
                "machine": each.machine,
                "clock": each.clock,
            }
            for index, each in found.intakes
        ],
        "notes": [
            {"entry": index, "by": each.by, "at": each.at, "text": each.text}
            for index, each in found.notes
        ],
    }

"""Answers that several commands give in JSON, as ``docs/json.md`` describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probatum.acts.acquire import ReceiptLine
    from probatum.acts.add_files import IntakeReceipt
    from probatum.acts.list_items import ItemRow
    from probatum.cli.calls import Json


def item(row: ItemRow) -> dict[str, Json]:
    """An item; of an erased one only id, reference and counts are known."""
    return {
        "id": row.id,
        "ref": row.ref,
        "file_name": row.file_name,
        "size_bytes": row.size_bytes,
        "sha256": row.sha256,
        "source_path": row.source_path,
        "acquired_at": row.acquired_at,
        "by": row.by,
        "intake": row.intake,
        "acquisitions": row.acquisitions,
        "notes": row.notes,
        "disclosed": row.disclosed,
        "cleared": row.cleared,
        "held": row.held,
        "erased": row.erased,
    }


def state(row: ItemRow) -> str:
    """Say in a few words what a person must know before using an item."""
    if row.erased:
        return "erased"
    words = ["cleared"] if row.cleared else []
    if row.held:
        words.append("held")
    return ", ".join(words) or "not cleared"


def receipt(given: IntakeReceipt, checkpoint_line: str) -> dict[str, Json]:
    """The receipt of an intake."""
    return {
        "intake": given.intake,
        "by": given.by,
        "at": given.at,
        "given_by": given.given_by,
        "place": given.place,
        "conditions": given.conditions,
        "why": given.why,
        "machine": given.machine,
        "clock": given.clock,
        "items": [_line(line) for line in given.lines],
        "refused": [
            {"path": refusal.source_path, "error": refusal.error.as_dict()}
            for refusal in given.refused
        ],
        "resumed": given.resumed,
        "contents_sha256": given.contents_sha256,
        "checkpoint": {
            "size": given.checkpoint_size,
            "root": given.checkpoint_root,
            "line": checkpoint_line,
        },
        "vkey": given.vkey,
    }


def _line(line: ReceiptLine) -> dict[str, Json]:
    return {
        "id": line.id,
        "ref": line.ref,
        "file_name": line.file_name,
        "size_bytes": line.size_bytes,
        "sha256": line.sha256,
        "same_bytes_as_before": line.same_bytes_as_before,
    }

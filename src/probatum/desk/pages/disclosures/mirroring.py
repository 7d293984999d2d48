"""The recipient's mirror in words: each entry with its fields, ours beside theirs."""

from __future__ import annotations

import json
from dataclasses import dataclass

from probatum.acts.disclose_items import Withholding
from probatum.acts.mirror_disclosure import Mirror
from probatum.desk.pages.log.words import ACTS

# What people write most; any other code may be typed. They leave as they are, in every language.
CODES_OF_REASONS = ("protected-person", "witness-protection", "safety", "personal-data",
                    "legal-privilege", "court-order", "third-party")  # fmt: skip
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Row:
    """A field; ``name`` is what a line that withholds it begins with. ``ours`` None: unknown."""

    field: str
    name: str
    ours: str | None
    kept: Withholding | None


@dataclass(frozen=True, slots=True)
class Table:
    """An entry: where it lies in the log, what it is about, and its fields."""

    index: int
    about: str
    words: str
    rows: tuple[Row, ...]


def shown(found: Mirror) -> list[Table]:
    """Return the tables of a mirror, in the order of the log."""
    return [
        Table(entry.index, entry.about or "", str(ACTS.get(entry.kind, entry.kind)), tuple(
            Row(line.field, f"{entry.about}.{line.field}" if entry.about else line.field,
                _words(line.ours), line.kept)
            for line in entry.lines
        ))
        for entry in found.entries
    ]  # fmt: skip


def _words(value: object) -> str | None:
    if value is None:
        return None
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"

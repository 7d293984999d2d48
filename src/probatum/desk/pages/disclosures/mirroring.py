"""The recipient's mirror in words: each entry with its fields, ours beside theirs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from probatum.acts.disclose_items import Withholding
from probatum.acts.mirror_disclosure import Entry, Line, Mirror
from probatum.acts.named_fields import NamedFields
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
    return [_table(entry, entry.lines) for entry in found.entries]


def _table(entry: Entry, lines: Sequence[Line]) -> Table:
    return Table(entry.index, entry.about or "", str(ACTS.get(entry.kind, entry.kind)), tuple(
        Row(line.field, f"{entry.about}.{line.field}" if entry.about else line.field,
            _words(line.ours), line.kept)
        for line in lines
    ))  # fmt: skip


def named_rows(found: NamedFields) -> list[tuple[Table, Row]]:
    """Return each field that names what was looked for, with its entry; each name once.

    A field of an intake has no object of its own to name: it is withheld wherever it stands.
    """
    rows: dict[str, tuple[Table, Row]] = {}
    for entry, line in found.fields:
        table = _table(entry, (line,))
        rows.setdefault(table.rows[0].name, (table, table.rows[0]))
    return list(rows.values())


def _words(value: object) -> str | None:
    if value is None:
        return None
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"

"""The questions of pages about items: few rows each, however large the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from probatum.index.counting import Counting
from probatum.index.queries import ITEMS, Queries, item_row
from probatum.index.record_queries import RECORDS, RecordRow, record_row
from probatum.index.rows import ItemRow

Order = Literal["newest", "oldest"]
_MANY = 500  # values bound in one statement


@dataclass(frozen=True, slots=True)
class AcquisitionRow:
    """One time that an item's bytes were taken in: the entry's position, and what it says."""

    index: int
    intake: str
    file_name: str
    source_path: str
    modified_at: str | None
    by: str
    at: str


class ItemQueries(Queries, Counting):
    """Items by the page, and what belongs to one of them."""

    def items_page(
        self, *, order: Order = "newest", after: int | None = None, limit: int
    ) -> list[ItemRow]:
        """Return items by running number, those behind ``after``; erased ones have none."""
        # Always behind something: only so does SQLite walk along the index instead of sorting all.
        sign, way, start = ("<", "DESC", 2**62) if order == "newest" else (">", "ASC", 0)
        rows = self._all(
            f"{ITEMS}AND i.number {sign} ? ORDER BY i.number {way} LIMIT ?",
            start if after is None else after, limit,
        )  # fmt: skip
        return [item_row(row) for row in rows]

    def items_alive(self) -> int:
        """Return how many items there are that were not erased."""
        return self.counted("SELECT count(*) FROM item")

    def some_items(self, ids: Iterable[str]) -> dict[str, ItemRow]:
        """Return the items of these ids that there are and that were not erased, by id."""
        wanted = sorted(set(ids))
        found: dict[str, ItemRow] = {}
        for start in range(0, len(wanted), _MANY):
            part = [bytes.fromhex(each) for each in wanted[start : start + _MANY]]
            rows = self._all(
                f"{ITEMS}AND i.number IS NOT NULL AND o.id IN ({', '.join('?' * len(part))})",
                *part,
            )
            found |= {row.id: row for row in map(item_row, rows)}
        return found

    def items_of_intake(self, intake: str, limit: int) -> list[ItemRow]:
        """Return the items that an intake took and that were not erased, by running number."""
        rows = self._all(
            f"{ITEMS}AND i.number IS NOT NULL AND o.position IN"
            " (SELECT object FROM acquisition WHERE intake = ?) ORDER BY i.number LIMIT ?",
            intake, limit,
        )  # fmt: skip
        return [item_row(row) for row in rows]

    def acquisitions(self, object_id: str, limit: int) -> list[AcquisitionRow]:
        """Return the acquisitions of an item, oldest first."""
        rows = self._all(
            "SELECT a.idx, a.intake, a.file_name, a.source_path, a.modified_at, a.by, a.at"
            " FROM acquisition a JOIN object o ON o.position = a.object"
            " WHERE o.id = ? ORDER BY a.idx LIMIT ?",
            bytes.fromhex(object_id), limit,
        )  # fmt: skip
        return [AcquisitionRow(*row) for row in rows]

    def first_entry(self, object_id: str) -> int | None:
        """Return the position of the evidence entry that introduced an object."""
        row = self._first(
            "SELECT min(e.idx) FROM evidence e JOIN object o ON o.position = e.object"
            " WHERE o.id = ?",
            bytes.fromhex(object_id),
        )
        return None if row is None or row[0] is None else int(row[0])

    def entries_of(self, object_id: str, kind: str, limit: int) -> list[int]:
        """Return positions of evidence entries of a kind about an object, newest first."""
        rows = self._all(
            "SELECT e.idx FROM evidence e JOIN object o ON o.position = e.object"
            " WHERE o.id = ? AND e.kind = (SELECT no FROM kind WHERE name = ?)"
            " ORDER BY e.idx DESC LIMIT ?",
            bytes.fromhex(object_id), kind, limit,
        )  # fmt: skip
        return [int(row[0]) for row in rows]

    def naming_some(
        self, object_id: str, nouns: Sequence[str], limit: int, after: int = 0
    ) -> list[RecordRow]:
        """Return records of these nouns (none: all) that name an object, by running number."""
        chosen = f" AND r.noun IN ({', '.join('?' * len(nouns))})" if nouns else ""
        rows = self._all(
            f"{RECORDS}WHERE r.object IN (SELECT object FROM reference WHERE target = ?)"
            f"{chosen} AND r.number > ? AND NOT r.retracted ORDER BY r.number LIMIT ?",
            bytes.fromhex(object_id), *nouns, after, limit,
        )  # fmt: skip
        return [record_row(row) for row in rows]

    def media_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Return item -> media type that reading its text found, for those that were read."""
        wanted = sorted(set(ids))
        found: dict[str, str] = {}
        for start in range(0, len(wanted), _MANY):
            part = [bytes.fromhex(each) for each in wanted[start : start + _MANY]]
            rows = self._all(
                # `+`: by item. By operation SQLite would go through the outlines of all items.
                "SELECT item, parameters FROM derivation WHERE +operation = 'outline' AND item IN"
                f" ({', '.join('?' * len(part))}) ORDER BY idx",
                *part,
            )
            for raw, parameters in rows:
                said = [word[5:] for word in parameters.split() if word.startswith("from=")]
                if said:
                    found[raw.hex()] = said[-1]
        return found

"""The questions that acts ask of the index, as SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.index.following import spell_sources
from probatum.index.record_queries import RecordQueries
from probatum.index.rows import CaseRow, EntryRow, IntakeRow, ItemRow
from probatum.index.schema import Connection, Row, reported
from probatum.model.ids import format_reference
from probatum.preserve.case import Head, LogName
from probatum.preserve.vault import Place

ITEMS = """
SELECT o.id, i.number, i.ref, a.file_name, a.sha256, a.size_bytes, a.intake, a.source_path,
  a.at, a.by, o.acquisitions, i.cleared, o.held, o.erasure, o.notes,
  (SELECT count(*) FROM disclosed d WHERE d.item = lower(hex(o.id)))
FROM object o LEFT JOIN item i ON i.object = o.position LEFT JOIN acquisition a ON a.idx = i.first
WHERE o.acquisitions > 0
"""
_EVIDENCE = """
SELECT 'evidence', e.idx, k.name, o.id
FROM evidence e JOIN kind k ON k.no = e.kind JOIN object o ON o.position = e.object
"""
_READS = """
SELECT 'access', e.idx, k.name, o.id
FROM access e JOIN kind k ON k.no = e.kind JOIN object o ON o.position = e.object
WHERE e.idx IN (SELECT idx FROM shown WHERE first <= ? AND last >= ?) ORDER BY e.idx
"""


class Queries(RecordQueries):
    """Answers out of the tables; a question changes nothing."""

    _connection: Connection
    _case_row: CaseRow | None = None

    def _all(self, sql: str, *values: object) -> list[Row]:
        with reported():
            rows: list[Row] = self._connection.execute(sql, values).fetchall()
        return rows

    def _first(self, sql: str, *values: object) -> Row | None:
        rows = self._all(sql, *values)
        return rows[0] if rows else None

    # -- objects --------------------------------------------------------------------------------

    def head(self, log: LogName, object_id: bytes) -> Head | None:
        """Return the last entry of a log about an object (``preserve.case.Heads``)."""
        row = self._first("SELECT head, access_head, position FROM object WHERE id = ?", object_id)
        if row is None:
            return None
        leaf_hash: bytes | None = row[0] if log == "evidence" else row[1]
        return None if leaf_hash is None else Head(leaf_hash, row[2])

    def next_number(self) -> int:
        """Return the next running number; an erased item's number is not given again."""
        row = self._first(
            "SELECT count(*) FROM object"
            " WHERE first_kind = (SELECT no FROM kind WHERE name = 'acquire/1')"
        )
        return 1 + (row[0] if row else 0)

    def place(self, object_id: str, part: int) -> Place | None:
        """Return where a small original or blob lies; None: it is a large one, or unknown."""
        row = self._first(
            "SELECT segment, offset, length FROM place WHERE id = ? AND part = ?",
            bytes.fromhex(object_id), part,
        )  # fmt: skip
        return None if row is None else Place(object_id, part, row[0], row[1], row[2])

    def unfinished_erasures(self) -> list[str]:
        """Return the objects that have an ``erase/1`` and no ``erased/1``."""
        rows = self._all("SELECT id FROM object WHERE erasure = 1 ORDER BY position")
        return [row[0].hex() for row in rows]

    # -- items ----------------------------------------------------------------------------------

    def items(self) -> list[ItemRow]:
        """Return all items, erased ones included, in the order of their first acquisition."""
        rows = self._all(ITEMS + "ORDER BY o.position")
        return [self._named(item_row(row), number) for number, row in enumerate(rows, start=1)]

    def cleared_items(self, most: int = -1) -> list[ItemRow]:
        """Return the newest items that are cleared for disclosure and not erased, or all."""
        wanted = "AND i.cleared AND NOT o.erasure ORDER BY i.object DESC LIMIT ?"
        return [item_row(row) for row in self._all(ITEMS + wanted, most)]

    def item(self, object_id: str) -> ItemRow | None:
        """Return one item by its object id."""
        raw = bytes.fromhex(object_id)
        row = self._first(ITEMS + "AND o.id = ?", raw)
        if row is None:
            return None
        item = item_row(row)
        if item.number is not None:
            return item
        before = self._first(
            "SELECT count(*) FROM object WHERE acquisitions > 0"
            " AND position <= (SELECT position FROM object WHERE id = ?)",
            raw,
        )
        return self._named(item, before[0] if before else 0)

    def item_by_number(self, number: int) -> ItemRow | None:
        """Return one item by its running number, erased or not."""
        row = self._first(ITEMS + "AND i.number = ?", number)
        if row is None and number > 0:
            row = self._first(ITEMS + "ORDER BY o.position LIMIT 1 OFFSET ?", number - 1)
        return None if row is None else self._named(item_row(row), number)

    def _named(self, item: ItemRow, number: int) -> ItemRow:
        """Give an erased item the number and reference that follow from its place in the log.

        Numbers count first acquisitions (``decisions/``), so leaves alone tell them: a receipt on
        paper still finds the history of what was erased.
        """
        if item.number is not None:
            return item
        reference = format_reference(self.case_row().reference_prefix, number)
        return replace(item, number=number, ref=reference)

    def same_bytes(self, mac: bytes) -> str | None:
        """Return the item whose bytes have this keyed HMAC (``facts.same_bytes_mac``)."""
        row = self._first(
            "SELECT o.id FROM item i JOIN object o ON o.position = i.object"
            " WHERE i.mac = ? ORDER BY i.object LIMIT 1",
            mac,
        )
        return None if row is None else row[0].hex()

    # -- entries --------------------------------------------------------------------------------

    def entries_about(self, object_id: str) -> list[EntryRow]:
        """Return evidence entries about an object, then reads that showed it, then disclosures."""
        rows = self._all(_EVIDENCE + "WHERE o.id = ? ORDER BY e.idx", bytes.fromhex(object_id))
        item = self.item(object_id)
        if item is not None and item.number is not None:
            rows += self._all(_READS, item.number, item.number)
        rows += self._all(
            _EVIDENCE + "WHERE e.idx IN (SELECT idx FROM disclosed WHERE item = ?) ORDER BY e.idx",
            object_id,
        )
        return [_entry(row) for row in rows]

    def last(self, kind: str) -> EntryRow | None:
        """Return the newest evidence entry of a kind."""
        row = self._first(_EVIDENCE + "WHERE k.name = ? ORDER BY e.idx DESC LIMIT 1", kind)
        return None if row is None else _entry(row)

    def newest_of(self, kind: str, limit: int, before: int | None = None) -> list[EntryRow]:
        """Return the newest evidence entries of a kind, those before a position."""
        behind = "" if before is None else "AND e.idx < ? "
        rows = self._all(
            _EVIDENCE + f"WHERE k.name = ? {behind}ORDER BY e.idx DESC LIMIT ?",
            kind, *(() if before is None else (before,)), limit,
        )  # fmt: skip
        return [_entry(row) for row in rows]

    def all_of(self, kind: str) -> list[EntryRow]:
        """Return all evidence entries of a kind, in order."""
        rows = self._all(_EVIDENCE + "WHERE k.name = ? ORDER BY e.idx", kind)
        return [_entry(row) for row in rows]

    def case_row(self) -> CaseRow:
        """Return what the case says of itself. Raises LookupError before ``case/1`` is followed."""
        if self._case_row is None:  # the log's first entry: asked for with every reference
            row = self._first("SELECT name, prefix, by, at FROM opened ORDER BY idx LIMIT 1")
            if row is None:
                raise LookupError("the index has not followed the case's first entry")
            self._case_row = CaseRow(row[0], row[1], row[2], row[3])
        return self._case_row

    # -- intakes --------------------------------------------------------------------------------

    def unfinished_intake(self, sources: Sequence[str]) -> IntakeRow | None:
        """Return the newest intake of exactly these sources that has no receipt."""
        row = self._first(
            "SELECT o.id, i.by, i.at FROM intake i JOIN object o ON o.position = i.object"
            " WHERE i.finished = 0 AND i.sources = ? ORDER BY i.object DESC LIMIT 1",
            spell_sources(list(sources)),
        )
        if row is None:
            return None
        return IntakeRow(row[0].hex(), row[1], row[2], tuple(sources), finished=False)

    def taken_in(self, intake_id: str) -> dict[str, tuple[int, str | None, str]]:
        """Return source path -> (size in bytes, modified at, object id) of an intake's items."""
        rows = self._all(
            "SELECT a.source_path, a.size_bytes, a.modified_at, o.id FROM acquisition a"
            " JOIN object o ON o.position = a.object WHERE a.intake = ? ORDER BY a.idx",
            intake_id,
        )
        return {row[0]: (row[1], row[2], row[3].hex()) for row in rows}


def _entry(row: Row) -> EntryRow:
    return EntryRow(row[0], row[1], row[2], row[3].hex())


def item_row(row: Row) -> ItemRow:
    """Return a row of ``ITEMS`` as a value."""
    (raw, number, ref, file_name, sha256, size, intake, path, at, by, acquisitions, cleared, held,
     erasure, notes, disclosed) = row  # fmt: skip
    return ItemRow(
        raw.hex(), number, ref, file_name, sha256, size, intake, path, at, by, acquisitions,
        bool(cleared), bool(held), bool(erasure), notes, disclosed,
    )  # fmt: skip

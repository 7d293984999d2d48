"""The questions that acts ask of the index about records and what was derived from items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from probatum.index.schema import Connection, Row, reported
from probatum.model.ids import COMPARTMENT_NUMBERS
from probatum.model.nouns import decode
from probatum.model.record import Record

RECORDS = """
SELECT o.id, r.number, r.noun, r.first, v.idx, v.by, v.at, v.why, v.body, r.retracted,
  r.cleared
FROM record r JOIN object o ON o.position = r.object JOIN version v ON v.idx = r.last
"""
_MANY = 500  # values bound in one statement


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A version of a record: ``index`` is its position in the evidence log, ``first`` that of the
    version that introduced it. ``body`` is None for a retraction.
    """

    id: str
    number: int
    noun: str
    first: int
    index: int
    by: str
    at: str
    why: str | None
    body: Record | None
    retracted: bool
    cleared: bool


@dataclass(frozen=True, slots=True)
class DerivationRow:
    """What was made from an item (``model.kinds.Derive``), about the object ``id``."""

    id: str
    index: int
    item: str
    operation: str
    tool: str
    tool_version: str
    parameters: str
    input_sha256: str
    media_type: str | None
    sha256: str | None
    size_bytes: int | None
    failure: str | None
    by: str
    at: str


class RecordQueries:
    """Answers about records out of the tables; a question changes nothing."""

    _connection: Connection

    def _rows(self, sql: str, *values: object) -> list[Row]:
        with reported():
            rows: list[Row] = self._connection.execute(sql, values).fetchall()
        return rows

    def next_record_number(self, *, inside: bool = False) -> int:
        """Return the next running number of a record; an erased one's is not given again.

        ``inside``: the next one in the compartment that is laid over the index.
        """
        if inside:  # what was erased there counts, and has no row
            rows = self._rows("SELECT value FROM state WHERE name = 'inside_records'")
            return 1 + (int(rows[0][0]) if rows else COMPARTMENT_NUMBERS)
        [row] = self._rows(
            "SELECT count(*) FROM object"
            " WHERE first_kind = (SELECT no FROM kind WHERE name = 'record/1')"
        )
        return 1 + int(row[0])

    def record(self, object_id: str) -> RecordRow | None:
        """Return a record as it stands now, None if there is none of this id."""
        rows = self._rows(RECORDS + "WHERE o.id = ?", bytes.fromhex(object_id))
        return record_row(rows[0]) if rows else None

    def record_by_number(self, number: int) -> RecordRow | None:
        """Return a record by its running number."""
        rows = self._rows(RECORDS + "WHERE r.number = ?", number)
        return record_row(rows[0]) if rows else None

    def records(
        self, nouns: Sequence[str] = (), *, limit: int | None = None, after: int = 0
    ) -> list[RecordRow]:
        """Return records of these nouns (none: all), retracted ones included, by running number."""
        chosen = f"AND r.noun IN ({_marks(nouns)}) " if nouns else ""
        rows = self._rows(
            f"{RECORDS}WHERE r.number > ? {chosen}ORDER BY r.number LIMIT ?",
            after, *nouns, -1 if limit is None else limit,
        )  # fmt: skip
        return [record_row(row) for row in rows]

    def some_records(self, ids: Iterable[str]) -> list[RecordRow]:
        """Return the records of these ids that there are, by running number."""
        wanted = sorted(set(ids))
        found: list[RecordRow] = []
        for start in range(0, len(wanted), _MANY):
            part = [bytes.fromhex(each) for each in wanted[start : start + _MANY]]
            found += map(record_row, self._rows(f"{RECORDS}WHERE o.id IN ({_marks(part)})", *part))
        return sorted(found, key=lambda row: row.number)

    def naming(self, ids: Iterable[str], nouns: Sequence[str] = ()) -> list[RecordRow]:
        """Return the records whose newest version names one of these objects."""
        wanted = sorted(set(ids))
        # The noun stands beside the target in the index: a source that thousands of assertions name
        # was judged to be the same as another one perhaps once.
        chosen = f" AND noun IN ({_marks(nouns)})" if nouns else ""
        found: dict[str, RecordRow] = {}
        for start in range(0, len(wanted), _MANY):
            part = [bytes.fromhex(each) for each in wanted[start : start + _MANY]]
            rows = self._rows(
                f"{RECORDS}WHERE r.object IN (SELECT object FROM reference"
                f" WHERE target IN ({_marks(part)}){chosen})",
                *part, *nouns,
            )  # fmt: skip
            found.update((row.id, row) for row in map(record_row, rows))
        return sorted(found.values(), key=lambda row: row.number)

    def mentioning(self, object_id: str) -> list[RecordRow]:
        """Return the records any version of which holds this id, in whatever field or text.

        Every version is looked through: for what must miss none and is asked rarely.
        """
        rows = self._rows(
            f"{RECORDS}WHERE r.object IN (SELECT object FROM version WHERE instr(body, ?) > 0)"
            " ORDER BY r.number",
            object_id,
        )
        return [record_row(row) for row in rows]

    def held(self, ids: Iterable[str]) -> set[str]:
        """Return which of these objects the log shows under a legal hold."""
        wanted, found = sorted(set(ids)), set()
        for start in range(0, len(wanted), _MANY):
            part = [bytes.fromhex(each) for each in wanted[start : start + _MANY]]
            rows = self._rows(f"SELECT id FROM object WHERE held AND id IN ({_marks(part)})", *part)
            found |= {row[0].hex() for row in rows}
        return found

    def versions(self, object_id: str) -> list[RecordRow]:
        """Return every version of a record and its retractions, oldest first."""
        rows = self._rows(
            "SELECT o.id, r.number, r.noun, r.first, v.idx, v.by, v.at, v.why, v.body,"
            " v.body IS NULL, r.cleared FROM version v JOIN record r ON r.object = v.object"
            " JOIN object o ON o.position = v.object WHERE o.id = ? ORDER BY v.idx",
            bytes.fromhex(object_id),
        )
        return [record_row(row) for row in rows]

    def first_versions(self, noun: str) -> Iterator[tuple[str, int, str]]:
        """Yield id, running number and JSON of the first version of every record of a noun."""
        with reported():
            for raw, number, body in self._connection.execute(
                "SELECT o.id, r.number, v.body FROM record r JOIN object o ON o.position = r.object"
                " JOIN version v ON v.idx = r.first WHERE r.noun = ? ORDER BY r.number",
                (noun,),
            ):
                yield raw.hex(), number, body

    def records_before(self, end: int) -> list[RecordRow]:
        """Return all records as they stood before the evidence log's entry ``end``."""
        rows = self._rows(
            "SELECT o.id, r.number, r.noun, r.first, w.idx, w.by, w.at, w.why, w.body,"
            " v.body IS NULL, r.cleared FROM record r JOIN object o ON o.position = r.object"
            " JOIN version v ON v.idx ="
            "  (SELECT max(idx) FROM version WHERE object = r.object AND idx < ?1)"
            " JOIN version w ON w.idx = (SELECT max(idx) FROM version"
            "  WHERE object = r.object AND idx < ?1 AND body IS NOT NULL)"
            " ORDER BY r.number",
            end,
        )
        return [record_row(row) for row in rows]

    def end_at(self, moment: str) -> int:
        """Return how many evidence entries were recorded at or before ``moment`` (RFC 3339 UTC).

        Times are those of record versions: a clock that was set back must not hide what came
        before, so the last version at or before the moment decides.
        """
        [row] = self._rows("SELECT max(idx) FROM version WHERE at <= ?", moment)
        return 0 if row[0] is None else 1 + int(row[0])

    def cleared_records(self, most: int = -1) -> list[RecordRow]:
        """Return the newest records that are cleared for disclosure and not retracted, or all."""
        wanted = "WHERE r.cleared AND NOT r.retracted ORDER BY r.number DESC LIMIT ?"
        return [record_row(row) for row in self._rows(RECORDS + wanted, most)]

    def exists(self, object_id: str) -> str | None:
        """Say what an object is: a noun, ``item``, ``erased``, another kind, or None."""
        rows = self._rows(
            "SELECT r.noun, o.acquisitions, o.erasure, k.name, s.name FROM object o"
            " LEFT JOIN record r ON r.object = o.position JOIN kind k ON k.no = o.first_kind"
            " LEFT JOIN state s ON s.name = 'erased inside ' || lower(hex(o.id)) WHERE o.id = ?",
            bytes.fromhex(object_id),
        )
        if not rows:
            return None
        noun, acquisitions, erasure, kind, inside = rows[0]
        if erasure and (kind != "box/1" or inside):  # to others it is what it was: nothing
            return "erased"
        return str(noun) if noun else "item" if acquisitions else str(kind)

    def derivations(self, item: str, operation: str | None = None) -> list[DerivationRow]:
        """Return what was made from an item, oldest first."""
        rows = self._rows(
            "SELECT o.id, d.idx, d.item, d.operation, d.tool, d.tool_version, d.parameters,"
            " d.input_sha256, d.media_type, d.sha256, d.size_bytes, d.failure, d.by, d.at"
            " FROM derivation d JOIN object o ON o.position = d.object"
            " WHERE d.item = ?1 AND (?2 IS NULL OR d.operation = ?2) ORDER BY d.idx",
            bytes.fromhex(item), operation,
        )  # fmt: skip
        return [DerivationRow(row[0].hex(), row[1], row[2].hex(), *row[3:]) for row in rows]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def record_row(row: Row) -> RecordRow:
    """Return a row of ``RECORDS`` as a value."""
    body = None if row[8] is None else decode(row[8])
    number, noun, first, index, by, at, why = row[1:8]
    return RecordRow(row[0].hex(), number, noun, first, index, by, at, why, body, bool(row[9]),
                     bool(row[10]))  # fmt: skip

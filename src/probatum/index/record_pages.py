"""The questions of pages about records: few rows each, however large the case, now or as of then.

A page begins behind a *cursor*: the position of the last record that the page before it showed.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from probatum.index.record_queries import RECORDS, DerivationRow, RecordRow, record_row
from probatum.index.schema import Connection, Row, reported

LOOKED_AT = 2_000
_NEWEST = 1 << 62
_MANY = 500  # values bound in one statement

# A record as it stood before the entry ?1: the newest version until then, and whether it counted.
_THEN = """
SELECT o.id, r.number, r.noun, r.first, w.idx, w.by, w.at, w.why, w.body, v.body IS NULL, r.cleared
FROM record r JOIN object o ON o.position = r.object
JOIN version v ON v.idx = (SELECT max(idx) FROM version WHERE object = r.object AND idx < ?1)
JOIN version w ON w.idx = (SELECT max(idx) FROM version
  WHERE object = r.object AND idx < ?1 AND body IS NOT NULL)
"""
_STANCES = """
SELECT json_extract(v.body, '$.stance'), count(DISTINCT a.object)
FROM reference p JOIN object o ON o.position = p.object JOIN record q ON q.object = p.object
JOIN reference a ON a.target = o.id AND a.noun = 'assertion' AND a.field = 'about'
JOIN record r ON r.object = a.object JOIN version v ON v.idx = r.last
WHERE p.target = ?1 AND p.field = 'incident' AND NOT q.retracted AND NOT r.retracted
GROUP BY 1
"""
_UNDECIDED = """
SELECT id FROM (
  SELECT o.id, v.body, r.object FROM record r JOIN object o ON o.position = r.object
  JOIN version v ON v.idx = r.last
  WHERE r.noun = 'same_as' AND NOT r.retracted ORDER BY r.object DESC LIMIT ?2
) WHERE json_extract(body, '$.answer') = 'undecided' ORDER BY object DESC LIMIT ?1
"""
_DENIED = """
SELECT json_extract(v.body, '$.about') FROM (
  SELECT object, last FROM record WHERE noun = 'assertion' AND NOT retracted
  ORDER BY object DESC LIMIT ?1
) a JOIN version v ON v.idx = a.last
WHERE json_extract(v.body, '$.stance') IN ('denies', 'disputes', 'retracts', 'corrects')
ORDER BY a.object DESC
"""


@dataclass(frozen=True, slots=True)
class RecordsPage:
    """One page of records, newest first; ``next`` is the cursor of the next one, None: the last."""

    rows: tuple[RecordRow, ...]
    next: int | None


class RecordPages:
    """Answers about few of many records; a question changes nothing."""

    _connection: Connection

    def records_page(
        self, nouns: Sequence[str], *, limit: int, before: int | None = None, retracted: bool = True
    ) -> RecordsPage:
        """Return records of these nouns, newest first, those behind a cursor."""
        counting = "" if retracted else " AND NOT r.retracted"
        found = [
            self._asked(
                "SELECT r.object, o.id FROM record r JOIN object o ON o.position = r.object"
                f" WHERE r.noun = ? AND r.object < ?{counting} ORDER BY r.object DESC LIMIT ?",
                noun, before or _NEWEST, limit + 1,
            )
            for noun in nouns
        ]  # fmt: skip
        merged = list(islice(heapq.merge(*found, key=lambda row: -row[0]), limit + 1))
        rows = self._by_ids(row[1] for row in merged[:limit])
        ordered = tuple(rows[row[1].hex()] for row in merged[:limit])
        return RecordsPage(ordered, merged[limit - 1][0] if len(merged) > limit else None)

    def stances_about(self, incident: str) -> dict[str, int]:
        """Return how many assertions about an incident's propositions take which stance."""
        return {
            str(stance): int(count)
            for stance, count in self._asked(_STANCES, bytes.fromhex(incident))
        }

    def times_named(self, object_id: str, noun: str) -> int:
        """Return how often records of a noun name an object, those that were retracted included."""
        [(count,)] = self._asked(
            "SELECT count(*) FROM reference WHERE target = ? AND noun = ?",
            bytes.fromhex(object_id), noun,
        )  # fmt: skip
        return int(count)

    def undecided(self, limit: int) -> tuple[RecordRow, ...]:
        """Return the newest judgements of identity that decide nothing."""
        raws = [row[0] for row in self._asked(_UNDECIDED, limit, LOOKED_AT)]
        rows = self._by_ids(raws)
        return tuple(rows[raw.hex()] for raw in raws)

    def denied_lately(self) -> tuple[list[str], bool]:
        """Return what the newest assertions deny, dispute, retract or correct, newest first.

        Beside it whether there are older assertions, which were not looked at.
        """
        ids = dict.fromkeys(str(row[0]) for row in self._asked(_DENIED, LOOKED_AT))
        older = self._asked(
            "SELECT 1 FROM record WHERE noun = 'assertion' AND NOT retracted"
            " LIMIT 1 OFFSET ?", LOOKED_AT,
        )  # fmt: skip
        return list(ids), bool(older)

    # -- as records stood -----------------------------------------------------------------------

    def some_records_before(self, ids: Iterable[str], end: int) -> list[RecordRow]:
        """Return the records of these ids as they stood before the evidence log's entry ``end``."""
        wanted = sorted(set(ids))
        found: list[RecordRow] = []
        for start in range(0, len(wanted), _MANY):
            part = [bytes.fromhex(each) for each in wanted[start : start + _MANY]]
            marks = ", ".join("?" * len(part))
            rows = self._asked(f"{_THEN}WHERE o.id IN ({marks})", end, *part)
            found += map(record_row, rows)
        return sorted(found, key=lambda row: row.number)

    def nouns_before(self, nouns: Sequence[str], end: int) -> list[RecordRow]:
        """Return all records of these nouns as they stood before ``end``."""
        marks = ", ".join("?" * len(nouns))
        rows = self._asked(f"{_THEN}WHERE r.noun IN ({marks})", end, *nouns)
        return sorted(map(record_row, rows), key=lambda row: row.number)

    def revised_since(self, end: int) -> list[RecordRow]:
        """Return the records that were there before ``end`` and revised since, as they stood."""
        rows = self._asked(f"{_THEN}WHERE r.last >= ?1 AND r.first < ?1 AND r.last > r.first", end)
        return [record_row(row) for row in rows]

    # -- texts of many items ----------------------------------------------------------------------

    def newest_texts(
        self, items: Iterable[str], end: int | None = None
    ) -> dict[str, DerivationRow]:
        """Return item -> its newest text, of those that have one.

        ``end`` limits it to texts that were made before this entry of the evidence log.
        """
        wanted = sorted(set(items))
        found: dict[str, DerivationRow] = {}
        for start in range(0, len(wanted), _MANY):
            part = [bytes.fromhex(each) for each in wanted[start : start + _MANY]]
            marks = ", ".join("?" * len(part))
            rows = self._asked(
                # `+`: by item. By operation SQLite would go through the texts of all items.
                "SELECT o.id, d.idx, d.item, d.operation, d.tool, d.tool_version, d.parameters,"
                " d.input_sha256, d.media_type, d.sha256, d.size_bytes, d.failure, d.by, d.at"
                " FROM derivation d JOIN object o ON o.position = d.object"
                " WHERE +d.operation = 'text' AND d.sha256 IS NOT NULL AND d.idx < ?"
                f" AND d.item IN ({marks}) ORDER BY d.idx",
                _NEWEST if end is None else end, *part,
            )  # fmt: skip
            for row in rows:
                made = DerivationRow(row[0].hex(), row[1], row[2].hex(), *row[3:])
                found[made.item] = made
        return found

    def _by_ids(self, raws: Iterable[bytes]) -> dict[str, RecordRow]:
        part = list(raws)
        found: dict[str, RecordRow] = {}
        for start in range(0, len(part), _MANY):
            some = part[start : start + _MANY]
            marks = ", ".join("?" * len(some))
            rows = self._asked(f"{RECORDS}WHERE o.id IN ({marks})", *some)
            found.update((row.id, row) for row in map(record_row, rows))
        return found

    def _asked(self, sql: str, *values: object) -> list[Row]:
        with reported():
            rows: list[Row] = self._connection.execute(sql, values).fetchall()
        return rows

"""The questions about readings and reviews that acts ask of the index, each answered by the page.

Every answer looks at a bounded number of rows, newest first: a page must not become slower with
the size of a case. ``before`` is where the page before ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from probatum.index.schema import Connection, Row, reported

T = TypeVar("T")

LOOKED_AT = 2_000  # readings or texts that one page looks through for those that it is about
_NEWEST = 1 << 62
_MANY = 500  # values bound in one statement

# A plus before ``operation`` keeps SQLite from walking all readings where it asks about one item.
# What was read and not read to its end by anybody; of an item only its newest reading.
_OPEN = """
SELECT d.idx, o.id, d.item, d.tool, d.tool_version, d.by, d.at FROM (
  SELECT * FROM derivation WHERE operation = 'reading' AND idx < ?1 ORDER BY idx DESC LIMIT ?2
) d JOIN object o ON o.position = d.object
WHERE NOT EXISTS (
  SELECT 1 FROM version v JOIN record r ON r.object = v.object
  WHERE substr(v.body, 1, 20) = '{"record":"review/1"'
  AND json_extract(v.body, '$.group') = lower(hex(o.id)) AND r.last = v.idx AND NOT r.retracted)
AND NOT EXISTS (
  SELECT 1 FROM derivation later
  WHERE later.item = d.item AND +later.operation = 'reading' AND later.idx > d.idx)
AND EXISTS (SELECT 1 FROM object i WHERE i.id = d.item AND i.erasure = 0)
ORDER BY d.idx DESC LIMIT ?3
"""
_UNREAD = """
SELECT t.idx, t.item FROM (
  SELECT * FROM derivation WHERE operation = 'text' AND idx < ?1 ORDER BY idx DESC LIMIT ?2
) t WHERE t.sha256 IS NOT NULL AND t.size_bytes > 0
AND NOT EXISTS (
  SELECT 1 FROM derivation d WHERE d.item = t.item AND +d.operation = 'reading')
AND NOT EXISTS (
  SELECT 1 FROM derivation later WHERE later.item = t.item AND +later.operation = 'text'
  AND later.sha256 IS NOT NULL AND later.idx > t.idx)
AND EXISTS (SELECT 1 FROM object i WHERE i.id = t.item AND i.erasure = 0)
ORDER BY t.idx DESC LIMIT ?3
"""
# One suggestion of several about one thing has its name alone (``read.proposing.step_of``).
_COUNTS = """
SELECT count(*), total(EXISTS (
  SELECT 1 FROM reference g JOIN record d ON d.object = g.object
  WHERE g.target = o.id AND g.field = 'suggestion' AND d.noun = 'decision' AND NOT d.retracted))
FROM (SELECT DISTINCT object FROM reference WHERE target = ?1) f
JOIN record r ON r.object = f.object JOIN version v ON v.idx = r.last
JOIN object o ON o.position = r.object
WHERE r.noun = 'suggestion' AND NOT r.retracted AND json_extract(v.body, '$.group') = ?2
AND json_extract(v.body, '$.name') NOT LIKE '%-what'
AND json_extract(v.body, '$.name') NOT LIKE '%-said'
"""
_LAST_LOOKED_AT = (
    "SELECT min(idx), count(*) FROM (SELECT idx FROM derivation"
    " WHERE operation = ?1 AND idx < ?2 ORDER BY idx DESC LIMIT ?3)"
)
_NEWEST_OF = """
SELECT o.id, r.object FROM record r JOIN object o ON o.position = r.object
WHERE r.noun = ?1 AND NOT r.retracted AND r.object < ?2 ORDER BY r.object DESC LIMIT ?3
"""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A reading: ``group`` is its object id, ``index`` its position in the evidence log."""

    index: int
    group: str
    item: str
    extractor: str
    version: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Looked(Generic[T]):
    """One page: what was found, and where the next one begins (None: this was the last)."""

    found: tuple[T, ...]
    next: int | None


class ReviewQueries:
    """Answers about readings and reviews; a question changes nothing."""

    _connection: Connection

    def readings_to_review(self, limit: int, before: int | None = None) -> Looked[ReadingRow]:
        """Return readings that nobody read to the end, newest first."""
        rows = self._asked(_OPEN, before or _NEWEST, LOOKED_AT, limit + 1)
        found = tuple(
            ReadingRow(row[0], row[1].hex(), row[2].hex(), *row[3:]) for row in rows[:limit]
        )
        return Looked(found, self._next("reading", rows, limit, before))

    def unread_texts(self, limit: int, before: int | None = None) -> Looked[str]:
        """Return ids of items that have a text and were never read, newest text first."""
        rows = self._asked(_UNREAD, before or _NEWEST, LOOKED_AT, limit + 1)
        found = tuple(row[1].hex() for row in rows[:limit])
        return Looked(found, self._next("text", rows, limit, before))

    def newest_records(self, noun: str, limit: int, before: int | None = None) -> Looked[str]:
        """Return ids of records of a noun that count, newest first."""
        rows = self._asked(_NEWEST_OF, noun, before or _NEWEST, limit + 1)
        more = rows[limit - 1][1] if len(rows) > limit else None
        return Looked(tuple(row[0].hex() for row in rows[:limit]), more)

    def newest_naming(self, ids: Iterable[str], nouns: Sequence[str], limit: int) -> list[str]:
        """Return ids of the newest records of these nouns that count and name one of these."""
        wanted = [bytes.fromhex(each) for each in sorted(set(ids))[:_MANY]]
        if not wanted:
            return []
        rows = self._asked(
            "SELECT o.id FROM (SELECT DISTINCT object FROM reference"
            f" WHERE target IN ({', '.join('?' * len(wanted))})) f"
            " JOIN record r ON r.object = f.object JOIN object o ON o.position = f.object"
            f" WHERE r.noun IN ({', '.join('?' * len(nouns))}) AND NOT r.retracted"
            " ORDER BY f.object DESC LIMIT ?",
            *wanted, *nouns, limit,
        )  # fmt: skip
        return [row[0].hex() for row in rows]

    def records_of(self, nouns: Sequence[str], most: int) -> int:
        """Return how many records of these nouns there are, at most ``most``."""
        marks = ", ".join("?" * len(nouns))
        [(count,)] = self._asked(
            f"SELECT count(*) FROM (SELECT 1 FROM record WHERE noun IN ({marks}) LIMIT ?)",
            *nouns, most,
        )  # fmt: skip
        return int(count)

    def steps_of(self, item: str, group: str) -> tuple[int, int]:
        """Return how many things a reading suggests, and about how many somebody decided."""
        [(count, decided)] = self._asked(_COUNTS, bytes.fromhex(item), group)
        return int(count), int(decided)

    def _asked(self, sql: str, *values: object) -> list[Row]:
        with reported():
            rows: list[Row] = self._connection.execute(sql, values).fetchall()
        return rows

    def _next(self, operation: str, rows: list[Row], limit: int, before: int | None) -> int | None:
        """Return where the next page begins: behind what is shown, or what was looked through."""
        if len(rows) > limit:
            return int(rows[limit - 1][0])
        [(last, count)] = self._asked(_LAST_LOOKED_AT, operation, before or _NEWEST, LOOKED_AT)
        return int(last) if count == LOOKED_AT else None

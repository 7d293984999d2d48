"""Taking versions of records over into the tables: the newest one counts, all of them are kept."""

from __future__ import annotations

from probatum.index.facts import RecordFact, RetractFact
from probatum.index.schema import Connection, Row

_COUNT = """
SELECT count(*) FROM object WHERE first_kind = (SELECT no FROM kind WHERE name = 'record/1')
"""


class Records:
    """The records that one follow touches.

    ``count`` is how many objects began as a record: a record's number, which leaves alone tell, so
    that it is not given again after an erasure.
    """

    def __init__(self, connection: Connection, count: int | None = None) -> None:
        self._connection = connection
        self._count = count
        self._records: list[Row] = []
        self._versions: list[Row] = []
        self._references: list[Row] = []

    @property
    def count(self) -> int:
        """How many objects began as a record, those of this follow included."""
        if self._count is None:  # asked for only where there are records: most follows are of reads
            row: Row = self._connection.execute(_COUNT).fetchone()
            self._count = int(row[0])
        return self._count

    @count.setter
    def count(self, count: int) -> None:
        self._count = count

    def keep(self, fact: RecordFact, position: int, index: int, *, first: bool) -> None:
        """Take over one version; ``first`` introduces the record."""
        if first:
            self._records.append((position, self.count, fact.noun, index, index))
        else:
            self.insert()
            self._connection.execute(
                "UPDATE record SET last = ?, retracted = 0 WHERE object = ?", (index, position)
            )
            self._connection.execute("DELETE FROM reference WHERE object = ?", (position,))
        self._versions.append((index, position, fact.by, fact.at, fact.why, fact.body))
        self._references += [
            (position, field, bytes.fromhex(target), fact.noun) for field, target in fact.references
        ]

    def retract(self, fact: RetractFact, position: int, index: int) -> None:
        """Take over a retraction: a version without a body."""
        self.insert()
        self._connection.execute("UPDATE record SET retracted = 1 WHERE object = ?", (position,))
        self._versions.append((index, position, fact.by, fact.at, fact.why, None))

    def insert(self) -> None:
        """Insert the rows that wait."""
        many = self._connection.executemany
        if self._records:
            many("INSERT INTO record VALUES (?, ?, ?, ?, ?, 0, 0)", self._records)
        if self._versions:
            many("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?)", self._versions)
        if self._references:
            many("INSERT INTO reference VALUES (?, ?, ?, ?)", self._references)
        self._records.clear()
        self._versions.clear()
        self._references.clear()

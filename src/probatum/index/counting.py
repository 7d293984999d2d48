"""Counts of whole tables, kept until the evidence log grows: a page must not count a million."""

from __future__ import annotations

from probatum.index.schema import Connection, reported


class Counting:
    """Answers that change only with the evidence log."""

    _connection: Connection
    _counts: dict[str, tuple[int, int]]  # question -> how long the log was, and the answer

    def counted(self, sql: str) -> int:
        """Return what a question without values counts; asked anew once the log has grown.

        Not for what a compartment that is laid over the index could change.
        """
        with reported():
            rows = self._connection.execute(
                "SELECT value FROM state WHERE name = 'evidence_size'"
            ).fetchall()
            size = int(rows[0][0]) if rows else 0
            known = self._counts.get(sql)
            if known is None or known[0] != size:
                [(count,)] = self._connection.execute(sql).fetchall()
                known = self._counts[sql] = (size, int(count))
        return known[1]

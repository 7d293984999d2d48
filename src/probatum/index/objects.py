"""What the public leaves say of each object: its last entry, its key's position, a few counts."""

from __future__ import annotations

from probatum.index.schema import Connection, Row
from probatum.preserve.log import damaged

_UPSERT = """
INSERT INTO object(position, id, head, access_head, first_kind, erasure, held, acquisitions, notes)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT(position) DO UPDATE SET
  head = excluded.head, access_head = excluded.access_head, erasure = excluded.erasure,
  held = excluded.held, acquisitions = excluded.acquisitions, notes = excluded.notes
"""
_SELECT = (
    "SELECT position, head, access_head, first_kind, erasure, held, acquisitions, notes"
    " FROM object WHERE id = ?"
)


class Known:
    """One object. ``erasure``: 0 none, 1 decided (``erase/1``), 2 carried out (``erased/1``)."""

    __slots__ = ("access_head", "acquisitions", "erasure", "first_kind", "head", "held", "notes",
                 "position")  # fmt: skip

    def __init__(self, position: int) -> None:
        self.position = position
        self.head = b""  # no entry taken yet
        self.access_head: bytes | None = None
        self.first_kind = 0
        self.erasure = 0
        self.held = False
        self.acquisitions = 0
        self.notes = 0


class Objects:
    """The objects that one follow touches, in memory until ``flush``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[bytes, Known] = {}
        row: Row = connection.execute("SELECT max(position) FROM object").fetchone()
        self.count: int = 0 if row[0] is None else row[0] + 1
        self._stored = self.count  # how many the table holds: none means that nothing need be asked

    def get(self, raw: bytes) -> Known | None:
        """Return an object, None if no entry of the evidence log was about it so far."""
        known = self._known.get(raw)
        if known is not None or not self._stored:
            return known
        row: Row | None = self._connection.execute(_SELECT, (raw,)).fetchone()
        if row is None:
            return None
        known = Known(row[0])
        known.head, known.access_head, known.first_kind, known.erasure = row[1:5]
        known.held, known.acquisitions, known.notes = bool(row[5]), row[6], row[7]
        self._known[raw] = known
        return known

    def meet(self, raw: bytes) -> Known:
        """Return an object, a new one if need be: objects are numbered as they first appear.

        That number is the position of the object's key in the table of keys.
        """
        known = self._known.get(raw) or self.get(raw)
        if known is None:
            known = self._known[raw] = Known(self.count)
            self.count += 1
        return known

    def introduce(self, raw: bytes) -> Known:
        """Return an object that the table cannot hold: this process has just made it."""
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = Known(self.count)
            self.count += 1
        return known

    def require(self, raw: bytes, item: str) -> Known:
        """Return an object that must be known. Raises EvidenceError ``log-damaged``."""
        known = self.get(raw)
        if known is None:
            raise damaged(item, "an object that the evidence log introduces", "another")
        return known

    def flush(self) -> None:
        """Write all that were touched."""
        self._connection.executemany(
            _UPSERT,
            (
                (one.position, raw, one.head, one.access_head, one.first_kind, one.erasure,
                 int(one.held), one.acquisitions, one.notes)
                for raw, one in self._known.items()
            ),
        )  # fmt: skip

"""What the entries of a case say, read once for the whole integrity check (steps 1, 5, 6, 7, 8).

Memory grows with the number of objects, not of entries: an object's place in the table of keys,
its last leaf hash, and what its acquisitions say of its original.
"""

from __future__ import annotations

from dataclasses import dataclass

from probatum.preserve.keyring import RECORD, WRAPPED
from probatum.proof.checkpoint import Checkpoint

_DESTROYED = bytes(WRAPPED)


@dataclass(frozen=True, slots=True)
class Original:
    """What ``acquire/1`` or ``derive/1`` commits of an original, and the first such entry."""

    sha256: str
    size_bytes: int
    entry: int


@dataclass(frozen=True, slots=True)
class AnchorSaid:
    """What an ``anchor/1`` says of the access log."""

    entry: int
    head: Checkpoint


@dataclass(frozen=True, slots=True)
class ErasureSaid:
    """An ``erase/1``: the entry, and every object that it concerns."""

    entry: int
    objects: frozenset[bytes]


class KeyTable:
    """The table of object keys as it lies on disk, new keys of the journal included."""

    def __init__(self, records: bytes) -> None:
        self._records = records
        self._by_id: dict[bytes, int] | None = None

    @property
    def count(self) -> int:
        """How many records there are."""
        return len(self._records) // RECORD

    def record(self, position: int) -> tuple[bytes, bytes]:
        """Return object id and wrapped key at a position; empty beyond the end."""
        record = self._records[position * RECORD : (position + 1) * RECORD]
        return record[:16], record[16:]

    def wrapped(self, object_id: bytes, position: int | None) -> bytes | None:
        """Return an object's wrapped key, wherever it lies; None if the table lacks it."""
        if position is not None:
            found, wrapped = self.record(position)
            if found == object_id:
                return wrapped
        if self._by_id is None:  # only a damaged table gets here
            self._by_id = {self.record(at)[0]: at for at in range(self.count)}
        at = self._by_id.get(object_id)
        return None if at is None else self.record(at)[1]


def is_destroyed(wrapped: bytes) -> bool:
    """Say whether a wrapped key is the mark of a destroyed one."""
    return wrapped == _DESTROYED


class Ledger:
    """Everything that the steps after the logs need to know of the entries."""

    def __init__(self, keys: KeyTable) -> None:
        self.keys = keys
        self.positions: dict[bytes, int] = {}  # object -> its place among first appearances
        self.gaps = 0  # evidence bundles that could not be read
        self.acquired: set[bytes] = set()  # objects that have an original, derived ones included
        self.may_have: set[bytes] = set()  # derived objects of which only the leaf can be read
        self.originals: dict[bytes, Original] = {}
        self.differing: list[int] = []  # acquire/1 entries that contradict an earlier one
        self.anchors: list[AnchorSaid] = []
        self.erasures: list[ErasureSaid] = []
        self.erased: dict[bytes, tuple[int, int]] = {}  # target -> (entry, epoch)

    def wrapped(self, object_id: bytes) -> bytes | None:
        """Return an object's wrapped key, None if there is none."""
        return self.keys.wrapped(object_id, self.positions.get(object_id))

    def destroyed(self, object_id: bytes) -> bool:
        """Say whether an object's key was destroyed."""
        wrapped = self.wrapped(object_id)
        return wrapped is not None and is_destroyed(wrapped)

"""Taking bytes into custody: one way for files, folders and received packages.

Each taken thing becomes an ``acquire/1`` entry. The same bytes again are a second acquisition of
the same object, found through a keyed hash in the private index, never a second copy.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from probatum.acts.session import Session
from probatum.errors import ProbatumError, WorldError
from probatum.model.ids import format_reference
from probatum.model.kinds import Acquire, Fields
from probatum.preserve.streams import SMALL

BATCH_ENTRIES = 1024
BATCH_BYTES = 32 << 20
BATCH_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something to take: what is said about it, and how to read it once.

    ``check(stream, bytes_read)`` raises InputError if it changed while it was read.
    """

    file_name: str
    source_path: str
    size_bytes: int
    modified_at: str | None
    changed_at: str | None
    accessed_at: str | None
    open: Callable[[], BinaryIO]
    check: Callable[[BinaryIO, int], None]
    sender: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One item of a receipt."""

    ref: str
    id: str
    file_name: str
    size_bytes: int
    sha256: str
    same_bytes_as_before: bool


@dataclass(frozen=True, slots=True)
class _Known:
    object_id: str
    number: int
    ref: str


class Acquirer:
    """Takes things for one intake, many to a durable write. Call ``flush`` at the end."""

    def __init__(self, session: Session, intake: str, on_bytes: Callable[[int], None]) -> None:
        self._session = session
        self._intake = intake
        self._on_bytes = on_bytes
        session.catch_up()  # whatever this session recorded before has its numbers already
        self._prefix = session.index.case_row().reference_prefix
        self._next_number = session.index.next_number()
        self._first_ever = self._next_number == 1  # then the index knows nothing to ask for
        self._known: dict[bytes, _Known] = {}  # taken in this session, not yet in the index
        self._waiting: list[tuple[str, Fields]] = []
        self._waiting_bytes = 0
        self._flushed_at = time.monotonic()
        self._latest: Incoming | None = None

    def take(self, incoming: Incoming) -> ReceiptLine:
        """Take one thing; it is acknowledged once a ``flush`` has come after it.

        Raises InputError if it cannot be read or changed meanwhile; then nothing of it stays.
        WorldError ``no-space`` names this thing, not the file of the case that did not fit.
        """
        self._latest = incoming
        with self._full_disk_named():
            return self._taken(incoming)

    def _taken(self, incoming: Incoming) -> ReceiptLine:
        with incoming.open() as stream:
            if incoming.size_bytes < SMALL:
                sha256, known, before = self._small(incoming, stream)
            else:
                sha256, known, before = self._large(incoming, stream)
        entry = Acquire(
            by=self._session.by, at=self._session.now(), intake=self._intake, ref=known.ref,
            number=known.number, file_name=incoming.file_name, source_path=incoming.source_path,
            sha256=sha256, size_bytes=incoming.size_bytes, modified_at=incoming.modified_at,
            changed_at=incoming.changed_at, accessed_at=incoming.accessed_at,
            same_bytes_as_before=before, sender=incoming.sender,
        )  # fmt: skip
        self._waiting.append((known.object_id, entry))
        self._waiting_bytes += incoming.size_bytes
        full = len(self._waiting) >= BATCH_ENTRIES or self._waiting_bytes >= BATCH_BYTES
        if full or time.monotonic() - self._flushed_at >= BATCH_SECONDS:
            self._flush()
        return ReceiptLine(
            known.ref, known.object_id, incoming.file_name, incoming.size_bytes, sha256, before
        )

    def flush(self) -> None:
        """Make everything taken so far durable and acknowledged. Raises as ``take`` does."""
        with self._full_disk_named():
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._session.record(*self._waiting)
        self._waiting, self._waiting_bytes = [], 0
        self._flushed_at = time.monotonic()

    @contextmanager
    def _full_disk_named(self) -> Iterator[None]:
        """Say which of the person's files found no room: they know nothing of segments."""
        try:
            yield
        except WorldError as error:
            if error.code != "no-space" or self._latest is None:
                raise
            raise WorldError(
                error.code, item=self._latest.source_path,
                expected=f"room for its {self._latest.size_bytes} bytes on the disk of the case",
                found=error.found,
                remedy="free space, then run the same command again: it goes on with this file",
            ) from error  # fmt: skip

    def _find(self, sha256: str) -> tuple[bytes, _Known | None]:
        mac = self._session.dedupe_mac(sha256)
        known = self._known.get(mac)
        if known is None and not self._first_ever:
            object_id = self._session.index.same_bytes(mac)
            row = self._session.index.item(object_id) if object_id is not None else None
            if row is not None and row.number is not None and row.ref is not None:
                known = _Known(row.id, row.number, row.ref)
        return mac, known

    def _admit(self, mac: bytes, object_id: str) -> _Known:
        number = self._next_number
        self._next_number += 1
        known = _Known(object_id, number, format_reference(self._prefix, number))
        self._known[mac] = known
        return known

    def _small(self, incoming: Incoming, stream: BinaryIO) -> tuple[str, _Known, bool]:
        data = stream.read(SMALL)
        incoming.check(stream, len(data))
        self._on_bytes(len(data))
        sha256 = hashlib.sha256(data).hexdigest()
        mac, known = self._find(sha256)
        if known is not None:
            return sha256, known, True
        object_id, key = self._session.case.new_object()
        self._session.case.vault.put_small(object_id, 0, key, data)
        return sha256, self._admit(mac, object_id), False

    def _large(self, incoming: Incoming, stream: BinaryIO) -> tuple[str, _Known, bool]:
        case = self._session.case
        object_id, key = case.new_object()
        try:
            sha256, size = case.vault.put_large(object_id, key, stream, self._on_bytes)
            incoming.check(stream, size)
        except (ProbatumError, OSError):
            case.vault.discard(object_id)
            case.forget_object(object_id)
            raise
        mac, known = self._find(sha256)
        if known is not None:
            case.vault.discard(object_id)
            case.forget_object(object_id)
            return sha256, known, True
        return sha256, self._admit(mac, object_id), False

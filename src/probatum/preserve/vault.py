"""Encrypted originals and blobs: append-only segments for small ones, one file each for large ones.

``vault/segments/000000`` is a sequence of records: magic ``PVS1`` (4 bytes), object id (16), part
(4, big endian; 0 is the original), body length (8), body. ``vault/files/<2 hex>/<id>`` holds one
large original. A record or file is *acknowledged* once the journal frame that follows it is durable
(``spec/archive.md``): until then a segment's new tail is beyond the journal's watermark and a large
file lies under ``staging/``; recovery cuts the one and removes the other.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import BinaryIO, cast

from probatum.errors import EvidenceError
from probatum.preserve import files, streams
from probatum.preserve.staged import Staged

_HEADER = Struct(">4s16sIQ")
_MAGIC = b"PVS1"
SEGMENT_BYTES = 256 << 20
_BUFFER_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Watermark:
    """How far the segments reach: segment number and bytes in it."""

    segment: int
    offset: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a small original or blob lies: segment, offset of its record, body bytes."""

    object_id: str
    part: int
    segment: int
    offset: int
    length: int


class Vault:
    """The vault of one case. Writers call ``put_*``, ``sync``, the journal, then ``settle``."""

    def __init__(self, case_folder: Path, case_id: str) -> None:
        self.segments = case_folder / "vault" / "segments"
        self.large = case_folder / "vault" / "files"
        self.staging = case_folder / "staging"
        self.case_id = case_id
        self.mark = Watermark(0, 0)  # what is acknowledged or about to be
        self._buffer = bytearray()
        self._descriptor: int | None = None
        self._unsynced = False  # the segment holds bytes that were flushed and not synced
        self._staged: list[str] = []
        self._folders: set[Path] = set()

    @classmethod
    def create(cls, case_folder: Path, case_id: str) -> Vault:
        """Make the empty folders."""
        vault = cls(case_folder, case_id)
        for folder in (vault.segments, vault.large, vault.staging):
            files.make_folder(folder)
        return vault

    # -- writing --------------------------------------------------------------------------------

    def put_small(self, object_id: str, part: int, key: bytes, plaintext: bytes) -> None:
        """Append an encrypted original or blob of less than 1 MiB; durable after ``sync``."""
        aad = streams.associated_data(self.case_id, object_id, part)
        body = streams.seal_small(key, plaintext, aad)
        if self.mark.offset and self.mark.offset + len(body) > SEGMENT_BYTES:
            self.sync()
            self._close()
            self.mark = Watermark(self.mark.segment + 1, 0)
        header = _HEADER.pack(_MAGIC, bytes.fromhex(object_id), part, len(body))
        self._buffer += header
        self._buffer += body
        self.mark = Watermark(self.mark.segment, self.mark.offset + len(header) + len(body))
        if len(self._buffer) >= _BUFFER_BYTES:
            self._flush()

    def put_large(
        self, object_id: str, key: bytes, source: BinaryIO, on_bytes: Callable[[int], None]
    ) -> tuple[str, int]:
        """Encrypt a stream into ``staging/``, durable on return; return (SHA-256 hex, bytes).

        Hash and cipher overlap: both release the interpreter lock. Raises WorldError, and whatever
        ``source`` raises.
        """
        path = self.staging / object_id
        aad = streams.associated_data(self.case_id, object_id, 0)
        digest, size = hashlib.sha256(), 0
        self._staged.append(object_id)
        with ThreadPoolExecutor(1) as hashing, ThreadPoolExecutor(1) as syncing:
            pending: list[Future[None]] = []
            target = Staged(path, syncing)
            try:
                with streams.encrypting(key, cast(BinaryIO, target), aad) as stream:
                    while chunk := source.read(streams.CHUNK):
                        pending.append(hashing.submit(digest.update, chunk))
                        stream.write(chunk)
                        size += len(chunk)
                        on_bytes(len(chunk))
                        if len(pending) > 16:
                            pending.pop(0).result()
            except streams.CipherError as error:
                raise target.refused or error from error
            for future in pending:
                future.result()
        self._folders.add(self.staging)
        return digest.hexdigest(), size

    def discard(self, object_id: str) -> None:
        """Forget a staged file (its bytes are already in the vault, or the file changed)."""
        files.remove(self.staging / object_id)
        self._staged.remove(object_id)

    def _flush(self) -> None:
        if not self._buffer:
            return
        item = f"segments/{self.mark.segment:06d}"
        path = self.segments / f"{self.mark.segment:06d}"
        if self._descriptor is None:
            if not path.exists():
                self._folders.add(self.segments)
            self._descriptor = files.open_append(path)
        files.write_at(
            self._descriptor, self.mark.offset - len(self._buffer), bytes(self._buffer), item
        )
        self._buffer = bytearray()
        self._unsynced = True

    def sync(self) -> Watermark:
        """Make everything put so far durable; return the watermark for the journal."""
        self._flush()
        if self._unsynced and self._descriptor is not None:
            files.sync_file(self._descriptor, f"segments/{self.mark.segment:06d}")
            self._unsynced = False
        for folder in sorted(self._folders):
            files.sync_folder(folder)
        self._folders.clear()
        return self.mark

    def settle(self) -> None:
        """After the journal acknowledged them: move staged files to their place."""
        touched: set[Path] = set()
        for object_id in self._staged:
            touched |= self._move_in(object_id)
        self._staged.clear()
        for folder in sorted(touched):
            files.sync_folder(folder)

    def _move_in(self, object_id: str) -> set[Path]:
        """Move a staged file to its place; return the folders to sync."""
        target = self.path_of(object_id)
        touched = {target.parent}
        if target.parent.exists():
            touched.add(self.large)  # a killed process may have made it, and not durably
        else:
            files.make_folder(target.parent)
        files.rename(self.staging / object_id, target)
        return touched

    def _close(self) -> None:
        if self._descriptor is not None:
            files.close(self._descriptor)
            self._descriptor = None

    def close(self) -> None:
        """Close the current segment."""
        self._close()

    # -- recovery -------------------------------------------------------------------------------

    def recover(self, mark: Watermark, acknowledged: Callable[[set[str]], set[str]]) -> None:
        """Cut what no journal frame acknowledged; finish moving what one did.

        ``acknowledged`` says which of some object ids the log knows; it may read the whole log and
        is called only if something was left under ``staging/``.
        """
        self.mark = mark
        for path in sorted(self.segments.iterdir()):
            if not (path.name.isascii() and path.name.isdecimal()):
                continue  # not ours: the integrity check names it
            number = int(path.name)
            if number > mark.segment or (number == mark.segment and mark.offset == 0):
                files.remove(path)
            elif number == mark.segment and path.stat().st_size > mark.offset:
                descriptor = files.open_append(path)
                try:  # the next sync of the segment covers it; until then it may be cut again
                    files.truncate(descriptor, mark.offset, "segments/" + path.name)
                finally:
                    files.close(descriptor)
        left = {path.name for path in self.staging.iterdir()}
        if left:
            known = acknowledged(left)
            for name in sorted(left):
                if name in known:
                    for folder in self._move_in(name):
                        files.sync_folder(folder)
                else:
                    files.remove(self.staging / name)
            files.sync_folder(self.staging)

    # -- reading --------------------------------------------------------------------------------

    def path_of(self, object_id: str) -> Path:
        """Return where a large original lies."""
        return self.large / object_id[:2] / object_id

    def _existing(self, object_id: str) -> Path | None:
        for path in (self.path_of(object_id), self.staging / object_id):
            if path.exists():
                return path
        return None

    def read(self, object_id: str, part: int, key: bytes, place: Place | None) -> Iterator[bytes]:
        """Yield the plaintext in chunks. Raises EvidenceError ``vault-damaged``, WorldError."""
        item = f"object {object_id}"
        aad = streams.associated_data(self.case_id, object_id, part)
        if place is not None:
            yield streams.open_small(key, self.body(place), aad, item)
            return
        path = self._existing(object_id) if part == 0 else None
        if path is None:
            raise streams.damaged(item)
        with files.reported(item):
            raw = streams.Watched(path)
        with io.BufferedReader(raw) as source:
            try:
                yield from streams.decrypted(key, source, aad, item)
            except EvidenceError as error:
                # Tink says the same about a bad disk as about bad bytes; for us they differ.
                if raw.refused is not None:
                    raise files.world_error(raw.refused, item) from error
                raise

    def body(self, place: Place) -> bytes:
        """Return the stored bytes at a place. Raises EvidenceError ``vault-damaged``."""
        item = f"object {place.object_id} in segment {place.segment:06d}"
        self._flush()
        with files.reported(item):
            try:
                with open(self.segments / f"{place.segment:06d}", "rb") as segment:
                    segment.seek(place.offset)
                    data = segment.read(_HEADER.size + place.length)
            except FileNotFoundError as error:
                raise streams.damaged(item) from error
        expected = _HEADER.pack(_MAGIC, bytes.fromhex(place.object_id), place.part, place.length)
        if data[: _HEADER.size] != expected or len(data) != _HEADER.size + place.length:
            raise streams.damaged(item)
        return data[_HEADER.size :]

    def scan(self, start: Watermark | None = None) -> Iterator[Place]:
        """Yield every record from ``start`` (default: the beginning) to the watermark, in order.

        Raises EvidenceError ``vault-damaged`` where records do not fill a segment exactly.
        """
        self._flush()
        first = start or Watermark(0, 0)
        for number in range(first.segment, self.mark.segment + 1):
            offset = first.offset if number == first.segment else 0
            yield from self.scan_segment(number, offset)

    def scan_segment(self, number: int, offset: int = 0) -> Iterator[Place]:
        """Yield the acknowledged records of one segment. Raises as ``scan`` does."""
        path = self.segments / f"{number:06d}"
        last = number == self.mark.segment
        if last and self.mark.offset == 0:
            return
        item = f"segment {number:06d}"
        if not path.exists():
            raise streams.damaged(item)
        with files.reported(item), open(path, "rb", buffering=1 << 16) as segment:
            size = os.fstat(segment.fileno()).st_size
            end = self.mark.offset if last else size
            if size < end:
                raise streams.damaged(item)
            while offset < end:
                segment.seek(offset)
                header = segment.read(_HEADER.size)
                if len(header) != _HEADER.size:
                    raise streams.damaged(item)
                magic, raw_id, part, length = _HEADER.unpack(header)
                if magic != _MAGIC or offset + _HEADER.size + length > end:
                    raise streams.damaged(item)
                yield Place(raw_id.hex(), part, number, offset, length)
                offset += _HEADER.size + length

    def large_ids(self) -> Iterator[str]:
        """Yield the ids of the large originals that lie in the vault, in order."""
        for folder in sorted(self.large.iterdir()):
            for path in sorted(folder.iterdir()):
                yield path.name

    # -- erasing --------------------------------------------------------------------------------

    def wipe(self, doomed: frozenset[str]) -> None:
        """Overwrite the small bodies of objects with zeros and remove their large files."""
        for place in list(self.scan()):
            if place.object_id in doomed and place.length:
                path = self.segments / f"{place.segment:06d}"
                files.overwrite(path, place.offset + _HEADER.size, place.length)
        for object_id in sorted(doomed):
            path = self.path_of(object_id)
            if path.parent.exists():
                files.remove(path)
                # Also when it is gone already: a killed erasure may have removed it unsynced.
                files.sync_folder(path.parent)

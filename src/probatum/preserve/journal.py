"""The journal: what makes an act durable, in one write and one fdatasync.

A *frame* is one commit, all of it or nothing (``spec/archive.md``)::

    "PJF1" | body length u32 | body | HMAC-SHA-256 of all before (32)
    body  = MAC of the frame before (32) | index of its first entry u64 | settled keys u64
            | vault segment u32 | vault offset u64 | number of entries u32 | entries
    entry = leaf length u16 | leaf | sealed length u32 | sealed | key length u8 | wrapped key

All integers are big endian. The chain of MACs means that no frame can be removed, reordered or
brought in from elsewhere; only the end can be cut, which the checkpoint and the outside state show.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from struct import error as StructError
from typing import NamedTuple

from probatum.errors import EvidenceError
from probatum.preserve import files
from probatum.preserve.commit import Sealed
from probatum.preserve.vault import Watermark

_FRAME = Struct(">4sI")
_BODY = Struct(">32sQQIQI")
_MAGIC = b"PJF1"
_MAC = 32


class Line(NamedTuple):
    """One entry as the journal keeps it; ``wrapped`` is empty if its key is settled."""

    leaf: bytes
    sealed: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """One commit."""

    first_index: int
    settled_keys: int
    mark: Watermark
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """What a journal file says: its frames and the unacknowledged bytes after the last one."""

    frames: tuple[Frame, ...]
    torn: bytes


def damaged(found: str) -> EvidenceError:
    """Return the error for a journal that does not authenticate."""
    return EvidenceError(
        "journal-damaged", item="journal", expected="frames that authenticate", found=found,
        remedy="stop, keep a copy of the case folder, restore it from a back-up",
    )  # fmt: skip


class Journal:
    """The journal file of one log, open for appending."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._last_mac = bytes(_MAC)
        self._descriptor: int | None = None
        self.size_bytes = 0

    def start(self, frame: Frame) -> None:
        """Replace the file by one that begins with ``frame`` (creation and rotation)."""
        self.close()
        self._last_mac = bytes(_MAC)
        data = self._encode(frame)
        files.replace(self.path, data)
        self.size_bytes = len(data)

    def append(self, frame: Frame) -> None:
        """Append a frame and make it durable: on return the act is acknowledged."""
        item = "journal"
        if self._descriptor is None:
            self._descriptor = files.open_append(self.path)
        before = self._last_mac
        data = self._encode(frame)
        try:
            files.write_at(self._descriptor, self.size_bytes, data, item)
            files.sync_file(self._descriptor, item)
        except BaseException:
            self._last_mac = before
            raise
        self.size_bytes += len(data)

    def _encode(self, frame: Frame) -> bytes:
        parts = [
            _BODY.pack(
                self._last_mac, frame.first_index, frame.settled_keys, frame.mark.segment,
                frame.mark.offset, len(frame.lines),
            )
        ]  # fmt: skip
        for line in frame.lines:
            parts += (
                len(line.leaf).to_bytes(2, "big"), line.leaf,
                len(line.sealed).to_bytes(4, "big"), line.sealed,
                len(line.wrapped).to_bytes(1, "big"), line.wrapped,
            )  # fmt: skip
        body = b"".join(parts)
        data = _FRAME.pack(_MAGIC, len(body)) + body
        self._last_mac = hmac.digest(self._key, data, "sha256")
        return data + self._last_mac

    def replay(self) -> Replay:
        """Read all frames. Bytes after the last whole frame are *torn*: nobody was told of them.

        Raises EvidenceError ``journal-damaged`` if the file is missing, its first frame does not
        authenticate, or a later frame stands behind one that does not.
        """
        data = files.read(self.path)
        if data is None:
            raise damaged("no file")
        frames: list[Frame] = []
        position, mac = 0, bytes(_MAC)
        while position < len(data):
            whole = self._whole_frame(data, position, mac)
            if whole is None:
                break
            frame, mac, position = whole
            frames.append(frame)
        if not frames:
            raise damaged("none that does")
        self._last_mac, self.size_bytes = mac, position
        torn = data[position:]
        # A crash tears only the end. A sound frame behind an unsound one was changed later.
        following = torn.find(_MAGIC, 1)
        while following != -1:
            if self._authentic(torn, following) is not None:
                raise damaged("a changed frame before a sound one")
            following = torn.find(_MAGIC, following + 1)
        return Replay(tuple(frames), torn)

    def _authentic(self, data: bytes, position: int) -> int | None:
        """Return where an authentic frame at ``position`` ends, or None."""
        if len(data) < position + _FRAME.size:
            return None
        magic, length = _FRAME.unpack_from(data, position)
        end = position + _FRAME.size + length
        if magic != _MAGIC or length < _BODY.size or len(data) < end + _MAC:
            return None
        mac = hmac.digest(self._key, memoryview(data)[position:end], "sha256")
        return end + _MAC if hmac.compare_digest(mac, data[end : end + _MAC]) else None

    def _whole_frame(
        self, data: bytes, position: int, previous: bytes
    ) -> tuple[Frame, bytes, int] | None:
        end = self._authentic(data, position)
        if end is None:
            return None
        body_at, body_end = position + _FRAME.size, end - _MAC
        before, first, settled, segment, offset, count = _BODY.unpack_from(data, body_at)
        if before != previous:
            raise damaged("a frame that follows another one")
        try:
            lines = _lines(data[body_at + _BODY.size : body_end], count)
        except (StructError, IndexError) as error:  # authenticated, so this is our own mistake
            raise damaged("a frame of another format") from error
        return Frame(first, settled, Watermark(segment, offset), lines), data[end - _MAC : end], end

    def close(self) -> None:
        """Close the file."""
        if self._descriptor is not None:
            files.close(self._descriptor)
            self._descriptor = None

    def drop_torn(self) -> None:
        """Cut the file after its last whole frame."""
        descriptor = files.open_append(self.path)
        try:
            files.truncate(descriptor, self.size_bytes, "journal")
            files.sync_file(descriptor, "journal")
        finally:
            files.close(descriptor)


def _lines(data: bytes, count: int) -> tuple[Line, ...]:
    lines, position = [], 0

    def field(width: int) -> bytes:
        nonlocal position
        length = int.from_bytes(data[position : position + width], "big")
        position += width
        value = data[position : position + length]
        if len(value) != length:
            raise IndexError
        position += length
        return value

    for _ in range(count):
        lines.append(Line(field(2), field(4), field(1)))
    if position != len(data):
        raise IndexError
    return tuple(lines)


def lines_of(batch: Sequence[Sealed]) -> tuple[Line, ...]:
    """Return the journal lines of entries."""
    return tuple([Line(each.leaf, each.sealed, each.wrapped or b"") for each in batch])

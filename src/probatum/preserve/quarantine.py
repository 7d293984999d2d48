"""Uploads that are still coming in: encrypted as they arrive, resumed where they broke off.

One file under ``uploads/`` each, a sequence of frames: length of the sealed part (4 bytes, big
endian), nonce (12 bytes), AES-256-GCM of one piece; associated data are the upload's id and the
position of its piece, so that pieces cannot change places. The key is derived from the case's root
for this upload alone. A frame that is not whole was never acknowledged: the next piece overwrites
it. Nothing here is part of the case: what is taken into custody goes through the vault like any
other file, and what is not is removed.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from probatum.errors import EvidenceError, InputError
from probatum.preserve import files

PIECE = 1 << 20  # bytes of plaintext in a frame, at most
_HEAD = 16  # length and nonce
_TAG = 16
_ID = re.compile(r"[0-9a-f]{32}")


class Quarantine:
    """The uploads of one case. ``derive`` gives 32 bytes of key for a purpose."""

    def __init__(self, case_folder: Path, derive: Callable[[str], bytes]) -> None:
        self._folder = case_folder / "uploads"
        self._derive = derive

    def create(self) -> str:
        """Begin an upload; return its id, 32 hex digits made here."""
        files.make_folder(self._folder)
        upload = os.urandom(16).hex()
        files.create(self._path(upload), b"")
        files.sync_folder(self._folder)
        return upload

    def size_bytes(self, upload: str) -> int:
        """Return how many bytes of plaintext have arrived. Raises InputError ``unreadable``."""
        return self._end(upload)[0]

    def append(self, upload: str, data: bytes) -> int:
        """Add bytes to the end, durable on return; return how many there are now."""
        arrived, position = self._end(upload)
        cipher = AESGCM(self._derive("upload " + upload))
        descriptor = files.open_append(self._path(upload))
        item = "uploads/" + upload
        try:
            for start in range(0, len(data), PIECE):
                piece = data[start : start + PIECE]
                nonce = os.urandom(12)
                sealed = cipher.encrypt(nonce, piece, _said(upload, arrived))
                frame = len(sealed).to_bytes(4, "big") + nonce + sealed
                files.write_at(descriptor, position, frame, item)
                position += len(frame)
                arrived += len(piece)
            # A frame that broke off may have been longer than what was written over it.
            files.truncate(descriptor, position, item)
            files.sync_file(descriptor, item)
        finally:
            files.close(descriptor)
        return arrived

    def pieces(self, upload: str) -> Iterator[bytes]:
        """Yield the plaintext, piece by piece. Raises EvidenceError ``vault-damaged``."""
        cipher = AESGCM(self._derive("upload " + upload))
        arrived = 0
        with files.reported("uploads/" + upload), self._path(upload).open("rb") as file:
            for _, length in self._frames(upload):
                file.seek(4, os.SEEK_CUR)
                nonce, sealed = file.read(12), file.read(length)
                try:
                    piece = cipher.decrypt(nonce, sealed, _said(upload, arrived))
                except InvalidTag as error:
                    raise EvidenceError(
                        "vault-damaged", item="an upload", expected="the bytes that arrived",
                        found="others", remedy="upload the file again",
                    ) from error  # fmt: skip
                arrived += len(piece)
                yield piece

    def stream(self, upload: str) -> io.BufferedReader:
        """Return the plaintext as a stream to read once."""
        return io.BufferedReader(_Pieces(self.pieces(upload)), PIECE)

    def discard(self, upload: str) -> None:
        """Remove an upload if it is there."""
        if _ID.fullmatch(upload):
            files.remove(self._path(upload))
            if self._folder.exists():
                files.sync_folder(self._folder)

    def ids(self) -> list[str]:
        """Return the uploads that are there."""
        with files.reported("uploads"):
            if not self._folder.exists():
                return []
            return sorted(path.name for path in self._folder.iterdir() if _ID.fullmatch(path.name))

    def _path(self, upload: str) -> Path:
        if not _ID.fullmatch(upload):
            raise InputError("unreadable", item="an upload", expected="its id", found="other text")
        return self._folder / upload

    def _end(self, upload: str) -> tuple[int, int]:
        """Return (bytes of plaintext, position behind the last whole frame)."""
        arrived = end = 0
        for position, length in self._frames(upload):
            arrived += length - _TAG
            end = position + _HEAD + length
        return arrived, end

    def _frames(self, upload: str) -> Iterator[tuple[int, int]]:
        """Yield (position, length of the sealed part) of every whole frame."""
        path = self._path(upload)
        with files.reported("uploads/" + upload):
            if not path.exists():
                raise InputError("unreadable", item="an upload", expected="it to be there",
                                 found="none", remedy="upload the file again")  # fmt: skip
            size, position = path.stat().st_size, 0
            with path.open("rb") as file:
                while position + _HEAD <= size:
                    file.seek(position)
                    length = int.from_bytes(file.read(4), "big")
                    if not _TAG < length <= PIECE + _TAG or position + _HEAD + length > size:
                        return
                    yield position, length
                    position += _HEAD + length


def _said(upload: str, arrived: int) -> bytes:
    return f"probatum/1 upload {upload} {arrived}".encode()


class _Pieces(io.RawIOBase):
    """Pieces as a stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def readable(self) -> bool:
        """It is only read."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # one kind of buffer
        """Fill the buffer with what comes next."""
        if not self._rest:
            self._rest = next(self._pieces, b"")
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

"""Room for decrypted bytes that must be read at any position and never lie readable on disk.

A temporary file without a name, encrypted under a key that exists in this process alone: what a
crash leaves behind is noise. It protects from later readers of the disk and nothing else, so the
bytes need no authentication here; whoever reads them back verifies the package.
"""

from __future__ import annotations

import io
import secrets
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext, algorithms, modes

_BLOCK = 16


class Scratch(io.RawIOBase):
    """A file to fill once with ``write`` and then to read and ``seek`` in."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder, buffering=0)
        self._key, self._start = secrets.token_bytes(32), secrets.token_bytes(8) + bytes(8)
        self._writing = self._cipher(0)
        self._reading: CipherContext | None = None
        self._at = self._size = 0

    def _cipher(self, offset: int) -> CipherContext:
        counter = int.from_bytes(self._start, "big") + offset // _BLOCK
        mode = modes.CTR(counter.to_bytes(_BLOCK, "big"))
        context = Cipher(algorithms.AES256(self._key), mode).encryptor()
        context.update(bytes(offset % _BLOCK))
        return context

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def seekable(self) -> bool:
        """Say that it has positions."""
        return True

    def write(self, data: object) -> int:
        """Append bytes. Raises OSError."""
        hidden = memoryview(self._writing.update(bytes(data)))  # type: ignore[call-overload]
        self._file.seek(self._size)
        size_bytes = len(hidden)
        while hidden:
            hidden = hidden[self._file.write(hidden) :]
        self._size += size_bytes
        return size_bytes

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a position."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        position = max(0, base + offset)
        if position != self._at:
            self._at, self._reading = position, None
        return position

    def tell(self) -> int:
        """Return the position."""
        return self._at

    def readinto(self, buffer: object) -> int:
        """Read the next bytes. Raises OSError."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        self._file.seek(self._at)
        hidden = self._file.read(min(len(view), max(0, self._size - self._at)))
        if self._reading is None:
            self._reading = self._cipher(self._at)
        view[: len(hidden)] = self._reading.update(hidden)
        self._at += len(hidden)
        return len(hidden)

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
        super().close()

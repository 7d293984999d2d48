"""A file that leaves the case, package or original: whole under its name, or not there at all."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from probatum.errors import UseError
from probatum.preserve import files

_PART = b".part"
_MOST_NAME_BYTES = 255  # on every file system in use


class FileWritten(io.RawIOBase):
    """Counts and hashes what passes through to a file."""

    def __init__(self, descriptor: int) -> None:
        self._file = os.fdopen(descriptor, "wb")
        self._digest = hashlib.sha256()
        self.size_bytes = 0

    @property
    def stream(self) -> BinaryIO:
        """The file as something to write to."""
        return cast(BinaryIO, self)

    @property
    def sha256(self) -> str:
        """SHA-256 of all that was written, in hex."""
        return self._digest.hexdigest()

    def write(self, data: object) -> int:
        """Write bytes. Raises OSError."""
        view = memoryview(cast(bytes, data))
        self._digest.update(view)
        self._file.write(view)
        self.size_bytes += len(view)
        return len(view)

    def flush(self) -> None:
        """Hand what is buffered to the system."""
        self._file.flush()

    def end(self) -> None:
        """Make the file durable and close it."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Close the file, whatever the disk says."""
        try:
            self._file.close()
        except OSError:
            # The file is about to be removed: that its last bytes did not fit changes nothing.
            pass


def require_free(target: Path) -> None:
    """Refuse a target before any work is done or logged for it; it may still fail later.

    Raises UseError ``wrong-use`` if something has this name, or the name while writing, or if the
    folder is missing: an act that was logged for a mistyped folder would never have happened.
    """
    if not target.parent.is_dir():
        raise UseError(
            "wrong-use", item="the output file", expected="a folder that exists",
            found="none of this name", remedy="make the folder first, or name another",
        )  # fmt: skip
    for path in (target, _unfinished(target)):
        if path.exists() or path.is_symlink():
            raise UseError(
                "wrong-use", item="the output file", expected="a name that is free",
                found="an existing file" + ("" if path == target else " " + path.suffix),
                remedy="choose another name or remove it; nothing is overwritten",
            )  # fmt: skip


@contextmanager
def writing(target: Path) -> Iterator[FileWritten]:
    """Give a file that gets its name only when the block ends well; else it is removed.

    Raises OSError, UseError ``wrong-use``.
    """
    require_free(target)
    unfinished = _unfinished(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    file = FileWritten(os.open(unfinished, flags, 0o600))
    try:
        yield file
        file.end()
        _give_name(unfinished, target)
    except BaseException:
        file.abandon()
        unfinished.unlink(missing_ok=True)
        raise


def _give_name(unfinished: Path, target: Path) -> None:
    """Name the finished file; what somebody put there meanwhile is not overwritten."""
    try:
        os.link(unfinished, target)  # unlike a rename, a link never replaces anything
    except FileExistsError:
        require_free(target)
        raise
    except OSError:
        os.replace(unfinished, target)  # this file system has no links
    else:
        unfinished.unlink()
    if os.name != "nt":  # Windows cannot open folders
        files.sync_folder(target.parent)


def _unfinished(target: Path) -> Path:
    name = os.fsencode(target.name)
    if len(name) + len(_PART) > _MOST_NAME_BYTES >= len(name):
        name = name[: _MOST_NAME_BYTES - len(_PART)]  # a name that fits must not fail for ours
    return target.with_name(os.fsdecode(name + _PART))

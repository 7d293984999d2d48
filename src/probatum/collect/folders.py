"""Files and folders: walk them in a stable order, refuse what is not a regular file, by name."""

from __future__ import annotations

import io
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, cast

from probatum.errors import InputError

# Without O_NONBLOCK, a pipe that took a file's place would keep us waiting for its writer.
_OPEN = os.O_RDONLY | sum(getattr(os, n, 0) for n in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
_LIKE_AN_ESCAPE = re.compile(r"\\(?=x[0-9a-f]{2})")
_NAMES = {
    stat.S_IFLNK: "a symbolic link", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device", stat.S_IFBLK: "a device",
}  # fmt: skip


def printable(path: str) -> str:
    r"""Return a path as text that can be stored; two paths never give the same text.

    Bytes that are not UTF-8 become ``\xff``. So that a name which really reads ``\xff`` is another
    one, its backslash becomes ``\x5c``; all other backslashes stay.
    """
    return os.fsencode(_LIKE_AN_ESCAPE.sub(r"\\x5c", path)).decode("utf-8", "backslashreplace")


def _time(nanoseconds: int) -> str | None:
    """RFC 3339 in UTC with nanoseconds: the file system's precision is kept, not rounded.

    None (unknown) where RFC 3339 has no spelling: a file may claim to be of the year 12000.
    """
    seconds, rest = divmod(nanoseconds, 1_000_000_000)
    try:
        return f"{_second(seconds)}.{rest:09d}Z"
    except (ValueError, OverflowError, OSError):
        return None


@lru_cache(maxsize=4096)
def _second(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()[:19]


class _Source(io.FileIO):
    """A file that is being read; one bad sector refuses this file, not the whole intake."""

    def read(self, size: int | None = -1) -> bytes:
        """Return bytes. Raises InputError ``unreadable``."""
        try:
            return super().read(-1 if size is None else size) or b""
        except OSError as error:
            raise unreadable(error) from error


@dataclass(frozen=True, slots=True)
class Capture:
    """One regular file: where it was found and what the file system said before it was read."""

    path: str
    stat: os.stat_result

    @property
    def source_path(self) -> str:
        """The absolute path as text."""
        return printable(self.path)

    @property
    def file_name(self) -> str:
        """The last part of the path as text."""
        return printable(os.path.basename(self.path))

    @property
    def size_bytes(self) -> int:
        """Size before reading."""
        return self.stat.st_size

    @property
    def modified_at(self) -> str | None:
        """Modification time that the file system states; None if it is not one of years 1-9999."""
        return _time(self.stat.st_mtime_ns)

    @property
    def changed_at(self) -> str | None:
        """Change time of the inode (on Windows: creation time) that the file system states."""
        return _time(self.stat.st_ctime_ns)

    @property
    def accessed_at(self) -> str | None:
        """Access time before we read it."""
        return _time(self.stat.st_atime_ns)

    def open(self) -> BinaryIO:
        """Open for reading, without following a link that took the file's place meanwhile.

        Raises InputError ``unreadable``, ``changed-while-read``.
        """
        try:
            stream = cast(BinaryIO, _Source(os.open(self.path, _OPEN), "rb"))
        except OSError as error:
            raise unreadable(error) from error
        now = os.fstat(stream.fileno())
        # The number of a removed file may be given again at once, also to a pipe.
        same = (now.st_ino, now.st_dev) == (self.stat.st_ino, self.stat.st_dev)
        if not same or not stat.S_ISREG(now.st_mode):
            stream.close()
            raise changed()
        return stream

    def check_unchanged(self, stream: BinaryIO, bytes_read: int) -> None:
        """Raise InputError ``changed-while-read`` unless the file stayed the same while read."""
        now, before = os.fstat(stream.fileno()), self.stat
        # Anybody may set the modification time back after a change; that moves the change time.
        same = (now.st_size, now.st_mtime_ns, now.st_ctime_ns) == (
            before.st_size, before.st_mtime_ns, before.st_ctime_ns,
        )  # fmt: skip
        if not same or bytes_read != before.st_size:
            raise changed()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was found and not taken."""

    path: str
    error: InputError

    @property
    def source_path(self) -> str:
        """The absolute path as text."""
        return printable(self.path)


def unreadable(error: OSError) -> InputError:
    """Return the error for a file that the system does not let us read."""
    found = os.strerror(error.errno) if error.errno else "an error"
    gone = isinstance(error, FileNotFoundError)
    return InputError("unreadable", expected="a readable file", found=found,
                      remedy="compare the path, letter by letter, and add it again" if gone
                      else "make it readable and add it again")  # fmt: skip


def changed() -> InputError:
    """Return the error for a file that changed under our hands."""
    return InputError(
        "changed-while-read", expected="the same size and time before and after",
        found="a change", remedy="wait until nothing writes to it and add it again",
    )  # fmt: skip


def walk(paths: Sequence[str]) -> Iterator[Capture | Refusal]:
    """Yield every file below the paths, sorted by name; each refused thing once."""
    # A list of what is still to visit: folders may be nested deeper than Python may recurse.
    waiting = [os.path.abspath(path) for path in reversed(paths)]
    while waiting:
        path = waiting.pop()
        try:
            facts = os.lstat(path)
            if stat.S_ISDIR(facts.st_mode):
                with os.scandir(path) as found:
                    names = sorted((entry.name for entry in found), reverse=True)
                waiting += [os.path.join(path, name) for name in names]
                continue
        except OSError as error:
            yield Refusal(path, unreadable(error))
            continue
        yield Capture(path, facts) if stat.S_ISREG(facts.st_mode) else _refused(path, facts)


def _refused(path: str, facts: os.stat_result) -> Refusal:
    kind = _NAMES.get(stat.S_IFMT(facts.st_mode), "something else")
    error = InputError(
        "not-a-regular-file", expected="a file or folder", found=kind,
        remedy="add what it points to, or copy it to a regular file",
    )  # fmt: skip
    return Refusal(path, error)


def total(paths: Sequence[str]) -> tuple[int, int]:
    """Return (files, bytes) below the paths, for a progress bar."""
    count = size_bytes = 0
    for each in walk(paths):
        if isinstance(each, Capture):
            count += 1
            size_bytes += each.size_bytes
    return count, size_bytes


def absolute(paths: Sequence[str]) -> list[str]:
    """Return absolute paths as text, each once, in order."""
    return list(dict.fromkeys(printable(str(Path(path).absolute())) for path in paths))

"""Durable steps on files: the only functions of this package that change anything on disk.

Everything that ``spec/archive.md`` calls *durable* is made of these steps, so that the power-loss
test can record them, drop what was not synced, and replay every prefix. They speak to the operating
system through this module's ``os`` only. Raises WorldError (``no-space``, ``no-permission``,
``io-error``) and never hides one.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from probatum.errors import WorldError

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would translate line ends
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def world_error(error: OSError, item: str) -> WorldError:
    """Return the error of our family for what the operating system said about ``item``."""
    if error.errno in _NO_SPACE:
        return WorldError(
            "no-space", item=item, expected="room to write",
            found=os.strerror(error.errno or errno.ENOSPC),
            remedy="free space, then run the same command again",
        )  # fmt: skip
    if error.errno in _REFUSED:
        return WorldError(
            "no-permission", item=item, found=os.strerror(error.errno or 0),
            remedy="check who owns the folder and how it is mounted",
        )  # fmt: skip
    return WorldError(
        "io-error", item=item, found=os.strerror(error.errno or errno.EIO),
        remedy="check the disk before you go on; nothing acknowledged was lost",
    )  # fmt: skip


@contextmanager
def reported(item: str) -> Iterator[None]:
    """Turn an OSError of the block into our WorldError that names ``item``."""
    try:
        yield
    except OSError as error:
        raise world_error(error, item) from error


def _name(path: Path) -> str:
    # The last two parts name the place inside the case without the owner's folders above it.
    return "/".join(path.parts[-2:])


def write_all(descriptor: int, data: bytes | memoryview) -> None:
    """Write every byte (``os.write`` may write fewer)."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def sync(descriptor: int) -> None:
    """Make a file's bytes and size durable."""
    # fdatasync where there is one: it includes the size, and only the times are left out.
    getattr(os, "fdatasync", os.fsync)(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable (a rename or creation is lost without it)."""
    if os.name == "nt":  # Windows cannot open folders; NTFS journals names itself
        return
    with reported(_name(folder)):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Create a folder and its missing parents, each durable in its parent."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        with reported(_name(path)):
            os.mkdir(path, 0o700)
        sync_folder(path.parent)


def create(path: Path, data: bytes) -> None:
    """Write a file and make its bytes durable; its name is durable after ``sync_folder``."""
    with reported(_name(path)):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        try:
            write_all(descriptor, data)
            sync(descriptor)
        finally:
            os.close(descriptor)


def create_or_keep(path: Path, data: bytes) -> None:
    """Like ``create``, but a file that already holds these bytes is only made durable."""
    if read(path) != data:
        create(path, data)
        return
    descriptor = open_append(path)
    try:
        sync_file(descriptor, _name(path))
    finally:
        os.close(descriptor)


def rename(source: Path, target: Path) -> None:
    """Rename a file, replacing the target; durable after ``sync_folder`` of the target's folder."""
    with reported(_name(target)):
        os.replace(source, target)


def replace(path: Path, data: bytes) -> None:
    """Replace a file so that a reader finds the old bytes or the new ones, never a mixture."""
    fresh = path.with_name(path.name + ".new")
    create(fresh, data)
    rename(fresh, path)
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Remove a file if it is there; durable after ``sync_folder``."""
    with reported(_name(path)):
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass


def remove_folder(folder: Path) -> None:
    """Remove an empty folder if it is there."""
    with reported(_name(folder)):
        try:
            os.rmdir(folder)
        except FileNotFoundError:
            pass


def open_append(path: Path) -> int:
    """Open (or create) a file for writing at positions that the caller chooses."""
    with reported(_name(path)):
        return os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)


def close(descriptor: int) -> None:
    """Close a descriptor."""
    os.close(descriptor)


def write_at(descriptor: int, offset: int, data: bytes | memoryview, item: str) -> None:
    """Write bytes at a position."""
    with reported(item):
        os.lseek(descriptor, offset, os.SEEK_SET)
        write_all(descriptor, data)


def sync_file(descriptor: int, item: str) -> None:
    """Make an open file's bytes durable, naming ``item`` if that fails."""
    with reported(item):
        sync(descriptor)


def truncate(descriptor: int, size_bytes: int, item: str) -> None:
    """Cut a file to a size."""
    with reported(item):
        os.ftruncate(descriptor, size_bytes)


def overwrite(path: Path, offset: int, size_bytes: int) -> None:
    """Overwrite a range with zeros and make that durable (a best effort on journalling disks)."""
    with reported(_name(path)):
        descriptor = os.open(path, os.O_WRONLY | _BINARY)
        try:
            os.lseek(descriptor, offset, os.SEEK_SET)
            block = bytes(min(size_bytes, 1 << 20))
            left = size_bytes
            while left:
                part = block[: min(left, len(block))]
                write_all(descriptor, part)
                left -= len(part)
            sync(descriptor)
        finally:
            os.close(descriptor)


def read(path: Path) -> bytes | None:
    """Read a whole file; None if it does not exist."""
    with reported(_name(path)):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

"""Packages that were made and wait to be fetched; all of them are encrypted for their recipient."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from probatum.desk.holding import DESK
from probatum.errors import UseError

_NAME = re.compile(r"[0-9a-f]{16}\.zip\.age")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A package that lies beside the case."""

    name: str
    size_bytes: int


def new_place() -> Path:
    """Return where a new package goes."""
    folder = _folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{secrets.token_hex(8)}.zip.age"


def waiting() -> list[Waiting]:
    """Return the packages that are there."""
    folder = _folder()
    if not folder.is_dir():
        return []
    with os.scandir(folder) as found:
        names = sorted(entry.name for entry in found if _NAME.fullmatch(entry.name))
    return [Waiting(name, (folder / name).stat().st_size) for name in names]


def chunks(name: str) -> tuple[int, Iterator[bytes]]:
    """Return the size of a package, and its bytes. Raises UseError ``unknown-id``."""
    path = _place(name)

    def read() -> Iterator[bytes]:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece

    return path.stat().st_size, read()


def remove(name: str) -> None:
    """Remove a package: it was fetched, or is not wanted. Raises UseError ``unknown-id``."""
    _place(name).unlink()


def remove_unfinished() -> None:
    """Remove what is left of packages that were being written when the desk was killed."""
    folder = _folder()
    if folder.is_dir():
        for path in folder.iterdir():
            if not _NAME.fullmatch(path.name):
                path.unlink()


def _place(name: str) -> Path:
    path = _folder() / name
    if not _NAME.fullmatch(name) or not path.is_file():
        raise UseError("unknown-id", item="the package", expected="one that waits here",
                       found="none", remedy="make it again")  # fmt: skip
    return path


def _folder() -> Path:
    if DESK.folder is None:
        raise LookupError("no case is open")
    return DESK.folder / "packages"

"""Packages made at the desk that wait beside the case until somebody fetched them.

They are copies as they were disclosed, encrypted for their recipient, and no erasure reaches into
them: so fetching and removing one is logged like a read.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.roles import Deed
from probatum.preserve import files

FOLDER = "packages"
_NAME = re.compile(r"[0-9a-f]{16}\.zip\.age")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A package that lies beside the case; ``at`` is when it was made, as the disk says."""

    name: str
    size_bytes: int
    at: datetime


def new_place(session: Session) -> Path:
    """Return where a new package goes. Raises UseError ``not-permitted``."""
    session.require(Deed.DISCLOSE)
    folder = session.case.folder / FOLDER
    files.make_folder(folder)
    return folder / f"{secrets.token_hex(8)}.zip.age"


def waiting(session: Session) -> list[Waiting]:
    """Return the packages that are there, by name; their recipients stand in the log."""
    found = []
    for path in _inside(session.case.folder):
        if _NAME.fullmatch(path.name):
            known = path.stat()
            made = datetime.fromtimestamp(known.st_mtime, UTC)
            found.append(Waiting(path.name, known.st_size, made))
    return sorted(found, key=lambda each: each.name)


def fetch(session: Session, name: str) -> tuple[int, Iterator[bytes]]:
    """Return the size of a package, and its bytes for after the turn; logged first.

    Raises UseError ``unknown-id``, ``not-permitted``.
    """
    session.require(Deed.DISCLOSE)
    path = _place(session, name)
    session.saw("package fetched", [], purpose=name)

    def read() -> Iterator[bytes]:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece

    return path.stat().st_size, read()


def remove(session: Session, name: str) -> None:
    """Remove a package: it was fetched, or is not wanted; logged first.

    Raises UseError ``unknown-id``, ``not-permitted``.
    """
    session.require(Deed.DISCLOSE)
    path = _place(session, name)
    session.saw("package removed", [], purpose=name)
    files.remove(path)
    files.sync_folder(path.parent)


def remove_unfinished(session: Session) -> None:
    """Remove what is left of packages that were being written when the process was killed."""
    for path in _inside(session.case.folder):
        if not _NAME.fullmatch(path.name):
            files.remove(path)


def _inside(case: Path) -> list[Path]:
    folder = case / FOLDER
    return list(folder.iterdir()) if folder.is_dir() else []


def _place(session: Session, name: str) -> Path:
    path = session.case.folder / FOLDER / name
    if not _NAME.fullmatch(name) or not path.is_file():
        raise UseError("unknown-id", item="the package", expected="one that waits here",
                       found="none", remedy="make it again")  # fmt: skip
    return path

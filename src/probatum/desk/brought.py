"""What the pages bring along from others: built by npm, shipped in the wheel, missing until then.

The list of it, ``static/vendor/versions.json``, is written last by ``make web``: name, version,
licence and digest of everything beside it. The desk starts without; its pages then say so.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from django.core.checks import CheckMessage, Warning

VENDOR = Path(__file__).parent / "static" / "vendor"
REMEDY = "Run `make web` in the source folder, or install Probatum from its wheel."


class File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file, by its path inside the folder."""

    path: str
    size_bytes: int
    sha256: str


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one package gives: its version, its terms, its files."""

    name: str
    version: str
    licence: str
    files: list[File]


class Brought(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The list. ``inputs`` is the digest of what everything was built from."""

    inputs: str
    parts: list[Part]


def read_list(folder: Path = VENDOR) -> Brought | None:
    """Return what a build wrote down, None if there was none, or if its list cannot be read."""
    try:
        return msgspec.json.decode((folder / "versions.json").read_bytes(), type=Brought)
    except (OSError, msgspec.DecodeError):
        return None


def missing(folder: Path = VENDOR) -> list[str]:
    """Return which files are not there; digests are the business of whoever builds a wheel."""
    brought = read_list(folder)
    if brought is None:
        return ["versions.json"]
    paths = (file.path for part in brought.parts for file in part.files)
    return [path for path in paths if not (folder / path).is_file()]


@cache
def is_whole() -> bool:
    """Say whether everything was there when this process first asked."""
    return not missing()


def check(**_given: object) -> list[CheckMessage]:
    """Django's system check: a warning, since every page works without scripts where it can."""
    gone = missing()
    if not gone:
        return []
    shown = ", ".join(gone[:3]) + (" ..." if len(gone) > 3 else "")
    return [Warning(f"Programs of the pages are missing: {shown}", hint=REMEDY, id="desk.W001")]

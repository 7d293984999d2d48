"""The files of public places: where they lie, and that each is built once, whole, by one process.

They hold public data only and are not encrypted: the packaged places, and dumps of countries that
the user brought. A new version of the package, or of the format, builds the packaged file again;
so does a file that is not whole.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from probatum.errors import WorldError
from probatum.read.gazetteer import packaged
from probatum.read.gazetteer.entries import Entry
from probatum.read.gazetteer.layers import FileLayer
from probatum.read.gazetteer.writing import FORMAT, about, stamp_of, write_layer

NAME = "GeoNames"
_DUMP = re.compile(rf"dump-([A-Za-z0-9_-]+)-{FORMAT}\.sqlite")


@dataclass(frozen=True, slots=True)
class LayerFile:
    """A file that is there and whole. ``stamp`` names its source and version."""

    name: str
    path: Path
    stamp: str
    places: int


def cache_folder() -> Path:
    """Return where gazetteers lie: PROBATUM_GAZETTEERS, or the user's cache."""
    chosen = os.environ.get("PROBATUM_GAZETTEERS")
    return Path(chosen) if chosen else platformdirs.user_cache_path("probatum") / "gazetteers"


def packaged_path(folder: Path | None = None) -> Path:
    """Return where the file of the packaged places lies, or will."""
    return (cache_folder() if folder is None else folder) / f"places-{FORMAT}.sqlite"


def packaged_layer(
    folder: Path | None = None, *, progress: packaged.Progress | None = None,
    waiting: Callable[[], None] | None = None, again: bool = False,
) -> FileLayer:  # fmt: skip
    """Open the layer of the packaged places; the first time, build it (about half a minute).

    ``progress`` gets bytes read and bytes in all. Two processes at once: one builds, the other
    waits, and ``waiting`` is called when it begins to. ``again`` builds even what is there. Raises
    WorldError without the package, and where the folder cannot be written.
    """
    wanted = packaged.stamp()
    path = packaged_path(folder)
    if again or stamp_of(path) != wanted:
        packaged.require_names()
        with _alone(path, waiting):
            if again or stamp_of(path) != wanted:
                write_layer(path, packaged.entries(progress), wanted)
    return FileLayer(path, NAME)


def keep_dump(
    name: str, entries: Iterable[Entry], stamp: str, folder: Path | None = None
) -> LayerFile:
    """Write the places of a country dump into a file of their own; an earlier one is replaced.

    ``name`` becomes a part of the file's name: letters, digits, - and _ of it are kept. Raises
    what ``entries`` raises; WorldError where the folder cannot be written.
    """
    plain = "".join(re.findall("[A-Za-z0-9_-]+", name))[:40] or "unnamed"
    path = (cache_folder() if folder is None else folder) / f"dump-{plain}-{FORMAT}.sqlite"
    with _alone(path, None):
        places = write_layer(path, entries, stamp)
    return LayerFile(f"{NAME} {plain}", path, stamp, places)


def layer_files(folder: Path | None = None) -> list[LayerFile]:
    """Return the dumps that are there, by name, then the packaged places if they are built."""
    folder = cache_folder() if folder is None else folder
    named = [(f"{NAME} {found[1]}", path) for path in sorted(folder.glob("dump-*.sqlite"))
             if (found := _DUMP.fullmatch(path.name))]  # fmt: skip
    named.append((NAME, packaged_path(folder)))
    return [LayerFile(name, path, *told) for name, path in named if (told := about(path))]


def dump_layers(folder: Path | None = None) -> list[FileLayer]:
    """Open the dumps that are there."""
    return [FileLayer(each.path, each.name) for each in layer_files(folder) if each.name != NAME]


@contextmanager
def _alone(path: Path, waiting: Callable[[], None] | None) -> Iterator[None]:
    """Let one process at a time write a layer's file; clear away what a killed one left."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(f"{path}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if waiting is not None:
                waiting()
            lock.acquire()
        try:
            for left in path.parent.glob(f"{path.name}.*.part"):
                left.unlink(missing_ok=True)
            yield
        finally:
            lock.release()
    except (OSError, sqlite3.Error) as error:
        raise _cannot_build(path.parent, error) from error


def _cannot_build(folder: Path, error: Exception) -> WorldError:
    refused = isinstance(error, PermissionError) or getattr(error, "errno", None) == 30
    full = getattr(error, "errno", None) == 28 or "full" in str(error)
    return WorldError(
        "no-permission" if refused else "no-space" if full else "io-error",
        item="gazetteer",
        expected=f"to build its file (130 MB) in {folder}",
        found=type(error).__name__ if not isinstance(error, OSError) else str(error.strerror),
        remedy="set PROBATUM_GAZETTEERS to a folder that can be written",
    )

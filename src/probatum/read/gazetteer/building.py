"""The file of the packaged places: where it lies, and that it is built once, whole, by one process.

It holds public data only and is not encrypted. A new version of the package, or of the format,
builds it again; so does a file that is not whole.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import platformdirs
from filelock import FileLock

from probatum.errors import WorldError
from probatum.read.gazetteer import packaged
from probatum.read.gazetteer.layers import FileLayer
from probatum.read.gazetteer.writing import FORMAT, stamp_of, write_layer

NAME = "GeoNames"


def cache_folder() -> Path:
    """Return where gazetteers lie: PROBATUM_GAZETTEERS, or the user's cache."""
    chosen = os.environ.get("PROBATUM_GAZETTEERS")
    return Path(chosen) if chosen else platformdirs.user_cache_path("probatum") / "gazetteers"


def packaged_layer(
    folder: Path | None = None, *, progress: packaged.Progress | None = None
) -> FileLayer:
    """Open the layer of the packaged places; the first time, build it (about half a minute).

    ``progress`` gets bytes read and bytes in all. Two processes at once: one builds, the other
    waits. Raises UseError without the package, WorldError where the folder cannot be written.
    """
    wanted = packaged.stamp()
    folder = cache_folder() if folder is None else folder
    path = folder / f"places-{FORMAT}.sqlite"
    if stamp_of(path) != wanted:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{path}.lock"):
                if stamp_of(path) != wanted:
                    write_layer(path, packaged.entries(progress), wanted)
        except (OSError, sqlite3.Error) as error:
            raise _cannot_build(folder, error) from error
    return FileLayer(path, NAME)


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

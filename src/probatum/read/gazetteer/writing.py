"""Write entries into the SQLite file of a layer, which appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path

from probatum.read.gazetteer.entries import Entry, keys_of

FORMAT = 5  # goes up whenever files of older programs must be built again
APPLICATION = 0x50424741  # "PBGA" in the file's head

_TABLES = """
CREATE TABLE place (row INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL,
 lat REAL NOT NULL, lon REAL NOT NULL, precision_m INTEGER NOT NULL, kind TEXT NOT NULL,
 country TEXT, region TEXT, population INTEGER NOT NULL, names TEXT NOT NULL);
CREATE TABLE key (key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL,
 PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE about (stamp TEXT NOT NULL, places INTEGER NOT NULL);
"""
_INDEXES = """
CREATE INDEX place_id ON place (id);
CREATE INDEX place_region ON place (country, region) WHERE kind = 'region';
"""


def write_layer(path: Path, entries: Iterable[Entry], stamp: str) -> int:
    """Write a layer's file and return the number of places. ``stamp`` names source and version.

    The file gets its name when it is complete and on disk; a file there before is replaced.
    Raises OSError and sqlite3.Error.
    """
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(name, isolation_level=None)) as file:
            places = _fill(file, entries, stamp)
        with open(name, "rb+") as written:
            os.fsync(written.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return places


def _fill(file: sqlite3.Connection, entries: Iterable[Entry], stamp: str) -> int:
    # Nobody reads the file before it is renamed, so it needs no journal; keys are sorted once at
    # the end, in SQLite's own temporary space, not inserted all over the tree.
    file.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
    file.executescript("CREATE TABLE unsorted (key TEXT, place INTEGER, rank INTEGER)")
    file.execute("BEGIN")
    places = 0
    for entry in entries:
        places += 1
        file.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (places, entry.id, entry.name, entry.lat, entry.lon, entry.precision_m, entry.kind,
             entry.country, entry.region, entry.population, "\n".join(entry.names)),
        )  # fmt: skip
        file.executemany(
            "INSERT INTO unsorted VALUES (?, ?, ?)",
            [(key, places, rank) for key, rank in keys_of(entry).items()],
        )
    file.execute("INSERT INTO key SELECT key, place, min(rank) FROM unsorted GROUP BY key, place")
    file.execute("INSERT INTO about VALUES (?, ?)", (stamp, places))
    file.execute("COMMIT")
    file.executescript(
        f"DROP TABLE unsorted; {_INDEXES} PRAGMA user_version = {FORMAT};"
        f"PRAGMA application_id = {APPLICATION}; VACUUM;"
    )
    return places


def stamp_of(path: Path) -> str | None:
    """Return the stamp of a layer's file, None if there is none, or it is not whole, or foreign."""
    found = about(path)
    return None if found is None else found[0]


def about(path: Path) -> tuple[str, int] | None:
    """Return the stamp of a layer's file and how many places it has; None as ``stamp_of``."""
    if not path.is_file():
        return None
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        ) as file:
            if file.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
                return None
            if file.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
                return None
            stamp, places = file.execute("SELECT stamp, places FROM about").fetchone()
            last = file.execute("SELECT max(row) FROM place").fetchone()[0]
    except (sqlite3.Error, TypeError, OSError):
        return None
    return (str(stamp), int(places)) if last == places else None

"""The index file: tables, and opening it as SQLCipher.

Every page is encrypted and authenticated, the write-ahead log included; temporary tables stay in
memory. What a thief of the folder may see anyway (ids, kinds, positions) stands in ``object``,
``evidence`` and ``access``; what was sealed stands in the other tables and goes when it is erased.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3

from probatum.errors import WorldError
from probatum.index import search_tables
from probatum.model.kinds import KINDS
from probatum.preserve import files

VERSION = 13

TABLES = """
CREATE TABLE state(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE kind(no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE object(
  position INTEGER PRIMARY KEY, id BLOB NOT NULL, head BLOB NOT NULL, access_head BLOB,
  first_kind INTEGER NOT NULL, erasure INTEGER NOT NULL, held INTEGER NOT NULL,
  acquisitions INTEGER NOT NULL, notes INTEGER NOT NULL);
CREATE TABLE evidence(
  idx INTEGER PRIMARY KEY, object INTEGER NOT NULL, kind INTEGER NOT NULL);
CREATE TABLE access(
  idx INTEGER PRIMARY KEY, object INTEGER NOT NULL, kind INTEGER NOT NULL);
CREATE TABLE item(
  object INTEGER PRIMARY KEY, number INTEGER NOT NULL, ref TEXT NOT NULL, mac BLOB NOT NULL,
  first INTEGER NOT NULL, cleared INTEGER NOT NULL);
CREATE TABLE acquisition(
  idx INTEGER PRIMARY KEY, object INTEGER NOT NULL, intake TEXT NOT NULL,
  file_name TEXT NOT NULL, source_path TEXT NOT NULL, sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL, modified_at TEXT, by TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE intake(
  object INTEGER PRIMARY KEY, by TEXT NOT NULL, at TEXT NOT NULL, sources TEXT NOT NULL,
  finished INTEGER NOT NULL);
CREATE TABLE opened(
  idx INTEGER PRIMARY KEY, name TEXT NOT NULL, prefix TEXT NOT NULL, by TEXT NOT NULL,
  at TEXT NOT NULL);
CREATE TABLE disclosed(idx INTEGER NOT NULL, object INTEGER NOT NULL, item TEXT NOT NULL);
CREATE TABLE shown(idx INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE shown_record(idx INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE record(
  object INTEGER PRIMARY KEY, number INTEGER NOT NULL, noun TEXT NOT NULL, first INTEGER NOT NULL,
  last INTEGER NOT NULL, retracted INTEGER NOT NULL, cleared INTEGER NOT NULL);
CREATE TABLE version(
  idx INTEGER PRIMARY KEY, object INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, why TEXT,
  body TEXT);
CREATE TABLE reference(
  object INTEGER NOT NULL, field TEXT NOT NULL, target BLOB NOT NULL, noun TEXT NOT NULL);
CREATE TABLE derivation(
  idx INTEGER PRIMARY KEY, object INTEGER NOT NULL, item BLOB NOT NULL, operation TEXT NOT NULL,
  tool TEXT NOT NULL, tool_version TEXT NOT NULL, parameters TEXT NOT NULL,
  input_sha256 TEXT NOT NULL, media_type TEXT, sha256 TEXT, size_bytes INTEGER, failure TEXT,
  by TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE place(
  id BLOB NOT NULL, part INTEGER NOT NULL, segment INTEGER NOT NULL, offset INTEGER NOT NULL,
  length INTEGER NOT NULL, PRIMARY KEY (id, part)) WITHOUT ROWID;
"""

TABLE_NAMES = (
    "state", "kind", "object", "evidence", "access", "item", "acquisition", "intake", "opened",
    "disclosed", "shown", "shown_record", "record", "version", "reference", "derivation", "place",
)  # fmt: skip

# Made after a bulk load: sorting once is cheaper than a million insertions in random order.
INDEXES = {
    "object_by_id": "UNIQUE INDEX object_by_id ON object(id)",
    "object_by_first": "INDEX object_by_first ON object(first_kind)",
    "object_erasing": "INDEX object_erasing ON object(position) WHERE erasure = 1",
    "evidence_by_object": "INDEX evidence_by_object ON evidence(object)",
    "evidence_by_kind": "INDEX evidence_by_kind ON evidence(kind)",
    "item_by_number": "INDEX item_by_number ON item(number)",
    "item_by_mac": "INDEX item_by_mac ON item(mac)",
    "item_cleared": "INDEX item_cleared ON item(object) WHERE cleared",
    "acquisition_by_object": "INDEX acquisition_by_object ON acquisition(object)",
    "acquisition_by_intake": "INDEX acquisition_by_intake ON acquisition(intake)",
    "disclosed_by_item": "INDEX disclosed_by_item ON disclosed(item)",
    "disclosed_by_object": "INDEX disclosed_by_object ON disclosed(object)",
    "shown_by_number": "INDEX shown_by_number ON shown(first, last)",
    "shown_by_record": "INDEX shown_by_record ON shown_record(first, last)",
    "record_by_number": "UNIQUE INDEX record_by_number ON record(number)",
    "record_by_noun": "INDEX record_by_noun ON record(noun)",
    "record_cleared": "INDEX record_cleared ON record(number) WHERE cleared",
    "record_revised": "INDEX record_revised ON record(last, first) WHERE last > first",
    "version_by_object": "INDEX version_by_object ON version(object)",
    "version_by_time": "INDEX version_by_time ON version(at)",
    "reference_by_object": "INDEX reference_by_object ON reference(object)",
    "reference_by_target": "INDEX reference_by_target ON reference(target, noun)",
    "derivation_by_object": "INDEX derivation_by_object ON derivation(object)",
    "derivation_by_item": "INDEX derivation_by_item ON derivation(item)",
    "derivation_by_operation": "INDEX derivation_by_operation ON derivation(operation, idx)",
    "version_of_review": "INDEX version_of_review ON version(json_extract(body, '$.group'))"
    ' WHERE substr(body, 1, 20) = \'{"record":"review/1"\'',
    **search_tables.INDEXES,
}

# Following itself asks these. Without them each text, revision and second acquisition would look
# through all rows. Rows come in the order of their objects, so that keeping them costs little.
ASKED_WHILE_FOLLOWING = frozenset(
    {"doc_by_object", "doc_by_about", "reference_by_object", "acquisition_by_object"}
)

# Numbered by name, not as met: the access log is followed after the evidence log, so the order in
# which kinds are met depends on when the index is brought up to date.
KIND_ROWS = [(number, name) for number, name in enumerate(sorted(KINDS), start=1)]

Connection = Any  # sqlcipher3 publishes no types
Row = tuple[Any, ...]  # one row of a query; named and typed by whoever asked


@contextmanager
def reported() -> Iterator[None]:
    """Turn what SQLite says into an error for people. The index can always be made anew."""
    try:
        yield
    except sqlcipher3.DatabaseError as error:
        said = str(error)
        code = "io-error"
        if "disk is full" in said:
            code = "no-space"
        elif "locked" in said or "busy" in said:
            code = "in-use"
        raise WorldError(
            code, item="the index", expected="to read and write it", found=type(error).__name__,
            remedy="try again; if it stays so: probatum index rebuild",
        ) from error  # fmt: skip


def connect(path: Path, key: bytes) -> tuple[Connection, bool]:
    """Open the index, or make it; return the connection and whether it was made.

    A file under another key, of another version or other kinds, or with a page that does not
    authenticate holds nothing that the logs do not: it is deleted and made anew.
    """
    if path.exists():
        with reported():
            connection = _keyed(path, key)
            if _sound(connection):
                _settle(connection)
                return connection, False
            connection.close()
        remove(path)
    with reported():
        connection = _keyed(path, key)
        connection.execute("PRAGMA journal_mode = WAL")
        _settle(connection)
        connection.execute("BEGIN IMMEDIATE")
        for statement in (TABLES + search_tables.TABLES).split(";"):
            connection.execute(statement)
        connection.executemany("INSERT INTO kind(no, name) VALUES (?, ?)", KIND_ROWS)
        make_indexes(connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    return connection, True


def _keyed(path: Path, key: bytes) -> Connection:
    if len(key) != 32:
        raise ValueError("the key of the index has 32 bytes")
    # Threads of one process share it by turns (``acts.turns``), never at once.
    connection = sqlcipher3.connect(
        str(path), isolation_level=None, timeout=30, check_same_thread=False
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _settle(connection: Connection) -> None:
    """Set what can be set only once the key has opened the file."""
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA secure_delete = ON")
    # 160 MB at most: what searches look up for each of the documents that they rank and divide is
    # 90 MB of a million, and a page that is not there is read, authenticated and decrypted again.
    connection.execute("PRAGMA cache_size = -163840")


def _sound(connection: Connection) -> bool:
    try:
        version: Row = connection.execute("PRAGMA user_version").fetchone()
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        kinds = connection.execute("SELECT no, name FROM kind ORDER BY no").fetchall()
        damage = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except sqlcipher3.OperationalError as error:
        if "locked" in str(error):
            raise WorldError("in-use", item="the index") from error
        return False
    except sqlcipher3.DatabaseError:
        return False
    wanted = {*TABLE_NAMES, *search_tables.TABLE_NAMES}
    known = version == (VERSION,) and kinds == KIND_ROWS and wanted <= tables
    return known and not damage


def make_indexes(connection: Connection) -> None:
    """Make the SQL indexes that do not exist yet."""
    for definition in INDEXES.values():
        connection.execute("CREATE " + definition.replace("INDEX ", "INDEX IF NOT EXISTS ", 1))


def drop_indexes(connection: Connection) -> None:
    """Drop the SQL indexes before a bulk load, but for those that it asks."""
    for name in INDEXES.keys() - ASKED_WHILE_FOLLOWING:
        connection.execute("DROP INDEX IF EXISTS " + name)


def remove(path: Path) -> None:
    """Overwrite and delete the index and what SQLite keeps beside it.

    Its key outlives an erasure, so blocks of a file that was only deleted could still be read.
    """
    for suffix in ("-wal", "-shm", "-journal", ""):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            files.overwrite(beside, 0, beside.stat().st_size)
            files.remove(beside)
    files.sync_folder(path.parent)

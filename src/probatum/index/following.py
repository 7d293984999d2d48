"""Taking entries over into the tables, in the order of the logs.

The result must not depend on when it is made: after an erasure nobody can open the object's entries
again, so whatever was sealed about it goes at its ``erase/1``, and what the public leaves show is
counted from the leaves alone.
"""

from __future__ import annotations

import json
from typing import assert_never

from probatum.errors import EvidenceError
from probatum.index.entry_documents import EntryDocuments
from probatum.index.facts import (
    AcquireFact,
    CaseFact,
    ClearFact,
    DeriveFact,
    DiscloseFact,
    Fact,
    IntakeFact,
    NoteFact,
    ReadFact,
    RecordFact,
    RetractFact,
)
from probatum.index.objects import Known, Objects
from probatum.index.reading import NO_HASH, Taken
from probatum.index.recording import Records
from probatum.index.schema import Connection, Row
from probatum.model.kinds import SEALED_WITH_CASE_KEY
from probatum.preserve.case import LogName
from probatum.preserve.log import damaged
from probatum.proof.merkle import Frontier

_ROWS = {
    "evidence": "INSERT INTO evidence(idx, object, kind) VALUES (?, ?, ?)",
    "access": "INSERT INTO access(idx, object, kind) VALUES (?, ?, ?)",
}
_FORGET = (
    "DELETE FROM item WHERE object = ?",
    "DELETE FROM acquisition WHERE object = ?",
    "DELETE FROM intake WHERE object = ?",
    "DELETE FROM disclosed WHERE object = ?",
    "DELETE FROM record WHERE object = ?",
    "DELETE FROM version WHERE object = ?",
    "DELETE FROM reference WHERE object = ?",
    "DELETE FROM derivation WHERE object = ?",
)
_TELLING = frozenset(
    {"acquire/1", "note/1", "hold/1", "release/1", "receipt/1", "erase/1", "erased/1"}
)


def spell_sources(sources: list[str]) -> str:
    """Spell the paths of an intake as one text that can be compared."""
    return json.dumps(sources, ensure_ascii=False)


class Follower:
    """One follow: takes runs of entries, then ``finish``. All of it lies in one transaction."""

    def __init__(self, connection: Connection, records_from: int | None = None) -> None:
        self._connection = connection
        self.objects = Objects(connection)
        self._kinds: dict[str, int] = dict(
            connection.execute("SELECT name, no FROM kind").fetchall()
        )
        self._closed: set[bytes] = set()
        self._acquisitions: list[Row] = []
        self._items: list[Row] = []
        self._records = Records(connection, records_from)
        self.documents = EntryDocuments(connection, self.objects)

    def take(self, log: LogName, taken: Taken, edge: Frontier) -> None:
        """Take over one run. Raises EvidenceError ``log-damaged`` if a chain of ``prev`` breaks."""
        _extend(edge, taken.leaf_hashes)
        rows: list[tuple[int, int, int]] = []
        in_evidence = log == "evidence"
        objects, facts, index = self.objects, taken.facts, taken.first
        hashes, prevs, ids = taken.leaf_hashes, taken.prevs, taken.ids
        for offset, kind in enumerate(taken.kinds):
            at = offset * 32
            raw, leaf_hash = ids[at >> 1 : (at >> 1) + 16], hashes[at : at + 32]
            number = self._kinds[kind]
            if in_evidence:
                new = taken.own and prevs[at : at + 32] == NO_HASH
                known = objects.introduce(raw) if new else objects.meet(raw)
                before, known.head = known.head, leaf_hash
                if not before:
                    known.first_kind = number
                    if kind == "record/1":
                        self._records.count += 1
                if kind in _TELLING:
                    self._tell(kind, known, index, first=not before)
            else:
                known = objects.require(raw, _name(log, index))
                before, known.access_head = known.access_head or b"", leaf_hash
            if prevs[at : at + 32] != (before or NO_HASH):
                raise damaged(
                    _name(log, index), "to name the last entry about its object as predecessor"
                )
            rows.append((index, known.position, number))
            fact = facts.get(offset)
            if fact is not None and not known.erasure:
                self._keep(fact, known, index, log, first=not before)
            index += 1
        self._connection.executemany(_ROWS[log], rows)
        self._insert()
        for offset in taken.closed:
            if taken.kinds[offset] in SEALED_WITH_CASE_KEY:
                raise _key_missing("the case")
            self._closed.add(ids[offset * 16 : offset * 16 + 16])

    def _tell(self, kind: str, known: Known, index: int, *, first: bool) -> None:
        """Note what the kind alone says; nothing of it needs a key."""
        if kind == "acquire/1":
            known.acquisitions += 1
        elif kind == "note/1":
            known.notes += 1
        elif kind == "hold/1":
            known.held = not known.erasure
        elif kind == "release/1":
            known.held = False
        elif kind == "receipt/1":
            self._connection.execute(
                "UPDATE intake SET finished = 1 WHERE object = ?", (known.position,)
            )
        elif first:
            raise damaged(_name("evidence", index), "to erase an object that exists", "none")
        else:
            known.erasure = 2 if kind == "erased/1" else 1
            known.held = False
            self._insert()
            for statement in _FORGET:
                self._connection.execute(statement, (known.position,))
            self.documents.drop(known.position)

    def _insert(self) -> None:
        """Insert the rows that wait: many in one call cost a third of one by one."""
        self._connection.executemany(
            "INSERT INTO acquisition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._acquisitions
        )
        self._connection.executemany("INSERT INTO item VALUES (?, ?, ?, ?, ?, 0)", self._items)
        self._acquisitions.clear()
        self._items.clear()
        self._records.insert()

    def _keep(self, fact: Fact, known: Known, index: int, log: LogName, *, first: bool) -> None:
        execute, position = self._connection.execute, known.position
        if log == "access":
            if isinstance(fact, ReadFact):
                self._show("shown", index, fact.ranges)
                self._show("shown_record", index, fact.records)
            return
        match fact:
            case RecordFact():
                self._records.keep(fact, position, index, first=first)
                self.documents.record(fact, position, index, first=first)
            case AcquireFact():
                self._acquisitions.append(
                    (index, position, fact.intake, fact.file_name, fact.source_path, fact.sha256,
                     fact.size_bytes, fact.modified_at, fact.by, fact.at)
                )  # fmt: skip
                if known.acquisitions == 1:
                    self._items.append((position, fact.number, fact.ref, fact.mac, index))
                    self.documents.item(fact, position, index)
                else:
                    self._insert()
                    self.documents.item_again(position)
            case NoteFact():
                self.documents.note(fact, position, index)
            case ClearFact():
                self._insert()
                for table in ("item", "record"):
                    execute(
                        f"UPDATE {table} SET cleared = ? WHERE object = ?",
                        (int(fact.cleared), position),
                    )
            case IntakeFact():
                execute(
                    "INSERT OR IGNORE INTO intake VALUES (?, ?, ?, ?, 0)",
                    (position, fact.by, fact.at, spell_sources(fact.sources)),
                )
            case DiscloseFact():
                self._connection.executemany(
                    "INSERT INTO disclosed(idx, object, item) VALUES (?, ?, ?)",
                    [(index, position, item) for item in dict.fromkeys(fact.items)],
                )
            case CaseFact():
                execute(
                    "INSERT INTO opened VALUES (?, ?, ?, ?, ?)",
                    (index, fact.name, fact.reference_prefix, fact.by, fact.at),
                )
            case RetractFact():
                self._records.retract(fact, position, index)
                self.documents.retracted(position)
            case DeriveFact():
                execute(
                    "INSERT INTO derivation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (index, position, bytes.fromhex(fact.item), fact.operation, fact.tool,
                     fact.tool_version, fact.parameters, fact.input_sha256, fact.media_type,
                     fact.sha256, fact.size_bytes, fact.failure, fact.by, fact.at),
                )  # fmt: skip
                self.documents.derived(fact, position, index)
            case ReadFact():
                pass  # counts in the access log alone
            case _:
                assert_never(fact)

    def lay(self, fact: Fact, object_id: str, index: int, *, first: bool) -> None:
        """Take over one entry of a compartment (``overlay``); its box is in the tables already."""
        known = self.objects.get(bytes.fromhex(object_id))
        if known is not None and not known.erasure:
            self._records.count += first
            self._keep(fact, known, index, "evidence", first=first)

    def skip(self, object_id: str) -> None:
        """Count a record of a compartment that was erased; whoever is inside may know that."""
        self._records.count += 1
        self._connection.execute("INSERT INTO state VALUES (?, 1)", ("erased inside " + object_id,))

    def settle(self) -> None:
        """Insert what waits, and how far the compartment's numbers go, without writing objects."""
        self._insert()
        self._connection.execute(
            "INSERT OR REPLACE INTO state VALUES ('inside_records', ?)", (self._records.count,)
        )
        self.documents.settle()

    def _show(self, table: str, index: int, ranges: list[tuple[int, int]]) -> None:
        self._connection.executemany(
            f"INSERT INTO {table}(idx, first, last) VALUES (?, ?, ?)",
            [(index, first, last) for first, last in ranges],
        )

    def finish(self) -> None:
        """Write the objects. Raises EvidenceError ``keys-damaged`` if a key is gone unexplained."""
        for raw in sorted(self._closed):
            known = self.objects.get(raw)
            if known is None or not known.erasure:
                raise _key_missing("object " + raw.hex())
        self.objects.flush()


def _extend(edge: Frontier, leaf_hashes: bytes) -> None:
    at, end = 0, len(leaf_hashes)
    while at < end:
        if edge.size % 256 == 0 and end - at >= 8192:
            edge.append_tile(leaf_hashes[at : at + 8192])
            at += 8192
        else:
            stop = min(end, at + (256 - edge.size % 256) * 32)
            edge.extend(leaf_hashes[each : each + 32] for each in range(at, stop, 32))
            at = stop


def _name(log: LogName, index: int) -> str:
    return f"entry {index} of the {log} log"


def _key_missing(item: str) -> EvidenceError:
    return EvidenceError(
        "keys-damaged", item=item, expected="its key, or an erase/1 entry that says why not",
        found="neither", remedy="restore keys/ from a back-up: probatum key restore",
    )  # fmt: skip

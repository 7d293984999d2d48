"""Entries -> documents of search, as the logs are followed: items, notes, texts, records."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from probatum.errors import ProbatumError
from probatum.index.denials import RETRACTED
from probatum.index.documents import HAS_TEXT, Document, Documents, Scope
from probatum.index.facts import AcquireFact, DeriveFact, NoteFact, RecordFact
from probatum.index.objects import Objects
from probatum.index.record_documents import record_document
from probatum.index.schema import Connection, Row
from probatum.preserve.case import Case
from probatum.preserve.vault import Place

_MOST_LETTERS = 64 << 20  # as many as extraction takes


class EntryDocuments:
    """The documents of one follow. Texts of items wait until the vault has been followed."""

    def __init__(self, connection: Connection, objects: Objects) -> None:
        self._connection = connection
        self._objects = objects
        self._documents = Documents(connection)
        self._texts: list[tuple[int, int, int | None]] = []

    def item(self, fact: AcquireFact, position: int, index: int) -> None:
        """Take over a new item."""
        self._documents.put(
            _item(index, position, fact.file_name, fact.source_path, fact.at, fact.source_path)
        )

    def item_again(self, position: int) -> None:
        """Take over that an item was acquired again: every name and path it came with is found."""
        rows: list[Row] = self._connection.execute(
            "SELECT idx, file_name, source_path, at FROM acquisition WHERE object = ? ORDER BY idx",
            (position,),
        ).fetchall()
        (number, name, path, at), *later = rows
        self._documents.flush()
        [flags] = self._connection.execute(
            "SELECT flags FROM doc WHERE no = ?", (number,)
        ).fetchone()
        told = dict.fromkeys(text for row in later for text in row[1:3])
        again = [text for text in told if text not in (name, path)]
        self._documents.put(
            _item(number, position, name, path, at, "\n".join([path, *again]), flags)
        )

    def note(self, fact: NoteFact, position: int, index: int) -> None:
        """Take over a note about an item."""
        self._documents.put(
            Document(number=index, object=position, kind="note", title="", text=fact.text,
                     about=position)
        )  # fmt: skip

    def record(self, fact: RecordFact, position: int, index: int, *, first: bool) -> None:
        """Take over a version of a record, in the place of the one before."""
        number = index
        if not first:
            [number] = self._connection.execute(
                "SELECT first FROM record WHERE object = ?", (position,)
            ).fetchone()
        self._documents.put(
            record_document(number, position, fact.noun, fact.described, self._position)
        )

    def retracted(self, position: int) -> None:
        """Mark the document of a record that is retracted."""
        self._documents.flag(position, RETRACTED, on=True)

    def derived(self, fact: DeriveFact, position: int, index: int) -> None:
        """Remember a text that was made from an item; it is read in ``read_texts``."""
        if fact.operation == "text" and fact.failure is None:
            self._texts.append((index, position, self._position(fact.item)))

    def drop(self, position: int) -> None:
        """Take out all that search knows of an object."""
        self._documents.drop(position)

    def read_texts(self, case: Case) -> None:
        """Put in the texts that wait, out of the vault; one that cannot be read has no document.

        The integrity check reports what is damaged; following the log must not fail for it.
        """
        for index, position, item in self._texts:
            raw, erasure = self._connection.execute(
                "SELECT id, erasure FROM object WHERE position = ?", (position,)
            ).fetchone()
            if erasure:
                continue
            try:
                text = self._text(case, raw, position)
            except ProbatumError:
                continue
            if item is not None:
                self._documents.drop_texts(item)  # the newest text counts
            self._documents.put(
                Document(number=index, object=position, kind="text", title="", text=text,
                         about=item)
            )  # fmt: skip
            if item is not None:
                self._documents.flag(item, HAS_TEXT, on=True)
        self._texts.clear()
        self._documents.flush()

    def _text(self, case: Case, raw: bytes, position: int) -> str:
        row = self._connection.execute(
            "SELECT segment, offset, length FROM place WHERE id = ? AND part = 0",
            (raw,),
        ).fetchone()
        place = None if row is None else Place(raw.hex(), 0, *row)
        key = case.keys.key_of(raw, position)
        data = b"".join(case.vault.read(raw.hex(), 0, key, place))
        return data.decode("utf-8", "replace")[:_MOST_LETTERS]

    def settle(self) -> None:
        """Insert what waits, and mark what is contradicted."""
        self._documents.settle()

    def _position(self, object_id: str) -> int | None:
        known = self._objects.get(bytes.fromhex(object_id))
        return None if known is None else known.position


def _item(
    number: int, position: int, name: str, path: str, at: str, text: str, flags: int = 0
) -> Document:
    day = _day(at)
    return Document(
        number=number, object=position, kind="item", title=name, text=text,
        traits=(("source", str(PurePosixPath(path).parent)),),
        scope=Scope(collected_first=day, collected_last=day), flags=flags,
    )  # fmt: skip


def _day(at: str) -> int | None:
    try:
        return date.fromisoformat(at[:10]).toordinal()
    except ValueError:
        return None

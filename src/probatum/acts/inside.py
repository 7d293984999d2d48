"""Being inside a compartment: opening its boxes, and sealing what is recorded there."""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from probatum.errors import EvidenceError
from probatum.index.overlay import Boxed
from probatum.index.rows import EntryRow
from probatum.model.kinds import Box, Erase, Fields, Hold, Release, fields_of, parse_fields
from probatum.preserve.compartment import open_content, seal_content

OPENED_BY = "-"  # who acted stands inside the box
_decode = msgspec.json.Decoder(dict[str, object]).decode


@dataclass(slots=True)
class Inside:
    """A compartment that this session has opened: its object id and key."""

    id: str
    key: bytes
    case_id: str
    _opened: dict[int, Boxed] = field(default_factory=dict)
    _objects: set[str] = field(default_factory=set)  # what the opened boxes are about
    _others: set[int] = field(default_factory=set)
    _closed: dict[str, int] = field(default_factory=dict)  # object -> its first box, now shut
    _erased: set[str] = field(default_factory=set)

    def seal(self, object_id: str, entry: Fields) -> Box:
        """Return the box that holds an entry about an object."""
        plain = msgspec.json.encode({"kind": entry.kind, "fields": fields_of(entry)})
        sealed = seal_content(self.key, self.case_id, object_id, plain)
        text = b2a_base64(sealed, newline=False).decode()
        return Box(by=OPENED_BY, at=entry.at, part="content", box=text)

    def open(self, object_id: str, box: Box) -> Fields | None:
        """Return what a box holds, None if it belongs to another compartment.

        Raises EvidenceError ``bad-entry`` for a box under this key that holds no entry.
        """
        plain = open_content(self.key, self.case_id, object_id, box_bytes(object_id, box))
        if plain is None:
            return None
        try:
            said = _decode(plain)
            kind, fields = said.get("kind"), said.get("fields")
            if isinstance(kind, str) and isinstance(fields, dict):
                return parse_fields(kind, fields)
        except (msgspec.DecodeError, EvidenceError) as error:
            raise _odd(object_id) from error
        raise _odd(object_id)

    def boxes(self, rows: Iterator[EntryRow], read: Callable[[int], Fields | None]) -> list[Boxed]:
        """Return everything inside, in the order of the log; each box is opened once.

        Of a record that was erased there is its first box, without what it said.
        """
        for row in rows:
            if row.index in self._opened or row.index in self._others:
                continue
            box = read(row.index)
            entry = None
            if isinstance(box, Box) and box.part == "content":
                entry = self.open(row.object_id, box)
            if entry is None:
                self._others.add(row.index)
                if box is None:
                    self._closed.setdefault(row.object_id, row.index)
            else:
                self._opened[row.index] = Boxed(row.index, row.object_id, entry)
                self._objects.add(row.object_id)
                if isinstance(entry, Erase):
                    self._erased |= set(entry.closure)
        shut = [Boxed(self._closed[each], each, None) for each in self._erased & set(self._closed)]
        return sorted([*self._opened.values(), *shut], key=lambda each: each.index)

    def forget(self, object_ids: Iterable[str]) -> None:
        """Forget what boxes about these objects said: they were erased."""
        gone = set(object_ids)
        self._objects -= gone
        for index in sorted(self._opened):
            if self._opened[index].object_id in gone:
                self._closed.setdefault(self._opened.pop(index).object_id, index)
                self._others.add(index)

    def held(self, object_id: str) -> bool:
        """Say whether a legal hold is on an object of this compartment."""
        last: Fields | None = None
        for index in sorted(self._opened):
            each = self._opened[index]
            if each.object_id == object_id and isinstance(each.entry, Hold | Release):
                last = each.entry
        return isinstance(last, Hold)

    def holds(self, object_id: str) -> bool:
        """Say whether an object lies in this compartment (``boxes`` was asked before)."""
        return object_id in self._objects


def box_bytes(object_id: str, box: Box) -> bytes:
    """Return the sealed bytes of a box. Raises EvidenceError ``bad-entry``."""
    try:
        return a2b_base64(box.box, strict_mode=True)
    except ValueError as error:
        raise _odd(object_id) from error


def _odd(object_id: str) -> EvidenceError:
    return EvidenceError(
        "bad-entry", item="a box of object " + object_id,
        expected="an entry as spec/compartments.md describes", found="something else",
        remedy="another program, or a newer Probatum, wrote it: open the case with that; "
        "without the compartment the case opens as before",
    )  # fmt: skip

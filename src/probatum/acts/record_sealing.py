"""A line -> a sealed entry about a new record, as far as that goes without the case.

Runs in other processes (``sealing_worker``), which know no key of the case: each record gets its id
and its key here, and whoever holds the case wraps the key. Nothing is decided here. Whatever is
not plain comes back as None and is read again where the case is, and what is sealed counts only
after ``Checker`` has asked the case about every place in ``named`` and ``marks``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from probatum.acts.record_reading import Spoken, read_fields
from probatum.acts.record_texts import RawLine, read_line
from probatum.errors import InputError, UseError
from probatum.index.facts import RecordFact
from probatum.index.record_documents import described
from probatum.model import vocab
from probatum.model.citing import cited
from probatum.model.ids import is_object_id
from probatum.model.kinds import Recorded
from probatum.model.references import Reference, marks
from probatum.preserve.commit import Entropy, seal

_encode = msgspec.json.Encoder().encode


class SealedLine(msgspec.Struct, frozen=True, array_like=True):
    """An entry about a new record, sealed under ``key``, and what of it the case must confirm.

    ``named`` are names that were read as these ids; ``marks`` are the references, and the terms
    that Probatum does not bring. ``digest`` finds a record that says the same. ``cites``: it quotes
    a text of an item. ``fact`` is what the index keeps of it.
    """

    name: str | None
    object_id: bytes
    key: bytes
    leaf: bytes
    leaf_hash: bytes
    sealed: bytes
    fact: RecordFact
    digest: bytes
    named: list[tuple[str, str]]
    marks: list[Reference]
    cites: bool


class _Read(NamedTuple):
    """A line that is plain: the id that its record gets, and what it says."""

    name: str | None
    object_id: bytes
    said: Spoken
    named: list[tuple[str, str]]


def digest_of(body: bytes) -> bytes:
    """Return the digest under which a delivery finds a record that says the same."""
    return hashlib.sha256(body).digest()[:16]


class Sealer:
    """Seals lines of one delivery.

    The id of a record that has a name follows from it and from ``seed``, which is random and
    forgotten after the delivery: so every process knows what a name in another one's lines means.
    """

    def __init__(self, case_id: str, by: str, seed: bytes) -> None:
        self._case = bytes.fromhex(case_id)
        self._by = by
        self._seed = seed
        self._entropy = Entropy()
        self._names: dict[str, str] = {}
        self._named: list[tuple[str, str]] = []  # of the record that is being read

    def learn(self, names: Mapping[str, str]) -> None:
        """Take over names that stand for other ids than ``seed`` gives them."""
        self._names.update(names)

    def seal(self, lines: Sequence[RawLine], at: str) -> list[SealedLine | None]:
        """Return the entry that each line makes at a time, None for one that is not plain.

        All are read, then all described, before one is sealed: in turns, these would push each
        other out of the processor's cache.
        """
        read = [self._read(line) for line in lines]
        told = [None if each is None else self._told(each, at) for each in read]
        return [
            None if each is None or fact is None else self._sealed(each, fact, at)
            for each, fact in zip(read, told, strict=True)
        ]

    def _read(self, line: RawLine) -> _Read | None:
        given = read_line(line)
        if given.error is not None:
            return None
        fields = given.fields
        name = fields.pop("as", None)
        if "id" in fields or "why" in fields:
            return None
        if name is not None and not (isinstance(name, str) and name.startswith("@")):
            return None
        self._named = []
        try:
            said = read_fields(fields, self._id_of)
            object_id = self._entropy.take(16) if name is None else self._id_for(name)
        except (InputError, UseError, UnicodeError):
            return None
        if said.body.noun in ("vocabulary", "same_as"):  # judged by what the case has
            return None
        return _Read(name, object_id, said, self._named)

    def _told(self, read: _Read, at: str) -> RecordFact:
        body = read.said.body
        text = _encode(body).decode()
        references = [
            (mark.field, mark.value) for mark in marks(body.noun, read.said.kept) if mark.targets
        ]
        return RecordFact(
            body.noun, self._by, at, None, text, references, described(body.noun, text)
        )

    def _sealed(self, read: _Read, fact: RecordFact, at: str) -> SealedLine:
        body, kept, key = read.said.body, read.said.kept, self._entropy.take(32)
        entry = {"by": self._by, "at": at, **kept}  # as ``kinds.fields_of`` has it
        made = seal(
            Recorded.kind, read.object_id, None, entry, AESGCM(key), self._case, self._entropy
        )
        return SealedLine(
            read.name, read.object_id, key, made.leaf, made.leaf_hash, made.sealed, fact,
            digest_of(fact.body.encode()), read.named,
            list(filter(_must_be_asked, marks(body.noun, kept))),
            any(True for _ in cited(body)),
        )  # fmt: skip

    def _id_for(self, name: str) -> bytes:
        return hashlib.blake2b(name.encode(), key=self._seed, digest_size=16).digest()

    def _id_of(self, value: str, mark: Reference) -> str:
        if value.startswith("@"):
            found = self._names.get(value) or self._id_for(value).hex()
        elif is_object_id(value):
            found = self._names.get(value, value)
        else:
            raise InputError("bad-record", item=mark.field)  # a reference: the case knows its id
        self._named.append((value, found))
        return found


def _must_be_asked(mark: Reference) -> bool:
    return bool(mark.targets) or (
        bool(mark.vocabulary) and mark.value not in vocab.codes(mark.vocabulary)
    )

"""The case on disk: unlock, recover, write, publish.

Order of every write (``spec/archive.md``): originals durable, journal frame durable (the act is
acknowledged), tiles and bundles durable, checkpoint signed, outside state. After an error half-way
the object refuses further writes; opening the case again recovers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, assert_never

from probatum.errors import EvidenceError, UseError
from probatum.model.kinds import SEALED_WITH_CASE_KEY, Fields, fields_of
from probatum.preserve import files, slots, state
from probatum.preserve.commit import Entropy, Sealed, ids, seal, unseal
from probatum.preserve.keyring import KeyRing
from probatum.preserve.log import Log, Stored
from probatum.preserve.signing import Signer
from probatum.preserve.vault import Vault
from probatum.proof.canonical import Json
from probatum.proof.entry import Leaf, open_leaf
from probatum.proof.entry import parse as parse_leaf

LogName = Literal["evidence", "access"]


class Head(NamedTuple):
    """The last entry about an object: its leaf hash and the position of the object's key."""

    leaf_hash: bytes
    key_position: int


class Heads(Protocol):
    """Who knows the last entry about an object (the index does)."""

    def head(self, log: LogName, object_id: bytes) -> Head | None:
        """Return the head, None if no entry of that log is about the object."""


class Draft(NamedTuple):
    """An entry that somebody wants to make: which log, about which object, saying what."""

    log: LogName
    object_id: str
    entry: Fields


class SealedDraft(NamedTuple):
    """An entry about a new object that was sealed elsewhere, under ``key``, which nobody has yet.

    ``said`` is what the index keeps of it.
    """

    kind: str
    object_id: bytes
    leaf: bytes
    leaf_hash: bytes
    sealed: bytes
    key: bytes
    said: object
    log: LogName = "evidence"


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry with its sealed fields opened; ``texts`` is None once its key was destroyed."""

    index: int
    leaf: Leaf
    leaf_bytes: bytes
    leaf_hash: bytes
    texts: tuple[str, ...] | None


class News(NamedTuple):
    """An entry that this process has just made durable: what was sealed is still at hand.

    ``said`` is the entry, or of a `SealedDraft` what the index keeps of it.
    """

    object_id: bytes
    leaf_hash: bytes
    previous: bytes | None
    kind: str
    said: object


class _Ready(NamedTuple):
    """An entry before its commit; ``position`` of its object's key, -1 while that is new."""

    sealed: Sealed
    position: int
    news: News


@dataclass(frozen=True, slots=True)
class Torn:
    """What recovery cut off a journal: nobody was ever told that these bytes were recorded."""

    log: LogName
    size_bytes: int
    sha256: str


class Case:
    """An unlocked case. Build one with ``creation.create_case`` or ``opening.open_case``."""

    def __init__(
        self, folder: Path, slot_file: slots.Slots, root: slots.Root, keys: KeyRing, state_at: Path
    ) -> None:
        self.folder = folder
        self.case_id = root.case_id
        self._case_raw = bytes.fromhex(root.case_id)
        self.root = root
        self.slots = slot_file
        self.keys = keys
        self.state_folder = state_at
        self.vault = Vault(folder, root.case_id)
        self.evidence = self._log("evidence", slot_file.origin)
        self.access = self._log("access", slot_file.access_origin)
        self.writable: UseError | EvidenceError | None = None  # None: yes; else why not
        self.torn: list[Torn] = []
        self.entropy = Entropy()
        self._heads: dict[tuple[LogName, bytes], Head] = {}
        self._news: dict[LogName, list[News]] = {"evidence": [], "access": []}
        self._new_keys: dict[bytes, bytes] = {}  # objects whose first entry is still to come

    def _log(self, name: LogName, origin: str) -> Log:
        signer = Signer(self.root.derive("sign " + name), origin)
        return Log(self.folder / "log" / name, signer, self.root.derive("journal " + name))

    def log(self, name: LogName) -> Log:
        """Return a log by name."""
        if name == "evidence":
            return self.evidence
        if name == "access":
            return self.access
        assert_never(name)

    # -- keys -----------------------------------------------------------------------------------

    def new_object(self) -> tuple[str, bytes]:
        """Return a fresh object id and its key; it exists once an entry about it is committed."""
        object_id = self.entropy.take(16)
        return object_id.hex(), self.introduce(object_id)

    def introduce(self, object_id: bytes) -> bytes:
        """Make the key of an object whose first entry is still to come; return it."""
        key, wrapped = self.keys.new_key(object_id)
        self._new_keys[object_id] = wrapped
        return key

    def forget_object(self, object_id: str) -> None:
        """Take back a ``new_object`` that was not used."""
        self._new_keys.pop(bytes.fromhex(object_id), None)
        self.keys.forget(bytes.fromhex(object_id))

    @property
    def unrecorded(self) -> bool:
        """Whether the vault holds originals of objects about which no entry was made."""
        return bool(self._new_keys)

    def key_of(self, object_id: str, heads: Heads) -> bytes:
        """Return an object's key. Raises ``erased``, ``keys-damaged``, ``unknown-id``."""
        raw = bytes.fromhex(object_id)
        return self.keys.key_of(raw, self._position(raw, heads))

    def _position(self, raw: bytes, heads: Heads) -> int:
        if raw in self._new_keys:
            return -1  # its key is in memory
        known = self._heads.get(("evidence", raw)) or heads.head("evidence", raw)
        if known is None:
            raise UseError("unknown-id", item="object " + raw.hex())
        return known.key_position

    # -- writing --------------------------------------------------------------------------------

    def commit(self, drafts: Sequence[Draft | SealedDraft], heads: Heads) -> list[int]:
        """Make entries durable, all or none of each log; return their indices.

        On return every one of them is acknowledged. Raises WorldError, and refuses all further
        writes, if the disk does not take them.
        """
        if self.writable is not None:
            raise self.writable
        ready: list[tuple[LogName, list[_Ready]]] = []
        for name in ("evidence", "access"):
            wanted = [draft for draft in drafts if draft.log == name]
            if wanted:
                ready.append((name, self._seal_all(name, wanted, heads)))
        indices: list[int] = []
        with self._refusing_after_error():
            for name, batch in ready:
                indices += self._write(name, batch)
        return indices

    @contextmanager
    def _refusing_after_error(self) -> Iterator[None]:
        """Refuse all further writes after any error or interrupt, until the case is opened again.

        Memory and disk may disagree about the journal's end then; only a replay tells.
        """
        done = False
        try:
            yield
            done = True
        except OSError as error:
            raise files.world_error(error, "the case") from error
        finally:
            if not done:
                self.writable = UseError(
                    "read-only", item="the case", found="an error or interrupt while writing",
                    remedy="solve what the first error says, then run the command again",
                )  # fmt: skip

    def _seal_all(
        self, name: LogName, drafts: Sequence[Draft | SealedDraft], heads: Heads
    ) -> list[_Ready]:
        batch: list[_Ready] = []
        pending: dict[bytes, tuple[bytes, int]] = {}
        for draft in drafts:
            if isinstance(draft, SealedDraft):
                ready = self._take_over(draft)
            else:
                ready = self._seal(name, draft, heads, pending)
            batch.append(ready)
            pending[ready.sealed.object_id] = (ready.sealed.leaf_hash, ready.position)
        return batch

    def _write(self, name: LogName, batch: list[_Ready]) -> list[int]:
        log = self.log(name)
        mark = self.vault.sync() if name == "evidence" else log.mark
        first = log.append([ready.sealed for ready in batch], self.keys.settled, mark)
        self._news[name] += [ready.news for ready in batch]
        for ready in batch:
            sealed, position = ready.sealed, ready.position
            raw = sealed.object_id
            if sealed.wrapped is not None:
                self.keys.admit(raw, sealed.wrapped)
                del self._new_keys[raw]
            if position == -1:
                position = self.keys.position_of_new(raw)
            self._heads[name, raw] = Head(sealed.leaf_hash, position)
        if name == "evidence":
            self.vault.settle()
        return list(range(first, first + len(batch)))

    def _take_over(self, draft: SealedDraft) -> _Ready:
        raw, leaf_hash = draft.object_id, draft.leaf_hash
        wrapped = self._new_keys[raw] = self.keys.wrap(raw, draft.key)
        sealed = Sealed(draft.leaf, leaf_hash, draft.sealed, raw, wrapped)
        return _Ready(sealed, -1, News(raw, leaf_hash, None, draft.kind, draft.said))

    def _seal(
        self,
        name: LogName,
        draft: Draft,
        heads: Heads,
        pending: dict[bytes, tuple[bytes, int]],
    ) -> _Ready:
        raw = bytes.fromhex(draft.object_id)
        if raw in pending:
            previous: bytes | None
            previous, position = pending[raw]
            wrapped = None
        elif raw in self._new_keys:
            previous, position, wrapped = None, -1, self._new_keys[raw]
        else:
            known = self._heads.get((name, raw)) or heads.head(name, raw)
            previous = known.leaf_hash if known is not None else None
            position, wrapped = self._position(raw, heads), None
        if draft.entry.kind in SEALED_WITH_CASE_KEY:
            owner, at = self._case_raw, self._position(self._case_raw, heads)
        else:
            owner, at = raw, position
        sealed = seal(
            draft.entry.kind, raw, previous, fields_of(draft.entry),
            self.keys.cipher_of(owner, at), self._case_raw, self.entropy, wrapped,
        )  # fmt: skip
        news = News(raw, sealed.leaf_hash, previous, draft.entry.kind, draft.entry)
        return _Ready(sealed, position, news)

    def publish(self, name: LogName) -> None:
        """Publish one log, settle its keys, rotate its journal if it has grown."""
        log = self.log(name)
        if log.checkpoint.size == log.size:
            return
        with self._refusing_after_error():
            log.publish()
            self.remember()
            if name == "evidence":
                self.keys.settle()
            log.rotate(self.keys.settled)

    def rotate(self) -> None:
        """Publish and begin both journals anew, so that no wrapped key lies outside ``keys/``."""
        for name in ("access", "evidence"):
            self.publish(name)
        with self._refusing_after_error():
            self.keys.settle()
            for log in (self.access, self.evidence):
                log.rotate(self.keys.settled, above_bytes=0)

    def destroy(self, doomed: frozenset[str]) -> None:
        """Destroy the keys of objects and overwrite their originals; may be repeated."""
        with self._refusing_after_error():
            if not all(map(self.keys.is_destroyed, ids(doomed))):
                self.keys.destroy(ids(doomed))
            self.vault.wipe(doomed)

    def remember(self) -> None:
        """Write the heads of both logs to the state outside the case."""
        heads = [state.head(log.checkpoint.size, log.checkpoint.root)
                 for log in (self.evidence, self.access)]  # fmt: skip
        state.remember(self.state_folder, self.root, heads[0], heads[1])

    # -- reading --------------------------------------------------------------------------------

    def open_entry(self, stored: Stored, heads: Heads) -> Opened:
        """Unseal an entry. Its texts are None if its key was destroyed."""
        leaf, leaf_hash = parse_leaf(stored.leaf), stored.leaf_hash
        owner = self.case_id if leaf.kind in SEALED_WITH_CASE_KEY else leaf.id
        raw = bytes.fromhex(owner)
        position = self._position(raw, heads)
        if self.keys.is_erased(raw, position):
            return Opened(stored.index, leaf, stored.leaf, leaf_hash, None)
        texts = unseal(
            leaf_hash, stored.sealed, bytes.fromhex(leaf.id), self.keys.key_of(raw, position),
            bytes.fromhex(self.case_id), f"entry {stored.index}",
        )  # fmt: skip
        return Opened(stored.index, leaf, stored.leaf, leaf_hash, tuple(texts))

    @staticmethod
    def fields_of(opened: Opened) -> dict[str, Json] | None:
        """Return an entry's fields by name, checked against its digests; None if erased."""
        if opened.texts is None:
            return None
        checked = open_leaf(opened.leaf, opened.texts)
        if checked.withheld:
            raise EvidenceError(
                "log-damaged", item=f"the sealed fields of entry {opened.index}",
                expected="one for every digest", found="fewer",
                remedy="restore the log folder from a back-up",
            )  # fmt: skip
        return checked.fields

    def news(self, name: LogName) -> list[News]:
        """Return the last entries of a log, as many as were committed since ``forget_news``."""
        return self._news[name]

    def forget_news(self) -> None:
        """Forget heads and entries of this session: the index has followed, or starts anew."""
        self._heads.clear()
        for news in self._news.values():
            news.clear()

    def close(self) -> None:
        """Close files; publish first if all is to be visible to others."""
        self.evidence.close()
        self.access.close()
        self.vault.close()

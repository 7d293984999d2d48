"""Object keys: one random key per object, wrapped under the case key of the current epoch.

Files (``spec/archive.md``): ``keys/epoch.json`` holds the case key of epoch *n* wrapped under the
root; ``keys/objects.<n>`` is a table of 76-byte records in the order in which objects first appear
in the evidence log: object id (16), nonce (12), wrapped key with tag (48). A record whose last
60 bytes are zero belongs to an erased object. New keys lie in the journal until they are settled
here.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from probatum.errors import EvidenceError, InputError
from probatum.preserve import files
from probatum.preserve.slots import Root
from probatum.proof import b64

RECORD = 76
MOST_OPENED = 100_000  # keys that are kept in memory
WRAPPED = 60
_ERASED = bytes(WRAPPED)


class _Epoch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    v: int
    epoch: int
    nonce: str
    wrapped: str


def _damaged(item: str, expected: str) -> EvidenceError:
    return EvidenceError(
        "keys-damaged", item=item, expected=expected, found="something else",
        remedy="restore keys/ from a back-up: probatum key restore",
    )  # fmt: skip


class KeyRing:
    """The case's object keys, by object id or by position in the table."""

    def __init__(self, folder: Path, root: Root, epoch: int, case_key: bytes) -> None:
        self.folder = folder
        self.root = root
        self.epoch = epoch
        self._case_key = case_key
        self._cipher = AESGCM(case_key)
        self._case = bytes.fromhex(root.case_id)
        self._aad_head = b"probatum/1 object key " + epoch.to_bytes(8, "big") + self._case
        self.settled = 0  # records in the table
        self._unsettled: dict[bytes, tuple[int, bytes]] = {}  # id -> (position, wrapped)
        self._opened: dict[bytes, bytes] = {}  # id -> key; bounded in remember
        self._ciphers: dict[bytes, AESGCM] = {}
        # Keys of objects that no entry has introduced yet: they lie nowhere else.
        self._fresh: dict[bytes, bytes] = {}

    # -- epochs ---------------------------------------------------------------------------------

    @classmethod
    def create(cls, folder: Path, root: Root) -> KeyRing:
        """Write epoch 0 and an empty table."""
        ring = cls(folder, root, 0, secrets.token_bytes(32))
        files.create(ring.table, b"")
        files.create(folder / "epoch.json", ring._epoch_file())
        files.sync_folder(folder)
        return ring

    @classmethod
    def open(cls, folder: Path, root: Root) -> KeyRing:
        """Read the current epoch. Raises EvidenceError ``keys-damaged``."""
        data = files.read(folder / "epoch.json")
        if data is None:
            raise _damaged("keys/epoch.json", "the file")
        try:
            epoch = msgspec.json.decode(data, type=_Epoch)
            if msgspec.json.encode(epoch, order="sorted") + b"\n" != data or epoch.v != 1:
                raise _damaged("keys/epoch.json", "its one spelling")
            case_key = AESGCM(root.derive("case key")).decrypt(
                b64.unb64(epoch.nonce, 12), b64.unb64(epoch.wrapped, 48),
                cls._epoch_aad(root, epoch.epoch),
            )  # fmt: skip
        except (msgspec.DecodeError, UnicodeDecodeError, InvalidTag) as error:
            raise _damaged("keys/epoch.json", "a key of this case") from error
        ring = cls(folder, root, epoch.epoch, case_key)
        try:
            size = ring.table.stat().st_size
        except FileNotFoundError as error:
            raise _damaged(ring.table.name, "the table of object keys") from error
        ring.settled = size // RECORD
        return ring

    @staticmethod
    def _epoch_aad(root: Root, epoch: int) -> bytes:
        return f"probatum/1 case key {epoch} {root.case_id}".encode()

    def _epoch_file(self) -> bytes:
        nonce = secrets.token_bytes(12)
        wrapped = AESGCM(self.root.derive("case key")).encrypt(
            nonce, self._case_key, self._epoch_aad(self.root, self.epoch)
        )
        epoch = _Epoch(v=1, epoch=self.epoch, nonce=b64.b64(nonce), wrapped=b64.b64(wrapped))
        return msgspec.json.encode(epoch, order="sorted") + b"\n"

    @property
    def table(self) -> Path:
        """The table of the current epoch."""
        return self.folder / f"objects.{self.epoch:06d}"

    # -- keys -----------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many objects have or had a key."""
        return self.settled + len(self._unsettled)

    def new_key(self, object_id: bytes) -> tuple[bytes, bytes]:
        """Make a key for a new object; return (key, wrapped). ``admit`` or ``forget`` it."""
        key = secrets.token_bytes(32)
        return key, self.wrap(object_id, key)

    def wrap(self, object_id: bytes, key: bytes) -> bytes:
        """Take over the key of a new object; return it wrapped. ``admit`` or ``forget`` it."""
        nonce = os.urandom(12)
        self._fresh[object_id] = key
        return nonce + self._cipher.encrypt(nonce, key, self._aad_head + object_id)

    def admit(self, object_id: bytes, wrapped: bytes) -> int:
        """Take note of a key that the journal has made durable; return its position."""
        position = self.count
        self._unsettled[object_id] = (position, wrapped)
        key = self._fresh.pop(object_id, None)
        if key is not None:
            self.remember(object_id, key)
        return position

    def forget(self, object_id: bytes) -> None:
        """Take back a ``new_key`` that was not used."""
        self._fresh.pop(object_id, None)

    def key_of(self, object_id: bytes, position: int) -> bytes:
        """Return an object's key.

        Raises InputError ``erased`` if it was destroyed; EvidenceError ``keys-damaged`` if it is
        not at that position or does not authenticate.
        """
        key = self._opened.get(object_id) or self._fresh.get(object_id)
        if key is None:
            key = self.unwrap(object_id, self._wrapped(object_id, position))
            self.remember(object_id, key)
        return key

    def cipher_of(self, object_id: bytes, position: int) -> AESGCM:
        """Return the cipher under an object's key; building one costs more than using it."""
        cipher = self._ciphers.get(object_id)
        if cipher is None:
            cipher = AESGCM(self.key_of(object_id, position))
            if len(self._ciphers) >= 10_000:
                self._ciphers.clear()
            self._ciphers[object_id] = cipher
        return cipher

    def position_of_new(self, object_id: bytes) -> int:
        """Return the position of a key that was admitted and is not settled yet."""
        return self._unsettled[object_id][0]

    def is_erased(self, object_id: bytes, position: int) -> bool:
        """Say whether an object's key was destroyed."""
        return object_id not in self._opened and self._wrapped(object_id, position) == _ERASED

    def is_destroyed(self, object_id: bytes) -> bool:
        """Say whether the table holds a destroyed key for this object (reads the whole table)."""
        return (object_id, _ERASED) in self.records()

    def remember(self, object_id: bytes, key: bytes) -> None:
        """Keep an opened key in memory; all are forgotten above 100,000."""
        if len(self._opened) >= MOST_OPENED:
            self._opened.clear()
        self._opened[object_id] = key

    def _wrapped(self, object_id: bytes, position: int) -> bytes:
        fresh = self._unsettled.get(object_id)
        if fresh is not None:
            return fresh[1]
        with files.reported(self.table.name), open(self.table, "rb") as table:
            table.seek(position * RECORD)
            record = table.read(RECORD)
        if len(record) != RECORD or record[:16] != object_id:
            raise _damaged(self.table.name, f"the key of object {object_id.hex()} at {position}")
        return record[16:]

    def unwrap(self, object_id: bytes, wrapped: bytes) -> bytes:
        """Open a wrapped key (60 bytes) of this epoch."""
        if wrapped == _ERASED:
            raise InputError("erased", item="object " + object_id.hex(), found="its key destroyed")
        try:
            return self._cipher.decrypt(wrapped[:12], wrapped[12:], self._aad_head + object_id)
        except InvalidTag as error:
            raise _damaged(self.table.name, f"the key of object {object_id.hex()}") from error

    def records(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield (object id, wrapped key) of every object in order, settled ones first."""
        with files.reported(self.table.name), open(self.table, "rb") as table:
            for _ in range(self.settled):
                record = table.read(RECORD)
                if len(record) != RECORD:
                    raise _damaged(self.table.name, f"{self.settled} records")
                yield record[:16], record[16:]
        for object_id, (_, wrapped) in self._unsettled.items():
            yield object_id, wrapped

    def unsettled(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield (object id, wrapped key) of the keys that only the journal has for certain."""
        for object_id, (_, wrapped) in self._unsettled.items():
            yield object_id, wrapped

    # -- durability -----------------------------------------------------------------------------

    def resume(self, settled: int) -> None:
        """After opening: the journal says how many records were settled; cut what came after."""
        size = self.table.stat().st_size
        if size < settled * RECORD:
            raise _damaged(self.table.name, f"{settled} records")
        self.settled = settled

    def settle(self) -> None:
        """Append the keys that lie in the journal to the table and make them durable."""
        if not self._unsettled:
            return
        data = b"".join(oid + wrapped for oid, (_, wrapped) in self._unsettled.items())
        item = self.table.name
        descriptor = files.open_append(self.table)
        try:
            files.write_at(descriptor, self.settled * RECORD, data, item)
            files.truncate(descriptor, self.settled * RECORD + len(data), item)
            files.sync_file(descriptor, item)
        finally:
            files.close(descriptor)
        self.settled += len(self._unsettled)
        self._unsettled.clear()

    def mend(self) -> None:
        """After a crash inside ``settle``: write its records again unless they are whole."""
        with files.reported(self.table.name), open(self.table, "rb") as table:
            table.seek(self.settled * RECORD)
            written = table.read()
        if not b"".join(raw + wrapped for raw, wrapped in self.unsettled()).startswith(written):
            self.settle()

    def destroy(self, doomed: frozenset[bytes]) -> None:
        """Destroy keys: re-wrap all others under a new case key, then forget the old one.

        All keys must be settled. The switch is the replacement of ``epoch.json``: before it the old
        epoch is whole, after it the new one is (``spec/erasure.md``, step 4).
        """
        assert not self._unsettled
        following = KeyRing(self.folder, self.root, self.epoch + 1, secrets.token_bytes(32))
        old_table, fresh = self.table, bytearray()
        for object_id, wrapped in self.records():
            fresh += object_id
            if object_id in doomed or wrapped == _ERASED:
                fresh += _ERASED
                continue
            key, nonce = self.unwrap(object_id, wrapped), secrets.token_bytes(12)
            aad = following._aad_head + object_id
            fresh += nonce + following._cipher.encrypt(nonce, key, aad)
        files.create(following.table, bytes(fresh))
        files.sync_folder(self.folder)
        files.replace(self.folder / "epoch.json", following._epoch_file())
        files.overwrite(old_table, 0, old_table.stat().st_size)
        files.remove(old_table)
        files.sync_folder(self.folder)
        self.epoch, self._case_key = following.epoch, following._case_key
        self._cipher, self._aad_head = following._cipher, following._aad_head
        self._opened.clear()
        self._ciphers.clear()

    def remove_leftovers(self) -> None:
        """Remove tables of other epochs that an interrupted erasure left behind."""
        # The switch to this epoch may lie in memory only. Were it lost in a power failure after the
        # old table is zeros, no key would be left.
        files.sync_folder(self.folder)
        leftovers = [path for path in sorted(self.folder.glob("objects.*")) if path != self.table]
        for path in leftovers:
            files.overwrite(path, 0, path.stat().st_size)
            files.remove(path)
        files.remove(self.folder / "epoch.json.new")
        files.remove(self.folder / "slots.json.new")
        if leftovers:
            files.sync_folder(self.folder)

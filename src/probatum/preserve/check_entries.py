"""Step 5: what the entries say, and that nothing in them is hidden, forged or left over.

Every entry of both logs: its kind is known, ``prev`` is the entry before it about the same object,
its sealed fields open, every disclosure is committed, every digest is a field or a decoy, and the
fields are those of the kind. The pass also fills the ``Ledger`` that later steps read.
"""

from __future__ import annotations

from binascii import unhexlify
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from probatum.errors import EvidenceError, WorldError
from probatum.model import kinds
from probatum.model.tongue import say
from probatum.preserve import files
from probatum.preserve.case import Case, LogName
from probatum.preserve.check_fields import open_whole
from probatum.preserve.check_leaf import all_well_formed, is_well_formed, outline
from probatum.preserve.commit import unseal
from probatum.preserve.finding import (
    Faults,
    Finding,
    Pause,
    Progress,
    no_pause,
    not_checked,
    sentence,
    verified,
)
from probatum.preserve.ledger import (
    AnchorSaid,
    ErasureSaid,
    KeyTable,
    Ledger,
    Original,
    is_destroyed,
)
from probatum.preserve.log import Log, decode_sealed
from probatum.proof import tiles
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.entry import open_leaf
from probatum.proof.entry import parse as parse_leaf

# The steps after this one need what these say, so a quick check opens them too.
_NEEDED = frozenset({"acquire/1", "derive/1", "count_run/1", "anchor/1", "erase/1", "erased/1"})
_STEP = 5
_LOGS: tuple[LogName, ...] = ("evidence", "access")


@dataclass(slots=True)
class _Entry:
    index: int
    kind: str
    object_id: bytes
    prev: bytes | None
    leaf: bytes
    leaf_hash: bytes
    sealed: bytes | None  # None: the sealed bundle is damaged, which step 3 or 4 names


class EntriesCheck:
    """One pass over both logs of a case."""

    def __init__(
        self, case: Case, keys: KeyTable, *, quick: bool, on_progress: Progress,
        pause: Pause = no_pause,
    ) -> None:  # fmt: skip
        self.ledger = Ledger(keys)
        self.faults = Faults(_STEP)
        self._case = case
        self._case_raw = bytes.fromhex(case.case_id)
        self._quick = quick
        self._on_progress = on_progress
        self._pause = pause
        self._sizes = {name: case.log(name).size for name in _LOGS}
        self._opened_keys: dict[bytes, bytes] = {}
        self._counts = {"read": 0, "opened": 0, "erased": 0, "skipped": 0}

    def run(self) -> None:
        """Read the evidence log, which introduces the objects, then the access log."""
        for name in _LOGS:
            log, heads = self._case.log(name), dict[bytes, bytes]()
            for entry in self._entries(log, name):
                self._counts["read"] += 1
                subject = f"{name} entry {entry.index}"
                self._place(entry, name, heads, subject)
                self._look_inside(entry, name, subject)

    def findings(self) -> Iterator[Finding]:
        """Yield what the pass found."""
        yield from self.faults.findings()
        counts = self._counts
        if not self.faults.count and not self.ledger.gaps:
            yield verified(
                _STEP, "entries",
                say(
                    "{read} entries follow each other without a gap about {objects} objects; "
                    "{opened} opened and fully accounted for, {erased} of erased objects stay "
                    "closed for ever", objects=len(self.ledger.positions), **counts,
                ),
            )  # fmt: skip
        if self.ledger.gaps:
            yield not_checked(
                _STEP, "entries",
                say("{n} bundles could not be read: see steps 3 and 4", n=self.ledger.gaps),
            )  # fmt: skip
        if counts["skipped"]:
            yield not_checked(
                _STEP, "sealed fields",
                say("{n} entries were not opened: this was a quick check", n=counts["skipped"]),
            )  # fmt: skip

    # -- reading --------------------------------------------------------------------------------

    def _entries(self, log: Log, name: LogName) -> Iterator[_Entry]:
        size = self._sizes[name]
        for number in range(-(-size // tiles.WIDTH)):
            if number % 8 == 0:
                self._on_progress(f"{name} entries", number * tiles.WIDTH, size)
            self._pause()
            first = number * tiles.WIDTH
            bundle = self._bundle(log, number)[: size - first]
            fine = all_well_formed([leaf for leaf, _ in bundle])
            for index, (leaf, sealed) in enumerate(bundle, first):
                if not fine and not is_well_formed(leaf):
                    self.faults.add(f"{name} entry {index}", "it is not spelt as an entry is")
                    continue
                object_id, kind, prev = outline(leaf)
                yield _Entry(
                    index, kind.decode(), unhexlify(object_id), prev and unhexlify(prev), leaf,
                    sha256(b"\0" + leaf).digest(), sealed,
                )  # fmt: skip

    def _bundle(self, log: Log, number: int) -> list[tuple[bytes, bytes | None]]:
        """Return a bundle's entries; without sealed parts where those are damaged."""
        try:
            return [(each.leaf, each.sealed) for each in log.bundle(number)]
        except (EvidenceError, WorldError):
            pass  # steps 3 and 4 name the file; here, what can still be read is read
        try:
            data = files.read(log.folder / tiles.entries_path(number))
            leaves = tiles.decode_bundle(data or b"", tiles.WIDTH)
        except (EvidenceError, WorldError):
            self.ledger.gaps += 1
            return []
        try:
            sealed = files.read(log.folder / tiles.sealed_path(number))
            parts = decode_sealed(sealed or b"", tiles.sealed_path(number))
        except (EvidenceError, WorldError):
            return [(leaf, None) for leaf in leaves]
        return list(zip(leaves, parts, strict=True))

    # -- checking -------------------------------------------------------------------------------

    def _place(self, entry: _Entry, name: LogName, heads: dict[bytes, bytes], subject: str) -> None:
        raw, positions = entry.object_id, self.ledger.positions
        previous = heads.get(raw)
        heads[raw] = entry.leaf_hash
        if previous != entry.prev:
            wanted = "the entry before it" if previous is not None else "no predecessor"
            self.faults.add(subject, f"prev does not name {wanted} about object {raw.hex()}")
        if entry.kind not in kinds.KINDS:
            self.faults.add(subject, f"kind {entry.kind} is not known to this version")
        if name == "evidence":
            positions.setdefault(raw, len(positions))
            if entry.kind in ("acquire/1", "count_run/1"):
                self.ledger.acquired.add(raw)
            elif entry.kind == "derive/1":  # whether anything came out is sealed
                self.ledger.may_have.add(raw)
        elif raw not in positions:
            self.faults.add(subject, f"it is about object {raw.hex()}, which nothing recorded")

    def _look_inside(self, entry: _Entry, name: LogName, subject: str) -> None:
        if self._quick and entry.kind not in _NEEDED:
            self._counts["skipped"] += 1
            return
        if entry.sealed is None:
            return
        owner = entry.object_id
        if entry.kind in kinds.SEALED_WITH_CASE_KEY:
            owner = self._case_raw
        try:
            key = self._key(owner)
            if key is None:
                self._counts["erased"] += 1
                return
            texts = unseal(
                entry.leaf_hash, entry.sealed, entry.object_id, key, self._case_raw, subject
            )
            values = open_whole(entry.leaf, texts)
            if values is None:
                opened = open_leaf(parse_leaf(entry.leaf), texts)
                values = opened.fields
                if opened.withheld:
                    found = f"{len(opened.withheld)} digests without a disclosure"
                    self.faults.add(subject, "its sealed fields leave " + found)
            fields = kinds.parse_fields(entry.kind, values)
            self._counts["opened"] += 1
            if name == "evidence":
                self._take_note(entry, fields)
        except EvidenceError as error:
            self.faults.add(subject, sentence(error))
        except ValueError:  # not hex where a digest or an id has to stand
            self.faults.add(subject, "a digest or an object id in it is not hex")

    def _key(self, owner: bytes) -> bytes | None:
        key = self._opened_keys.get(owner)
        if key is None:
            wrapped = self.ledger.wrapped(owner)
            if wrapped is None:
                raise EvidenceError(
                    "keys-damaged", expected="the key of object " + owner.hex(), found="none"
                )
            if is_destroyed(wrapped):
                return None
            key = self._case.keys.unwrap(owner, wrapped)
            if len(self._opened_keys) >= 10_000:
                self._opened_keys.clear()
            self._opened_keys[owner] = key
        return key

    def _take_note(self, entry: _Entry, fields: kinds.Fields) -> None:
        raw, ledger = entry.object_id, self.ledger
        if isinstance(fields, kinds.Derive):
            ledger.may_have.discard(raw)
            if fields.sha256 is not None and fields.size_bytes is not None:
                ledger.acquired.add(raw)
                said = Original(fields.sha256, fields.size_bytes, entry.index)
                ledger.originals.setdefault(raw, said)
        elif isinstance(fields, kinds.CountRun):
            said = Original(fields.sha256, fields.size_bytes, entry.index)
            ledger.originals.setdefault(raw, said)
        elif isinstance(fields, kinds.Acquire):
            first = ledger.originals.setdefault(
                raw, Original(fields.sha256, fields.size_bytes, entry.index)
            )
            if (first.sha256, first.size_bytes) != (fields.sha256, fields.size_bytes):
                ledger.differing.append(entry.index)
        elif isinstance(fields, kinds.Anchor):
            head = Checkpoint(self._case.access.origin, fields.size, bytes.fromhex(fields.root))
            ledger.anchors.append(AnchorSaid(entry.index, head))
        elif isinstance(fields, kinds.Erase):
            objects = [raw, *map(bytes.fromhex, fields.closure)]
            ledger.erasures.append(ErasureSaid(entry.index, frozenset(objects)))
        elif isinstance(fields, kinds.Erased):
            ledger.erased[raw] = (entry.index, fields.epoch)

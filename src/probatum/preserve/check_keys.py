"""Step 1: the key files are those that this case wrote, and hold one key for every object.

Every byte counts: ``slots.json`` carries a MAC over all slots, used or not; ``epoch.json`` has one
spelling and authenticates; record *k* of the table is the *k*-th object of the evidence log, and
its key authenticates or was destroyed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from probatum.errors import EvidenceError, WorldError
from probatum.model.tongue import say
from probatum.preserve import files, slots
from probatum.preserve.case import Case
from probatum.preserve.finding import Faults, Finding, verified
from probatum.preserve.keyring import RECORD, KeyRing
from probatum.preserve.ledger import KeyTable, Ledger, is_destroyed

_STEP = 1
_SLOTS, _EPOCH = "keys/slots.json", "keys/epoch.json"


def read_table(case: Case) -> tuple[KeyTable, Faults]:
    """Read the table of object keys and the journal's new keys; compare where both have one."""
    faults = Faults(_STEP)
    try:
        table = files.read(case.keys.table)
    except WorldError as error:
        faults.note(error, case.keys.table.name)
        table = b""
    name = f"keys/{case.keys.table.name}"
    if table is None:
        faults.add(name, "the file is missing")
        table = b""
    settled = case.keys.settled * RECORD
    if len(table) < settled:
        faults.add(name, f"expected {settled} bytes or more, found {len(table)}")
        return KeyTable(table), faults
    new = b"".join(raw + wrapped for raw, wrapped in case.keys.unsettled())
    if not new.startswith(table[settled:]):
        faults.add(name, f"from byte {settled} on it differs from the keys in the journal")
    return KeyTable(table[:settled] + new), faults


def check_keys(case: Case, ledger: Ledger, faults: Faults) -> Iterator[Finding]:
    """Yield what is wrong with the key files; ``faults`` are those of ``read_table``."""
    _slots_and_epoch(case, faults)
    _table(case, ledger, faults)
    _unknown(case.folder / "keys", case.keys.table.name, faults)
    yield from faults.findings()
    if not faults.count:
        gone = sum(map(ledger.destroyed, ledger.positions))
        yield verified(
            _STEP, "keys/",
            say("{slots} slots, epoch {epoch}, keys of {objects} objects, {gone} of them destroyed",
                slots=len(case.slots.slots), epoch=case.keys.epoch,
                objects=len(ledger.positions), gone=gone),
        )  # fmt: skip


def _slots_and_epoch(case: Case, faults: Faults) -> None:
    try:
        data = files.read(case.folder / _SLOTS)
        if data is None:
            faults.add(_SLOTS, "the file is missing")
        elif not slots.is_authentic(slots.parse(data), case.root):
            faults.add(_SLOTS, "its MAC does not fit: a slot or the case's identity was changed")
    except (EvidenceError, WorldError) as error:
        faults.note(error, _SLOTS)
    try:
        epoch = KeyRing.open(case.folder / "keys", case.root).epoch
        if epoch != case.keys.epoch:
            faults.add(_EPOCH, f"epoch {epoch} instead of {case.keys.epoch}")
    except (EvidenceError, WorldError) as error:
        faults.note(error, _EPOCH)


def _table(case: Case, ledger: Ledger, faults: Faults) -> None:
    name, table = f"keys/{case.keys.table.name}", ledger.keys
    if not ledger.gaps and table.count != len(ledger.positions):
        found = f"{table.count} records for {len(ledger.positions)} objects of the evidence log"
        faults.add(name, found)
    for object_id, position in ledger.positions.items():
        stored, wrapped = table.record(position)
        item = f"{name}, record {position}"
        if stored != object_id:
            if stored and not ledger.gaps:
                faults.add(item, f"it is not that of object {object_id.hex()}")
            elif not stored:
                faults.add(item, f"no key for object {object_id.hex()}")
            continue
        if is_destroyed(wrapped):
            continue
        try:
            case.keys.unwrap(object_id, wrapped)
        except EvidenceError:
            faults.add(item, f"the key of object {object_id.hex()} does not authenticate")


def _unknown(folder: Path, table: str, faults: Faults) -> None:
    with files.reported("keys"):
        names = sorted(path.name for path in folder.iterdir())
    for name in names:
        if name not in ("slots.json", "epoch.json", table):
            faults.add(f"keys/{name}", "no step of the format leaves such a file here")

"""A new case on disk, and what can be read of one before it is unlocked."""

from __future__ import annotations

import secrets
from pathlib import Path

from probatum.errors import EvidenceError, UseError
from probatum.preserve import files, slots
from probatum.preserve.case import Case
from probatum.preserve.keyring import KeyRing
from probatum.preserve.vault import Vault

FORMAT = b'{"format":"probatum-case/1"}\n'


def create_case(
    folder: Path, passphrase: str, state_at: Path, *, memory_kib: int = 65536
) -> tuple[Case, str]:
    """Make an empty case; return it and its recovery key, which is stored nowhere.

    Raises UseError ``case-exists`` for a folder that is not empty, ``weak-passphrase``.
    """
    root = slots.Root(secrets.token_bytes(32), secrets.token_hex(16))
    recovery = slots.new_recovery_key()
    wanted = [slots.passphrase_slot(root, passphrase, memory_kib),
              slots.recovery_slot(root, recovery)]  # fmt: skip
    with files.reported("the case folder"):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UseError(
                "case-exists", item="the folder", expected="a new or empty folder",
                found="files in it", remedy="choose another folder",
            )  # fmt: skip
    origin, access_origin = (f"probatum/{secrets.token_hex(16)}" for _ in range(2))
    slot_file = slots.new_slots(root, origin, access_origin, wanted)
    for path in (folder, folder / "keys"):
        files.make_folder(path)
    keys = KeyRing.create(folder / "keys", root)
    case = Case(folder, slot_file, root, keys, state_at)
    Vault.create(folder, root.case_id)
    case.evidence.create()
    case.access.create()
    files.replace(folder / "keys" / "slots.json", slots.encode(slot_file))
    # Last, and only then is the folder a case: an interrupted creation leaves none.
    files.replace(folder / "case.json", FORMAT)
    case.remember()
    case.introduce(bytes.fromhex(root.case_id))
    return case, recovery


def read_slots(folder: Path) -> slots.Slots:
    """Read a case's key slots before it is unlocked. Raises ``not-a-case``, ``keys-damaged``."""
    marker = files.read(folder / "case.json") if folder.is_dir() else None
    if marker is None:
        raise UseError(
            "not-a-case", item="the folder", expected="case.json in it", found="none",
            remedy="name the case with --case, or make one with `probatum init`",
        )  # fmt: skip
    if marker != FORMAT:
        raise UseError(
            "unsupported-version", item="case.json", expected="probatum-case/1", found="another",
            remedy="use the version of Probatum that wrote it, or restore case.json",
        )  # fmt: skip
    data = files.read(folder / "keys" / "slots.json")
    if data is None:
        raise EvidenceError(
            "keys-damaged", item="keys/slots.json", expected="the file", found="none",
            remedy="restore keys/ from a back-up: probatum key restore",
        )  # fmt: skip
    return slots.parse(data)

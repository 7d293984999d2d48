"""Keys: change the passphrase, back up and restore ``keys/``, open with the recovery key."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from probatum.acts.session import Session, require_writable
from probatum.errors import EvidenceError, InputError, UseError
from probatum.model.kinds import KeyChanged
from probatum.preserve import files, slots
from probatum.preserve.keyring import RECORD, KeyRing

MAX_BACKUP_BYTES = 4 << 30


def change_passphrase(session: Session, new_passphrase: str) -> None:
    """Wrap the case's root key under a new passphrase; the old one opens nothing afterwards.

    Raises UseError ``weak-passphrase``. A copy of the old ``keys/slots.json`` together with the old
    passphrase still opens the case: the root key stays the same (``spec/archive.md``).
    """
    require_writable(session)
    case = session.case
    slot = slots.passphrase_slot(case.root, new_passphrase)
    changed = slots.with_slot(case.slots, case.root, slot)
    # Logged first: a crash in between leaves a log that says more than was done, never less.
    with_recovery = session.opened_with == "recovery"
    what = "passphrase changed with the recovery key" if with_recovery else "passphrase changed"
    entry = KeyChanged(by=session.by, at=session.now(), what=what)
    session.record((case.case_id, entry))
    files.replace(case.folder / "keys" / "slots.json", slots.encode(changed))
    case.slots = changed


def back_up(session: Session, target: Path) -> int:
    """Write the key files (wrapped, useless without a secret) to a new file; return its bytes."""
    require_writable(session)
    if target.exists():
        raise UseError("wrong-use", item="the back-up file", expected="a name that is free",
                       found="an existing file")  # fmt: skip
    entry = KeyChanged(by=session.by, at=session.now(), what="keys backed up")
    session.record((session.case.case_id, entry))
    session.case.rotate()
    folder = session.case.folder / "keys"
    with files.reported("the back-up file"):
        with zipfile.ZipFile(target, "x", zipfile.ZIP_STORED) as archive:
            for path in sorted(folder.iterdir()):
                archive.write(path, path.name)
    return target.stat().st_size


def restore(folder: Path, source: Path, secret: str) -> Path | None:
    """Put backed-up key files in place of damaged ones; return where the present ones went.

    The back-up must open with ``secret`` (the passphrase or recovery key that was valid when it was
    made). Keys that were added since stay, if the present table still holds them. A back-up from
    before an erasure is refused: it would bring the destroyed key back.
    """
    members = _read_backup(source)
    root, _ = slots.unlock(slots.parse(members["slots.json"]), secret)
    keys = folder / "keys"
    if not (folder / "case.json").exists():
        raise UseError("not-a-case", item="the folder", expected="a case", found="none")
    present = {path.name: path.read_bytes() for path in sorted(keys.glob("*"))}
    _refuse_older_epoch(keys, root, members)
    table = next(name for name in members if name.startswith("objects."))
    longer = present.get(table, b"")[len(members[table]) :]
    members[table] += longer[: len(longer) // RECORD * RECORD]
    aside: Path | None = None
    if present:
        aside = folder.with_name(folder.name + ".keys-before-restore")
        files.make_folder(aside)
        for name, data in present.items():
            files.create(aside / name, data)
        files.sync_folder(aside)
    files.make_folder(keys)
    for name, data in members.items():
        files.replace(keys / name, data)
    for name in present.keys() - members.keys():
        files.remove(keys / name)
    files.sync_folder(keys)
    return aside


def _refuse_older_epoch(keys: Path, root: slots.Root, members: dict[str, bytes]) -> None:
    try:
        epoch = KeyRing.open(keys, root).epoch
    except (EvidenceError, OSError):
        return  # the present files are what is to be repaired; `check` compares with the log
    if f"objects.{epoch:06d}" not in members:
        raise UseError(
            "wrong-use", item="the back-up", expected=f"keys of epoch {epoch}",
            found="keys of another epoch",
            remedy="something was erased since; use a back-up that was made after it",
        )  # fmt: skip


def _read_backup(source: Path) -> dict[str, bytes]:
    """Read a back-up file. Raises InputError ``unreadable`` for anything else."""
    try:
        with zipfile.ZipFile(source) as archive:
            facts = archive.infolist()
            if sum(each.file_size for each in facts) > MAX_BACKUP_BYTES:
                raise zipfile.BadZipFile
            members = {each.filename: archive.read(each) for each in facts}
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise InputError(
            "unreadable", item="the back-up file", expected="a file that `key backup` wrote",
            found="something else",
        ) from error  # fmt: skip
    tables = [name for name in members if re.fullmatch(r"objects\.[0-9]{6}", name)]
    if members.keys() != {"slots.json", "epoch.json", *tables} or len(tables) != 1:
        raise InputError(
            "unreadable", item="the back-up file", expected="slots.json, epoch.json, one table",
            found="other members",
        )  # fmt: skip
    return members

"""Keys: change the passphrase, back up and restore ``keys/``, open with the recovery key."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from probatum.acts.open_case import open_session
from probatum.acts.package_file import require_free
from probatum.acts.session import Session, require_writable
from probatum.acts.surroundings import Surroundings
from probatum.errors import EvidenceError, InputError, ProbatumError, UseError
from probatum.model.kinds import KeyChanged
from probatum.preserve import files, slots
from probatum.preserve.keyring import RECORD, KeyRing
from probatum.preserve.opening import lock_case

MAX_BACKUP_BYTES = 4 << 30
LOCK_SECONDS = 10.0
# What zipfile raises about bytes that only begin like a zip.
_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError)
_ORIGIN = re.compile(r"probatum/[0-9a-f]{32}")


def opens(session: Session, secret: str) -> bool:
    """Say whether a passphrase or recovery key opens this case. Raises EvidenceError."""
    try:
        slots.unlock(session.case.slots, secret)
    except UseError:
        return False
    return True


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
    require_free(target)
    entry = KeyChanged(by=session.by, at=session.now(), what="keys backed up")
    session.record((session.case.case_id, entry))
    session.case.rotate()
    folder = session.case.folder / "keys"
    with files.reported("the back-up file"):
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
        descriptor = os.open(target, flags, 0o600)
        try:
            with os.fdopen(descriptor, "w+b") as stream:
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
                    for path in sorted(folder.iterdir()):
                        # No time of its own: a clock from before 1980 has no spelling in a zip.
                        archive.writestr(zipfile.ZipInfo(path.name), path.read_bytes())
                stream.flush()
                os.fsync(stream.fileno())
        except BaseException:
            target.unlink(missing_ok=True)
            raise
    return target.stat().st_size


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the key files that were there went, and why the log could not record it (or None)."""

    aside: Path | None
    unrecorded: ProbatumError | None


def restore(
    folder: Path,
    source: Path,
    secret: str,
    person: str | None = None,
    *,
    around: Surroundings | None = None,
) -> Restored:
    """Put backed-up key files in place of damaged ones, and record it as far as the case lets us.

    The back-up must open with ``secret`` (the passphrase or recovery key that was valid when it was
    made). Keys that were added since stay, if the present table still holds them. A back-up from
    before an erasure is refused: it would bring the destroyed key back; so is one of another case.
    """
    members = _read_backup(source)
    backed_up = slots.parse(members["slots.json"])
    root, _ = slots.unlock(backed_up, secret)
    if not (folder / "case.json").exists():
        raise UseError("not-a-case", item="the folder", expected="a case", found="none",
                       remedy="name the folder that `probatum init` made")  # fmt: skip
    _refuse_other_case(folder, backed_up)
    # Somebody at work would go on with keys that are no longer there.
    with lock_case(folder, LOCK_SECONDS):
        aside = _put_in_place(folder, root, members)
    return Restored(aside, _record_restored(folder, secret, person, around))


def _record_restored(
    folder: Path, secret: str, person: str | None, around: Surroundings | None
) -> ProbatumError | None:
    """Record what was done; return why that is impossible. Keys come first: without, no log opens.

    What else is wrong with the case is for ``check`` to name; the restoring stands in any case.
    """
    try:
        with open_session(folder, secret, person, around=around) as session:
            require_writable(session)
            entry = KeyChanged(by=session.by, at=session.now(), what="keys restored from a back-up")
            session.record((session.case.case_id, entry))
    except ProbatumError as error:
        return error
    return None


def _put_in_place(folder: Path, root: slots.Root, members: dict[str, bytes]) -> Path | None:
    keys = folder / "keys"
    present = {path.name: path.read_bytes() for path in sorted(keys.glob("*"))}
    _refuse_older_epoch(keys, root, members)
    table = next(name for name in members if name.startswith("objects."))
    longer = present.get(table, b"")[len(members[table]) :]
    members[table] += longer[: len(longer) // RECORD * RECORD]
    aside: Path | None = None
    if present:
        aside = _free_folder(folder.with_name(folder.name + ".keys-before-restore"))
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


def _free_folder(wanted: Path) -> Path:
    """Return a name that nothing has: what an earlier restore put aside may be the only copy."""
    numbered = (wanted.with_name(f"{wanted.name}-{number}") for number in count(2))
    return next(path for path in chain([wanted], numbered) if not path.exists())


def _refuse_other_case(folder: Path, backed_up: slots.Slots) -> None:
    """Compare with the name of the log; a checkpoint that names none is for ``check`` to report."""
    checkpoint = files.read(folder / "log" / "evidence" / "checkpoint") or b""
    origin = checkpoint.partition(b"\n")[0].decode("utf-8", "replace")
    if _ORIGIN.fullmatch(origin) and origin != backed_up.origin:
        raise UseError(
            "wrong-use", item="the back-up", expected="keys of this case",
            found="keys of another case", remedy="look for the back-up that belongs to this case",
        )  # fmt: skip


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
    except (OSError, *_NO_ZIP) as error:
        raise InputError(
            "unreadable", item="the back-up file", expected="a file that `key backup` wrote",
            found="something else", remedy="name a file that `probatum key backup` wrote",
        ) from error  # fmt: skip
    tables = [name for name in members if re.fullmatch(r"objects\.[0-9]{6}", name)]
    if members.keys() != {"slots.json", "epoch.json", *tables} or len(tables) != 1:
        raise InputError(
            "unreadable", item="the back-up file", expected="slots.json, epoch.json, one table",
            found="other members", remedy="use another back-up; this file was changed",
        )  # fmt: skip
    return members

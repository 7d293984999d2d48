"""Opening a case: unlock, replay the journals, compare with what this machine remembers, recover.

The steps and what each refuses are those of ``spec/archive.md``, *Opening*.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from filelock import FileLock, Timeout

from probatum.errors import EvidenceError, UseError, WorldError
from probatum.preserve import files, slots, state
from probatum.preserve.case import Case, LogName, Torn
from probatum.preserve.creation import read_slots
from probatum.preserve.journal import Frame
from probatum.preserve.keyring import KeyRing
from probatum.preserve.log import Log
from probatum.proof.entry import parse as parse_leaf


def lock_case(folder: Path, wait_seconds: float) -> FileLock:
    """Take the case's writer lock. Raises WorldError ``in-use`` if another process keeps it."""
    lock = FileLock(folder / "lock", thread_local=False)
    with files.reported("the case's lock"):
        try:
            lock.acquire(timeout=wait_seconds)
        except Timeout as error:
            raise WorldError(
                "in-use", item="the case", expected=f"to be free within {wait_seconds:g} seconds",
                found="another process at work", remedy="wait for it to end, then try again",
            ) from error  # fmt: skip
    return lock


def open_case(
    folder: Path, secret: str, state_at: Path, *, write_protected: bool = False
) -> tuple[Case, str]:
    """Open a case with a passphrase or recovery key; return it and the slot that opened.

    A case that this machine does not remember, or whose memory disagrees, or that lies on
    write-protected media, opens read-only and says why in ``case.writable``. Raises EvidenceError
    where the case contradicts itself.
    """
    slot_file = read_slots(folder)
    root, slot = slots.unlock(slot_file, secret)
    case = open_with_root(folder, slot_file, root, state_at)
    if write_protected and case.writable is None:
        case.writable = UseError(
            "read-only", item="the case", expected="a folder that can be written",
            found="write protection", remedy="work on a copy: every read has to be logged",
        )  # fmt: skip
    if case.writable is None:
        recover(case)
    return case, slot


def open_with_root(folder: Path, slot_file: slots.Slots, root: slots.Root, state_at: Path) -> Case:
    """Open an unlocked case and change nothing: not even what a crash left is put in order.

    For looking at a case as it lies there; before writing, call ``recover``. Raises as
    ``open_case``.
    """
    keys = KeyRing.open(folder / "keys", root)
    case = Case(folder, slot_file, root, keys, state_at)
    frames, torn = case.evidence.load()
    _admit_keys(keys, frames)
    _, torn_access = case.access.load()
    case.vault.mark = case.evidence.mark
    logs: tuple[tuple[LogName, bytes], ...] = (("evidence", torn), ("access", torn_access))
    case.torn = [
        Torn(name, len(rest), hashlib.sha256(rest).hexdigest()) for name, rest in logs if rest
    ]
    case.writable = _refusal(case)
    return case


def _admit_keys(keys: KeyRing, frames: tuple[Frame, ...]) -> None:
    keys.resume(frames[0].settled_keys)
    for frame in frames:
        for line in frame.lines:
            if line.wrapped:
                keys.admit(bytes.fromhex(parse_leaf(line.leaf).id), line.wrapped)


def _refusal(case: Case) -> UseError | EvidenceError | None:
    """Compare the case with the outside state; return why it must not be written, if so."""
    try:
        remembered = state.recall(case.state_folder, case.root)
    except EvidenceError as error:
        return error
    if remembered is None:
        return UseError(
            "read-only", item="the case", expected="to be remembered by this machine",
            found="a case that was moved, copied or restored",
            remedy="if that is right: probatum case adopt --reason TEXT",
        )  # fmt: skip
    return _compare(case.evidence, remembered.evidence, "evidence log") or _compare(
        case.access, remembered.access, "access log"
    )


def _compare(log: Log, remembered: state.Head, item: str) -> EvidenceError | None:
    remedy = (
        "if this is a restored back-up, what came later is missing: say so with "
        "`probatum case adopt --reason TEXT`; if not, find out who replaced the files"
    )
    if remembered.size > log.checkpoint.size:
        return EvidenceError(
            "rolled-back", item=item, expected=f"at least {remembered.size} entries",
            found=str(log.checkpoint.size), remedy=remedy,
        )  # fmt: skip
    root = log.root_at(remembered.size) if remembered.size else log.root_at(0)
    if state.head(remembered.size, root) != remembered:
        return EvidenceError(
            "forked", item=item, expected="the history that this machine has seen",
            found=f"another one within its first {remembered.size} entries", remedy=remedy,
        )  # fmt: skip
    return None


def recover(case: Case) -> None:
    """Undo what no journal frame acknowledged; finish what one did."""
    case.evidence.recover()
    case.access.recover()
    case.vault.recover(case.evidence.mark, lambda wanted: _known(case, wanted))
    case.keys.mend()
    case.keys.remove_leftovers()


def _known(case: Case, wanted: set[str]) -> set[str]:
    found = set()
    for stored in case.evidence.entries():
        object_id = parse_leaf(stored.leaf).id
        if object_id in wanted:
            found.add(object_id)
    return found

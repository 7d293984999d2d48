"""A small, cleanly closed case on disk, made to be attacked behind our back.

``build`` writes it through the ordinary way; everything after that changes files directly. All
people, places and events in it are invented.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from probatum.errors import ProbatumError
from probatum.model import kinds
from probatum.preserve import slots
from probatum.preserve.case import Case, Draft, Head, LogName
from probatum.preserve.check import Finding, check_case
from probatum.preserve.creation import create_case, read_slots
from probatum.preserve.opening import open_with_root, recover
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.entry import parse as parse_leaf

PASSPHRASE = "an invented passphrase"
WHO, WHEN = "A. Analyst", "2026-01-02T03:04:05.000000Z"
SMALL = (b"", b"An invented statement.\n", b"An invented list: one, two, three.\n" * 3)
LARGE = b"An invented video, frame after frame.\n" * 30_400  # 1.1 MiB: a file of its own


class NoIndex:
    """Nobody knows older entries; a session remembers its own."""

    def head(self, log: LogName, object_id: bytes) -> Head | None:
        return None


@dataclass(frozen=True)
class DiskCase:
    """A case folder, the state beside it, and the opened root: no Argon2 for every opening."""

    folder: Path
    state: Path
    slot_file: slots.Slots
    root: slots.Root
    recovery_key: str
    objects: tuple[str, ...]  # three small items, then the large one

    def copy(self, to: Path) -> DiskCase:
        """Copy case and state, as somebody with the folder in hand can."""
        shutil.copytree(self.folder, to / "case")
        shutil.copytree(self.state, to / "state")
        return DiskCase(
            to / "case", to / "state", self.slot_file, self.root, self.recovery_key, self.objects
        )

    def path(self, name: str) -> Path:
        """A file by its name inside the case, or ``state`` for what this machine remembers."""
        if name == "state":
            return self.state / (self.root.case_id + ".json")
        return self.folder / name

    def open(self) -> Case:
        """Open without putting anything in order."""
        return open_with_root(self.folder, read_slots(self.folder), self.root, self.state)

    def open_to_write(self) -> Case:
        """Open as a command does."""
        case = self.open()
        assert case.writable is None, case.writable
        recover(case)
        return case

    def names(self) -> list[str]:
        """Every file of the case."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
        )


def quiet(_what: str, _done: int, _total: int) -> None:
    """Tell nobody about progress."""


def findings(disk: DiskCase, held: Checkpoint | None = None) -> list[Finding]:
    """Open and check fully."""
    case = disk.open()
    try:
        return list(check_case(case, quick=False, held=held, on_progress=quiet))
    finally:
        case.close()


def complaints(disk: DiskCase, held: Checkpoint | None = None) -> list[str]:
    """What opening and checking say is wrong; empty if nothing."""
    try:
        found = findings(disk, held)
    except ProbatumError as error:
        return [str(error)]
    return [
        f"{each.step}: {each.subject}: {each.text}" for each in found if each.outcome == "failed"
    ]


@contextmanager
def changed(path: Path, data: bytes) -> Iterator[None]:
    """Put other bytes into a file for a while."""
    before = path.read_bytes()
    path.write_bytes(data)
    try:
        yield
    finally:
        path.write_bytes(before)


@contextmanager
def flipped_in_place(path: Path, position: int) -> Iterator[None]:
    """Flip one byte of a large file for a while, without writing the rest of it."""
    with open(path, "r+b", buffering=0) as file:
        before = os.pread(file.fileno(), 1, position)
        os.pwrite(file.fileno(), flipped(before, 0), position)
        try:
            yield
        finally:
            os.pwrite(file.fileno(), before, position)


def flipped(data: bytes, *positions: int) -> bytes:
    """Change bytes at these positions, each in a way of its own."""
    changing = bytearray(data)
    for position in positions:
        changing[position] ^= 1 + position * 7 % 255
    return bytes(changing)


def acquire(case: Case, data: bytes, number: int) -> tuple[str, kinds.Acquire]:
    """Store bytes and return what is to be recorded."""
    object_id, key = case.new_object()
    if len(data) < 1 << 20:
        case.vault.put_small(object_id, 0, key, data)
    else:
        case.vault.put_large(object_id, key, io.BytesIO(data), lambda _size: None)
    entry = kinds.Acquire(
        by=WHO, at=WHEN, intake=case.case_id, ref=f"EX-{number:05d}", number=number,
        file_name=f"exercise-{number}", source_path=f"/invented/exercise-{number}",
        sha256=hashlib.sha256(data).hexdigest(), size_bytes=len(data), modified_at=None,
        changed_at=None, accessed_at=None, same_bytes_as_before=False,
    )  # fmt: skip
    return object_id, entry


def note(text: str) -> kinds.Note:
    return kinds.Note(by=WHO, at=WHEN, text=text)


def record(case: Case, *drafts: tuple[str, kinds.Fields]) -> None:
    case.commit([Draft("evidence", object_id, entry) for object_id, entry in drafts], NoIndex())


def read_by_somebody(case: Case, times: int) -> None:
    """Add entries to the access log and anchor them."""
    read = kinds.Read(by=WHO, at=WHEN, what="get", purpose=None, numbers="1")
    case.commit([Draft("access", case.case_id, read)] * times, NoIndex())
    case.publish("access")
    head = case.access.checkpoint
    record(
        case, (case.case_id, kinds.Anchor(by=WHO, at=WHEN, size=head.size, root=head.root.hex()))
    )


def build(where: Path, *, notes: int = 250) -> DiskCase:
    """Write a case of four items whose evidence log has one full bundle and a tail."""
    case, recovery = create_case(where / "case", PASSPHRASE, where / "state", memory_kib=32)
    opened = kinds.CaseOpened(
        by=WHO, at=WHEN, name="exercise", reference_prefix="EX", machine="m", software="test"
    )
    record(case, (case.case_id, opened))
    case.publish("evidence")
    items = [acquire(case, data, number) for number, data in enumerate((*SMALL, LARGE), 1)]
    record(case, *items)
    objects = tuple(object_id for object_id, _ in items)
    record(case, *[(objects[n % 4], note(f"invented remark {n}")) for n in range(notes)])
    read_by_somebody(case, 1)
    case.publish("evidence")
    case.rotate()
    for _ in range(2):  # so that both journals have several frames
        read_by_somebody(case, 1)
        case.publish("evidence")
    case.close()
    return DiskCase(where / "case", where / "state", case.slots, case.root, recovery, objects)


class LastEntries(NoIndex):
    """Knows the last entry about each object by reading the log, as an index would."""

    def __init__(self, case: Case) -> None:
        self._heads: dict[bytes, bytes] = {}
        self._positions: dict[bytes, int] = {}
        for stored in case.evidence.entries():
            object_id = bytes.fromhex(parse_leaf(stored.leaf).id)
            self._positions.setdefault(object_id, len(self._positions))
            self._heads[object_id] = stored.leaf_hash

    def head(self, log: LogName, object_id: bytes) -> Head | None:
        if log == "access" or object_id not in self._heads:
            return None
        return Head(self._heads[object_id], self._positions[object_id])


def write_more(disk: DiskCase, *entries: tuple[str, kinds.Fields]) -> None:
    """Open, record, publish, close."""
    case = disk.open_to_write()
    for object_id, entry in entries:
        case.commit([Draft("evidence", object_id, entry)], LastEntries(case))
    case.publish("evidence")
    case.close()


def lengths(parts: Sequence[bytes], prefix: int) -> list[tuple[int, int]]:
    """Where each length-prefixed part of a bundle begins and how long it is."""
    places, position = [], 0
    for part in parts:
        places.append((position + prefix, len(part)))
        position += prefix + len(part)
    return places

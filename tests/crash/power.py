"""Record work on a case, take its power away, and examine what is left."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from crash.disk import Disk, Loss, Op, Recorder, disk_after
from crash.work import STORIES, Copy, Diary, Place, Said, examine, new_place
from probatum.preserve import files

_TABLE = "case/keys/objects."
_MEMORY = Path("/dev/shm")  # no real disk is needed to lose the power of an imagined one


def scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None)


@dataclass(frozen=True)
class Recording:
    """What was done to a case: the disk before, every operation, the index before and after.

    ``killed_at`` counts the operations of a first process that was killed; the rest are those of a
    second one that opened the case again.
    """

    base: Disk
    ops: tuple[Op, ...]
    indexes: tuple[bytes, bytes]
    source: Path
    killed_at: int = 0

    def said(self, count: int) -> Said:
        return Said.of([op.path for op in self.ops[:count] if op.kind == "say"])


@cache
def _bases() -> tuple[tempfile.TemporaryDirectory[str], dict[int, Place]]:
    return scratch(), {}


def base_with(entries: int) -> Place:
    """Return a case of at least so many entries, made once; copy it before use."""
    kept, made = _bases()
    if entries not in made:
        made[entries] = new_place(Path(kept.name) / str(entries), entries)
    return made[entries]


def record(
    sessions: Sequence[str], entries: int = 0, kill_at: int | None = None, then: str = "note"
) -> Recording:
    """Record stories, ``a+b`` in one session; if killed, ``then`` in the session after it."""
    base = base_with(entries)
    with scratch() as folder:
        place = base.copy(Path(folder))
        before = (place.case / "index.db").read_bytes()
        recorder = Recorder(place.root)
        recorder.kill_at = kill_at
        try:
            files.os = recorder  # type: ignore[assignment]
            try:
                for names in sessions:
                    _work(place, names, recorder)
            except BaseException:
                if not recorder.killed:
                    raise
                recorder.kill_at = None
                _work(place, then, recorder)
        finally:
            files.os = recorder.real
        after = (place.case / "index.db").read_bytes()
    assert place.source == base.source
    return Recording(recorder.base, tuple(recorder.ops), (before, after), base.source, kill_at or 0)


def _work(place: Place, names: str, recorder: Recorder) -> None:
    with place.open() as session:
        for name in names.split("+") if names else ():
            STORIES[name](session, place, Diary(recorder.say))
    recorder.say("closed")


def failures_at(recording: Recording) -> Iterator[int]:
    """Yield after how many operations the power may fail so that something differs."""
    for count in range(recording.killed_at, len(recording.ops) + 1):
        if count == 0 or recording.ops[count - 1].kind != "say":
            yield count
    yield len(recording.ops)


def lose_power(recording: Recording, count: int, loss: Loss, seed: int) -> Disk:
    return disk_after(recording.base, list(recording.ops[:count]), loss, seed)


def remembers(place: Place) -> None:
    """Fail unless this machine remembers the checkpoint that a finished command published."""
    [kept] = place.state.glob("*.json")
    size = int((place.case / "log" / "evidence" / "checkpoint").read_bytes().split(b"\n")[1])
    assert msgspec.json.decode(kept.read_bytes())["evidence"]["size"] == size


def no_remnants(recording: Recording, disk: Disk, count: int) -> None:
    """Fail if a table of keys that an erasure replaced is still on the disk, named or not."""
    tables = {node: name for name, node in recording.base.names.items() if _TABLE in name}
    tables |= {
        op.node: op.path for op in recording.ops[:count] if _TABLE in op.path and op.node > 0
    }
    present = max(name for name in disk.names if _TABLE in name)
    for node, name in tables.items():
        content = disk.contents.get(node, b"")
        assert name == present or not any(content), f"{name} can still be read"
        assert name == present or name not in disk.names, f"{name} is still there"


def examine_disk(recording: Recording, disk: Disk, count: int, seed: int) -> None:
    """Fail unless the case on this disk holds what was acknowledged and goes on."""
    said, last = recording.said(count), recording.ops[count - 1].path if count else ""
    if last == "closed" or any(act.startswith("erase") for act in said.done):
        no_remnants(recording, disk, count)
    with scratch() as folder:
        root = Path(folder)
        disk.write_to(root)
        if last == "closed":
            remembers(Copy(root, recording.source))
        if seed % 3 and (root / "case").is_dir():  # an index of the past, of the future, or none
            (root / "case" / "index.db").write_bytes(recording.indexes[seed % 3 - 1])
        examine(Copy(root, recording.source), said)

"""A disk that remembers what was synced: record every change, then lose power at any point.

``Recorder`` stands in for the ``os`` of ``probatum.preserve.files`` and writes down every change
below the watched folders. ``disk_after`` builds what may lie on the disk if the power fails after
the first *n* operations.

The model: bytes of a file are durable after fsync of the file; names (create, mkdir, rename,
unlink, rmdir) are durable after fsync of their folder, a rename after fsync of the folder it goes
to; a rename is atomic. What is not durable may be there, may not be there, or may be there while
something older is not; a write may be torn at 512 bytes, or may have left zeros only.
"""

from __future__ import annotations

import inspect
import os
import random
import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Kind = Literal[
    "create", "mkdir", "rename", "unlink", "rmdir", "write", "truncate", "sync", "sync-folder",
    "say",
]  # fmt: skip
Loss = Literal["nothing survives", "everything survives", "some survive", "torn", "zeros"]
ANY: frozenset[Kind] = frozenset(
    ("create", "mkdir", "rename", "unlink", "rmdir", "write", "truncate")
)
REMOVALS: frozenset[Kind] = frozenset(("unlink", "rmdir"))
LOSSES: tuple[Loss, ...] = (
    "nothing survives", "everything survives", "some survive", "torn", "zeros",
)  # fmt: skip
_GRANULE = 512


class PowerFailure(BaseException):
    """The process was killed: nothing changes on the disk any more."""


@dataclass(frozen=True)
class Op:
    """One operation. Paths are relative; ``node`` numbers the file; ``site`` asked for a sync."""

    kind: Kind
    path: str = ""
    target: str = ""
    node: int = -1
    offset: int = 0
    data: bytes = b""
    site: str = ""


class Recorder:
    """``os``, writing down what changes below ``root``; ``kill_at`` stops it there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.ops: list[Op] = []
        self.kill_at: int | None = None
        self.killed = False
        self._open: dict[int, tuple[int, str]] = {}  # descriptor -> (node, path)
        self._nodes: dict[tuple[int, int], int] = {}
        self._count = 0
        self.real = os
        self.base = Disk({""})
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.is_dir():
                self.base.folders.add(name)
            elif not path.name.startswith("index.db"):
                node = self._fresh(path.stat())
                self.base.names[name] = node
                self.base.contents[node] = bytearray(path.read_bytes())

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)

    def say(self, text: str) -> None:
        """Write down something that the process tells the world."""
        self._note(Op("say", text))

    def _note(self, op: Op | None) -> None:
        if self.kill_at is not None and len(self.ops) >= self.kill_at:
            self.killed = True
            raise PowerFailure
        if op is not None:
            self.ops.append(op)

    def _inside(self, path: os.PathLike[str] | str) -> str | None:
        path = Path(path)
        if path.name.startswith("index.db") or not path.is_relative_to(self.root):
            return None  # the index is made anew from the logs: what it holds does not count
        return "" if path == self.root else path.relative_to(self.root).as_posix()

    def _fresh(self, facts: os.stat_result) -> int:
        # The system gives the numbers of removed files to new ones; we do not.
        self._count += 1
        self._nodes[facts.st_dev, facts.st_ino] = self._count
        return self._count

    # -- what files.py calls ---------------------------------------------------------------------

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        name = self._inside(path)
        fresh = bool(flags & os.O_CREAT) and not Path(path).exists()
        if name is not None and (fresh or flags & os.O_TRUNC):
            self._note(None)
        descriptor = os.open(path, flags, mode)
        if name is None:
            return descriptor
        facts = os.fstat(descriptor)
        if stat.S_ISDIR(facts.st_mode):
            self._open[descriptor] = (-1, name)
            return descriptor
        node = self._fresh(facts) if fresh else self._nodes[facts.st_dev, facts.st_ino]
        if fresh:
            self.ops.append(Op("create", name, node=node))
        elif flags & os.O_TRUNC:
            self.ops.append(Op("truncate", name, node=node))
        self._open[descriptor] = (node, name)
        return descriptor

    def close(self, descriptor: int) -> None:
        self._open.pop(descriptor, None)
        os.close(descriptor)

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        if descriptor in self._open:
            node, name = self._open[descriptor]
            at = os.lseek(descriptor, 0, os.SEEK_CUR)
            self._note(Op("write", name, node=node, offset=at, data=bytes(data)))
        return os.write(descriptor, data)

    def ftruncate(self, descriptor: int, size: int) -> None:
        if descriptor in self._open:
            node, name = self._open[descriptor]
            self._note(Op("truncate", name, node=node, offset=size))
        os.ftruncate(descriptor, size)

    def fsync(self, descriptor: int) -> None:
        if descriptor in self._open:
            node, name = self._open[descriptor]
            kind: Kind = "sync" if node >= 0 else "sync-folder"
            self._note(Op(kind, name, node=node, site=f"{_site()}, {kind}"))

    fdatasync = fsync

    def mkdir(self, path: Path, mode: int = 0o777) -> None:
        self._named("mkdir", path)
        os.mkdir(path, mode)

    def unlink(self, path: Path) -> None:
        if Path(path).exists():
            self._named("unlink", path)
        os.unlink(path)

    def rmdir(self, path: Path) -> None:
        if Path(path).exists():
            self._named("rmdir", path)
        os.rmdir(path)

    def replace(self, source: Path, target: Path) -> None:
        name = self._inside(source)
        if name is not None:
            self._note(Op("rename", name, str(self._inside(target))))
        os.replace(source, target)

    def _named(self, kind: Kind, path: Path) -> None:
        name = self._inside(path)
        if name is not None:
            self._note(Op(kind, name))


def _site() -> str:
    """Name who asked for a sync: the product's function, and the step of files.py it called."""
    frame, step = sys._getframe(2), ""
    while frame.f_back is not None and os.path.basename(frame.f_code.co_filename) == "files.py":
        step = frame.f_code.co_name
        frame = frame.f_back
    lines, first = inspect.getsourcelines(frame.f_code)
    calls = [at for at, line in enumerate(lines, first) if f".{step}(" in line]
    which = sum(at <= frame.f_lineno for at in calls)
    return f"{frame.f_code.co_qualname}: {step}" + (f" {which}" if len(calls) > 1 else "")


# -- what may lie on the disk ----------------------------------------------------------------------


@dataclass
class Disk:
    """Folders, and files by name; a file's bytes stand under its node."""

    folders: set[str] = field(default_factory=set)
    names: dict[str, int] = field(default_factory=dict)
    contents: dict[int, bytearray] = field(default_factory=dict)

    def copy(self) -> Disk:
        return Disk(set(self.folders), dict(self.names), dict(self.contents))

    def key(self) -> int:
        """Return a number that is the same for the same disk."""
        contents = tuple((name, bytes(self.contents[node]))
                         for name, node in sorted(self.names.items()))  # fmt: skip
        return hash((frozenset(self.folders), contents))

    def apply(self, op: Op) -> None:
        """Do an operation, unless what it needs was lost."""
        parent = op.path.rpartition("/")[0]
        here = parent in self.folders
        if op.kind == "create" and here:
            self.names[op.path] = op.node
            self.contents.setdefault(op.node, bytearray())
        elif op.kind == "mkdir" and here:
            self.folders.add(op.path)
        elif op.kind == "rename" and op.path in self.names:
            if op.target.rpartition("/")[0] in self.folders:
                self.names[op.target] = self.names.pop(op.path)
        elif op.kind == "unlink":
            self.names.pop(op.path, None)
        elif op.kind == "rmdir" and not any(n.startswith(op.path + "/") for n in self.names):
            self.folders.discard(op.path)
        elif op.kind in ("write", "truncate"):
            content = bytearray(self.contents.get(op.node, b""))
            if op.kind == "truncate":
                content = content[: op.offset].ljust(op.offset, b"\0")
            else:
                content = content.ljust(op.offset, b"\0")
                content[op.offset : op.offset + len(op.data)] = op.data
            self.contents[op.node] = content

    def write_to(self, root: Path) -> None:
        """Make it real below an empty folder."""
        for name in sorted(self.folders):
            (root / name).mkdir(parents=True, exist_ok=True)
        for name, node in self.names.items():
            (root / name).write_bytes(self.contents[node])


def fates(ops: list[Op]) -> tuple[list[bool], list[bool]]:
    """Say of every operation whether it is durable after all of them, and whether a change."""
    synced_files: set[int] = set()
    synced_folders: set[str] = set()
    durable = [False] * len(ops)
    change = [False] * len(ops)
    for at in range(len(ops) - 1, -1, -1):
        op = ops[at]
        if op.kind == "sync":
            synced_files.add(op.node)
        elif op.kind == "sync-folder":
            synced_folders.add(op.path)
        elif op.kind in ("write", "truncate"):
            change[at], durable[at] = True, op.node in synced_files
        elif op.kind != "say":
            folder = (op.target or op.path).rpartition("/")[0]
            change[at], durable[at] = True, folder in synced_folders
    return durable, change


def disk_without(base: Disk, ops: list[Op], site: str, kinds: frozenset[Kind]) -> Disk:
    """Return a disk that lost only what the syncs of one place would have made durable.

    And of that only operations of some kinds.
    """
    durable, change = fates(ops)
    weaker, _ = fates([Op("say") if op.site == site else op for op in ops])
    disk = base.copy()
    for at, op in enumerate(ops):
        if change[at] and (weaker[at] or not durable[at] or op.kind not in kinds):
            disk.apply(op)
    return disk


def disk_after(base: Disk, ops: list[Op], loss: Loss, seed: int) -> Disk:
    """Return a disk that the power failure after ``ops`` may leave."""
    durable, change = fates(ops)
    lost = [at for at in range(len(ops)) if change[at] and not durable[at]]
    chance = random.Random(seed)
    kept: set[int] = set()
    altered: dict[int, Op] = {}
    if loss == "everything survives":
        kept = set(lost)
    elif loss == "some survive":
        kept = {at for at in lost if chance.random() < 0.5}
    elif loss in ("torn", "zeros"):
        kept = set(lost)
        writes = [at for at in lost if ops[at].kind == "write"]
        if writes:
            # The last unsynced write, and with it another one that is still on its way.
            for at in {writes[-1], chance.choice(writes)}:
                altered[at] = _torn(ops[at], chance) if loss == "torn" else _zeros(ops[at])
    disk = base.copy()
    for at, op in enumerate(ops):
        if change[at] and (durable[at] or at in kept):
            disk.apply(altered.get(at, op))
    return disk


def _torn(op: Op, chance: random.Random) -> Op:
    granules = -(-len(op.data) // _GRANULE)
    data = op.data[: chance.randrange(granules or 1) * _GRANULE]
    return Op("write", op.path, node=op.node, offset=op.offset, data=data)


def _zeros(op: Op) -> Op:
    return Op("write", op.path, node=op.node, offset=op.offset, data=bytes(len(op.data)))

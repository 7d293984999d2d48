"""Steps 3 and 4, second part: the files of a log beside its tree.

Sealed bundles are cut as they should be, the journal holds the same entries as the bundles,
partial tiles and bundles that were left over are beginnings of the whole ones, and no file lies in
the folder that nobody wrote. Needs the journal's key.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from probatum.errors import EvidenceError, WorldError
from probatum.model.tongue import say
from probatum.preserve import files
from probatum.preserve.finding import STEPS, Faults, Finding, Progress, not_checked, verified
from probatum.preserve.journal import Journal, Line
from probatum.preserve.log import Log, decode_sealed, encode_sealed
from probatum.proof import tiles

_SEALED_LEAST = 28 + 8 * 63 + 7  # nonce and tag, and eight decoys with what separates them
_TILE = re.compile(r"tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x\d{3}/)*\d{3})(?:\.p/(\d{1,3}))?")
_SEALED = re.compile(r"sealed/((?:x\d{3}/)*\d{3})")


def check_folder(
    log: Log, journal_key: bytes, *, step: int, on_progress: Progress
) -> Iterator[Finding]:
    """Yield what is wrong beside the tree of an opened log."""
    check = _FolderCheck(log, Faults(step), on_progress)
    check.journal(journal_key)
    check.sealed()
    check.unknown()
    yield from check.faults.findings()
    if not check.faults.count:
        yield verified(
            step, f"{STEPS[step]}: files",
            say("journal, sealed bundles and left-over partial files agree with {n} entries; "
                "no other file lies in the folder", n=log.size),
        )  # fmt: skip


class _FolderCheck:
    def __init__(self, log: Log, faults: Faults, on_progress: Progress) -> None:
        self.log = log
        self.faults = faults
        self._on_progress = on_progress
        self._lines: dict[int, Line] = {}  # what the journal says, by index

    def journal(self, key: bytes) -> None:
        """Read the journal again and compare it with what was read at opening."""
        try:
            replay = Journal(self.log.folder / "journal", key).replay()
        except (EvidenceError, WorldError) as error:
            self.faults.note(error, "journal")
            return
        following = replay.frames[0].first_index
        for frame in replay.frames:
            if frame.first_index != following:
                self.faults.add("journal", f"a frame does not begin with entry {following}")
            for number, line in enumerate(frame.lines, frame.first_index):
                self._lines[number] = line
            following = frame.first_index + len(frame.lines)
        if following != self.log.size:
            self.faults.add("journal", f"it ends at entry {following}, not at {self.log.size}")
        if replay.torn:
            self.faults.add(
                "journal", f"{len(replay.torn)} bytes at its end belong to no act (a crash leaves "
                "such bytes: open the case for writing, which removes and records them)",
            )  # fmt: skip
        for number in {index // tiles.WIDTH for index in self._lines}:
            self._compare_bundle(number)

    def _compare_bundle(self, number: int) -> None:
        """Compare a published bundle, full or partial, with the journal's lines."""
        first = number * tiles.WIDTH
        width = min(tiles.WIDTH, self.log.checkpoint.size - first)
        data = self._read(tiles.entries_path(number, width)) if width > 0 else None
        if data is None:
            return
        try:
            leaves = tiles.decode_bundle(data, width)
        except EvidenceError:
            return  # the walk over the tree names it
        for index, leaf in enumerate(leaves, first):
            line = self._lines.get(index)
            if line is not None and line.leaf != leaf:
                self.faults.add(f"entry {index}", "journal and entry bundle differ")

    def sealed(self) -> None:
        """Cut every published sealed bundle; compare what the journal still has of it."""
        full = self.log.checkpoint.size // tiles.WIDTH
        for number in range(full):
            if number % 64 == 0:
                self._on_progress("sealed bundles", number, full)
            name = tiles.sealed_path(number)
            data = self._read(name)
            if data is None:
                self.faults.add(name, "the file is missing")
                continue
            try:
                parts = decode_sealed(data, name)
            except EvidenceError as error:
                self.faults.note(error, name)
                continue
            for index, part in enumerate(parts, number * tiles.WIDTH):
                line = self._lines.get(index)
                if len(part) < _SEALED_LEAST:
                    self.faults.add(f"entry {index} in {name}", "too few sealed bytes")
                elif line is not None and line.sealed != part:
                    self.faults.add(f"entry {index} in {name}", "the journal has other bytes")

    def unknown(self) -> None:
        """Look at every file of the folder that the tree itself does not need."""
        for path in _files_below(self.log.folder):
            name = path.relative_to(self.log.folder).as_posix()
            if name in ("checkpoint", "journal"):
                continue
            if path.is_symlink() or not path.is_file():
                self.faults.add(name, "it is not a regular file")
                continue
            right = self._right_bytes(name)
            if right is None:
                self.faults.add(name, "nobody who keeps this log writes such a file")
            elif right != b"" and self._read(name) != right:
                self.faults.add(name, "it is not the beginning of what lies there now")

    def _right_bytes(self, name: str) -> bytes | None:
        """Return what a file has to hold; empty if others check it, None if it is unknown."""
        sealed = _SEALED.fullmatch(name)
        if sealed is not None:
            return self._right_sealed(_number(sealed[1]), name)
        match = _TILE.fullmatch(name)
        if match is None:
            return None
        level = 0 if match[1] == "entries" else int(match[1])
        number, width = _number(match[2]), int(match[3] or tiles.WIDTH)
        path = tiles.entries_path(number, width) if match[1] == "entries" else None
        if not 0 < width <= tiles.WIDTH or name != (path or tiles.tile_path(level, number, width)):
            return None
        reach = 256**level  # entries below one hash of this level
        published = self.log.checkpoint.size // reach - number * tiles.WIDTH
        if (number * tiles.WIDTH + width) * reach > self.log.size:
            return None
        if width == min(published, tiles.WIDTH):
            return b""  # the tree needs it: the walk has checked it
        if match[1] == "entries":
            return self._entries(number, width)
        if published >= tiles.WIDTH:
            whole = self._read(tiles.tile_path(level, number))
        else:
            whole = self.log.edge_tiles().get((level, number))
        return None if whole is None else whole[: width * 32]

    def _entries(self, number: int, width: int) -> bytes | None:
        try:
            stored = self.log.bundle(number)[:width]
        except EvidenceError:
            return b""  # the bundle itself is damaged, which the walk names
        return tiles.encode_bundle([each.leaf for each in stored])

    def _right_sealed(self, number: int, name: str) -> bytes | None:
        end = (number + 1) * tiles.WIDTH
        if name != tiles.sealed_path(number) or end > self.log.size:
            return None
        if end <= self.log.checkpoint.size:
            return b""
        return encode_sealed([each.sealed for each in self.log.bundle(number)])

    def _read(self, name: str) -> bytes | None:
        try:
            return files.read(self.log.folder / name)
        except WorldError as error:
            self.faults.note(error, name)
            return None


def cut_at_opening(step: int, size_bytes: int, sha256: str) -> Finding:
    """Say that recovery removed bytes that no act acknowledged."""
    return not_checked(
        step, f"{STEPS[step]}: journal",
        say("{n} bytes of no acknowledged act were cut off at opening, as after a crash "
            "(SHA-256 {digest})", n=size_bytes, digest=sha256),
    )  # fmt: skip


def _number(text: str) -> int:
    return int(text.replace("x", "").replace("/", ""))


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield everything below a folder that is not a folder."""
    with files.reported(folder.name):
        found = sorted(os.scandir(folder), key=lambda each: each.name)
    for each in found:
        if each.is_dir(follow_symlinks=False):
            yield from _files_below(folder / each.name)
        else:
            yield folder / each.name

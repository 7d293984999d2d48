"""Steps 3 and 4: is the log on disk exactly what its signed checkpoint commits?

Needs the log's folder and its verifier key, no secret. The tree is walked from the signed root
down: a tile whose root its parent commits is *proven*, and proves its children, so a finding names
the file that is wrong and not its neighbour. Below an unproven tile hashes are computed from the
entries instead. One tile a level and one bundle are in memory, whatever the size of the log.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from probatum.errors import EvidenceError, WorldError
from probatum.model.tongue import say
from probatum.preserve import files
from probatum.preserve.finding import STEPS, Faults, Finding, Progress, failed, verified
from probatum.preserve.signing import open_checkpoint
from probatum.preserve.tree import peaks
from probatum.proof import merkle, note, tiles
from probatum.proof.checkpoint import Checkpoint

_HASH = merkle.HASH_BYTES


def check_log(
    folder: Path, key: note.VerifierKey, *, step: int, on_progress: Progress
) -> Iterator[Finding]:
    """Yield what is wrong with a log, or that it is what its checkpoint signs."""
    name = STEPS[step]
    checkpoint = _signed(folder, key)
    if isinstance(checkpoint, Finding):
        yield Finding(step, f"{name}: checkpoint", "failed", checkpoint.text)
        return
    yield verified(
        step, f"{name}: checkpoint",
        say("size {n}, signed by the key {key}", n=checkpoint.size, key=key.fingerprint()),
    )  # fmt: skip
    walk = TreeWalk(folder, checkpoint, Faults(step), on_progress)
    walk.run()
    yield from walk.faults.findings()
    if not walk.faults.count:
        yield verified(
            step, name,
            say("{n} entries in bundles and tiles give the signed root", n=checkpoint.size),
        )  # fmt: skip


def _signed(folder: Path, key: note.VerifierKey) -> Checkpoint | Finding:
    try:
        data = files.read(folder / "checkpoint")
        if data is None:
            return failed(0, "", "the file is missing")
        checkpoint = open_checkpoint(data, key)
    except (EvidenceError, WorldError) as error:
        return failed(0, "", str(error))
    if checkpoint.origin != key.name:
        return failed(0, "", "it is the checkpoint of another log")
    return checkpoint


class TreeWalk:
    """One pass over the tiles and entry bundles of a log of a known size and root."""

    def __init__(
        self, folder: Path, checkpoint: Checkpoint, faults: Faults, on_progress: Progress
    ) -> None:
        self.folder = folder
        self.size = checkpoint.size
        self.root = checkpoint.root
        self.faults = faults
        self._on_progress = on_progress
        self._what = STEPS[faults.step]

    def run(self) -> None:
        """Check everything that a log of this size has on disk."""
        edge = list(tiles.tile_widths(self.size))
        read = [self._tile(level, number, width) for level, number, width in edge]
        proven = None not in read and self._root(read) == self.root
        built: list[bytes | None] = []
        for (level, number, width), tile in reversed(list(zip(edge, read, strict=True))):
            built.append(self._beneath(level, number, width, tile if proven else None))
        built.reverse()
        if proven:
            return
        if self._root(built) != self.root:
            self.faults.add(
                "checkpoint", f"the entries do not give the root that is signed at {self.size}"
            )
        for (level, number, width), tile, right in zip(edge, read, built, strict=True):
            if tile is not None and right is not None and tile != right:
                self.faults.add(tiles.tile_path(level, number, width), _differing(tile, right))

    def _root(self, edge: list[bytes | None]) -> bytes:
        """Return the root over partial tiles, lowest level first; empty where one is missing."""
        if None in edge:
            return b""
        parts = [peak for tile in reversed(edge) if tile for peak in peaks(tile)]
        if not parts:
            return merkle.EMPTY_ROOT
        root = parts.pop()
        while parts:
            root = merkle.node_hash(parts.pop(), root)
        return root

    def _beneath(self, level: int, number: int, width: int, proven: bytes | None) -> bytes | None:
        """Check what lies below a tile; return the hashes that belong into it, as far as known.

        ``proven`` are its bytes if the signed root commits them.
        """
        if level == 0:
            return self._bundle(number, width, proven) or proven
        parts: list[bytes | None] = []
        for position in range(width):
            wanted = _hash_at(proven, position)
            parts.append(self._full_tile(level - 1, number * tiles.WIDTH + position, wanted))
        if None in parts:
            return proven
        return b"".join(part for part in parts if part is not None)

    def _full_tile(self, level: int, number: int, wanted: bytes | None) -> bytes | None:
        """Check a full tile and all below it; return its root as far as known."""
        tile = self._tile(level, number, tiles.WIDTH)
        root = merkle.tile_root(tile) if tile is not None else None
        if wanted is not None and root == wanted:
            self._beneath(level, number, tiles.WIDTH, tile)
            return wanted
        right = self._beneath(level, number, tiles.WIDTH, None)
        found = merkle.tile_root(right) if right is not None else None
        name = tiles.tile_path(level, number)
        if tile is not None and right is not None and tile != right:
            self.faults.add(name, _differing(tile, right))
        elif tile is not None and wanted is not None:
            self.faults.add(name, "its root is not the one that the tree commits")
        if wanted is not None and found is not None and found != wanted:
            below = f"entries {number * 256 ** (level + 1)} and following"
            self.faults.add(below, "they do not give the hash that the tree commits")
        return wanted or found or root

    def _bundle(self, number: int, width: int, proven: bytes | None) -> bytes | None:
        """Check an entry bundle; return its leaf hashes, None if it cannot be cut into entries."""
        name = tiles.entries_path(number, width)
        data = self._read(name)
        if data is None:
            return None
        try:
            leaves = tiles.decode_bundle(data, width)
        except EvidenceError as error:
            self.faults.add(name, f"expected {error.expected}, found {error.found}")
            return None
        hashes = b"".join([sha256(b"\0" + leaf).digest() for leaf in leaves])
        first = number * tiles.WIDTH
        if proven is not None and hashes != proven:
            for position in range(width):
                if _hash_at(hashes, position) != _hash_at(proven, position):
                    entry = f"entry {first + position} in {name}"
                    self.faults.add(entry, "its bytes are not those that the log commits")
        if number % 64 == 0:
            self._on_progress(self._what, first, self.size)
        return hashes

    def _tile(self, level: int, number: int, width: int) -> bytes | None:
        name = tiles.tile_path(level, number, width)
        data = self._read(name)
        if data is not None and len(data) != width * _HASH:
            self.faults.add(name, f"expected {width * _HASH} bytes, found {len(data)}")
            return None
        return data

    def _read(self, name: str) -> bytes | None:
        try:
            data = files.read(self.folder / name)
        except WorldError as error:
            self.faults.note(error, name)
            return None
        if data is None:
            self.faults.add(name, "the file is missing")
        return data


def _hash_at(tile: bytes | None, position: int) -> bytes | None:
    return None if tile is None else tile[position * _HASH : (position + 1) * _HASH]


def _differing(tile: bytes, right: bytes) -> str:
    width = len(tile) // _HASH
    wrong = sum(_hash_at(tile, each) != _hash_at(right, each) for each in range(width))
    return f"{wrong} of its {width} hashes are not those of what lies below it"

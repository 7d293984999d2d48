"""Writes a log as files from nothing but `probatum.proof`, for judges that we did not write."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from probatum.proof import merkle, tiles
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.note import VerifierKey, format_note


class TiledLog:
    """A log in a folder: ``append`` entries, then ``publish`` tiles, bundles and a checkpoint."""

    def __init__(self, folder: Path, origin: str, private_key: Ed25519PrivateKey) -> None:
        self.folder = folder
        self.origin = origin
        self.private_key = private_key
        self.key = VerifierKey.for_ed25519(origin, private_key.public_key().public_bytes_raw())
        self.entries: list[bytes] = []
        self.levels: list[list[bytes]] = [[]]
        self.frontier = merkle.Frontier()

    @property
    def size(self) -> int:
        return self.frontier.size

    def append(self, entries: Iterable[bytes]) -> None:
        for entry in entries:
            self.entries.append(entry)
            leaf = merkle.leaf_hash(entry)
            self.frontier.append(leaf)
            self._append_to_level(0, leaf)

    def _append_to_level(self, level: int, one: bytes) -> None:
        if level == len(self.levels):
            self.levels.append([])
        row = self.levels[level]
        row.append(one)
        if len(row) % tiles.WIDTH == 0:
            self._append_to_level(level + 1, merkle.tile_root(b"".join(row[-tiles.WIDTH :])))

    def checkpoint(self) -> bytes:
        text = Checkpoint(self.origin, self.size, self.frontier.root()).text()
        signature = self.private_key.sign(text.encode())
        return format_note(text, [(self.key.name, self.key.key_id, signature)])

    def publish(self) -> bytes:
        """Write what a tree of this size consists of, and return its signed checkpoint."""
        width = tiles.WIDTH
        for level, row in enumerate(self.levels):
            for start in range(0, len(row), width):
                part = row[start : start + width]
                self._write(tiles.tile_path(level, start // width, len(part)), b"".join(part))
        for start in range(0, self.size, width):
            some = self.entries[start : start + width]
            path = tiles.entries_path(start // width, len(some))
            self._write(path, tiles.encode_bundle(some))
        checkpoint = self.checkpoint()
        self._write("checkpoint", checkpoint)
        return checkpoint

    def read(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()

    def _write(self, path: str, data: bytes) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

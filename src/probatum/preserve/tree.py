"""The growing edge of a log's tree: the right-most tile of every level, in memory.

Appending a leaf hash is appending 32 bytes; a full tile is written once and its root moves up. What
is kept is 8 KiB a level, whatever the size of the log (C2SP tlog-tiles).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from probatum.proof import merkle, tiles

_FULL = tiles.WIDTH * 32


class Edge:
    """The right edge of a tree of ``size`` leaves."""

    def __init__(self) -> None:
        self.size = 0
        self._levels: list[bytearray] = [bytearray()]
        self._done: list[tuple[int, int, bytes]] = []  # full, unpublished: level, n, bytes

    @classmethod
    def load(cls, size: int, read_tile: Callable[[int, int, int], bytes]) -> Edge:
        """Read the partial tiles of a tree of ``size``; ``read_tile(level, number, width)``."""
        edge = cls()
        edge.size = size
        edge._levels = []
        rest = size
        while rest:
            width = rest % tiles.WIDTH
            level = len(edge._levels)
            tile = read_tile(level, rest // tiles.WIDTH, width) if width else b""
            edge._levels.append(bytearray(tile))
            rest //= tiles.WIDTH
        edge._levels = edge._levels or [bytearray()]
        return edge

    def extend(self, leaf_hashes: Iterable[bytes]) -> None:
        """Append leaf hashes."""
        bottom = self._levels[0]
        for leaf_hash in leaf_hashes:
            bottom += leaf_hash
            self.size += 1
            if len(bottom) == _FULL:
                self._carry()
                bottom = self._levels[0]

    def _carry(self) -> None:
        level, count = 0, self.size
        while len(self._levels[level]) == _FULL:
            tile = bytes(self._levels[level])
            count //= tiles.WIDTH
            self._done.append((level, count - 1, tile))
            self._levels[level] = bytearray()
            if level + 1 == len(self._levels):
                self._levels.append(bytearray())
            self._levels[level + 1] += merkle.tile_root(tile)
            level += 1

    def full(self) -> list[tuple[int, int, bytes]]:
        """Return the full tiles not yet published: (level, number, 8,192 bytes)."""
        return list(self._done)

    def pending(self) -> dict[tuple[int, int], bytes]:
        """Return what ``full`` and ``partial`` do, by level and number."""
        tiles_at = [*self._done, *self.partial()]
        return {(level, number): tile for level, number, tile in tiles_at}

    def forget_published(self, size: int) -> None:
        """Forget the full tiles that a checkpoint of ``size`` has already published."""
        self._done = [
            (level, number, tile)
            for level, number, tile in self._done
            if (number + 1) * tiles.WIDTH ** (level + 1) > size
        ]

    def partial(self) -> list[tuple[int, int, bytes]]:
        """Return the partial tiles of the present size: (level, number, bytes)."""
        return [
            (level, self.size // tiles.WIDTH ** (level + 1), bytes(tile))
            for level, tile in enumerate(self._levels)
            if tile
        ]

    def root(self) -> bytes:
        """Return the RFC 6962 root of the tree."""
        root: bytes | None = None
        for level in self._levels:
            for peak in reversed(peaks(bytes(level))):
                root = peak if root is None else merkle.node_hash(peak, root)
        return merkle.EMPTY_ROOT if root is None else root


def peaks(tile: bytes) -> list[bytes]:
    """Return the roots of the largest complete subtrees of a partial tile, left to right."""
    peaks, position, width = [], 0, len(tile) // 32
    for bit in (128, 64, 32, 16, 8, 4, 2, 1):
        if width & bit:
            peaks.append(merkle.complete_root(tile[position : position + bit * 32]))
            position += bit * 32
    return peaks

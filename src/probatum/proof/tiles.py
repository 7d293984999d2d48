"""Where the log's hashes and entries lie: C2SP tlog-tiles, 256 hashes or entries to a file.

A *tile* at level 0 holds leaf hashes; at level n+1 each hash is the root over one full tile of
level n. A *bundle* holds the entries of a level-0 tile, each after its length in two bytes, the
high one first. Only the last tile of a level may be partial. Paths are relative to the log.

>>> tile_path(0, 1234067), tile_path(1, 0, 17)
('tile/0/x001/x234/067', 'tile/1/000.p/17')
>>> list(tile_widths(70_000))
[(0, 273, 112), (1, 1, 17), (2, 0, 1)]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from probatum.errors import EvidenceError, InputError, UseError
from probatum.proof.merkle import HASH_BYTES, MAX_SIZE, Node, complete_root

WIDTH = 256
MAX_LEVEL = 63
MAX_ENTRY_BYTES = 0xFFFF

_TILES_IN_MEMORY = 64
_NODES_IN_MEMORY = 4096


def tile_path(level: int, number: int, width: int = WIDTH) -> str:
    """Path of the tile ``number`` of a level, ``width`` hashes wide. Raises ``wrong-use``."""
    if not 0 <= level <= MAX_LEVEL:
        raise _wrong("tile level", "0 to 63")
    return f"tile/{level}/{_number(number, width)}"


def entries_path(number: int, width: int = WIDTH) -> str:
    """Path of the bundle with the entries of a level-0 tile. Raises ``wrong-use``."""
    return "tile/entries/" + _number(number, width)


def sealed_path(number: int) -> str:
    """Path of the sealed fields that belong to a full entry bundle. Raises ``wrong-use``."""
    return "sealed/" + _number(number, WIDTH)


def encode_bundle(entries: Sequence[bytes]) -> bytes:
    """Write at most 256 entries; ``too-large`` is raised for one above 65,535 bytes."""
    if len(entries) > WIDTH:
        raise _wrong("entries of a bundle", "0 to 256")
    parts: list[bytes] = []
    for entry in entries:
        if len(entry) > MAX_ENTRY_BYTES:
            raise InputError(
                "too-large",
                item="log entry",
                expected="at most 65535 bytes",
                found=f"{len(entry)} bytes",
            )
        parts.append(len(entry).to_bytes(2, "big"))
        parts.append(entry)
    return b"".join(parts)


def decode_bundle(data: bytes, count: int) -> list[bytes]:
    """Read exactly ``count`` entries and nothing behind them. Raises ``bad-entry``."""
    if not 0 <= count <= WIDTH:
        raise _wrong("entries of a bundle", "0 to 256")
    entries: list[bytes] = []
    at, end = 0, len(data)
    for _ in range(count):
        start = at + 2
        # Where the length is cut off, so is the entry; this line runs for every entry of a log.
        at = start + (data[at] << 8 | data[at + 1]) if start <= end else start
        if at > end:
            raise EvidenceError(
                "bad-entry",
                item="entry bundle",
                expected=f"{count} entries",
                found=f"{len(entries)} whole entries",
            )
        entries.append(data[start:at])
    if at != len(data):
        raise EvidenceError(
            "bad-entry",
            item="entry bundle",
            expected=f"{at} bytes",
            found=f"{len(data)} bytes",
        )
    return entries


def tile_widths(size: int) -> Iterator[tuple[int, int, int]]:
    """The partial tiles of a tree, as (level, number, width 1 to 255), lowest level first."""
    level = 0
    while size:
        number, width = divmod(size, WIDTH)
        if width:
            yield level, number, width
        size = number
        level += 1


def node_reader(read: Callable[[str], bytes], size: int) -> Node:
    """Give ``merkle.inclusion_proof`` and ``consistency_proof`` the hashes of a log on disk.

    ``read(path)`` returns a tile's bytes; ``size`` is the size of the tree that is proved. The
    hashes are believed as they are read: a damaged tile gives a proof that does not verify.
    Raises ``bad-proof`` for a tile of another length and for a subtree that is not complete.
    """
    if not 0 <= size <= MAX_SIZE:
        raise _wrong("tree size", "0 to 2**63 - 1")

    @lru_cache(maxsize=_TILES_IN_MEMORY)
    def tile(level: int, number: int) -> bytes:
        width = min(WIDTH, (size >> (8 * level)) - number * WIDTH)
        path = tile_path(level, number, width)
        data = read(path)
        if len(data) != width * HASH_BYTES:
            raise EvidenceError(
                "bad-proof",
                item=path,
                expected=f"{width * HASH_BYTES} bytes",
                found=f"{len(data)} bytes",
            )
        return data

    @lru_cache(maxsize=_NODES_IN_MEMORY)
    def node(level: int, index: int) -> bytes:
        if level < 0 or index < 0 or (index + 1) << level > size:
            raise EvidenceError(
                "bad-proof",
                item="subtree",
                expected=f"one that is complete at size {size}",
                found=f"level {level}, number {index}",
            )
        height, inside = divmod(level, 8)
        number, position = divmod(index << inside, WIDTH)
        start = position * HASH_BYTES
        return complete_root(tile(height, number)[start : start + (HASH_BYTES << inside)])

    return node


def _number(number: int, width: int) -> str:
    """A number in groups of three digits, all but the last marked with x, and the width."""
    if not 0 <= number <= MAX_SIZE:
        raise _wrong("tile number", "0 to 2**63 - 1")
    if not 1 <= width <= WIDTH:
        raise _wrong("tile width", "1 to 256")
    number, rest = divmod(number, 1000)
    text = f"{rest:03d}"
    while number:
        number, rest = divmod(number, 1000)
        text = f"x{rest:03d}/{text}"
    return text if width == WIDTH else f"{text}.p/{width}"


def _wrong(what: str, expected: str) -> UseError:
    return UseError("wrong-use", item=what, expected=expected, found="another number")

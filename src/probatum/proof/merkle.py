"""The Merkle tree of RFC 6962: one root commits every entry and their order.

A leaf hash is SHA-256 of ``00 || entry``, a node is SHA-256 of ``01 || left || right``, so that a
node can never be passed off as an entry. An *inclusion proof* shows that an entry is in the tree,
a *consistency proof* that an older tree is the beginning of a newer one. Hashes are 32 bytes.

>>> frontier = Frontier()
>>> frontier.append(leaf_hash(b"one"))
>>> frontier.append(leaf_hash(b"two"))
>>> frontier.root() == node_hash(leaf_hash(b"one"), leaf_hash(b"two"))
True
>>> verify_inclusion(leaf_hash(b"two"), 1, 2, [leaf_hash(b"one")], frontier.root())
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

from probatum.errors import EvidenceError

HASH_BYTES = 32
MAX_SIZE = (1 << 63) - 1
"""The largest tree: sizes are signed 64-bit numbers in other people's programs."""

EMPTY_ROOT = sha256(b"").digest()

Node = Callable[[int, int], bytes]
"""``node(level, index)``: hash of the complete subtree that covers the leaves
``[index << level, (index + 1) << level)``."""


def leaf_hash(entry: bytes) -> bytes:
    """Hash the bytes of one entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees into the one above them."""
    return sha256(b"\x01" + left + right).digest()


class Frontier:
    """The right edge of a growing tree: all that is needed to append and to give the root.

    ``hashes`` holds the complete subtrees from left (largest) to right, one for each bit that is
    set in ``size`` (a compact range that starts at 0).
    """

    __slots__ = ("_hashes", "_size")

    def __init__(self) -> None:
        self._size = 0
        self._hashes: list[bytes] = []

    @classmethod
    def from_state(cls, size: int, hashes: Iterable[bytes]) -> Frontier:
        """Take up a tree where it was left. Raises ``bad-proof`` if the state cannot be one."""
        state = list(hashes)
        _require_size("frontier", size)
        parts = bin(size).count("1")
        if len(state) != parts:
            raise _refusal("frontier", f"{parts} hashes", f"{len(state)} hashes")
        _require_hashes("frontier", state)
        frontier = cls()
        frontier._size, frontier._hashes = size, state
        return frontier

    @property
    def size(self) -> int:
        """Number of leaves."""
        return self._size

    @property
    def hashes(self) -> tuple[bytes, ...]:
        """Roots of the complete subtrees, the largest first."""
        return tuple(self._hashes)

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash. Raises ``bad-proof`` if it is not 32 bytes long."""
        if len(leaf) != HASH_BYTES:
            raise _refusal("leaf hash", "32 bytes", f"{len(leaf)} bytes")
        size = self._size
        self._size = size + 1
        hashes = self._hashes
        while size & 1:
            leaf = sha256(b"\x01" + hashes.pop() + leaf).digest()
            size >>= 1
        hashes.append(leaf)

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add leaf hashes in order."""
        append = self.append
        for leaf in leaves:
            append(leaf)

    def append_tile(self, hashes: bytes) -> None:
        """Add the 256 leaf hashes of a full tile (8,192 bytes) at once; faster than one by one.

        Raises ``bad-proof`` unless the tree ends on a tile's edge and the tile is full.
        """
        if self._size % 256:
            raise _refusal("tile", "a tree of whole tiles", f"{self._size} leaves")
        root = tile_root(hashes)
        number = self._size >> 8
        self._size += 256
        while number & 1:
            root = node_hash(self._hashes.pop(), root)
            number >>= 1
        self._hashes.append(root)

    def root(self) -> bytes:
        """The root of the tree as it is now; ``EMPTY_ROOT`` without leaves."""
        return _fold(self._hashes) if self._hashes else EMPTY_ROOT


def tile_root(hashes: bytes) -> bytes:
    """The root over one full tile: 256 hashes, 8,192 bytes. Raises ``bad-proof`` otherwise."""
    if len(hashes) != 256 * HASH_BYTES:
        raise _refusal("tile", "8192 bytes", f"{len(hashes)} bytes")
    return complete_root(hashes)


def complete_root(hashes: bytes) -> bytes:
    """The root over 1, 2, 4, ... hashes written one after the other (not checked, for speed)."""
    while len(hashes) > HASH_BYTES:
        hashes = b"".join(
            [sha256(b"\x01" + hashes[at : at + 64]).digest() for at in range(0, len(hashes), 64)]
        )
    return hashes


def root_of(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root over leaf hashes in order. Raises ``bad-proof`` for a hash that is not 32 bytes."""
    frontier = Frontier()
    frontier.extend(leaf_hashes)
    return frontier.root()


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """Check that ``leaf`` is number ``index`` of the ``size`` leaves below ``root``.

    RFC 9162, section 2.1.3.2. ``proof`` goes from the leaf's sibling up. Raises ``bad-proof``.
    """
    what = "inclusion proof"
    _require_size(what, size)
    if not 0 <= index < size:
        raise _refusal(what, "an index below the size", "another index")
    _require_hashes(what, [leaf, root, *proof])
    number, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            raise _refusal(what, "fewer hashes", f"{len(proof)} hashes")
        if number & 1 or number == last:
            found = node_hash(step, found)
            while not number & 1 and number:
                number >>= 1
                last >>= 1
        else:
            found = node_hash(found, step)
        number >>= 1
        last >>= 1
    if last:
        raise _refusal(what, "more hashes", f"{len(proof)} hashes")
    if found != root:
        raise _refusal(what, "root " + root.hex(), "root " + found.hex())


def verify_consistency(
    size1: int, root1: bytes, size2: int, root2: bytes, proof: Sequence[bytes]
) -> None:
    """Check that the tree of ``size1`` leaves is the beginning of the tree of ``size2``.

    RFC 9162, section 2.1.4.2. Nothing can be shown from size 0: it is refused, so that nobody
    takes an empty tree for evidence. Raises ``bad-proof``.
    """
    what = "consistency proof"
    _require_size(what, size2)
    if not 0 < size1 <= size2:
        raise _refusal(what, "0 < older size <= newer size", "other sizes")
    _require_hashes(what, [root1, root2, *proof])
    if size1 == size2:
        if proof:
            raise _refusal(what, "no hashes between equal sizes", f"{len(proof)} hashes")
        if root1 != root2:
            raise _refusal(what, "equal roots for equal sizes", "two different roots")
        return
    steps = list(proof)
    if size1 & (size1 - 1) == 0:
        steps.insert(0, root1)  # the older tree is one complete subtree of the newer one
    if not steps:
        raise _refusal(what, "more hashes", "none")
    number, last = size1 - 1, size2 - 1
    while number & 1:
        number >>= 1
        last >>= 1
    older = newer = steps[0]
    for step in steps[1:]:
        if last == 0:
            raise _refusal(what, "fewer hashes", f"{len(proof)} hashes")
        if number & 1 or number == last:
            older, newer = node_hash(step, older), node_hash(step, newer)
            while not number & 1 and number:
                number >>= 1
                last >>= 1
        else:
            newer = node_hash(newer, step)
        number >>= 1
        last >>= 1
    if last:
        raise _refusal(what, "more hashes", f"{len(proof)} hashes")
    if older != root1:
        raise _refusal(what, "older root " + root1.hex(), "root " + older.hex())
    if newer != root2:
        raise _refusal(what, "newer root " + root2.hex(), "root " + newer.hex())


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """Make the proof that leaf ``index`` is in the tree of ``size`` leaves (RFC 6962, 2.1.1).

    Raises ``bad-proof`` if there is no such leaf, and whatever ``node`` raises.
    """
    _require_size("inclusion proof", size)
    if not 0 <= index < size:
        raise _refusal("inclusion proof", "an index below the size", "another index")
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _left_part(end - start)
        if index < middle:
            path.append(_root_between(middle, end, node))
            end = middle
        else:
            path.append(_root_between(start, middle, node))
            start = middle
    return path[::-1]


def consistency_proof(size1: int, size2: int, node: Node) -> list[bytes]:
    """Make the proof that the tree of ``size1`` leaves begins that of ``size2``.

    RFC 6962, section 2.1.2. Raises ``bad-proof`` unless 0 < size1 <= size2, and whatever
    ``node`` raises.
    """
    _require_size("consistency proof", size2)
    if not 0 < size1 <= size2:
        raise _refusal("consistency proof", "0 < older size <= newer size", "other sizes")
    path: list[bytes] = []
    start, end = 0, size2
    while size1 < end:
        middle = start + _left_part(end - start)
        if size1 <= middle:
            path.append(_root_between(middle, end, node))
            end = middle
        else:
            path.append(_root_between(start, middle, node))
            start = middle
    if start:  # otherwise this subtree is the whole older tree, whose root the verifier holds
        path.append(_root_between(start, end, node))
    return path[::-1]


def _left_part(size: int) -> int:
    """The largest power of two below ``size`` (which is at least 2)."""
    return 1 << ((size - 1).bit_length() - 1)


def _root_between(start: int, end: int, node: Node) -> bytes:
    """The root over leaves [start, end), put together from complete subtrees."""
    parts: list[bytes] = []
    while start < end:
        level = (end - start).bit_length() - 1
        parts.append(node(level, start >> level))
        start += 1 << level
    return _fold(parts)


def _fold(parts: Sequence[bytes]) -> bytes:
    """Join complete subtrees, the largest first, from the right."""
    root = parts[-1]
    for part in parts[-2::-1]:
        root = node_hash(part, root)
    return root


def _require_size(what: str, size: int) -> None:
    if not 0 <= size <= MAX_SIZE:
        raise _refusal(what, "a size from 0 to 2**63 - 1", "another size")


def _require_hashes(what: str, hashes: Sequence[bytes]) -> None:
    for one in hashes:
        if len(one) != HASH_BYTES:
            raise _refusal(what, "hashes of 32 bytes", "something else")


def _refusal(what: str, expected: str, found: str) -> EvidenceError:
    return EvidenceError("bad-proof", item=what, expected=expected, found=found)

"""One log on disk: journal -> tiles and bundles -> signed checkpoint (``spec/log.md``).

``append`` makes entries durable (and so acknowledged); ``publish`` writes what other programs read:
C2SP tlog-tiles, entry bundles, our sealed bundles beside them, and last the checkpoint. Reading
goes bundle by bundle, the tail from memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from probatum.errors import EvidenceError
from probatum.preserve import files
from probatum.preserve.commit import Sealed
from probatum.preserve.journal import Frame, Journal, Line, lines_of
from probatum.preserve.signing import Signer, open_checkpoint
from probatum.preserve.tile_files import TileFiles
from probatum.preserve.tree import Edge
from probatum.preserve.vault import Watermark
from probatum.proof import merkle, tiles
from probatum.proof.checkpoint import Checkpoint

ROTATE_BYTES = 4 << 20  # a journal above this is begun anew when a command ends


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it lies on disk: position, leaf, sealed fields."""

    index: int
    leaf: bytes
    sealed: bytes

    @property
    def leaf_hash(self) -> bytes:
        """The RFC 6962 leaf hash."""
        return hashlib.sha256(b"\0" + self.leaf).digest()


def damaged(item: str, expected: str, found: str = "something else") -> EvidenceError:
    """Return the error for a log that differs from what it commits."""
    return EvidenceError(
        "log-damaged", item=item, expected=expected, found=found,
        remedy="stop, keep a copy of the case folder, restore the log from a back-up",
    )  # fmt: skip


def encode_sealed(parts: Sequence[bytes]) -> bytes:
    """Write a sealed bundle: each sealed part after its length in four bytes."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def decode_sealed(data: bytes, item: str) -> list[bytes]:
    """Read a sealed bundle of 256. Raises EvidenceError ``log-damaged``."""
    parts, position = [], 0
    while position < len(data):
        end = position + 4 + int.from_bytes(data[position : position + 4], "big")
        if end > len(data):
            raise damaged(item, "whole sealed parts")
        parts.append(data[position + 4 : end])
        position = end
    if len(parts) != tiles.WIDTH:
        raise damaged(item, f"{tiles.WIDTH} sealed parts", str(len(parts)))
    return parts


class Log:
    """The evidence log or the access log of an unlocked case."""

    def __init__(self, folder: Path, signer: Signer, journal_key: bytes) -> None:
        self.folder = folder
        self.signer = signer
        self.origin = signer.verifier.name
        self._journal = Journal(folder / "journal", journal_key)
        self._files = TileFiles(folder)
        self._edge = Edge()
        self._tail: list[Line] = []
        self._tail_start = 0
        self._read_last: tuple[int, list[Stored]] | None = None
        self.checkpoint = Checkpoint(self.origin, 0, merkle.EMPTY_ROOT)
        self.mark = Watermark(0, 0)

    @property
    def size(self) -> int:
        """How many entries are acknowledged."""
        return self._edge.size

    def root(self) -> bytes:
        """Return the root over all acknowledged entries."""
        return self._edge.root()

    # -- opening --------------------------------------------------------------------------------

    def create(self) -> None:
        """Write an empty journal and a checkpoint of size 0."""
        files.make_folder(self.folder)
        self._journal.start(Frame(0, 0, self.mark, ()))
        files.replace(self.folder / "checkpoint", self.signer.sign(self.checkpoint))

    def load(self) -> tuple[tuple[Frame, ...], bytes]:
        """Read checkpoint and journal; return the journal's frames and torn bytes.

        Raises EvidenceError ``log-damaged``, ``journal-damaged``, ``bad-signature``,
        ``rolled-back`` unless the journal continues exactly what the checkpoint signs.
        """
        signed = files.read(self.folder / "checkpoint")
        if signed is None:
            raise damaged("checkpoint", "the file", "none")
        self.checkpoint = open_checkpoint(signed, self.signer.verifier)
        replay = self._journal.replay()
        base = replay.frames[0].first_index
        self._edge = Edge.load(base, self._read_tile)
        self._tail_start, self._tail = base, []
        for frame in replay.frames:
            if frame.first_index != self._edge.size:
                raise damaged("journal", f"entry {self._edge.size} next", str(frame.first_index))
            for line in frame.lines:
                self._compare_with_checkpoint()
                self._edge.extend([hashlib.sha256(b"\0" + line.leaf).digest()])
            self._tail += frame.lines
        self._compare_with_checkpoint()
        if not base <= self.checkpoint.size <= self.size:
            raise EvidenceError(
                "rolled-back", item="journal",
                expected=f"entries up to {self.checkpoint.size}, as the checkpoint signs",
                found=f"entries {base} to {self.size}",
                remedy="stop, keep a copy of the case folder, restore it from a newer back-up",
            )  # fmt: skip
        self._edge.forget_published(self.checkpoint.size)
        self._forget_tail(self.checkpoint.size)
        self.mark = replay.frames[-1].mark
        return replay.frames, replay.torn

    def _forget_tail(self, published: int) -> None:
        """Drop from memory what lies in full bundles on disk."""
        kept = max(self._tail_start, published // tiles.WIDTH * tiles.WIDTH)
        del self._tail[: kept - self._tail_start]
        self._tail_start = kept

    def _compare_with_checkpoint(self) -> None:
        if self._edge.size == self.checkpoint.size and self.root() != self.checkpoint.root:
            raise damaged("checkpoint", "the root of the entries in the journal and tiles")

    def _read_tile(self, level: int, number: int, width: int) -> bytes:
        for path in (tiles.tile_path(level, number, width), tiles.tile_path(level, number)):
            data = files.read(self.folder / path)
            if data is not None and len(data) >= width * 32:
                return data[: width * 32]
        raise damaged(tiles.tile_path(level, number, width), f"{width} hashes", "fewer")

    def recover(self) -> None:
        """Cut unacknowledged bytes off the journal, remove what nobody finished publishing."""
        self._journal.drop_torn()
        self._files.remove_beyond(self.checkpoint.size, self.size)
        for name in ("checkpoint.new", "journal.new"):
            files.remove(self.folder / name)
        # What a killed process wrote may lie in memory only; from here on it is built upon.
        files.sync_folder(self.folder)

    # -- writing --------------------------------------------------------------------------------

    def append(self, batch: Sequence[Sealed], settled_keys: int, mark: Watermark) -> int:
        """Make entries durable in one frame; return the index of the first.

        Raises WorldError; then nothing of the batch is acknowledged.
        """
        first, lines = self.size, lines_of(batch)
        self._journal.append(Frame(first, settled_keys, mark, lines))
        self._tail += lines
        self._edge.extend([each.leaf_hash for each in batch])
        self.mark = mark
        return first

    def publish(self) -> None:
        """Write tiles, bundles and the signed checkpoint of everything acknowledged."""
        if self.checkpoint.size == self.size:
            return
        full = self._edge.full()
        for level, number, tile in [*full, *self._edge.partial()]:
            self._files.write(tiles.tile_path(level, number, len(tile) // 32), tile)
        for number in range(self._tail_start // tiles.WIDTH, -(-self.size // tiles.WIDTH)):
            start = number * tiles.WIDTH - self._tail_start
            lines = self._tail[start : start + tiles.WIDTH]
            bundle = tiles.encode_bundle([line.leaf for line in lines])
            self._files.write(tiles.entries_path(number, len(lines)), bundle)
            if len(lines) == tiles.WIDTH:
                sealed = encode_sealed([line.sealed for line in lines])
                self._files.write(tiles.sealed_path(number), sealed)
        self._files.sync()
        checkpoint = Checkpoint(self.origin, self.size, self.root())
        files.replace(self.folder / "checkpoint", self.signer.sign(checkpoint))
        self.checkpoint = checkpoint
        self._edge.forget_published(self.size)
        self._forget_tail(self.size)
        for level, number, _ in full:
            self._files.remove_partials(level, number)

    def rotate(self, settled_keys: int, *, above_bytes: int = ROTATE_BYTES) -> None:
        """Begin the journal anew with the tail that no full bundle holds yet.

        All must be published and all keys settled.
        """
        if self._journal.size_bytes <= above_bytes:
            return
        assert self.checkpoint.size == self.size
        lines = tuple(Line(line.leaf, line.sealed, b"") for line in self._tail)
        self._journal.start(Frame(self._tail_start, settled_keys, self.mark, lines))

    def close(self) -> None:
        """Close the journal."""
        self._journal.close()

    # -- reading --------------------------------------------------------------------------------

    def bundle(self, number: int) -> list[Stored]:
        """Return the entries of a bundle, from disk or from memory, in order."""
        first = number * tiles.WIDTH
        if first >= self._tail_start:
            at = first - self._tail_start
            lines = self._tail[at : at + tiles.WIDTH]
            return [Stored(first + n, line.leaf, line.sealed) for n, line in enumerate(lines)]
        name = tiles.entries_path(number)
        data, sealed = (
            files.read(self.folder / name),
            files.read(self.folder / tiles.sealed_path(number)),
        )
        if data is None or sealed is None:
            raise damaged(name, "an entry bundle and a sealed bundle", "none")
        leaves = tiles.decode_bundle(data, tiles.WIDTH)
        parts = decode_sealed(sealed, tiles.sealed_path(number))
        return [
            Stored(first + n, leaf, part)
            for n, (leaf, part) in enumerate(zip(leaves, parts, strict=True))
        ]

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[Stored]:
        """Yield the entries from ``start`` up to ``stop`` (default: all)."""
        end = self.size if stop is None else min(stop, self.size)
        for number in range(start // tiles.WIDTH, -(-end // tiles.WIDTH)):
            for stored in self.bundle(number):
                if start <= stored.index < end:
                    yield stored

    def entry(self, index: int) -> Stored:
        """Return one entry."""
        if index >= self._tail_start:
            line = self._tail[index - self._tail_start]
            return Stored(index, line.leaf, line.sealed)
        number = index // tiles.WIDTH
        if self._read_last is None or self._read_last[0] != number:
            # Kept, as neighbours are asked for in turn: a full bundle does not change any more.
            self._read_last = number, self.bundle(number)
        return self._read_last[1][index % tiles.WIDTH]

    def node(self) -> merkle.Node:
        """Return the subtree hashes of the published tree, for ``merkle.inclusion_proof``."""
        return tiles.node_reader(self._read_for_proof, self.checkpoint.size)

    def _read_for_proof(self, name: str) -> bytes:
        data = files.read(self.folder / name)
        if data is None:
            raise damaged(name, "the tile", "none")
        return data

    def edge_tiles(self) -> dict[tuple[int, int], bytes]:
        """Return the tiles of the tree's right edge that acknowledged entries make."""
        return self._edge.pending()

    def root_at(self, size: int) -> bytes:
        """Return the root over the first ``size`` published entries."""
        if size == self.checkpoint.size:
            return self.checkpoint.root
        node, peaks, start = self.node(), [], 0
        for bit in range(size.bit_length() - 1, -1, -1):
            if size >> bit & 1:
                peaks.append(node(bit, start >> bit))
                start += 1 << bit
        return merkle.Frontier.from_state(size, peaks).root()

    def signed_checkpoint(self) -> bytes:
        """Return the published checkpoint as a signed note."""
        return self.signer.sign(self.checkpoint)

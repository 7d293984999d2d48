"""The members of a package, in the order and the bytes of ``spec/disclosure.md``.

Written in two steps, because the log commits the manifest before it can prove that: ``bind`` makes
everything that the manifest lists; after the entry ``disclose/1`` is in the log, ``write_package``
writes all of it, from the first byte to the last, without holding an original.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from probatum.disclose.withheld import Shown
from probatum.proof import canonical, container, merkle, tiles
from probatum.proof.canonical import Json
from probatum.proof.container import Member
from probatum.proof.note import VerifierKey
from probatum.proof.tlog_proof import TlogProof


@dataclass(frozen=True, slots=True)
class Part:
    """A member before it is written; ``chunks`` gives its bytes, each time from the beginning."""

    name: str
    size_bytes: int
    sha256: str
    crc32: int
    chunks: Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Bound:
    """Members 1 to 6 in order, the indices of the entries among them, and the manifest."""

    parts: tuple[Part, ...]
    indices: tuple[int, ...]
    manifest: bytes

    @property
    def manifest_sha256(self) -> str:
        """What ``disclose/1`` commits, in hex."""
        return hashlib.sha256(self.manifest).hexdigest()


@dataclass(frozen=True, slots=True)
class Signed:
    """The log's side: checkpoint as a signed note, its size, subtree hashes of that tree."""

    checkpoint: bytes
    size: int
    node: merkle.Node


def part_of(name: str, data: bytes) -> Part:
    """Make a part of bytes in memory."""
    sha256 = hashlib.sha256(data).hexdigest()
    return Part(name, len(data), sha256, zlib.crc32(data), lambda: (data,))


def measure(name: str, chunks: Callable[[], Iterable[bytes]]) -> Part:
    """Make a part of bytes that lie elsewhere, reading them once for size and digests."""
    sha256, crc32, size_bytes = hashlib.sha256(), 0, 0
    for chunk in chunks():
        sha256.update(chunk)
        crc32 = zlib.crc32(chunk, crc32)
        size_bytes += len(chunk)
    return Part(name, size_bytes, sha256.hexdigest(), crc32, chunks)


def original_name(object_id: str) -> str:
    """Return the member name of an original."""
    return "originals/" + object_id


def entry_file(index: int, leaf: bytes, opened: Iterable[str]) -> bytes:
    """Return the JSON of one entry with the disclosures given."""
    return canonical.encode(
        {"index": index, "leaf": leaf.decode("ascii"), "opened": sorted(opened)}
    )


def bind(
    key: VerifierKey,
    page: bytes,
    withheld: bytes,
    shown: Sequence[Shown],
    originals: Iterable[Part],
    verifier: bytes,
) -> Bound:
    """Put members 1 to 6 into order and write their manifest. ``shown`` ascends by index."""
    parts = [
        part_of("READ-ME.html", page),
        part_of("log.vkey", key.text().encode() + b"\n"),
        part_of("withheld.json", withheld),
        *(
            part_of(f"entries/{one.index:012d}.json", entry_file(one.index, one.leaf, one.opened))
            for one in shown
        ),
        *sorted(originals, key=lambda part: part.name),
        part_of("verify.pyz", verifier),
    ]
    manifest: Json = {
        "members": [
            {"name": part.name, "sha256": part.sha256, "size_bytes": part.size_bytes}
            for part in parts
        ],
        "origin": key.name,
        "v": 1,
    }
    indices = tuple(one.index for one in shown)
    return Bound(tuple(parts), indices, canonical.encode(manifest))


def write_package(
    out: container.Sink,
    bound: Bound,
    disclosure: bytes,
    disclosure_index: int,
    signed: Signed,
    bundles: Iterable[Sequence[bytes]] = (),
) -> None:
    """Write the package. ``disclosure`` is the entry file of ``disclose/1``, all opened.

    ``bundles`` gives all leaves of the log, 256 at a time, for a complete disclosure. Raises
    EvidenceError ``bad-package`` if an original is not what it was when it was measured.
    """
    container.write(out, _members(bound, disclosure, disclosure_index, signed, bundles))


def _members(
    bound: Bound,
    disclosure: bytes,
    disclosure_index: int,
    signed: Signed,
    bundles: Iterable[Sequence[bytes]],
) -> Iterator[Member]:
    for part in bound.parts:
        yield Member(part.name, part.size_bytes, part.crc32, part.chunks())
    yield _member("manifest.json", bound.manifest)
    yield _member("disclosure.json", disclosure)
    yield _member("checkpoint", signed.checkpoint)
    for index in sorted((*bound.indices, disclosure_index)):
        yield _member(f"proofs/{index:012d}.tlog-proof", proof_of(index, signed))
    for number, leaves in enumerate(bundles):
        name = "log/" + tiles.entries_path(number, len(leaves))
        yield _member(name, tiles.encode_bundle(leaves))


def proof_of(index: int, signed: Signed) -> bytes:
    """Return the tlog-proof that an entry is in the signed tree."""
    hashes = merkle.inclusion_proof(index, signed.size, signed.node)
    return TlogProof(index, tuple(hashes), signed.checkpoint).encode()


def _member(name: str, data: bytes) -> Member:
    return Member(name, len(data), zlib.crc32(data), (data,))

"""Makes disclosure packages from a log in memory: right ones, and wrong ones on purpose.

Three levels of lies: change what is recorded before ``seal`` (the holder of the key lies), change
members after it (somebody who received the package lies), change bytes after ``zipped``.
Everything is computed from a seed, so the same calls give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from probatum.proof import canonical, entry
from probatum.proof.b64 import b64url
from probatum.proof.canonical import Json
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.container import Member, write
from probatum.proof.disclosure import decoy_text, digest, field_text
from probatum.proof.merkle import inclusion_proof, leaf_hash, root_of
from probatum.proof.note import VerifierKey, format_note
from probatum.proof.tiles import WIDTH, encode_bundle, entries_path
from probatum.proof.tlog_proof import TlogProof

ORIGIN = "probatum.example/9f4c2a6e"
NOTE, PHOTO, OTHER = "a1" * 16, "b2" * 16, "c3" * 16
ORIGINAL = b"An invented statement about an invented bridge.\n"


def fast_verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """The same signatures by OpenSSL: a hundred times faster than plain Python."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def zipped(members: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """The one container with these members, CRCs right."""
    pairs = members.items() if isinstance(members, Mapping) else members
    file = io.BytesIO()
    write(file, (Member(name, len(data), zlib.crc32(data), [data]) for name, data in pairs))
    return file.getvalue()


@dataclass
class MemoryLog:
    """A log that signs whatever it is told to."""

    seed: str = "one"
    origin: str = ORIGIN
    leaves: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        secret = hashlib.sha256(self.seed.encode()).digest()
        self._private = Ed25519PrivateKey.from_private_bytes(secret)
        self.key = VerifierKey.for_ed25519(
            self.origin, self._private.public_key().public_bytes_raw()
        )

    def append(self, leaf: bytes) -> int:
        self.leaves.append(leaf)
        return len(self.leaves) - 1

    def checkpoint(self, size: int | None = None) -> bytes:
        size = len(self.leaves) if size is None else size
        root = root_of(leaf_hash(leaf) for leaf in self.leaves[:size])
        return self.sign(Checkpoint(self.origin, size, root).text())

    def sign(self, text: str) -> bytes:
        signature = self._private.sign(text.encode())
        return format_note(text, [(self.origin, self.key.key_id, signature)])

    def proof(self, index: int, checkpoint: bytes, size: int | None = None) -> bytes:
        size = len(self.leaves) if size is None else size
        hashes = [leaf_hash(leaf) for leaf in self.leaves]

        def node(level: int, number: int) -> bytes:
            return root_of(hashes[number << level : (number + 1) << level])

        return TlogProof(index, tuple(inclusion_proof(index, size, node)), checkpoint).encode()

    def bundles(self) -> dict[str, bytes]:
        return {
            "log/" + entries_path(at // WIDTH, len(part)): encode_bundle(part)
            for at in range(0, len(self.leaves), WIDTH)
            if (part := self.leaves[at : at + WIDTH])
        }


@dataclass
class Shown:
    """One entry as the package shows it: texts by field name, decoys as ``decoy 1`` and so on."""

    leaf: bytes
    opened: dict[str, str]
    kept: dict[str, str]  # field name -> digest of what is withheld

    def file(self, index: int) -> bytes:
        return canonical.encode(
            {
                "index": index,
                "leaf": self.leaf.decode("ascii"),
                "opened": sorted(self.opened.values()),
            }
        )


class Forger:
    """A case in memory, and the package that discloses a part of it."""

    def __init__(self, seed: str = "one", origin: str = ORIGIN) -> None:
        self.log = MemoryLog(seed, origin)
        self.shown: dict[int, Shown] = {}
        self.originals: dict[str, bytes] = {}
        self.withheld_items: list[dict[str, Json]] = []
        self.last: dict[str, str] = {}
        self._drawn = 0

    def draw(self, size: int = 32) -> bytes:
        self._drawn += 1
        return hashlib.sha256(f"{self.log.seed} {self._drawn}".encode()).digest()[:size]

    def make(
        self, kind: str, item: str, fields: Mapping[str, Json], prev: str | None, *withhold: str
    ) -> Shown:
        texts = {name: field_text(self.draw(), name, value) for name, value in fields.items()}
        for number in range(-len(texts) % 8):
            texts[f"decoy {number}"] = decoy_text(self.draw())
        digests = tuple(sorted(digest(text) for text in texts.values()))
        leaf = entry.encode(entry.Leaf(kind, item, prev, b64url(self.draw(16)), digests))
        opened = {name: text for name, text in texts.items() if name not in withhold}
        return Shown(leaf, opened, {name: digest(texts[name]) for name in withhold})

    def record(
        self, kind: str, item: str, fields: Mapping[str, Json], *withhold: str, show: bool = True
    ) -> int:
        """Append an entry behind the last one about the object; returns its index."""
        made = self.make(kind, item, fields, self.last.get(item), *withhold)
        return self.add(item, made, show=show)

    def add(self, item: str, made: Shown, *, show: bool = True) -> int:
        index = self.log.append(made.leaf)
        self.last[item] = leaf_hash(made.leaf).hex()
        if show:
            self.shown[index] = made
        return index

    def acquire(
        self, item: str, original: bytes, *withhold: str, include: bool = True, **more: Json
    ) -> int:
        fields: dict[str, Json] = {
            "sha256": hashlib.sha256(original).hexdigest(),
            "size_bytes": len(original),
            "file_name": "statement.txt",
            **more,
        }
        if include:
            self.originals[item] = original
        return self.record("acquire/1", item, fields, *withhold)

    def withheld(self) -> dict[str, Json]:
        lines = [
            {
                "index": index,
                "digest": kept,
                "field": name,
                "code": "protected-person",
                "basis": "invented rule 70",
                "approver": "A. Reviewer",
            }
            for index, shown in self.shown.items()
            for name, kept in shown.kept.items()
        ]
        lines.sort(key=lambda line: (line["index"], line["digest"]))
        return {"v": 1, "fields": lines, "items": self.withheld_items}

    def bound(self, withheld: Mapping[str, Json] | None = None) -> dict[str, bytes]:
        """Members 1 to 6."""
        listing = self.withheld() if withheld is None else withheld
        return {
            "READ-ME.html": b"<!doctype html><title>Invented disclosure</title>\n",
            "log.vkey": self.log.key.text().encode() + b"\n",
            "withheld.json": canonical.encode(listing),
            **{f"entries/{i:012d}.json": self.shown[i].file(i) for i in sorted(self.shown)},
            **{f"originals/{item}": self.originals[item] for item in sorted(self.originals)},
            "verify.pyz": b"stands for the verifier",
        }

    def manifest(self, bound: Mapping[str, bytes]) -> bytes:
        return canonical.encode(
            {
                "members": [
                    {
                        "name": name,
                        "sha256": hashlib.sha256(data).hexdigest(),
                        "size_bytes": len(data),
                    }
                    for name, data in bound.items()
                ],
                "origin": self.log.origin,
                "v": 1,
            }
        )

    def seal(
        self,
        kind: str = "selection",
        bound: Mapping[str, bytes] | None = None,
        terms: Mapping[str, Json] | None = None,
        leave_out: Iterable[str] = (),
    ) -> dict[str, bytes]:
        """Append ``disclose/1``, sign, and give all members in order."""
        first = self.bound() if bound is None else dict(bound)
        manifest = self.manifest(first)
        ids = {entry.parse(shown.leaf).id for shown in self.shown.values()}
        fields: dict[str, Json] = {
            "manifest_sha256": hashlib.sha256(manifest).hexdigest(),
            "to": "Invented Court",
            "purpose": "exercise",
            "by": "I. Investigator",
            "at": "2026-05-04T10:20:30Z",
            "items": sorted(ids),
            "kind_of_disclosure": kind,
            **(terms or {}),
        }
        for name in leave_out:
            del fields[name]
        made = self.make("disclose/1", self.draw(16).hex(), fields, None)
        index = self.log.append(made.leaf)
        return {
            **first,
            "manifest.json": manifest,
            "disclosure.json": made.file(index),
            **self.tail([*sorted(self.shown), index], complete=kind == "complete"),
        }

    def sender_of(self, index: int) -> dict[str, Json]:
        """The field ``sender`` that a receiver of this entry would keep."""
        checkpoint = self.log.checkpoint()
        return {
            "checkpoint": checkpoint.decode(),
            "entry": canonical.decode(self.shown[index].file(index)),
            "proof": self.log.proof(index, checkpoint).decode(),
            "vkey": self.log.key.text(),
        }

    def tail(self, indices: Iterable[int], *, complete: bool) -> dict[str, bytes]:
        """Checkpoint, proofs and, if complete, all leaves."""
        checkpoint = self.log.checkpoint()
        return {
            "checkpoint": checkpoint,
            **{f"proofs/{i:012d}.tlog-proof": self.log.proof(i, checkpoint) for i in indices},
            **(self.log.bundles() if complete else {}),
        }


def example(seed: str = "one") -> Forger:
    """An invented case: a statement with one withheld field, and entries that are not disclosed."""
    forger = Forger(seed)
    forger.record("record/1", OTHER, {"text": "not disclosed"}, show=False)
    forger.acquire(NOTE, ORIGINAL)
    forger.record("record/1", OTHER, {"text": "not disclosed either"}, show=False)
    forger.record("record/1", NOTE, {"speaker": "Speaker One", "stance": "reports"}, "speaker")
    forger.acquire(PHOTO, b"invented photograph", include=False)
    return forger

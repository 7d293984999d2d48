"""The members of a package: which there are, where they lie, what their bytes hash to.

Only the members that ``spec/disclosure.md`` names may be there, in its order. Contents are read
once for SHA-256 and CRC-32 together; small ones are read again when a step needs them, and must
then still be the same.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import zlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import BinaryIO, Callable, Deque, Dict, List, NoReturn, Optional, Sequence, Union

from probatum.errors import EvidenceError, UseError
from probatum.proof import container
from probatum.proof.container import Located

MOST_JSON_BYTES = 16 << 20
MOST_LIST_BYTES = 64 << 20  # what lists all members, withheld fields or objects
MOST_BUNDLE_BYTES = 256 * (65_535 + 2)
CHUNK_BYTES = 1 << 20
BUFFERS = 8  # one is read, one is hashed, the others keep both threads from waiting

READ_ME, VKEY, WITHHELD = "READ-ME.html", "log.vkey", "withheld.json"
VERIFIER, MANIFEST = "verify.pyz", "manifest.json"
DISCLOSURE, CHECKPOINT = "disclosure.json", "checkpoint"

# The order of members. A pattern stands for any number of members in ascending order.
_LAYOUT = (
    READ_ME,
    VKEY,
    WITHHELD,
    re.compile(r"entries/([0-9]{12})\.json"),
    re.compile(r"originals/([0-9a-f]{32})"),
    VERIFIER,
    MANIFEST,
    DISCLOSURE,
    CHECKPOINT,
    re.compile(r"proofs/([0-9]{12})\.tlog-proof"),
    re.compile(r"log/tile/entries/((?:x[0-9]{3}/)*[0-9]{3}(?:\.p/[0-9]{1,3})?)"),
)

_AGE = b"age-encryption.org/v1\n"
_OPEN_FIRST = (
    "open it first, with your key: age -d -i KEYFILE -o P.zip P.zip.age "
    "(with a passphrase: age -d -o P.zip P.zip.age)"
)

_LISTS = (WITHHELD, MANIFEST, DISCLOSURE)

Progress = Callable[[int], object]
"""Told the number of bytes that were read since it was last told."""


@dataclass
class Package:
    """An opened container: its members by name, and the digests found so far.

    ``entries`` and ``proofs`` map an index, ``originals`` an object id, to a member;
    ``bundles`` are names in the order of the container.
    """

    stream: BinaryIO
    members: Dict[str, Located]
    entries: Dict[int, str]
    originals: Dict[str, str]
    proofs: Dict[int, str]
    bundles: List[str]
    digests: Dict[str, str] = field(default_factory=dict)

    @property
    def bound(self) -> List[Located]:
        """The members that the manifest must list: everything before it."""
        places = list(self.members.values())
        return places[: [place.name for place in places].index(MANIFEST)]

    def read(self, name: str) -> bytes:
        """The content of a member that is not streamed; the same bytes that step 3 hashed.

        Raises bad-package if it is absent, too large or damaged, digest-mismatch if it changed.
        """
        if name not in self.members:
            raise EvidenceError("bad-package", item=name, expected="this member", found="none")
        data = container.content(self.stream, self.members[name], most_bytes(name))
        if name in self.digests and hashlib.sha256(data).hexdigest() != self.digests[name]:
            raise EvidenceError("digest-mismatch", item=name, found="a file that is being changed")
        return data


def open_file(path: Union[str, Path]) -> BinaryIO:
    """Open a package for reading. A pipe or device is refused: one would wait for it for ever.

    Raises UseError ``wrong-use``, OSError.
    """
    mode = os.stat(path).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # opening a folder says what is wrong
        raise UseError(
            "wrong-use",
            item="the package",
            expected="a file",
            found="a pipe, device or socket",
            remedy="write it to a file first, then verify that file",
        )
    return open(path, "rb")


def open_package(stream: BinaryIO) -> Package:
    """Locate all members (step 2). Raises bad-package, or encrypted-package for an age file."""
    stream.seek(0)
    if stream.read(len(_AGE)) == _AGE:
        raise EvidenceError("encrypted-package", remedy=_OPEN_FIRST)
    places = container.read(stream)
    names = [place.name for place in places]
    entries, originals, proofs, bundles = _grouped(names)
    package = Package(
        stream,
        dict(zip(names, places)),
        {int(index): name for index, name in entries.items()},
        originals,
        {int(index): name for index, name in proofs.items()},
        list(bundles.values()),
    )
    streamed = {READ_ME, VERIFIER, *originals.values()}
    for place in places:
        limit = most_bytes(place.name)
        if place.size_bytes > limit and place.name not in streamed:
            _refuse(place.name, f"at most {limit} bytes", f"{place.size_bytes} bytes")
    return package


def most_bytes(name: str) -> int:
    """How large a member may be that is held in memory as a whole."""
    if name.startswith("log/"):
        return MOST_BUNDLE_BYTES
    return MOST_LIST_BYTES if name in _LISTS else MOST_JSON_BYTES


def _grouped(names: Sequence[str]) -> List[Dict[str, str]]:
    """Entries, originals, proofs and bundles: what the pattern captures -> name.

    Raises bad-package for the first name that is missing, unlisted or out of order.
    """
    groups: List[Dict[str, str]] = []
    at = 0
    for expected in _LAYOUT:
        if isinstance(expected, str):
            found = names[at] if at < len(names) else "the end"
            if found != expected:
                _refuse("order of members", expected, found)
            at += 1
            continue
        group: Dict[str, str] = {}
        last = ""
        while at < len(names):
            match = expected.fullmatch(names[at])
            if match is None:
                break
            if match.group(1) <= last and expected is not _LAYOUT[-1]:
                _refuse(names[at], "members in ascending order", "a smaller one after " + last)
            last = match.group(1)
            group[last] = names[at]
            at += 1
        groups.append(group)
    if at < len(names):
        _refuse(names[at], "only members that the format names", "this one")
    return groups


def hash_member(stream: BinaryIO, place: Located, progress: Optional[Progress] = None) -> str:
    """SHA-256 of a member in hex, its CRC-32 compared on the way; memory does not grow with it.

    SHA-256 runs in a second thread while this one reads and sums the next piece: both let go of
    the interpreter's lock, so the pass takes as long as SHA-256 alone. Raises bad-package.
    """
    sha256 = hashlib.sha256()
    crc32, left = 0, place.size_bytes
    stream.seek(place.offset)
    if left <= CHUNK_BYTES:
        data = stream.read(left)
        left -= len(data)
        sha256.update(data)
        crc32 = zlib.crc32(data)
    else:
        ring = [memoryview(bytearray(CHUNK_BYTES)) for _ in range(BUFFERS)]
        hashed: Deque[Future[None]] = deque()
        with ThreadPoolExecutor(max_workers=1) as second:
            for buffer in cycle(ring):
                if len(hashed) == BUFFERS:
                    hashed.popleft().result()  # that was the piece in this buffer
                count = stream.readinto(buffer[: min(left, CHUNK_BYTES)])  # type: ignore[attr-defined]
                piece = buffer[:count]
                hashed.append(second.submit(sha256.update, piece))
                crc32 = zlib.crc32(piece, crc32)
                left -= count
                if progress is not None:
                    progress(count)
                if not left or not count:
                    break
    if left or crc32 != place.crc32:
        _refuse(place.name, "content with the CRC in its header", "other content")
    return sha256.hexdigest()


def _refuse(item: str, expected: str, found: str) -> NoReturn:
    raise EvidenceError("bad-package", item=item, expected=expected, found=found)

"""An entry: the leaf of the log, and what its disclosures say.

A leaf holds nothing personal: a kind, the object it is about, the hash of the previous leaf about
the same object, a nonce, and digests. Exactly one byte string exists for each leaf. Specified in
``spec/entries.md``.

>>> from probatum.proof.disclosure import decoy_text, digest, field_text
>>> texts = [field_text(bytes(32), "place", "invented bridge")]
>>> texts += [decoy_text(bytes([n]) * 32) for n in range(1, 8)]
>>> leaf = Leaf("record/1", "0" * 32, None, "A" * 22, tuple(sorted(map(digest, texts))))
>>> parse(encode(leaf)) == leaf
True
>>> opened = open_leaf(leaf, texts[:7])
>>> opened.fields, opened.decoys, len(opened.withheld)
({'place': 'invented bridge'}, 6, 1)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, Iterable, Optional, Tuple

from probatum.errors import EvidenceError
from probatum.proof import canonical
from probatum.proof.canonical import Json
from probatum.proof.disclosure import Field
from probatum.proof.disclosure import digest as digest_of
from probatum.proof.disclosure import parse as parse_disclosure

MAX_BYTES = 65_535  # C2SP tlog-tiles: a bundle spells the length of an entry in two bytes
DIGESTS_MULTIPLE = 8  # padding with decoys, so that the number of fields does not show

# 43 base64url characters carry 258 bits: only 16 last characters are canonical for 32 bytes; for
# the 22 of a 16-byte nonce only 4 are. A laxer pattern would give one leaf several spellings.
_DIGEST = r'"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]"'
_LEAF = re.compile(
    r'\{"_sd":\[(' + _DIGEST + "(?:," + _DIGEST + r")*)\]"
    r',"id":"([0-9a-f]{32})"'
    r',"kind":"([a-z][a-z0-9_]{0,31}/[1-9][0-9]{0,3})"'
    r',"n":"([A-Za-z0-9_-]{21}[AQgw])"'
    r',"prev":(null|"[0-9a-f]{64}")'
    r',"v":1\}'
)


@dataclass(frozen=True)
class Leaf:
    """What the log commits for one act.

    ``kind`` is a name and a version (``acquire/1``); ``id`` the object, 32 hex digits; ``prev`` the
    leaf hash of the previous entry about this object, 64 hex digits, or None for the first; it
    makes a predecessor impossible to hide. ``nonce`` is 16 random bytes as base64url: without it
    the neighbour hashes of an inclusion path could be guessed. ``digests`` are sorted and unique,
    a multiple of eight.
    """

    kind: str
    id: str
    prev: Optional[str]
    nonce: str
    digests: Tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """What a set of disclosures says about a leaf: fields by name, the number of opened decoys,
    and the digests that stay closed (in the order of the leaf).
    """

    fields: Dict[str, Json]
    decoys: int
    withheld: Tuple[str, ...]


def encode(leaf: Leaf) -> bytes:
    """The bytes of a leaf: canonical JSON, members in the order ``_sd id kind n prev v``.

    Raises bad-entry for anything that ``parse`` would refuse.
    """
    prev = "null" if leaf.prev is None else '"' + leaf.prev + '"'
    # No value needs escaping once the pattern has accepted it, so text is put together directly.
    text = (
        '{"_sd":["' + '","'.join(leaf.digests) + '"],"id":"' + leaf.id + '","kind":"' + leaf.kind
        + '","n":"' + leaf.nonce + '","prev":' + prev + ',"v":1}'
    )  # fmt: skip
    match = _LEAF.fullmatch(text)
    if match is None:
        raise EvidenceError("bad-entry", expected="the members that spec/entries.md describes")
    _require_digests(leaf.digests)
    _require_size(len(text))
    return text.encode("ascii")


def parse(data: bytes) -> Leaf:
    """Read the bytes of a leaf.

    Raises not-canonical when they are not canonical JSON, bad-entry when they are but do not
    follow spec/entries.md.
    """
    _require_size(len(data))
    # A leaf is a regular language with one spelling: matching the whole text is the whole check.
    match = _LEAF.fullmatch(data.decode("latin-1"))
    if match is None:
        canonical.decode(data)  # raises not-canonical, the more precise answer, where it applies
        raise EvidenceError("bad-entry", expected="the members that spec/entries.md describes")
    digests = tuple(match.group(1)[1:-1].split('","'))
    _require_digests(digests)
    prev = None if match.group(5) == "null" else match.group(5)[1:-1]
    return Leaf(match.group(3), match.group(2), prev, match.group(4), digests)


def open_leaf(leaf: Leaf, texts: Iterable[str]) -> Opened:
    """Check disclosures against a leaf and say what they open.

    Raises bad-disclosure for a text that is not committed by the leaf, a text given twice and a
    field name used twice; not-canonical for a text with another spelling.
    """
    closed = set(leaf.digests)
    seen = set()
    fields: Dict[str, Json] = {}
    decoys = 0
    for text in texts:
        committed = digest_of(text)
        if committed in seen:
            raise EvidenceError("bad-disclosure", found="the same disclosure twice")
        if committed not in closed:
            raise EvidenceError("bad-disclosure", found="a disclosure that the entry does not hold")
        seen.add(committed)
        closed.discard(committed)
        content = parse_disclosure(text)
        if not isinstance(content, Field):
            decoys += 1
        elif content.name in fields:
            # Two values under one name would let the discloser choose which one to show.
            raise EvidenceError("bad-disclosure", found=f"two values for the field {content.name}")
        else:
            fields[content.name] = content.value
    return Opened(fields, decoys, tuple(name for name in leaf.digests if name in closed))


def _require_digests(digests: Tuple[str, ...]) -> None:
    if len(digests) % DIGESTS_MULTIPLE:
        raise EvidenceError(
            "bad-entry", expected="a multiple of 8 digests", found=str(len(digests))
        )
    if any(before >= after for before, after in zip(digests, digests[1:])):
        raise EvidenceError("bad-entry", expected="digests in ascending order, none twice")


def _require_size(size_bytes: int) -> None:
    if size_bytes > MAX_BYTES:
        raise EvidenceError(
            "bad-entry", expected=f"at most {MAX_BYTES} bytes", found=f"{size_bytes} bytes"
        )

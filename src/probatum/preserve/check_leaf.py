"""Are leaves spelt as ``spec/entries.md`` says? The fast counterpart of ``proof.entry.parse``.

The check of a log reads every leaf, and matching a pattern costs twice as much as hashing. Leaves
of one length nearly always differ in digests, ids and nonces alone. So the first of them is parsed,
and the others are compared with it, all at once: what is fixed has to be equal, what varies has to
be of its alphabet, digests have to ascend. Whatever is not alike goes the slow way. A property test
compares the two answers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from operator import lt
from struct import Struct

from probatum.errors import EvidenceError
from probatum.proof.entry import parse

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_HEX = b"0123456789abcdef"
# 32 bytes are 42 2/3 characters, 16 bytes 21 1/3: only these leave no unused bit set in the last.
_LAST_OF_32, _LAST_OF_16 = b"AEIMQUYcgkosw048", b"AQgw"
_CLASSES = bytes.maketrans(_LETTERS, b"a" * len(_LETTERS))
_FIRST_DIGEST, _DIGEST, _STRIDE = 9, 43, 46
_PARTS = re.compile(
    rb'"\],"id":"(?P<id>[0-9a-f]{32})","kind":"[^"]+","n":"(?P<n>[^"]{22})"'
    rb',"prev":(?:null|"(?P<prev>[0-9a-f]{64})"),"v":1\}'
).fullmatch
_ALIKE_FROM = 16  # with fewer leaves of one length, one by one is faster


def all_well_formed(leaves: list[bytes]) -> bool:
    """Say whether each of the leaves is the one spelling of an entry."""
    by_length: defaultdict[int, list[bytes]] = defaultdict(list)
    for leaf in leaves:
        by_length[len(leaf)].append(leaf)
    return all(
        (len(group) >= _ALIKE_FROM and _alike(group)) or all(map(is_well_formed, group))
        for group in by_length.values()
    )


def outline(leaf: bytes) -> tuple[bytes, bytes, bytes | None]:
    """Return object id (hex), kind and ``prev`` (hex) of a leaf that is known to be well-formed."""
    end = leaf.index(b"]")
    kind_at = end + 50  # behind '],"id":"', 32 digits and '","kind":"'
    prev = leaf[-72:-8] if leaf[-8:-7] == b'"' else None
    return leaf[end + 8 : end + 40], leaf[kind_at : leaf.index(b'"', kind_at)], prev


def is_well_formed(leaf: bytes) -> bool:
    """Say whether ``leaf`` is the one spelling of an entry."""
    try:
        parse(leaf)
    except EvidenceError:
        return False
    return True


def _alike(group: list[bytes]) -> bool:
    """Say whether leaves of one length are well-formed; False may also mean *not alike*."""
    first, count = group[0], len(group)
    end = first.find(b'"]')  # behind the last digest
    parts = _PARTS(first, end)
    if parts is None or not is_well_formed(first):
        return False
    joined, mask = b"".join(group), first.translate(_CLASSES)
    if joined.translate(_CLASSES) != mask * count:
        return False  # what is not a letter stands elsewhere, or is something else
    size, varying = len(first), (parts.span("id"), parts.span("n"), parts.span("prev"))
    for place in _words(mask, end, varying):
        if joined[place::size] != first[place : place + 1] * count:
            return False
    for begin, behind in (parts.span("id"), parts.span("prev")):
        if begin != -1 and b"".join([leaf[begin:behind] for leaf in group]).translate(None, _HEX):
            return False
    columns = list(zip(*_digests(joined, end, size), strict=True))
    lasts = [joined[place::size] for place in range(_FIRST_DIGEST + _DIGEST - 1, end, _STRIDE)]
    return (
        all(all(map(lt, one, after)) for one, after in zip(columns, columns[1:], strict=False))
        and not b"".join(lasts).translate(None, _LAST_OF_32)
        and not joined[parts.end("n") - 1 :: size].translate(None, _LAST_OF_16)
    )


def _digests(joined: bytes, end: int, size: int) -> Iterator[tuple[bytes, ...]]:
    count = (end - _FIRST_DIGEST + _STRIDE - _DIGEST) // _STRIDE
    digests = f"{_STRIDE - _DIGEST}x".join([f"{_DIGEST}s"] * count)
    return Struct(f"{_FIRST_DIGEST}x{digests}{size - end}x").iter_unpack(joined)


@lru_cache(maxsize=256)
def _words(mask: bytes, end: int, varying: tuple[tuple[int, int], ...]) -> list[int]:
    """Return the places of letters that are the same in every leaf of this form."""
    free = {place for span in varying for place in range(*span)}
    places = (*range(_FIRST_DIGEST), *range(end, len(mask)))
    return [place for place in places if place not in free and mask[place] == ord("a")]

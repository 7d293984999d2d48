"""Is a leaf spelt as ``spec/entries.md`` says? The fast counterpart of ``proof.entry.parse``.

The check of a log reads every leaf. Nearly all of them have eight digests, so their layout is cut
at fixed places; every other leaf goes the slow way. A property test compares the two answers.
"""

from __future__ import annotations

import re
from struct import Struct

from probatum.errors import EvidenceError
from probatum.proof.entry import parse

_SEPARATOR = b'","'
_EIGHT = Struct("9s" + "43s3s" * 7 + "43s")
_SEPARATORS = (_SEPARATOR,) * 7
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
# 32 bytes are 42 2/3 characters: only these leave no unused bit set in the last one.
_LAST = b"AEIMQUYcgkosw048"
_END = _EIGHT.size
_REST = re.compile(
    rb'"\],"id":"[0-9a-f]{32}"'
    rb',"kind":"[a-z][a-z0-9_]{0,31}/[1-9][0-9]{0,3}"'
    rb',"n":"[A-Za-z0-9_-]{21}[AQgw]"'
    rb',"prev":(?:null|"[0-9a-f]{64}")'
    rb',"v":1\}'
).fullmatch
_cut = _EIGHT.unpack_from


def is_well_formed(leaf: bytes) -> bool:
    """Say whether ``leaf`` is the one spelling of an entry."""
    if _REST(leaf, _END) is None:
        return _parses(leaf)
    parts = _cut(leaf)
    digests = parts[1::2]
    a, b, c, d, e, f, g, h = digests
    return (
        parts[0] == b'{"_sd":["'
        and parts[2::2] == _SEPARATORS
        and a < b < c < d < e < f < g < h
        and not b"".join(digests).translate(None, _ALPHABET)
        and not leaf[51:_END:46].translate(None, _LAST)
    ) or _parses(leaf)


def _parses(leaf: bytes) -> bool:
    try:
        parse(leaf)
    except EvidenceError:
        return False
    return True

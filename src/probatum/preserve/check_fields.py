"""Do disclosures open all of a leaf? The fast counterpart of ``proof.entry.open_leaf``.

Nearly every entry is as our writer makes it: each text is base64url of the canonical array, values
are text, numbers, true, false, null or lists of texts, and the digests of the texts are those of
the leaf, no more and no less. Whatever is not exactly so gets ``None`` here and is read the slow
way, which says what is wrong.
"""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, b2a_base64
from hashlib import sha256

import msgspec

from probatum.proof.canonical import Json

_TO_URL, _FROM_URL = bytes.maketrans(b"+/", b"-_"), bytes.maketrans(b"-_", b"+/")
_TEXT = re.compile(
    rb'\["[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]"(?:,"([a-z0-9_]{1,64})",(.+))?\]', re.DOTALL
).fullmatch
_read, _write = msgspec.json.Decoder().decode, msgspec.json.Encoder(order="sorted").encode
_SAFE = (1 << 53) - 1


def _base64url(data: bytes) -> bytes:
    return b2a_base64(data, newline=False).translate(_TO_URL, b"=")


def open_whole(leaf: bytes, texts: list[str]) -> dict[str, Json] | None:
    """Return the fields of a well-formed leaf, all of it opened; None if anything is unusual."""
    encoded = [text.encode("ascii") for text in texts]
    digests = sorted(_base64url(sha256(text).digest()) for text in encoded)
    if leaf[9 : leaf.index(b"]") - 1].split(b'","') != digests:
        return None
    fields: dict[str, Json] = {}
    for text in encoded:
        try:
            raw = a2b_base64(text.translate(_FROM_URL) + b"=" * (-len(text) % 4))
        except Error:
            return None
        parts = _TEXT(raw)
        if parts is None or _base64url(raw) != text:
            return None
        if parts[1] is None:
            continue
        name = parts[1].decode()
        try:
            value = _read(parts[2])
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None
        if name in fields or name == "_sd" or not _is_plain(value) or _write(value) != parts[2]:
            return None
        fields[name] = value
    return fields


def _is_plain(value: object) -> bool:
    if value is None or isinstance(value, (str, bool)):
        return True
    if isinstance(value, int):
        return -_SAFE <= value <= _SAFE
    return isinstance(value, list) and all(isinstance(each, str) for each in value)

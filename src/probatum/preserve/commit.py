"""From fields to one sealed entry: commit every field, pad with decoys, seal, hash.

This is the fast spelling of ``probatum.proof.entry`` and ``probatum.proof.disclosure`` (a property
test compares them byte for byte). The aim of 40,000 acts a second, which it does not reach yet,
leaves 25 microseconds for each. It needs no case, so that other processes may seal too.
"""

from __future__ import annotations

import hashlib
import os
from binascii import b2a_base64
from collections.abc import Iterable, Mapping
from struct import Struct
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from probatum.errors import EvidenceError, UseError

_json = msgspec.json.Encoder(order="sorted").encode
_sha256 = hashlib.sha256
_URLSAFE = bytes.maketrans(b"+/", b"-_")
MAX_LEAF = 65_535
_SALTS = 512  # salts made at a time
_SPLIT_SALTS = Struct("43sx" * _SALTS).unpack
_SPLITS = [Struct("43sx" * 8 * eights).unpack for eights in range(9)]


class Entropy:
    """Random bytes from the operating system, fetched a block at a time.

    One system call and one base64 call for every salt would cost more than the hash that uses it.
    """

    def __init__(self) -> None:
        self._block = b""
        self._position = 0
        self._salts: list[bytes] = []

    def take(self, size: int) -> bytes:
        """Return ``size`` fresh random bytes (at most 4096)."""
        start = self._position
        if start + size > len(self._block):
            self._block, start = os.urandom(4096), 0
        self._position = start + size
        return self._block[start : start + size]

    def salts(self, count: int) -> list[bytes]:
        """Return salts of 32 random bytes, each as 43 characters of base64url (at most 512)."""
        if len(self._salts) < count:
            block = bytearray(os.urandom(33 * _SALTS))
            block[32::33] = bytes(_SALTS)  # 33 bytes are 44 characters; the last one is dropped
            text = b2a_base64(block, newline=False).translate(_URLSAFE)
            self._salts = list(_SPLIT_SALTS(text))
        taken = self._salts[-count:]
        del self._salts[-count:]
        return taken


class Sealed(NamedTuple):
    """An entry that is ready for the journal.

    ``wrapped`` is the wrapped object key (60 bytes) if this entry introduces its object.
    """

    leaf: bytes
    leaf_hash: bytes
    sealed: bytes
    object_id: bytes
    wrapped: bytes | None


_names: dict[str, bytes] = {}  # field name -> what stands between its salt and its value


def commit_fields(fields: Mapping[str, object], entropy: Entropy) -> tuple[bytes, list[bytes]]:
    """Return the disclosure texts, decoys included, joined by ``~``, and their sorted digests.

    RFC 9901, section 4.2.1; padded to a multiple of 8 so that the number of fields does not show.
    """
    decoys = -len(fields) % 8 or (0 if fields else 8)
    salts = entropy.salts(len(fields) + decoys)
    encoded = []
    for name, value in fields.items():
        between = _names.get(name)
        if between is None:
            between = _names[name] = f'","{name}",'.encode()
        text = b'["%b%b%b]' % (salts.pop(), between, _json(value))
        encoded.append(b2a_base64(text))
    encoded += [b2a_base64(b'["%b"]' % salt) for salt in salts]
    # Each is a line of base64; together they become base64url with "~" between. Four replacements
    # of what is rare take less time than one translation of everything.
    lines = b"".join(encoded).replace(b"+", b"-").replace(b"/", b"_").replace(b"=", b"")
    joined = lines.replace(b"\n", b"~")[:-1]
    hashes = [_sha256(text).digest() for text in joined.split(b"~")]
    # With a zero byte behind each, 33 bytes are 44 characters, whose last is dropped.
    spelt = b2a_base64(b"\0".join(hashes) + b"\0", newline=False).translate(_URLSAFE)
    eights = len(hashes) // 8
    # Compiling a pattern costs more than using it, so those for up to 64 digests are kept.
    split = _SPLITS[eights] if eights < len(_SPLITS) else Struct("43sx" * 8 * eights).unpack
    return joined, sorted(split(spelt))


def seal(
    kind: str,
    object_id: bytes,
    previous: bytes | None,
    fields: Mapping[str, object],
    cipher: AESGCM,
    case_id: bytes,
    entropy: Entropy,
    wrapped: bytes | None = None,
) -> Sealed:
    """Build one entry about ``object_id`` after the entry whose leaf hash is ``previous``.

    Raises UseError ``too-large`` if the leaf would not fit an entry bundle.
    """
    joined, digests = commit_fields(fields, entropy)
    before = f'"{previous.hex()}"' if previous is not None else "null"
    nonce = b2a_base64(entropy.take(16), newline=False).translate(_URLSAFE, b"=").decode()
    rest = f'"],"id":"{object_id.hex()}","kind":"{kind}","n":"{nonce}","prev":{before},"v":1}}'
    leaf = b'{"_sd":["' + b'","'.join(digests) + rest.encode()
    if len(leaf) > MAX_LEAF:
        raise UseError(
            "too-large", item="an entry", expected=f"at most {MAX_LEAF} bytes",
            found=str(len(leaf)), remedy="record fewer things in one act",
        )  # fmt: skip
    leaf_hash = _sha256(b"\0" + leaf).digest()
    iv = entropy.take(12)
    aad = b"probatum/1 sealed " + case_id + object_id + leaf_hash
    return Sealed(leaf, leaf_hash, iv + cipher.encrypt(iv, joined, aad), object_id, wrapped)


def unseal(
    leaf_hash: bytes, sealed: bytes, object_id: bytes, key: bytes, case_id: bytes, item: str
) -> list[str]:
    """Return the disclosure texts of an entry. Raises EvidenceError ``log-damaged``."""
    aad = b"probatum/1 sealed " + case_id + object_id + leaf_hash
    try:
        plain = AESGCM(key).decrypt(sealed[:12], sealed[12:], aad)
    except (InvalidTag, ValueError) as error:
        raise EvidenceError(
            "log-damaged", item="the sealed fields of " + item,
            expected="what was sealed", found="something else",
            remedy="restore the log folder from a back-up",
        ) from error  # fmt: skip
    return plain.decode("ascii").split("~")


def ids(objects: Iterable[str]) -> frozenset[bytes]:
    """Return object ids as raw bytes."""
    return frozenset(bytes.fromhex(each) for each in objects)

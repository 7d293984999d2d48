"""Originals and blobs at rest: which cipher, which associated data.

Below 1 MiB one AES-256-GCM message (``cryptography``: nonce, ciphertext, tag), from there on Tink's
streaming AEAD AES256-GCM-HKDF-1MB, so that a file of any size is read and written in constant
memory and a truncated or reordered stream is refused. Why two: ``decisions/``. Associated data are
case id, object id and purpose, so that no ciphertext can stand in for another.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

import tink
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from tink import secret_key_access, streaming_aead
from tink.proto import aes_gcm_hkdf_streaming_pb2, common_pb2, tink_pb2

from probatum.errors import EvidenceError

SMALL = 1 << 20  # below this many plaintext bytes: one message in a segment
CHUNK = 1 << 20
CipherError = tink.TinkError  # also raised in place of errors of the stream that is written to
OVERHEAD = 28  # nonce and tag of a small message

_TYPE = "type.googleapis.com/google.crypto.tink.AesGcmHkdfStreamingKey"
streaming_aead.register()


class Watched(io.FileIO):
    """A file of ciphertext that remembers what the system said when it could not be read."""

    refused: OSError | None = None

    def readinto(self, buffer: Any, /) -> int | None:
        """Fill the buffer. Raises OSError."""
        try:
            return super().readinto(buffer)
        except OSError as error:
            self.refused = error
            raise


def associated_data(case_id: str, object_id: str, part: int) -> bytes:
    """Return the associated data of an original (part 0) or a blob (part 1 and up)."""
    purpose = "original" if part == 0 else f"blob {part}"
    return f"probatum/1 {purpose} {case_id} {object_id}".encode()


def seal_small(key: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """Encrypt fewer than 1 MiB into nonce, ciphertext and tag."""
    nonce = os.urandom(12)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, aad)


def open_small(key: bytes, sealed: bytes, aad: bytes, item: str) -> bytes:
    """Decrypt what ``seal_small`` made. Raises EvidenceError ``vault-damaged``."""
    try:
        return AESGCM(key).decrypt(sealed[:12], sealed[12:], aad)
    except (InvalidTag, ValueError) as error:
        raise damaged(item) from error


def damaged(item: str) -> EvidenceError:
    """Return the error for bytes that do not authenticate."""
    return EvidenceError(
        "vault-damaged", item=item, expected="the bytes that were stored", found="others",
        remedy="restore this file from a back-up and keep the damaged one for examination",
    )  # fmt: skip


def sealed_size(size_bytes: int) -> int:
    """Return how many bytes Tink's stream for ``size_bytes`` of plaintext has.

    A header of 40 bytes counts into the first segment; each of at most 1 MiB ends in a 16-byte tag.
    """
    segments = max(1, -(-(size_bytes + 40) // (CHUNK - 16)))
    return size_bytes + 40 + 16 * segments


def _primitive(key: bytes) -> streaming_aead.StreamingAead:
    value = aes_gcm_hkdf_streaming_pb2.AesGcmHkdfStreamingKey(
        version=0,
        key_value=key,
        params=aes_gcm_hkdf_streaming_pb2.AesGcmHkdfStreamingParams(
            ciphertext_segment_size=CHUNK, derived_key_size=32, hkdf_hash_type=common_pb2.SHA256
        ),
    )
    data = tink_pb2.KeyData(
        type_url=_TYPE, value=value.SerializeToString(),
        key_material_type=tink_pb2.KeyData.SYMMETRIC,
    )  # fmt: skip
    entry = tink_pb2.Keyset.Key(
        key_id=1, status=tink_pb2.ENABLED, output_prefix_type=tink_pb2.RAW, key_data=data
    )
    keyset = tink_pb2.Keyset(primary_key_id=1, key=[entry])
    handle = tink.proto_keyset_format.parse(keyset.SerializeToString(), secret_key_access.TOKEN)
    return cast(streaming_aead.StreamingAead, handle.primitive(streaming_aead.StreamingAead))


def encrypting(key: bytes, target: BinaryIO, aad: bytes) -> BinaryIO:
    """Return a stream that encrypts into ``target``; closing it closes the target too."""
    return cast(BinaryIO, _primitive(key).new_encrypting_stream(target, aad))


def decrypted(key: bytes, source: BinaryIO, aad: bytes, item: str) -> Iterator[bytes]:
    """Yield plaintext chunks of at most 1 MiB. Raises EvidenceError ``vault-damaged``."""
    try:
        with _primitive(key).new_decrypting_stream(source, aad) as stream:
            while chunk := stream.read(CHUNK):
                yield chunk
    except tink.TinkError as error:
        raise damaged(item) from error

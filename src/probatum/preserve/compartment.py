"""The ciphers of a compartment: its own key, slots of the people who hold it, sealed contents.

A compartment is what the case's passphrase does not open. ``spec/compartments.md`` gives the bytes.
All of a case's compartments share one Argon2id salt: one derivation tries them all, and takes the
same time where there are none. Unused slots are random bytes, contents are padded: neither the
number of members nor the length of a record shows.

>>> wrapping = wrapping_key("a long enough passphrase", "00" * 16, memory_kib=8)
>>> block = seal_slots(b"k" * 32, [(wrapping, Held("member", b"k" * 32))], "00" * 16, "11" * 16)
>>> open_slots(block, wrapping, "00" * 16, "11" * 16).role, len(block)
('member', 1472)
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from probatum.errors import EvidenceError, UseError
from probatum.preserve.slots import MINIMUM_PASSPHRASE

SLOTS = 16
_SLOT = 12 + 64 + 16  # nonce, padded key, tag
_BLOCK = 1024
Role = Literal["member", "first-half", "second-half"]
_ROLES: tuple[Role, ...] = ("member", "first-half", "second-half")


@dataclass(frozen=True, slots=True)
class Held:
    """What one person's passphrase opens: the whole key, or one half of it."""

    role: Role
    key: bytes


def wrapping_key(secret: str, case_id: str, memory_kib: int = 65536) -> bytes:
    """Return the key under which this person's slots are wrapped (Argon2id, RFC 9106).

    Raises UseError ``weak-passphrase``.
    """
    if len(secret) < MINIMUM_PASSPHRASE:
        raise UseError(
            "weak-passphrase", item="the passphrase",
            expected=f"at least {MINIMUM_PASSPHRASE} characters", found="fewer",
            remedy="choose five or more random words",
        )  # fmt: skip
    salt = hashlib.sha256(b"probatum/1 compartments " + bytes.fromhex(case_id)).digest()[:16]
    lanes = 4 if memory_kib >= 64 else 1
    return Argon2id(salt=salt, length=32, iterations=3, lanes=lanes, memory_cost=memory_kib).derive(
        secret.encode()
    )


def halves(key: bytes) -> tuple[bytes, bytes]:
    """Split a key for two people: each half alone is random and says nothing."""
    first = secrets.token_bytes(32)
    return first, join(first, key)


def join(one: bytes, other: bytes) -> bytes:
    """Return the key that two halves make (also the second half of a key, given the first)."""
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def seal_slots(
    key: bytes,
    slots: Sequence[tuple[bytes, Held]],
    case_id: str,
    object_id: str,
    before: bytes | None = None,
) -> bytes:
    """Return a block of slots of the compartment ``key``: these (wrapping key, what it opens),
    those of ``before``, and fillers, which only the key tells from slots.

    Raises UseError ``too-large`` for more than 16.
    """
    aad = _slot_aad(case_id, object_id)
    kept = [] if before is None else [
        slot for slot in _cut(before) if not _opens(key, slot, aad)
    ]  # fmt: skip
    for wrapping, held in slots:
        plain = bytes([_ROLES.index(held.role)]) + held.key + secrets.token_bytes(31)
        kept.append(_encrypt(wrapping, plain, aad))
    if len(kept) > SLOTS:
        raise UseError(
            "too-large", item="the compartment", expected=f"at most {SLOTS} slots",
            found=str(len(kept)), remedy="make a compartment for each source",
        )  # fmt: skip
    kept += [_encrypt(key, secrets.token_bytes(64), aad) for _ in range(SLOTS - len(kept))]
    secrets.SystemRandom().shuffle(kept)
    return b"".join(kept)


def _encrypt(key: bytes, plain: bytes, aad: bytes) -> bytes:
    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(key).encrypt(nonce, plain, aad)


def _opens(key: bytes, slot: bytes, aad: bytes) -> bytes | None:
    try:
        return AESGCM(key).decrypt(slot[:12], slot[12:], aad)
    except InvalidTag:
        return None


def open_slots(block: bytes, wrapping: bytes, case_id: str, object_id: str) -> Held | None:
    """Return what this wrapping key opens, the whole key before a half; None if nothing."""
    found: list[Held] = []
    aad = _slot_aad(case_id, object_id)
    for slot in _cut(block):
        plain = _opens(wrapping, slot, aad)
        if plain is not None and plain[0] < len(_ROLES):
            found.append(Held(_ROLES[plain[0]], plain[1:33]))
    return min(found, key=lambda held: _ROLES.index(held.role), default=None)


def _cut(block: bytes) -> list[bytes]:
    if len(block) != SLOTS * _SLOT:
        raise EvidenceError(
            "bad-entry", item="the slots of a compartment", expected=f"{SLOTS * _SLOT} bytes",
            found=str(len(block)),
        )  # fmt: skip
    return [block[at : at + _SLOT] for at in range(0, len(block), _SLOT)]


def _slot_aad(case_id: str, object_id: str) -> bytes:
    return b"probatum/1 compartment slot " + bytes.fromhex(case_id) + bytes.fromhex(object_id)


def seal_content(key: bytes, case_id: str, object_id: str, plain: bytes) -> bytes:
    """Encrypt what a box says, padded to whole kibibytes, bound to case and object."""
    padded = plain + b"\x80"
    padded += bytes(-len(padded) % _BLOCK)
    return _encrypt(key, padded, _content_aad(case_id, object_id))


def open_content(key: bytes, case_id: str, object_id: str, sealed: bytes) -> bytes | None:
    """Return what a box says, None if another key sealed it."""
    try:
        padded = AESGCM(key).decrypt(sealed[:12], sealed[12:], _content_aad(case_id, object_id))
    except (InvalidTag, ValueError):
        return None
    return padded.rpartition(b"\x80")[0]


def _content_aad(case_id: str, object_id: str) -> bytes:
    return b"probatum/1 box " + bytes.fromhex(case_id) + bytes.fromhex(object_id)

"""Key slots: a passphrase or the recovery key opens the case's stable root key.

``keys/slots.json`` (``spec/archive.md``) holds the case's identity and one wrapping of the root per
slot. The passphrase goes through Argon2id (RFC 9106, 64 MiB, 3 passes, 4 lanes); the recovery key
is 256 random bits and goes through HKDF-SHA-256. The whole file is authenticated with a key derived
from the root, so that a change to a slot that nobody uses today is found today.
"""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from probatum.errors import EvidenceError, UseError
from probatum.proof import b64

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_CASE_ID = re.compile("[0-9a-f]{32}")
MINIMUM_PASSPHRASE = 8


class Argon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Argon2id parameters: memory in KiB, passes, lanes, salt in base64."""

    memory_kib: int
    passes: int
    lanes: int
    salt: str


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One wrapping of the root: name, parameters, nonce and wrapped root in base64."""

    name: str
    argon2id: Argon | None
    nonce: str
    wrapped: str


class Slots(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file: identity of the case, its slots, and the MAC over both."""

    v: int
    case_id: str
    origin: str
    access_origin: str
    slots: list[Slot]
    mac: str


@dataclass(frozen=True, slots=True)
class Root:
    """The stable root key; every other key is derived from it or wrapped under it."""

    key: bytes
    case_id: str

    def derive(self, purpose: str) -> bytes:
        """Return 32 bytes for one purpose (HKDF-SHA-256, RFC 5869)."""
        info = b"probatum/1 " + purpose.encode() + b" " + bytes.fromhex(self.case_id)
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(self.key)


def new_recovery_key() -> str:
    """Return 256 random bits as 54 base-32 characters in groups; the last two are a check."""
    return _spell(secrets.token_bytes(32))


def _spell(key: bytes) -> str:
    number = int.from_bytes(key, "big")
    digits = [_ALPHABET[number >> shift & 31] for shift in range(255, -1, -5)]
    text = "".join(digits) + _check(number)
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def _check(number: int) -> str:
    # 1021 is prime: every wrong character and every swap of neighbours changes the remainder.
    remainder = number % 1021
    return _ALPHABET[remainder >> 5] + _ALPHABET[remainder & 31]


def _recovery_bytes(text: str) -> bytes | None:
    """Read a recovery key as typed; None if it is not one (wrong length, letter or check)."""
    letters = text.upper().replace("-", "").replace(" ", "")
    letters = letters.replace("O", "0").replace("I", "1").replace("L", "1")
    if len(letters) != 54 or any(letter not in _ALPHABET for letter in letters):
        return None
    number = 0
    for letter in letters[:-2]:
        number = number << 5 | _ALPHABET.index(letter)
    if number >> 256 or _check(number) != letters[-2:]:
        return None
    return number.to_bytes(32, "big")


def _passphrase_key(passphrase: str, argon: Argon) -> bytes:
    sane_memory = 8 * argon.lanes <= argon.memory_kib <= 4 << 20
    if not (sane_memory and 1 <= argon.passes <= 64 and 1 <= argon.lanes <= 64):
        raise _damaged("sane Argon2id parameters")  # a hostile file must not exhaust the machine
    return Argon2id(
        salt=b64.unb64(argon.salt, 16), length=32,
        iterations=argon.passes, lanes=argon.lanes, memory_cost=argon.memory_kib,
    ).derive(passphrase.encode())  # fmt: skip


def _recovery_wrapping_key(recovery: bytes, case_id: str) -> bytes:
    info = b"probatum/1 recovery slot " + bytes.fromhex(case_id)
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(recovery)


def _wrap(root: Root, name: str, wrapping_key: bytes, argon: Argon | None) -> Slot:
    nonce = secrets.token_bytes(12)
    aad = f"probatum/1 slot {name} {root.case_id}".encode()
    wrapped = AESGCM(wrapping_key).encrypt(nonce, root.key, aad)
    return Slot(name=name, argon2id=argon, nonce=b64.b64(nonce), wrapped=b64.b64(wrapped))


def passphrase_slot(root: Root, passphrase: str, memory_kib: int = 65536) -> Slot:
    """Wrap the root under a passphrase. Raises UseError ``weak-passphrase`` below 8 characters."""
    if len(passphrase) < MINIMUM_PASSPHRASE:
        raise UseError(
            "weak-passphrase", item="the passphrase",
            expected=f"at least {MINIMUM_PASSPHRASE} characters", found="fewer",
            remedy="choose five or more random words",
        )  # fmt: skip
    salt = b64.b64(secrets.token_bytes(16))
    lanes = 4 if memory_kib >= 64 else 1  # RFC 9106 wants 8 KiB a lane at the least
    argon = Argon(memory_kib=memory_kib, passes=3, lanes=lanes, salt=salt)
    return _wrap(root, "passphrase", _passphrase_key(passphrase, argon), argon)


def recovery_slot(root: Root, recovery_key: str) -> Slot:
    """Wrap the root under a recovery key (as ``new_recovery_key`` spells it)."""
    recovery = _recovery_bytes(recovery_key)
    if recovery is None:
        raise ValueError("not a recovery key")
    return _wrap(root, "recovery", _recovery_wrapping_key(recovery, root.case_id), None)


def _sealed(slots: Slots, root: Root) -> Slots:
    plain = msgspec.json.encode(replace_mac(slots, ""), order="sorted")
    mac = hmac.digest(root.derive("slots file"), plain, "sha256")
    return replace_mac(slots, b64.b64(mac))


def replace_mac(slots: Slots, mac: str) -> Slots:
    """Return the same file content with another MAC."""
    return msgspec.structs.replace(slots, mac=mac)


def new_slots(root: Root, origin: str, access_origin: str, slots: list[Slot]) -> Slots:
    """Return the authenticated content of a key slot file."""
    return _sealed(
        Slots(
            v=1, case_id=root.case_id, origin=origin, access_origin=access_origin,
            slots=slots, mac="",
        ),
        root,
    )  # fmt: skip


def is_authentic(slots: Slots, root: Root) -> bool:
    """Say whether the file content carries the MAC that this root gives it."""
    return hmac.compare_digest(_sealed(slots, root).mac.encode(), slots.mac.encode())


def with_slot(slots: Slots, root: Root, slot: Slot) -> Slots:
    """Return the file content with the slot of the same name replaced."""
    others = [kept for kept in slots.slots if kept.name != slot.name]
    fresh = sorted([*others, slot], key=lambda each: each.name)
    return _sealed(msgspec.structs.replace(slots, slots=fresh), root)


def encode(slots: Slots) -> bytes:
    """Return the bytes of the file."""
    return msgspec.json.encode(slots, order="sorted") + b"\n"


def parse(data: bytes) -> Slots:
    """Read the file. Raises EvidenceError ``keys-damaged`` unless it is spelt as we spell it."""
    try:
        slots = msgspec.json.decode(data, type=Slots)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged("key slots in their format") from error
    # The id goes into key derivation before the MAC can be checked: it has to be hex by now.
    if slots.v != 1 or _CASE_ID.fullmatch(slots.case_id) is None or encode(slots) != data:
        raise _damaged("key slots in their format")
    return slots


def unlock(slots: Slots, secret: str) -> tuple[Root, str]:
    """Open the root with a passphrase or recovery key; return it and the slot's name.

    Raises UseError ``wrong-passphrase``; EvidenceError ``keys-damaged`` if the file was changed.
    """
    recovery = _recovery_bytes(secret)
    for slot in slots.slots:
        if slot.argon2id is not None:
            wrapping_key = _passphrase_key(secret, slot.argon2id)
        elif recovery is not None:
            wrapping_key = _recovery_wrapping_key(recovery, slots.case_id)
        else:
            continue
        aad = f"probatum/1 slot {slot.name} {slots.case_id}".encode()
        try:
            key = AESGCM(wrapping_key).decrypt(
                b64.unb64(slot.nonce, 12), b64.unb64(slot.wrapped, 48), aad
            )
        except InvalidTag:
            continue
        root = Root(key=key, case_id=slots.case_id)
        if not is_authentic(slots, root):
            raise _damaged("the MAC of keys/slots.json")
        return root, slot.name
    raise UseError(
        "wrong-passphrase", item="the case's key slots",
        expected="its passphrase or recovery key", found="something else, or a changed key file",
        remedy="try again, use the recovery key, or compare keys/ with your back-up",
    )  # fmt: skip


def _damaged(expected: str) -> EvidenceError:
    return EvidenceError(
        "keys-damaged", item="keys/slots.json", expected=expected, found="something else",
        remedy="restore keys/ from a back-up: probatum key restore",
    )  # fmt: skip


__all__ = [
    "MINIMUM_PASSPHRASE", "Root", "Slots", "encode", "new_recovery_key", "new_slots", "parse",
    "passphrase_slot", "recovery_slot", "unlock", "with_slot",
]  # fmt: skip

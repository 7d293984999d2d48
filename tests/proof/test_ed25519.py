"""Signatures are judged as RFC 8032, `cryptography` and OpenSSL judge them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

import published
from probatum.proof.ed25519 import verify

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
SECRET = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = SECRET.public_key().public_bytes_raw()
SIGNATURE = SECRET.sign(b"message")


def library_accepts(public_key: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def test_the_published_signatures_verify() -> None:
    for case in published.load("ed25519-rfc8032")["cases"]:
        values = [bytes.fromhex(case[part]) for part in ("public_key", "message", "signature")]
        assert verify(*values), case["name"]
        values[1] += b"\0"
        assert not verify(*values), case["name"]
        secret = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(case["secret_key"]))
        assert secret.public_key().public_bytes_raw() == values[0], "typed wrongly"


@settings(max_examples=50, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200))
def test_every_signature_of_the_library_verifies(seed: bytes, message: bytes) -> None:
    secret = Ed25519PrivateKey.from_private_bytes(seed)
    public_key = secret.public_key().public_bytes_raw()
    assert verify(public_key, message, secret.sign(message))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 8 * (32 + 64 + 7) - 1))
def test_a_changed_bit_is_judged_as_by_the_library(bit: int) -> None:
    whole = bytearray(PUBLIC + SIGNATURE + b"message")
    whole[bit // 8] ^= 1 << bit % 8
    public_key, signature, message = bytes(whole[:32]), bytes(whole[32:96]), bytes(whole[96:])
    assert not verify(public_key, message, signature)
    assert not library_accepts(public_key, message, signature)


@settings(max_examples=50, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(min_size=64, max_size=64))
def test_random_bytes_are_judged_as_by_the_library(public_key: bytes, signature: bytes) -> None:
    assert verify(public_key, b"", signature) == library_accepts(public_key, b"", signature)


@given(st.binary(max_size=70), st.binary(max_size=70))
@settings(max_examples=50, deadline=None)
def test_bytes_of_any_length_are_no_signature(public_key: bytes, signature: bytes) -> None:
    assert not verify(public_key, b"message", signature)


def test_the_same_signature_with_a_larger_number_is_refused() -> None:
    larger = int.from_bytes(SIGNATURE[32:], "little") + ORDER
    forged = SIGNATURE[:32] + larger.to_bytes(32, "little")
    assert verify(PUBLIC, b"message", SIGNATURE)
    assert not verify(PUBLIC, b"message", forged)
    assert not library_accepts(PUBLIC, b"message", forged)


@pytest.mark.parametrize("y", [PRIME, PRIME + 1, 2**255 - 1, PRIME | 1 << 255, 1 | 1 << 255])
def test_a_point_in_another_spelling_is_refused(y: int) -> None:
    point = y.to_bytes(32, "little")
    zero = bytes(32)
    assert not verify(point, b"message", point + zero)
    assert not verify(PUBLIC, b"message", point + SIGNATURE[32:])


def test_one_verification_costs_no_more_than_40_square_roots() -> None:
    def cost(act: Callable[[], object]) -> float:
        def once() -> float:
            start = time.process_time()
            for _ in range(10):
                act()
            return time.process_time() - start

        return min(once() for _ in range(5))

    root = cost(lambda: pow(PRIME - 2, (PRIME + 3) // 8, PRIME))
    assert cost(lambda: verify(PUBLIC, b"message", SIGNATURE)) < 40 * root

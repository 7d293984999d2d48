"""Ed25519 verification in plain Python (RFC 8032), for machines where nothing may be installed.

A signature is accepted only in its one spelling: S below the group order, and points whose
coordinates are below the field's prime. The equation is checked without the cofactor, as OpenSSL
does, so that two programs agree on every signature. Nothing here is secret, so nothing has to run
in constant time; signing is done elsewhere, by a library that does.

>>> key = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
>>> signature = bytes.fromhex(
...     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
...     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")
>>> verify(key, b"", signature), verify(key, b"x", signature)
(True, False)
"""

from __future__ import annotations

from hashlib import sha512
from typing import List, Optional, Tuple

KEY_BYTES = 32
SIGNATURE_BYTES = 64

# RFC 8032, section 5.1: the field, the order of the base point, the curve's constant.
_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_2D = 2 * _D % _P
_ROOT_OF_MINUS_ONE = pow(2, (_P - 1) // 4, _P)

# Extended coordinates (X, Y, Z, T): x = X/Z, y = Y/Z, x*y = T/Z (section 5.1.4).
_Point = Tuple[int, int, int, int]
_NEUTRAL: _Point = (0, 1, 1, 0)


def verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether ``signature`` (64 bytes) is that of ``message`` under ``public_key`` (32 bytes).

    Section 5.1.7. Anything malformed is simply not a signature.
    """
    if len(public_key) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    scalar = int.from_bytes(signature[32:], "little")
    if scalar >= _L:
        return False  # the same signature could otherwise be written in two ways
    key = _decode(public_key)
    if key is None:
        return False
    digest = sha512(signature[:32] + public_key + message).digest()
    challenge = int.from_bytes(digest, "little") % _L
    x, y, z, t = key
    # S*B - k*A must be R. It is compared as bytes: only the canonical spelling of R can be equal.
    return _encode(_sum_of_products(scalar, challenge, (_P - x, y, z, _P - t))) == signature[:32]


def _decode(data: bytes) -> Optional[_Point]:
    """Section 5.1.3; None for what is not the canonical spelling of a point of the curve."""
    y = int.from_bytes(data, "little")
    sign = y >> 255
    y &= (1 << 255) - 1
    if y >= _P:
        return None
    u = (y * y - 1) % _P
    v = (_D * y * y + 1) % _P
    x = u * pow(v, 3, _P) * pow(u * pow(v, 7, _P), (_P - 5) // 8, _P) % _P
    if v * x * x % _P != u:
        x = x * _ROOT_OF_MINUS_ONE % _P
        if v * x * x % _P != u:
            return None
    if x == 0 and sign:
        return None
    if x & 1 != sign:
        x = _P - x
    return (x, y, 1, x * y % _P)


def _encode(point: _Point) -> bytes:
    """Section 5.1.2."""
    x, y, z, _ = point
    inverse = pow(z, -1, _P)
    x = x * inverse % _P
    y = y * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _add(a: _Point, b: _Point) -> _Point:
    """Section 5.1.4, addition; right for any two points."""
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    p = (y1 - x1) * (y2 - x2)
    q = (y1 + x1) * (y2 + x2)
    r = t1 * _2D * t2
    s = 2 * z1 * z2
    e = (q - p) % _P
    f = (s - r) % _P
    g = (s + r) % _P
    h = (q + p) % _P
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _double(a: _Point) -> _Point:
    """Section 5.1.4, doubling."""
    x, y, z, _ = a
    p = x * x
    q = y * y
    h = (p + q) % _P
    e = (h - (x + y) * (x + y)) % _P
    g = (p - q) % _P
    f = (2 * z * z + g) % _P
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _multiples(point: _Point) -> List[_Point]:
    """0 to 15 times a point: what one hexadecimal digit can ask for."""
    found = [_NEUTRAL]
    for _ in range(15):
        found.append(_add(found[-1], point))
    return found


def _sum_of_products(scalar: int, challenge: int, key: _Point) -> _Point:
    """``scalar * B + challenge * key``, digit by digit for both at once (Straus, 1964)."""
    of_key = _multiples(key)
    total = _NEUTRAL
    for shift in range(252, -1, -4):
        total = _double(_double(_double(_double(total))))
        digit = scalar >> shift & 15
        if digit:
            total = _add(total, _OF_BASE[digit])
        digit = challenge >> shift & 15
        if digit:
            total = _add(total, of_key[digit])
    return total


def _base() -> _Point:
    """Section 5.1: the base point B has y = 4/5 and an even x."""
    point = _decode((4 * pow(5, -1, _P) % _P).to_bytes(32, "little"))
    assert point is not None
    return point


_OF_BASE = _multiples(_base())

"""Base64 with one spelling per value (RFC 4648): read, write again, compare.

A lax decoder skips characters it does not know and ignores the unused bits of the last one, so
that several texts mean the same bytes, and a changed text can pass for the signed one.

>>> b64(b"probatum"), unb64("cHJvYmF0dW0=")
('cHJvYmF0dW0=', b'probatum')
>>> b64url(b"probatum"), unb64url("cHJvYmF0dW0")
('cHJvYmF0dW0', b'probatum')
"""

from __future__ import annotations

import base64
import binascii
from typing import Optional

from probatum.errors import EvidenceError


def b64(data: bytes) -> str:
    """Write bytes in the standard alphabet with padding (section 4)."""
    return binascii.b2a_base64(data, newline=False).decode("ascii")


def unb64(text: str, size: Optional[int] = None) -> bytes:
    """Read the standard alphabet with padding; with ``size``, exactly that many bytes.

    Raises ``EvidenceError`` ``not-canonical``.
    """
    try:
        data = binascii.a2b_base64(text)
    except ValueError:
        data = b""
    return _compared(data, b64(data), text, size)


def b64url(data: bytes) -> str:
    """Write bytes in the URL-safe alphabet without padding (section 5)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def unb64url(text: str, size: Optional[int] = None) -> bytes:
    """Read the URL-safe alphabet without padding; with ``size``, exactly that many bytes.

    Raises ``EvidenceError`` ``not-canonical``.
    """
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        data = b""
    return _compared(data, b64url(data), text, size)


def _compared(data: bytes, canonical: str, text: str, size: Optional[int]) -> bytes:
    if text != canonical:
        raise EvidenceError(
            "not-canonical",
            item="base64 text",
            expected="the one spelling of its bytes",
            found="another spelling",
        )
    if size is not None and len(data) != size:
        raise EvidenceError(
            "not-canonical",
            item="base64 text",
            expected=f"{size} bytes",
            found=f"{len(data)} bytes",
        )
    return data

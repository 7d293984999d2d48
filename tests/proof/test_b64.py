"""Base64 text has one spelling for its bytes."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.errors import EvidenceError
from probatum.proof.b64 import b64, b64url, unb64, unb64url


@given(st.binary(max_size=100))
def test_bytes_come_back_and_the_spelling_is_the_standard_one(data: bytes) -> None:
    assert b64(data) == base64.b64encode(data).decode()
    assert unb64(b64(data), len(data)) == data
    assert b64url(data) == base64.urlsafe_b64encode(data).decode().rstrip("=")
    assert unb64url(b64url(data), len(data)) == data


@given(st.text(max_size=12) | st.text("AQgw+/-_=\n", max_size=12))
def test_any_text_is_refused_or_comes_back_unchanged(text: str) -> None:
    for read, write in ((unb64, b64), (unb64url, b64url)):
        try:
            data = read(text)
        except EvidenceError as error:
            assert error.code == "not-canonical"
        else:
            assert write(data) == text


@pytest.mark.parametrize(
    "text",
    ["A", "AA", "AA=", "AB==", "AAB=", "AA==\n", " AA==", "AA==AA==", "A A=", "--==", "AA==\x00"]
    + ["é===", "\ud800A==", "====", "=", "QQ==QQ", "AA\n=="],
)
def test_another_spelling_is_refused(text: str) -> None:
    with pytest.raises(EvidenceError, match="^not-canonical"):
        unb64(text)


@pytest.mark.parametrize(
    "text", ["A", "AA==", "AB", "AAB", "+/", "AA\n", " AA", "AAAAA", "é", "\ud800A", "=", "A=A"]
)
def test_another_url_safe_spelling_is_refused(text: str) -> None:
    with pytest.raises(EvidenceError, match="^not-canonical"):
        unb64url(text)


def test_another_number_of_bytes_is_refused() -> None:
    with pytest.raises(EvidenceError, match="expected 32 bytes, found 31 bytes"):
        unb64(b64(bytes(31)), 32)
    with pytest.raises(EvidenceError, match="expected 16 bytes, found 0 bytes"):
        unb64url("", 16)

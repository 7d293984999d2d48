"""The fast reading of sealed fields says what the strict one says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.errors import EvidenceError
from probatum.index.reading import digests_of, fields_in
from probatum.proof.disclosure import decoy_text, digest, field_text
from probatum.proof.entry import Leaf, encode, open_leaf

SALTS = st.binary(min_size=32, max_size=32)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
NAMES = st.from_regex(r"[a-z0-9][a-z0-9_]{0,10}", fullmatch=True)


@given(st.dictionaries(NAMES, VALUES, max_size=8), st.lists(SALTS, min_size=8, unique=True))
def test_fields_and_digests_agree(fields: dict[str, object], salts: list[bytes]) -> None:
    texts = [field_text(salts[n], name, value) for n, (name, value) in enumerate(fields.items())]
    texts += [decoy_text(salt) for salt in salts[len(texts) : 8]]
    given_texts = [text.encode() for text in texts]
    leaf = Leaf("note/1", "0" * 32, None, "A" * 22, tuple(sorted(map(digest, texts))))
    assert b'{"_sd":["' + digests_of(given_texts) + b'"],' in encode(leaf)
    assert fields_in(given_texts, "entry") == open_leaf(leaf, texts).fields == fields


def test_a_text_given_twice_commits_nothing() -> None:
    text = decoy_text(bytes(32)).encode()
    assert digests_of([text, text]) == b""


@given(st.binary(max_size=80))
def test_any_other_text_is_refused(text: bytes) -> None:
    with pytest.raises(EvidenceError):
        fields_in([text], "entry")


@pytest.mark.parametrize(
    "text",
    [
        "W10",  # []
        "WyJ4Il0",  # a salt that is too short
        "WyJ4Il0=",
        "bnVsbA",  # null
    ],
)
def test_what_is_no_field_is_refused(text: str) -> None:
    with pytest.raises(EvidenceError):
        fields_in([text.encode()], "entry")


def test_the_same_name_twice_is_refused() -> None:
    texts = [field_text(bytes([n]) * 32, "by", "A").encode() for n in range(2)]
    with pytest.raises(EvidenceError):
        fields_in(texts, "entry")

"""The fast spelling of entries is the one that the proof specifies, byte for byte."""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.preserve.commit import Entropy, seal, unseal
from probatum.proof import disclosure, entry, merkle

CASE, OBJECT, KEY = b"c" * 16, b"o" * 16, b"k" * 32
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NAMES = st.from_regex(r"[a-z0-9][a-z0-9_]{0,20}", fullmatch=True)
PLAIN = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(NAMES, VALUES, max_size=70), st.none() | st.binary(min_size=32, max_size=32))
def test_what_is_sealed_fast_is_what_the_proof_would_write(
    fields: dict[str, object], previous: bytes | None
) -> None:
    made = seal("note/1", OBJECT, previous, fields, AESGCM(KEY), CASE, Entropy())
    leaf = entry.parse(made.leaf)
    assert entry.encode(leaf) == made.leaf
    assert made.leaf_hash == merkle.leaf_hash(made.leaf)
    texts = unseal(made.leaf_hash, made.sealed, OBJECT, KEY, CASE, "the entry")
    opened = entry.open_leaf(leaf, texts)
    assert opened.fields == fields
    assert not opened.withheld
    assert opened.decoys + len(fields) == len(leaf.digests)
    assert len(set(texts)) == len(texts)
    for text in texts:
        content = disclosure.parse(text)
        if isinstance(content, disclosure.Field):
            assert disclosure.field_text(content.salt, content.name, content.value) == text
        else:
            assert disclosure.decoy_text(content.salt) == text

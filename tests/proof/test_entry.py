"""Entries and disclosures: one spelling, and only what was committed can be opened."""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64encode
from dataclasses import replace

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from probatum.errors import EvidenceError
from probatum.proof import entry
from probatum.proof.b64 import b64url
from probatum.proof.disclosure import Decoy, Field, decoy_text, digest, field_text, parse
from probatum.proof.entry import Leaf, open_leaf

SALT = bytes(range(32))
TEXTS = [field_text(SALT, f"field_{n}", n) for n in range(5)]
TEXTS += [decoy_text(bytes([n]) * 32) for n in range(3)]
LEAF = Leaf("record/1", "0f" * 16, None, "A" * 22, tuple(sorted(map(digest, TEXTS))))
DATA = entry.encode(LEAF)

salts = st.binary(min_size=32, max_size=32)
field_names = st.from_regex("[a-z0-9_]{1,64}", fullmatch=True).filter(lambda name: name != "_sd")
texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(field_names, inner, max_size=3),
    max_leaves=5,
)
leaves = st.builds(
    Leaf,
    st.sampled_from(["acquire/1", "record/12", "a_b/9999"]),
    st.binary(min_size=16, max_size=16).map(bytes.hex),
    st.none() | st.binary(min_size=32, max_size=32).map(bytes.hex),
    st.binary(min_size=16, max_size=16).map(b64url),
    st.sets(salts.map(b64url), min_size=8, max_size=8).map(lambda found: tuple(sorted(found))),
)


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


@given(leaves)
def test_a_leaf_is_read_as_it_was_written_and_is_canonical(leaf: Leaf) -> None:
    data = entry.encode(leaf)
    assert entry.parse(data) == leaf
    assert rfc8785.dumps(json.loads(data)) == data


@given(salts, field_names, values)
def test_a_field_is_read_as_it_was_written_and_is_canonical(
    salt: bytes, name: str, value: object
) -> None:
    text = field_text(salt, name, value)  # type: ignore[arg-type]
    assert parse(text) == Field(salt, name, value)  # type: ignore[arg-type]
    assert text == b64(rfc8785.dumps([b64(salt), name, value]))  # type: ignore[list-item]
    assert digest(text) == b64(hashlib.sha256(text.encode()).digest())


@given(salts)
def test_a_decoy_is_read_as_it_was_written(salt: bytes) -> None:
    assert parse(decoy_text(salt)) == Decoy(salt)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_come_back(data: bytes) -> None:
    try:
        leaf = entry.parse(data)
    except EvidenceError:
        return
    assert entry.encode(leaf) == data


def test_every_flip_of_a_leaf_is_refused_or_another_leaf() -> None:
    for at in range(len(DATA)):
        for bit in range(8):
            changed = bytearray(DATA)
            changed[at] ^= 1 << bit
            try:
                leaf = entry.parse(bytes(changed))
            except EvidenceError:
                continue
            assert leaf != LEAF and entry.encode(leaf) == bytes(changed)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b'"v":1', b'"v":2', "bad-entry"),
        (b'"v":1', b'"v":true', "bad-entry"),
        (b'"v":1', b'"v":1,"w":1', "bad-entry"),
        (b'"v":1', b'"v":1,"v":1', "not-canonical"),
        (b'"v":1', b'"v": 1', "not-canonical"),
        (b'"v":1}', b'"v":1}\n', "not-canonical"),
        (b"record/1", b"record/0", "bad-entry"),
        (b"record/1", b"Record/1", "bad-entry"),
        (b'"prev":null', b'"prev":""', "bad-entry"),
        (b'"prev":null', b'"prev":"' + b"A" * 64 + b'"', "bad-entry"),
        (b"0f0f", b"0F0F", "bad-entry"),
        (b'"n":"AA', b'"n":"A', "bad-entry"),
        (b'AA","prev"', b'AB","prev"', "bad-entry"),
    ],
)
def test_a_leaf_with_another_form_is_refused(old: bytes, new: bytes, code: str) -> None:
    assert old in DATA
    with pytest.raises(EvidenceError) as raised:
        entry.parse(DATA.replace(old, new, 1))
    assert raised.value.code == code


@pytest.mark.parametrize(
    "digests",
    [
        (),
        LEAF.digests[:7],
        (*LEAF.digests, LEAF.digests[-1][:-1] + "A"),
        LEAF.digests[::-1],
        (*LEAF.digests[:7], LEAF.digests[6]),
        (*LEAF.digests[:7], "z" * 43),
        tuple(b64url(n.to_bytes(32, "big")) for n in range(1600)),
    ],
    ids=["none", "seven", "nine", "descending", "one twice", "unused bits", "too many"],
)
def test_digests_of_another_form_are_neither_written_nor_read(digests: tuple[str, ...]) -> None:
    with pytest.raises(EvidenceError):
        entry.encode(replace(LEAF, digests=digests))
    content = {**json.loads(DATA), "_sd": list(digests)}
    with pytest.raises(EvidenceError):
        entry.parse(rfc8785.dumps(content))


def test_opening_says_what_is_disclosed_what_is_a_decoy_and_what_is_withheld() -> None:
    opened = open_leaf(LEAF, TEXTS[1:])
    assert opened.fields == {f"field_{n}": n for n in range(1, 5)}
    assert opened.decoys == 3
    assert opened.withheld == (digest(TEXTS[0]),)
    assert open_leaf(LEAF, []).withheld == LEAF.digests


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([*TEXTS, TEXTS[0]], "the same disclosure twice"),
        ([field_text(SALT, "field_0", 1)], "does not hold"),
        ([TEXTS[0] + "="], "does not hold"),
        (["ä"], "base64url"),
    ],
)
def test_what_was_not_committed_is_not_opened(given: list[str], words: str) -> None:
    with pytest.raises(EvidenceError, match=words) as raised:
        open_leaf(LEAF, given)
    assert raised.value.code == "bad-disclosure"


def test_two_values_under_one_name_are_refused() -> None:
    pair = [field_text(SALT, "place", n) for n in range(2)]
    committed = pair + [decoy_text(bytes([n]) * 32) for n in range(6)]
    leaf = replace(LEAF, digests=tuple(sorted(map(digest, committed))))
    assert open_leaf(leaf, pair[:1]).fields == {"place": 0}
    with pytest.raises(EvidenceError, match="two values for the field place"):
        open_leaf(leaf, pair)


@pytest.mark.parametrize(
    "raw",
    [
        b"[]",
        b'{"salt":1}',
        b'"text"',
        b"[1]",
        b'["AAAA"]',
        json.dumps([b64(SALT), "name"], separators=(",", ":")).encode(),
        json.dumps([b64(SALT), 1, 2], separators=(",", ":")).encode(),
        json.dumps([b64(SALT), "_sd", 2], separators=(",", ":")).encode(),
        json.dumps([b64(SALT), "...", 2], separators=(",", ":")).encode(),
        json.dumps([b64(SALT), "a", 2, 3], separators=(",", ":")).encode(),
        json.dumps([b64(SALT), "a", 1.5], separators=(",", ":")).encode(),
        json.dumps([b64(SALT), "a", 1]).encode(),
        b"\xff",
    ],
)
def test_a_disclosure_of_another_form_is_refused(raw: bytes) -> None:
    with pytest.raises(EvidenceError) as raised:
        parse(b64(raw))
    assert raised.value.code in ("bad-disclosure", "not-canonical")


def test_every_substitution_in_a_disclosure_is_refused_or_another_disclosure() -> None:
    text = TEXTS[0]
    alphabet = [chr(code) for code in range(32, 127)]
    for at in range(len(text)):
        for letter in alphabet:
            changed = text[:at] + letter + text[at + 1 :]
            try:
                found = parse(changed)
            except EvidenceError:
                continue
            assert changed == text or found != parse(text)


@pytest.mark.parametrize("salt", [b"", bytes(31), bytes(33)])
def test_a_salt_of_another_size_is_refused(salt: bytes) -> None:
    for write in (lambda: field_text(salt, "a", 1), lambda: decoy_text(salt)):
        with pytest.raises(EvidenceError, match="32 bytes"):
            write()


@pytest.mark.parametrize("name", ["", "_sd", "...", "Name", "a-b", "a" * 65, "ä", "a\n"])
def test_a_field_name_of_another_form_is_refused(name: str) -> None:
    with pytest.raises(EvidenceError) as raised:
        field_text(SALT, name, 1)
    assert raised.value.code == "bad-disclosure"

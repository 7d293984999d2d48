"""A note counts only with one right signature of the trusted key."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

import published
from probatum.errors import EvidenceError
from probatum.proof.b64 import b64
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.note import (
    MAX_SIGNATURES,
    Note,
    VerifierKey,
    format_note,
    open_note,
    parse_note,
)

SECRET = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = SECRET.public_key().public_bytes_raw()
KEY = VerifierKey.for_ed25519("invented.example/log", PUBLIC)
TEXT = "first line\n\nsecond paragraph: é\n"
LINE = (KEY.name, KEY.key_id, SECRET.sign(TEXT.encode()))
GOOD = format_note(TEXT, [LINE])

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1).filter(
    lambda name: "+" not in name and not any(one.isspace() for one in name)
)
LINES = st.tuples(NAMES, st.binary(min_size=4, max_size=4), st.binary(min_size=1, max_size=80))
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=60).map(
    lambda text: text + "\n"
)


def refuses(data: bytes, code: str, key: VerifierKey = KEY) -> None:
    with pytest.raises(EvidenceError, match=f"^{code}"):
        open_note(data, key)


def test_published_notes_open_with_their_keys() -> None:
    for case in published.load("signed-notes")["cases"]:
        data = case["note"].encode()
        note = parse_note(data)
        assert note.text == case["text"], case["name"]
        assert format_note(note.text, note.signatures) == data, case["name"]
        if case["key"]:
            key = VerifierKey.parse(case["key"])
            assert key.text() == case["key"]
            assert open_note(data, key) == case["text"]
            refuses(data.replace(b"o", b"0", 1), "bad-signature", key)
        if case["name"].endswith("tlog-checkpoint"):
            assert Checkpoint.parse(note.text).size == 20852163


@given(TEXTS, st.lists(LINES, min_size=1, max_size=5))
def test_what_was_written_is_read_back_equal(
    text: str, lines: list[tuple[str, bytes, bytes]]
) -> None:
    assert parse_note(format_note(text, lines)) == Note(text, tuple(lines))


@given(
    st.binary(max_size=80)
    | st.text("a\n— AQ=+\r\x00", max_size=40).map(str.encode)
    | st.tuples(st.integers(0, len(GOOD)), st.binary(max_size=3), st.integers(0, 3)).map(
        lambda cut: GOOD[: cut[0]] + cut[1] + GOOD[cut[0] + cut[2] :]
    )
)
def test_any_bytes_are_refused_or_come_back_unchanged(data: bytes) -> None:
    try:
        note = parse_note(data)
    except EvidenceError as error:
        assert error.code == "bad-note"
    else:
        assert format_note(note.text, note.signatures) == data


def test_a_changed_bit_anywhere_is_refused() -> None:
    for position in range(len(GOOD)):
        changed = bytearray(GOOD)
        changed[position] ^= 1
        with pytest.raises(EvidenceError, match="^bad-(note|signature)"):
            open_note(bytes(changed), KEY)


def test_signatures_of_others_are_passed_over() -> None:
    other = ("witness.example", b"\1\2\3\4", b"whatever it is")
    same_name = (KEY.name, b"\1\2\3\4", bytes(64))
    same_id = ("invented.example/other", KEY.key_id, bytes(64))
    assert open_note(format_note(TEXT, [other, same_name, LINE, same_id]), KEY) == TEXT
    refuses(format_note(TEXT, [other, same_name, same_id]), "bad-signature")


def test_the_trusted_key_signs_once() -> None:
    refuses(format_note(TEXT, [LINE, LINE]), "bad-signature")
    refuses(format_note(TEXT, [LINE, (KEY.name, KEY.key_id, bytes(64))]), "bad-signature")


def test_a_signature_of_another_length_or_text_is_refused() -> None:
    refuses(format_note(TEXT, [(*LINE[:2], LINE[2][:63])]), "bad-signature")
    refuses(format_note(TEXT, [(*LINE[:2], LINE[2] + b"\0")]), "bad-signature")
    refuses(format_note(TEXT + "more\n", [LINE]), "bad-signature")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        TEXT.encode(),
        GOOD[:-1],
        GOOD + b"\n",
        GOOD + b"x",
        GOOD.replace(b"\n", b"\r\n"),
        GOOD.replace(b"first", b"fi\x00st"),
        GOOD.replace(b"first", b"fi\tst"),
        GOOD.replace(b"first", b"fi\xffst"),
        GOOD.replace(b"first", b"fi\xed\xa0\x80st"),
        GOOD.replace("— ".encode(), "—  ".encode()),
        GOOD.replace("— ".encode(), b"- "),
        GOOD.replace(b"example/log ", b"example/log  "),
        GOOD.replace(b"example/log ", b"example/log+ "),
        GOOD.replace(b"example/log ", "example/\u2003log ".encode()),
        GOOD.replace(b"=\n", b"\n"),
        GOOD.replace(b"=\n", b"= \n"),
        f"a\n\n— k {b64(b'1234')}\n".encode(),
        "a\n\n— k\n".encode(),
        "a\n\n— k \n".encode(),
        f"— k {b64(b'12345')}\n".encode(),
        b"a\n\n" + f"— k {b64(b'12345')}\n".encode() * (MAX_SIGNATURES + 1),
    ],
    ids=range(23),
)
def test_a_malformed_note_is_refused(data: bytes) -> None:
    with pytest.raises(EvidenceError, match="^bad-note"):
        parse_note(data)


def test_a_hundred_signatures_are_read() -> None:
    lines = [(f"k{number}", b"1234", b"5") for number in range(MAX_SIGNATURES)]
    assert len(parse_note(format_note("a\n", lines)).signatures) == MAX_SIGNATURES
    with pytest.raises(EvidenceError, match="^bad-note"):
        format_note("a\n", [*lines, LINE])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", LINE),
        ("no newline", LINE),
        ("a\x00\n", ("k k", b"1234", b"5")),
        ("a\n", ("k k", b"1234", b"5")),
        ("a\n", ("", b"1234", b"5")),
        ("a\n", ("k\n", b"1234", b"5")),
        ("a\n", ("\ud800", b"1234", b"5")),
        ("a\n", ("k", b"123", b"5")),
        ("a\n", ("k", b"1234", b"")),
        ("\ud800\n", LINE),
        ("a\r\n", LINE),
    ],
)
def test_a_note_that_could_not_be_read_is_not_written(
    text: str, line: tuple[str, bytes, bytes]
) -> None:
    with pytest.raises(EvidenceError, match="^bad-note"):
        parse_note(format_note(text, [line]))


def test_a_note_without_signatures_is_not_written() -> None:
    with pytest.raises(EvidenceError, match="^bad-note"):
        format_note(TEXT, [])


@given(NAMES, st.binary(min_size=32, max_size=32))
def test_a_verifier_key_is_read_back_equal(name: str, public_key: bytes) -> None:
    key = VerifierKey.for_ed25519(name, public_key)
    assert VerifierKey.parse(key.text()) == key
    assert len(key.fingerprint()) == 64


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "a+b",
        "a+b+c",
        KEY.text() + "\n",
        KEY.text() + "=",
        " " + KEY.text(),
        KEY.text().upper(),
        KEY.text().replace(KEY.key_id.hex(), KEY.key_id.hex().upper()),
        KEY.text().replace(KEY.key_id.hex(), "00000000"),
        KEY.text().replace("invented", "another"),
        KEY.text().replace("invented", "inv ented"),
        KEY.text().replace("invented", ""),
        "\ud800" + KEY.text(),
        f"k+00000000+{b64(PUBLIC)}",
        "k+00000000+" + b64(b"\x04" + PUBLIC),
        "k+00000000+" + b64(b"\x01" + PUBLIC[:31]),
        f"+{KEY.key_id.hex()}+" + b64(b"\x01" + PUBLIC),
    ],
)
def test_a_malformed_verifier_key_is_refused(vkey: str) -> None:
    with pytest.raises(EvidenceError, match="^bad-note"):
        VerifierKey.parse(vkey)


def test_the_check_of_the_signature_can_be_done_by_a_faster_library() -> None:
    asked: list[tuple[bytes, bytes, bytes]] = []

    def verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
        asked.append((public_key, message, signature))
        return True

    assert open_note(GOOD, KEY, verify) == TEXT
    assert asked == [(PUBLIC, TEXT.encode(), LINE[2])]

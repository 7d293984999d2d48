"""A proof of an entry's place is a text in one spelling, and verifies without the log."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from probatum.errors import EvidenceError
from probatum.proof import merkle, tiles
from probatum.proof.b64 import b64
from probatum.proof.checkpoint import Checkpoint
from probatum.proof.note import format_note, open_note
from probatum.proof.tlog_proof import MAX_HASHES, TlogProof
from tiled_log import TiledLog

HASH = bytes(range(32))
NOTE = format_note(Checkpoint("invented.example/log", 100, HASH).text(), [("k", b"1234", b"5")])
GOOD = TlogProof(73, (HASH, HASH), NOTE).encode()
HASHES = st.lists(st.binary(min_size=32, max_size=32), max_size=8).map(tuple)


@given(st.integers(0, 99), HASHES)
def test_what_was_written_is_read_back_equal(index: int, hashes: tuple[bytes, ...]) -> None:
    proof = TlogProof(index, hashes, NOTE)
    assert TlogProof.parse(proof.encode()) == proof


@given(
    st.binary(max_size=60)
    | st.tuples(st.integers(0, len(GOOD)), st.binary(max_size=2), st.integers(0, 2)).map(
        lambda cut: GOOD[: cut[0]] + cut[1] + GOOD[cut[0] + cut[2] :]
    )
)
def test_any_bytes_are_refused_or_come_back_unchanged(data: bytes) -> None:
    try:
        proof = TlogProof.parse(data)
    except EvidenceError as error:
        assert error.code in {"bad-proof", "bad-note"}
    else:
        assert proof.encode() == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        GOOD.replace(b"@v1", b"@v2"),
        GOOD.replace(b"\n", b"\r\n"),
        GOOD.replace(b"index 73", b"index 073"),
        GOOD.replace(b"index 73", b"index -1"),
        GOOD.replace(b"index 73", b"index  73"),
        GOOD.replace(b"index 73", b"index " + b"9" * 5000),
        GOOD.replace(b"index 73", b"index 100"),
        GOOD.replace(b"index 73\n", b""),
        GOOD.replace(b"index 73", b"extra AAAA\nindex 73"),
        GOOD.replace(b64(HASH).encode() + b"\n", b64(HASH[:31]).encode() + b"\n", 1),
        GOOD.replace(b64(HASH).encode() + b"\n", b64(HASH).encode() + b" \n", 1),
        GOOD.replace(b64(HASH).encode() + b"\n", b"\xff\n", 1),
        GOOD.replace(b"73\n", b"73\n" + (b64(HASH).encode() + b"\n") * MAX_HASHES),
        GOOD.replace(b"73\n", b"73\n\n"),
        GOOD.replace(NOTE, b""),
        GOOD.replace(NOTE, b"\n" + NOTE),
        GOOD + b"\n",
        GOOD[:-1],
    ],
    ids=range(19),
)
def test_another_spelling_is_refused(data: bytes) -> None:
    with pytest.raises(EvidenceError, match="^bad-(proof|note)"):
        TlogProof.parse(data)


def test_an_entry_is_verified_from_its_proof_alone(tmp_path: Path) -> None:
    log = TiledLog(tmp_path, "invented.example/log", Ed25519PrivateKey.generate())
    log.append(b"%d" % number for number in range(300))
    node = tiles.node_reader(log.read, log.size)
    checkpoint = log.publish()
    proof = TlogProof(257, tuple(merkle.inclusion_proof(257, log.size, node)), checkpoint)
    read = TlogProof.parse(proof.encode())
    signed = Checkpoint.parse(open_note(read.checkpoint, log.key))
    leaf = merkle.leaf_hash(b"257")
    merkle.verify_inclusion(leaf, read.index, signed.size, read.hashes, signed.root)

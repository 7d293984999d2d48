"""Tiles and bundles lie where C2SP tlog-tiles says, and hold what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

import published
from conftest import Shared
from probatum.errors import EvidenceError, InputError, UseError
from probatum.proof import merkle, note, tiles
from probatum.proof.b64 import unb64
from probatum.proof.checkpoint import Checkpoint
from tiled_log import TiledLog

WORDS = (
    "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten".split()
)
TESSERA_KEY = (
    "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg"
)


def test_the_tessera_log_is_rebuilt_byte_for_byte(shared: Shared, tmp_path: Path) -> None:
    theirs = shared / "vectors/tessera-log"
    _, _, origin, key_id, secret = TESSERA_KEY.split("+", 4)
    log = TiledLog(tmp_path, origin, Ed25519PrivateKey.from_private_bytes(unb64(secret)[1:]))
    assert log.key.key_id.hex() == key_id
    compared = 0
    for number, word in enumerate(WORDS, start=1):
        log.append([word.encode()])
        checkpoint = log.publish()
        assert checkpoint == (theirs / f"checkpoint.{number}").read_bytes()
        assert Checkpoint.parse(note.open_note(checkpoint, log.key)).size == number
        for path in (tiles.tile_path(0, 0, number), tiles.entries_path(0, number)):
            assert log.read(path) == (theirs / path).read_bytes(), path
        compared += 3
    assert compared == 45
    empty = TiledLog(tmp_path, origin, log.private_key).checkpoint()
    assert empty == (theirs / "checkpoint.0").read_bytes()


def test_paths_and_partial_tiles_are_those_of_the_specification() -> None:
    content = published.load("tlog-tiles")
    for case in content["paths"]:
        assert tiles.tile_path(5, case["number"]) == "tile/5/" + case["path"]
        assert tiles.entries_path(case["number"], 7) == f"tile/entries/{case['path']}.p/7"
        assert tiles.sealed_path(case["number"]) == "sealed/" + case["path"]
    for case in content["partial"]:
        assert [list(tile) for tile in tiles.tile_widths(case["size"])] == case["tiles"]


def test_small_numbers_have_one_group_of_digits() -> None:
    assert tiles.tile_path(0, 0, 1) == "tile/0/000.p/1"
    assert tiles.tile_path(63, 999) == "tile/63/999"
    assert tiles.tile_path(1, 1000) == "tile/1/x001/000"
    assert list(tiles.tile_widths(0)) == []


@pytest.mark.parametrize(
    ("level", "number", "width"),
    [(-1, 0, 1), (64, 0, 1), (0, -1, 1), (0, 1 << 63, 1), (0, 0, 0), (0, 0, 257)],
)
def test_a_tile_that_cannot_exist_has_no_path(level: int, number: int, width: int) -> None:
    with pytest.raises(UseError, match="^wrong-use"):
        tiles.tile_path(level, number, width)


@given(st.lists(st.binary(max_size=300), max_size=256))
def test_a_bundle_gives_back_its_entries(entries: list[bytes]) -> None:
    assert tiles.decode_bundle(tiles.encode_bundle(entries), len(entries)) == entries


@given(st.binary(max_size=64), st.integers(0, 256))
def test_any_bytes_are_one_bundle_or_refused(data: bytes, count: int) -> None:
    try:
        entries = tiles.decode_bundle(data, count)
    except EvidenceError as error:
        assert error.code == "bad-entry"
    else:
        assert len(entries) == count
        assert tiles.encode_bundle(entries) == data


def test_an_entry_of_65535_bytes_fits_and_one_more_does_not() -> None:
    largest = bytes(65_535)
    assert tiles.decode_bundle(tiles.encode_bundle([largest]), 1) == [largest]
    with pytest.raises(InputError, match="^too-large"):
        tiles.encode_bundle([largest + b"\0"])
    with pytest.raises(UseError, match="^wrong-use"):
        tiles.encode_bundle([b""] * 257)
    with pytest.raises(UseError, match="^wrong-use"):
        tiles.decode_bundle(b"", 257)


def test_proofs_read_from_tiles_verify(tmp_path: Path) -> None:
    log = TiledLog(tmp_path, "invented.example/log", Ed25519PrivateKey.generate())
    log.append(b"%d" % number for number in range(1000))
    older = log.frontier.root()
    log.append(b"%d" % number for number in range(1000, 66_000))
    log.publish()
    node = tiles.node_reader(log.read, log.size)
    for index in (0, 255, 256, 999, 65_535, 65_536, 65_999):
        proof = merkle.inclusion_proof(index, log.size, node)
        leaf = merkle.leaf_hash(log.entries[index])
        merkle.verify_inclusion(leaf, index, log.size, proof, log.frontier.root())
    steps = merkle.consistency_proof(1000, log.size, node)
    merkle.verify_consistency(1000, older, log.size, log.frontier.root(), steps)


def test_a_tile_of_another_length_and_a_subtree_that_is_not_complete_are_refused() -> None:
    node = tiles.node_reader(lambda path: b"too short", 300)
    for level, index in ((0, 0), (0, 300), (8, 1), (-1, 0), (0, -1), (400, 0)):
        with pytest.raises(EvidenceError, match="^bad-proof"):
            node(level, index)
    with pytest.raises(UseError, match="^wrong-use"):
        tiles.node_reader(lambda path: b"", 1 << 63)

"""Uploads are encrypted as they arrive, go on where they broke off, and leave nothing behind."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.errors import ProbatumError
from probatum.preserve.quarantine import PIECE, Quarantine

WORDS = b"An invented line of an upload.\n" * 100


def keys(purpose: str) -> bytes:
    return hashlib.sha256(b"exercise" + purpose.encode()).digest()


@pytest.fixture
def kept(tmp_path: Path) -> Quarantine:
    return Quarantine(tmp_path, keys)


def all_of(kept: Quarantine, upload: str) -> bytes:
    return b"".join(kept.pieces(upload))


def test_what_arrives_in_pieces_comes_out_whole(kept: Quarantine) -> None:
    upload = kept.create()
    assert kept.size_bytes(upload) == 0
    assert kept.append(upload, WORDS) == len(WORDS)
    assert kept.append(upload, b"x" * (2 * PIECE + 7)) == len(WORDS) + 2 * PIECE + 7
    assert all_of(kept, upload) == WORDS + b"x" * (2 * PIECE + 7)
    assert kept.stream(upload).read() == WORDS + b"x" * (2 * PIECE + 7)


def test_no_word_of_it_lies_on_the_disk(kept: Quarantine, tmp_path: Path) -> None:
    upload = kept.create()
    kept.append(upload, WORDS)
    on_disk = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert len(on_disk) > len(WORDS)
    assert b"invented" not in on_disk


@pytest.mark.parametrize("cut", [1, 15, 16, 17, 100])
def test_a_piece_that_broke_off_is_overwritten(kept: Quarantine, tmp_path: Path, cut: int) -> None:
    upload = kept.create()
    kept.append(upload, WORDS)
    path = tmp_path / "uploads" / upload
    whole = path.read_bytes()
    kept.append(upload, b"second piece " * 50)
    path.write_bytes(path.read_bytes()[: len(whole) + cut])
    assert kept.size_bytes(upload) == len(WORDS)
    kept.append(upload, b"again")
    assert all_of(kept, upload) == WORDS + b"again"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 3000), st.integers(1, 255))
def test_a_changed_byte_is_found(place: int, change: int) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        kept = Quarantine(Path(folder), keys)
        upload = kept.create()
        kept.append(upload, WORDS)
        path = Path(folder) / "uploads" / upload
        data = bytearray(path.read_bytes())
        data[place] ^= change
        path.write_bytes(data)
        # A length that leads nowhere makes it shorter, which whoever takes it compares.
        if kept.size_bytes(upload) == len(WORDS):
            with pytest.raises(ProbatumError):
                all_of(kept, upload)


def test_an_upload_stands_in_for_no_other(kept: Quarantine, tmp_path: Path) -> None:
    one, two = kept.create(), kept.create()
    kept.append(one, WORDS)
    (tmp_path / "uploads" / two).write_bytes((tmp_path / "uploads" / one).read_bytes())
    with pytest.raises(ProbatumError) as caught:
        all_of(kept, two)
    assert caught.value.code == "vault-damaged"


@pytest.mark.parametrize("upload", ["", "../case.json", "0" * 31, "G" * 32, "0" * 32])
def test_only_ids_made_here_name_an_upload(kept: Quarantine, upload: str) -> None:
    with pytest.raises(ProbatumError) as caught:
        kept.append(upload, b"x")
    assert caught.value.code == "unreadable"
    kept.discard(upload)


def test_nothing_is_left_of_what_is_given_up(kept: Quarantine) -> None:
    upload = kept.create()
    kept.append(upload, WORDS)
    assert kept.ids() == [upload]
    kept.discard(upload)
    assert kept.ids() == []

"""What the index refuses to take over, and when it begins anew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum.errors import EvidenceError, ProbatumError, UseError, WorldError
from probatum.index import index as index_module
from probatum.index import schema
from probatum.index.index import Index, contents
from probatum.index.reading import NO_HASH, Reader, Taken
from probatum.preserve.keyring import RECORD
from probatum.preserve.log import Stored
from written_case import Written


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    case = Written(tmp_path)
    yield case
    case.close()


def long_log(written: Written) -> list[str]:
    items = [written.acquire(b"%d" % n) for n in range(300)]
    written.case.publish("evidence")
    return items


def refused(index: Index, written: Written) -> ProbatumError:
    before = contents(index)
    with pytest.raises(ProbatumError) as raised:
        index.follow(written.case)
    assert contents(index) == before, "a refused follow leaves no trace"
    return raised.value


@pytest.mark.parametrize("apart", [False, True])
def test_a_changed_sealed_field_is_named(
    written: Written, monkeypatch: pytest.MonkeyPatch, apart: bool
) -> None:
    if apart:
        monkeypatch.setattr(index_module, "BULK", 256)
        monkeypatch.setattr(index_module, "cores", lambda: 2)
    long_log(written)
    path = written.folder / "case/log/evidence/sealed/000"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    error = refused(written.index, written)
    assert (error.code, error.item) == ("log-damaged", "entry 255 of the evidence log")


@pytest.mark.parametrize("apart", [False, True])
def test_a_changed_leaf_is_found(
    written: Written, monkeypatch: pytest.MonkeyPatch, apart: bool
) -> None:
    if apart:
        monkeypatch.setattr(index_module, "BULK", 256)
        monkeypatch.setattr(index_module, "cores", lambda: 2)
    long_log(written)
    path = written.folder / "case/log/evidence/tile/entries/000"
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"kind":"acquire/1"', b'"kind":"release/1"', 1))
    assert refused(written.index, written).code == "log-damaged"
    path.write_bytes(data.replace(b'"prev":null', b'"prev":NULL', 1))
    assert refused(written.index, written).code == "log-damaged"


@pytest.mark.parametrize("apart", [False, True])
def test_a_key_that_is_gone_without_an_erasure_is_tampering(
    written: Written, monkeypatch: pytest.MonkeyPatch, apart: bool
) -> None:
    if apart:
        monkeypatch.setattr(index_module, "BULK", 256)
        monkeypatch.setattr(index_module, "cores", lambda: 2)
    items = long_log(written)
    written.case.rotate()
    path = written.case.keys.table
    data = bytearray(path.read_bytes())
    data[5 * RECORD + 16 : 6 * RECORD] = bytes(60)
    path.write_bytes(data)
    written.reopen()
    error = refused(written.index, written)
    assert (error.code, error.item) == ("keys-damaged", "object " + items[4])


def test_a_key_table_in_another_order_is_found(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "BULK", 256)
    monkeypatch.setattr(index_module, "cores", lambda: 2)
    long_log(written)
    written.case.rotate()
    path = written.case.keys.table
    data = path.read_bytes()
    swapped = data[:RECORD] + data[2 * RECORD : 3 * RECORD] + data[RECORD : 2 * RECORD]
    path.write_bytes(swapped + data[3 * RECORD :])
    written.reopen()
    assert refused(written.index, written).code == "keys-damaged"


def stored(written: Written) -> list[Stored]:
    return list(written.case.evidence.entries())


def reader(written: Written) -> Reader:
    def key_of(raw: bytes) -> bytes:
        return written.case.key_of(raw.hex(), written.index)

    return Reader(written.case.case_id, bytes(32), key_of)


def test_a_leaf_that_the_sealed_fields_do_not_fit_is_refused(written: Written) -> None:
    item = written.acquire(b"bytes")
    written.note(item)
    entries = stored(written)
    taken = reader(written).take(entries, "evidence")
    assert taken.prevs[:64] == NO_HASH * 2 and taken.kinds == ["case/1", "acquire/1", "note/1"]
    mixed = Stored(2, entries[2].leaf, entries[1].sealed)
    with pytest.raises(EvidenceError) as raised:
        reader(written).take([*entries[:2], mixed], "evidence")
    assert (raised.value.code, raised.value.item) == (
        "log-damaged", "entry 2 of the evidence log",
    )  # fmt: skip


def test_a_kind_of_a_later_version_is_refused_by_name(written: Written) -> None:
    last = stored(written)[-1]
    later = Stored(0, last.leaf.replace(b'"case/1"', b'"case/2"'), last.sealed)
    with pytest.raises(UseError) as raised:
        reader(written).take([later], "evidence")
    assert raised.value.code == "unsupported-version"


def test_an_entry_that_does_not_name_its_predecessor_is_refused(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = written.acquire(b"bytes")
    written.note(item)
    honest = Reader.take

    def hiding(self: Reader, entries: list[Stored], log: str) -> Taken:
        return honest(self, [entry for entry in entries if entry.index != 1], log)

    monkeypatch.setattr(Reader, "take", hiding)
    error = refused(written.index, written)
    assert error.code == "log-damaged" and "predecessor" in error.expected


# -- beginning anew -----------------------------------------------------------------------------


def test_a_log_that_was_replaced_is_followed_from_its_beginning(
    written: Written, tmp_path: Path
) -> None:
    written.acquire(b"first")
    written.case.publish("evidence")
    written.case.close()
    shutil.copytree(tmp_path / "case", tmp_path / "older")
    shutil.copytree(tmp_path / "state", tmp_path / "older-state")
    written.reopen()
    written.acquire(b"second")
    written.index.follow(written.case)
    written.case.close()
    for name in ("case", "state"):
        shutil.rmtree(tmp_path / name)
        shutil.copytree(tmp_path / ("older" if name == "case" else "older-state"), tmp_path / name)
    written.reopen()
    assert written.index.follow(written.case) == 2, "a shorter log"
    written.acquire(b"another second")
    assert written.index.follow(written.case) == 1
    assert written.index.same_bytes(written.mac(b"second")) is None


def test_a_longer_log_with_another_past_is_followed_from_its_beginning(
    written: Written, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = Written(tmp_path / "other")
    for published in (False, True):
        other.acquire(b"theirs")
        if published:
            other.case.publish("evidence")
        written.index.purge()
        written.index.follow(written.case)
        assert written.index.follow(other.case) == other.case.evidence.size
        assert written.index.same_bytes(other.mac(b"theirs")) is not None
    other.close()


# -- the file -----------------------------------------------------------------------------------


def test_a_file_under_another_key_is_made_anew(written: Written) -> None:
    written.index.follow(written.case)
    written.index.close()
    written.index = Index.open(written.folder / "index.db", bytes(32))
    assert written.index.fresh
    assert written.index.follow(written.case) == 1


@pytest.mark.parametrize("spot", [0, 0.02, 0.3, 0.5, 0.7, 0.99])
def test_a_page_that_does_not_authenticate_makes_it_anew(written: Written, spot: float) -> None:
    written.acquire(b"bytes")
    written.index.follow(written.case)
    expected = contents(written.index)
    written.index.close()
    path = written.folder / "index.db"
    data = bytearray(path.read_bytes())
    data[int(len(data) * spot)] ^= 1
    path.write_bytes(data)
    written.index = written.another("index.db")
    assert written.index.fresh
    written.index.follow(written.case)
    assert contents(written.index) == expected


def test_an_empty_truncated_or_older_file_is_made_anew(written: Written) -> None:
    written.index.follow(written.case)
    path = written.folder / "index.db"
    for size in (0, 100, 4096, 8192):
        written.index.close()
        path.write_bytes(path.read_bytes()[:size])
        written.index = written.another("index.db")
        assert written.index.fresh, size
        written.index.follow(written.case)
    written.index._connection.execute("PRAGMA user_version = 0")
    written.index.close()
    written.index = written.another("index.db")
    assert written.index.fresh
    written.index.follow(written.case)
    written.index.close()
    written.index = written.another("index.db")
    assert not written.index.fresh
    assert written.index.follow(written.case) == 0


def test_no_plain_text_reaches_the_disk(written: Written) -> None:
    written.acquire(b"bytes", path="/given/CANARY-in-a-path")
    written.index.follow(written.case)
    found = sorted(written.folder.glob("index.db*"))
    assert len(found) > 1, "the write-ahead log is open beside it"
    assert not any(b"CANARY" in path.read_bytes() for path in found)
    written.index.purge()
    assert written.index.items() == []


def test_an_index_that_cannot_be_opened_is_an_error_for_people(tmp_path: Path) -> None:
    (tmp_path / "index.db").mkdir()
    with pytest.raises(WorldError, match="io-error: the index"):
        schema.connect(tmp_path / "index.db", bytes(32))

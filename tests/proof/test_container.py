"""The container: what is written is what anyone reads, and nothing else is read."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.errors import EvidenceError
from probatum.proof import container
from probatum.proof.container import Located, Member, content, read, write

names = st.from_regex(r"[a-z0-9]{1,3}(/[a-z0-9._-]{1,3}x)?", fullmatch=True)


def member(name: str, data: bytes) -> Member:
    return Member(name, len(data), zlib.crc32(data), [data[:2], data[2:]])


def packed(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    write(file, [member(name, data) for name, data in members])
    return file.getvalue()


def located(data: bytes) -> list[Located]:
    return read(io.BytesIO(data))


def refused(data: bytes, words: str) -> None:
    with pytest.raises(EvidenceError, match=words) as raised:
        located(data)
    assert raised.value.code == "bad-package"


@given(st.dictionaries(names, st.binary(max_size=20), max_size=5))
def test_what_was_written_is_read_by_us_and_by_others(files: dict[str, bytes]) -> None:
    data = packed(*files.items())
    stream = io.BytesIO(data)
    places = read(stream)
    assert {place.name: content(stream, place, 20) for place in places} == files
    with zipfile.ZipFile(stream) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(EvidenceError):
        located(data)


def test_every_flip_outside_of_content_is_refused() -> None:
    data = packed(("a", b"one"), ("b/c", b"two"))
    inside = {at + i for at in (data.index(b"one"), data.index(b"two")) for i in range(3)}
    for at in set(range(len(data))) - inside:
        for bit in range(8):
            changed = bytearray(data)
            changed[at] ^= 1 << bit
            try:
                places = located(bytes(changed))
            except EvidenceError:
                continue
            # A flipped CRC in both places would be found with the content; in one, never read.
            raise AssertionError(f"byte {at}, bit {bit}: {places}")


@pytest.mark.parametrize("at", [0, 1, 2])
def test_content_with_another_crc_or_size_is_refused(at: int) -> None:
    stream = io.BytesIO(packed(("a", b"one")).replace(b"one", b"eno"))
    (place,) = read(stream)
    with pytest.raises(EvidenceError, match="CRC"):
        content(stream, place, 3)
    with pytest.raises(EvidenceError, match=f"at most {at} bytes"):
        content(stream, place, at)


@pytest.mark.parametrize(
    "name",
    ["", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a\\b", "c:a", "ä", "a\n", "n" * 201],
)
def test_a_name_that_is_no_plain_path_is_not_written(name: str) -> None:
    with pytest.raises(EvidenceError, match="plain relative path"):
        packed((name, b""))


@pytest.mark.parametrize("second", ["a/b", "A/b"])
def test_a_name_is_not_written_twice(second: str) -> None:
    with pytest.raises(EvidenceError, match="each name once"):
        packed(("a/b", b""), (second, b""))


@pytest.mark.parametrize(("size_bytes", "crc32"), [(2, zlib.crc32(b"one")), (3, 0)])
def test_content_that_is_not_as_announced_is_not_written(size_bytes: int, crc32: int) -> None:
    with pytest.raises(EvidenceError, match="announced"):
        write(io.BytesIO(), [Member("a", size_bytes, crc32, [b"one"])])


def test_more_members_than_allowed_are_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_MEMBERS", 2)
    with pytest.raises(EvidenceError, match="at most 2 members"):
        packed(("a", b""), ("b", b""), ("c", b""))


def end(count: int, size: int, offset: int) -> bytes:
    return struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, size, offset, 0)


def test_an_end_record_that_points_nowhere_is_refused() -> None:
    refused(b"PK" + bytes(30), "ends with its end record")
    refused(end(0, 9, 99), "a directory inside the file")
    refused(end(0xFFFF, 0, 0), "zip64 records")
    refused(end(1, 0, 0), "a directory entry")
    refused(b"x" + end(0, 0, 0), "one spelling of its end")
    refused(b"x" + end(0, 0, 1), "without gaps")
    refused(b"x" * 10 + end(0, 10, 0), "short names")


def test_a_directory_entry_that_claims_too_much_is_refused() -> None:
    data = packed(("a", b"one"))
    at = data.index(b"PK\x01\x02")
    longer = bytearray(data)
    longer[at + 20 : at + 28] = struct.pack("<2I", 4, 4)
    refused(bytes(longer), "ends before the directory")
    huge = bytearray(data)
    huge[at + 20 : at + 28] = b"\xff" * 8
    refused(bytes(huge), "a zip64 size")


class Zeros:
    """A disk for a large file of zeros of which only the rest is kept."""

    def __init__(self) -> None:
        self.pieces: dict[int, bytes] = {}
        self.at = 0

    def write(self, data: bytes) -> None:
        if len(data) < 1 << 20:
            self.pieces[self.at] = data
        self.at += len(data)

    def seek(self, at: int, whence: int = 0) -> int:
        self.at = at if whence == 0 else max(at + len(data) for at, data in self.pieces.items())
        return self.at

    def read(self, size: int) -> bytes:
        """Pieces that follow each other directly are read as one."""
        found = b""
        for at in sorted(self.pieces):
            data = self.pieces[at]
            if at <= self.at + len(found) < at + len(data):
                found += data[self.at + len(found) - at :]
        return found[:size]


def test_members_and_offsets_of_more_than_4_gib_use_zip64(monkeypatch: pytest.MonkeyPatch) -> None:
    # Where members lie does not depend on their CRC, and that of 4 GiB takes seconds.
    monkeypatch.setattr(container, "zlib", SimpleNamespace(crc32=lambda data, before=0: 7))
    chunk = bytes(1 << 26)
    disk = Zeros()
    large = Member("large", 64 << 26, 7, (chunk for _ in range(64)))
    write(disk, [large, Member("small", 3, 7, [b"one"])])
    places = read(disk)  # type: ignore[arg-type]
    assert [place.size_bytes for place in places] == [4 << 30, 3]
    assert places[1].offset > 4 << 30
    tail = b"".join(disk.pieces[at] for at in sorted(disk.pieces))
    assert b"PK\x06\x06" in tail and b"PK\x06\x07" in tail


def test_65535_members_use_zip64() -> None:
    data = packed(*((str(number), b"") for number in range(0xFFFF)))
    assert data.count(b"PK\x06\x06") == 1
    assert len(located(data)) == 0xFFFF
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(archive.namelist()) == 0xFFFF

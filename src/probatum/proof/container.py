"""The container of a package: a stored zip of which only one spelling exists.

Any zip program opens it. Its reader trusts nothing in it: it takes names, sizes and CRCs from the
central directory, re-creates every byte that is not content, and compares. So there is no room for
gaps, prepended or appended bytes, comments, compressed members, hidden members or two programs
seeing two different contents. Specified in ``spec/disclosure.md``; PKWARE APPNOTE 6.3.10.

>>> import io, zlib
>>> file = io.BytesIO()
>>> write(file, [Member("a/b.txt", 5, zlib.crc32(b"hello"), [b"hello"])])
>>> [place] = read(file)
>>> place.name, place.size_bytes, content(file, place, limit_bytes=100)
('a/b.txt', 5, b'hello')
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from dataclasses import dataclass
from typing import BinaryIO, Iterable, List, NoReturn, Protocol, Set, Tuple

from probatum.errors import EvidenceError

MAX_MEMBERS = 1_000_000
MAX_NAME_BYTES = 200

_NAME = re.compile(r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*")
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_END64_LOCATOR = struct.Struct("<4sIQI")

_FULL32 = 0xFFFFFFFF  # from here on a 32-bit field says "look in the zip64 field"
_FULL16 = 0xFFFF
_DATE = 0x0021  # 1 January 1980, the first day that a zip can spell; the time is 0
_VERSION, _VERSION64 = 20, 45


class Sink(Protocol):
    """Anything that takes bytes in order."""

    def write(self, data: bytes, /) -> object:
        """Take the next bytes."""


@dataclass(frozen=True)
class Member:
    """One member to write. A zip spells size and CRC before the content, so both are given."""

    name: str
    size_bytes: int
    crc32: int
    chunks: Iterable[bytes]


@dataclass(frozen=True)
class Located:
    """Where the content of one member lies. ``crc32`` is for whoever reads the content to check;
    ``read`` has not looked at it.
    """

    name: str
    offset: int
    size_bytes: int
    crc32: int


def write(out: Sink, members: Iterable[Member]) -> None:
    """Write a container from its first byte to its last; never seeks, holds no content.

    Raises bad-package for a name outside the profile, a repeated name, too many members, or
    content that has another size or CRC than announced (the output is then useless).
    """
    offset = 0
    central = bytearray()
    names: Set[str] = set()
    for member in members:
        _require_name(member.name, names)
        place = Located(member.name, offset, member.size_bytes, member.crc32)
        header = _local_header(place)
        out.write(header)
        size_bytes, crc32 = 0, 0
        for chunk in member.chunks:
            size_bytes += len(chunk)
            crc32 = zlib.crc32(chunk, crc32)
            out.write(chunk)
        if (size_bytes, crc32) != (member.size_bytes, member.crc32):
            _refuse(member.name, "the announced size and CRC", "other content")
        central += _central_header(place)
        offset += len(header) + size_bytes
    out.write(bytes(central))
    out.write(_end(len(names), len(central), offset))


def read(stream: BinaryIO) -> List[Located]:
    """Locate every member, in order, after comparing every byte that is not content.

    The content itself is not read: compare ``Located.crc32`` while reading it, or use
    ``content``. Raises bad-package with the first thing that differs.
    """
    total = stream.seek(0, io.SEEK_END)
    count, central_size, central_offset = _find_directory(stream, total)
    if count > MAX_MEMBERS or central_size > count * (_CENTRAL.size + MAX_NAME_BYTES + 28):
        _refuse("container", f"at most {MAX_MEMBERS} members with short names", f"{count} members")
    central = _read_at(stream, central_offset, central_size)
    places: List[Located] = []
    names: Set[str] = set()
    at = offset = 0
    for _ in range(count):
        place = _place(central, at, offset)
        _require_name(place.name, names)
        record = _central_header(place)
        if central[at : at + len(record)] != record:
            _refuse(place.name, "the one spelling of its directory entry", "another")
        header = _local_header(place)
        content_at = offset + len(header)
        offset_after = content_at + place.size_bytes
        if offset_after > central_offset:
            _refuse(place.name, "a member that ends before the directory", "a longer one")
        if _read_at(stream, offset, len(header)) != header:
            _refuse(place.name, f"its header at byte {offset}", "other bytes")
        places.append(Located(place.name, content_at, place.size_bytes, place.crc32))
        offset = offset_after
        at += len(record)
    if at != central_size or offset != central_offset:
        _refuse("container", "members without gaps, then their directory", "other bytes between")
    end = _end(count, central_size, central_offset)
    if _read_at(stream, central_offset + central_size, len(end) + 1) != end:
        _refuse("container", "the one spelling of its end, and nothing after it", "another")
    return places


def content(stream: BinaryIO, place: Located, limit_bytes: int) -> bytes:
    """The whole content of a small member, CRC compared; bad-package when larger or damaged."""
    if place.size_bytes > limit_bytes:
        _refuse(place.name, f"at most {limit_bytes} bytes", f"{place.size_bytes} bytes")
    data = _read_at(stream, place.offset, place.size_bytes)
    if len(data) != place.size_bytes or zlib.crc32(data) != place.crc32:
        _refuse(place.name, "content with the CRC in its header", "other content")
    return data


def _local_header(place: Located) -> bytes:
    name = place.name.encode("ascii")
    extra = b""
    size, version = place.size_bytes, _VERSION
    if size >= _FULL32:
        extra = struct.pack("<2H2Q", 1, 16, size, size)
        size, version = _FULL32, _VERSION64
    fixed = _LOCAL.pack(
        b"PK\x03\x04", version, 0, 0, 0, _DATE, place.crc32, size, size, len(name), len(extra)
    )
    return fixed + name + extra


def _central_header(place: Located) -> bytes:
    """The directory entry; ``place.offset`` is here that of the local header."""
    name = place.name.encode("ascii")
    values = b""
    size, offset = place.size_bytes, place.offset
    if size >= _FULL32:
        values += struct.pack("<2Q", size, size)
        size = _FULL32
    if offset >= _FULL32:
        values += struct.pack("<Q", offset)
        offset = _FULL32
    extra = struct.pack("<2H", 1, len(values)) + values if values else b""
    version = _VERSION64 if values else _VERSION
    # "Made by" says MS-DOS and the attributes are 0: unpacking gives files the user's defaults.
    fixed = _CENTRAL.pack(
        b"PK\x01\x02", version, version, 0, 0, 0, _DATE, place.crc32, size, size,
        len(name), len(extra), 0, 0, 0, 0, offset,
    )  # fmt: skip
    return fixed + name + extra


def _end(count: int, size: int, offset: int) -> bytes:
    """Everything after the directory: with zip64 records exactly when a field is full."""
    end = _END.pack(
        b"PK\x05\x06", 0, 0, min(count, _FULL16), min(count, _FULL16),
        min(size, _FULL32), min(offset, _FULL32), 0,
    )  # fmt: skip
    if count < _FULL16 and size < _FULL32 and offset < _FULL32:
        return end
    end64 = _END64.pack(
        b"PK\x06\x06", _END64.size - 12, _VERSION64, _VERSION64, 0, 0, count, count, size, offset
    )
    return end64 + _END64_LOCATOR.pack(b"PK\x06\x07", 0, offset + size, 1) + end


def _find_directory(stream: BinaryIO, total: int) -> Tuple[int, int, int]:
    """Number of members, size and offset of the directory, as the end claims them."""
    if total < _END.size:
        _refuse("container", "a zip", f"{total} bytes")
    tail = _read_at(stream, total - _END.size, _END.size)
    mark, _, _, _, count, size, offset, _ = _END.unpack(tail)
    if mark != b"PK\x05\x06":
        _refuse("container", "a zip that ends with its end record", "other bytes")
    if count == _FULL16 or size == _FULL32 or offset == _FULL32:
        before = total - _END.size - _END64_LOCATOR.size - _END64.size
        if before < 0:
            _refuse("container", "zip64 records before its end record", "none")
        fields = _END64.unpack(_read_at(stream, before, _END64.size))
        count, size, offset = fields[7], fields[8], fields[9]
    if offset + size > total:
        _refuse("container", "a directory inside the file", "one beyond its end")
    return count, size, offset


def _place(central: bytes, at: int, offset: int) -> Located:
    """What the directory entry at ``at`` claims, with the offset that it must have."""
    if at + _CENTRAL.size > len(central):
        _refuse("container", "a directory entry", "the end of the directory")
    fields = _CENTRAL.unpack_from(central, at)
    crc32, size, name_length, extra_length = fields[7], fields[9], fields[10], fields[11]
    name_at = at + _CENTRAL.size
    name = central[name_at : name_at + name_length].decode("latin-1")
    if size == _FULL32:
        if extra_length < 12 or name_at + name_length + 12 > len(central):
            _refuse("container", "a zip64 size", "none")
        size = struct.unpack_from("<Q", central, name_at + name_length + 4)[0]
    return Located(name, offset, size, crc32)


def _read_at(stream: BinaryIO, offset: int, size: int) -> bytes:
    stream.seek(offset)
    return stream.read(size)


def _require_name(name: str, seen: Set[str]) -> None:
    """Only plain relative paths, none twice, not even in another case: unpacking onto Windows or
    macOS must not lose a member, and never leaves the folder.
    """
    plain = _NAME.fullmatch(name) is not None and len(name) <= MAX_NAME_BYTES
    if not plain or any(part in (".", "..") for part in name.split("/")):
        _refuse("member name " + ascii(name[:80]), "a plain relative path", "another")
    if name.lower() in seen:
        _refuse(name, "each name once", "the same name again")
    if len(seen) >= MAX_MEMBERS:
        _refuse("container", f"at most {MAX_MEMBERS} members", "more")
    seen.add(name.lower())


def _refuse(item: str, expected: str, found: str) -> NoReturn:
    raise EvidenceError("bad-package", item=item, expected=expected, found=found)

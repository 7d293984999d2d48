"""Every text that the bytes of a file hold, one layer at a time, and what could not be looked into.

*Layer*
    one text of a file, with where it stands: the file itself, a member of a zip, a header, a tag.
*Unchecked*
    a part of a file that no program here can search, with the reason for people.

Texts, e-mails, zip-based formats (DOCX, XLSX, ODT, KMZ), tar, gzip and base64 are opened, each
with limits; pictures and PDF give their metadata; every other file gives what in its bytes looks
like text, in UTF-8, UTF-16 and CP1251. Page text of a PDF is not here: whoever has it extracted
hands it in.
"""

from __future__ import annotations

import bz2
import email
import email.policy
import gzip
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import Literal, TypeAlias

from probatum.disclose.picture_tags import picture_texts
from probatum.disclose.raw_texts import as_text, html_text, packed_in, pdf_texts, strings_in

Reason: TypeAlias = Literal[
    "picture", "sound-or-video", "encrypted", "unknown-format", "damaged", "too-large", "pdf-pages"
]
REASONS: dict[Reason, str] = {
    "picture": "what a picture shows, writing in it included, cannot be searched",
    "sound-or-video": "what is said or shown cannot be searched",
    "encrypted": "it is encrypted",
    "unknown-format": "the format is not known here: only what looks like text in it was searched",
    "damaged": "it is damaged, or not what it says it is",
    "too-large": "it is larger than the check opens",
    "pdf-pages": "the text of its pages has not been extracted; pictures in it cannot be searched",
}

MOST_BYTES = 64 << 20  # of one file, and of everything inside one file
MOST_MEMBERS = 10_000
MOST_DEPTH = 4
RAW_LETTERS = 5  # shorter words appear in any bytes by chance


@dataclass(frozen=True, slots=True)
class Layer:
    """One text of a file. ``inside`` is "" for the file itself; never a name from inside it."""

    inside: str
    text: str
    least_letters: int = 1


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A part of a file that was not, or not wholly, searched."""

    inside: str
    reason: Reason


class _Budget:
    """How many bytes may still be unpacked from one file: what expands without end must stop."""

    def __init__(self) -> None:
        self.left_bytes = MOST_BYTES
        self.left_members = MOST_MEMBERS

    def allows(self, size_bytes: int) -> bool:
        self.left_bytes -= size_bytes
        self.left_members -= 1
        return self.left_bytes >= 0 and self.left_members >= 0


def layers_of(data: bytes, *, has_page_text: bool = False) -> Iterator[Layer | Unchecked]:
    """Yield the texts of a file, and what could not be searched, in the order they are met.

    ``has_page_text`` says that the caller searches the extracted text of a PDF's pages itself.
    Raises nothing: what cannot be read is reported.
    """
    if len(data) > MOST_BYTES:
        yield Unchecked("", "too-large")
        return
    for one in _layers(data, "", 0, _Budget()):
        if not (has_page_text and isinstance(one, Unchecked) and one.reason == "pdf-pages"):
            yield one


def _layers(data: bytes, inside: str, depth: int, budget: _Budget) -> Iterator[Layer | Unchecked]:
    if depth > MOST_DEPTH:
        yield from _raw(data, inside)
        yield Unchecked(inside, "too-large")
    elif data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        yield from _zip(data, inside, depth, budget)
    elif data[:2] == b"\x1f\x8b" or data[:3] == b"BZh" or data[:6] == b"\xfd7zXZ\x00":
        yield from _compressed(data, inside, depth, budget)
    elif data[257:262] == b"ustar":
        yield from _tar(data, inside, depth, budget)
    elif data[:5] == b"%PDF-" or b"%PDF-" in data[:1024]:
        yield from _pdf(data, inside)
    elif _is_mail(data):
        yield from _mail(data, inside, depth, budget)
    elif (text := as_text(data)) is not None:
        yield Layer(inside, text)
        if "<" in text and ">" in text and (shown := html_text(text)) != text:
            yield Layer(inside, shown)
        yield from _packed(text, inside, depth, budget)
    else:
        yield from _binary(data, inside)


def _raw(data: bytes, inside: str) -> Iterator[Layer]:
    for text in strings_in(data):
        yield Layer(inside, text, RAW_LETTERS)


def _within(inside: str, part: str) -> str:
    return f"{inside}, {part}" if inside else part


# -- files that hold files ------------------------------------------------------------------------


def _zip(data: bytes, inside: str, depth: int, budget: _Budget) -> Iterator[Layer | Unchecked]:
    yield from _raw(data[-65_557:], _within(inside, "the directory of the zip"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield Layer(_within(inside, "the comment"), as_text(archive.comment) or "")
            for number, member in enumerate(archive.infolist(), start=1):
                part = _within(inside, f"member {number}")
                yield Layer(_within(part, "its name"), member.filename)
                yield Layer(_within(part, "its comment"), as_text(member.comment) or "")
                if member.is_dir():
                    continue
                yield from _member(archive, member, part, depth, budget)
                if budget.left_members < 0:
                    break
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        yield from _raw(data, inside)
        yield Unchecked(inside, "damaged")


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, part: str, depth: int, budget: _Budget
) -> Iterator[Layer | Unchecked]:
    if member.flag_bits & 1:
        yield Unchecked(part, "encrypted")
        return
    if not budget.allows(member.file_size):
        yield Unchecked(part, "too-large")
        return
    try:
        with archive.open(member) as stream:
            content = stream.read(member.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError,
            NotImplementedError, RuntimeError):  # fmt: skip
        yield Unchecked(part, "damaged")
        return
    yield from _layers(content, part, depth + 1, budget)


_KNOWN = (b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"%PDF-", b"\xff\xd8\xff",
          b"\x89PNG", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*", b"ID3", b"OggS",
          b"fLaC")  # fmt: skip


def _packed(text: str, inside: str, depth: int, budget: _Budget) -> Iterator[Layer | Unchecked]:
    """Yield what stands in a text as base64, if it is a text or a file of a kind that is known."""
    for number, content in enumerate(packed_in(text), start=1):
        if not (content.startswith(_KNOWN) or content[4:8] == b"ftyp" or as_text(content)):
            continue  # a digest, a key, a long word
        part = _within(inside, f"base64 {number}")
        if not budget.allows(len(content)):
            yield Unchecked(part, "too-large")
            return
        yield from _layers(content, part, depth + 1, budget)


def _compressed(
    data: bytes, inside: str, depth: int, budget: _Budget
) -> Iterator[Layer | Unchecked]:
    """Unpack gzip, bzip2 or xz; a second stream behind the first is unpacked too."""
    content = unpacked(data, max(0, budget.left_bytes))
    part = _within(inside, "unpacked")
    yield from _raw(data[:512], inside)  # gzip keeps the file's name in front
    if content is None:
        yield Unchecked(inside, "damaged")
    elif not budget.allows(len(content)):
        yield Unchecked(inside, "too-large")
    else:
        yield from _layers(content, part, depth + 1, budget)


def unpacked(data: bytes, most_bytes: int) -> bytes | None:
    """Return what gzip, bzip2 or xz bytes hold, at most one more than allowed; None if torn."""
    packed = io.BytesIO(data)
    try:
        if data[:2] == b"\x1f\x8b":
            with gzip.GzipFile(fileobj=packed) as first:
                return first.read(most_bytes + 1)
        if data[:3] == b"BZh":
            with bz2.BZ2File(packed) as second:
                return second.read(most_bytes + 1)
        with lzma.LZMAFile(packed) as third:
            return third.read(most_bytes + 1)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError):
        return None


def _tar(data: bytes, inside: str, depth: int, budget: _Budget) -> Iterator[Layer | Unchecked]:
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for number, member in enumerate(archive, start=1):
                part = _within(inside, f"member {number}")
                said = "\n".join((member.name, member.linkname, member.uname, member.gname))
                yield Layer(_within(part, "its name"), said)
                if not member.isreg():
                    continue
                if not budget.allows(member.size):
                    yield Unchecked(part, "too-large")
                    if budget.left_members < 0:
                        break
                    continue
                stream = archive.extractfile(member)
                content = stream.read() if stream is not None else b""
                yield from _layers(content, part, depth + 1, budget)
    except (tarfile.TarError, OSError, EOFError, ValueError):
        yield from _raw(data, inside)
        yield Unchecked(inside, "damaged")


# -- e-mails --------------------------------------------------------------------------------------

_HEADER = re.compile(
    rb"(?:From |\s*(?:From|To|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Subject|"
    rb"Date|X-[A-Za-z-]+):)", re.IGNORECASE
)  # fmt: skip
_FIELD = re.compile(rb"^(?:From|Date|Message-ID|Received):", re.IGNORECASE | re.MULTILINE)


def _is_mail(data: bytes) -> bool:
    return bool(_HEADER.match(data)) and len(_FIELD.findall(data[:65_536])) >= 2


def _mail(data: bytes, inside: str, depth: int, budget: _Budget) -> Iterator[Layer | Unchecked]:
    """Yield headers, decoded, and every part; the raw bytes too, for what parsing leaves out."""
    yield from _raw(data, inside)
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = list(message.walk())
    except (ValueError, LookupError, IndexError, TypeError, AttributeError, RecursionError):
        # Headers that break the parser of the standard library: it raises many kinds of errors.
        yield Unchecked(inside, "damaged")
        return
    for number, part in enumerate(parts):
        where = _within(inside, f"part {number}")
        headers, is_whole = _headers(part)
        yield Layer(_within(where, "its headers"), headers)
        if not is_whole:
            yield Unchecked(_within(where, "its headers"), "damaged")
        if part.is_multipart():
            # Round the parts: words for old programs, and further messages of a mailbox.
            for words in (part.preamble, part.epilogue):
                yield from _packed(words or "", where, depth, budget)
            continue
        try:
            content = part.get_payload(decode=True)
        except (ValueError, LookupError, AssertionError):
            content = None
        if not isinstance(content, bytes):
            yield Unchecked(where, "damaged")
        elif not budget.allows(len(content)):
            yield Unchecked(where, "too-large")
        else:
            yield from _layers(content, where, depth + 1, budget)


def _headers(part: Message) -> tuple[str, bool]:
    """Return the headers as a person reads them, and whether all of them could be read."""
    lines, is_whole = [], True
    for name, raw in part.raw_items():
        try:
            lines.append(f"{name}: {part.policy.header_fetch_parse(name, str(raw))}")
        except (ValueError, LookupError, IndexError, TypeError, AttributeError):
            is_whole = False
    try:
        lines.append(part.get_filename() or "")
    except (ValueError, LookupError, IndexError, TypeError, AttributeError):
        is_whole = False
    return "\n".join(lines), is_whole


# -- the rest -------------------------------------------------------------------------------------

_SOUND_OR_VIDEO = (b"ID3", b"OggS", b"fLaC", b"RIFF", b"\x1aE\xdf\xa3", b"\xff\xfb", b"\xff\xf3",
                   b"\x00\x00\x01\xba", b"FLV", b"#!AMR", b"\x30\x26\xb2\x75")  # fmt: skip
_LOCKED = (b"age-encryption.org/v1", b"-----BEGIN AGE", b"Salted__", b"\x85\x01", b"\x85\x02",
           b"7z\xbc\xaf", b"Rar!")  # fmt: skip
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM",
             b"\x00\x00\x01\x00", b"8BPS", b"\x00\x00\x00\x0cjP")  # fmt: skip


def _pdf(data: bytes, inside: str) -> Iterator[Layer | Unchecked]:
    yield from _raw(data, inside)
    for text in pdf_texts(data):
        yield Layer(inside, text, RAW_LETTERS)
    yield Unchecked(inside, "encrypted" if b"/Encrypt" in data else "pdf-pages")


def _binary(data: bytes, inside: str) -> Iterator[Layer | Unchecked]:
    yield from _raw(data, inside)
    is_riff_picture = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    brand = data[8:12] if data[4:8] == b"ftyp" else b""
    if data.startswith(_PICTURES) or is_riff_picture or brand in (b"avif", b"heic", b"mif1"):
        for text in picture_texts(data):
            yield Layer(_within(inside, "a tag of the picture"), text)
        yield Unchecked(inside, "picture")
    elif data.startswith(_SOUND_OR_VIDEO) or brand:
        yield Unchecked(inside, "sound-or-video")
    elif data.startswith(_LOCKED):
        yield Unchecked(inside, "encrypted")
    else:
        yield Unchecked(inside, "unknown-format")

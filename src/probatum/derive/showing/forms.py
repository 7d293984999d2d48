"""What a file is to somebody who wants to look at it, by its first bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HEAD_BYTES = 4096
Name = Literal["picture", "pages", "sound", "film", "other"]


@dataclass(frozen=True, slots=True)
class Form:
    """What it is, and the media type that its bytes show; a browser is told no other."""

    name: Name
    media_type: str


OTHER = Form("other", "application/octet-stream")
_STARTS = (
    (b"\xff\xd8\xff", Form("picture", "image/jpeg")),
    (b"\x89PNG\r\n\x1a\n", Form("picture", "image/png")),
    (b"GIF87a", Form("picture", "image/gif")),
    (b"GIF89a", Form("picture", "image/gif")),
    (b"II*\0", Form("picture", "image/tiff")),
    (b"MM\0*", Form("picture", "image/tiff")),
    (b"BM", Form("picture", "image/bmp")),
    (b"OggS", Form("sound", "audio/ogg")),
    (b"fLaC", Form("sound", "audio/flac")),
    (b"ID3", Form("sound", "audio/mpeg")),
    (b"#!AMR", Form("sound", "audio/amr")),
)
_FAMILIES = {
    b"WEBP": Form("picture", "image/webp"),
    b"WAVE": Form("sound", "audio/wav"),
    b"AVI ": Form("film", "video/x-msvideo"),
}
_BRANDS = {
    b"avif": Form("picture", "image/avif"),
    b"avis": Form("picture", "image/avif"),
    b"heic": Form("picture", "image/heic"),
    b"heix": Form("picture", "image/heic"),
    b"hevc": Form("picture", "image/heic"),
    b"mif1": Form("picture", "image/heic"),
    b"msf1": Form("picture", "image/heic"),
    b"M4A ": Form("sound", "audio/mp4"),
    b"M4B ": Form("sound", "audio/mp4"),
    b"qt  ": Form("film", "video/quicktime"),
}
# What browsers play. The rest is offered for download, and said to be so.
PLAYED = frozenset({
    "audio/ogg", "audio/flac", "audio/mpeg", "audio/wav", "audio/mp4", "audio/aac", "video/mp4",
    "video/webm", "video/quicktime", "video/ogg",
})  # fmt: skip


def form_of(head: bytes) -> Form:
    """Return the form of a file that begins so. A few thousand bytes are enough."""
    if b"%PDF-" in head[:1024]:
        return Form("pages", "application/pdf")
    for start, form in _STARTS:
        if head.startswith(start):
            if start == b"BM" and not _bitmap(head):
                return OTHER
            if start == b"OggS" and b"theora" in head[:512]:
                return Form("film", "video/ogg")
            return form
    if head[:4] == b"RIFF":
        return _FAMILIES.get(head[8:12], OTHER)
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], Form("film", "video/mp4"))
    if head.startswith(b"\x1aE\xdf\xa3"):
        kind = "video/webm" if b"webm" in head[:64] else "video/x-matroska"
        return Form("film", kind)
    return _frame(head)


def _frame(head: bytes) -> Form:
    """Recognise a file that begins with a frame of sound: MPEG layer III, or AAC in ADTS.

    Layer I begins as texts in UTF-16 do, and nobody has such files.
    """
    if len(head) < 4 or head[0] != 0xFF or head[2] >> 4 == 0xF:
        return OTHER
    if head[1] in (0xFB, 0xFA, 0xF3, 0xF2, 0xE3, 0xE2) and head[2] & 0x0C != 0x0C:
        return Form("sound", "audio/mpeg")
    return Form("sound", "audio/aac") if head[1] in (0xF1, 0xF0, 0xF9, 0xF8) else OTHER


def _bitmap(head: bytes) -> bool:
    """Two letters are not enough: texts begin with them too."""
    return len(head) > 18 and head[6:10] == bytes(4) and head[14:18] in _HEADERS


_HEADERS = {size.to_bytes(4, "little") for size in (12, 40, 52, 56, 64, 108, 124)}

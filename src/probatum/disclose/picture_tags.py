"""What is written in the metadata of a picture: EXIF with its position, XMP, IPTC, PNG texts."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from fractions import Fraction

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin, UnidentifiedImageError

from probatum.disclose.raw_texts import as_text, html_text

_DIRECTORIES = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.Interop, ExifTags.IFD.IFD1)
# How Pillow says that a picture is broken.
_BROKEN = (
    UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError,
    KeyError, TypeError, IndexError, EOFError, MemoryError, OverflowError, AttributeError,
    struct.error, zlib.error,
)  # fmt: skip
_CODES = ((b"ASCII\0\0\0", "utf-8"), (b"UNICODE\0", "utf-16"), (b"JIS\0\0\0\0\0", "shift_jis"))


def picture_texts(data: bytes) -> list[str]:
    """Return the texts in a picture's metadata; no pixel is read. Raises nothing."""
    texts: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is corrupt was searched as strings
        try:
            with Image.open(io.BytesIO(data)) as picture:
                for part in (_info, _exif, _iptc):
                    texts.extend(part(picture))
        except _BROKEN:
            pass
    return texts


def _info(picture: Image.Image) -> Iterator[str]:
    for name, value in picture.info.items():
        yield str(name)
        yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    """Yield the readings of one value: a text, bytes in some encoding, or several of these."""
    if isinstance(value, str):
        yield value
        try:  # Pillow reads bytes as Latin-1 where the file says nothing
            yield value.encode("latin-1").decode("utf-8")
        except UnicodeError:
            pass
        try:
            yield value.encode("latin-1").decode("cp1251")
        except UnicodeError:
            pass
        if "<" in value:
            yield html_text(value)
    elif isinstance(value, bytes):
        for code, encoding in _CODES:
            if value.startswith(code):
                yield _user_comment(value[8:], encoding)
        for text in _readings(value):
            yield text
            if "<" in text:
                yield html_text(text)
    elif isinstance(value, list | tuple):
        if value and all(isinstance(each, int) for each in value):
            yield from _texts(bytes(each & 255 for each in value))
        else:
            for each in value:
                yield from _texts(each)


def _readings(value: bytes) -> Iterator[str]:
    bare = value.rstrip(b"\0")
    text = as_text(bare)
    if text is not None:
        yield text
    for encoding in ("utf-16-le", "utf-16-be"):
        yield value[: len(value) // 2 * 2].decode(encoding, "replace").rstrip("\0")


def _user_comment(value: bytes, encoding: str) -> str:
    if encoding != "utf-16":
        return value.decode(encoding, "replace")
    # The byte order is that of the file, which is not known here: both readings.
    even = value[: len(value) // 2 * 2]
    return even.decode("utf-16-le", "replace") + "\n" + even.decode("utf-16-be", "replace")


def _exif(picture: Image.Image) -> Iterator[str]:
    exif = picture.getexif()
    tables = [dict(exif), *(dict(exif.get_ifd(directory)) for directory in _DIRECTORIES)]
    for table in tables:
        for value in table.values():
            yield from _texts(value)
    position = exif.get_ifd(ExifTags.IFD.GPSInfo)
    point = [_degrees(position, number) for number in (1, 3)]
    if all(point):
        yield f"GPS {point[0]}, {point[1]}"


def _degrees(position: dict[int, object], number: int) -> str | None:
    """Return a latitude or longitude of GPS tags in decimal degrees."""
    letter, parts = position.get(number), position.get(number + 1)
    if not isinstance(parts, tuple) or not parts:
        return None
    value = Fraction()
    for place, part in enumerate(parts[:3]):
        try:
            value += Fraction(str(part)) / 60**place
        except (ValueError, ZeroDivisionError):  # "nan" where the file divides by zero
            return None
    sign = "-" if re.search("[SW]", str(letter), re.IGNORECASE) else ""
    return f"{sign}{float(value):.7f}"


def _iptc(picture: Image.Image) -> Iterator[str]:
    if not isinstance(picture, ImageFile.ImageFile) or picture.format not in ("JPEG", "TIFF"):
        return
    for value in (IptcImagePlugin.getiptcinfo(picture) or {}).values():
        yield from _texts(value)

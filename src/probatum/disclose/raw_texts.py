r"""Text in bytes: of text files in whatever encoding, in HTML, in PDF objects, between other bytes.

>>> as_text("Приклад".encode("cp1251")), as_text("Приклад".encode("utf-16-le"))
('Приклад', 'Приклад')
>>> html_text("<p>Оле<b>на</b></p><p>next</p>").split()
['Олена', 'next']
>>> next(strings_in(b"\x00\x01\x02" + "Олена".encode("utf-16-le") + b"\xff\x00\x01"))
'Олена'
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
import zlib
from collections.abc import Iterator

MOST_STREAM_BYTES = 16 << 20
MOST_PDF_BYTES = 128 << 20
MOST_TRIED_BYTES = 2 << 30  # of streams that turn out not to be compressed, each to the file's end
_LEAST = 4  # characters of a text between other bytes

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"),
         (b"\xfe\xff", "utf-16"))  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BLOCK = re.compile(
    r"</?(?:p|div|br|tr|td|th|li|h[1-6]|table|text:p|text:h|w:p|w:br|w:tab|a:p|row|si|script|style"
    r"|title|head|body|option|dt|dd|section|article)\b[^<>]*>", re.IGNORECASE
)  # fmt: skip
_TAG = re.compile(r"<[^<>]*>")


def as_text(data: bytes) -> str | None:
    """Return a file's text, None if the bytes are no text.

    UTF-8, UTF-16 with a mark or without, and one-byte Cyrillic or Latin text (as CP1251).
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    text = _decoded(data, "utf-8")
    if text is not None and not _CONTROL.search(text):
        return text
    for encoding in ("utf-16-le", "utf-16-be"):  # without a mark, Cyrillic is valid UTF-8 as well
        wide = _decoded(data, encoding)
        if wide is not None and _is_plausible(wide):
            return wide
    if b"\x00" in data:
        return None
    return text if text is not None else _one_byte(data)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _one_byte(data: bytes) -> str | None:
    """Decode as CP1251 what has no control characters; other one-byte encodings are strings."""
    if any(byte < 32 and byte not in (9, 10, 12, 13) for byte in data[:65_536]):
        return None
    return data.decode("cp1251", "replace")


def _is_plausible(text: str) -> bool:
    """Say whether a text has the characters of a text: mostly letters, digits, spaces, marks."""
    head = text[:4_096]
    odd = sum(unicodedata.category(letter) in ("Cn", "Co", "Cc", "Cs") and letter not in "\t\r\n"
              for letter in head)  # fmt: skip
    plain = sum(letter < "\u0700" for letter in head)
    return odd * 50 <= len(head) and plain * 2 >= len(head)


def html_text(text: str) -> str:
    """Return a text without its tags: blocks apart, a word with a bold letter in one."""
    return _TAG.sub("", _BLOCK.sub("\n", text))


# Base64 of 18 bytes and more, over as many lines as it takes; of web addresses too.
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}(?:\r?\n[ \t>]*[A-Za-z0-9+/_-]+)*")
_LINES = re.compile(r"[\r\n \t>]+")


def packed_in(text: str) -> Iterator[bytes]:
    """Yield what stands in a text as base64: bodies of messages, files inside pages.

    Long words and digests look the same; whoever asks looks at what comes of them.

    >>> list(packed_in("data:text/plain;base64,T2xlbmEsIHRoZSBmZXJyeS13b21hbg=="))
    [b'Olena, the ferry-woman']
    """
    for found in _BASE64.finditer(text):
        lines = _LINES.split(found[0].replace("-", "+").replace("_", "/"))
        # The last line may be a word of what comes next.
        for letters in ("".join(lines), "".join(lines[:-1])):
            if letters:
                kept = letters[: len(letters) - (len(letters) % 4 == 1)]
                try:
                    yield base64.b64decode(kept + "=" * (-len(kept) % 4))
                except binascii.Error:  # pragma: no cover - the pattern lets nothing else through
                    continue


_RUNS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"(?:[\x20-\x7e\t]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){4,}"),
     "utf-8"),
    (re.compile(rb"(?:[\x20-\x7e\xc0-\xfe][\x00\x01]|[\x00-\xff][\x03-\x06]){4,}"), "utf-16-le"),
    (re.compile(rb"(?:[\x00\x01][\x20-\x7e\xc0-\xfe]|[\x03-\x06][\x00-\xff]){4,}"), "utf-16-be"),
    (re.compile(rb"[\x20-\x7e\xa8\xaa\xaf\xb2\xb3\xb4\xb8\xba\xbf\xc0-\xff]{5,}"), "cp1251"),
    (re.compile(rb"[\x20-\x7e\x80-\xaf\xe0-\xf7]{5,}"), "cp866"),
    (re.compile(rb"[\x20-\x7e\xc0-\xff]{5,}"), "koi8-u"),
    (re.compile(rb"[\x20-\x7e\xc0-\xff]{5,}"), "cp1256"),
)  # fmt: skip


def strings_in(data: bytes) -> Iterator[str]:
    """Yield what in bytes looks like text, all runs of one encoding as one text."""
    for pattern, encoding in _RUNS:
        texts = [run.decode(encoding, "replace") for run in pattern.findall(data)]
        kept = [text for text in texts if sum(map(str.isalnum, text)) >= _LEAST]
        if kept:
            yield "\n\n".join(kept)


# -- PDF ------------------------------------------------------------------------------------------

_STREAM = re.compile(rb"stream\r?\n")
# Bounded: else a file of opening brackets takes the square of its length.
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,500}\)){0,2000})\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pdf_texts(data: bytes) -> Iterator[str]:
    """Yield the strings of a PDF's objects (title, author, bookmarks, notes) and its streams' text.

    Compressed streams are unpacked, XMP among them. What pages show is often in codes of a font,
    and not here.
    """
    yield from _pdf_strings(data)
    left, end, view = MOST_PDF_BYTES, 0, memoryview(data)
    done = tried = 0
    for found in _STREAM.finditer(data):
        start = found.end()
        if start < done:
            continue  # inside a stream that was unpacked
        if start > end:
            end = data.find(b"endstream", start)
            end = len(data) if end < 0 else end
        if not _is_zlib(data[start : start + 2]):
            continue
        tried += end - start
        packed = zlib.decompressobj()
        try:
            content = packed.decompress(view[start:end], min(left, MOST_STREAM_BYTES))
        except zlib.error:
            if tried > MOST_TRIED_BYTES:
                return
            continue
        done = end
        left -= len(content)
        if left <= 0:
            return
        yield from _pdf_strings(content)
        yield from strings_in(content)


def _is_zlib(head: bytes) -> bool:
    return len(head) == 2 and head[0] & 15 == 8 and int.from_bytes(head, "big") % 31 == 0


def _pdf_strings(data: bytes) -> Iterator[str]:
    texts = [_pdf_text(_ESCAPE.sub(_unescaped, one)) for one in _LITERAL.findall(data)]
    for digits in _HEX.findall(data):
        plain = b"".join(digits.split())
        texts.append(_pdf_text(bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))))
    if texts:
        # Letters are often set one string at a time: "(Ole)-3(na)".
        yield "\n\n".join(texts)
        yield "".join(texts)


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if code[:1].isdigit():
        return bytes([int(code, 8) & 255])
    return b"" if code.endswith(b"\n") else _ESCAPES.get(code, code)


def _pdf_text(data: bytes) -> str:
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return data.decode("utf-16", "replace")
    text = _decoded(data.removeprefix(b"\xef\xbb\xbf"), "utf-8")
    return text if text is not None else data.decode("cp1251", "replace")

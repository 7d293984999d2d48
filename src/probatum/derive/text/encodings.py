"""Bytes to text: byte order mark, UTF-8, what the file declares, else a guess that is called one.

A guess is made by charset-normalizer among the encodings that people of our field really used;
asked among all of them, it takes a short Cyrillic text for Japanese.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from probatum.derive.text.passages import clean

CANDIDATES = (
    "cp1251", "koi8_u", "koi8_r", "cp1256", "cp866", "iso8859_5", "mac_cyrillic", "iso8859_6",
    "cp1252", "cp1250", "cp1254", "cp1255", "cp1253", "gb18030", "shift_jis", "euc_kr", "big5",
)  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH_LINE = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_SAMPLE_BYTES = 64 << 10
_MOST_CONTROLS = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text and how its encoding is known: ``mark``, ``valid``, ``declared``, ``guess``.

    ``damaged`` counts what could not be decoded; it stands as U+FFFD in the text.
    """

    text: str
    encoding: str
    basis: str
    damaged: int


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """Return the text of ``data``, None if it is not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as_text(data[len(mark) :], encoding, "mark")
    wide = _without_mark(data)
    if wide is not None:
        return wide
    try:
        return _plausible(Decoded(clean(data.decode()), "utf-8", "valid", 0), data)
    except UnicodeDecodeError:
        pass
    if declared is not None and _known(declared):
        return _as_text(data, declared, "declared")
    damaged = _damaged_utf8(data)
    if damaged is not None:
        return damaged
    guess = _guess(data)
    return None if guess is None else _as_text(data, guess, "guess")


def _known(name: str) -> bool:
    try:
        codec = codecs.lookup(name)
        # Only codecs from bytes to text, and none that Python or a page could run away with.
        return codec._is_text_encoding and codec.name not in {"idna", "punycode", "utf-7"}
    except (LookupError, ValueError):
        return False


def _as_text(data: bytes, encoding: str, basis: str) -> Decoded | None:
    try:
        text = data.decode(encoding, "replace")
    except UnicodeError:  # some codecs refuse in spite of "replace"
        return None
    before = data.count("\ufffd".encode()) if encoding == "utf-8" else 0
    found = Decoded(clean(text), encoding, basis, max(0, text.count("\ufffd") - before))
    return _plausible(found, data)


def _plausible(found: Decoded, data: bytes) -> Decoded | None:
    """Return the text unless it is full of control characters, as decoded pictures are."""
    nulls = data.count(b"\0") if found.encoding[:5] not in {"utf-1", "utf-3"} else 0
    controls = len(_CONTROL.findall(found.text)) + nulls
    return found if controls <= len(found.text) * _MOST_CONTROLS else None


def _without_mark(data: bytes) -> Decoded | None:
    """Recognise UTF-16 without a mark: every second byte of its spaces and line ends is zero."""
    if len(data) < 4 or len(data) % 2 or b"\0" not in data[:4096]:
        return None
    sample = data[: 4096 - 4096 % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    # Words have a space at least every twenty letters; a few stray zeros are no encoding.
    if min(even, odd) * 8 > max(even, odd) or max(even, odd) * 40 < len(sample):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    letters = sum(each.isalnum() or each.isspace() for each in text[:2048])
    if letters * 2 < len(text[:2048]):
        return None
    return _plausible(Decoded(clean(text), encoding, "guess", 0), data)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Recognise UTF-8 that was cut or has a few broken bytes."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(map(len, re.findall("[\x80-\ufffc\U00010000-\U0010ffff]+", text[:100_000])))
    if whole < 4 or broken > max(1, whole // 100):
        return None
    return _plausible(Decoded(clean(text), "utf-8", "guess", broken), data)


def _guess(data: bytes) -> str | None:
    pieces, size = [], 0
    for match in _HIGH_LINE.finditer(data[: 16 << 20]):
        pieces.append(match[0][:_SAMPLE_BYTES])
        size += len(pieces[-1])
        if size >= _SAMPLE_BYTES:
            break
    found = from_bytes(b"".join(pieces), cp_isolation=list(CANDIDATES)).best()
    return found.encoding if found is not None else None

"""Text with marks in place of spans; the mark is as wide for a short name as for a long one.

A mark stands for one or more characters: spans that touch or overlap give one mark, so that not
even their number shows. The copy has the encoding of the original.
"""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probatum.derive.redaction.choices import Copy, Piece, Span, cannot, require_code, wrong
from probatum.derive.redaction.named import described, parameters

# Longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, how it was spelt in bytes, and the byte order mark that stood before it."""

    text: str
    encoding: str
    mark: bytes


def mark_for(code: str) -> str:
    """Return what stands in place of a span.

    >>> mark_for("legal-privilege")
    '[redacted: legal-privilege]'
    """
    return f"[redacted: {require_code(code)}]"


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file: by its byte order mark, as stated, else UTF-8; never by a guess.

    Raises InputError ``cannot-redact``; UseError ``wrong-use`` for an unknown encoding.
    """
    mark, found = next(((m, name) for m, name in _MARKS if data.startswith(m)), (b"", None))
    try:
        wanted = codecs.lookup(encoding).name if encoding is not None else None
        if wanted is not None and not codecs.lookup(wanted)._is_text_encoding:
            raise LookupError
    except LookupError as error:
        raise wrong("the encoding", "a name such as windows-1251 or koi8-u", "another") from error
    spelt = found or wanted or "utf-8"
    try:
        text = data[len(mark) :].decode(spelt)
        # What does not come back equal would be changed where nobody asked for it.
        equal = text.encode(spelt) == data[len(mark) :]
    except UnicodeError as error:
        raise cannot(
            "bytes that are not text in it", expected="text in " + spelt,
            remedy="say which encoding it has: --encoding windows-1251",
        ) from error  # fmt: skip
    if not equal:
        raise cannot("bytes with another spelling", expected="text in " + spelt)
    return Decoded(text, spelt, mark)


def redact_text(data: bytes, spans: Sequence[Span], code: str, encoding: str | None = None) -> Copy:
    """Return the copy of a text file, with the map of its pieces.

    Raises InputError ``cannot-redact``; UseError ``wrong-use`` for spans outside of the text.
    """
    decoded = decode(data, encoding)
    pieces = tuple(pieces_of(decoded.text, spans, code))
    mark = mark_for(code)
    text = "".join(decoded.text[p.start : p.end] if p.kept else mark for p in pieces)
    tool, version = described()
    return Copy(
        decoded.mark + text.encode(decoded.encoding), "text/plain", tool, version,
        parameters(encoding=decoded.encoding, mark=mark), pieces=pieces,
    )  # fmt: skip


def pieces_of(text: str, spans: Sequence[Span], code: str) -> Iterator[Piece]:
    """Yield the stretches of a text in order, kept ones and marks, with their places in the copy.

    Raises UseError ``wrong-use`` for a span outside of the text.
    """
    width, at, copied = len(mark_for(code)), 0, 0
    for span in merged(text, spans):
        if span.start > at:
            kept = span.start - at
            yield Piece(at, span.start, copied, copied + kept, kept=True)
            copied += kept
        yield Piece(span.start, span.end, copied, copied + width, kept=False)
        copied, at = copied + width, span.end
    if at < len(text):
        yield Piece(at, len(text), copied, copied + len(text) - at, kept=True)


def merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return spans in order, joined where they touch, and grown to whole characters as people see.

    An accent that stays behind a hidden letter would tell which letters it could have been.
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if span.end > len(text):
            raise wrong("a span", f"an end of at most {len(text)}, the length of the text",
                        "a later one")  # fmt: skip
        start, end = span.start, span.end
        while start > 0 and _belongs_to_the_last(text, start):
            start -= 1
        while end < len(text) and _belongs_to_the_last(text, end):
            end += 1
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return joined


def _belongs_to_the_last(text: str, at: int) -> bool:
    letter = text[at]
    return (
        unicodedata.category(letter).startswith("M")
        or letter == _JOINER
        or text[at - 1] == _JOINER
        or text[at - 1 : at + 1] == "\r\n"
    )


def find_in_text(text: str, wanted: str) -> tuple[Span, ...]:
    """Return every place where ``wanted`` stands, without regard to case, accents' spelling, width.

    White space of any kind and length matches white space. Raises UseError ``wrong-use`` for a
    text of nothing.
    """
    folded, places = _folded(text)
    needle = _folded(wanted)[0].strip()
    if not needle:
        raise wrong("the text to find", "at least one character", "none")
    spans, at = [], folded.find(needle)
    while at >= 0:
        last = at + len(needle) - 1
        spans.append(Span(places[at], places[last] + 1))
        at = folded.find(needle, at + 1)
    return tuple(spans)


def without_escapes(text: str) -> str:
    r"""Return text as a program that reads JSON or HTML would show it.

    >>> without_escapes(r"\u0416 &amp; others")
    'Ж & others'
    """
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return html.unescape(plain)


def _folded(text: str) -> tuple[str, list[int]]:
    """Return text as it is compared, and for each of its characters the place in the original."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace():
            if letters and letters[-1] == " ":
                continue
            letters.append(" ")
            places.append(place)
            continue
        for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold()):
            # Accents, soft hyphens and marks of direction hide no name from the search.
            if (
                not unicodedata.category(part).startswith("M")
                and unicodedata.category(part) != "Cf"
            ):
                letters.append(part)
                places.append(place)
    return "".join(letters), places

r"""Texts for people: names from evidence made harmless, sizes, times, plain tables.

File names come from whoever handed the material over. A name may hold line breaks, cursor
movements or direction overrides that make ``exe.jpg`` look like ``gpj.exe``: those are escaped, and
right-to-left text is isolated so that it cannot reorder what stands beside it.

>>> shown("a" + chr(27) + "[2J" + chr(0x202E) + "b")
'a\\u001b[2J\\u202eb'
>>> size(0), size(999), size(20_480), size(20 * 10**9)
('0 bytes', '999 bytes', '20.5 kB', '20.0 GB')
>>> moment("2026-01-02T03:04:05.678901Z")
'2026-01-02 03:04:05 UTC'
>>> minute("2026-01-02T03:04:05.678901Z")
'2026-01-02 03:04'
"""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_JOINERS = frozenset("\u200c\u200d")  # Persian and Indic spelling needs them; they reorder nothing
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def shown(text: str) -> str:
    r"""Return a text from outside, fit for one line of a terminal or page.

    What is not printable becomes ``\uXXXX``, as in JSON; right-to-left text is isolated.
    """
    safe = "".join(
        letter if letter.isprintable() or letter in _JOINERS else _escaped(letter)
        for letter in text
    )
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in safe):
        return _FIRST_STRONG_ISOLATE + safe + _POP_ISOLATE
    return safe


def _escaped(letter: str) -> str:
    code = ord(letter)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def maybe(text: str | None, unknown: str = "unknown") -> str:
    """Return a text from outside fit for a line, or the word for its absence."""
    return unknown if text is None else shown(text)


def size(size_bytes: int | None) -> str:
    """Return a number of bytes for people, in powers of 1000."""
    if size_bytes is None:
        return "unknown"
    if size_bytes < 1000:
        return f"{size_bytes} byte{'' if size_bytes == 1 else 's'}"
    amount, units = size_bytes / 1000, ["kB", "MB", "GB", "TB"]
    while amount >= 999.95 and len(units) > 1:
        amount, units = amount / 1000, units[1:]
    return f"{amount:.1f} {units[0]}"


def moment(at: str | None) -> str:
    """Return an RFC 3339 time in UTC for people, to the second."""
    if at is None:
        return "unknown"
    date, separator, rest = at.partition("T")
    if not separator or not at.endswith("Z"):
        return shown(at)
    return f"{shown(date)} {shown(rest[:-1].partition('.')[0])} UTC"


def minute(at: str | None) -> str:
    """Return a time to the minute, for columns whose heading says UTC."""
    return moment(at).removesuffix(" UTC")[:16]


def many(number: int, one: str, more: str | None = None) -> str:
    """Return a number with its noun: ``1 item``, ``2 items``."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    if text.isascii():  # nearly all of it, and asked for with every word of a page
        return len(text)
    return sum(
        0
        if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf"
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )


def columns() -> int | None:
    """Return how wide the page is; None where output goes to a file or program, unbroken."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return max(shutil.get_terminal_size().columns, 40)
    return None


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Return rows under their headings in aligned columns; nothing is cut.

    Columns whose numbers stand in ``right`` are set flush right. The last one holds running text
    and is broken into lines where the page is too narrow.
    """
    lines = [list(head), *(list(row) for row in rows)]
    flush = frozenset(right)
    widths = [max(width(line[column]) for line in lines) for column in range(len(head) - 1)]
    before = sum(widths) + 2 * len(widths)
    shown_lines = []
    for line in lines:
        cells = [
            " " * (room - width(cell)) + cell
            if column in flush
            else cell + " " * (room - width(cell))
            for column, (cell, room) in enumerate(zip(line, widths, strict=False))
        ]
        shown_lines.append("  ".join([*cells, _broken(line[-1], before)]).rstrip())
    return "\n".join(shown_lines)


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return labelled facts, one a line, the labels in one column, values broken under theirs."""
    kept = list(pairs)
    longest = max((width(label) for label, _ in kept), default=0)
    return "\n".join(
        f"{label}{' ' * (longest - width(label))}  {_broken(value, longest + 2)}".rstrip()
        for label, value in kept
    )


def _broken(text: str, before: int) -> str:
    """Return a text as one string, broken so that it stays right of ``before`` columns."""
    limit = columns()
    if limit is None or before + width(text) <= limit or limit - before < 16:
        return text
    return wrapped(text, " " * before, limit).lstrip(" ")


def wrapped(text: str, indent: str = "", most: int = 78) -> str:
    """Return running text in lines of at most ``most`` columns; long words stay whole."""
    before = width(indent) - 1
    lines, taken = [list[str]()], before
    for word in text.split():
        more = 1 + width(word)
        if lines[-1] and taken + more > most:
            lines.append([])
            taken = before
        lines[-1].append(word)
        taken += more
    return "\n".join(indent + " ".join(words) for words in lines)

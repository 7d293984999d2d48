"""CSV and TSV: the text stays as it is; rows and cells are spans of it.

The cells of row 7 are labelled ``7,1``, ``7,2``; a quoted cell is the span between its quotation
marks, doubled marks included, so that a citation quotes what stands in the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from probatum.derive.text.extracted import Limits, RefusedError
from probatum.derive.text.passages import Passages, fact
from probatum.derive.text.readable import Readable

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
# Spreadsheets put at most 32,767 characters into a cell.
_LONGEST_QUOTED = 1 << 16
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}

Row = tuple[int, int, list[tuple[int, int]]]


def read(text: str, limits: Limits, *, tabs: bool) -> Readable:
    """Return the table as text with its rows and cells as parts.

    A table of more cells than the limit has its rows alone as parts, and says so.
    """
    delimiter = "\t" if tabs else _delimiter(text)
    try:
        return _read(text, limits, delimiter, "rows-and-cells")
    except RefusedError:
        return _read(text, limits, delimiter, "rows")


def _read(text: str, limits: Limits, delimiter: str, named: str) -> Readable:
    passages = Passages(limits)
    passages.add(text)
    widths: Counter[int] = Counter()
    number = 0
    for number, (start, end, cells) in enumerate(rows(text, delimiter), start=1):
        if not cells:
            continue
        passages.mark("row", start, end, str(number))
        widths[len(cells)] += 1
        for column, (first, last) in enumerate(cells if named != "rows" else (), start=1):
            passages.mark("cell", first, last, f"{number},{column}")
    metadata = (
        *fact("rows", str(number)),
        *fact("columns", " or ".join(str(width) for width in sorted(widths)[:5])),
        *fact("delimiter", _NAMES[delimiter]),
    )
    return Readable.of(passages, metadata=metadata, parameters="reader=table parts=" + named)


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield start, end and cell spans of each row (RFC 4180, leniently).

    A blank row has no cells; it is yielded because a spreadsheet numbers it too.

    A quotation mark counts only at the beginning of a cell. One that is never closed is taken as
    an ordinary character, or one stray mark would swallow the rest of the file.
    """
    at, length = 0, len(text)
    while at < length:
        if text[at] == "\n":
            yield at, at, []
            at += 1
            continue
        start, cells = at, []
        while True:
            first, last, at = _cell(text, at, delimiter)
            cells.append((first, last))
            if at >= length or text[at] == "\n":
                break
            at += 1  # the delimiter
        yield start, at, cells
        at += 1  # the line break


def _cell(text: str, at: int, delimiter: str) -> tuple[int, int, int]:
    """Return the span of one cell and where its delimiter or line break stands."""
    if text.startswith('"', at):
        close = _closing(text, at + 1)
        if close is not None and (
            close + 1 == len(text) or text[close + 1] in (delimiter, "\n")
        ):  # fmt: skip
            return at + 1, close, close + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    next_one = text.find(delimiter, at, end)
    stop = end if next_one < 0 else next_one
    return at, stop, stop


def _closing(text: str, at: int) -> int | None:
    # Bounded: a file of stray marks would otherwise be searched to its end from each of them.
    limit = at + _LONGEST_QUOTED
    while True:
        close = text.find('"', at, limit)
        if close < 0:
            return None
        if text[close + 1 : close + 2] != '"':
            return close
        at = close + 2


def _delimiter(text: str) -> str:
    """Return the delimiter under which most of the first rows have the same width above one."""
    best, chosen = (0, 0), ","
    sample = text[: 1 << 16]
    for delimiter in _DELIMITERS:
        widths = Counter(
            len(cells) for _, _, cells in islice(rows(sample, delimiter), _SAMPLE_ROWS)
        )
        width, same = max(
            ((width, same) for width, same in widths.items() if width > 1),
            key=lambda pair: (pair[1], pair[0]), default=(0, 0),
        )  # fmt: skip
        if (same, width) > best:
            best, chosen = (same, width), delimiter
    return chosen

"""CSV and its cousins: encoding and delimiter are found out, and said.

A quotation mark counts only at the beginning of a cell. One that closes nothing within the length
of a cell is an ordinary character, or a stray mark would swallow the rest of the file.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from probatum.derive.tables.values import Limits, Opened, RefusedError, Row
from probatum.derive.text.encodings import decode

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 200
_SAMPLE_BYTES = 256 << 10
_MOST_LINES = 200  # that one quoted cell may run over
_HIGH_LINE = re.compile(rb"[^\n]*[\x80-\xff][^\n]*\n?")
_SEPARATOR = re.compile(r'"?sep=[,;|\t]"?')


class Coding(NamedTuple):
    """How bytes are to be read: encoding, how that is known, bytes of the mark before the text."""

    encoding: str
    known_by: str
    skip: int


def read(data: bytes, limits: Limits) -> Iterator[Opened | Row]:
    """Yield what the file is, then its rows. Raises RefusedError."""
    if not data.strip(b"\0 \t\r\n"):
        yield Opened(form="csv")
        return
    coding = coding_of(data)
    delimiter = _declared(data, coding) or _delimiter(data, coding, limits)
    yield Opened(
        form="csv", encoding=coding.encoding, encoding_known_by=coding.known_by,
        delimiter=delimiter,
    )  # fmt: skip
    csv.field_size_limit(2 * limits.columns * limits.cell_characters)
    longest = limits.cell_characters
    for row in _rows(_lines(data, coding, limits), delimiter, limits):
        number = row.number
        if number > limits.rows:
            raise RefusedError("too-large", f"more than {limits.rows:,} rows")
        cells, notes = row.cells, row.notes
        if len(cells) > limits.columns:
            if any(cells[limits.columns :]):
                notes = (*notes, "too-many-columns")
            cells = cells[: limits.columns]
        if max(map(len, cells), default=0) > longest:
            cells = tuple(each[:longest] for each in cells)
            notes = (*notes, "cell-too-long")
        if any(cells):
            yield row if cells is row.cells else Row(number, cells, notes)


def coding_of(data: bytes) -> Coding:
    """Return the encoding of a text. Raises RefusedError ``unsupported`` where it is none."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):  # fmt: skip
        if data.startswith(mark):
            return Coding(encoding, "mark", len(mark))
    head = data[:_SAMPLE_BYTES]
    if b"\0" not in head and _is_utf8(data):
        return Coding("utf-8", "valid", 0)
    # The lines with other letters tell the encoding; there may be few, and far down.
    sample, size = [head[: 4096 - 4096 % 2]], 0
    if b"\0" not in head:
        for match in _HIGH_LINE.finditer(data):
            sample.append(match[0][:4096])
            size += len(sample[-1])
            if size > _SAMPLE_BYTES:
                break
    found = decode(b"".join(sample))
    if found is None:
        raise RefusedError("unsupported", "neither a table of text, nor a workbook, nor JSON Lines")
    return Coding(found.encoding, found.basis, 0)


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(data), 1 << 20):
            decoder.decode(data[at : at + (1 << 20)])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _lines(data: bytes, coding: Coding, limits: Limits) -> Iterator[str]:
    """Yield lines without their ends: LF, CR LF and CR alike."""
    stream = io.BytesIO(data)
    stream.seek(coding.skip)
    text = io.TextIOWrapper(stream, coding.encoding, errors="replace", newline=None)
    most = limits.columns * limits.cell_characters  # of one line, or one line is the whole file
    while line := text.readline(most):
        yield (line[:-1] if line[-1] == "\n" else line).replace("\0", "\ufffd")


def _declared(data: bytes, coding: Coding) -> str | None:
    """Return the delimiter that the first line declares, as Excel has it (``sep=;``)."""
    head = data[coding.skip : coding.skip + 32].decode(coding.encoding, "replace").lower()
    found = re.match(r'"?sep=([,;|\t])"?[\r\n]', head)
    return found[1] if found else None


def _delimiter(data: bytes, coding: Coding, limits: Limits) -> str:
    """Return the delimiter under which most of the first rows have the same width above one."""
    best, chosen = (0, 0), ","
    sample = data[: coding.skip + (1 << 20)]
    for delimiter in _DELIMITERS:
        rows = islice(_rows(_lines(sample, coding, limits), delimiter, limits), _SAMPLE_ROWS)
        widths = Counter(len(row.cells) for row in rows)
        width, same = max(
            ((width, same) for width, same in widths.items() if width > 1),
            key=lambda pair: (pair[1], pair[0]), default=(0, 0),
        )  # fmt: skip
        if (same, width) > best:
            best, chosen = (same, width), delimiter
    return chosen


def _rows(lines: Iterator[str], delimiter: str, limits: Limits) -> Iterator[Row]:
    """Yield the rows that are not blank lines, numbered together with those."""
    number = 0
    waiting: deque[str] = deque()  # lines that were looked at in vain come again

    def more() -> str | None:
        return waiting.popleft() if waiting else next(lines, None)

    while (line := more()) is not None:
        number += 1
        if '"' not in line:
            if line and not (number == 1 and _SEPARATOR.fullmatch(line.lower())):
                yield Row(number, tuple(line.split(delimiter)))
            continue
        if number == 1 and _SEPARATOR.fullmatch(line.lower()):
            continue
        taken = [line]
        cells = _quoted(taken, more, delimiter, limits)
        if cells is None:
            waiting.extendleft(reversed(taken[1:]))
            yield Row(number, tuple(line.split(delimiter)), ("stray-quote",))
        else:
            yield Row(number, cells)


def _quoted(
    taken: list[str], more: Callable[[], str | None], delimiter: str, limits: Limits
) -> tuple[str, ...] | None:
    """Return the cells of a row with quotation marks, None where one of them closes nothing.

    Further lines of the row are added to ``taken``.
    """
    length = len(taken[0])
    while True:
        try:
            return tuple(next(csv.reader(["\n".join(taken)], delimiter=delimiter, strict=True)))
        except csv.Error as error:
            if "unexpected end" not in str(error):
                return None
        while True:  # only a line with a mark can end the cell
            if length > 2 * limits.cell_characters or len(taken) > _MOST_LINES:
                return None
            line = more()
            if line is None:
                return None
            taken.append(line)
            length += len(line)
            if '"' in line:
                break

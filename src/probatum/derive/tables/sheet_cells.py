"""The cells of one sheet of a workbook, row after row, as text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from probatum.derive.tables.merged_cells import Merges, column_number, merged_ranges
from probatum.derive.tables.values import Limits, RefusedError, Row
from probatum.derive.tables.workbook_parts import (
    Attributes,
    Book,
    SheetPart,
    local,
    parser_of,
    pieces,
)

_LETTERS = re.compile("([A-Za-z]{1,3})[0-9]{0,7}")
_MOST_ROWS = 1_048_576  # of a spreadsheet; a number beyond it is a trick
# A spreadsheet knows no zones: UTC stands here for none, and is never shown.
_FIRST, _FIRST_1904 = datetime(1899, 12, 31, tzinfo=UTC), datetime(1904, 1, 1, tzinfo=UTC)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read_rows(book: Book, sheet: SheetPart, limits: Limits) -> Iterator[Row]:
    """Yield the rows with at least one value. Raises RefusedError, or what a broken part raises."""
    merges = Merges(merged_ranges(book.archive, sheet.part), limits)
    for rows in _some_rows(book, sheet, limits):
        yield from merges.over(rows)


def has_rows(book: Book, sheet: SheetPart, limits: Limits) -> bool:
    """Say whether there is anything in a sheet."""
    return any(_some_rows(book, sheet, limits))


def _some_rows(book: Book, sheet: SheetPart, limits: Limits) -> Iterator[list[Row]]:
    reader = _Cells(book, limits)
    parser = parser_of(reader.start, reader.end, reader.text)
    for piece in pieces(book.archive, sheet.part):
        parser.Parse(piece, False)
        yield reader.taken()
    parser.Parse(b"", True)
    yield reader.taken()


class _Cells:
    """Handlers of the parser: elements of a sheet become rows."""

    def __init__(self, book: Book, limits: Limits) -> None:
        self._book, self._limits = book, limits
        self._rows: list[Row] = []
        self._number = self._last = self._column = 0
        self._cells: list[str] = []
        self._notes: dict[str, None] = {}
        self._type = self._style = ""
        self._said: list[str] = []
        self._listening = self._spoken = False
        self._has_formula = False

    def taken(self) -> list[Row]:
        """Return the rows that are whole by now, once."""
        rows, self._rows = self._rows, []
        return rows

    def start(self, name: str, given: Attributes) -> None:
        element = local(name)
        if element == "c":
            found = _LETTERS.match(given["r"]) if "r" in given else None
            self._column = column_number(found[1]) if found else self._column + 1
            if "r" in given and found is None:
                self._notes["bad-cell"] = None
            self._type, self._style = given.get("t", "n"), given.get("s", "")
            self._said.clear()
            self._has_formula = False
        elif element == "v" or (element == "t" and not self._spoken):
            self._listening = True
        elif element == "f":
            self._has_formula = True
        elif element == "rPh":
            self._spoken = True
        elif element == "row":
            self._begin(given.get("r", ""))

    def text(self, data: str) -> None:
        if self._listening:
            self._said.append(data)

    def end(self, name: str) -> None:
        element = local(name)
        if element in ("v", "t"):
            self._listening = False
        elif element == "c":
            self._cell()
        elif element == "rPh":
            self._spoken = False
        elif element == "row":
            self._end()

    def _begin(self, number: str) -> None:
        self._cells, self._notes, self._column = [], {}, 0
        stated = int(number) if number.isdecimal() and len(number) < 9 else None
        self._number = self._last + 1 if stated is None else stated
        if stated is not None and stated > _MOST_ROWS:
            raise RefusedError("unreadable", "a row beyond the last that a spreadsheet has")
        if self._number <= self._last:
            self._notes["row-out-of-order"] = None
            self._number = self._last + 1
        if self._number > self._limits.rows:
            raise RefusedError("too-large", f"more than {self._limits.rows:,} rows")

    def _end(self) -> None:
        self._last = self._number
        if any(self._cells) or self._notes:
            self._rows.append(Row(self._number, tuple(self._cells), tuple(self._notes)))

    def _cell(self) -> None:
        text = self._value("".join(self._said)) if self._said else ""
        if not text:
            if self._has_formula and not self._said:
                self._notes["formula-without-value"] = None
            return
        if self._column > self._limits.columns:
            self._notes["too-many-columns"] = None
            return
        if len(text) > self._limits.cell_characters:
            self._notes["cell-too-long"] = None
            text = text[: self._limits.cell_characters]
        missing = self._column - len(self._cells)
        if missing > 0:
            self._cells.extend([""] * missing)
        self._cells[self._column - 1] = text

    def _value(self, said: str) -> str:
        kind = self._type
        if kind == "s":
            at = int(said) if said.strip().isdecimal() else -1
            if 0 <= at < len(self._book.words):
                return _unescaped(self._book.words[at])
            self._notes["bad-cell"] = None
            return ""
        if kind == "n":
            shows = self._book.dates.get(int(self._style)) if self._style.isdecimal() else None
            return _number(said) if shows is None else self._date(said, shows)
        if kind == "b":
            return "TRUE" if said.strip() == "1" else "FALSE"
        if kind == "e":
            self._notes["error-value"] = None
        return said if kind == "d" else _unescaped(said)

    def _date(self, said: str, shows: str) -> str:
        found = _moment(said, from_1904=self._book.from_1904)
        if found is None:
            self._notes["bad-cell"] = None
            return _number(said)
        if shows == "clock":
            return f"{found:%H:%M:%S}" if float(said) < 1 else f"{found:%Y-%m-%dT%H:%M:%S}"
        forms = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d", "time": "%Y-%m-%dT%H:%M:%S"}
        return found.strftime(forms[shows])


def _moment(said: str, *, from_1904: bool) -> datetime | None:
    """Return what a number means as a date, to the second; None if it means none."""
    try:
        days = float(said)
    except ValueError:
        return None
    if not 0 <= days < 2_958_466 or (60 <= days < 61 and not from_1904):
        return None  # before the calendar, after 9999, or the day that 1900 never had
    first = _FIRST_1904 if from_1904 else _FIRST if days < 60 else _FIRST - timedelta(days=1)
    return first + timedelta(seconds=round(days * 86_400))


def _number(said: str) -> str:
    """Return a number as a person writes it: ``34`` and not ``34.0``."""
    text = said.strip()
    if text.isdecimal():
        return text
    try:
        value = float(text)
    except ValueError:
        return text
    if not math.isfinite(value):
        return text
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _unescaped(text: str) -> str:
    """Return words with characters that XML cannot hold, which a workbook spells ``_x000D_``."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)

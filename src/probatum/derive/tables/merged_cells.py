"""Merged cells of a sheet: the words of the first stand in each cell that they cover."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator

from probatum.derive.tables.values import Limits, RefusedError, Row
from probatum.derive.tables.workbook_parts import Attributes, local, parser_of, pieces

_RANGE = re.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
# What the sheet says of merged cells stands behind its rows: found without parsing these twice.
_ELEMENT = re.compile(rb"<(?:[A-Za-z0-9_]+:)?mergeCell\s[^>]{0,200}>")
_REF = re.compile(rb"""\sref\s*=\s*["']([A-Z0-9:]{1,24})["']""")
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16


def column_number(letters: str) -> int:
    """Return the number of a column from 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def merged_ranges(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Yield the ranges that a sheet merges (``B2:B5``)."""
    rest = b""
    for piece in pieces(archive, part):
        if not rest and piece.startswith(_WIDE):
            yield from _parsed(archive, part)
            return
        seen = rest + piece
        if b"mergeCell" in seen:
            for found in _ELEMENT.finditer(seen):
                if (ref := _REF.search(found[0])) is not None:
                    yield ref[1].decode()
        rest = seen[seen.rfind(b"<") :][-256:] or b" "


def _parsed(archive: zipfile.ZipFile, part: str) -> list[str]:
    found: list[str] = []

    def start(name: str, given: Attributes) -> None:
        if local(name) == "mergeCell":
            found.append(given.get("ref", ""))

    parser = parser_of(start, lambda _name: None)
    for piece in pieces(archive, part):
        parser.Parse(piece, False)
    return found


class Merges:
    """Which cells are merged, laid over rows as they come. Raises RefusedError ``too-large``."""

    def __init__(self, ranges: Iterable[str], limits: Limits) -> None:
        self._ranges: dict[int, list[tuple[int, int, int]]] = {}  # first row -> last row, columns
        self._open: list[tuple[int, int, int, str]] = []
        for count, text in enumerate(ranges, start=1):
            if count > limits.merged:
                raise RefusedError("too-large", f"more than {limits.merged:,} merged cells")
            found = _RANGE.fullmatch(text)
            if found is not None:
                left, top, right, bottom = found.groups()
                last = min(column_number(right), limits.columns)
                row = (int(bottom), column_number(left), last)
                self._ranges.setdefault(int(top), []).append(row)

    def over(self, rows: list[Row]) -> Iterator[Row]:
        """Yield rows with the words of merged cells in each cell that these cover."""
        for row in rows:
            yield self._filled(row) if self._ranges else row

    def _filled(self, row: Row) -> Row:
        self._open = [each for each in self._open if each[0] >= row.number]
        for bottom, left, right in self._ranges.get(row.number, ()):
            words = row.cells[left - 1] if left <= len(row.cells) else ""
            if words:
                self._open.append((bottom, left, right, words))
        if not self._open:
            return row
        cells = list(row.cells)
        for _, left, right, words in self._open:
            cells.extend([""] * (right - len(cells)))
            for at in range(left - 1, right):
                cells[at] = cells[at] or words
        return Row(row.number, tuple(cells), (*row.notes, "merged"))

"""Excel workbooks (XLSX): the rows of one sheet as text.

A formula counts by the result that the file holds; a date by ISO 8601 with what its format shows
of it (``mmm yyyy`` is a month); a number as it is written; a merged cell stands in each cell that
it covers. Macros and links to other files are never followed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from probatum.derive.tables.sheet_cells import has_rows, read_rows
from probatum.derive.tables.values import Limits, Opened, RefusedError, Row, Sheet
from probatum.derive.tables.workbook_parts import Book, SheetPart, opened


def read(data: bytes, limits: Limits, wanted: str | None) -> Iterator[Opened | Row]:
    """Yield what the file is, then the rows of a sheet. Raises RefusedError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _read(opened(archive, limits), limits, wanted)
    except RuntimeError as error:  # how zipfile says that a member is encrypted
        if isinstance(error, RecursionError):
            raise
        raise RefusedError("encrypted", "a password is needed") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError,
            OSError, expat.ExpatError) as error:  # fmt: skip
        raise RefusedError("unreadable", "not a whole Excel workbook") from error


def _read(book: Book, limits: Limits, wanted: str | None) -> Iterator[Opened | Row]:
    begun = [has_rows(book, each, limits) for each in book.sheets]
    chosen = _chosen(book.sheets, begun, wanted)
    sheets = tuple(
        Sheet(name=each.name, hidden=each.hidden, has_rows=has)
        for each, has in zip(book.sheets, begun, strict=True)
    )
    yield Opened(
        form="xlsx", sheets=sheets, sheet=None if chosen is None else chosen.name,
        has_macros=book.has_macros,
    )  # fmt: skip
    if chosen is not None:
        yield from read_rows(book, chosen, limits)


def _chosen(
    sheets: tuple[SheetPart, ...], begun: list[bool], wanted: str | None
) -> SheetPart | None:
    """Return the sheet of that name, else the first that is shown and has rows, else the first."""
    if wanted is not None:
        for each in sheets:
            if each.name == wanted:
                return each
        raise RefusedError("no-sheet", "no sheet of that name")
    both = list(zip(sheets, begun, strict=True))
    for each, has in both:
        if has and not each.hidden:
            return each
    return next((each for each, has in both if has), sheets[0] if sheets else None)

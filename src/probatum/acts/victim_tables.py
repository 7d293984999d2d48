"""A table of victims while it is read: where its headings stand, its rows one after the other.

The bytes are an item's original, read like any other content (logged first), or a file that is in
no case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from probatum.acts.get_item import original
from probatum.acts.read_path import bytes_of
from probatum.acts.session import Session
from probatum.derive.tables.apart import Table
from probatum.derive.tables.values import Limits, Opened, Row
from probatum.errors import InputError
from probatum.index.rows import ItemRow
from probatum.link.lists.cells import headings, numbered

_MOST_ABOVE = 10  # rows among which headings are looked for


@dataclass(slots=True)
class OpenTable:
    """Headings and rows. ``header_row`` is where the headings stand, 0 where nowhere in a row.

    ``above`` counts rows with words that stand above the headings and are no rows of the list.
    """

    opened: Opened
    header: tuple[str, ...]
    header_row: int
    above: int
    rows: Iterator[Row]


@contextmanager
def item_table(
    session: Session, row: ItemRow, sheet: str | None, header_row: int | None
) -> Iterator[OpenTable]:
    """Open the table of an item; the caller has logged the read. Raises InputError ``bad-list``."""
    chunks = original(session, row)
    with Table(chunks, row.file_name or "", sheet=sheet) as table:
        yield _headed(table.opened, iter(table), header_row)


@contextmanager
def path_table(path: str, sheet: str | None, header_row: int | None) -> Iterator[OpenTable]:
    """Open the table of a file that is in no case. Raises like ``read_path``, and ``bad-list``."""
    data = bytes_of(path, Limits().input_bytes)
    with Table([data], Path(path).name, sheet=sheet) as table:
        yield _headed(table.opened, iter(table), header_row)


def first_rows(table: OpenTable) -> tuple[Row, ...]:
    """Return the first rows, which stay to be read: headings may stand below a title."""
    taken = []
    for row in table.rows:
        taken.append(row)
        if len(taken) == _MOST_ABOVE + 3:
            break
    table.rows = chain(taken, table.rows)
    return tuple(taken)


def _headed(opened: Opened, rows: Iterator[Row], header_row: int | None) -> OpenTable:
    if opened.header is not None:
        return OpenTable(opened, headings(opened.header), 0, 0, rows)
    if header_row == 0:
        first = next(rows, None)
        if first is None:
            return OpenTable(opened, (), 0, 0, rows)
        return OpenTable(opened, numbered(len(first.cells)), 0, 0, chain([first], rows))
    above = 0
    for row in rows:
        if header_row is None or row.number == header_row:
            return OpenTable(opened, headings(_bare(row.cells)), row.number, above, rows)
        if row.number > header_row:
            raise InputError(
                "bad-list", item="the mapping", expected="headings in the row that it names",
                found="an empty row", remedy="change `header_row`",
            )  # fmt: skip
        above += 1
    return OpenTable(opened, (), 0, above, rows)


def _bare(cells: Sequence[str]) -> tuple[str, ...]:
    """Return cells without the empty ones at the end, which head nothing."""
    last = len(cells)
    while last and not cells[last - 1].strip():
        last -= 1
    return tuple(cells[:last])


def raw(rows: Iterable[Row]) -> Iterator[tuple[int, Sequence[str], Sequence[str]]]:
    """Return rows as ``link.lists`` takes them."""
    return ((row.number, row.cells, row.notes) for row in rows)

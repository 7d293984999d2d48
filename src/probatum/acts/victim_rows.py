"""The rows of a victim list as values, for linking and counting: a read, logged before the first.

    for victim in rows_of(session, "EXR-00012-K"):
        ...

``victim.list`` is the name of the list, ``victim.row`` the row's id in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from probatum.acts.session import Session
from probatum.acts.victim_lists import ListRow, find_list
from probatum.acts.victim_records import read_records
from probatum.acts.victim_tables import OpenTable, item_table, raw
from probatum.derive.tables.values import Opened
from probatum.errors import InputError
from probatum.link.lists.cells import unused
from probatum.link.lists.reading import read_rows
from probatum.link.lists.troubles import ReadRow
from probatum.model.victims import Victim

SAW_ROWS = "rows of a list"


@dataclass(frozen=True, slots=True)
class Reading:
    """A list while it is read: its rows with what became of them, once.

    ``opened`` is what its file is (None: records of the case), ``header_row`` where its headings
    stand, ``above`` how many rows stand above these, ``unused`` the columns that are not read.
    """

    listed: ListRow
    opened: Opened | None
    header_row: int
    above: int
    unused: tuple[str, ...]
    rows: Iterator[ReadRow]


def rows_of(session: Session, list_ref: str, purpose: str | None = None) -> Iterator[Victim]:
    """Yield the victims of a list in its order, bare numbers and refused rows left out.

    Raises UseError ``unknown-id``; InputError ``bad-list``, ``erased``, ``retracted``;
    EvidenceError; at once, or for what is in the file at the row.
    """
    with read_list(session, find_list(session, list_ref), purpose) as reading:
        for each in reading.rows:
            if isinstance(each.outcome, Victim):
                yield each.outcome


@contextmanager
def read_list(session: Session, listed: ListRow, purpose: str | None = None) -> Iterator[Reading]:
    """Open a list to read its rows; logged first. Raises what ``rows_of`` raises."""
    if listed.body.of == "records":
        yield Reading(listed, None, 0, 0, (), read_records(session, listed, purpose))
        return
    if listed.item is None or listed.item.erased:
        raise InputError("erased", item=listed.body.item or listed.ref)
    mapping = listed.body.mapping
    assert mapping is not None
    session.saw(SAW_ROWS, [session.live(listed.item.id)], purpose)
    today = session.around.clock().date()
    with item_table(session, listed.item, listed.body.sheet, mapping.header_row) as table:
        rows = read_rows(mapping, table.header, raw(table.rows), of=listed.name, today=today)
        yield Reading(listed, table.opened, table.header_row, table.above,
                      _unused(listed, table), rows)  # fmt: skip


def _unused(listed: ListRow, table: OpenTable) -> tuple[str, ...]:
    mapping = listed.body.mapping
    return () if mapping is None else tuple(unused(mapping, table.header))

"""The victim lists of a case: put one in, find one, all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from probatum.acts.add_files import add
from probatum.acts.put_record import Put, put
from probatum.acts.session import Session, no_progress, require_writable
from probatum.acts.suggest_mapping import is_file
from probatum.acts.victim_tables import OpenTable, item_table, path_table
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.link.lists.reading import require_columns
from probatum.model.list_mapping import Mapping as ListMapping
from probatum.model.nouns import plain
from probatum.model.nouns.victim_lists import VictimList

MOST_LISTS = 100


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list of the case: its record, and the item that holds it (None: records, or erased)."""

    ref: str
    row: RecordRow
    body: VictimList
    item: ItemRow | None

    @property
    def id(self) -> str:
        """The object id of its record."""
        return self.row.id

    @property
    def name(self) -> str:
        """What it is called."""
        return self.body.name


@dataclass(frozen=True, slots=True)
class AddedList:
    """A list that is in the case now, the item that holds it, and whether that is new."""

    put: Put
    item: ItemRow | None
    item_is_new: bool


def add_list(
    session: Session,
    source: str,
    said: Mapping[str, object],
    *,
    mapping: ListMapping,
    given_by: str | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> AddedList:
    """Put a table into the case as a victim list. ``source`` is a file, or the item that it is.

    A file is taken into custody first, unless its bytes are an item already. ``said`` are the
    other fields of the record. The table is opened to see that it has the columns of the mapping: a
    read, which is logged. Raises InputError ``bad-list``, ``unreadable``, ``bad-record``; UseError.
    """
    require_writable(session)
    sheet = said.get("sheet")
    sheet = sheet if isinstance(sheet, str) else None
    if is_file(source):
        # Looked at before it is taken: what turns out to be another file is not in custody then.
        with path_table(source, sheet, mapping.header_row) as table:
            _require_fit(mapping, table)
        item, is_new = _taken(session, source, given_by, on_progress)
    else:
        item, is_new = session.live(source), False
        session.saw("columns of a list", [item])
        with item_table(session, item, sheet, mapping.header_row) as table:
            _require_fit(mapping, table)
    fields = {**said, "record": "victim_list/1", "of": "item", "item": item.id,
              "mapping": plain_mapping(mapping)}  # fmt: skip
    return AddedList(put(session, fields), item, is_new)


def add_records_list(session: Session, said: Mapping[str, object]) -> AddedList:
    """Make a list of the case's own `person` records. Raises InputError ``bad-record``."""
    fields = {**said, "record": "victim_list/1", "of": "records"}
    return AddedList(put(session, fields), None, item_is_new=False)


def plain_mapping(mapping: ListMapping) -> object:
    """Return a mapping as plain values, without what is at its default."""
    body = VictimList(name="-", item="0" * 32, mapping=mapping)
    return plain(body)["mapping"]


def _require_fit(mapping: ListMapping, table: OpenTable) -> None:
    if not table.header:
        raise InputError("bad-list", item="the table", expected="a row of headings",
                         found="no row", remedy="see what the file holds")  # fmt: skip
    require_columns(mapping, table.header)


def _taken(
    session: Session, source: str, given_by: str | None, on_progress: Callable[[int, int], None]
) -> tuple[ItemRow, bool]:
    receipt = add(session, [source], given_by=given_by, on_progress=on_progress)
    if receipt.refused:
        raise receipt.refused[0].error
    if len(receipt.lines) != 1:
        raise UseError("wrong-use", item="the list", expected="one file", found="a folder")
    session.catch_up()
    item = session.live(receipt.lines[0].id)
    return item, not receipt.lines[0].same_bytes_as_before


def lists_of(session: Session) -> tuple[ListRow, ...]:
    """Return the lists that count, oldest first; logged as a read of these records."""
    require_writable(session)
    session.catch_up()
    rows = [row for row in session.index.records(["victim_list"]) if not row.retracted]
    session.saw_records("victim lists", rows)
    return tuple(_listed(session, row) for row in rows if row.body is not None)


def find_list(session: Session, ref: str) -> ListRow:
    """Return a list by reference, id or name. Raises UseError ``unknown-id``; InputError
    ``erased``, ``retracted``.
    """  # fmt: skip
    require_writable(session)
    session.catch_up()
    named = [row for row in session.index.records(["victim_list"])
             if not row.retracted and getattr(row.body, "name", None) == ref.strip()]  # fmt: skip
    row = named[0] if len(named) == 1 else session.find_record(ref)
    if not isinstance(row.body, VictimList):
        raise UseError("unknown-id", item="the reference as typed", expected="a victim list",
                       found=f"a record of another noun ({row.noun})",
                       remedy="look it up with `probatum count lists list`")  # fmt: skip
    if row.retracted:
        raise InputError("retracted", item=session.record_ref(row.number))
    return _listed(session, row)


def _listed(session: Session, row: RecordRow) -> ListRow:
    body = row.body
    assert isinstance(body, VictimList)
    item = None if body.item is None else session.index.item(body.item)
    return ListRow(session.record_ref(row.number), row, body, item)
